"""A person as our own files tell one: the same words in JSON Lines and in CSV."""

from collections.abc import Iterable

from articles.peoplerecords.records import HeldOffice, OtherName, PersonRecord, checked
from articles.peoplerecords.told import Told

PERSON = ("name", "sort_name", "slug", "description", "wikidata_id", "bioguide_id", "born", "died")
OFFICE = ("title", "organisation", "party", "state", "district", "manner", "from", "to", "source")


def person_of(
    told: Told, aliases: Iterable[OtherName], offices: Iterable[HeldOffice], *, source: str, line: int
) -> PersonRecord:
    """Return the person that a record tells of. Raises Unfit."""
    return checked(
        PersonRecord(
            name=told.line("name", required=True),
            sort_name=told.line("sort_name"),
            slug=told.slug("slug"),
            description=told.text("description"),
            wikidata_id=told.identifier("wikidata_id"),
            bioguide_id=told.identifier("bioguide_id"),
            born=told.day("born"),
            died=told.day("died"),
            aliases=tuple(aliases),
            offices=tuple(offices),
            source=source,
            line=line,
            remarks=tuple(dict.fromkeys(told.remarks)),
        )
    )


def fields_of(person: PersonRecord) -> dict[str, str | None]:
    """Return what `person_of` reads of the person alone."""
    texts = {name: getattr(person, name) for name in PERSON[:6]}
    return texts | {name: day and str(day) for name, day in (("born", person.born), ("died", person.died))}


def office_fields_of(office: HeldOffice) -> dict[str, str | None]:
    """Return what `held_office` reads."""
    return {
        "title": office.title,
        "organisation": office.organisation,
        "party": office.party,
        "state": office.state,
        "district": office.district,
        "manner": office.manner,
        "from": str(office.first),
        "to": str(office.last) if office.last else None,
        "source": office.source,
    }
