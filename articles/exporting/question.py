"""A list in words, as a file says of itself what it holds."""

from dataclasses import replace

from articles.listing import Listing
from articles.narrowing import Chosen, filters_set


def question(listing: Listing, limit: int | None = None) -> str:
    """Return a list in words: “recusal” · person Jeff Sessions · 2017 · oldest first. All articles are no words at all.

    What of the text was not understood is said behind it: a program sees no page that says so.
    """
    is_default = listing.sort == ("relevance" if listing.q else "newest")
    parts = [filters_in_words(listing), time_in_words(listing), "" if is_default else f"{listing.sort} first"]
    parts += (f"({problem})" for problem in listing.understood.problems)
    words = " · ".join(part for part in parts if part)
    return f"{words or 'all articles'} · the first {limit:,}" if limit is not None else words


def filters_in_words(listing: Listing) -> str:
    """Return the text and the filters of a list in words, those too that its page stands for."""
    names = tuple(listing.names.values())
    filters = filters_set(replace(listing, path="", fixed=frozenset(), first="", last="", known=names))
    joined = ((" or " if one.alternative else " · ") + in_words(one) for one in filters)
    return "".join(joined).removeprefix(" · ")


def in_words(one: Chosen) -> str:
    """Return a filter in words."""
    if one.label == "text":
        return f"“{one.text}”"
    return f"{one.lead} {one.text}"


def time_in_words(listing: Listing) -> str:
    """Return the time of a list as it was asked for: 2017, from 2017-06, from 2017 to 2018."""
    if listing.first == listing.last:
        return listing.first
    ends = (("from", listing.first), ("to", listing.last))
    return " ".join(f"{word} {day}" for word, day in ends if day)
