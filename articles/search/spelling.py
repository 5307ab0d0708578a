"""Spellings that stand in the archive and are near a word that was typed: “did you mean”.

Near is counted in letters put in, left out, changed or swapped with their neighbour (Damerau–Levenshtein distance, no
letter touched twice). Whatever is one letter away is looked up: some 50 words for each letter. What is two away is
sought among the words that begin alike, for nobody can look up all of those.
"""

from collections.abc import Iterator

from tantivy import Query

from articles.search.clauses import either
from articles.search.forms import Vocabulary
from articles.search.languages import LETTERS, folded, stems
from articles.search.schema import SCHEMA
from articles.search.tree import TEXTS

SHORTEST, LONG = 3, 5
"""Shorter words have no other spellings; from `LONG` letters on two may be wrong."""
MOST_SPELLINGS = 5
MOST_SPLITS = 2
"""So many ways to write a word as two are counted, each at the price of a phrase."""
MOST_TERMS = 20_000
"""So many words of the archive with one beginning are looked at, the commonest, for those two letters away."""
RICH = ("body", "byline")
"""The texts that have all words, or nearly: headlines and standfirsts say little that no body says."""
Spellings = list[tuple[str, int]]


def spellings(word: str, vocabulary: Vocabulary, texts: tuple[str, ...] = TEXTS) -> Spellings:
    """Return what a word was perhaps meant to be, the nearest first, the commonest of those first, with its articles.

    All of it stands in one of the `texts`, in more articles than the word itself and its forms. Two words with a space
    between are joined; one that is really two is taken apart. Numbers have no other spelling.
    """
    words = folded(word)
    whole = "".join(words)
    if not whole.isalpha() or len(whole) < SHORTEST:
        return []
    if len(words) > 1:
        count = articles(whole, vocabulary, texts)
        return [(whole, count)] if count > together(words, vocabulary, texts) else []
    own, codes = own_forms(whole, vocabulary, texts), vocabulary.languages()
    near = [*one_away(whole, vocabulary, texts), *split(whole, vocabulary, texts)]
    found = one_a_stem(commoner(near, own), codes)
    if len(whole) >= LONG and len(found) < MOST_SPELLINGS:
        far = [(term, articles(term, vocabulary, texts)) for term in two_away(whole, vocabulary, texts)]
        found = one_a_stem(found + commoner(far, own), codes)
    return found[:MOST_SPELLINGS]


def commoner(found: Spellings, own: dict[str, int]) -> Spellings:
    """Return those that more articles have than any of the word's own forms, the commonest first."""
    least = max(own.values())
    kept = {(term, count) for term, count in found if count > least and term not in own}
    return sorted(kept, key=lambda pair: (-pair[1], pair[0]))


def one_a_stem(found: Spellings, codes: list[str]) -> Spellings:
    """Return the first of those that are forms of one word: a search for one finds the others."""
    firsts: dict[tuple[tuple[str, ...], ...], tuple[str, int]] = {}
    for term, count in found:
        firsts.setdefault(tuple(stems(term, code) for code in codes), (term, count))
    return [*firsts.values()]


def articles(term: str, vocabulary: Vocabulary, texts: tuple[str, ...]) -> int:
    """Return how many articles have a word in that of the texts in which it is commonest."""
    return max(vocabulary.count(text, term) for text in texts)


def together(words: tuple[str, ...], vocabulary: Vocabulary, texts: tuple[str, ...]) -> int:
    """Return how many articles have words one right after the other."""
    phrase = either([Query.phrase_query(SCHEMA, text, [*words]) for text in texts])
    found = vocabulary.searcher.aggregate(phrase, {"total": {"value_count": {"field": "id"}}})
    return int(found["total"]["value"])


def own_forms(word: str, vocabulary: Vocabulary, texts: tuple[str, ...]) -> dict[str, int]:
    """Return the word's own forms, with the articles that have each."""
    codes = vocabulary.languages()
    forms = {form for text in texts for code in codes for form in vocabulary.forms(text, word, code)}
    return {form: articles(form, vocabulary, texts) for form in forms}


def one_away(word: str, vocabulary: Vocabulary, texts: tuple[str, ...]) -> Iterator[tuple[str, int]]:
    """Yield the words of the archive one step away."""
    for term in edited(word):
        if count := articles(term, vocabulary, texts):
            yield term, count


def edited(word: str) -> set[str]:
    """Return everything one letter away from a word; the letters are those of English and of the word."""
    letters = {*LETTERS, *word} if word.isascii() else {*word}
    cuts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    shorter = {before + after[1:] for before, after in cuts if after}
    swapped = {before + after[1] + after[0] + after[2:] for before, after in cuts if len(after) > 1}
    changed = {before + letter + after[1:] for before, after in cuts if after for letter in letters}
    longer = {before + letter + after for before, after in cuts for letter in letters}
    return (shorter | swapped | changed | longer) - {word}


def split(word: str, vocabulary: Vocabulary, texts: tuple[str, ...]) -> Iterator[tuple[str, int]]:
    """Yield a word as two that stand one behind the other in the archive."""
    pairs = [(word[:place], word[place:]) for place in range(2, len(word) - 1)]
    known = {pair: min(articles(half, vocabulary, texts) for half in pair) for pair in pairs}
    likely = sorted((pair for pair, count in known.items() if count), key=lambda pair: -known[pair])
    for pair in likely[:MOST_SPLITS]:
        if count := together(pair, vocabulary, texts):
            yield " ".join(pair), count


def two_away(word: str, vocabulary: Vocabulary, texts: tuple[str, ...]) -> Iterator[str]:
    """Yield words of the archive two steps away: those that begin alike."""
    letters, shortest, longest = frozenset(word), len(word) - 2, len(word) + 2
    likely = (
        term
        for term in alike(word, vocabulary, texts)
        if shortest <= len(term) <= longest
        and len(letters.difference(term)) <= 2
        and len(letters.union(term)) <= len(letters) + 2
    )
    return (term for term in likely if term.isalpha() and distance(word[1:], term[1:], 2) == 2)


def alike(word: str, vocabulary: Vocabulary, texts: tuple[str, ...]) -> set[str]:
    """Return words that begin with the first two letters, or with the first and the third."""
    found: set[str] = set()
    for text in [text for text in RICH if text in texts] or texts:
        for beginning in {word[:2], word[0] + word[2]}:
            terms = vocabulary.searcher.terms_with_prefix(text, beginning, limit=MOST_TERMS)
            found.update(term for term, _ in terms)
    return found


def distance(one: str, other: str, most: int) -> int:
    """Return how many steps lie between two words, `most` + 1 if there are more: rows of a table, near its diagonal."""
    before, last = [0], [*range(len(other) + 1)]
    if abs(len(one) - len(other)) > most:
        return most + 1
    for row, letter in enumerate(one, 1):
        here = [row] + [most + 1] * len(other)
        for column in range(max(1, row - most), min(len(other), row + most) + 1):
            facing = other[column - 1]
            steps = min(last[column - 1] + (letter != facing), last[column] + 1, here[column - 1] + 1)
            if row > 1 < column and letter == other[column - 2] and facing == one[row - 2]:
                steps = min(steps, before[column - 2] + 1)
            here[column] = steps
        if min(here) > most:
            return most + 1
        before, last = last, here
    return min(last[-1], most + 1)
