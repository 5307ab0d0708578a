"""The tables of the archive as its file holds them: which members, which columns, in which order."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import models

from articles.keeping.kinds import Column, column
from articles.keeping.references import Reference
from articles.keeping.refusals import Unfit
from articles.models import (
    Alias,
    Article,
    ArticleTopic,
    Curation,
    Feed,
    FormerSlug,
    ImportProblem,
    ImportRun,
    Mention,
    Office,
    Organisation,
    OtherSource,
    Person,
    Post,
    Proposal,
    Publication,
    Quotation,
    Refusal,
    Section,
    Topic,
    TopicAlias,
)

PROVENANCE = (
    "source_url", "source_ref", "content_sha256", "source_kind", "source_file", "source_line", "capture_url", "captured_at",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Table:
    """One kind of record.

    `parts` are kinds of records that stand within its records, as lists; `owner` is the field by which a part belongs
    to what it stands in. `later` is the column that names a record of the same table, which may come further down, and
    `first` are all the others.
    """

    name: str
    model: type[models.Model]
    columns: tuple[Column, ...]
    parts: tuple["Table", ...] = ()
    owner: str = ""
    first: tuple[Column, ...] = field(init=False)
    later: Column | None = field(init=False)
    known: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        own = [column for column in self.columns if column.kind == Reference(self.model)]
        object.__setattr__(self, "later", own[0] if own else None)
        object.__setattr__(self, "first", tuple(column for column in self.columns if column not in own))
        names = [column.name for column in self.columns] + [part.name for part in self.parts]
        object.__setattr__(self, "known", frozenset(names))

    @property
    def member(self) -> str:
        """The name of its member of the file."""
        return f"{self.name}.jsonl"

    def read(self, record: Any) -> dict[str, Any]:
        """Return what a record of the file holds, by column. Raises Unfit."""
        if not isinstance(record, dict):
            raise Unfit("it is no object with named columns")
        if unknown := record.keys() - self.known:
            raise Unfit(f"its column “{min(unknown)[:50]}” is unknown; was it made by a newer version?")
        return {column.name: column.read(record) for column in self.columns}

    def entries(self, record: dict[str, Any]) -> list[dict[str, Any]]:
        """Return what the record of an owner holds of this table. Raises Unfit."""
        listed = record.get(self.name, [])
        if not isinstance(listed, list):
            raise Unfit(f"its {self.name} are no list")
        return [self.read(entry) for entry in listed]


def table(
    name: str, model: type[models.Model], columns: Iterable[str], *parts: Table, owner: str = ""
) -> Table:
    """Return a table; a column that is called otherwise than its field is given as "person=tag"."""
    pairs = (given.partition("=") for given in columns)
    made = tuple(column(model, called, of) for called, _, of in pairs)
    return Table(name, model, made, parts, owner)


MENTIONS = table(
    "mentions",
    Mention,
    ("person=tag", "role", "quoted", "count", "origin", "certainty", "places"),
    owner="content_object",
)
ARTICLE_TOPICS = table("topics", ArticleTopic, ("topic=tag", "origin"), owner="content_object")
OTHER_SOURCES = table(
    "other_sources", OtherSource, (*PROVENANCE, "superseded", "import_run"), owner="article"
)
QUOTATIONS = table("quotations", Quotation, ("person", "speaker", "words", "verb", "start"), owner="article")
REFUSALS = table("refusals", Refusal, ("person", "decided_by", "decided_at"), owner="article")
ARTICLES = table(
    "articles",
    Article,
    (
        "published_on", "slug", "status", "published_at", "time_known", "headline", "headline_made", "standfirst",
        "body", "byline", "section", "publication", "language", "word_count", *PROVENANCE, "text_key", "copy_of",
        "edited_fields", "added_at", "updated_at", "import_run",
    ),
    MENTIONS,
    ARTICLE_TOPICS,
    OTHER_SOURCES,
    QUOTATIONS,
    REFUSALS,
)  # fmt: skip
RUNS = table(
    "runs",
    ImportRun,
    (
        "key", "sources", "format", "options", "state", "started_at", "heartbeat_at", "finished_at", "undone_at",
        "position", "created", "updated", "unchanged", "rejected", "kept",
    ),
)  # fmt: skip
PUBLICATIONS = table("publications", Publication, ("slug", "name", "url", "description", "import_run"))
SECTIONS = table("sections", Section, ("slug", "name", "import_run"))
FEEDS = table(
    "feeds",
    Feed,
    (
        "url", "publication", "section", "active", "pages", "etag", "last_modified", "checked_at", "next_check_at",
        "failures", "problem",
    ),
)  # fmt: skip
PEOPLE = table(
    "people",
    Person,
    (
        "slug", "name", "sort_name", "description", "wikidata_id", "bioguide_id", "born", "died", "import_run",
    ),
)  # fmt: skip
ALIASES = table("aliases", Alias, ("person", "name", "kind", "used_from", "used_to"))
ORGANISATIONS = table("organisations", Organisation, ("slug", "name", "kind", "parent", "wikidata_id"))
POSTS = table("posts", Post, ("slug", "title", "organisation", "rank", "principal", "styles"))
OFFICES = table(
    "offices",
    Office,
    (
        "person", "post", "party", "state", "district", "manner", "held_from", "from_precision", "held_to",
        "to_precision", "source",
    ),
)  # fmt: skip
FORMER_SLUGS = table("former_slugs", FormerSlug, ("slug", "person", "topic"))
PROPOSALS = table("proposals", Proposal, ("name", "articles", "state", "settled_at", "settled_by"))
CURATIONS = table(
    "curations", Curation, ("act", "kind", "summary", "done_by", "done_at", "undone_at", "undone_by")
)
TOPICS = table("topics", Topic, ("slug", "name", "description", "parent", "import_run"))
TOPIC_ALIASES = table("topic_aliases", TopicAlias, ("topic", "name"))
PROBLEMS = table(
    "problems", ImportProblem, ("run", "number", "kind", "source", "line", "reason", "excerpt", "article")
)

TABLES = (
    RUNS, PUBLICATIONS, SECTIONS, FEEDS, PEOPLE, ALIASES, ORGANISATIONS, POSTS, OFFICES, TOPICS, TOPIC_ALIASES,
    FORMER_SLUGS, PROPOSALS, CURATIONS, ARTICLES, PROBLEMS,
)  # fmt: skip
"""In the order in which they are written: what a record names comes before it, or in its own table."""
CAME_LATER = (ORGANISATIONS, POSTS, OFFICES, FORMER_SLUGS, PROPOSALS, CURATIONS)
"""The tables that files of older programs lack: they are read as empty."""
