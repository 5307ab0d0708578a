"""Who was named in an article so far, and whom a family name stands for from there on."""

from collections.abc import Iterable

from articles.people.spotting import Lexicon

STRANGER = -1
"""Stands for someone whom nobody knows."""


class Introductions:
    """Remembers, for one article, who bears each family name, and who was named by it last."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.people: dict[str, list[int]] = {}
        self.latest: dict[str, int] = {}
        self.shared: set[str] = set()
        self.titles: dict[str, set[str]] = {}

    def add(self, person: int, *, beside_other: bool = False) -> None:
        """Note that a person was named in full: the family name may stand for the person from here on.

        `beside_other` says that someone else of the name was named in the same breath: Bill and Hillary Clinton.
        """
        for family in self.lexicon.families[person]:
            if beside_other or (self.latest.get(family) == STRANGER and family not in self.people):
                self.shared.add(family)
            known = self.people.setdefault(family, [])
            if person not in known:
                known.append(person)
            self.latest[family] = person

    def add_stranger(self, family: str, titles: Iterable[str] = ()) -> None:
        """Note that someone unknown of a family was named, with these titles."""
        self.latest[family] = STRANGER
        self.titles.setdefault(family, set()).update(titles)

    def has_stranger_titled(self, family: str, titles: Iterable[str]) -> bool:
        """Return whether someone unknown of a family was named with one of these titles."""
        return not self.titles.get(family, set()).isdisjoint(titles)

    def of(self, family: str) -> list[int]:
        """Return who was introduced by a family name."""
        return self.people.get(family, [])

    def is_shared(self, family: str) -> bool:
        """Return whether someone unknown may be meant by a family name here."""
        return family in self.shared or self.latest.get(family) == STRANGER

    @property
    def everyone(self) -> set[int]:
        """Everyone who was named so far."""
        return {person for people in self.people.values() for person in people}
