"""People on their way out of the archive, in the order of their addresses, as records: memory does not grow with them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from articles.models import Alias, Office, Person
from articles.peoplerecords.holding import first, last
from articles.peoplerecords.records import HeldOffice, OtherName, PersonRecord

AT_ONCE = 500


class NoSuchPerson(Exception):
    """An address that no person has; the message is the address."""


def leaving(slugs: Iterable[str] = ()) -> Iterator[PersonRecord]:
    """Return the people with these slugs, or all: three queries for every 500. Raises NoSuchPerson at once."""
    wanted = set(slugs)
    found = dict(Person.objects.order_by().values_list("slug", "id"))
    if unknown := wanted - found.keys():
        raise NoSuchPerson(min(unknown))
    return records_of([found[slug] for slug in sorted(wanted or found)])


def records_of(ids: list[int]) -> Iterator[PersonRecord]:
    """Yield the people with these ids, in this order."""
    for start in range(0, len(ids), AT_ONCE):
        some = ids[start : start + AT_ONCE]
        people = Person.objects.in_bulk(some)
        aliases, offices = defaultdict(list), defaultdict(list)
        for alias in Alias.objects.filter(person__in=some).order_by():
            aliases[alias.person_id].append(other_name_of(alias))
        for office in Office.objects.filter(person__in=some).with_posts().order_by():
            offices[office.person_id].append(held_office_of(office))
        yield from (record_of(people[pk], aliases[pk], offices[pk]) for pk in some if pk in people)


def record_of(person: Person, aliases: list[OtherName], offices: list[HeldOffice]) -> PersonRecord:
    """Return a person as a record, its names and offices in an order that no database decides."""
    return PersonRecord(
        name=person.name,
        sort_name=person.sort_name,
        slug=person.slug,
        description=person.description,
        wikidata_id=person.wikidata_id,
        bioguide_id=person.bioguide_id,
        born=person.born,
        died=person.died,
        aliases=tuple(sorted(aliases, key=lambda alias: alias.name)),
        offices=tuple(
            sorted(
                offices,
                key=lambda held: (held.first.day, held.title, held.organisation, held.state, held.district),
            )
        ),
    )


def other_name_of(alias: Alias) -> OtherName:
    """Return another name as a record."""
    return OtherName(name=alias.name, kind=alias.kind, used_from=alias.used_from, used_to=alias.used_to)


def held_office_of(office: Office) -> HeldOffice:
    """Return an office as a record."""
    return HeldOffice(
        title=office.post.title,
        organisation=office.post.organisation.name,
        first=first(office),
        last=last(office),
        party=office.party,
        state=office.state,
        district=office.district,
        manner=office.manner,
        source=office.source,
    )
