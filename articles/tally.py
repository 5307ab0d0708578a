"""What became of the items of an import, in numbers."""

from dataclasses import dataclass, fields


@dataclass(slots=True)
class Tally:
    """What became of the items so far; `kept` counts the fields in which an editor's text stayed."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    rejected: int = 0
    kept: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    @property
    def items(self) -> int:
        """The number of items seen."""
        return self.created + self.updated + self.unchanged + self.rejected

    def __str__(self) -> str:
        said = f"{self.created} created, {self.updated} updated, {self.unchanged} unchanged, {self.rejected} rejected"
        return f"{said}, {self.kept} kept as an editor wrote them" if self.kept else said
