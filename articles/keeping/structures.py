"""Values that are more than a text or a number: keys, lists of names, and what an import keeps as JSON."""

from dataclasses import dataclass
from math import isfinite
from typing import Any
from uuid import UUID

from articles.keeping.refusals import Unfit
from articles.keeping.values import Kind, Text

DEEPEST = 50
"""How deep lists and objects may lie in one another."""


@dataclass(frozen=True, slots=True)
class Key(Kind):
    """The key of an import: a UUID."""

    def write(self, value: UUID) -> str:
        """Return the key in its usual form."""
        return str(value)

    def read(self, value: Any) -> UUID:
        """Return the key."""
        try:
            key = UUID(Text(36).read(value))
        except ValueError as problem:
            raise Unfit("is no UUID") from problem
        if str(key) != value:
            raise Unfit("is no UUID in its usual form")
        return key


@dataclass(frozen=True, slots=True)
class Names(Kind):
    """A list of words."""

    def read(self, value: Any) -> list[str]:
        """Return the list."""
        if not isinstance(value, list):
            raise Unfit("is no list")
        return [Text(200).read(name) for name in value]


@dataclass(frozen=True, slots=True)
class Json(Kind):
    """An object of JSON, whatever is in it; the databases differ in what they make of names' order and of 1e3."""

    def write(self, value: Any) -> Any:
        """Return the object in the one form that both databases give back."""
        return settled(value)

    def read(self, value: Any) -> Any:
        """Return the object in the same form."""
        if not isinstance(value, dict):
            raise Unfit("is no object")
        return settled(value)


def settled(value: Any, depth: int = 0) -> Any:
    """Return a value of JSON with names in order, whole numbers without a point, and no character without a meaning.

    Raises Unfit if it is too deep, or has a number that is none.
    """
    if depth > DEEPEST:
        raise Unfit(f"has lists or objects nested deeper than {DEEPEST}")
    if isinstance(value, dict):
        named = {settled(name): entry for name, entry in value.items()}
        return {name: settled(named[name], depth + 1) for name in sorted(named)}
    if isinstance(value, list):
        return [settled(entry, depth + 1) for entry in value]
    if isinstance(value, str):
        return value.replace("\x00", "").encode("utf-8", "replace").decode()
    if isinstance(value, float):
        return number(value)
    return value


def number(value: float) -> int | float:
    """Return a number, whole if it is. Raises Unfit if it is none."""
    if not isfinite(value):
        raise Unfit("has a number that is too large")
    return int(value) if value.is_integer() else value
