"""What a listing finds: one page of articles, the total, the facets and the months, from one look at the index."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

from articles import indexing
from articles.authority import Name
from articles.emptiness.meant import Correction, better_spellings
from articles.emptiness.reasons import Emptiness, reasons
from articles.listing import Listing
from articles.models import Article
from articles.naming.quoted import loaded_for, quoted_in
from articles.narrowing import Chosen, FacetCounts, filters_set
from articles.panel import panels, sizes
from articles.parameters import DEEPEST_RANK, Cursor
from articles.search.ask import Snapshot, Tally
from articles.search.excerpt import Fragment, excerpt
from articles.search.schema import id_of
from articles.standing import Named, Standings, standings_for

PAGE_SIZE = 20
OPENING = 280


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in a list, with the words that answer the search or begin it."""

    article: Article
    summary: tuple[Fragment, ...]
    standings: Standings = Standings()

    @property
    def people(self) -> list[Named]:
        """The people named, not the authors, with what they were on the article's date."""
        return self.standings.named_in(self.article)

    @property
    def topics(self) -> list[Name]:
        """The topics, as they were loaded with the article."""
        return [
            Name("topic", link.tag.id, link.tag.slug, link.tag.name)
            for link in self.article.topic_links.all()
        ]


@dataclass(frozen=True)
class Found:
    """One page of a listing. Everything in it comes from the same snapshot of the index."""

    listing: Listing
    size: int = PAGE_SIZE
    snapshot: Snapshot = field(default_factory=indexing.snapshot)

    @cached_property
    def total(self) -> int:
        """The exact number of articles in the whole list."""
        return self.tally[0]

    @cached_property
    def entries(self) -> list[Entry]:
        """The articles of this page in order. What readers may not see is left out, whatever the index says."""
        more = loaded_for(self.listing.understood.tree)
        articles = hydrated((id_of(key) for key in self.keys), *more)
        standings = standings_for(articles, self.snapshot)
        return [Entry(article, self.summary_of(article), standings) for article in articles]

    @cached_property
    def keys(self) -> list[int]:
        """The sort keys of this page, in the order of the list."""
        keys = self.stretch[: self.size]
        return keys[::-1] if self.is_backwards else keys

    @cached_property
    def stretch(self) -> list[int]:
        """The sort keys from the cursor on, one more than a page holds, the nearest to the cursor first."""
        cursor = self.listing.cursor
        if self.listing.sort == "relevance":
            skip = cursor.number if cursor else 0
            conditions = (
                replace(self.listing.conditions, upto=cursor.upto) if cursor else self.listing.conditions
            )
            return self.snapshot.best(conditions, size=self.size + 1, skip=skip)
        newest = (self.listing.sort == "newest") != self.is_backwards
        beyond = cursor.number if cursor else None
        return self.snapshot.keys(self.listing.conditions, size=self.size + 1, newest=newest, beyond=beyond)

    @property
    def is_backwards(self) -> bool:
        """Whether this page was reached from a later one."""
        return bool(self.listing.cursor and self.listing.cursor.kind == "before")

    @property
    def has_more(self) -> bool:
        """Whether the list goes on in the direction in which this page was read."""
        return len(self.stretch) > self.size

    @property
    def next_page(self) -> Listing | None:
        """The page after this one."""
        if not self.keys or not (self.has_more or self.is_backwards):
            return None
        if self.listing.sort == "relevance":
            cursor = self.listing.cursor or Cursor("rank", 0)
            rank, upto = cursor.number + self.size, cursor.upto or self.snapshot.highest_id
            return self.listing.at("rank", rank, upto) if rank < DEEPEST_RANK else None
        return self.listing.at("after", self.keys[-1])

    @property
    def is_cut(self) -> bool:
        """Whether the list has more than is shown in order of relevance."""
        return self.listing.sort == "relevance" and self.total > DEEPEST_RANK

    @property
    def previous_page(self) -> Listing | None:
        """The page before this one."""
        cursor = self.listing.cursor
        if not cursor or not self.keys:
            return None
        if cursor.kind == "rank":
            rank = max(0, cursor.number - self.size)
            return self.listing.at("rank", rank, cursor.upto) if cursor.number else None
        if self.is_backwards and not self.has_more:
            return None
        return self.listing.at("before", self.keys[0])

    @cached_property
    def tally(self) -> Tally:
        """How many articles there are, how many each value of each facet has, and each month: one look."""
        return self.snapshot.tally(self.listing.conditions, sizes(self.listing))

    @property
    def counts(self) -> dict[str, dict[int, int]]:
        """How many articles each value of each facet has, and each month."""
        return self.tally[1]

    @property
    def months(self) -> dict[int, int]:
        """How many articles each month has; a month is its year times twelve plus its number from 0."""
        return self.counts["month"]

    @cached_property
    def facets(self) -> list[FacetCounts]:
        """Every facet with the values that are shown: one query for all names."""
        return facets_of(self)[0]

    @property
    def chosen(self) -> list[Chosen]:
        """Every filter that is set, the text first."""
        return filters_set(self.listing)

    @property
    def problems(self) -> tuple[str, ...]:
        """What was not understood, in words for the reader."""
        return self.listing.problems + self.listing.understood.problems + unknown_in_words(self.listing)

    @cached_property
    def emptiness(self) -> Emptiness:
        """Why the list has no article, and the ways out."""
        return reasons(self.listing, self.snapshot)

    @cached_property
    def better_spellings(self) -> tuple[Correction, ...]:
        """What the search was perhaps meant to be, if it finds little."""
        return better_spellings(self.listing, self.total, self.snapshot)

    def summary_of(self, article: Article) -> tuple[Fragment, ...]:
        """Return the sentence that answers the search; else the standfirst, else how the text begins."""
        tree = self.listing.understood.tree
        text = f"{article.standfirst}\n{article.body.text()}"
        if tree and (found := excerpt(text, tree, article.language, quoted_in(article, tree))):
            return found
        if article.standfirst:
            return (Fragment(article.standfirst),)
        text = article.body.text()
        return (Fragment(text if len(text) <= OPENING else text[:OPENING].rsplit(" ", 1)[0] + " …"),)


def unknown_in_words(listing: Listing) -> tuple[str, ...]:
    """Return the filters that name no record, in words for the reader."""
    return tuple(f"The archive knows no {name} “{slug[:80]}”." for name, slug in listing.unknown)


def facets_of(*lists: Found) -> list[list[FacetCounts]]:
    """Return the facets of several lists of one page: one query for all names."""
    return panels([(found.listing, found.total, found.counts) for found in lists])


def hydrated(ids: Iterable[int], *more: str) -> list[Article]:
    """Return the published articles with these ids, in this order: a list, for the index knows the order.

    What stands under the names in `more` is loaded with them.
    """
    wanted = list(ids)
    shown = Article.objects.published().for_lists().prefetch_related(*more)
    found = shown.in_bulk(wanted) if wanted else {}
    return [found[identity] for identity in wanted if identity in found]
