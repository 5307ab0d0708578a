"""Make a headline for a text that comes without one."""

from articles.sentences import ABBREVIATION, sentences

MAX_HEADLINE = 90
"""Characters of a made headline, with its ellipsis."""

_BEGINNING = 2_000


def made_headline(text: str) -> str:
    """Return the first sentence of `text`, cut at a word to MAX_HEADLINE characters if it is longer."""
    sentence = first_sentence(text)
    if len(sentence) > MAX_HEADLINE:
        return _cut(sentence)
    if sentence.endswith(".") and not ABBREVIATION.search(sentence):
        return sentence.rstrip(".") or sentence
    return sentence


def first_sentence(text: str) -> str:
    """Return the first sentence of `text`, white space collapsed; none begins with a lower-case letter."""
    first = ""
    for sentence in sentences(" ".join(text[:_BEGINNING].split())):
        if first and not sentence[0].islower():
            break
        first = f"{first} {sentence}".strip()
    return first


def _cut(sentence: str) -> str:
    beginning = sentence[:MAX_HEADLINE]
    at_word = beginning.rpartition(" ")[0] or beginning[:-1]
    return at_word.rstrip(" ,;:.–—-“‘(") + "…"
