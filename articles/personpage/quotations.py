"""What a person said, as published articles quote it: the latest first, found through the index, page after page."""

from dataclasses import dataclass
from functools import cached_property

from articles.listing import Listing
from articles.models import Person, Quotation
from articles.parameters import HIGHEST_KEY, Reader, first_day_of, is_short_number, last_day_of
from articles.search.ask import Snapshot
from articles.search.conditions import Conditions
from articles.search.schema import id_of

PAGE_SIZE = 50
LATEST = 5
AT_ONCE = 25
"""Articles whose quotations are loaded together."""
MOST_ROUNDS = 4
BEYOND = (1 << 31) - 1
"""No quotation begins so far into an article."""
MOST_YEARS = 500


@dataclass(frozen=True, slots=True)
class Place:
    """A place among quotations: the sort key of an article, and where in it the last one shown begins."""

    key: int
    start: int

    def __str__(self) -> str:
        return f"{self.key}-{self.start}"

    @classmethod
    def read(cls, text: str) -> "Place | None":
        """Return the place that a text writes, None if it is none."""
        parts = text.split("-")
        if len(parts) != 2 or not all(map(is_short_number, parts)):
            return None
        key, start = map(int, parts)
        return cls(key, start) if 0 < key < HIGHEST_KEY and start <= BEYOND else None


@dataclass(frozen=True)
class Quotations:
    """Some of a person's quotations. Which articles have any, the index says; what of them is shown, the database."""

    person: Person
    snapshot: Snapshot
    size: int = LATEST
    year: str = ""
    place: Place | None = None
    problems: tuple[str, ...] = ()

    @classmethod
    def read(cls, reader: Reader, person: Person, snapshot: Snapshot) -> "Quotations":
        """Return the page of quotations that a URL asks for; what is not understood is said in `problems`."""
        year, place = reader.last("year"), reader.last("cursor")
        if year and (len(year) != 4 or first_day_of(year) is None):
            reader.problems.append(f"“{year[:50]}” is no year like 2017.")
            year = ""
        if place and Place.read(place) is None:
            reader.problems.append("The place in the list was not understood: this is its beginning.")
        return cls(person, snapshot, PAGE_SIZE, year, Place.read(place), tuple(reader.problems))

    @property
    def conditions(self) -> Conditions:
        """What the index is asked: the articles that quote the person, of the year."""
        return Conditions(
            having=(("speaker", frozenset({self.person.pk})),),
            first_day=first_day_of(self.year),
            last_day=last_day_of(self.year),
        )

    @property
    def search_url(self) -> str:
        """The address of the search for what the person said."""
        name = self.person.name.replace('"', " ")
        return Listing(q=f'speaker:"{name}"').search_url

    @cached_property
    def total(self) -> int:
        """How many articles quote the person, in the year."""
        return self.snapshot.total(self.conditions)

    @cached_property
    def years(self) -> list[tuple[str, int]]:
        """The years in which articles quote the person, the latest first, with the number of these articles."""
        whole = Quotations(self.person, self.snapshot).conditions
        counts = self.snapshot.counts(whole, {"year": MOST_YEARS})["year"]
        return [(f"{year:04}", counts[year]) for year in sorted(counts, reverse=True)]

    @cached_property
    def walked(self) -> tuple[list[tuple[int, Quotation]], Place | None]:
        """The quotations from the place on, each with the key of its article, and where the walk was left unfinished."""
        found: list[tuple[int, Quotation]] = []
        at = self.place
        for _ in range(MOST_ROUNDS):
            beyond = at.key + 1 if at else None
            keys = self.snapshot.keys(self.conditions, size=AT_ONCE, beyond=beyond)
            found += [one for one in self.quoted_in(keys) if at is None or is_beyond(one, at)]
            if len(keys) < AT_ONCE:
                return found, None
            at = Place(keys[-1], BEYOND)
            if len(found) > self.size:
                break
        return found, at

    def quoted_in(self, keys: list[int]) -> list[tuple[int, Quotation]]:
        """Return the quotations in articles that readers may see, in the order of the keys and of the text: one query."""
        order = {id_of(key): key for key in keys}
        rows = Quotation.objects.filter(
            person=self.person, article__in=list(order), article__status="published"
        )
        shown = (
            "article",
            "article__headline",
            "article__slug",
            "article__published_on",
            "article__language",
        )
        loaded = rows.select_related("article").only("words", "verb", "start", *shown)
        found = [(order[quotation.article_id], quotation) for quotation in loaded]
        return sorted(found, key=lambda one: (-one[0], one[1].start))

    @property
    def shown(self) -> list[Quotation]:
        """The quotations of this page."""
        return [quotation for _, quotation in self.walked[0][: self.size]]

    @property
    def next_place(self) -> Place | None:
        """Where the next page begins; None if this is the last."""
        found, unfinished = self.walked
        if len(found) > self.size:
            key, last = found[self.size - 1]
            return Place(key, last.start)
        return unfinished


def is_beyond(found: tuple[int, Quotation], place: Place) -> bool:
    """Return whether a quotation comes after a place, the latest article being the first."""
    key, quotation = found
    return key < place.key or (key == place.key and quotation.start > place.start)
