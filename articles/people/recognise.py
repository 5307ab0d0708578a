"""Find the known people in an article: which, where, by which rule; and the names that only an editor can tell.

Full names and other names stand for themselves. A title and a family name are resolved by the offices held on the
article's date. A family name alone counts after its full name, or a title that resolves, and only while it is one
person's. Headline and standfirst may use a family name that the text explains.

The rules: "name" is a person's own name or another one as recorded, "form" a form made of it, "title" a title and the
family name, "seat" a family name with party and state, "surname" a family name alone.
"""

from collections.abc import Iterable

from articles.people import newswords as words
from articles.people import surroundings
from articles.people.choosing import Holders, only
from articles.people.evidence import GENERATIONS, is_inside, is_name
from articles.people.introductions import Introductions
from articles.people.known import Doubtful, Known, Match, Recognised, Text
from articles.people.parts import Part
from articles.people.seats import seat_beside
from articles.people.spotting import Hit, Lexicon
from articles.people.titling import Title, title_before

PARTS = ("h", "s", "b")
MOST_CANDIDATES = 12


class Recogniser:
    """Knows people, and finds them in articles."""

    def __init__(self, people: Iterable[Known]) -> None:
        people = list(people)
        self.lexicon = Lexicon(people)
        self.holders = Holders(people)
        self.given_names = frozenset(person.name.split(" ")[0] for person in people if " " in person.name)

    def read(self, text: Text) -> Recognised:
        """Return whom an article names, in the order of headline, standfirst and body."""
        return Reading(self.lexicon, self.holders, text).result()


