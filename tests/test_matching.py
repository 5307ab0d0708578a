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
    an_article(headline="Senate passes budget", source_url="https://ledger.example/2017/budget", body="")
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


def test_summary_in_a_feed_takes_nothing_from_the_text_of_an_export():
    export = replace(PAGE, source_ref="https://ledger.example/?p=77", section="Politics", topics=("Senate",))
    teaser = replace(
        export, body="<p>Short.</p>", section="", topics=(), source="feed.rss", content_sha256="9" * 64
    )
    for _ in range(2):
        take_as("wxr", export)
        take_as("feed", teaser)
        article = Article.objects.get()
        assert (article.word_count, article.section.name, list(article.topics.names())) == (
            17,
            "Politics",
            ["Senate"],
        )
    assert take_as("wxr", export) == take_as("feed", teaser) == (0, 0, 1, 0)


def test_new_version_in_the_same_format_replaces_the_text_though_it_is_shorter():
    take_as("wxr", PAGE)
    assert take_as("wxr", replace(PAGE, body="<p>Corrected.</p>", content_sha256="9" * 64)) == (0, 1, 0, 0)
    assert Article.objects.get().word_count == 1


def test_record_that_knows_more_gives_what_the_article_lacks():
    take_as("html", replace(PAGE, section="", byline=""))
    more = replace(
        FEED, section="Politics", byline="By Ada Cole", topics=("Senate",), people=("Nora Dunley",)
    )
    take_as("feed", more)
    article = Article.objects.get()
    assert (article.word_count, article.section.name, article.byline) == (17, "Politics", "By Ada Cole")
    assert list(article.topics.names()) == ["Senate"]
    assert sorted(article.people.names()) == ["Ada Cole", "Nora Dunley"]


@pytest.mark.parametrize("batch", [1, 400])
@pytest.mark.parametrize("url", ["https://ledger.example/", "https://ledger.example/index.php", ""])
def test_different_articles_of_one_address_stay_apart(monkeypatch, batch, url):
    monkeypatch.setattr("articles.ingest.BATCH", batch)
    texts = ("The senate rose late on Friday.", "Farmers want rain soon.", "A bridge fell in Ohio today.")
    items = [
        replace(
            ITEM,
            headline=text[:10],
            body=f"<p>{text}</p>",
            source_url=url,
            source_ref=str(number),
            content_sha256=f"{number:064}",
        )
        for number, text in enumerate(texts)
    ]
    assert take_as("csv", *items) == (3, 0, 0, 0)
    assert take_as("csv", *items) == (0, 0, 3, 0)


def test_source_that_says_nothing_of_an_edited_field_is_no_conflict():
    take(ITEM)
    Article.objects.update(section=None, edited_fields=["section"])
    take(replace(ITEM, section="", body="<p>New text.</p>", content_sha256="b" * 64))
    assert ImportRun.objects.latest("id").kept == 0


@pytest.mark.parametrize(
    ("change", "said"),
    [({"people": ("x" * 201,)}, "it names “xxxx"), ({"topics": ("y" * 500,)}, "it names “yyyy")],
)
def test_name_too_long_for_the_archive_is_rejected(change, said):
    assert take(replace(ITEM, **change)) == (0, 0, 0, 1)
    assert ImportProblem.objects.get().reason.startswith(said)


def test_language_that_is_none_is_not_kept():
    take(replace(ITEM, language="not a language!"))
    assert Article.objects.get().language == "en"


def take_as(kind, *items):
    run = ImportRun.objects.create()
    tally = Ingest(run).take(items, lambda tally, problems: None, kind=kind)
    return tally.created, tally.updated, tally.unchanged, tally.rejected
