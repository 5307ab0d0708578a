"""What articles quote, as the index takes it in: so far apart that nothing reaches from one quotation into the next.

The words stand in the index twice: as they are, and with a mark of who said them, so that both can be asked at once.
"""

from collections.abc import Iterable, Iterator

import tantivy

from articles.search.languages import LONGEST_WORD, unaccented, words

GAP = "\U00013081"
"""Stands many times between quotations, and is not kept."""
FAR = f" {GAP}" * 101 + " "
"""More words than any nearness that can be asked for reaches over."""
QUOTATIONS = (
    tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    .filter(tantivy.Filter.remove_long(LONGEST_WORD))
    .filter(tantivy.Filter.lowercase())
    .filter(tantivy.Filter.custom_stopword([GAP]))
    .filter(tantivy.Filter.ascii_fold())
    .build()
)
"""What makes the words of quotations."""
SPOKEN = (
    tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace())
    .filter(tantivy.Filter.custom_stopword([GAP]))
    .build()
)
"""What takes apart the words of quotations that have their speaker's mark."""
Said = tuple[int, str]
"""The id of who is quoted, 0 if that is not known, and the words."""


def quotation_texts(said: Iterable[Said]) -> Iterator[tuple[str, str]]:
    """Yield the words of quotations, and those of known speakers with their marks, by the field they stand in."""
    quotations = [*said]
    if quotations:
        yield "said", FAR.join(unaccented(quoted) for _, quoted in quotations)
        yield "spoken", FAR.join(" ".join(spoken_by(who, quoted)) for who, quoted in quotations if who)


def spoken_by(speaker: int, text: str) -> list[str]:
    """Return the words of a text as the index has them of one speaker."""
    return [f"{speaker}:{word}" for word in words(text)]
