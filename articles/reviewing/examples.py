"""Sentences in which a name stands, found by the search index."""

from collections.abc import Iterable
from dataclasses import dataclass

from articles import indexing
from articles.models import Article
from articles.search.ask import Snapshot
from articles.search.conditions import Conditions
from articles.search.excerpt import Fragment, excerpt
from articles.search.index import IndexBroken, IndexBusy
from articles.search.schema import PUBLISHED, STATUSES, id_of
from articles.search.tree import Phrase

NOT_READY = (indexing.IndexNotReady, IndexBroken, IndexBusy)
EXAMPLES = 3
EVERY_STATUS, PUBLISHED_ONLY = frozenset(range(len(STATUSES))), frozenset({PUBLISHED})


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with the name in it apart, and the article it stands in."""

    article: Article
    fragments: tuple[Fragment, ...]


def examples(names: Iterable[str], *, drafts: bool) -> dict[str, list[Example]]:
    """Return up to three sentences for each name, from the newest articles: published ones, or all with `drafts`.

    One query for any number of names; none are found while there is no index.
    """
    try:
        snapshot = indexing.snapshot()
        found = {name: articles_with(name, snapshot, drafts) for name in names}
    except NOT_READY:
        return {}
    rows = Article.objects.all() if drafts else Article.objects.published()
    articles = rows.in_bulk({pk for ids in found.values() for pk in ids})
    return {
        name: [example(articles[pk], name) for pk in ids if pk in articles] for name, ids in found.items()
    }


def articles_with(name: str, snapshot: Snapshot, drafts: bool) -> list[int]:
    """Return the ids of the newest articles that have a name as it is written."""
    asked = Conditions(tree=Phrase(name), statuses=EVERY_STATUS if drafts else PUBLISHED_ONLY)
    return [id_of(key) for key in snapshot.keys(asked, size=EXAMPLES)]


def example(article: Article, name: str) -> Example:
    """Return the sentence of an article that has a name: the headline if no other has it."""
    text = f"{article.standfirst}\n{article.body.text()}"
    found = excerpt(text, Phrase(name), article.language)
    return Example(article, found or (Fragment(article.headline),))
