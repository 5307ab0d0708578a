"""When a page says that its article was published: from what it declares or from its address, never from its text.

Nothing is guessed: neither today nor a modification nor the capture is a date of publication.
"""

import re
from collections.abc import Iterable

from articles.importers.dates import NoDate, Published, published

MOST = 40
_LONGEST = 60

_WITH_SLASHES = re.compile(r"(\d{4})/(\d\d?)/(\d\d?)(?=\D|$)")
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = rf"({'|'.join(_MONTHS)})[a-z]{{0,6}}\.?"
_WEEKDAY = r"(?:[a-z]{3,9}\.?,?\s+)?"
_DAY_FIRST = re.compile(rf"{_WEEKDAY}(?P<day>\d\d?)(?:st|nd|rd|th)?\s+{_MONTH},?\s+(?P<year>\d{{4}})", re.I)
_MONTH_FIRST = re.compile(
    rf"{_WEEKDAY}{_MONTH}\s+(?P<day>\d\d?)(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b", re.I
)
_CLOCK = re.compile(r"(\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?)\s*(?:UTC|GMT)")
_IN_PATH = (
    re.compile(r"/((?:19|20)\d\d)/(\d\d?)/(\d\d?)(?=[/_.-]|$)"),
    re.compile(rf"/((?:19|20)\d\d)/({'|'.join(_MONTHS)})[a-z]{{0,6}}/(\d\d?)(?=[/_.-]|$)", re.I),
    re.compile(r"(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)"),
    re.compile(r"[/_-]((?:19|20)\d\d)([01]\d)([0-3]\d)(?!\d)"),
)


def moment(declared: Iterable[str], addresses: Iterable[str]) -> Published | None:
    """Return when the article was published, None if neither the declared dates nor the addresses tell.

    The first date declared that is one counts; if it is a day alone, a later one of the same day may tell the time.
    """
    found = [each for text in list(declared)[:MOST] if (each := _written(text))]
    if found:
        return next((each for each in found if each[0] == found[0][0] and each[1]), found[0])
    return next((each for address in addresses if (each := _in_path(address))), None)


def _written(text: str) -> Published | None:
    text = " ".join(text[: 2 * _LONGEST].split())
    if not 6 <= len(text) <= _LONGEST:
        return None
    if found := _WITH_SLASHES.match(text):
        text = _iso(*found.groups()) + text[found.end() :]
    elif (found := _MONTH_FIRST.match(text)) or (found := _DAY_FIRST.fullmatch(text)):
        text = _iso(found["year"], found[1] if found.re is _MONTH_FIRST else found[2], found["day"])
    elif found := _CLOCK.fullmatch(text):
        text = f"{found[1]}+00:00"
    return _published(text)


def _in_path(address: str) -> Published | None:
    """Return the day that an address leads through, as /2017/06/09/ does."""
    place = address.split("?")[0].split("#")[0].partition("://")[2]
    path = "/" + place.partition("/")[2]
    for form in _IN_PATH:
        for found in form.finditer(path):
            if each := _published(_iso(*found.groups())):
                return each
    return None


def _iso(year: str, month: str, day: str) -> str:
    name = month[:3].lower()
    number = _MONTHS.index(name) + 1 if name in _MONTHS else int(month)
    return f"{year}-{number:02}-{int(day):02}"


def _published(text: str) -> Published | None:
    try:
        return published(text)
    except NoDate:
        return None
