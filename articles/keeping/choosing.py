"""Which records go out: all there are, or some articles with all that they name."""

from array import array
from collections.abc import Iterable

from django.db.models import QuerySet

from articles.keeping.tables import TABLES
from articles.models import (
    Alias,
    Article,
    ArticleTopic,
    FormerSlug,
    ImportProblem,
    Mention,
    Office,
    Organisation,
    OtherSource,
    Person,
    Post,
    Publication,
    Quotation,
    Refusal,
    Section,
    Status,
    Topic,
    TopicAlias,
    TopicTree,
)

Ids = Iterable[int]
Choice = dict[str, "array[int]"]
"""The ids of the records of each table, in the order in which they were made: eight bytes for a record."""
NOT_OF_ARTICLES = ("feeds", "proposals", "curations")
"""The tables of which some articles take nothing with them."""


def everything() -> Choice:
    """Return all records."""
    return {table.name: ordered(table.model._default_manager.all()) for table in TABLES}


def of_year(year: int) -> Choice:
    """Return the articles that bear a date of the year, all that they name, and the problems of imports with them.

    Whom an editor refused in one of them is there as well. What editors did to people and topics, and which unknown names
    recur, is not: it is about the whole archive, and says nowhere which articles it concerns.
    """
    articles = Article.objects.filter(published_on__year=year)
    problems = ImportProblem.objects.filter(article__published_on__year=year)
    refused = Refusal.objects.filter(article__in=articles).order_by().values("person")
    return of_articles(articles, people_of(articles).union(refused), problems)


def published(year: int | None = None) -> Choice:
    """Return what readers may see: the published articles, of a year or of all, and what they name."""
    articles = Article.objects.filter(status=Status.PUBLISHED)
    if year:
        articles = articles.filter(published_on__year=year)
    return of_articles(articles, people_of(articles), ImportProblem.objects.none())


def of_articles(
    articles: QuerySet[Article], named_people: QuerySet, problems: QuerySet[ImportProblem]
) -> Choice:
    """Return these articles, people and problems, and all that they name."""
    people = Person.objects.filter(pk__in=named_people)
    publications = Publication.objects.filter(pk__in=articles.values("publication"))
    sections = Section.objects.filter(pk__in=articles.values("section"))
    others = OtherSource.objects.filter(article__in=articles)
    topics, runs = topics_of(articles)
    runs |= named("import_run", articles, others, people, publications, sections) | named("run", problems)
    return dict.fromkeys(NOT_OF_ARTICLES, array("q")) | {
        "runs": array("q", sorted(runs)),
        "publications": ordered(publications),
        "sections": ordered(sections),
        "people": ordered(people),
        "aliases": ordered(Alias.objects.filter(person__in=people)),
        **offices_of(people),
        "topics": array("q", sorted(topics)),
        "topic_aliases": array("q", those_of(topics, TopicAlias.objects.all())),
        "former_slugs": former_slugs_of(people, topics),
        "articles": ordered(articles),
        "problems": ordered(problems),
    }


def people_of(articles: QuerySet[Article]) -> QuerySet:
    """Return the ids of the people whom articles mention or quote."""
    mentioned = Mention.objects.filter(content_object__in=articles).order_by().values("tag")
    quoted = Quotation.objects.filter(article__in=articles).exclude(person=None).order_by().values("person")
    return mentioned.union(quoted)


def offices_of(people: QuerySet[Person]) -> Choice:
    """Return the offices of people, their posts, and the organisations of these with all that they are parts of."""
    offices = Office.objects.filter(person__in=people)
    posts = Post.objects.filter(pk__in=offices.order_by().values("post"))
    return {
        "organisations": array("q", sorted(with_wholes(named("organisation", posts)))),
        "posts": ordered(posts),
        "offices": ordered(offices),
    }


def with_wholes(organisations: set[int]) -> set[int]:
    """Return organisations with all that they are parts of."""
    parents = dict(Organisation.objects.order_by().values_list("pk", "parent"))
    found = set[int]()
    for organisation in organisations:
        step: int | None = organisation
        while step is not None and step not in found:
            found.add(step)
            step = parents.get(step)
    return found


def former_slugs_of(people: QuerySet[Person], topics: set[int]) -> "array[int]":
    """Return the former addresses of people and topics."""
    of_people = ordered(FormerSlug.objects.filter(person__in=people))
    of_topics = those_of(topics, FormerSlug.objects.exclude(topic=None))
    return array("q", sorted([*of_people, *of_topics]))


def topics_of(articles: QuerySet[Article]) -> tuple[set[int], set[int]]:
    """Return the topics of articles, with all that they stand under, and the imports that made them."""
    links = ArticleTopic.objects.filter(content_object__in=articles)
    topics = TopicTree.of_archive().with_broader(named("tag", links))
    runs = Topic.objects.exclude(import_run=None).values_list("pk", "import_run")
    return topics, {run for topic, run in runs if topic in topics and run}


def those_of(topics: set[int], records: QuerySet) -> list[int]:
    """Return which of these records belong to one of the topics."""
    pairs = records.order_by("pk").values_list("pk", "topic")
    return [pk for pk, topic in pairs if topic in topics]


def named(column: str, *records: QuerySet) -> set[int]:
    """Return the ids that stand in a column of these records."""
    found = (chosen.order_by().values_list(column, flat=True).distinct() for chosen in records)
    return {pk for ids in found for pk in ids if pk is not None}


def ordered(records: QuerySet) -> "array[int]":
    """Return the ids of records in order."""
    return array("q", records.order_by("pk").values_list("pk", flat=True).iterator())
