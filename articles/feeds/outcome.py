"""What became of fetching a feed once."""

from dataclasses import dataclass

from articles.tally import Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one feed, in the words of `str()` on one line.

    `tally` counts what was given to the archive, None if there was nothing new. `waiting` are articles whose pages are to be read
    another time. `remarks` are said of a feed that is well otherwise; a feed that failed has its reason in `failure`.
    """

    url: str
    tally: Tally | None = None
    is_unmodified: bool = False
    waiting: int = 0
    remarks: tuple[str, ...] = ()
    failure: str = ""

    @property
    def problem(self) -> str:
        """What the feed's record keeps: why it failed, or what is to be said of it."""
        return self.failure or "; ".join(self.remarks)

    def __str__(self) -> str:
        if self.failure:
            return f"{self.url}: failed: {self.failure}"
        told = str(self.tally) if self.tally else "not modified" if self.is_unmodified else "nothing new"
        waiting = f"{self.waiting} to be completed from their pages" if self.waiting else ""
        return f"{self.url}: {'; '.join(filter(None, (told, waiting, *self.remarks)))}"
