"""Find the known people in an article: which, where, by which rule; and the names that only an editor can tell.

Full names and other names stand for themselves. A title and a family name are resolved by the offices held on the
article's date. A family name alone counts after its full name, or a title that resolves, and only while it is one
person's. Headline and standfirst may use a family name that the text explains.
"""

import re
from collections.abc import Iterable

from articles.people import newswords as words
from articles.people import surroundings
from articles.people.choosing import Holders, only
from articles.people.folding import fold_lines
from articles.people.known import Doubtful, Known, Match, Recognised, Text
from articles.people.spotting import Hit, Lexicon
from articles.people.surroundings import Title

PARTS = ("h", "s", "b")
STRANGER = -1
MOST_CANDIDATES = 12
SHOUTED = re.compile(r"\b[A-Z]{3,} [A-Z]{3,}")


class Recogniser:
    """Knows people, and finds them in articles."""

    def __init__(self, people: Iterable[Known]) -> None:
        people = list(people)
        self.lexicon = Lexicon(people)
        self.holders = Holders(people)

    def read(self, text: Text) -> Recognised:
        """Return whom an article names, in the order of headline, standfirst and body."""
        return Reading(self.lexicon, self.holders, text).result()


class Part:
    """One of an article's texts, folded, with the names in it."""

    def __init__(self, name: str, text: str, lexicon: Lexicon) -> None:
        self.name = name
        self.folded = fold_lines(text)
        self.text = self.folded.text
        letters = [word for word in self.text.split() if word[0].isalpha()] if name == "h" else []
        self.is_shouted = bool(letters) and self.text.isupper()
        self.is_titled = len(letters) > 2 and is_title_case(letters[1:])
        self.hits = lexicon.spot(self.text, capitals=self.is_shouted)
        if not self.is_shouted and SHOUTED.search(self.text):
            self.hits = sorted(
                [*self.hits, *lexicon.spot(self.text, capitals=True)], key=lambda hit: hit.start
            )

    def is_in_capitals(self, hit: Hit) -> bool:
        """Return whether a name is printed in capitals, so that these say nothing about what stands around it."""
        return self.is_shouted or self.text[hit.start : hit.end].isupper()


