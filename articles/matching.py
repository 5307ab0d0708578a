"""What a batch of news items comes to: which are new, which are changed, which the archive has as they are."""

from dataclasses import dataclass, field, replace

from articles.markup import MarkupTooLarge, clean
from articles.models import Article
from articles.newsitem import NewsItem, Rejection
from articles.richtext import CleanHtml
from articles.versions import Prepared, key_of, known_by_reference

LONGEST = {
    "headline": 500,
    "standfirst": 2000,
    "byline": 300,
    "section": 200,
    "publication": 200,
    "source_ref": 500,
    "source_url": 2000,
}


@dataclass(slots=True)
class Plan:
    """Articles to make, articles to change, and how many stay as they are."""

    fresh: list[Prepared] = field(default_factory=list)
    changed: list[tuple[Article, Prepared]] = field(default_factory=list)
    unchanged: int = 0


def prepare(item: NewsItem, publication: str) -> Prepared | Rejection:
    """Return the item with its body cleaned, or why it can't be taken. `publication` is for items that name none."""
    names = {name: " ".join(getattr(item, name).split()) for name in ("headline", "publication", "section")}
    item = replace(
        item,
        headline=names["headline"],
        section=names["section"],
        publication=names["publication"] or publication,
    )
    for name, longest in LONGEST.items():
        if len(getattr(item, name)) > longest:
            count = len(getattr(item, name))
            return rejected(item, f"its {name} has {count:,} characters, {longest:,} is the most")
    if not item.headline:
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
    """Match items with the archive: by publication and content, else by publication and reference.

    An item whose content the archive has is unchanged, wherever it comes from. A reference that the source itself gives
    names one article for ever. A reference made by an importer names a file and a day, and files of one name may hold
    different texts: its item is a new version of the text of that file and day that is most like it, if one is.
    """
    plan, contents = Plan(), known_contents(prepared)
    rest = []
    for source in prepared:
        if (content := (key_of(source.item), source.item.content_sha256)) in contents:
            plan.unchanged += 1
        else:
            contents.add(content)
            rest.append(source)
    known = known_by_reference(rest)
    for source in rest:
        article = known.version_of(source)
        if article:
            article.content_sha256 = source.item.content_sha256
            plan.changed.append((article, source))
        else:
            plan.fresh.append(known.with_free_reference(source))
    return plan


def known_contents(prepared: list[Prepared]) -> set[tuple[str, str]]:
    """Return which of the items' contents the archive has, and in which publication."""
    wanted = {source.item.content_sha256 for source in prepared}
    rows = Article.objects.filter(content_sha256__in=wanted).values_list(
        "publication__name", "content_sha256"
    )
    return {(publication.casefold(), content) for publication, content in rows}
