"""How one step of an act is taken back, whatever came since."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from django.db.models import CASCADE, SET_NULL, ForeignKey, Model, Q

from articles.curating.journal import (
    Columns,
    Step,
    by_row,
    chunks,
    overwrite,
    plain,
    read_back,
    refuse_if_named,
    table_of,
)  # fmt: skip
from articles.curating.refused import Refused
from articles.models import Curation, Person, Topic

Row = dict[str, Any]


class Reversal:
    """The taking back of one act."""

    def __init__(self, act: Curation) -> None:
        self.act = act

    def take_back(self, step: Step) -> None:
        """Undo a step."""
        {"changed": self.change_back, "deleted": self.restore, "made": self.remove}[step["did"]](step)

    def change_back(self, step: Step) -> None:
        """Give the rows their former values, where they still have those that the act gave them."""
        model, records = table_of(step), self.present(step)
        columns = [name for name in step["before"] if name != "id"]
        former = whole(model, step["before"], refuse=True)
        written = []
        for before, after in zip(former, by_row(step["after"]), strict=True):
            record = records.get(before["id"])
            if record is None:
                continue
            for name in columns:
                if plain(getattr(record, name)) == after[name]:
                    setattr(record, name, before[name])
            written.append(record)
        overwrite(written, columns)

    def restore(self, step: Step) -> None:
        """Insert the rows that were deleted, with their ids; what belonged to a record that is gone stays away."""
        model = table_of(step)
        records = [model(**row) for row in whole(model, step["before"])]
        if issubclass(model, Person | Topic):
            refuse_taken(model, records)
        model._base_manager.bulk_create(records)

    def remove(self, step: Step) -> None:
        """Delete the rows that the act made."""
        model, ids = table_of(step), list(self.present(step))
        refuse_if_named(model, ids)
        model._base_manager.filter(pk__in=ids).delete()

    def present(self, step: Step) -> dict[int, Any]:
        """Return the rows of a step that are there still. Raises Refused if a later act wrote over what it wrote."""
        model = table_of(step)
        records: dict[int, Any] = model._base_manager.in_bulk(step["after"]["id"])
        for after in by_row(step["after"]):
            record = records.get(after["id"])
            if record is None or any(plain(getattr(record, name)) != after[name] for name in after):
                self.refuse_overwritten(model, after, record)
        return records

    def refuse_overwritten(self, model: type[Model], after: Row, record: Model | None) -> None:
        """Raise Refused if a later act has changed a row since; other changes of it stay."""
        summary, columns = self.later.get((model._meta.label, after["id"]), ("", set[str]()))
        if summary and (record is None or columns & after.keys() - {"id"}):
            raise Refused(f"It can’t be undone before this later act is: {summary}")

    @cached_property
    def later(self) -> dict[tuple[str, int], tuple[str, set[str]]]:
        """What later acts wrote: by table and id, the latest act's summary and the columns."""
        found: dict[tuple[str, int], tuple[str, set[str]]] = defaultdict(lambda: ("", set()))
        acts = Curation.objects.filter(pk__gt=self.act.pk, undone_at=None, kind=self.act.kind)
        for act in acts.order_by("pk").iterator(chunk_size=1):
            for step in (act.before or {}).get("steps", ()):
                columns = set(step["after"] or step["before"])
                for pk in (step["after"] or step["before"])["id"]:
                    found[step["table"], pk] = (act.summary, found[step["table"], pk][1] | columns)
        return dict(found)


def whole(model: type[Model], columns: Columns, *, refuse: bool = False) -> list[Row]:
    """Return rows as they were, none naming what is gone since: that is emptied, or the row left out, or refused."""
    rows = [{name: read_back(model, name, value) for name, value in row.items()} for row in by_row(columns)]
    for field in model._meta.concrete_fields:
        if not isinstance(field, ForeignKey) or field.attname not in columns:
            continue
        gone = missing(field, rows)
        if gone and field.remote_field.on_delete is SET_NULL:
            rows = [row | ({field.attname: None} if row[field.attname] in gone else {}) for row in rows]
        elif gone and (refuse or field.remote_field.on_delete is not CASCADE):
            raise Refused(f"It can’t be undone: the {field.verbose_name} that it names is gone.")
        elif gone:
            rows = [row for row in rows if row[field.attname] not in gone]
    return rows


def missing(field: ForeignKey[Any, Any], rows: Iterable[Row]) -> set[int]:
    """Return the ids that a column of rows names and no row of the other table has, nor one of these."""
    named = {row[field.attname] for row in rows} - {None}
    if field.related_model is field.model:
        named -= {row["id"] for row in rows}
    return named - set(existing(field.related_model, named))


def existing(model: Any, ids: Iterable[int]) -> Iterable[int]:
    """Yield those of the ids that rows have."""
    for chunk in chunks(ids):
        yield from model._base_manager.filter(pk__in=chunk).values_list("pk", flat=True)


def refuse_taken(model: Any, records: list[Any]) -> None:
    """Raise Refused if another record has a name or address of these by now."""
    for record in records:
        other = model.objects.filter(Q(name__iexact=record.name) | Q(slug=record.slug)).first()
        if other:
            raise Refused(
                f"It can’t be undone: “{other}” has the name or the address of “{record}” by now. Rename it first."
            )
