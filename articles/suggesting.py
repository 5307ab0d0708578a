"""What is offered while someone types in the search box: people, topics, sections, publications and headlines."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from articles.authority import Name, address_of, named
from articles.charts import MONTH_NAMES
from articles.models import Article
from articles.namedocuments import other_names
from articles.search.ask import Snapshot
from articles.search.conditions import Conditions
from articles.search.names import KINDS, has_words
from articles.search.schema import id_of
from articles.search.suggest import Candidate, headlines_like, names_like, words_of

LONGEST = 200
"""Characters; nothing is offered for more."""
Offered = tuple[tuple[str, ...], int]
OFFERED: tuple[Offered, ...] = ((("person",), 5), (("topic",), 3), (("section", "publication"), 2))
HEADLINES = 4
MOST_OF_A_KIND = 10
MOST_COUNTED = 20_000
"""More articles than these are not counted while someone waits, but told roughly."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A page that may be meant. `detail` says how much it holds and by which other name it was found, or its date."""

    kind: str
    label: str
    detail: str
    url: str


def suggestions(typed: str, snapshot: Snapshot, *, only: str = "") -> list[Suggestion]:
    """Return what fits the words typed, the last of which may go on: up to 14, those of one kind together.

    With `only`, what is of this kind: "person".
    """
    words = words_of(typed) if len(typed) <= LONGEST else ()
    if not words:
        return []
    if only in KINDS:
        return list(records(words, snapshot, (((only,), MOST_OF_A_KIND),)))
    return [*records(words, snapshot), *headlines(words, snapshot)]


def records(
    words: tuple[str, ...], snapshot: Snapshot, offered: Iterable[Offered] = OFFERED
) -> Iterator[Suggestion]:
    """Yield the records with a name that fits: a query, and two more if one was found by another name than its own."""
    found = [one for kinds, size in offered for one in names_like(snapshot, words, kinds, size)]
    names = named(ids_of(found))
    strangers = [one for one in found if (name := name_of(one, names)) and not has_words(name.name, words)]
    others = {
        (kind, identity): [other for other in spelled if has_words(other, words)]
        for kind, ids in ids_of(strangers).items()
        for identity, spelled in other_names(kind, ids).items()
    }
    for one in sorted(found, key=lambda candidate: KINDS.index(candidate.kind)):
        if name := name_of(one, names):
            also = [f"also “{other}”" for other in others.get((one.kind, one.id), ())[:1]]
            if known := extent(one, snapshot):
                yield Suggestion(
                    one.kind, name.name, " · ".join([*also, known]), address_of(name.kind, name.slug)
                )


def ids_of(candidates: Iterable[Candidate]) -> dict[str, list[int]]:
    """Return the ids of candidates by their kind."""
    found: dict[str, list[int]] = {}
    for candidate in candidates:
        found.setdefault(candidate.kind, []).append(candidate.id)
    return found


def name_of(candidate: Candidate, names: dict[tuple[str, int], Name]) -> Name | None:
    """Return the name of a candidate, None if its record is gone."""
    return names.get((candidate.kind, candidate.id))


def extent(candidate: Candidate, snapshot: Snapshot) -> str:
    """Return how many published articles a record is in: exactly, or roughly where they are very many.

    Return nothing for a record of drafts and withdrawn articles alone: even its name would tell of them.
    """
    if candidate.articles > MOST_COUNTED:
        unit = 10 ** (len(str(candidate.articles)) - 2)
        return f"about {candidate.articles // unit * unit:,} articles"
    asked = Conditions(having=((candidate.kind, frozenset({candidate.id})),))
    total, _ = snapshot.counted(asked, {}) if candidate.articles else (0, {})
    return (
        f"{total:,} article{'' if total == 1 else 's'}"
        if total
        else ""
        if candidate.articles
        else "no articles"
    )


def headlines(words: tuple[str, ...], snapshot: Snapshot) -> Iterator[Suggestion]:
    """Yield the newest articles whose headline fits, of those that readers may see: a query."""
    ids = [id_of(key) for key in headlines_like(snapshot, words, HEADLINES)]
    shown = Article.objects.published().only("headline", "slug", "published_on")
    articles = shown.in_bulk(ids) if ids else {}
    for article in (articles[identity] for identity in ids if identity in articles):
        day = article.published_on
        dated = f"{day.day} {MONTH_NAMES[day.month]} {day.year}"
        yield Suggestion("headline", article.headline, dated, article.get_absolute_url())
