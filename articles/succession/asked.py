"""What a URL asks of who held a post: a day, a state, a place to go on from."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.db.models import Q

from articles.models import Office
from articles.parameters import Reader, first_day_of
from articles.people.states import CODES, named

LONGEST_STATE = 50
HIGHEST_ID = 1 << 62


@dataclass(frozen=True, slots=True)
class Place:
    """A place among the holders of a post, who stand in order of state, time and id."""

    state: str
    first: date
    id: int

    def __str__(self) -> str:
        return f"{self.state}~{self.first.isoformat()}~{self.id}"

    @classmethod
    def read(cls, text: str) -> "Place | None":
        """Return the place that `text` writes, None if it is none."""
        state, first, identity = (["", "", *text.rsplit("~", 2)])[-3:]
        day = first_day_of(first) if len(first) == 10 else None
        if day is None or not (identity.isascii() and identity.isdigit()) or len(identity) > 20:
            return None
        return cls(state[:LONGEST_STATE], day, min(int(identity), HIGHEST_ID))

    @classmethod
    def of(cls, office: Office) -> "Place":
        """Return the place of a holder."""
        return cls(office.state, office.held_from, office.pk)

    @property
    def beyond(self) -> Q:
        """What holds of those who come later."""
        later = Q(held_from__gt=self.first) | Q(held_from=self.first, id__gt=self.id)
        return Q(state__gt=self.state) | Q(later, state=self.state)


@dataclass(frozen=True, slots=True)
class HoldersAsked:
    """What a URL asks of the holders of a post."""

    on: date | None = None
    state: str = ""
    after: Place | None = None
    problems: tuple[str, ...] = ()

    @classmethod
    def read(cls, reader: Reader) -> "HoldersAsked":
        """Return what the parameters ask; what was not understood is said in `problems`."""
        state = reader.last("state")[:LONGEST_STATE]
        on, after = day_asked(reader), Place.read(reader.last("after"))
        if reader.last("after") and after is None:
            reader.problems.append("The place in the list was not understood: this is its beginning.")
        return cls(on, CODES.get(state.casefold(), state), after, tuple(reader.problems))

    @property
    def state_name(self) -> str:
        """The name of the state asked for."""
        return named(self.state)

    def query(self, *, after: Place | None = None) -> str:
        """Return this as parameters, at another place."""
        asked = {"state": self.state, "on": self.on.isoformat() if self.on else "", "after": str(after or "")}
        return urlencode({name: value for name, value in asked.items() if value})


def day_asked(reader: Reader) -> date | None:
    """Return the day that `on` names; what is no day is left out, and said."""
    value = reader.last("on")
    day = first_day_of(value) if len(value) == 10 else None
    if value and day is None:
        reader.problems.append(f"“on” was left out: “{value[:50]}” is no day like 2017-06-09.")
    return day
