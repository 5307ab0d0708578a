"""Records for tests, each with what the test is about and sensible rest."""

from collections.abc import Iterable
from datetime import date
from itertools import count

from articles.models import Alias, Article, Office, Organisation, Person, Post, Publication, Section, Topic

numbers = count(1)


def a_publication(name: str = "The Capital Ledger") -> Publication:
    return Publication.objects.get_or_create(name=name)[0]


def a_section(name: str = "Justice") -> Section:
    return Section.objects.get_or_create(name=name)[0]


def a_person(name: str = "Jeff Sessions", aliases: Iterable[str] = (), **fields) -> Person:
    person = Person.objects.get_or_create(name=name, defaults=fields)[0]
    Alias.objects.bulk_create(Alias(person=person, name=alias) for alias in aliases)
    return person


def a_topic(name: str = "Immigration", parent: Topic | None = None, **fields) -> Topic:
    return Topic.objects.get_or_create(name=name, defaults=fields | {"parent": parent})[0]


def a_post(title: str = "Attorney General", organisation: str = "Department of Justice", **fields) -> Post:
    holder = Organisation.objects.get_or_create(name=organisation)[0]
    return Post.objects.get_or_create(title=title, organisation=holder, defaults=fields)[0]


def an_office(
    person: str = "Jeff Sessions",
    title: str = "Attorney General",
    organisation: str = "Department of Justice",
    since: str = "2017-02-09",
    until: str | None = "2018-11-07",
    post: dict[str, object] | None = None,
    **fields,
) -> Office:
    return Office.objects.create(
        person=a_person(person),
        post=a_post(title, organisation, **(post or {})),
        held_from=date.fromisoformat(since),
        held_to=until and date.fromisoformat(until),
        **fields,
    )


def an_article(
    headline: str = "",
    on: str = "2017-06-09",
    people: Iterable[str] = (),
    topics: Iterable[str] = (),
    status: str = "published",
    publication: str = "The Capital Ledger",
    section: str = "Justice",
    **fields,
) -> Article:
    article = Article.objects.create(
        headline=headline or f"Headline {next(numbers)}",
        published_on=date.fromisoformat(on),
        status=status,
        publication=a_publication(publication),
        section=a_section(section) if section else None,
        body=fields.pop("body", "<p>The committee met on Friday.</p>"),
        **fields,
    )
    if people:
        article.people.add(*people)
    if topics:
        article.topics.add(*topics)
    return article
