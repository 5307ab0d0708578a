"""How a mention is written as a row: by an import and by recognition alike."""

from articles.models import Role
from articles.people.appearing import Appearance

COLUMNS = ("article_id", "person_id", "role", "origin", "count", "quoted", "certainty", "places")
SURE = 100
AUTHOR, SUBJECT, MENTIONED = Role.AUTHOR.value, Role.SUBJECT.value, Role.MENTIONED.value
Row = tuple[object, ...]


def mention_row(article: int, person: int, role: str, origin: str, appearance: Appearance | None) -> Row:
    """Return the row of a mention; whom a source names and the text does not counts once, an author not at all."""
    if appearance is None:
        return article, person, role, origin, int(role != AUTHOR), False, SURE, ""
    return article, person, role, origin, appearance.count, appearance.is_quoted, SURE, appearance.places


def role_of(appearance: Appearance | None) -> str:
    """Return how someone who did not write an article appears in it."""
    return SUBJECT if appearance and appearance.is_subject else MENTIONED
