"""What became of the items of an import, in numbers."""

from dataclasses import dataclass


@dataclass(slots=True)
class Tally:
    """What became of the items so far."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    rejected: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.created + other.created,
            self.updated + other.updated,
            self.unchanged + other.unchanged,
            self.rejected + other.rejected,
        )

    @property
    def items(self) -> int:
        """The number of items seen."""
        return self.created + self.updated + self.unchanged + self.rejected

    def __str__(self) -> str:
        return f"{self.created} created, {self.updated} updated, {self.unchanged} unchanged, {self.rejected} rejected"
