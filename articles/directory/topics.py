"""The tree of topics, each with how many articles it has, and the topics of a name."""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import Q

from articles.authority import Name, name_of
from articles.directory.timed import Timed
from articles.models import Topic, TopicTree
from articles.parameters import Reader

DEEPEST = 12
MOST_FOUND = 100
LONGEST_NAME = 200


@dataclass(frozen=True)
class TopicsAsked(Timed):
    """What a URL asks of the directory of topics: a part of a name, or a time."""

    q: str = ""
    problems: tuple[str, ...] = field(default=(), compare=False)

    @classmethod
    def read(cls, reader: Reader) -> "TopicsAsked":
        """Return what the parameters ask; a name goes before a time."""
        q = reader.last("q")[:LONGEST_NAME]
        first, last = ("", "") if q else reader.days()
        return cls(q, tuple(reader.problems), first=first, last=last)

    @cached_property
    def rows(self) -> list[Topic]:
        """The topics of the name asked for in order, and one more if there are too many to show: one query."""
        if not self.q:
            return []
        named = Q(name__icontains=self.q) | Q(aliases__name__icontains=self.q)
        return list(Topic.objects.filter(named).order_by("name", "id").distinct()[: MOST_FOUND + 1])

    @property
    def size(self) -> int:
        """How many topics of a name are shown at most."""
        return MOST_FOUND

    @property
    def is_cut(self) -> bool:
        """Whether more topics bear the name asked for than are shown."""
        return len(self.rows) > self.size

    def found(self, counts: dict[int, int]) -> list["Branch"]:
        """Return the topics of the name asked for, without those under them."""
        return [Branch(name_of(topic), counts.get(topic.pk, 0)) for topic in self.rows[: self.size]]


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
