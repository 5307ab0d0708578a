"""The facets: by what a list of articles can be narrowed. One line adds one."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to narrow a list. `name` is the parameter in the URL and the field in the index."""

    name: str
    label: str
    every: bool
    """Of several values, an article must have every one (it can have many), or any one (it has only one)."""
    shown: int = 10


FACETS = (
    Facet("person", "People", every=True),
    Facet("topic", "Topics", every=True),
    Facet("publication", "Publications", every=False),
    Facet("section", "Sections", every=False),
)
FACET_NAMES = tuple(facet.name for facet in FACETS)
