"""The archive's own index, asked as its pages ask it, in this process."""

from urllib.parse import urlencode

from django.conf import settings
from django.http import QueryDict

from articles import indexing
from articles.found import Found
from articles.listing import Listing
from articles.models import Person, Topic
from articles.search.ask import MOST_BUCKETS, Snapshot
from articles.search.schema import version
from benchmarks.engines import SHOWN, SIZE, Answer, Ask, Engine, Middle
from benchmarks.loading import bytes_in
from benchmarks.questions import BEST, DATES, FACETS, PAGE, Question

SIZES = {
    FACETS: {"person": SHOWN + 1, "topic": SHOWN + 1, "month": MOST_BUCKETS},
    DATES: {"year": MOST_BUCKETS, "language": SHOWN + 1},
}


class Ours(Engine):
    """Asks the index alone: the reading of the URL and the look-up of names are done before."""

    name = "ours"

    def __init__(self, middle: Middle) -> None:
        self.middle = middle
        indexing.catch_up()
        self.snapshot: Snapshot = indexing.snapshot()
        self.bytes = bytes_in(settings.INDEX_DIR / version())

    def ask(self, question: Question) -> Ask | None:
        """Return a function that asks the index."""
        if question.shows == PAGE:
            return None
        listing = self.listing(question)
        if listing.problems or listing.understood.problems or listing.unknown:
            raise ValueError(f"{question.name} was not understood: {listing}")
        return lambda: self.looked_up(listing, question)

    def listing(self, question: Question) -> Listing:
        """Return the list whose first page, or middle, the question is about."""
        return Listing.read(QueryDict(urlencode(self.parameters(question))))

    def parameters(self, question: Question) -> list[tuple[str, str]]:
        """Return the question as a reader's URL has it."""
        pairs = [("q", question.text.ours)] if question.text else []
        if question.person:
            pairs.append(("person", Person.objects.get(name=question.person).slug))
        if question.topic:
            pairs.append(("topic", Topic.objects.get(name=question.topic).slug))
        pairs += [(name, str(day)) for name, day in (("from", question.first), ("to", question.last)) if day]
        if question.shows != BEST and question.text:
            pairs.append(("sort", "newest"))
        return pairs + ([("cursor", f"after-{self.middle.key}")] if question.deep else [])

    def looked_up(self, listing: Listing, question: Question) -> Answer:
        """Return what the index says; nothing that was counted before helps it."""
        self.snapshot.tallies.clear()
        conditions = listing.conditions
        if sizes := SIZES.get(question.shows):
            total, counts = self.snapshot.tally(conditions, sizes)
            return Answer(total, sum(map(len, counts.values())))
        if question.shows == BEST:
            keys = self.snapshot.best(conditions, size=SIZE + 1)
        else:
            beyond = listing.cursor.number if listing.cursor else None
            keys = self.snapshot.keys(conditions, size=SIZE + 1, beyond=beyond)
        return Answer(self.snapshot.total(conditions), len(keys))


class OursWithRows(Ours):
    """Asks as a page does, from the URL to the articles, summaries and names that are shown; only the drawing is left."""

    name = "ours, with rows"

    def ask(self, question: Question) -> Ask | None:
        """Return a function that finds everything a page of the list needs."""
        parameters = urlencode(self.parameters(question))
        return lambda: self.found(Listing.read(QueryDict(parameters)), question)

    def found(self, listing: Listing, question: Question) -> Answer:
        """Return what was found, fetched from the database."""
        self.snapshot.tallies.clear()
        found = Found(listing, size=SIZE, snapshot=self.snapshot)
        if question.shows in SIZES:
            return Answer(found.total, len(found.facets) + len(found.months))
        if question.shows == PAGE:
            return Answer(found.total, len(found.entries) + len(found.facets) + len(found.months))
        return Answer(self.snapshot.total(listing.conditions), len(found.entries))
