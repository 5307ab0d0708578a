"""What a site lets programs read: robots.txt (RFC 9309, https://www.rfc-editor.org/rfc/rfc9309), and Crawl-delay."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import quote, unquote

LARGEST = 500_000
"""Bytes; what a file holds beyond is not read."""
LONGEST_DELAY = 10.0
MOST_RULES = 5_000

_NAMES = ("user-agent", "allow", "disallow", "crawl-delay")
_AGENT = re.compile(r"[a-z_-]+|\*", re.I | re.A)
_DELAY = re.compile(r"\d{1,6}(\.\d{1,6})?", re.A)
_SAFE = "/%:@!$&'()*+,;=~-._?"


@dataclass(slots=True)
class Rules:
    """What holds for one agent: paths with whether they are allowed, and the seconds to wait between two requests."""

    paths: list[tuple[str, bool]] = field(default_factory=list)
    delay: float = 0.0

    def allow(self, path: str) -> bool:
        """Say whether `path`, query and all, may be read: the longest rule that fits decides, and allows at a tie."""
        path = _plain(path)
        fitting = [(len(pattern), is_allowed) for pattern, is_allowed in self.paths if fits(pattern, path)]
        return max(fitting, default=(0, True))[1]


def rules_for(agent: str, raw: bytes) -> Rules:
    """Return the rules that a robots.txt has for `agent`: those that name it, else those for all."""
    named, for_all, is_named = Rules(), Rules(), False
    meant: list[Rules] = []
    is_heading = False
    for name, value in _lines(raw):
        if name == "user-agent":
            meant = meant if is_heading else []
            token = _AGENT.match(value)
            if token and token[0].lower() == agent.lower():
                meant.append(named)
                is_named = True
            elif value == "*":
                meant.append(for_all)
        else:
            for rules in meant:
                _add(rules, name, value)
        is_heading = name == "user-agent"
    return named if is_named else for_all


def fits(pattern: str, path: str) -> bool:
    """Say whether a rule's path, in which * stands for anything and $ for the end, is where `path` begins."""
    is_whole = pattern.endswith("$")
    first, *rest = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    place = len(first)
    for piece in rest[:-1]:
        found = path.find(piece, place)
        if found < 0:
            return False
        place = found + len(piece)
    if not rest:
        return not is_whole or place == len(path)
    if is_whole:
        return path.endswith(rest[-1]) and len(path) - len(rest[-1]) >= place
    return path.find(rest[-1], place) >= 0


def _lines(raw: bytes) -> Iterator[tuple[str, str]]:
    """Yield the names and values of the lines that are understood; a value may be empty."""
    for line in raw[:LARGEST].decode("utf-8-sig", "replace").splitlines():
        name, _, value = line.partition("#")[0].partition(":")
        if name.strip().lower() in _NAMES:
            yield name.strip().lower(), value.strip()


def _add(rules: Rules, name: str, value: str) -> None:
    if name == "crawl-delay" and _DELAY.fullmatch(value):
        rules.delay = min(float(value), LONGEST_DELAY)
    elif name in ("allow", "disallow") and value and len(rules.paths) < MOST_RULES:
        rules.paths.append((_plain(value), name == "allow"))


def _plain(path: str) -> str:
    """Return a path written in the one way in which two are compared: what need not be escaped is not."""
    return quote(unquote(path, errors="replace"), _SAFE)
