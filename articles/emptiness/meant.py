"""What a search was perhaps meant to be: spellings that stand in the archive, each with what it finds in the same list."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from articles.emptiness.asked import Part
from articles.emptiness.inquiry import Lookups
from articles.listing import Listing
from articles.naming.readings import with_ids
from articles.search.ask import Snapshot
from articles.search.forms import Vocabulary
from articles.search.missing import Sought, is_missing, sought
from articles.search.parser.lexer import cleaned
from articles.search.query import MAX_CHARACTERS, parse
from articles.search.rewriting import joined, respelled
from articles.search.spelling import Spellings, own_forms, spellings
from articles.search.tree import In, Named, Word, walk

MOST_LOOKUPS = 8
MOST_WORDS = 4
"""So many words are looked up among the spellings of the archive: each takes some 40 ms with 500,000 words."""
MOST_EACH = 3
FAINT = 100
"""A spelling that so many times fewer articles have than another is most likely a slip of its own."""
FEW, RARE, FAR = 3, 10, 10
"""To a list of `FEW` articles a spelling is offered that has `FAR` times as many articles as a `RARE` word of the search."""
Rewriting = tuple[str, str]
"""A spelling, and the whole search with it."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A spelling that was perhaps meant, or a whole search with several, and the list that it leads to."""

    spelling: str
    total: int
    listing: Listing


def corrections(listing: Listing, nowhere: Iterable[Part], looks: Lookups) -> tuple[Correction, ...]:
    """Return what was perhaps meant where nothing was found: for each word that no article has, what it is near to."""
    tree, vocabulary = listing.understood.tree, looks.snapshot.vocabulary
    if tree is None:
        return ()
    found = {word for part in nowhere if isinstance(part.node, Word | In) for word in sought(part.node)}
    words = dict.fromkeys(word for word in sought(tree) if word in found or is_missing(word, vocabulary))
    near = {word: likely(word, vocabulary) for word in [*words][:MOST_WORDS]}
    query = typed(listing)
    return tuple(counted(listing, [*rewritten(query, near), *rejoined(query, vocabulary)], looks))


def better_spellings(listing: Listing, total: int, snapshot: Snapshot) -> tuple[Correction, ...]:
    """Return what was perhaps meant where little was found: far commoner spellings of rare words that find more."""
    tree, vocabulary = listing.understood.tree, snapshot.vocabulary
    if tree is None or not 0 < total <= FEW:
        return ()
    near: dict[Sought, Spellings] = {}
    for word in dict.fromkeys(word for word in sought(tree) if not word.exact):
        count = max(own_forms(word.word, vocabulary, word.texts).values())
        if count <= RARE and len(near) < MOST_WORDS:
            found = likely(word, vocabulary)[:1]
            near[word] = [(spelling, number) for spelling, number in found if number >= FAR * max(count, 1)]
    looks = Lookups(snapshot, MOST_LOOKUPS)
    return tuple(one for one in counted(listing, rewritten(typed(listing), near), looks) if one.total > total)


def likely(word: Sought, vocabulary: Vocabulary) -> Spellings:
    """Return the spellings near a word that are no slips."""
    found = spellings(word.word, vocabulary, word.texts)
    most = max((count for _, count in found), default=0)
    return [(spelling, count) for spelling, count in found if count * FAINT >= most]


def typed(listing: Listing) -> str:
    """Return the text of a list as it is read."""
    return cleaned(listing.q, MAX_CHARACTERS)[0]


def rewritten(query: str, near: dict[Sought, Spellings]) -> Iterator[Rewriting]:
    """Yield the query with all words in their best spelling if there are several, then with each spelling of each word."""
    best = {word: found[0][0] for word, found in near.items() if found}
    if len(best) > 1:
        whole = query
        for word, spelling in best.items():
            whole = respelled(whole, word.word, spelling) or whole
        yield whole, whole
    for word, found in near.items():
        for spelling, _ in found[:MOST_EACH]:
            if changed := respelled(query, word.word, spelling):
                yield spelling, changed


def rejoined(query: str, vocabulary: Vocabulary) -> Iterator[Rewriting]:
    """Yield the query with two of its words as one that stands in the archive."""
    for two, one, changed in joined(query):
        if spellings(two, vocabulary):
            yield one, changed


def counted(listing: Listing, rewritings: Iterable[Rewriting], looks: Lookups) -> Iterator[Correction]:
    """Yield the rewritings that find something in the list."""
    tree = listing.understood.tree
    ids = (
        {replace(node, ids=frozenset()): node.ids for node in walk(tree) if isinstance(node, Named)}
        if tree
        else {}
    )
    for spelling, query in dict.fromkeys(rewritings):
        meant = parse(query).tree
        if meant and (total := looks.total(replace(listing.conditions, tree=with_ids(meant, ids)))):
            yield Correction(spelling, total, listing.asking(query))
