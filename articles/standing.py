"""What the people in articles were on each article's date: one query for the offices of all of them, and no other."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from articles.authorship import named_in
from articles.models import Article, Mention, Person, Role
from articles.offices import Tenures, tenures_of
from articles.people.tenures import Standing, held_on, standing_on
from articles.search.ask import Snapshot
from articles.search.conditions import Conditions
from articles.search.schema import day_of

Ends = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Named:
    """Someone an article names, with what they were on its date."""

    mention: Mention
    standing: Standing | None = None
    others: tuple[Standing, ...] = ()
    """What else they were that day: the most senior stands in `standing`."""

    @property
    def person(self) -> Person:
        """Who it is."""
        return self.mention.tag

    @property
    def remarks(self) -> list[str]:
        """How they appear, in words: subject, 11 mentions, quoted."""
        count = self.mention.count
        told = {
            "subject": self.mention.role == Role.SUBJECT,
            f"{count:,} mentions": count > 1,
            "quoted": self.mention.quoted,
        }
        return [remark for remark, is_so in told.items() if is_so]


@dataclass(frozen=True, slots=True)
class Standings:
    """What people were on any day: their offices, and the first and the last day of the archive."""

    tenures: Tenures = field(default_factory=dict)
    ends: Ends = (None, None)

    def of(self, person: int, day: date) -> Standing | None:
        """Return what someone was on a day, as it is told beside the name."""
        return standing_on(self.tenures.get(person, ()), day, *self.ends)

    def named_in(self, article: Article) -> list[Named]:
        """Return those an article names, not its authors: whom it is about first, then who is named most."""
        mentions = sorted(named_in(article), key=lambda one: (one.role != Role.SUBJECT, -one.count))
        return [self._named(mention, article.published_on) for mention in mentions]

    def _named(self, mention: Mention, day: date) -> Named:
        held = held_on(self.tenures.get(mention.tag_id, ()), day)
        return Named(mention, self.of(mention.tag_id, day), tuple(Standing(tenure) for tenure in held[1:]))


def standings_for(articles: Iterable[Article], snapshot: Snapshot) -> Standings:
    """Return what those in the articles were, by their mentions as they are loaded: one query, however many articles."""
    people = {mention.tag_id for article in articles for mention in article.mentions.all()}
    return Standings(tenures_of(people), ends_of(snapshot))


def any_standing(named: Iterable[Named]) -> bool:
    """Return whether it is known of anyone what they were."""
    return any(one.standing for one in named)


@lru_cache(maxsize=2)
def ends_of(snapshot: Snapshot) -> Ends:
    """Return the first and the last day that have articles; looked up once for each state of the index."""
    first, last = (snapshot.keys(Conditions(), size=1, newest=newest) for newest in (False, True))
    return (day_of(first[0]) if first else None, day_of(last[0]) if last else None)
