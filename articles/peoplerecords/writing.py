"""Write people with their other names and offices: a few queries, however many they are."""

from collections.abc import Iterable

from django.db.models import Q

from articles.models import Alias, FormerSlug, Office, Person
from articles.models.article import next_free
from articles.people.names import slug
from articles.peoplerecords.entries import Entry

ALIAS_FIELDS = ("used_from", "used_to")
OFFICE_FIELDS = ("party", "state", "district", "source", "held_to", "to_precision")
AT_ONCE = 1_000


def write(entries: Iterable[Entry]) -> None:
    """Write what is new or has changed, and nothing else."""
    touched = [entry for entry in entries if entry.changes or entry.person.pk is None]
    made = [entry.person for entry in touched if entry.person.pk is None]
    changed = [entry for entry in touched if entry.person.pk]
    give_slugs(made)
    Person.objects.bulk_create(made)
    rewrite(changed)
    for entry in touched:
        for alias in entry.aliases.values():
            alias.person = entry.person
        for office in entry.offices:
            office.person = entry.person
    aliases = [alias for entry in touched for alias in entry.aliases.values() if alias.pk is None]
    offices = [office for entry in touched for office in entry.offices if office.pk is None]
    Alias.objects.bulk_create(aliases, batch_size=AT_ONCE)
    Office.objects.bulk_create(offices, batch_size=AT_ONCE)


def rewrite(entries: list[Entry]) -> None:
    """Write what has changed of people, aliases and offices that were there before."""
    fields = {field for entry in entries for field in entry.changed}
    if fields:
        people = [entry.person for entry in entries if entry.changed]
        keys = {"sort_key"} if "sort_name" in fields else set()
        Person.objects.bulk_update(people, sorted(fields | keys))
    rewritten = [one for entry in entries for one in entry.rewritten]
    Alias.objects.bulk_update([one for one in rewritten if isinstance(one, Alias)], ALIAS_FIELDS)
    Office.objects.bulk_update([one for one in rewritten if isinstance(one, Office)], OFFICE_FIELDS)


def give_slugs(people: list[Person]) -> None:
    """Give each person its slug or, where that is taken now or was another’s, the next that is free."""
    wanted = [person.slug or slug(person.name) for person in people]
    taken = taken_among(Q(slug__in=set(wanted)))
    if taken:
        numbered = Q()
        for name in taken:
            numbered |= Q(slug__startswith=f"{name}-")
        taken |= taken_among(numbered)
    for person, name in zip(people, wanted, strict=True):
        person.slug = next_free(name, taken)
        taken.add(person.slug)


def taken_among(condition: Q) -> set[str]:
    """Return the slugs of people, and those they had before, that meet a condition: two queries."""
    now = Person.objects.filter(condition).values_list("slug", flat=True)
    before = FormerSlug.objects.filter(condition, topic=None).values_list("slug", flat=True)
    return {*now, *before}
