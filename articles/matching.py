"""What a batch of news items comes to: which are new, which are changed, which the archive has as they are."""

from dataclasses import dataclass, field, replace

from articles.markup import MarkupTooLarge, clean
from articles.models import Article
from articles.newsitem import NewsItem, Rejection
from articles.richtext import CleanHtml

LONGEST = {
    "headline": 500,
    "standfirst": 2000,
    "byline": 300,
    "section": 200,
    "publication": 200,
    "source_ref": 500,
    "source_url": 2000,
}


@dataclass(frozen=True, slots=True)
class Prepared:
    """An item ready to be written: its body clean, its text plain."""

    item: NewsItem
    body: CleanHtml
    text: str


@dataclass(slots=True)
class Plan:
    """Articles to make, articles to change, and how many stay as they are."""

    fresh: list[Prepared] = field(default_factory=list)
    changed: list[tuple[Article, Prepared]] = field(default_factory=list)
    unchanged: int = 0


def prepare(item: NewsItem, publication: str) -> Prepared | Rejection:
    """Return the item with its body cleaned, or why it can't be taken. `publication` is for items that name none."""
    item = replace(item, publication=item.publication or publication)
    for name, longest in LONGEST.items():
        if len(getattr(item, name)) > longest:
            return rejected(
                item, f"its {name} has {len(getattr(item, name)):,} characters, {longest:,} is the most"
            )
    if not item.headline.strip():
        return rejected(item, "it has no headline")
    try:
        body = CleanHtml(clean(item.body))
    except MarkupTooLarge as problem:
        return rejected(item, str(problem))
    return Prepared(item, body, body.text())


def rejected(item: NewsItem, reason: str) -> Rejection:
    """Return the rejection of an item, with its place."""
    return Rejection(reason=reason, source=item.source, line=item.line, excerpt=item.headline[:200])


def match(prepared: list[Prepared]) -> Plan:
    """Match items with the archive by publication and source reference, else by publication and content: two queries.

    An item whose reference is known and whose content is not is a new version. An item that comes twice counts once.
    """
    plan = Plan()
    by_ref = known_by_reference(prepared)
    contents = known_contents(prepared)
    for source in prepared:
        publication = source.item.publication
        ref, content = (publication, source.item.source_ref), (publication, source.item.content_sha256)
        article = by_ref.get(ref) if source.item.source_ref else None
        if article and article.content_sha256 != source.item.content_sha256:
            article.content_sha256 = source.item.content_sha256
            plan.changed.append((article, source))
        elif article or content in contents:
            plan.unchanged += 1
        else:
            plan.fresh.append(source)
            contents.add(content)
    return plan


def known_by_reference(prepared: list[Prepared]) -> dict[tuple[str, str], Article]:
    """Return the archive's articles that have the items' references."""
    refs = {source.item.source_ref for source in prepared if source.item.source_ref}
    return {
        (article.publication.name, article.source_ref): article
        for article in Article.objects.filter(source_ref__in=refs).select_related("publication")
    }


def known_contents(prepared: list[Prepared]) -> set[tuple[str, str]]:
    """Return which of the items' contents the archive has, and in which publication."""
    wanted = {source.item.content_sha256 for source in prepared}
    return set(
        Article.objects.filter(content_sha256__in=wanted).values_list("publication__name", "content_sha256")
    )
