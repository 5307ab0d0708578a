"""The directories of people and topics: who is listed under which letter, what stands under what."""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from urllib.parse import urlencode

from django.db.models import Q

from articles.authority import Name
from articles.daybook import MOST_COUNTED, archive_counts
from articles.models import Person, Topic, TopicTree
from articles.parameters import Reader
from articles.search.ask import Snapshot

PAGE_SIZE = 200
MOST_FOUND = 100
MOST_HIDDEN = 2_000
"""Of 100,000 people, leaving out so many takes 15 ms, 5,000 take 50."""
LONGEST_NAME = 200
DEEPEST = 12


@dataclass(frozen=True)
class PeopleAsked:
    """What a URL asks of the directory of people: a letter, a part of a name, a place to go on from."""

    q: str = ""
    letter: str = ""
    after: str = ""
    hidden: frozenset[int] = field(default=frozenset(), compare=False)
    """People who are listed only when their names are asked for."""

    @classmethod
    def read(cls, reader: Reader, hidden: frozenset[int] = frozenset()) -> "PeopleAsked":
        """Return what the parameters ask; a letter that is none is left out."""
        letter = reader.last("letter")[:1].upper()
        q = reader.last("q")[:LONGEST_NAME]
        after = reader.last("after")[: LONGEST_NAME + 20]
        return cls(q, letter if letter.isalpha() and not q else "", after, hidden)

    @cached_property
    def rows(self) -> list[Person]:
        """The people of this page in order, and one more if the directory goes on: one query."""
        people = Person.objects.order_by("sort_name", "id")
        if self.q:
            named = Q(name__icontains=self.q) | Q(aliases__name__icontains=self.q)
            return list(people.filter(named).distinct()[:MOST_FOUND])
        if self.letter:
            people = people.filter(sort_name__istartswith=self.letter)
        name, _, identity = self.after.rpartition("~")
        if identity.isascii() and identity.isdigit():
            people = people.filter(
                Q(sort_name__gt=name) | Q(sort_name=name, id__gt=min(int(identity), 1 << 62))
            )
        return list(people.exclude(id__in=self.hidden)[: PAGE_SIZE + 1])

    @property
    def people(self) -> list[Person]:
        """The people of this page."""
        return self.rows[:PAGE_SIZE]

    @property
    def groups(self) -> list[tuple[str, list[Person]]]:
        """The people of this page by the first letter of their sort names."""
        return [(letter, list(people)) for letter, people in groupby(self.people, key=initial)]

    @property
    def next_query(self) -> str:
        """The parameters of the next page; nothing if this is the last."""
        if len(self.rows) <= PAGE_SIZE:
            return ""
        last = self.rows[PAGE_SIZE - 1]
        asked = {"letter": self.letter, "after": f"{last.sort_name}~{last.id}"}
        return urlencode({name: value for name, value in asked.items() if value})


def only_authors(snapshot: Snapshot) -> frozenset[int]:
    """Return the people who wrote articles and are named in none; nobody where there are too many people to tell."""
    wrote, named = archive_counts(snapshot, "author"), archive_counts(snapshot, "person")
    hidden = wrote.keys() - named.keys() if len(named) < MOST_COUNTED else set()
    return frozenset(hidden) if len(hidden) <= MOST_HIDDEN else frozenset()


def initial(person: Person) -> str:
    """Return the letter a person is filed under."""
    return person.sort_name[:1].upper()


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
