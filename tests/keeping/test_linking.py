"""Records that name others of their own table: in any order, but in no circle."""

import pytest

from articles.keeping import importing
from articles.keeping.linking import is_circular
from articles.keeping.refusals import Refused
from articles.models import Organisation
from tests.keeping.files import an_archive_file

pytestmark = pytest.mark.django_db


@pytest.fixture
def take_in(tmp_path):
    def take_in(**tables):
        path = an_archive_file(tmp_path / "archive.zip", **tables)
        return importing.take_in(path, dry_run=False, progress=lambda done, total: None)

    return take_in


def named(slug, parent):
    return {"slug": slug, "name": slug.title(), "parent": parent}


def test_part_may_come_before_its_whole(take_in):
    take_in(organisations=[named("bureau", "department"), named("department", None)])
    assert Organisation.objects.get(slug="bureau").parent.slug == "department"


@pytest.mark.parametrize("table", ["organisations", "topics"])
def test_circle_is_refused(take_in, table):
    with pytest.raises(Refused) as refusal:
        take_in(**{table: [named("a", "b"), named("b", "c"), named("c", "b")]})
    assert str(refusal.value) == f"{table}.jsonl: {table} stand under one another in a circle"
    assert not Organisation.objects.exists()


@pytest.mark.parametrize("table", ["organisations", "topics"])
@pytest.mark.parametrize(
    ("parent", "said"),
    [("a", "its parent is the record itself"), ("nowhere", "its parent “nowhere” is nowhere in the file")],
)
def test_parent_that_is_none_is_refused(take_in, table, parent, said):
    with pytest.raises(Refused) as refusal:
        take_in(**{table: [named("a", parent)]})
    assert str(refusal.value) == f"{table}.jsonl:1: {said}"


def test_circle_is_found_however_deep():
    chain = {number: number + 1 for number in range(100_000)}
    assert not is_circular(chain | {100_000: None})
    assert is_circular(chain | {100_000: 50_000})
