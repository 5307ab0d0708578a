"""What a batch of items came to is written: articles, where they were found, whom and what they name, their copies."""

from django.db.models import F
from django.utils import timezone

from articles import copies, mentions
from articles.knownnames import KnownNames
from articles.matching import Plan, provenance_of
from articles.models import Article, ImportProblem, ImportRun, OtherSource, Status
from articles.models.article import midnight
from articles.prepared import Prepared
from articles.revising import revise
from articles.slugs import give_slugs
from articles.versions import Target

LENT = ("standfirst", "byline", "section_id", "source_url")
WAITING = (Status.DRAFT, Status.SCHEDULED)
Pair = tuple[Article, Prepared]


class Writer:
    """Writes for one import; with `draft` nothing new is published."""

    def __init__(self, run: ImportRun | None, known: KnownNames, *, draft: bool = False) -> None:
        self.run, self.known, self.draft = run, known, draft

    def write(self, plan: Plan) -> list[ImportProblem]:
        """Write what is new and what is changed, and return the fields in which an editor's text stayed."""
        fresh = [(target, target.source) for target in plan.fresh if target.source]
        written = [s.item for t in (*plan.fresh, *plan.changed) if (s := t.source)]
        self.known.learn([*written, *(source.item for _, source in plan.lent)])
        made = [(self.article_of(source), source) for _, source in fresh]
        for (target, _), (article, _) in zip(fresh, made, strict=True):
            target.article = article
        give_slugs([article for article, _ in made])
        Article.objects.bulk_create(article for article, _ in made)
        problems = [problem for target in plan.changed for problem in self.revise(target)]
        changed = [(t.article, t.source) for t in plan.changed if t.article and t.source]
        self.save([article for article, _ in changed])
        self.save([article for article, source in plan.lent if self.lend(article, source)])
        self.write_others(plan)
        filled = {target.article.pk for target in plan.changed if target.fills and target.article}
        filled |= {article.pk for article, _ in plan.lent}
        mentions.write([*made, *changed, *plan.lent], self.known, adding=filled)
        copies.let_go([article.pk for article, _ in changed])
        copies.take_up([copies.Text(article, s.text, s.bands) for article, s in (*made, *changed)])
        return problems

    def save(self, articles: list[Article]) -> None:
        """Write articles that were changed; to change what the same import made is no later change."""
        own = [
            a.pk
            for a in articles
            if self.run and a.import_run_id == self.run.pk and a.added_at == a.updated_at
        ]
        for article in articles:
            article.save()
        if own:
            Article.objects.filter(pk__in=own).update(updated_at=F("added_at"))

    def lend(self, article: Article, source: Prepared) -> bool:
        """Give an article, not yet saved, what it lacks and a further record has; return whether there is any."""
        content = self.content_of(source)
        lacking = {
            name: content[name]
            for name in LENT
            if content[name]
            and not getattr(article, name)
            and name.removesuffix("_id") not in article.edited_fields
        }
        for name, value in lacking.items():
            setattr(article, name, value)
        return bool(lacking)

    def write_others(self, plan: Plan) -> None:
        """Keep the further records of articles."""
        for other in plan.others:
            if other.target.article:
                other.record.article, other.record.import_run = other.target.article, self.run
        OtherSource.objects.bulk_create((other.record for other in plan.others), ignore_conflicts=True)

    def revise(self, target: Target) -> list[ImportProblem]:
        """Give an article its new content, not yet saved; return what an editor's text kept out."""
        article, source = target.article, target.source
        if not article or not source:
            return []
        kept = revise(article, self.content_of(source), fills=target.fills)
        if self.appears(article, source):
            article.status = Status.PUBLISHED
        return [
            ImportProblem(
                kind=ImportProblem.Kind.KEPT,
                article=article,
                source=source.item.source,
                line=source.item.line,
                reason=f"the {name} was changed by hand and stays; the source says something else now",
                excerpt=str(getattr(source.item, name, ""))[:200],
            )
            for name in kept
        ]

    def appears(self, article: Article, source: Prepared) -> bool:
        """Return whether a draft of the source's, which no one here has touched, was published there since."""
        run = article.import_run
        return (
            not (self.draft or source.item.status)
            and article.status in WAITING
            and article.added_at == article.updated_at
            and bool(run and not run.options.get("draft"))
        )

    def article_of(self, source: Prepared) -> Article:
        """Return a new article made of an item, not yet saved and without a slug."""
        now = timezone.now()
        return Article(
            publication_id=self.known.publications[source.item.publication],
            status=Status.DRAFT if self.draft else source.item.status or Status.PUBLISHED,
            import_run=self.run,
            added_at=now,
            updated_at=now,
            **{"source_ref": source.item.source_ref} | self.content_of(source),
        )

    def content_of(self, source: Prepared) -> dict[str, object]:
        """Return the fields that a new version of an item may change."""
        item = source.item
        came_from = provenance_of(source)
        del came_from["source_ref"]
        return came_from | {
            "headline": item.headline,
            "headline_made": item.headline_made,
            "standfirst": item.standfirst,
            "body": source.body,
            "word_count": source.words,
            "byline": item.byline,
            "section_id": self.known.sections.get(item.section) if item.section else None,
            "published_on": item.published_on,
            "language": item.language,
            "published_at": item.published_at or midnight(item.published_on),
            "time_known": item.published_at is not None,
            "text_key": source.text_key,
        }
