"""Which articles of the archive the items of a batch may be."""

from collections import defaultdict
from collections.abc import Collection, Iterator

from django.db.models import Q

from articles.arrivals import Arrival
from articles.importers import Found, Unread
from articles.intake import Task
from articles.models import Article, OtherSource
from articles.newsitem import Rejection
from articles.prepared import Prepared, Repeated
from articles.querysets import ArticleQuerySet
from articles.versions import Known, Target, is_made

Other = tuple[int, str, str, int | None]
"""Of a further record: its article's id, the publication, its reference and the key of its address."""


def known_to(prepared: list[Prepared], publications: Collection[int], *, lock: bool = False) -> Known:
    """Return what the archive knows of the items, which are of these publications: four queries at most.

    With `lock`, in a transaction, no one else changes the articles found until its end: an editor's save waits.
    """
    known, others = known_records(prepared)
    rest = [source for source in prepared if not known.has_content(source)]
    ids = {row[0] for row in others} | named_by(rest, publications) if rest else set()
    articles = Article.objects.filter(id__in=ids).select_related("publication", "section", "import_run")
    if lock:
        articles = articles.select_for_update(of=("self",))
    targets = {article.pk: Target(article) for article in articles} if ids else {}
    for target in targets.values():
        if article := target.article:
            name = article.publication.name.casefold()
            known.enter(target, name, article.source_ref, article.address_key, article.text_key)
    for identity, publication, reference, address in others:
        if found := targets.get(identity):
            known.enter(found, publication, "", address, None)
            if reference:
                known.others.setdefault((publication, reference), found)
    return known


def without_repeated(task: list[Arrival], default: str) -> Task:
    """Return the records of a task, with those marked that the archive was given before: two queries.

    A record that is not read yet is one of the publication that the operator names, or `default`: had it named another
    itself, the archive would have it there.
    """
    hashes = {content_of(found) for _, found in task} - {""}
    rows = Article.objects.filter(content_sha256__in=hashes).exclude(content_sha256="")
    known = set(rows.values_list("content_sha256", "publication__name"))
    others = OtherSource.objects.filter(content_sha256__in=hashes)
    known.update(others.values_list("content_sha256", "article__publication__name"))
    contents = {(content, name.casefold()) for content, name in known}
    return [
        (place, Repeated() if (content_of(found), publication_of(found, default)) in contents else found)
        for place, found in task
    ]


def content_of(found: Found) -> str:
    """Return the hash of a record, "" for none."""
    return "" if isinstance(found, Rejection) else found.content_sha256


def publication_of(found: Found, default: str) -> str:
    """Return the publication of a record as far as it is known, without regard to case."""
    if isinstance(found, Rejection):
        return ""
    named = found.options.publication if isinstance(found, Unread) else found.publication
    return (" ".join(named.split()) or default).casefold()


def known_records(prepared: list[Prepared]) -> tuple[Known, list[Other]]:
    """Return the records that the archive was given before, and those further ones that name what the items name."""
    wanted = {source.item.content_sha256 for source in prepared if source.item.content_sha256}
    known = Known()
    same = Article.objects.filter(content_sha256__in=wanted).exclude(content_sha256="")
    for publication, content in same.values_list("publication__name", "content_sha256"):
        known.contents.add((publication.casefold(), content))
    references, addresses, _ = marks(prepared)
    asked = Q(content_sha256__in=wanted) | Q(address_key__in=addresses) | Q(source_ref__in=references)
    columns = ("article_id", "article__publication__name", "source_ref", "address_key", "content_sha256")
    others: list[Other] = []
    for article, name, reference, address, content in OtherSource.objects.filter(asked).values_list(*columns):
        publication = name.casefold()
        known.contents.add((publication, content))
        others.append((article, publication, reference, address))
    return known, others


def named_by(prepared: list[Prepared], publications: Collection[int]) -> set[int]:
    """Return the ids of the articles that have a reference, an address or a text of the items: one query.

    It is a union, for a database that looks for one of several columns reads the whole table rather than each index.
    """
    first, *rest = (found.values_list("id") for found in lookups(prepared, publications))
    return {
        identity for (identity,) in first.order_by().union(*(found.order_by() for found in rest), all=True)
    }


def lookups(prepared: list[Prepared], publications: Collection[int]) -> Iterator[ArticleQuerySet]:
    """Yield how to find the articles by each of what tells them apart."""
    references, addresses, texts = marks(prepared)
    given = Article.objects.exclude(source_ref="").filter(publication__in=publications)
    yield given.filter(source_ref__in=references)
    yield Article.objects.filter(address_key__in=addresses)
    yield Article.objects.filter(text_key__in=texts)
    days = defaultdict(set)
    for source in prepared:
        if is_made(source.item):
            days[source.item.source].add(source.item.published_on)
    for name, dates in days.items():
        yield Article.objects.filter(published_on__in=dates, source_ref__startswith=f"{name}#")


def marks(prepared: list[Prepared]) -> tuple[set[str], set[int], set[int]]:
    """Return the references, the keys of the addresses and the keys of the texts of the items."""
    return (
        {source.item.source_ref for source in prepared if source.item.source_ref},
        {source.address_key for source in prepared if source.address_key is not None},
        {source.text_key for source in prepared if source.text_key is not None},
    )
