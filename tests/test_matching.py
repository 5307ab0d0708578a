"""The same article is one article, whoever brings it and under whatever reference or address."""

from dataclasses import replace

import pytest

from articles.ingest import Ingest
from articles.models import Article, ImportProblem, ImportRun, OtherSource
from articles.newsitem import Rejection
from tests.builders import an_article
from tests.test_ingest import ITEM

pytestmark = pytest.mark.django_db

FEED = replace(
    ITEM,
    body="<p>The vote was close.</p>",
    source_url="https://ledger.example/2017/budget",
    source_ref="tag:ledger.example,2017:1",
    content_sha256="1" * 64,
    source="feed.xml",
)
PAGE = replace(
    FEED,
    body="<p>The vote was close. The Senate met at nine, and rose long after midnight, tired and split.</p>",
    source_url="http://www.ledger.example/2017/budget/?utm_source=mail#top",
    source_ref="http://www.ledger.example/2017/budget/",
    content_sha256="2" * 64,
    source="page.html",
    section="",
    byline="",
)


def take(*items, dry=False):
    run = None if dry else ImportRun.objects.create()
    tally = Ingest(run).take(items, lambda tally, problems: None)
    return tally.created, tally.updated, tally.unchanged, tally.rejected


def sources():
    return list(OtherSource.objects.order_by("id").values_list("source_ref", "superseded"))


def test_page_of_an_article_that_a_feed_brought_gives_it_the_fuller_text():
    take(FEED)
    assert take(PAGE) == (0, 1, 0, 0)
    article = Article.objects.get()
    assert article.word_count == 17
    assert (article.source_ref, article.section.name) == ("tag:ledger.example,2017:1", "Congress")
    assert sources() == [("tag:ledger.example,2017:1", False)]


def test_shorter_text_of_the_same_page_takes_nothing_away():
    take(PAGE)
    assert take(FEED) == (0, 0, 1, 0)
    assert Article.objects.get().word_count == 17
    assert sources() == [("tag:ledger.example,2017:1", False)]


def test_two_sources_of_one_page_can_be_imported_again_in_any_order():
    take(FEED)
    take(PAGE)
    assert take(PAGE) == take(FEED) == (0, 0, 1, 0)
    assert take(FEED, PAGE) == (0, 0, 2, 0)
    assert Article.objects.get().word_count == 17


def test_page_keeps_the_topics_that_the_feed_gave():
    take(replace(FEED, topics=("Budget",), people=("Nora Dunley",)))
    take(replace(PAGE, topics=("Senate",)))
    article = Article.objects.get()
    assert sorted(article.topics.names()) == ["Budget", "Senate"]
    assert list(article.people.names()) == ["Nora Dunley"]


def test_same_text_at_another_address_is_the_same_article_and_the_address_is_kept():
    take(FEED)
    mirror = replace(FEED, source_url="https://mirror.example/1", source_ref="9", content_sha256="3" * 64)
    assert take(mirror) == (0, 0, 1, 0)
    assert Article.objects.count() == 1
    assert OtherSource.objects.get().source_url == "https://mirror.example/1"
    assert take(mirror) == (0, 0, 1, 0)
    assert OtherSource.objects.count() == 1


def test_reference_of_another_source_is_known_when_its_text_changes():
    take(FEED)
    take(replace(FEED, source_url="", source_ref="9", content_sha256="3" * 64))
    later = replace(PAGE, source_url="", source_ref="9", content_sha256="4" * 64)
    assert take(later) == (0, 1, 0, 0)
    assert Article.objects.count() == 1


def test_same_address_in_another_publication_is_another_article():
    take(FEED)
    assert take(replace(FEED, publication="The Wire", content_sha256="5" * 64)) == (1, 0, 0, 0)


def test_article_an_editor_wrote_is_found_by_its_address():
    an_article(headline="Budget passes", source_url="https://ledger.example/2017/budget", body="")
    assert take(PAGE) == (0, 1, 0, 0)
    assert Article.objects.get().word_count == 17


