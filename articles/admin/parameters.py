"""What a change list's address may ask for. The rest is left out before anything reads it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.admin.filters import SimpleListFilter
from django.contrib.admin.options import IS_POPUP_VAR, TO_FIELD_VAR
from django.contrib.admin.views.main import ALL_VAR, ORDER_VAR, PAGE_VAR, SEARCH_VAR
from django.http import QueryDict

CONTROLS = {ALL_VAR, IS_POPUP_VAR, ORDER_VAR, PAGE_VAR, SEARCH_VAR, TO_FIELD_VAR}
LONGEST_SEARCH, MOST_WORDS, LONGEST_ORDER = 200, 10, 20
LONGEST_ADDRESS = 1_900
"""Characters of a query string: Django redirects to no address over 2,048, and actions end in a redirect."""


class CheckedFilter(SimpleListFilter):
    """A filter that knows which values it understands."""

    @classmethod
    def understands(cls, value: str) -> bool:
        """Return whether the filter can be set to `value`."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Understood:
    """The part of an address that a change list answers, and what is to be said about the rest."""

    parameters: QueryDict
    problems: tuple[str, ...]


def understood(parameters: QueryDict, filters: Sequence[type[CheckedFilter]]) -> Understood:
    """Return what a list with these filters can answer of `parameters`."""
    known = {filter.parameter_name: filter for filter in filters}
    kept, left_out, problems = QueryDict(mutable=True), [], []
    for name in parameters:
        value = str(parameters.get(name, ""))
        fits = known[name].understands(value) if name in known else name in CONTROLS
        if not fits or (name == ORDER_VAR and len(value) > LONGEST_ORDER):
            left_out.append(name)
        else:
            kept[name] = value
    if left_out:
        problems.append(
            f"Not understood and left out of the address: {', '.join(name[:40] for name in left_out[:5])}."
        )
    if len(kept.get(SEARCH_VAR, "")) > LONGEST_SEARCH:
        kept[SEARCH_VAR] = str(kept[SEARCH_VAR])[:LONGEST_SEARCH]
        problems.append(f"Only the first {LONGEST_SEARCH} characters of the search were read.")
    if len(kept.urlencode()) > LONGEST_ADDRESS:
        kept = QueryDict(mutable=True)
        problems.append("The address was too long: this is the whole list.")
    return Understood(kept, tuple(problems))


def few_words(search: str) -> str:
    """Return as much of a search as the database is asked for."""
    return " ".join(search[:LONGEST_SEARCH].split()[:MOST_WORDS])


def is_number(text: str) -> bool:
    """Return whether `text` can be the id of a record: a number that every database holds."""
    return text.isascii() and text.isdigit() and len(text) <= 18
