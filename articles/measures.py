"""Values that a list can be narrowed by and that no record stands for: languages, years and months."""

from articles.charts import MONTH_NAMES
from articles.parameters import EARLIEST_YEAR, LATEST_YEAR
from articles.search import languages

MEASURES = ("language", "year", "month")


def number_of(kind: str, slug: str) -> int | None:
    """Return how the index counts the value that a URL writes as `slug`; None if it is none."""
    if kind == "language":
        code = languages.family(slug)
        return languages.number_of(code) if code == slug else None
    year, dash, month = slug.partition("-")
    if not is_number(year, 4) or not EARLIEST_YEAR <= int(year) <= LATEST_YEAR:
        return None
    if kind == "year":
        return None if dash else int(year)
    return int(year) * 12 + int(month) - 1 if is_number(month, 2) and 1 <= int(month) <= 12 else None


def is_number(text: str, digits: int) -> bool:
    """Return whether a text is a number of so many digits."""
    return len(text) == digits and text.isascii() and text.isdigit()


def slug_of(kind: str, number: int) -> str:
    """Return how a URL writes a value: `es`, `2017`, `2017-06`."""
    if kind == "language":
        return languages.code_of(number)
    return f"{number:04}" if kind == "year" else f"{number // 12:04}-{number % 12 + 1:02}"


def name_of(kind: str, number: int) -> str:
    """Return what a reader calls a value: Spanish, 2017, June 2017."""
    if kind == "language":
        return languages.name_of(languages.code_of(number))
    return str(number) if kind == "year" else f"{MONTH_NAMES[number % 12 + 1]} {number // 12}"
