"""The objects of a page's JSON-LD (https://www.w3.org/TR/json-ld11/), however it is wrapped and wherever they nest."""

import json
import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

Node = dict[str, Any]

MAX_NODES = 5_000
MAX_VALUES = 500
"""Values of one property."""

_WRAPPING = re.compile(
    r"\s*+(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?://|/\*)?\s*\]\]>\s*(?:\*/)?|-->"
)
_COMMA_TOO_MANY = re.compile(r",(?=\s*+[}\]])")
_BETWEEN = re.compile(r"[\s;,\ufeff]*+")
_WITHIN = ("@graph", "mainEntity", "mainEntityOfPage")
"""Where the object that a page is about stands; what stands elsewhere is about other pages."""
_NAMES = ("name", "@value", "legalName", "alternateName")
_DECODER = json.JSONDecoder(strict=False)


class Graph:
    """The objects of all scripts of a page, and those that others refer to."""

    def __init__(self, scripts: Iterable[str]) -> None:
        self.nodes: list[Node] = []
        self._by_id: dict[str, Node] = {}
        waiting = [value for script in scripts for value in values_in(script)][::-1]
        while waiting and len(self.nodes) < MAX_NODES:
            value = waiting.pop()
            if isinstance(value, list):
                waiting += value[MAX_NODES::-1]
            elif isinstance(value, dict):
                self.nodes.append(value)
                self._remember(value)
                waiting += [value[name] for name in reversed(_WITHIN) if name in value]

    def values(self, node: Node, name: str) -> list[Any]:
        """Return the values of a property, as a list; a reference gives way to what it refers to."""
        value = node.get(name)
        values = value if isinstance(value, list) else [] if value is None else [value]
        return [self._resolved(each) for each in values[:MAX_VALUES]]

    def texts(self, node: Node, name: str) -> list[str]:
        """Return the values of a property as text; of an object, its name."""
        return [text for value in self.values(node, name) if (text := self.text_of(value))]

    def text(self, node: Node, *names: str) -> str:
        """Return the first text of the first of these properties that has one, "" for none."""
        return next((text for name in names for text in self.texts(node, name)), "")

    def text_of(self, value: object) -> str:
        """Return a value as text, "" if it is none and has no name."""
        if isinstance(value, dict):
            value = next((value[name] for name in _NAMES if value.get(name)), "")
        if isinstance(value, list):
            value = value[0] if value else ""
        if isinstance(value, dict):
            value = value.get("@value")
        return value.strip() if isinstance(value, str) else ""

    def _resolved(self, value: object) -> object:
        if isinstance(value, dict) and len(value) <= 2 and isinstance(value.get("@id"), str):
            return self._by_id.get(value["@id"], value)
        return value

    def _remember(self, node: Node) -> None:
        """Keep an object, and those that are properties of it, by what they are called."""
        for value in (node, *node.values()):
            for each in value[:MAX_VALUES] if isinstance(value, list) else [value]:
                if isinstance(each, dict) and len(each) > 1 and isinstance(each.get("@id"), str):
                    known = self._by_id.setdefault(each["@id"], each)
                    self._by_id[each["@id"]] = max(known, each, key=len)


def types_of(node: Node) -> frozenset[str]:
    """Return what an object is said to be, without the vocabulary's address."""
    value = node.get("@type")
    types = value if isinstance(value, list) else [value]
    return frozenset(re.split(r"[/#:]", name)[-1] for name in types if isinstance(name, str))


def values_in(script: str) -> Iterator[object]:
    """Yield the values of one script; one that is no JSON even when it is mended has none."""
    bare = _WRAPPING.sub(" ", script)
    for text in (bare, _COMMA_TOO_MANY.sub("", bare), unescape(bare)):
        values, is_whole = _read(text)
        if is_whole:
            break
    yield from values


def _read(text: str) -> tuple[list[object], bool]:
    values: list[object] = []
    place = _BETWEEN.match(text).end()  # type: ignore[union-attr]
    while place < len(text) and len(values) < MAX_VALUES:
        try:
            value, place = _DECODER.raw_decode(text, place)
        except (ValueError, RecursionError):
            return values, False
        values.append(value)
        place = _BETWEEN.match(text, place).end()  # type: ignore[union-attr]
    return values, True
