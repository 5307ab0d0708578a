"""Offices become bands over a chart of time, on its axis: a lane for each post. Templates draw them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from articles.axes import Axis
from articles.people.tenures import Standing, Tenure

LANE_HEIGHT = 26
MOST_LANES = 8
NARROWEST = 0.5
"""Per cent of the axis: an office of one day can still be seen."""


@dataclass(frozen=True, slots=True)
class Band:
    """The time of one office on the axis, in per cent."""

    x: float
    end: float
    is_dashed: bool
    """Whether the office was held for the time being: acting."""
    began_before: bool
    lasts_beyond: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """The bands of one post, with its name: in the room behind the first one's beginning or before the last one's end."""

    label: str
    bands: tuple[Band, ...]
    top: int
    """Pixels from the upper edge of the first lane."""

    @property
    def bottom(self) -> int:
        """Pixels from the upper edge of the first lane to the lower edge of this one."""
        return self.top + LANE_HEIGHT

    @property
    def is_late(self) -> bool:
        """Whether the bands begin so late that there is more room before their end than behind their beginning."""
        return self.bands[0].x > 50

    @property
    def label_x(self) -> float:
        """Where the room of the name begins."""
        return 0.0 if self.is_late else self.bands[0].x

    @property
    def label_width(self) -> float:
        """How wide the room of the name is."""
        return self.bands[-1].end if self.is_late else round(100 - self.bands[0].x, 3)


def lanes(axis: Axis | None, tenures: Iterable[Tenure]) -> tuple[Lane, ...]:
    """Return the offices that were held at any time of the axis, by post, what began first above.

    Of more than eight posts, the most senior. What began before the axis or lasts beyond it ends at its edge and says so.
    """
    if axis is None:
        return ()
    posts: dict[tuple[str, str], list[tuple[Tenure, Band]]] = defaultdict(list)
    for tenure in sorted(tenures, key=lambda tenure: tenure.first):
        if band := band_of(axis, tenure):
            posts[tenure.post or tenure.title, tenure.state].append((tenure, band))
    kept = sorted(posts.values(), key=lambda held: min(tenure.rank for tenure, _ in held))[:MOST_LANES]
    kept.sort(key=lambda held: (held[0][0].first, held[0][0].rank))
    return tuple(
        Lane(label_of([tenure for tenure, _ in held]), tuple(band for _, band in held), place * LANE_HEIGHT)
        for place, held in enumerate(kept)
    )


def band_of(axis: Axis, tenure: Tenure) -> Band | None:
    """Return where an office lies on the axis; None if it lies beyond."""
    begin = axis.place(tenure.first)
    end = 200.0 if tenure.last is None else axis.place(tenure.last, end=True)
    if begin >= 100 or end <= 0:
        return None
    x = min(max(begin, 0), 100 - NARROWEST)
    return Band(
        x=round(x, 3),
        end=round(min(max(end, x + NARROWEST), 100), 3),
        is_dashed=tenure.manner == "acting",
        began_before=begin < 0,
        lasts_beyond=end > 100,
    )


def label_of(tenures: Sequence[Tenure]) -> str:
    """Return the name of a lane: the office as it was held in full, if ever it was."""
    tenure = next((tenure for tenure in tenures if not tenure.manner), tenures[0])
    text = Standing(tenure).text
    return text[:1].upper() + text[1:]
