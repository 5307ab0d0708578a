"""Names as bibliographies hold them: in parts, and an organisation in one piece."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from articles.characters import without_controls
from articles.people import bylinewords as words_of
from articles.people.bylines import authors as persons_in
from articles.people.names import PARTICLES, SUFFIXES, sort_name

LONGEST_ORGANISATION = 8
"""Words."""
JOINING = frozenset({"&", "and", "for", "of", "the"})
NOBODY = (words_of.ROLES | words_of.CREDITS | words_of.TITLES) | frozenset({
    "admin", "administrator", "agencies", "anonymous", "compiled", "contributed", "desk", "exclusive", "filed", "newsroom",
    "posted", "published", "report", "reports", "special", "staff", "unknown", "updated", "webmaster", "wire", "wires",
})  # fmt: skip
"""Words that stand where a name would, and are none's."""

_BY = re.compile(r"\s*by\b[\s:]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CitedName:
    """A name in parts: “Ursula von der Leyen” is family "Leyen", given "Ursula", particle "von der".

    Where the parts can't be told (an organisation, a single name) `family` holds the whole name and `given` is empty.
    A particle with a capital letter belongs to the family name: “Van Hollen”.
    """

    family: str
    given: str = ""
    suffix: str = ""
    particle: str = ""

    @property
    def surname(self) -> str:
        """The family name with its particle: “von der Leyen”."""
        return f"{self.particle} {self.family}".strip()

    def inverted(self) -> str:
        """Return the name with the family name first: “King, Martin Luther, Jr.”."""
        return ", ".join(part for part in (self.surname, self.given, self.suffix) if part)

    def straight(self, before_suffix: str = " ") -> str:
        """Return the name as it is said, with that between it and a “Jr.”: “Martin Luther King Jr.”."""
        name = f"{self.given} {self.surname}".strip()
        return f"{name}{before_suffix}{self.suffix}" if self.suffix else name


def credited(authors: Sequence[str], byline: str) -> tuple[CitedName, ...]:
    """Return who is to be cited: the authors; without any, the persons or else the organisation that the byline names."""
    names = tuple(authors) or persons_in(byline) or organisation(byline)
    return tuple(name for name in map(cited_name, names) if name.family)


def cited_name(name: str) -> CitedName:
    """Return a name in parts; in one piece what is no person's, or written without capitals: 李强, محمد علي.

    What is a family name in scripts without capitals can't be told, and nobody inverts it or takes its initials.
    """
    name = " ".join(without_controls(name).split())
    family, comma, given = name.partition(", ")
    if comma and given.lower() not in SUFFIXES and "," not in given and is_person(f"{given} {family}"):
        name = f"{given} {family}"
    if not is_person(name):
        return CitedName(name)
    surname, given, suffix = (*sort_name(name).split(", "), "", "")[:3]
    words = surname.split()
    first = 0
    while first < len(words) - 1 and words[first] in PARTICLES:
        first += 1
    return CitedName(" ".join(words[first:]), given, suffix, " ".join(words[:first]))


def is_person(name: str) -> bool:
    """Return whether this is one person's name and has parts that can be told."""
    has_capitals = name.lower() != name.upper()
    return has_capitals and " " in name and [bare(found) for found in persons_in(name)] == [bare(name)]


def bare(name: str) -> str:
    """Return a name without commas, which a byline may have before a “Jr.”."""
    return name.replace(",", "")


def organisation(byline: str) -> tuple[str, ...]:
    """Return the organisation that signs alone: “By The Associated Press”; nothing for “Staff report”."""
    name = " ".join(_BY.sub("", byline, count=1).split()) if _BY.match(byline) else " ".join(byline.split())
    words = name.split()
    plain = [word.lower().rstrip(".") for word in words]
    is_named = (
        0 < len(words) <= LONGEST_ORGANISATION
        and NOBODY.isdisjoint(plain)
        and all(word[0].isupper() or word in JOINING for word in words)
        and not re.search(r"[\d,;:|/@()\[\]]", name)
        and (len(words) > 1 or plain[0] in words_of.ENDS)
    )
    if not is_named:
        return ()
    return (f"The{name[3:]}" if plain[0] == "the" else name,)
