"""The time of which the most covered are asked."""

from dataclasses import dataclass
from urllib.parse import urlencode

from articles.parameters import first_day_of, last_day_of
from articles.search.conditions import Conditions


@dataclass(frozen=True, kw_only=True)
class Timed:
    """A time, as lists write its ends; all time without them."""

    first: str = ""
    last: str = ""

    @property
    def is_dated(self) -> bool:
        """Whether the most covered of a time are asked for, and not the directory."""
        return bool(self.first or self.last)

    @property
    def time_query(self) -> str:
        """The time asked for as parameters."""
        return urlencode([pair for pair in (("from", self.first), ("to", self.last)) if pair[1]])

    @property
    def time(self) -> Conditions:
        """What the index is asked: the articles of the time."""
        return Conditions(first_day=first_day_of(self.first), last_day=last_day_of(self.last))
