"""Which records go out: all there are, or some articles with all that they name."""

from array import array
from collections.abc import Iterable

from django.db.models import QuerySet

from articles.keeping.tables import TABLES
from articles.models import (
    Alias,
    Article,
    ArticleTopic,
    ImportProblem,
    Mention,
    OtherSource,
    Person,
    Publication,
    Section,
    Status,
    Topic,
    TopicAlias,
    TopicTree,
)

Ids = Iterable[int]
Choice = dict[str, "array[int]"]
"""The ids of the records of each table, in the order in which they were made: eight bytes for a record."""


def everything() -> Choice:
    """Return all records."""
    return {table.name: ordered(table.model._default_manager.all()) for table in TABLES}


def of_year(year: int) -> Choice:
    """Return the articles that bear a date of the year, all that they name, and the problems of imports with them."""
    problems = ImportProblem.objects.filter(article__published_on__year=year)
    return of_articles(Article.objects.filter(published_on__year=year), problems)


def published(year: int | None = None) -> Choice:
    """Return what readers may see: the published articles, of a year or of all, and what they name."""
    articles = Article.objects.filter(status=Status.PUBLISHED)
    return of_articles(
        articles.filter(published_on__year=year) if year else articles, ImportProblem.objects.none()
    )


def of_articles(articles: QuerySet[Article], problems: QuerySet[ImportProblem]) -> Choice:
    """Return these articles and problems, and all that they name."""
    people = Person.objects.filter(pk__in=Mention.objects.filter(content_object__in=articles).values("tag"))
    publications = Publication.objects.filter(pk__in=articles.values("publication"))
    sections = Section.objects.filter(pk__in=articles.values("section"))
    others = OtherSource.objects.filter(article__in=articles)
    topics, by_run = topics_of(articles)
    runs = (
        by_run
        | named("import_run", articles, others, people, publications, sections)
        | named("run", problems)
    )
    return {
        "runs": array("q", sorted(runs)),
        "publications": ordered(publications),
        "sections": ordered(sections),
        "feeds": array("q"),
        "people": ordered(people),
        "aliases": ordered(Alias.objects.filter(person__in=people)),
        "topics": array("q", sorted(topics)),
        "topic_aliases": array("q", aliases_of(topics)),
        "articles": ordered(articles),
        "problems": ordered(problems),
    }


def topics_of(articles: QuerySet[Article]) -> tuple[set[int], set[int]]:
    """Return the topics of articles, with all that they stand under, and the imports that made them."""
    links = ArticleTopic.objects.filter(content_object__in=articles)
    topics = TopicTree.of_archive().with_broader(named("tag", links))
    runs = Topic.objects.exclude(import_run=None).values_list("pk", "import_run")
    return topics, {run for topic, run in runs if topic in topics and run}


def aliases_of(topics: set[int]) -> list[int]:
    """Return the other names of topics."""
    pairs = TopicAlias.objects.order_by("pk").values_list("pk", "topic")
    return [alias for alias, topic in pairs if topic in topics]


def named(column: str, *records: QuerySet) -> set[int]:
    """Return the ids that stand in a column of these records."""
    found = (chosen.order_by().values_list(column, flat=True).distinct() for chosen in records)
    return {pk for ids in found for pk in ids if pk is not None}


def ordered(records: QuerySet) -> "array[int]":
    """Return the ids of records in order."""
    return array("q", records.order_by("pk").values_list("pk", flat=True).iterator())
