"""Which article of the archive an item is, or is a new version of."""

from dataclasses import dataclass, field, replace

from articles.models import Article
from articles.models.article import next_free
from articles.newsitem import NewsItem
from articles.prepared import Prepared

LIKE = 0.5
"""Of the words of two texts, how many they must share for one to be a version of the other."""
FULLER = 1.1
"""By how much a text must be longer to take the place of another of the same page."""
Key = tuple[str, object]
"""The publication's name without regard to case, and a reference or number within it."""


@dataclass(eq=False, slots=True)
class Target:
    """An article that items of a batch are versions of: one of the archive, or one that the batch brings."""

    article: Article | None
    source: Prepared | None = None
    """What is to be written; None while the article stays as it is."""
    fills: bool = False
    """Whether that comes from elsewhere than the article, so that what it lacks takes nothing away."""

    number: int | None = None
    length: int = 0
    """Of an article that a dry run would have made: its number, and the words of its text."""

    @property
    def kind(self) -> str:
        """The format that the text came in, as it would stand now."""
        return self.source.kind if self.source else self.article.source_kind if self.article else ""

    @property
    def words(self) -> int:
        """The number of words of the text as it would stand now."""
        if self.source:
            return self.source.words
        return self.article.word_count if self.article else self.length


@dataclass(slots=True)
class Known:
    """The articles that the items of a batch may be, by everything that tells them apart."""

    contents: set[Key] = field(default_factory=set)
    references: dict[Key, Target] = field(default_factory=dict)
    others: dict[Key, Target] = field(default_factory=dict)
    """By the references of records that brought an article the archive had already."""
    addresses: dict[Key, Target] = field(default_factory=dict)
    texts: dict[Key, Target] = field(default_factory=dict)
    taken: set[Key] = field(default_factory=set)

    def has_content(self, source: Prepared) -> bool:
        """Return whether the archive was given this very record before."""
        content = source.item.content_sha256
        return bool(content) and (source.publication, content) in self.contents

    def by_reference(self, source: Prepared) -> Target | None:
        """Return the article that the item is a new version of, because its source says so or its file does."""
        if not source.item.source_ref:
            return None
        if is_made(source.item):
            return self.version_in_file(source)
        return self.references.get((source.publication, source.item.source_ref))

    def by_page(self, source: Prepared) -> Target | None:
        """Return the article that has the item's address or its very text, under whatever reference.

        An address alone is not enough: pages that change stand at one, and what is told of a day.
        """
        publication = source.publication
        there = self.addresses.get((publication, source.address_key))
        return (
            (there if there and is_same_story(there, source) else None)
            or self.texts.get((publication, source.text_key))
            or self.others.get((publication, source.item.source_ref))
        )

    def version_in_file(self, source: Prepared) -> Target | None:
        """Return the text of the item's file and day that is most like it, if one is: each only once."""
        own = (source.publication, source.item.source_ref)
        begins = day_reference(source.item)
        nearby = [k for k in self.references if k[0] == own[0] and str(k[1]).startswith(begins)]
        alike = {k: likeness(self.references[k], source) for k in nearby if k not in self.taken}
        best = max(alike, key=lambda key: (alike[key], key == own), default=None)
        if best is None or alike[best] < LIKE:
            return None
        self.taken.add(best)
        return self.references[best]

    def with_free_reference(self, source: Prepared) -> Prepared:
        """Return the item with its reference, numbered if an article that is not its own has it."""
        reference, publication = source.item.source_ref, source.publication
        if not reference or not is_made(source.item):
            return source
        used = {str(ref) for owner, ref in self.references.keys() | self.taken if owner == publication}
        free = next_free(reference, used)
        self.taken.add((publication, free))
        return replace(source, item=replace(source.item, source_ref=free))

    def learn(self, target: Target, source: Prepared) -> None:
        """Note that this item is, or belongs to, an article."""
        item = source.item
        self.contents.add((source.publication, item.content_sha256))
        reference = "" if is_made(item) else item.source_ref
        self.enter(target, source.publication, reference, source.address_key, source.text_key)

    def enter(
        self, target: Target, publication: str, reference: str, address: int | None, text: int | None
    ) -> None:
        """Note what tells an article apart."""
        if reference:
            self.references.setdefault((publication, reference), target)
        if address is not None:
            self.addresses.setdefault((publication, address), target)
        if text is not None:
            self.texts.setdefault((publication, text), target)


def is_made(item: NewsItem) -> bool:
    """Return whether the importer made the reference, of the file's name, the day and the headline."""
    return bool(item.source and item.source_ref.startswith(day_reference(item)))


def day_reference(item: NewsItem) -> str:
    """Return how references begin that an importer makes for this file and day."""
    return f"{item.source}#{item.published_on}/"


def is_same_story(target: Target, source: Prepared) -> bool:
    """Return whether two records of one address tell the same: by the headline, or by the words of the shorter text."""
    if target.source:
        headline, text = target.source.item.headline, target.source.text
    elif target.article:
        headline, text = target.article.headline, target.article.body.text()
    else:
        return True
    one, other = set(text.casefold().split()), set(source.text.casefold().split())
    shorter = min(len(one), len(other))
    return headline.casefold() == source.item.headline.casefold() or len(one & other) >= LIKE * shorter


def likeness(target: Target, source: Prepared) -> float:
    """Return how many of their words two texts share, from 0 to 1."""
    article = target.article
    if article is None:
        return 0.0
    one = set(f"{article.headline} {article.body.text()}".casefold().split())
    other = set(f"{source.item.headline} {source.text}".casefold().split())
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 1.0
