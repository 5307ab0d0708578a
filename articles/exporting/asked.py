"""What is asked of a file beside the list it holds: how many articles, and how long."""

from dataclasses import dataclass

from articles.exports import Exporter
from articles.parameters import Parameters, Reader, is_short_number


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader asks of a file beside the list it holds, and what of that could not be understood."""

    limit: int | None
    full: bool
    problems: tuple[str, ...]

    @classmethod
    def read(cls, parameters: Parameters, exporter: Exporter) -> "Asked":
        """Return what the parameters ask: only feeds come with whole texts or summaries."""
        reader = Reader(parameters)
        limit = reader.last("limit")
        if limit and not (is_short_number(limit) and int(limit)):
            reader.problems.append(f"“limit” can’t be “{limit[:50]}”: it is a number from 1 on.")
        full = not exporter.IS_FEED or reader.choice("text", ("full", "summary"), "full") == "full"
        return cls(int(limit) if limit and not reader.problems else None, full, tuple(reader.problems))
