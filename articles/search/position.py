"""How far an index has followed the change log."""

import json
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Position:
    """Everything before `below` is in the index, and of what follows the changes in `seen`.

    `below` counts transactions on PostgreSQL and changes on SQLite. Transactions commit out of order: those at or
    above `below` may still be under way, so the changes already taken from among them are named one by one, as ranges
    of ids, both ends included. `last` and `token` name one change, to tell this database from any other.
    """

    below: int = 0
    seen: tuple[tuple[int, int], ...] = ()
    last: int = 0
    token: str = ""

    def has_seen(self, change: int) -> bool:
        """Return whether the change with this id was taken although it is not before `below`."""
        place = bisect_right(self.seen, (change, change)) - 1
        nearby = self.seen[max(place, 0) : place + 2]
        return any(low <= change <= high for low, high in nearby)

    def to_bytes(self) -> bytes:
        """Return the position as the index keeps it."""
        return json.dumps(asdict(self)).encode()

    @classmethod
    def from_bytes(cls, kept: bytes) -> "Position":
        """Return the position that `to_bytes` wrote."""
        fields = json.loads(kept)
        return cls(
            fields["below"],
            tuple((low, high) for low, high in fields["seen"]),
            fields["last"],
            fields["token"],
        )


def ranges(ids: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Return sorted ids as ranges, both ends included."""
    found: list[list[int]] = []
    for identity in ids:
        if found and identity == found[-1][1] + 1:
            found[-1][1] = identity
        else:
            found.append([identity, identity])
    return tuple((low, high) for low, high in found)
