"""What a batch of news items comes to: which are new, which are changed, which the archive has as they are."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from articles.models import Article, OtherSource
from articles.models.provenance import Provenance
from articles.prepared import Prepared
from articles.versions import FULLER, Known, Target

CAME_FROM = tuple(column.name for column in Provenance._meta.get_fields())


@dataclass(frozen=True, slots=True)
class Other:
    """A record that brought an article which the archive, or the batch, had from elsewhere."""

    target: Target
    record: OtherSource


@dataclass(slots=True)
class Plan:
    """Articles to make, articles to change, further records of either, and how many items change nothing."""

    fresh: list[Target] = field(default_factory=list)
    changed: list[Target] = field(default_factory=list)
    others: list[Other] = field(default_factory=list)
    lent: list[tuple[Article, Prepared]] = field(default_factory=list)
    """Articles that keep their text, with further records that may tell what they lack."""
    met: list[tuple[Prepared, Target]] = field(default_factory=list)
    """Every item that changes something, or brings a further record, with its article."""
    updated: int = 0
    unchanged: int = 0


def match(prepared: list[Prepared], known: Known, began: datetime) -> Plan:
    """Match items with what the archive knows of them and with one another, in their order.

    An item whose very record the archive was given is unchanged, wherever it comes from. Else it is the article with its
    publication and reference, of which it is a new version if it comes in the same format; from another format, a feed after
    an export, it is united with it, as it is with the article of its publication with its address or its very text: the
    fuller text stays, and what one lacks the other gives. `began` tells what was written by the same import: a record that a
    later one of the same import replaces is kept by its hash, so that the import can be repeated and changes nothing.
    """
    plan = Plan()
    for source in prepared:
        if known.has_content(source):
            plan.unchanged += 1
            continue
        target = known.by_reference(source)
        if target and source.kind in ("", target.kind) or target and not target.kind:
            replace_with(plan, target, source, began)
        elif target := target or known.by_page(source):
            unite(plan, target, source)
        else:
            target = Target(None, known.with_free_reference(source))
            plan.fresh.append(target)
        known.learn(target, source)
        plan.met.append((source, target))
    return plan


def replace_with(plan: Plan, target: Target, source: Prepared, began: datetime) -> None:
    """Let a new version take the place of the one before."""
    if target.source:
        plan.others.append(Other(target, record_of(target.source, superseded=True)))
    elif target.article and target.article.updated_at >= began and target.article.content_sha256:
        plan.others.append(Other(target, record_before(target.article, superseded=True)))
    write(plan, target, source, fills=False)


def unite(plan: Plan, target: Target, source: Prepared) -> None:
    """Keep the fuller of two texts of one page, where the other was found, and what either knows."""
    if source.words <= target.words * FULLER:
        plan.others.append(Other(target, record_of(source)))
        if target.source:
            target.source = completed(target.source, source)
        elif target.article:
            plan.lent.append((target.article, source))
        plan.unchanged += 1
        return
    if target.source:
        plan.others.append(Other(target, record_of(target.source)))
        source = completed(source, target.source)
    elif target.article and target.article.content_sha256:
        plan.others.append(Other(target, record_before(target.article)))
    write(plan, target, source, fills=True)


def completed(source: Prepared, other: Prepared) -> Prepared:
    """Return an item with what it lacks and another record of the same article has."""
    own, more = source.item, other.item
    return replace(
        source,
        item=replace(
            own,
            standfirst=own.standfirst or more.standfirst,
            byline=own.byline or more.byline,
            section=own.section or more.section,
            source_ref=own.source_ref or more.source_ref,
            people=tuple(dict.fromkeys((*own.people, *more.people))),
            topics=tuple(dict.fromkeys((*own.topics, *more.topics))),
        ),
    )


def write(plan: Plan, target: Target, source: Prepared, *, fills: bool) -> None:
    """Note that a target gets a new text."""
    if target.article and not target.source:
        plan.changed.append(target)
    target.source, target.fills = source, fills
    plan.updated += 1


def record_of(source: Prepared, *, superseded: bool = False) -> OtherSource:
    """Return the record of an item that is not an article of its own."""
    return OtherSource(**provenance_of(source), superseded=superseded)


def record_before(article: Article, *, superseded: bool = False) -> OtherSource:
    """Return the record of what an article came from until now."""
    return OtherSource(**{name: getattr(article, name) for name in CAME_FROM}, superseded=superseded)


def provenance_of(source: Prepared) -> dict[str, object]:
    """Return where an item comes from."""
    item = source.item
    return {
        "source_ref": item.source_ref,
        "source_url": item.source_url,
        "content_sha256": item.content_sha256,
        "source_kind": source.kind,
        "source_file": item.source,
        "source_line": item.line,
        "capture_url": item.capture_url,
        "captured_at": item.captured_at,
        "address_key": source.address_key,
    }
