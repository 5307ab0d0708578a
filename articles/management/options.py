"""The options of an import: what they are called, what is said of them, and what they may be."""

from argparse import ArgumentTypeError
from collections.abc import Callable
from datetime import date

from articles.importers.exchange import check_fields
from articles.intake import LANGUAGE, LONGEST_NAME
from articles.models.article import LAST_DAY
from articles.newsitem import ImportFailure

TEXTS = {
    "publication": "who published what names no publication (default: the archive)",
    "section": "the section of what names none",
    "byline": "the byline of what has none, exactly as printed",
    "language": "the language of what declares none, like en (default: it is detected)",
}
SEVERAL = (
    ("topic", "TOPIC", "a topic of every article; may be repeated"),
    (
        "field",
        "OURS=THEIRS",
        "where others' JSON or CSV has a field: headline=title.rendered; may be repeated",
    ),
)
SWITCHES = {
    "draft": "publish nothing: everything new comes in as a draft",
    "large": "take archives above 100 MB, or 1 GB unpacked",
    "dry-run": "write nothing, and report the same",
    "resume": "go on where an import of the same paths stopped",
}


def day(text: str) -> date:
    """Return the day that an option names."""
    try:
        found = date.fromisoformat(text)
    except ValueError as problem:
        raise ArgumentTypeError(f"{text!r} is no date like 2017-06-09") from problem
    if found > LAST_DAY:
        raise ArgumentTypeError(f"{text!r} is beyond the year {LAST_DAY.year}")
    return found


def language(text: str) -> str:
    """Return the language that an option names."""
    if text and not LANGUAGE.fullmatch(text):
        raise ArgumentTypeError(f"{text!r} is no language like en or pt-BR")
    return text


def topic(text: str) -> str:
    """Return the topic that an option names."""
    if not 0 < len(text.strip()) <= LONGEST_NAME:
        raise ArgumentTypeError(f"a topic has from 1 to {LONGEST_NAME} characters")
    return text.strip()


def jobs(text: str) -> int:
    """Return the number of processes that an option names."""
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 64):
        raise ArgumentTypeError(f"{text!r} is no number from 1 to 64")
    return int(text)


def mapping(fields: list[str]) -> dict[str, str]:
    """Return which of others' fields holds ours. Raises ImportFailure for what names none."""
    pairs = [field.partition("=") for field in fields]
    for ours, _, theirs in pairs:
        if not ours or not theirs:
            raise ImportFailure("--field must look like headline=title.rendered")
    found = {ours: theirs for ours, _, theirs in pairs}
    check_fields(found)
    return found


CHECKED: dict[str, Callable[[str], str]] = {"language": language, "topic": topic}
"""How the options are checked that the archive could not hold in any form."""
