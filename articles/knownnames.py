"""The names an import may meet: whom and what they stand for, and records for those the archive does not know."""

from collections.abc import Callable, Iterable

from django.db import models
from django.db.models import Q

from articles.knownpeople import known_people
from articles.models import Alias, ImportRun, Person, Publication, Section, Topic, TopicAlias
from articles.newsitem import NewsItem
from articles.people.appearing import Seen, seen
from articles.people.bylines import authors
from articles.people.keys import name_key
from articles.people.known import Known, Text
from articles.people.names import bare, slug, sort_name
from articles.people.recognise import Recogniser
from articles.slugs import free_slugs

SHARE_OF_NEW = 5
"""New names are looked for in texts when they are a fifth of all: every time, an import would read all names anew."""


class KnownNames:
    """People and topics by name and alias (people by its bare form), publications and sections: id for name.

    Loaded once for an import, and kept up by `learn`; `run` is noted with the records it makes.
    """

    def __init__(self, run: ImportRun | None = None) -> None:
        self.run = run
        people = known_people()
        self.known = {person.id: person for person in people}
        self.people = by_bare_name(
            (name, person.id) for person in reversed(people) for name in names_of(person)
        )
        self.topics = casefolded(
            [*TopicAlias.objects.values_list("name", "topic_id"), *Topic.objects.values_list("name", "id")]
        )
        self.publications = dict(Publication.objects.values_list("name", "id"))
        self.sections = dict(Section.objects.values_list("name", "id"))
        self.recogniser = Recogniser(people)
        self.fresh: set[int] = set()

    def publication_ids(self) -> list[int]:
        """Return the ids of the publications met so far."""
        return sorted(set(self.publications.values()))

    def learn(self, items: Iterable[NewsItem]) -> None:
        """Make records for the names in `items` that stand for nothing yet: four queries for any number.

        New authors are looked for in texts from the next import on: a staff is learned name by name, and all names would
        have to be read again for each.
        """
        items = list(items)
        for item in items:
            self.publications = with_record(self.publications, Publication, item.publication, self.run)
            self.sections = with_record(self.sections, Section, item.section, self.run)
        named = missing((name for item in items for name in item.people), self.people, bare)
        wrote = (name for item in items for name in authors(item.byline) if may_be_new(name))
        unknown = missing([*named, *missing(wrote, self.people, bare)], self.people, bare)
        made = records_called(Person, unknown, self.run, lambda name: {"sort_name": sort_name(name)})
        self.people |= {bare(name): pk for name, pk in made.items()}
        self.known |= {made[name]: Known(made[name], name, sort_name=sort_name(name)) for name in named}
        self.fresh.update(made[name] for name in named)
        topics = missing((name for item in items for name in item.topics), self.topics)
        self.topics |= {name.casefold(): pk for name, pk in records_called(Topic, topics, self.run).items()}
        if len(self.fresh) > (len(self.known) - len(self.fresh)) / SHARE_OF_NEW:
            self.recogniser, self.fresh = Recogniser(self.known.values()), set()

    def seen(self, text: Text, named: Iterable[int]) -> Seen:
        """Return what is seen in a text of which the source names these people, by id: those it names first among them."""
        found = seen(text, self.recogniser)
        fresh = self.fresh.intersection(named)
        if not fresh:
            return found
        fresh.update(appearance.person for appearance in found.appearances)
        fresh.update(person for doubtful in found.doubts for person in doubtful.candidates)
        return seen(text, Recogniser(self.known[person] for person in sorted(fresh)))


def records_called(
    model: type[Person] | type[Topic],
    names: list[str],
    run: ImportRun | None,
    more: Callable[[str], dict[str, str]] = lambda name: {},
) -> dict[str, int]:
    """Make a record for each of these names, which are all different, and return their ids: two queries."""
    if not names:
        return {}
    slugs = free_slugs(model, names)
    made = [
        model(name=name, slug=free, import_run=run, **more(name))
        for name, free in zip(names, slugs, strict=True)
    ]
    return {record.name: record.pk for record in model.objects.bulk_create(made)}


def names_of(person: Known) -> list[str]:
    """Return the names of a person, the other names first: of equal names the last counts, so everyone's own does."""
    return [*(other.name for other in person.others), person.name]


def by_bare_name(pairs: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Return ids by the bare form of a name; of equal names the last counts."""
    return {bare(name): identity for name, identity in pairs}


def may_be_new(name: str) -> bool:
    """Return whether a name in a byline may make a record: a single word is too often a desk or a pseudonym."""
    return " " in name


def people_called(names: Iterable[str], *, make: bool) -> dict[str, int]:
    """Return the people of these few names by bare name, looked up without loading all; `make` those who are unknown."""
    wanted = list(names)
    keys = {name_key(name) for name in wanted}
    known = by_bare_name(
        [
            *Alias.objects.filter(key__in=keys).values_list("name", "person_id"),
            *Person.objects.filter(key__in=keys).values_list("name", "id"),
        ]
    )
    for name in missing(filter(may_be_new, wanted), known, bare) if make else ():
        known[bare(name)] = Person.objects.create(name=name).pk
    return known


def casefolded(pairs: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Return ids by name without regard to case; of equal names the last counts."""
    return {name.casefold(): identity for name, identity in pairs}


def missing(
    names: Iterable[str], known: dict[str, int], key: Callable[[str], str] = str.casefold
) -> list[str]:
    """Return the names that are not known, each once, as it is written first."""
    unknown: dict[str, str] = {}
    for name in names:
        if key(name) not in known:
            unknown.setdefault(key(name), name)
    return list(unknown.values())


def with_record(
    known: dict[str, int], model: type[Publication] | type[Section], name: str, run: ImportRun | None
) -> dict[str, int]:
    """Return `known` with the id of the record called `name`, or so that its address would be the same; made if there is none."""
    if not name or name in known:
        return known
    same = Q(name__iexact=name) | Q(slug=slug(name))
    record: models.Model = model.objects.filter(same).first() or model.objects.create(
        name=name, import_run=run
    )
    return {**known, name: record.pk}
