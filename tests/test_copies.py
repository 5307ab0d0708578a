"""Near-copies are found at import and grouped under the earliest."""

import random
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from articles import copies
from articles.ingest import Ingest
from articles.models import Article, Fingerprint, ImportRun
from tests.test_fingerprints import a_text, edited
from tests.test_ingest import ITEM

pytestmark = pytest.mark.django_db
TEXT = a_text(1)


def an_item(number: int, text: str = TEXT, hour: int = 12, publication: str = "The Capital Ledger"):
    return replace(
        ITEM,
        headline=f"Headline {number}",
        body=f"<p>{text}</p>",
        published_at=datetime(2017, 6, 9, hour, tzinfo=UTC),
        publication=publication,
        source_ref=str(number),
        content_sha256=f"{number:064}",
    )


def take(*items):
    Ingest(ImportRun.objects.create()).take(items, lambda tally, problems: None)


def groups() -> dict[str, str]:
    rows = Article.objects.order_by("source_ref").values_list("source_ref", "copy_of__source_ref")
    return dict(rows)


def test_near_copies_of_one_import_stand_under_the_earliest():
    take(an_item(1, hour=14), an_item(2, edited(TEXT, 15), hour=9), an_item(3, a_text(2)))
    assert groups() == {"1": "2", "2": None, "3": None}


def test_near_copy_of_another_publication_joins_the_group_it_finds():
    take(an_item(1, hour=9))
    take(an_item(2, edited(TEXT, 10), hour=10, publication="Potomac Courier"))
    take(an_item(3, edited(TEXT, 12, seed=3), hour=11, publication="The Wire"))
    assert groups() == {"1": None, "2": "1", "3": "1"}


def test_earlier_article_that_comes_later_becomes_the_head():
    take(an_item(1, hour=9), an_item(2, edited(TEXT, 10), hour=10))
    take(an_item(3, edited(TEXT, 12, seed=3), hour=6))
    assert groups() == {"1": "3", "2": "3", "3": None}


def test_text_that_changes_leaves_its_group_and_the_others_stay_together():
    take(*(an_item(n, edited(TEXT, 8, seed=n), hour=n) for n in range(1, 5)))
    assert groups() == {"1": None, "2": "1", "3": "1", "4": "1"}
    take(replace(an_item(1, a_text(9), hour=1), content_sha256="f" * 64))
    assert groups() == {"1": None, "2": None, "3": "2", "4": "2"}


def test_group_outlives_its_head():
    take(*(an_item(n, edited(TEXT, 8, seed=n), hour=n) for n in range(1, 4)))
    copies.let_go(list(Article.objects.filter(source_ref="1").values_list("pk", flat=True)))
    assert groups() == {"1": None, "2": None, "3": "2"}


def test_short_texts_are_never_copies():
    take(an_item(1, "The Senate rose."), an_item(2, "The Senate rose early."))
    assert groups() == {"1": None, "2": None}
    assert Fingerprint.objects.count() == 0


def test_grouping_changes_no_time_and_counts_as_nobodys_edit():
    take(an_item(1))
    before = Article.objects.get().updated_at
    take(an_item(2, edited(TEXT, 5), hour=3))
    assert Article.objects.get(source_ref="1").updated_at == before


def test_number_of_queries_does_not_grow_with_the_texts(django_assert_max_num_queries):
    texts = [an_item(n, a_text(n)) for n in range(300)]
    with django_assert_max_num_queries(60):
        take(*texts)


def test_groups_of_many_texts_are_those_that_were_made():
    rng = random.Random(7)
    originals = [an_item(n, a_text(n), hour=n % 12) for n in range(60)]
    repeats = [
        an_item(100 + n, edited(a_text(n), rng.randrange(1, 13), seed=n), hour=13, publication="Wire")
        for n in rng.sample(range(60), 30)
    ]
    take(*originals)
    take(*repeats)
    expected = {item.source_ref: str(int(item.source_ref) - 100) for item in repeats}
    assert {copy: head for copy, head in groups().items() if head} == expected