class Reading:
    """One article being read."""

    def __init__(self, lexicon: Lexicon, holders: Holders, text: Text) -> None:
        self.holders, self.day = holders, text.day
        self.parts = [Part(name, text.part(name), lexicon) for name in PARTS]
        self.introduced = Introductions(lexicon)
        self.matches: list[Match] = []
        self.doubts: dict[str, Doubtful] = {}

    def result(self) -> Recognised:
        """Read the parts: whoever is named in full first, then family names alone, in headline and standfirst last."""
        *summary, body = self.parts
        waiting = [(part, hit) for part in summary for hit in part.hits if not self.take(part, hit)]
        for hit in body.hits:
            if not self.take(body, hit):
                self.take_alone(body, hit)
        for part, hit in waiting:
            self.take_alone(part, hit)
        self.matches.sort(key=lambda match: (PARTS.index(match.part), match.start))
        return Recognised(tuple(self.matches), tuple(self.doubts.values()))

    def take(self, part: Part, hit: Hit) -> bool:
        """Take a full name, or a title and a family name; return False for a family name alone."""
        if hit.entry.is_full and self.take_full(part, hit):
            return True
        return bool(hit.entry.family) and self.take_titled(part, hit)

    def take_full(self, part: Part, hit: Hit) -> bool:
        """Take a full name; return whether nothing more is to be made of it."""
        text, entry = part.text, hit.entry
        if surroundings.is_of_other_name(text, hit.start, hit.end):
            return True
        if surroundings.is_part_of_compound(text, hit.start, hit.end):
            return True
        if not entry.key.endswith(GENERATIONS) and surroundings.generation_behind(text, hit.end):
            return True
        people = self.holders.bearers(entry, self.day)
        if len(people) > 1:
            people = self.narrowed(people, text, hit)
        if not people:
            return not entry.family
        if (person := only(people)) is None:
            self.doubt(part, hit.start, hit, people, "several people bear this name")
            return True
        is_own = any(bearer.person == person for bearer in entry.own)
        self.match(part, hit, person, "name" if is_own else "form")
        self.introduced.add(person, beside_other=surroundings.follows_other(text, hit.start))
        return True

    def narrowed(self, people: list[int], text: str, hit: Hit) -> list[int]:
        """Return who of the people of one name may be meant, by state, title, and who was named before."""
        title = title_before(text, hit.start)
        seat = seat_beside(text, hit.start, hit.end, title)
        if seat:
            people = self.holders.seated(people, seat, self.day) or people
        if len(people) > 1 and title.names:
            people = self.holders.titled(people, title, self.day, seat) or people
        if len(people) > 1:
            people = [person for person in people if person in self.introduced.everyone] or people
        return people

    def take_titled(self, part: Part, hit: Hit) -> bool:
        """Take a title and a family name, or a family name that party and state explain; return whether it was."""
        text, entry = part.text, hit.entry
        title = title_before(text, hit.start)
        if title.is_foreign:
            self.introduced.add_stranger(entry.key)
            return True
        if title.is_honorific and len(title.names) == 1:
            return False
        if not title.names and text[hit.end : hit.end + 2] not in (", ", " ("):
            return False
        seat = seat_beside(text, hit.start, hit.end, title)
        is_told = title.names or (seat.party and seat.state)
        if not is_told or is_inside(part, hit, title, self.introduced):
            return False
        people = [person for person in entry.family if self.holders.could_be(person, self.day)]
        held = self.holders.meant(people, title, seat, self.day)
        if (person := only(held)) is None and held:
            person = only([one for one in self.introduced.of(entry.key) if one in held])
        if person is None:
            return self.leave_titled(part, hit, title, held or people)
        self.take_holder(part, hit, title, person)
        return True

    def take_holder(self, part: Part, hit: Hit, title: Title, person: int) -> None:
        """Take the one person whom a title and a family name mean, unless someone else was named so before."""
        if self.introduced.has_stranger_titled(hit.entry.key, title.names):
            self.doubt(
                part, title.start, hit, [person], "someone else of this title and name is in the article"
            )
            return
        self.match(part, hit, person, "title" if title.names else "seat")
        self.introduced.add(person)

    def leave_titled(self, part: Part, hit: Hit, title: Title, people: list[int]) -> bool:
        """Leave a title and a family name to an editor, where nobody or several held the office; return whether it was."""
        known = self.introduced.of(hit.entry.key)
        held = self.holders.untimely(people, title)
        if held and not set(held).intersection(known):
            self.doubt(part, title.start, hit, held, "nobody held the office that day, or several did")
            return True
        if known and all(self.holders.contradicted(person, title) for person in known):
            self.doubt(part, title.start, hit, known, "no record tells of this office")
            self.introduced.add_stranger(hit.entry.key)
            return True
        return False

    def take_alone(self, part: Part, hit: Hit) -> None:
        """Take a family name that stands alone, if it is one person's here."""
        key = hit.entry.key
        title = title_before(part.text, hit.start)
        if not hit.entry.family or is_inside(part, hit, title, self.introduced):
            return
        people = self.introduced.of(key)
        if not people or not is_name(part, hit):
            return
        if (person := only(people)) is None:
            self.doubt(part, hit.start, hit, people, "several people of this name are in the article")
        elif key in words.COUNTRIES and surroundings.begins_sentence(part.text, hit.start):
            self.doubt(part, hit.start, hit, people, "it may be the country")
        elif part.name == "b" and self.introduced.is_shared(key):
            self.doubt(part, hit.start, hit, people, "someone else of this name is in the article")
        else:
            self.match(part, hit, person, "surname")
            self.introduced.latest[key] = person

    def match(self, part: Part, hit: Hit, person: int, rule: str) -> None:
        """Note a sure match."""
        start, end = part.folded.starts[hit.start], part.folded.ends[hit.end - 1]
        self.matches.append(Match(person, part.name, start, end, rule))

    def doubt(self, part: Part, start: int, hit: Hit, people: list[int], reason: str) -> None:
        """Note a name that an editor has to tell, once for the article."""
        name = part.text[start : hit.end]
        first = self.doubts.get(name) or Doubtful(
            name, part.name, part.folded.starts[start], (), reason, count=0
        )
        candidates = tuple(dict.fromkeys((*first.candidates, *people)))[:MOST_CANDIDATES]
        self.doubts[name] = Doubtful(name, first.part, first.start, candidates, first.reason, first.count + 1)
