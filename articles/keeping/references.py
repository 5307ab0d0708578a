"""How records name one another: by what their addresses name them by, not by the numbers of a database."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db import models

from articles.keeping.refusals import Unfit
from articles.keeping.structures import Key
from articles.keeping.values import Day, Kind, Slug, Text
from articles.models import Article, ImportRun

AT_ONCE = 500
SLUG = Slug(100)
NAMED_BY: dict[type[models.Model], dict[str, Kind]] = {
    ImportRun: {"key": Key()},
    Article: {"published_on": Day(), "slug": SLUG},
}
"""The columns that name a record, and what they hold; all others have a slug."""

Name = tuple[Any, ...]
"""What a record is named by, as its columns hold it."""


@dataclass(frozen=True, slots=True)
class Reference(Kind):
    """The name of a record of some model: "jeff-sessions", "2017-06-09/senate-passes-budget"."""

    model: type[models.Model]

    @property
    def fields(self) -> dict[str, Kind]:
        """The columns that name a record, and what they hold."""
        return NAMED_BY.get(self.model, {"slug": SLUG})

    def write(self, value: Name) -> str:
        """Return the name as one text."""
        return "/".join(kind.write(part) for kind, part in zip(self.fields.values(), value, strict=True))

    def read(self, value: Any) -> Name:
        """Return the name in its parts."""
        fields = self.fields
        parts = Text().read(value).split("/")
        if len(parts) != len(fields):
            raise Unfit(f"names nothing: it should be like {'/'.join(fields)}")
        return tuple(kind.read(part) for kind, part in zip(fields.values(), parts, strict=True))

    def found(self, names: Collection[Name]) -> dict[Name, int]:
        """Return the ids of the records of these names that there are."""
        ids: dict[Name, int] = {}
        waiting = iter(sorted(names))
        while some := set(islice(waiting, AT_ONCE)):
            ids.update((name, pk) for name, pk in self.candidates(some) if name in some)
        return ids

    def candidates(self, names: Collection[Name]) -> Iterator[tuple[Name, int]]:
        """Yield the records whose columns are each among those of `names`."""
        columns = list(self.fields)
        asked = {f"{column}__in": {name[place] for name in names} for place, column in enumerate(columns)}
        for pk, *name in self.model._default_manager.filter(**asked).values_list("pk", *columns):
            yield tuple(name), pk