class Reading:
    """One article being read: who was introduced so far, and by which family name."""

    def __init__(self, lexicon: Lexicon, holders: Holders, text: Text) -> None:
        self.lexicon, self.holders, self.day = lexicon, holders, text.day
        self.parts = [Part(name, text.part(name), lexicon) for name in PARTS]
        self.introduced: dict[str, list[int]] = {}
        self.latest: dict[str, int] = {}
        self.shared: set[str] = set()
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
        order = {name: number for number, name in enumerate(PARTS)}
        self.matches.sort(key=lambda match: (order[match.part], match.start))
        return Recognised(tuple(self.matches), tuple(self.doubts.values()))

    def take(self, part: Part, hit: Hit) -> bool:
        """Take a full name, or a title and a family name; return False for a family name alone."""
        return (hit.entry.is_full and self.take_full(part, hit)) or (
            bool(hit.entry.family) and self.take_titled(part, hit)
        )

    def take_full(self, part: Part, hit: Hit) -> bool:
        """Take a full name; return whether nothing more is to be made of it."""
        text, entry = part.text, hit.entry
        if (
            surroundings.is_of_other_name(text, hit.start, hit.end)
            or surroundings.is_part_of_compound(text, hit.start, hit.end)
        ) or (
            not entry.key.endswith(tuple(words.GENERATIONS)) and surroundings.generation_behind(text, hit.end)
        ):
            return True
        people = self.holders.bearers(entry, self.day)
        if len(people) > 1:
            title = surroundings.title_before(text, hit.start)
            people = self.narrowed(people, text, hit, title)
        if not people:
            return not entry.family
        if (person := only(people)) is None:
            self.doubt(part, hit.start, hit, people, "several people bear this name")
        else:
            rule = "name" if any(bearer.person == person for bearer in entry.own) else "form"
            self.match(part, hit, person, rule)
            self.introduce(person, beside_other=surroundings.follows_other(text, hit.start))
        return True

    def narrowed(self, people: list[int], text: str, hit: Hit, title: Title) -> list[int]:
        """Return who of the people of one name may be meant, by title, state, and who was named before."""
        seat = surroundings.seat_beside(text, hit.start, hit.end, title)
        if seat and (seated := self.holders.seated(people, seat, self.day)):
            people = seated
        if len(people) > 1 and title.names and (held := self.holders.titled(people, title, self.day, seat)):
            people = held
        if len(people) > 1:
            known = {person for introduced in self.introduced.values() for person in introduced}
            people = [person for person in people if person in known] or people
        return people

    def take_titled(self, part: Part, hit: Hit) -> bool:
        """Take a title and a family name, or a family name that a state behind it explains; return whether it was."""
        text, entry = part.text, hit.entry
        title = surroundings.title_before(text, hit.start)
        if title.is_foreign:
            self.latest[entry.key] = STRANGER
            return True
        if title.is_honorific and len(title.names) == 1:
            return False
        seat = surroundings.seat_beside(text, hit.start, hit.end, title)
        if not (title.names or (seat.party and seat.state)) or self.is_inside(part, hit, title):
            return False
        people = [person for person in entry.family if self.holders.could_be(person, self.day)]
        if title.names:
            held = self.holders.titled(people, title, self.day, seat)
        else:
            held = self.holders.seated(people, seat, self.day)
        if (person := only(held)) is None and len(held) > 1:
            before = [one for one in self.introduced.get(entry.key, ()) if one in held]
            person = only(before)
        if person is not None:
            self.match(part, hit, person, "title" if title.names else "seat")
            self.introduce(person)
            return True
        if held:
            self.doubt(part, title.start, hit, held, "several people of this family held the office")
            return True
        if untimely := [
            one
            for one in self.holders.untimely(people, title)
            if one not in self.introduced.get(entry.key, ())
        ]:
            self.doubt(part, title.start, hit, untimely, "nobody held the office that day")
            return True
        return self.is_contradiction(part, hit, title)

    def is_contradiction(self, part: Part, hit: Hit, title: Title) -> bool:
        """Return whether a title is of an office that whoever was introduced by the name never held; leave it to an editor."""
        known = self.introduced.get(hit.entry.key, [])
        if not known or not all(self.holders.contradicted(person, title) for person in known):
            return False
        self.doubt(part, title.start, hit, known, "no record tells of this office")
        self.latest[hit.entry.key] = STRANGER
        return True

    def take_alone(self, part: Part, hit: Hit) -> None:
        """Take a family name that stands alone, if it is one person's here."""
        key = hit.entry.key
        if not hit.entry.family or self.is_inside(part, hit, surroundings.title_before(part.text, hit.start)):
            return
        people = self.introduced.get(key, [])
        if not people or not self.is_name(part, hit):
            return
        if (person := only(people)) is None:
            self.doubt(part, hit.start, hit, people, "several people of this name are in the article")
        elif part.name == "b" and (key in self.shared or self.latest.get(key) == STRANGER):
            self.doubt(part, hit.start, hit, people, "someone else of this name is in the article")
        else:
            self.match(part, hit, person, "surname")
            self.latest[key] = person

    def is_name(self, part: Part, hit: Hit) -> bool:
        """Return whether a word that may be a family name is one here: see `newswords`."""
        text, key = part.text, hit.entry.key
        if surroundings.is_place(text, hit.end) or surroundings.is_of_family(text, hit.end):
            return False
        if key in words.PLACES and surroundings.is_where(text, hit.start):
            return False
        following = text[hit.end : hit.end + 3].lstrip()
        before = surroundings.word_before(text, hit.start).strip("(“\"'").lower()
        if key in words.MONTHS_AND_DAYS and (following[:1].isdigit() or before in words.BEFORE_MONTH):
            return False
        if key not in words.SURNAMES_THAT_ARE_WORDS:
            return True
        if following[:1].isdigit() or surroundings.is_thing(text, hit.start, hit.end):
            return False
        is_loose = part.is_titled or part.is_in_capitals(hit) or surroundings.begins_sentence(text, hit.start)
        title = surroundings.title_before(text, hit.start)
        return (
            not is_loose
            or title.shows_person
            or surroundings.shows_person(text, hit.end, is_plural=key.endswith("s"))
        )

    def is_inside(self, part: Part, hit: Hit, title: Title) -> bool:
        """Return whether a family name is a part of another name: Trump Tower, Melania Trump, Jackson Hole."""
        text = part.text
        loose = part.is_titled or part.is_in_capitals(hit)
        if not part.is_in_capitals(hit) and surroundings.is_part_of_compound(
            text, hit.start, hit.end, self.introduced
        ):
            return True
        if surroundings.is_of_other_name(text, hit.start, hit.end):
            return True
        has_possessive, end = surroundings.behind_possessive(text, hit.end)
        if not hit.entry.key.endswith(tuple(words.GENERATIONS)) and surroundings.generation_behind(text, end):
            self.latest[hit.entry.key] = STRANGER
            return True
        following = "" if has_possessive else surroundings.word_behind(text, end)
        if following[:1].isupper() and following not in words.MAY_FOLLOW and not loose:
            return True
        return not title.names and self.has_given_name(part, hit)

    def has_given_name(self, part: Part, hit: Hit) -> bool:
        """Return whether a capitalised word before a family name makes it the name of someone else."""
        text = part.text
        before = surroundings.word_before(text, hit.start).lstrip("(“\"'‘")
        if not before[:1].isupper() or before[-1] in ',;:!?…”")' or before.endswith(("'s", "s'")):
            return False
        if part.is_titled or part.is_in_capitals(hit):
            return False
        plain = before.rstrip(".")
        if plain in words.PARTY_WORDS or plain in words.MONTHS_AND_DAYS:
            return False
        if before.endswith(".") and len(plain) > 3:
            return False
        if surroundings.begins_sentence(text, hit.start - len(before) - 1) and (
            plain in words.STARTERS or plain.endswith(("ly", "ing", "ed"))
        ):
            return False
        self.latest[hit.entry.key] = STRANGER
        return True

    def introduce(self, person: int, *, beside_other: bool = False) -> None:
        """Note that a person's family name may stand for the person from here on; someone of that name may be there already."""
        for family in self.lexicon.families[person]:
            if beside_other or (self.latest.get(family) == STRANGER and family not in self.introduced):
                self.shared.add(family)
            known = self.introduced.setdefault(family, [])
            if person not in known:
                known.append(person)
            self.latest[family] = person

    def match(self, part: Part, hit: Hit, person: int, rule: str) -> None:
        """Note a sure match."""
        start, end = part.folded.starts[hit.start], part.folded.ends[hit.end - 1]
        self.matches.append(Match(person, part.name, start, end, rule))

    def doubt(self, part: Part, start: int, hit: Hit, people: list[int], reason: str) -> None:
        """Note a name that an editor has to tell, once for the article."""
        name = part.text[start : hit.end]
        known = self.doubts.get(name)
        place = part.folded.starts[start]
        candidates = tuple(dict.fromkeys((*(known.candidates if known else ()), *people)))[:MOST_CANDIDATES]
        self.doubts[name] = Doubtful(
            name,
            known.part if known else part.name,
            known.start if known else place,
            candidates,
            known.reason if known else reason,
            known.count + 1 if known else 1,
        )


def is_title_case(letters: list[str]) -> bool:
    """Return whether words are set as titles are: nearly all of those that are longer begin with a capital letter."""
    long = [word for word in letters if len(word) > 3]
    return bool(long) and sum(word[0].isupper() for word in long) >= 0.8 * len(long)
