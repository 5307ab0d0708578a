"""People of the archive as an import changes them, with other names and offices."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from articles.models import Alias, Office, Person

Brought = dict[int, str]
"""By id of a person, the slug of the record of this file that stands for it."""


@dataclass(slots=True, eq=False)
class Entry:
    """A person of the archive, or one about to be made, with other names and offices.

    `changed` names what of the person is to be written, `rewritten` holds the aliases and offices that are; `changes` counts
    all of it, also what is new.
    """

    person: Person
    aliases: dict[str, Alias] = field(default_factory=dict)
    offices: list[Office] = field(default_factory=list)
    brought: str = ""
    changed: set[str] = field(default_factory=set)
    rewritten: list[Alias | Office] = field(default_factory=list)
    changes: int = 0

    def names(self) -> Iterator[str]:
        """Yield every name of the person."""
        yield self.person.name
        yield from self.aliases

    def set(self, field: str, value: object) -> None:
        """Fill in a field of the person."""
        setattr(self.person, field, value)
        self.changed.add(field)
        self.changes += 1

    def add_alias(self, alias: Alias) -> None:
        """Add another name."""
        self.aliases[alias.name] = alias
        self.changes += 1

    def add_office(self, office: Office) -> None:
        """Add an office."""
        self.offices.append(office)
        self.changes += 1

    def rewrite(self, one: Alias | Office) -> None:
        """Let an alias or an office be written as it is now."""
        self.changes += 1
        if one.pk and one not in self.rewritten:
            self.rewritten.append(one)


def loaded(ids: set[int], brought: Brought) -> list[Entry]:
    """Return the people with these ids, their other names and offices; no one else changes them meanwhile."""
    people = Person.objects.filter(pk__in=ids).order_by("pk").select_for_update(of=("self",))
    found = {person.pk: Entry(person, brought=brought.get(person.pk, "")) for person in people}
    for alias in Alias.objects.filter(person__in=ids).order_by("id"):
        found[alias.person_id].aliases[alias.name] = alias
    for office in Office.objects.filter(person__in=ids).with_posts().order_by("id"):
        found[office.person_id].offices.append(office)
    return list(found.values())
