"""Which known names look like one that is not known."""

from collections.abc import Iterable
from difflib import SequenceMatcher

from articles.authority import Name
from articles.naming.lookup import ALIKE, Candidate
from articles.people.keys import name_key

MOST_SUGGESTED = 3
LIKENESS = 0.75
FAMILY_LIKENESS = 0.8
MUCH_LIKER = 0.1


def alike(name: str, candidates: Iterable[Candidate]) -> list[Name]:
    """Return the records whose names look most like `name`, the likest first, at most three.

    A person is as like as need be whose family alone is called so; it counts where no whole name is much liker.
    """
    key, family = name_key(name), name_key(name.rpartition(" ")[2])
    best: dict[Name, float] = {}
    for candidate in candidates:
        found = max(
            likeness(key, name_key(candidate.name.name)),
            likeness(key, name_key(candidate.called)),
            LIKENESS * (likeness(family, candidate.sort_key.partition(",")[0]) >= FAMILY_LIKENESS),
        )
        best[candidate.name] = max(found, best.get(candidate.name, 0))
    ranked = sorted(best, key=lambda record: (-best[record], record.name))
    least = max(LIKENESS, best[ranked[0]] - MUCH_LIKER) if ranked else LIKENESS
    return [record for record in ranked if best[record] >= least][:MOST_SUGGESTED]


def likeness(key: str, other: str) -> float:
    """Return from 0 to 1 how much another key looks like `key`; enough if it holds that."""
    if len(key) > ALIKE and key in other:
        return max(LIKENESS, len(key) / len(other))
    matcher = SequenceMatcher(None, other, key, autojunk=False)
    is_hopeful = matcher.real_quick_ratio() >= LIKENESS and matcher.quick_ratio() >= LIKENESS
    return matcher.ratio() if is_hopeful else 0
