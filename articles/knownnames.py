"""The names an import may meet: whom and what they stand for, and records for those the archive does not know."""

from collections.abc import Callable, Iterable

from django.db.models import Q

from articles.models import Alias, Person, Publication, Section, Topic, TopicAlias
from articles.newsitem import NewsItem
from articles.people.bylines import authors
from articles.people.keys import name_key
from articles.people.names import bare, slug
from articles.people.recognise import Recogniser


class KnownNames:
    """People and topics by name and alias (people by its bare form), publications and sections: id for name.

    Loaded once for an import, and kept up by `learn`.
    """

    def __init__(self) -> None:
        self.people = by_bare_name(
            [*Alias.objects.values_list("name", "person_id"), *Person.objects.values_list("name", "id")]
        )
        self.topics = casefolded(
            [*TopicAlias.objects.values_list("name", "topic_id"), *Topic.objects.values_list("name", "id")]
        )
        self.publications = dict(Publication.objects.values_list("name", "id"))
        self.sections = dict(Section.objects.values_list("name", "id"))
        self.recogniser = Recogniser(names_of_people())

    def learn(self, items: Iterable[NewsItem]) -> None:
        """Make records for the names in `items` that stand for nothing yet.

        New authors are looked for in texts from the next import on: a staff is learned name by name, and all names would
        have to be read again for each.
        """
        items = list(items)
        for item in items:
            self.publications = with_record(self.publications, Publication, item.publication)
            self.sections = with_record(self.sections, Section, item.section)
        unknown = missing((name for item in items for name in item.people), self.people, bare)
        wrote = (name for item in items for name in authors(item.byline) if may_be_new(name))
        for name in [*unknown, *missing(wrote, self.people, bare)]:
            if bare(name) not in self.people:
                self.people[bare(name)] = Person.objects.create(name=name).pk
        for name in missing((name for item in items for name in item.topics), self.topics):
            self.topics[name.casefold()] = Topic.objects.create(name=name).pk
        if unknown:
            self.recogniser = Recogniser(names_of_people())


def names_of_people() -> list[tuple[int, str]]:
    """Return every name and alias with the id of its person."""
    return [*Person.objects.values_list("id", "name"), *Alias.objects.values_list("person_id", "name")]


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


def with_record(known: dict[str, int], model: type[Publication] | type[Section], name: str) -> dict[str, int]:
    """Return `known` with the id of the record called `name`, or so that its address would be the same; made if there is none."""
    if not name or name in known:
        return known
    same = Q(name__iexact=name) | Q(slug=slug(name))
    record = model.objects.filter(same).first() or model.objects.create(name=name)
    return {**known, name: record.pk}
