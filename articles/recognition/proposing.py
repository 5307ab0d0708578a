"""Names that recur and that nobody bears are proposed to editors as people."""

import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from articles import indexing
from articles.models import Alias, Person, Proposal
from articles.people.appearing import Seen
from articles.people.keys import name_key
from articles.search.conditions import Conditions
from articles.search.query import parse

FEWEST = 3
"""Articles in which a name has to stand."""
MOST_COUNTED = 200_000
"""Names that are counted at once; beyond, those met only once are forgotten."""
MOST_PROPOSED = 2_000
AT_ONCE = 500


class Names:
    """Counts in how many articles each unknown name stands, and proposes those that recur."""

    def __init__(self, counts: Mapping[str, int] | None = None) -> None:
        self.counts: Counter[str] = Counter(counts or {})

    @classmethod
    def read(cls, path: Path) -> "Names":
        """Return the names that a run before kept; none if it kept none."""
        try:
            kept = json.loads(path.read_text("utf-8"))
        except (OSError, ValueError):
            return cls()
        return cls({str(name): int(count) for name, count in kept.items()})

    def write(self, path: Path) -> None:
        """Keep the names counted so far."""
        replace_text(path, json.dumps(self.counts, ensure_ascii=False))

    def take(self, sightings: Mapping[int, Seen]) -> None:
        """Count the unknown names of some articles."""
        for seen in sightings.values():
            self.counts.update(seen.strangers)
        if len(self.counts) > MOST_COUNTED:
            self.counts = Counter({name: count for name, count in self.counts.items() if count > 1})

    def propose(self) -> None:
        """Propose the names that recur; those that an editor accepted or dismissed stay as they are."""
        often = [name for name, count in self.counts.most_common(MOST_PROPOSED) if count >= FEWEST]
        for start in range(0, len(often), AT_ONCE):
            propose(unknown(often[start : start + AT_ONCE]))


def replace_text(path: Path, text: str) -> None:
    """Write a file so that it is either as it was or as it should be."""
    unfinished = path.with_suffix(".new")
    unfinished.write_text(text, "utf-8")
    os.replace(unfinished, path)


def unknown(names: Iterable[str]) -> list[str]:
    """Return the names that nobody bears by now and that no editor settled, however spelled: three queries."""
    keys = {name: name_key(name) for name in names}
    known = set(Person.objects.filter(key__in=keys.values()).values_list("key", flat=True))
    known |= set(Alias.objects.filter(key__in=keys.values()).values_list("key", flat=True))
    known |= set(
        Proposal.objects.filter(key__in=keys.values())
        .exclude(state=Proposal.State.OPEN)
        .values_list("key", flat=True)
    )
    return [name for name, key in keys.items() if key not in known]


def propose(names: list[str]) -> None:
    """Propose names, each with the number of articles of the archive that have it: as the search index counts them."""
    snapshot = indexing.snapshot()
    there = {proposal.name: proposal for proposal in Proposal.objects.filter(name__in=names)}
    found = {name: snapshot.total(Conditions(tree=parse(f'"{name}"').tree)) for name in names}
    Proposal.objects.bulk_create(
        Proposal(name=name, articles=found[name]) for name in names if name not in there
    )
    for name, proposal in there.items():
        proposal.articles = found[name]
    Proposal.objects.bulk_update(there.values(), ["articles"])