def test_versions_in_different_batches_of_one_import_leave_the_last(monkeypatch):
    monkeypatch.setattr("articles.ingest.BATCH", 2)
    versions = [
        replace(FEED, body=f"<p>Version {n}.</p>", source_url="", content_sha256=f"{n:064}")
        for n in range(1, 6)
    ]
    assert take(*versions) == (1, 4, 0, 0)
    assert Article.objects.get().body == "<p>Version 5.</p>"
    assert take(*versions) == (0, 0, 5, 0)
    assert [superseded for _, superseded in sources()] == [True] * 4


@pytest.mark.parametrize("batch", [1, 2, 400])
def test_dry_run_foresees_what_an_import_does_whatever_the_batches(monkeypatch, batch):
    monkeypatch.setattr("articles.ingest.BATCH", batch)
    other = replace(ITEM, body="<p>Another.</p>", source_ref="2", content_sha256="6" * 64)
    items = (
        FEED,
        FEED,
        PAGE,
        replace(FEED, body="<p>The vote was lost.</p>", content_sha256="7" * 64),
        other,
        replace(other, source_ref="3", content_sha256="8" * 64),
        Rejection("bad"),
        replace(other, publication="The Wire"),
    )
    foreseen = take(*items, dry=True)
    assert Article.objects.count() == 0
    assert take(*items) == foreseen == (3, 2, 2, 1)


def test_what_an_editor_changed_stays_and_the_import_says_so():
    take(ITEM)
    Article.objects.update(headline="An editor’s headline", edited_fields=["headline"])
    take(replace(ITEM, headline="Another", body="<p>New text.</p>", content_sha256="b" * 64))
    run = ImportRun.objects.latest("id")
    problem = ImportProblem.objects.get()
    assert (run.kept, run.updated, problem.kind, problem.article.headline, problem.excerpt) == (
        1,
        1,
        "kept",
        "An editor’s headline",
        "Another",
    )
    assert problem.reason == "the headline was changed by hand and stays; the source says something else now"


def test_field_in_which_source_and_editor_agree_is_no_conflict():
    take(ITEM)
    Article.objects.update(edited_fields=["headline"])
    take(replace(ITEM, body="<p>New text.</p>", content_sha256="b" * 64))
    assert ImportRun.objects.latest("id").kept == 0


def test_draft_of_the_source_appears_when_the_source_publishes_it():
    take(replace(ITEM, status="draft"))
    assert Article.objects.get().status == "draft"
    take(replace(ITEM, content_sha256="b" * 64))
    assert Article.objects.get().status == "published"


def test_draft_that_an_editor_touched_stays_a_draft():
    take(replace(ITEM, status="draft"))
    Article.objects.get().save()
    take(replace(ITEM, content_sha256="b" * 64))
    assert Article.objects.get().status == "draft"


def test_scheduled_article_whose_time_has_come_is_published():
    take(replace(ITEM, status="scheduled"))
    assert Article.objects.get().status == "published"


def test_where_an_article_comes_from_is_kept():
    take(replace(PAGE, capture_url="https://web.example/2017/budget", line=3))
    article = Article.objects.get()
    assert (article.source_file, article.source_line, article.capture_url, article.content_sha256) == (
        "page.html",
        3,
        "https://web.example/2017/budget",
        "2" * 64,
    )


def test_language_is_detected_where_the_source_declares_none():
    text = "Der Bundestag hat am Freitag über das Gesetz abgestimmt und es mit großer Mehrheit angenommen."
    take(replace(ITEM, body=f"<p>{text}</p>"))
    take(replace(ITEM, source_ref="2", content_sha256="c" * 64, language="fr", body="<p>Le vote.</p>"))
    assert list(Article.objects.order_by("id").values_list("language", flat=True)) == ["de", "fr"]
