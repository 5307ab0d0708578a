"""The directory of people by letter and by name, a page at a time."""

from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from urllib.parse import urlencode

from django.db.models import Q

from articles.daybook import MOST_COUNTED, archive_counts
from articles.directory.timed import Timed
from articles.models import Person
from articles.parameters import Reader
from articles.search.ask import Snapshot

PAGE_SIZE = 200
MOST_FOUND = 100
MOST_HIDDEN = 2_000
"""Of 100,000 people, leaving out so many takes 15 ms, 5,000 take 50."""
LONGEST_NAME = 200


@dataclass(frozen=True)
class PeopleAsked(Timed):
    """What a URL asks of the directory of people: a letter, a part of a name, a place to go on from, or a time."""

    q: str = ""
    letter: str = ""
    after: str = ""
    problems: tuple[str, ...] = field(default=(), compare=False)
    hidden: frozenset[int] = field(default=frozenset(), compare=False)
    """People who are listed only when their names are asked for."""

    @classmethod
    def read(cls, reader: Reader, hidden: frozenset[int] = frozenset()) -> "PeopleAsked":
        """Return what the parameters ask; a letter that is none is left out."""
        q = reader.last("q")[:LONGEST_NAME]
        letter = reader.last("letter")[:1].upper()
        letter = letter if letter.isalpha() and not q else ""
        after = reader.last("after")[: LONGEST_NAME + 20]
        first, last = ("", "") if q or letter or after else reader.days()
        return cls(q, letter, after, tuple(reader.problems), hidden, first=first, last=last)

    @cached_property
    def rows(self) -> list[Person]:
        """The people of this page in order, and one more if the directory goes on: one query."""
        if self.is_dated:
            return []
        people = Person.objects.order_by("sort_name", "id")
        if self.q:
            named = Q(name__icontains=self.q) | Q(aliases__name__icontains=self.q)
            return list(people.filter(named).distinct()[: MOST_FOUND + 1])
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
        return self.rows[: self.size]

    @property
    def size(self) -> int:
        """How many people are shown at most."""
        return MOST_FOUND if self.q else PAGE_SIZE

    @property
    def is_cut(self) -> bool:
        """Whether more people bear the name asked for than are shown."""
        return bool(self.q) and len(self.rows) > self.size

    @property
    def groups(self) -> list[tuple[str, list[Person]]]:
        """The people of this page by the first letter of their sort names."""
        return [(letter, list(people)) for letter, people in groupby(self.people, key=initial)]

    @property
    def next_query(self) -> str:
        """The parameters of the next page; nothing if this is the last."""
        if self.q or len(self.rows) <= PAGE_SIZE:
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
