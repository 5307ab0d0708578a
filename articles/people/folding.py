"""Fold text so that one spelling stands for all, and know where each folded character came from."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.characters import composed

_SPACE = re.compile(r"[^\S ]")
_SPACE_IN_LINE = re.compile(r"[^\S \n]")
_BROKEN = re.compile(r"(?<=[^\W\d_])[-‐\u00ad] (?=[a-zß-öø-ÿ])(?!(?:and|or|to)\b)")
_RUN = re.compile(" +|[^ ]+")


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text; its character `i` stands for the given text from `starts[i]` to `ends[i]`."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]


def fold(text: str) -> Folded:
    """Return `text` in NFC, with one space for each run of white space and straight apostrophes."""
    alike = straightened(_SPACE.sub(" ", text) if _SPACE.search(text) else text)
    if "  " not in alike and unicodedata.is_normalized("NFC", alike):
        return Folded(alike, range(len(text)), range(1, len(text) + 1))
    characters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end, piece in _pieces(alike):
        characters.append(piece)
        starts.extend([start] * len(piece))
        ends.extend([end] * len(piece))
    return Folded("".join(characters), starts, ends)


def fold_lines(text: str) -> Folded:
    """Return `text` folded line by line: its line feeds stay, for a name never reaches beyond one."""
    if _BROKEN.search(text):
        return mended(text)
    if "\n" not in text:
        return fold(text)
    if "  " not in text and not _SPACE_IN_LINE.search(text) and unicodedata.is_normalized("NFC", text):
        return Folded(straightened(text), range(len(text)), range(1, len(text) + 1))
    lines = text.split("\n")
    characters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    offset = 0
    for line in lines:
        folded = fold(line)
        characters += [folded.text, "\n"]
        starts += [*(start + offset for start in folded.starts), offset + len(line)]
        ends += [*(end + offset for end in folded.ends), offset + len(line) + 1]
        offset += len(line) + 1
    return Folded("".join(characters)[:-1], starts[:-1], ends[:-1])


def mended(text: str) -> Folded:
    """Return `text` folded, with words in one that a line’s end broke: Rosenstein of “Rosen- stein”."""
    pieces, reached = [], 0
    for found in _BROKEN.finditer(text):
        pieces.append((reached, text[reached : found.start()]))
        reached = found.end()
    pieces.append((reached, text[reached:]))
    folded = [(offset, fold_lines(piece)) for offset, piece in pieces]
    return Folded(
        "".join(part.text for _, part in folded),
        [start + offset for offset, part in folded for start in part.starts],
        [end + offset for offset, part in folded for end in part.ends],
    )


def straightened(text: str) -> str:
    """Return `text` with straight apostrophes."""
    for apostrophe in "‘’ʼ":
        text = text.replace(apostrophe, "'")
    return text


def _pieces(text: str) -> Iterator[tuple[int, int, str]]:
    for run in _RUN.finditer(text):
        if run[0].startswith(" "):
            yield run.start(), run.end(), " "
        elif unicodedata.is_normalized("NFC", run[0]):
            yield from (
                (run.start() + i, run.start() + i + 1, character) for i, character in enumerate(run[0])
            )
        else:
            yield from _clusters(run[0], run.start())


def _clusters(word: str, offset: int) -> Iterator[tuple[int, int, str]]:
    """Yield the shortest parts of a word that NFC changes without regard to what stands before and after."""
    start = 0
    for end in range(1, len(word) + 1):
        if end < len(word) and (unicodedata.combining(word[end]) or _compose(word[start:end], word[end])):
            continue
        yield offset + start, offset + end, composed(word[start:end])
        start = end


def _compose(cluster: str, following: str) -> bool:
    return len(composed(cluster + following)) < len(composed(cluster)) + len(composed(following))
