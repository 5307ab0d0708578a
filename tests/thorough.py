"""How often random questions are asked: all the times where every change is judged, a part of them while one works."""

import os

PART = 1 if os.environ.get("REQUIRE_ALL") == "1" else 5


def rounds(number: int) -> int:
    """Return how many of so many random cases this run takes."""
    return max(1, number // PART)
