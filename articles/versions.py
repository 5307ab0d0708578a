"""Which article of the archive an item is a new version of."""

from dataclasses import dataclass, field, replace

from django.db.models import Q

from articles.models import Article
from articles.models.article import next_free
from articles.newsitem import NewsItem
from articles.richtext import CleanHtml

LIKE = 0.5
"""Of the words of two texts, how many they must share for one to be a version of the other."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """An item ready to be written: its body clean, its text plain."""

    item: NewsItem
    body: CleanHtml
    text: str


def key_of(item: NewsItem) -> str:
    """Return the publication's name without regard to case."""
    return item.publication.casefold()


@dataclass(slots=True)
class Known:
    """The articles that a batch's items may be versions of, by publication and reference. Each is given away once."""

    articles: dict[tuple[str, str], Article]
    taken: set[tuple[str, str]] = field(default_factory=set)

    def version_of(self, source: Prepared) -> Article | None:
        """Return the article that the item is a new version of, None if it is a new article."""
        item = source.item
        if not item.source_ref:
            return None
        key = (key_of(item), item.source_ref)
        if not is_made(item):
            return self.given(key) if key in self.articles else None
        nearby = [k for k in self.articles if k[0] == key[0] and k[1].startswith(day_reference(item))]
        alike = {k: likeness(self.articles[k], source) for k in nearby if k not in self.taken}
        best = max(alike, key=lambda k: (alike[k], k == key), default=None)
        return self.given(best) if best and alike[best] >= LIKE else None

    def given(self, key: tuple[str, str]) -> Article:
        """Return an article, and give it to no other item."""
        self.taken.add(key)
        return self.articles[key]

    def with_free_reference(self, source: Prepared) -> Prepared:
        """Return the item with its reference, numbered if an article that is not its own has it."""
        item = source.item
        if not item.source_ref:
            return source
        publication = key_of(item)
        used = {ref for owner, ref in self.articles.keys() | self.taken if owner == publication}
        free = next_free(item.source_ref, used)
        self.taken.add((publication, free))
        return replace(source, item=replace(item, source_ref=free))


def known_by_reference(prepared: list[Prepared]) -> Known:
    """Return the archive's articles that the items may be versions of: one query."""
    made = {source.item.source for source in prepared if is_made(source.item)}
    own = {source.item.source_ref for source in prepared if source.item.source_ref}
    asked = Q(source_ref__in=own)
    days = {source.item.published_on for source in prepared if is_made(source.item)}
    for name in made:
        asked |= Q(published_on__in=days, source_ref__startswith=f"{name}#")
    found = Article.objects.filter(asked).select_related("publication") if own else []
    return Known({(article.publication.name.casefold(), article.source_ref): article for article in found})


def is_made(item: NewsItem) -> bool:
    """Return whether the importer made the reference, of the file's name, the day and the headline."""
    return bool(item.source and item.source_ref.startswith(day_reference(item)))


def day_reference(item: NewsItem) -> str:
    """Return how references begin that an importer makes for this file and day."""
    return f"{item.source}#{item.published_on}/"


def likeness(article: Article, source: Prepared) -> float:
    """Return how many of their words two texts share, from 0 to 1."""
    one = set(f"{article.headline} {article.body.text()}".casefold().split())
    other = set(f"{source.item.headline} {source.text}".casefold().split())
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 1.0
