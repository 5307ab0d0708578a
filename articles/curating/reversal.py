"""How one step of an act is taken back, whatever came since."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from django.db.models import SET_NULL, ForeignKey, Model, Q

from articles.curating.journal import (
    Columns,
    Step,
    by_row,
    chunks,
    columns_naming,
    overwrite,
    plain,
    read_back,
    refuse_if_named,
    table_of,
)  # fmt: skip
from articles.curating.refused import Refused
from articles.models import (
    Alias,
    Article,
    Curation,
    Doubt,
    FormerSlug,
    Mention,
    Office,
    Origin,
    Person,
    Quotation,
    Topic,
    TopicAlias,
)  # fmt: skip

Row = dict[str, Any]
STAYING = (Alias, TopicAlias, FormerSlug, Office)
"""What belongs to a record: an act can't be undone without it. What belongs to an article may go with that."""
MADE_ANEW = ("role", "count", "quoted", "places")
"""What recognition writes over in a mention."""
UPON_RECORDS = (Curation.Act.MERGED, Curation.Act.SPLIT, Curation.Act.RENAMED)


class Reversal:
    """The taking back of one act."""

    def __init__(self, act: Curation) -> None:
        self.act = act
        self.is_recognised_anew = False
        """Whether recognition has written over mentions or quotations that the act wrote, as far as was seen."""

    def refuse_if_gone(self, steps: Iterable[Step]) -> None:
        """Raise Refused if a record is gone that the act made, changed or gave something to."""
        if self.act.act not in UPON_RECORDS:
            return
        for record in (Person, Topic):
            sides = [(step["after"], column) for step in steps for column in columns_naming(step, record)]
            ids = {pk for side, column in sides for pk in side.get(column, ()) if pk}
            gone = ids - set(existing(record, ids))
            for pk in gone:
                self.refuse_overwritten(record, {"id": pk}, None)
            if gone:
                one = len(gone) == 1
                what = (
                    f"{record._meta.verbose_name} of this act is"
                    if one
                    else f"{record._meta.verbose_name_plural} of this act are"
                )
                lost = f"{len(gone):,} {what} gone since, with what belonged there"
                raise Refused(f"It can’t be undone: {lost}. {self.act.summary}")

    def take_back(self, step: Step) -> None:
        """Undo a step."""
        {"changed": self.change_back, "deleted": self.restore, "made": self.remove}[step["did"]](step)

    def change_back(self, step: Step) -> None:
        """Give the rows their former values, where they still have those that the act gave them."""
        model, records = table_of(step), self.present(step)
        columns = [name for name in step["before"] if name != "id"]
        former = whole(model, step["before"])
        written = []
        for before, after in zip(former, by_row(step["after"]), strict=True):
            record = records.get(before["id"])
            if record is None:
                refuse_lost(model, before)
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
            self.is_recognised_anew |= is_made_anew(model, record, after)
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


def whole(model: type[Model], columns: Columns) -> list[Row]:
    """Return rows as they were, none naming what is gone since: that is emptied, or the row left out, or refused."""
    rows = [{name: read_back(model, name, value) for name, value in row.items()} for row in by_row(columns)]
    for field in model._meta.concrete_fields:
        if not isinstance(field, ForeignKey) or field.attname not in columns:
            continue
        gone = missing(field, rows)
        if gone and field.remote_field.on_delete is SET_NULL:
            rows = [row | ({field.attname: None} if row[field.attname] in gone else {}) for row in rows]
        elif gone and field.related_model not in (Article, Doubt):
            raise Refused(f"It can’t be undone: the {field.verbose_name} that it names is gone.")
        elif gone:
            rows = [row for row in rows if row[field.attname] not in gone]
    return rows


def refuse_lost(model: type[Model], before: Row) -> None:
    """Raise Refused if a row that is gone belonged to a record: it can’t be given back."""
    if model in STAYING:
        name = f" “{before['name']}”" if before.get("name") else ""
        raise Refused(
            f"It can’t be undone: the {model._meta.verbose_name}{name} that it would give back is gone."
        )


def is_made_anew(model: type[Model], record: Any, after: Row) -> bool:
    """Return whether recognition seems to have written a row since: a quotation or a mention that no editor changed."""
    if model not in (Mention, Quotation) or record is None:
        return model in (Mention, Quotation)
    changed = any(plain(getattr(record, name)) != after[name] for name in MADE_ANEW if name in after)
    return changed and record.origin != Origin.EDITOR


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
