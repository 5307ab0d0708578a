"""The only writer of imported articles: news items in, articles out, the same item never twice."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles import mentions
from articles.knownnames import KnownNames
from articles.markup import word_count
from articles.matching import Plan, match, prepare, rejected
from articles.models import Article, ImportProblem, ImportRun, Status
from articles.models.article import midnight
from articles.newsitem import NewsItem, Rejection
from articles.slugs import give_slugs
from articles.tally import Tally
from articles.versions import Prepared, is_made

BATCH = 400
FOLLOWING = {"headline": "headline_made", "published_at": "time_known", "published_on": "published_at"}
"""What goes with a field that an editor changed."""
TRIES = 5

Report = Callable[[Tally, list[Rejection]], None]


class Ingest:
    """One import. Every batch is one transaction, so that a run that is killed goes on where it stopped."""

    def __init__(self, run: ImportRun | None) -> None:
        """Without a `run` nothing is written, and the counts are those that a run would have."""
        self.run = run
        self.tally = Tally()
        self.known = KnownNames()
        self.foreseen: set[tuple[str, str]] = set()
        self.references: dict[int, int] = {}

    def take(self, items: Iterable[NewsItem | Rejection], report: Report) -> Tally:
        """Write the items in batches; call `report` with the tally so far and the batch's rejections after each."""
        for batch in batches(items):
            found = [self.prepared(item) if isinstance(item, NewsItem) else item for item in batch]
            rejections = [item for item in found if isinstance(item, Rejection)]
            prepared = [item for item in found if isinstance(item, Prepared)]
            tally = self.write(prepared, rejections) if self.run else self.foresee(prepared)
            tally.rejected = len(rejections)
            self.tally += tally
            report(self.tally, rejections)
        return self.tally

    def prepared(self, item: NewsItem) -> Prepared | Rejection:
        """Return the item ready to be written. Of two with the same reference the first counts."""
        found = prepare(item, settings.ARCHIVE_NAME)
        if isinstance(found, Prepared) and self.contradicts(found.item):
            reason = f"the reference “{item.source_ref[:80]}” stands here a second time, with another text"
            return rejected(found.item, reason)
        return found

    def contradicts(self, item: NewsItem) -> bool:
        """Return whether this import brought another text under the same reference; hashes keep that small."""
        if not item.source_ref or is_made(item):
            return False
        reference, content = hash((item.publication, item.source_ref)), hash(item.content_sha256)
        return self.references.setdefault(reference, content) != content

    def write(self, prepared: list[Prepared], rejections: list[Rejection]) -> Tally:
        """Write one batch; write it again if another import took the same address in the same moment."""
        for attempt in range(TRIES):
            try:
                with transaction.atomic():
                    plan = match(prepared)
                    self.save(plan)
                    tally = Tally(len(plan.fresh), len(plan.changed), plan.unchanged)
                    self.note(self.tally + tally, rejections)
                    return tally
            except IntegrityError:
                self.known = KnownNames()
                if attempt == TRIES - 1:
                    raise
        raise AssertionError("unreachable")

    def foresee(self, prepared: list[Prepared]) -> Tally:
        """Return the tally that writing one batch would have."""
        plan = match(prepared)
        contents = {(source.item.publication, source.item.content_sha256) for source in plan.fresh}
        new = len(contents - self.foreseen)
        self.foreseen |= contents
        return Tally(new, len(plan.changed), plan.unchanged + len(plan.fresh) - new)

    def save(self, plan: Plan) -> None:
        """Write what is new and what is changed, with the people and topics of both."""
        items = [source.item for source in plan.fresh] + [source.item for _, source in plan.changed]
        self.known.learn(items)
        articles = [self.article_of(source) for source in plan.fresh]
        give_slugs(articles)
        Article.objects.bulk_create(articles)
        for article, source in plan.changed:
            self.change(article, source)
        mentions.write([*zip(articles, plan.fresh, strict=True), *plan.changed], self.known)

    def article_of(self, source: Prepared) -> Article:
        """Return a new article made of an item, not yet saved and without a slug."""
        item = source.item
        return Article(
            publication_id=self.known.publications[item.publication],
            published_on=item.published_on,
            status=Status.PUBLISHED,
            source_ref=item.source_ref,
            content_sha256=item.content_sha256,
            import_run=self.run,
            **self.content_of(source),
        )

    def content_of(self, source: Prepared) -> dict[str, object]:
        """Return the fields that a new version of an item may change."""
        item = source.item
        return {
            "headline": item.headline,
            "headline_made": item.headline_made,
            "standfirst": item.standfirst,
            "body": source.body,
            "word_count": word_count(source.text),
            "byline": item.byline,
            "section_id": self.known.sections[item.section] if item.section else None,
            "source_url": item.source_url,
            "language": item.language or "en",
            "published_at": item.published_at or midnight(item.published_on),
            "time_known": item.published_at is not None,
        }

    def change(self, article: Article, source: Prepared) -> None:
        """Give an article its new content, but leave alone what an editor changed by hand."""
        kept = {
            *article.edited_fields,
            *(FOLLOWING[name] for name in article.edited_fields if name in FOLLOWING),
        }
        if "published_on" not in kept and article.published_on != source.item.published_on:
            article.published_on, article.slug = source.item.published_on, ""
        for name, value in self.content_of(source).items():
            if name.removesuffix("_id") not in kept:
                setattr(article, name, value)
        article.save()

    def note(self, tally: Tally, rejections: list[Rejection]) -> None:
        """Keep in the run's record what became of its items."""
        assert self.run is not None  # noqa: S101 - foresee() serves an import without a run
        number = self.run.rejected
        ImportProblem.objects.bulk_create(
            ImportProblem(
                run=self.run,
                number=number + place,
                source=rejection.source[:500],
                line=rejection.line,
                reason=rejection.reason[:500],
                excerpt=rejection.excerpt[:200],
            )
            for place, rejection in enumerate(rejections, start=1)
        )
        counts = {
            "created": tally.created,
            "updated": tally.updated,
            "unchanged": tally.unchanged,
            "rejected": number + len(rejections),
        }
        ImportRun.objects.filter(pk=self.run.pk).update(**counts)
        transaction.on_commit(lambda: self.run.__dict__.update(counts))


@contextmanager
def recorded(run: ImportRun | None) -> Iterator[None]:
    """Keep in the record of an import how it ended."""
    state = ImportRun.State.FAILED
    try:
        yield
        state = ImportRun.State.FINISHED
    finally:
        if run:
            ImportRun.objects.filter(pk=run.pk).update(state=state, finished_at=timezone.now())


def batches(items: Iterable[NewsItem | Rejection]) -> Iterator[list[NewsItem | Rejection]]:
    """Yield the items 400 at a time."""
    waiting = iter(items)
    while batch := list(islice(waiting, BATCH)):
        yield batch
