"""The facets: by what a list of articles can be narrowed. One line adds one."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to narrow a list. `name` is the parameter in the URL, and what one value is called."""

    name: str
    label: str
    field: str
    """Where the index keeps it."""
    record: str = ""
    """The model whose ids the index keeps there; without one, `measures` knows what a number stands for."""
    many: bool = False
    """Whether an article can have several: then it must have every one that is asked for, unless any is enough."""
    order: Literal["common", "tree", "latest", "calendar"] = "common"
    """How values stand: the commonest first, the narrower under the broader, the latest first, by the months of one year."""
    shown: int = 10
    folded: bool = False
    """Whether a list keeps its values folded until they are asked for, or one is chosen."""
    chosen: str = ""
    """What stands before a value that was chosen, if not the name."""
    excluded: str = ""
    """What stands before a value that was excluded, if not “without” and the name."""
    plural: str = ""
    """What all values are called, if not as the label says."""

    def lead(self, *, excluded: bool = False) -> str:
        """Return what stands before a value in words: `person`, `without person`, `quoting`, `not quoting`."""
        if excluded:
            return self.excluded or f"without {self.name}"
        return self.chosen or self.name

    @property
    def values(self) -> str:
        """What all values are called in the middle of a sentence."""
        return self.plural or self.label.lower()


FACETS = (
    Facet("person", "People", "person", record="Person", many=True),
    Facet(
        "subject", "Mainly about", "subject", record="Person", many=True, shown=5, folded=True,
        chosen="mainly about", excluded="not mainly about", plural="people mainly written about",
    ),
    Facet(
        "speaker", "Quoted", "speaker", record="Person", many=True, shown=5, folded=True,
        chosen="quoting", excluded="not quoting", plural="people quoted",
    ),
    Facet("byline", "Bylines", "author", record="Person", many=True),
    Facet("topic", "Topics", "topic", record="Topic", many=True, order="tree", shown=12),
    Facet("publication", "Publications", "publication", record="Publication"),
    Facet("section", "Sections", "section", record="Section"),
    Facet("language", "Languages", "language"),
    Facet("year", "Years", "year", order="latest"),
    Facet("month", "Months", "month", order="calendar", shown=12),
)  # fmt: skip
FACET_NAMES = tuple(facet.name for facet in FACETS)
MANY = tuple(facet.name for facet in FACETS if facet.many)
BY_NAME = {facet.name: facet for facet in FACETS}
