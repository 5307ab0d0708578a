"""Which offices of a record the archive has already, and which are new."""

from collections.abc import Iterator, Sequence

from articles.models import Office
from articles.models.office import first_day
from articles.peoplerecords.entries import Entry
from articles.peoplerecords.posts import Posts
from articles.peoplerecords.records import HeldOffice, PersonRecord, When

FILLED = ("party", "state", "district", "source")


def add_offices(entry: Entry, record: PersonRecord, posts: Posts) -> Iterator[str]:
    """Add the offices that the person does not have, fill in what is empty of the others; yield each contradiction.

    An office is the same if its post is, and its beginning as far as both tell. One of the same post that began otherwise,
    in a time that overlaps, may be the same: it is a contradiction.
    """
    waiting, kept = [], list(entry.offices)
    for held in record.offices:
        office = office_of(held, posts)
        if same := next((other for other in kept if key_of(other) == key_of(office)), None):
            kept.remove(same)
            yield from fill(entry, same, office, held.terms_ended)
        else:
            waiting.append((office, held.terms_ended))
    for office, ended in waiting:
        if same := next((other for other in kept if may_be(other, office)), None):
            kept.remove(same)
            yield from fill(entry, same, office, ended)
        elif other := next((other for other in kept if overlaps(other, office)), None):
            yield f"{office.post.title} from {first(office)} in the file, {first(other)} in the archive"
        else:
            entry.add_office(office)


def office_of(held: HeldOffice, posts: Posts) -> Office:
    """Return an office as it would be stored."""
    return Office(
        post=posts.post(held.title, held.organisation),
        party=held.party,
        state=held.state,
        district=held.district,
        manner=held.manner,
        held_from=held.first.day,
        from_precision=held.first.precision,
        held_to=held.last.day if held.last else None,
        to_precision=held.last.precision if held.last else Office.Precision.DAY,
        source=held.source,
    )


def fill(entry: Entry, kept: Office, told: Office, terms_ended: Sequence[When]) -> Iterator[str]:
    """Fill in what is empty of an office, and its end if the file now goes on after it; yield a contradiction."""
    goes_on = last(kept) in terms_ended and is_same_but_for_its_end(kept, told) and is_free(entry, kept, told)
    fill_fields(entry, kept, told)
    is_unended = not kept.held_to and told.held_to and told.held_to >= kept.held_from
    if is_unended or goes_on:
        kept.held_to, kept.to_precision = told.held_to, told.to_precision
        entry.rewrite(kept)
    elif kept.held_to and not agree(last(kept), last(told)):
        yield f"{kept.post.title} to {last(kept)} in the archive, {last(told) or 'still held'} in the file"


def fill_fields(entry: Entry, kept: Office, told: Office) -> None:
    """Fill in what is empty of an office but its end, unless that makes it another office of the person."""
    keys = {key_of(office) for office in entry.offices if office is not kept}
    for field in FILLED:
        if getattr(told, field) and not getattr(kept, field):
            setattr(kept, field, getattr(told, field))
            if key_of(kept) in keys:
                setattr(kept, field, "")
            else:
                entry.rewrite(kept)


def is_same_but_for_its_end(kept: Office, told: Office) -> bool:
    """Return whether an office of the archive is what an import of fewer terms has made, and the file's ends later."""
    is_same = key_of(kept) == key_of(told) and first(kept) == first(told)
    return is_same and (kept.manner, kept.party) == (told.manner, told.party) and ends_after(told, kept)


def is_free(entry: Entry, kept: Office, told: Office) -> bool:
    """Return whether no other office of the person is of the seat in the time after the end in the archive."""
    return not any(
        overlaps(other, told) and ends_after(other, kept) for other in entry.offices if other is not kept
    )


def ends_after(one: Office, other: Office) -> bool:
    """Return whether an office ended after another, or is held still while that is not."""
    return other.held_to is not None and (one.held_to is None or one.held_to > other.held_to)


def key_of(office: Office) -> tuple[object, ...]:
    """Return what no other office of the person has."""
    begins = first_day(office.held_from, office.from_precision)
    return office.post_id, begins, office.state, office.district


def may_be(kept: Office, told: Office) -> bool:
    """Return whether both may be the same office, as far as both tell."""
    return is_of_one_seat(kept, told) and agree(first(kept), first(told))


def overlaps(kept: Office, told: Office) -> bool:
    """Return whether both are of one post and seat, and held at one time."""
    begins_before = not told.held_to or kept.held_from < told.held_to
    ends_after = not kept.held_to or told.held_from < kept.held_to
    return is_of_one_seat(kept, told) and begins_before and ends_after


def is_of_one_seat(kept: Office, told: Office) -> bool:
    """Return whether post and manner are the same, and state and district too where both tell them."""
    places = ((kept.state, told.state), (kept.district, told.district))
    return (kept.post_id, kept.manner) == (told.post_id, told.manner) and all(
        one == other for one, other in places if one and other
    )


def first(office: Office) -> When:
    """Return when it began, as precisely as is known."""
    return When(office.held_from, office.from_precision)


def last(office: Office) -> When | None:
    """Return when it ended."""
    return When(office.held_to, office.to_precision) if office.held_to else None


def agree(one: When | None, other: When | None) -> bool:
    """Return whether both may be the same date."""
    return bool(one and other and one.agrees(other))
