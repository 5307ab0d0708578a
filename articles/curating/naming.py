"""Names and addresses that an editor gives to a record."""

from unicodedata import category

from django.core.exceptions import ValidationError
from django.core.validators import validate_slug

from articles.characters import normalise
from articles.curating.kinds import Kind, Record
from articles.curating.refused import Refused
from articles.people.names import slug
from articles.slugs import free_slugs

LONGEST_NAME, LONGEST_SLUG = 200, 100
INVISIBLE = "Cf"
"""Unicode's category of characters without width and of those that turn the direction of writing."""


def checked_name(name: str) -> str:
    """Return a name as it is kept, without what nobody sees. Raises Refused if there is none, or too much of one."""
    seen = "".join(character for character in normalise(name) if category(character) != INVISIBLE)
    wanted = " ".join(seen.split())
    if not wanted:
        raise Refused("A name is needed.")
    if not any(map(str.isalnum, wanted)):
        raise Refused("A name has a letter or a digit.")
    if len(wanted) > LONGEST_NAME:
        raise Refused(f"The name is too long: {LONGEST_NAME} characters at most.")
    return wanted


def refuse_taken_name(kind: Kind, record: Record, name: str) -> None:
    """Raise Refused if another record has the name."""
    other = kind.rows.filter(name__iexact=name).exclude(pk=record.pk).first()
    if other:
        raise Refused(f"There is a {kind.name} called “{other}” already: merge them instead.")


def checked_slug(kind: Kind, record: Record, wanted: str, name: str) -> str:
    """Return the address that a record gets: one made of its name if none is `wanted`. Raises Refused."""
    if not wanted:
        return free_slug_for(kind, name, record)
    try:
        validate_slug(wanted)
    except ValidationError as problem:
        raise Refused("An address has letters, numbers, hyphens and underscores only.") from problem
    if len(wanted) > LONGEST_SLUG:
        raise Refused(f"The address is too long: {LONGEST_SLUG} characters at most.")
    other = kind.rows.filter(slug=wanted).exclude(pk=record.pk).first()
    if other:
        raise Refused(f"“{other}” has the address “{wanted}” already.")
    return wanted


def free_slug_for(kind: Kind, name: str, record: Record | None = None) -> str:
    """Return an address made of a name that no other record has."""
    if record and record.slug == slug(name):
        return record.slug
    (free,) = free_slugs(kind.record, [name])
    return free
