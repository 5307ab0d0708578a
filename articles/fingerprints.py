"""Fingerprints of texts: nearly equal texts share one of their twelve numbers at least.

One-permutation MinHash (Li, Owen, Zhang, NIPS 2012): the runs of four words of a text, hashed, fall into 60 bins, and
the least of each bin is kept. Two texts agree in as large a share of the bins as they share of their runs. The bins make
twelve bands of five: of texts that share 0.8 of their runs all but 8 in 1,000 share a band, of those that share 0.7 nine
in ten, of those that share 0.05 one in 250,000. Bands of four would find more that is alike, and twenty times as much
that is not.
"""

import re
import zlib

import numpy as np

BANDS, ROWS = 12, 5
BINS = BANDS * ROWS
RUN = 4
"""Words in a run."""
FEWEST = 24
"""Words that a text must have: shorter ones are alike by chance."""
MOST = 20_000

MOST_WORDS_KEPT = 200_000

_WORD = re.compile(r"\w+")
_FACTORS = np.array([0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D, 0x27D4EB2F], dtype=np.uint64)
_SPREAD, _LOW = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xFFFFFFFF)
_EMPTY = np.uint64(0xFFFFFFFFFFFFFFFF)


class _Hashes(dict[str, int]):
    """Hashes of words, kept: the same words come again and again."""

    def __missing__(self, word: str) -> int:
        self[word] = value = zlib.crc32(word.encode())
        return value


_HASHES = _Hashes()


def bands(text: str) -> tuple[int, ...]:
    """Return the twelve numbers of a text, each of 32 bits with its sign; none for a text of fewer than 24 words."""
    runs = _runs(text)
    if not len(runs):
        return ()
    bins, values = runs % np.uint64(BINS), runs // np.uint64(BINS)
    least = np.full(BINS, _EMPTY)
    np.minimum.at(least, bins.astype(np.intp), values)
    filled = np.flatnonzero(least != _EMPTY)
    for empty in np.flatnonzero(least == _EMPTY):
        # an empty bin borrows from the next that is filled, and says how far it had to go
        distance = int(((filled - empty) % BINS).min())
        least[empty] = least[(empty + distance) % BINS] + np.uint64(distance)
    return tuple(
        zlib.crc32(least[band * ROWS : (band + 1) * ROWS].tobytes(), band) - (1 << 31)
        for band in range(BANDS)
    )


def likeness(one: str, other: str) -> float:
    """Return the share of the runs of words that two texts have in common, from 0 to 1."""
    first, second = set(_runs(one).tolist()), set(_runs(other).tolist())
    return len(first & second) / len(first | second) if first or second else 0.0


def _runs(text: str) -> np.ndarray:
    """Return a hash of 64 bits for each run of words, without regard to case and punctuation."""
    words = _WORD.findall(text.casefold(), 0, len(text))[:MOST]
    if len(words) < FEWEST:
        return np.empty(0, dtype=np.uint64)
    if len(_HASHES) > MOST_WORDS_KEPT:
        _HASHES.clear()
    hashes = np.fromiter(map(_HASHES.__getitem__, words), dtype=np.uint64, count=len(words))
    number = len(words) - RUN + 1
    mixed = np.zeros(number, dtype=np.uint64)
    for place, factor in enumerate(_FACTORS):
        mixed = (mixed ^ (hashes[place : place + number] * factor)) * _SPREAD
    return mixed ^ (mixed >> np.uint64(32))
