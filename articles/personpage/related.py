"""What a topic is related to: the people and topics in the same articles."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from articles.authority import Name, named
from articles.directory import Topics
from articles.found import Found
from articles.models import Topic
from articles.personpage.company import Together, commonest, shows_whole, telling, together


@dataclass(frozen=True)
class Related:
    """The people and topics of a topic's articles, without the topics it stands under and those under it."""

    topic: Topic
    found: Found
    directory: Topics

    @property
    def is_whole(self) -> bool:
        """Whether the page shows the beginning of the whole list."""
        return shows_whole(self.found)

    @cached_property
    def topics(self) -> list[Together]:
        """The topics that come up together with this one, up to twelve."""
        counts, tree = self.found.counts["topic"], self.directory.tree
        own = tree.narrower(self.topic.pk) | set(tree.broader(self.topic.pk))
        others = (one for one in counts if one not in own and one in self.directory.names)
        names = (self.directory.names[one] for one in telling(others, counts, tree))
        return self.told(names, "topic")

    @cached_property
    def people(self) -> list[Together]:
        """The people named most often, up to twelve: one query."""
        ids = commonest(self.found.counts["person"])
        names = named({"person": ids})
        return self.told((names["person", one] for one in ids if ("person", one) in names), "person")

    def told(self, names: Iterable[Name], field: str) -> list[Together]:
        """Return these with their counts."""
        return together(self.found.listing, names, self.found.counts[field])
