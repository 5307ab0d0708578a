"""Sentences in which recognition is hard, with the right answer marked in them."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from articles.people.known import Known, OtherName, Text
from articles.people.names import slug
from articles.people.tenures import Tenure

HERE = Path(__file__).parent
MARK = re.compile(r"\[([^\[\]]+)\]\(([^()]+)\)")
RANKS = {"President": 1, "Vice President": 2}


@dataclass(frozen=True)
class Case:
    """One text with its marks: (part, start, end, slug), the slug "?" where only an editor can tell."""

    rule: str
    number: int
    text: Text
    marks: frozenset[tuple[str, int, int, str]]


def authority() -> dict[str, Known]:
    """Return the known people by slug."""
    lines = (HERE / "authority.jsonl").read_text("utf-8").splitlines()
    people = (known(number, json.loads(line)) for number, line in enumerate(lines, 1) if line)
    return {slug(person.name): person for person in people}


def known(number: int, record: dict) -> Known:
    return Known(
        id=number,
        name=record["name"],
        others=tuple(
            OtherName(alias["name"], day(alias.get("from")), day(alias.get("to"), last=True))
            for alias in record["aliases"]
        ),
        tenures=tuple(
            Tenure(
                title=office["title"],
                first=day(office["from"]),
                last=day(office["to"], last=True),
                rank=RANKS.get(office["title"], 100),
                party=office["party"],
                state=office["state"],
            )
            for office in record["offices"]
        ),
        born=day(record["born"]),
        died=day(record["died"]),
    )


def day(written: str | None, *, last: bool = False) -> date | None:
    if not written:
        return None
    year, month, number = (*map(int, written.split("-")), 0, 0)[:3]
    return date(year, month or (12 if last else 1), number or (28 if last else 1))


def cases() -> Iterator[Case]:
    """Yield every case of every file."""
    for path in sorted(HERE.glob("*.jsonl")):
        if path.stem != "authority":
            for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
                if line.strip():
                    yield case(path.stem, number, json.loads(line))


def case(rule: str, number: int, record: dict) -> Case:
    marks: set[tuple[str, int, int, str]] = set()
    plain = {}
    for part, written in (("h", record.get("headline", "")), ("b", lines(record["text"]))):
        plain[part] = unmarked(part, written, marks)
    text = Text(headline=plain["h"], body=plain["b"], day=date.fromisoformat(record["date"]))
    return Case(rule, number, text, frozenset(marks))


def lines(text: str) -> str:
    """Return a text as the archive has it: a line for each paragraph, white space collapsed."""
    paragraphs = (" ".join(paragraph.split()) for paragraph in re.split(r"\n\s*\n", text))
    return "\n".join(paragraph for paragraph in paragraphs if paragraph)


def unmarked(part: str, written: str, marks: set[tuple[str, int, int, str]]) -> str:
    pieces, reached, length = [], 0, 0
    for mark in MARK.finditer(written):
        pieces += [written[reached : mark.start()], mark[1]]
        start = length + mark.start() - reached
        length = start + len(mark[1])
        marks.add((part, start, length, mark[2]))
        reached = mark.end()
    return "".join([*pieces, written[reached:]])
