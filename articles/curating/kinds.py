"""The two kinds of records that editors merge and rename: people and topics."""

from dataclasses import dataclass
from typing import Any

from articles.curating.refused import Refused
from articles.models import Alias, ArticleTopic, Mention, Person, Topic, TopicAlias

Record = Person | Topic


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record, how articles are linked with it, and its other names."""

    name: str
    record: type[Person] | type[Topic]
    link: type[Mention] | type[ArticleTopic]
    alias: type[Alias] | type[TopicAlias]
    facts: tuple[str, ...] = ()
    """Columns in which two records of the same person or topic can't differ."""

    @property
    def plural(self) -> str:
        """What several of them are called."""
        return str(self.record._meta.verbose_name_plural)

    @property
    def owner(self) -> str:
        """The column by which a row belongs to a record."""
        return f"{self.name}_id"

    @property
    def rows(self) -> Any:
        """All records."""
        return self.record._default_manager.order_by()

    @property
    def links(self) -> Any:
        """All links of articles with records."""
        return self.link._default_manager.order_by()

    @property
    def aliases(self) -> Any:
        """All other names."""
        return self.alias._default_manager.order_by()


KINDS = {
    "person": Kind("person", Person, Mention, Alias, ("wikidata_id", "bioguide_id", "born", "died")),
    "topic": Kind("topic", Topic, ArticleTopic, TopicAlias),
}


def kind_called(name: str) -> Kind:
    """Return the kind of that name. Raises Refused if there is none."""
    if name not in KINDS:
        raise Refused(f"There is no kind of record called “{name}”.")
    return KINDS[name]


def locked(kind: Kind, ids: list[int]) -> list[Any]:
    """Return the records with these ids in their order, locked until the transaction ends. Raises Refused."""
    found = kind.rows.select_for_update().in_bulk(ids)
    if len(found) < len(set(ids)):
        raise Refused(f"Nothing was changed: one of these {kind.plural} is gone.")
    return [found[pk] for pk in ids]
