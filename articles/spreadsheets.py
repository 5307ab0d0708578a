"""Cells that a spreadsheet would run as a formula: kept from it by an apostrophe, and freed again."""

import re

from articles.characters import without_controls

_UNSEEN = r"\s\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
_RUN = rf"[\t\r\n]|[{_UNSEEN}]*[=+\-@＝＋－＠]"
_FORMULA, _GUARDED = re.compile(_RUN), re.compile(rf"\A'(?={_RUN})")


def safe(cell: str) -> str:
    """Return the cell without control characters, with an apostrophe before it if a spreadsheet would run it as a formula."""
    cell = without_controls(cell)
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """Return the cell without the apostrophe that `safe` set before it."""
    return _GUARDED.sub("", cell)
