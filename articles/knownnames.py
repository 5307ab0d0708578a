"""The names an import may meet: whom and what they stand for, and records for those the archive does not know."""

from collections.abc import Iterable

from django.db.models import Q

from articles.models import Alias, Person, Publication, Section, Topic
from articles.newsitem import NewsItem
from articles.people.names import slug
from articles.people.recognise import Recogniser


class KnownNames:
    """People by name and alias (whatever the case), topics, publications and sections: id for name.

    Loaded once for an import, and kept up by `learn`.
    """

    def __init__(self) -> None:
        self.people = casefolded(
            [*Alias.objects.values_list("name", "person_id"), *Person.objects.values_list("name", "id")]
        )
        self.topics = casefolded(Topic.objects.values_list("name", "id"))
        self.publications = dict(Publication.objects.values_list("name", "id"))
        self.sections = dict(Section.objects.values_list("name", "id"))
        self.recogniser = Recogniser(names_of_people())

    def learn(self, items: Iterable[NewsItem]) -> None:
        """Make records for the names in `items` that stand for nothing yet."""
        items = list(items)
        for item in items:
            self.publications = with_record(self.publications, Publication, item.publication)
            self.sections = with_record(self.sections, Section, item.section)
        unknown = missing((name for item in items for name in item.people), self.people)
        for name in unknown:
            self.people[name.casefold()] = Person.objects.create(name=name).pk
        for name in missing((name for item in items for name in item.topics), self.topics):
            self.topics[name.casefold()] = Topic.objects.create(name=name).pk
        if unknown:
            self.recogniser = Recogniser(names_of_people())


def names_of_people() -> list[tuple[int, str]]:
    """Return every name and alias with the id of its person."""
    return [*Person.objects.values_list("id", "name"), *Alias.objects.values_list("person_id", "name")]


def casefolded(pairs: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Return ids by name without regard to case; of equal names the last counts."""
    return {name.casefold(): identity for name, identity in pairs}


def missing(names: Iterable[str], known: dict[str, int]) -> list[str]:
    """Return the names that are not known, each once, as it is written first."""
    unknown: dict[str, str] = {}
    for name in names:
        if name.casefold() not in known:
            unknown.setdefault(name.casefold(), name)
    return list(unknown.values())


def with_record(known: dict[str, int], model: type[Publication] | type[Section], name: str) -> dict[str, int]:
    """Return `known` with the id of the record called `name`, or so that its address would be the same; made if there is none."""
    if not name or name in known:
        return known
    same = Q(name__iexact=name) | Q(slug=slug(name))
    record = model.objects.filter(same).first() or model.objects.create(name=name)
    return {**known, name: record.pk}
