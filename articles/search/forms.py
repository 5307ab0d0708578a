"""Which words of the archive are forms of a word that was asked for: those that share its stem and begin like it."""

import math
from dataclasses import dataclass, field

import tantivy

from articles.search.languages import STEMMERS, beginning, folded, number_of, stems


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of an index at one moment. Numbers of articles include some that were changed or taken out since."""

    searcher: tantivy.Searcher
    articles: int
    kept: dict[tuple[str, str, str], dict[str, int]] = field(default_factory=dict)
    begun: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict)

    def forms(self, text: str, word: str, code: str) -> dict[str, int]:
        """Return the forms of a folded word that stand in one of the article's texts, with how many articles have each."""
        if (text, word, code) not in self.kept:
            self.kept[text, word, code] = self.looked_up(text, word, code)
        return self.kept[text, word, code]

    def looked_up(self, text: str, word: str, code: str) -> dict[str, int]:
        """Return what `forms` does, from the index. The mark of a speaker, before a colon, belongs to no form."""
        speaker, colon, bare = word.rpartition(":")
        if code not in STEMMERS or len(stem := stems(bare, code)) != 1:
            return {word: self.count(text, word)}
        mark = speaker + colon
        near = self.searcher.terms_with_prefix(text, mark + beginning(stem[0]))
        return {word: self.count(text, word)} | {
            term: count for term, count in near if stems(term.removeprefix(mark), code) == stem
        }

    def beginning_with(self, text: str, letters: str) -> frozenset[str]:
        """Return all folded words of one of the article's texts that begin so."""
        if (text, letters) not in self.begun:
            found = self.searcher.terms_with_prefix(text, letters)
            self.begun[text, letters] = frozenset(term for term, _ in found)
        return self.begun[text, letters]

    def count(self, text: str, word: str) -> int:
        """Return how many articles have the word as it is in one of their texts."""
        return int(self.searcher.doc_freq(text, word))

    def weights(self, text: str, word: str, code: str) -> dict[str, float]:
        """Return for each form what its score must be multiplied by to weigh as much as the word in all its forms."""
        forms = {form: count for form, count in self.forms(text, word, code).items() if count}
        whole = self.rarity(sum(forms.values()))
        return {form: whole / self.rarity(count) for form, count in forms.items()}

    def rarity(self, count: int) -> float:
        """Return how much a word says that so many articles have: its inverse document frequency as in BM25."""
        count = min(count, self.searcher.num_docs)
        return math.log(1 + (self.searcher.num_docs - count + 0.5) / (count + 0.5))

    def languages(self) -> list[str]:
        """Return the languages of the archive whose words have forms, and "" if there are others."""
        counts = {code: self.searcher.doc_freq("language", number_of(code)) for code in STEMMERS}
        known = [code for code, count in counts.items() if count]
        others = self.articles > sum(counts.values())
        return known + ([""] if others or not known else [])


def matches(word: str, printed: str, code: str) -> bool:
    """Return whether a printed word is a form of a word asked for, in a language."""
    asked, found = folded(word), folded(printed)
    if asked == found:
        return True
    stem = stems(word, code)
    return (
        code in STEMMERS
        and len(asked) == len(found) == 1
        and stems(printed, code) == stem
        and found[0].startswith(beginning(stem[0]))
    )
