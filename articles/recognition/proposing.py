"""Names that recur and that nobody bears are proposed to editors as people."""

from collections import Counter
from collections.abc import Iterable, Mapping

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

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()

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
