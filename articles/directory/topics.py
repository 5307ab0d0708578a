"""The tree of topics, each with how many articles it has."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from articles.authority import Name
from articles.models import Topic, TopicTree

DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Branch:
    """A topic, how many articles it and the topics under it have, and those topics."""

    name: Name
    count: int
    narrower: tuple["Branch", ...] = ()


@dataclass(frozen=True)
class Topics:
    """All topics by name, and which stands under which."""

    names: dict[int, Name]
    tree: TopicTree

    @classmethod
    def of_archive(cls) -> "Topics":
        """Return the topics as they stand now: one query."""
        rows = list(Topic.objects.order_by("name").values_list("id", "parent_id", "slug", "name"))
        names = {identity: Name("topic", identity, slug, name) for identity, _, slug, name in rows}
        return cls(names, TopicTree({identity: parent for identity, parent, _, _ in rows}))

    @cached_property
    def below(self) -> dict[int | None, list[int]]:
        """The topics directly under each topic, in order of name; what stands under nothing, under None."""
        below: dict[int | None, list[int]] = defaultdict(list)
        for identity in self.names:
            below[self.tree.parents.get(identity)].append(identity)
        return below

    def path(self, topic: int) -> list[Name]:
        """Return what the topic stands under, the broadest first."""
        return [self.names[step] for step in reversed(self.tree.broader(topic)[1:]) if step in self.names]

    def narrower(self, topic: int, counts: dict[int, int]) -> list[Branch]:
        """Return the topics directly under this one."""
        return [
            Branch(self.names[step], counts.get(step, 0))
            for step in self.below.get(topic, ())
            if step != topic
        ]

    def branches(self, counts: dict[int, int]) -> list[Branch]:
        """Return the whole tree from the broadest topics on. A topic in a circle is shown as one of them."""
        seen: set[int] = set()
        roots = [self.branch(topic, counts, seen) for topic in self.below.get(None, ())]
        circles = [self.branch(topic, counts, seen) for topic in self.names if topic not in seen]
        return roots + circles

    def branch(self, topic: int, counts: dict[int, int], seen: set[int], depth: int = 0) -> Branch:
        """Return a topic with everything under it that was not seen before, to a bounded depth."""
        seen.add(topic)
        children = [step for step in self.below.get(topic, ()) if step not in seen] if depth < DEEPEST else []
        narrower = tuple(self.branch(step, counts, seen, depth + 1) for step in children)
        return Branch(self.names[topic], counts.get(topic, 0), narrower)
