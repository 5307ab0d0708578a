"""Imported items become articles once, and editors' work stays."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from articles.ingest import Ingest, recorded
from articles.models import (
    Article,
    ImportProblem,
    ImportRun,
    Mention,
    Person,
    Publication,
    Section,
    Topic,
    TopicAlias,
)
from articles.newsitem import NewsItem, Rejection
from tests.builders import a_person, a_topic, an_article

pytestmark = pytest.mark.django_db

ITEM = NewsItem(
    headline="Senate passes budget",
    body="<p>Sen. Jeff Sessions voted for it.</p>",
    published_on=date(2017, 6, 9),
    published_at=datetime(2017, 6, 9, 14, 30, tzinfo=UTC),
    publication="The Capital Ledger",
    section="Congress",
    source_ref="ledger.txt#1",
    content_sha256="a" * 64,
    source="ledger.txt",
    line=1,
)


def take(*items, dry=False):
    run = None if dry else ImportRun.objects.create()
    tally = Ingest(run).take(items, lambda tally, rejections: None)
    return tally.created, tally.updated, tally.unchanged, tally.rejected


def test_item_becomes_a_published_article():
    assert take(ITEM) == (1, 0, 0, 0)
    article = Article.objects.get()
    assert (article.headline, article.slug, article.status) == (
        "Senate passes budget",
        "senate-passes-budget",
        "published",
    )
    assert (str(article.published_at), article.time_known) == ("2017-06-09 14:30:00+00:00", True)
    assert (article.publication.name, article.section.name, article.word_count) == (
        "The Capital Ledger",
        "Congress",
        6,
    )


def test_repeated_import_leaves_everything_unchanged():
    take(ITEM)
    before = list(Article.objects.values())
    assert take(ITEM) == (0, 0, 1, 0)
    assert list(Article.objects.values()) == before


def test_item_that_comes_twice_in_one_import_counts_once():
    assert take(ITEM, replace(ITEM, source_ref="", line=7)) == (1, 0, 1, 0)


def test_same_text_under_another_reference_is_the_same_article():
    take(ITEM)
    assert take(replace(ITEM, source_ref="copy.txt#1")) == (0, 0, 1, 0)


def test_same_text_in_another_publication_is_another_article():
    take(ITEM)
    assert take(replace(ITEM, publication="Potomac Courier")) == (1, 0, 0, 0)


def test_new_text_under_a_known_reference_updates_the_article():
    take(ITEM)
    address = Article.objects.get().get_absolute_url()
    assert take(replace(ITEM, headline="Senate rejects budget", content_sha256="b" * 64)) == (0, 1, 0, 0)
    article = Article.objects.get()
    assert (article.headline, article.get_absolute_url()) == ("Senate rejects budget", address)


def test_update_leaves_alone_what_an_editor_changed():
    take(ITEM)
    Article.objects.update(headline="An editor’s headline", edited_fields=["headline"])
    take(replace(ITEM, headline="Another", body="<p>New text.</p>", content_sha256="b" * 64))
    article = Article.objects.get()
    assert (article.headline, article.body) == ("An editor’s headline", "<p>New text.</p>")


def test_update_leaves_a_withdrawn_article_withdrawn():
    take(ITEM)
    Article.objects.update(status="withdrawn")
    take(replace(ITEM, content_sha256="b" * 64))
    assert Article.objects.get().status == "withdrawn"


def test_same_headline_on_the_same_day_gets_another_address():
    take(
        ITEM,
        replace(ITEM, body="<p>Two.</p>", source_ref="2", content_sha256="b" * 64),
        replace(ITEM, body="<p>Three.</p>", source_ref="3", content_sha256="c" * 64),
    )
    take(replace(ITEM, body="<p>Four.</p>", source_ref="4", content_sha256="d" * 64))
    slugs = sorted(Article.objects.values_list("slug", flat=True))
    assert slugs == [
        "senate-passes-budget",
        "senate-passes-budget-2",
        "senate-passes-budget-3",
        "senate-passes-budget-4",
    ]


def test_unknown_time_is_said_to_be_unknown():
    take(replace(ITEM, published_at=None))
    article = Article.objects.get()
    assert (str(article.published_at), article.time_known) == ("2017-06-09 00:00:00+00:00", False)


def test_known_people_are_recognised_by_name_and_alias():
    a_person("Jeff Sessions", aliases=["Jefferson Beauregard Sessions III"])
    a_person("Mike Pence")
    take(replace(ITEM, body="<p>Jeff Sessions, or Jefferson Beauregard Sessions III. Mike Pences.</p>"))
    assert list(Mention.objects.values_list("tag__name", "origin", "count")) == [
        ("Jeff Sessions", "recognised", 2)
    ]


def test_people_and_topics_of_the_source_are_tagged_and_made_once():
    a_person("Jeff Sessions")
    take(replace(ITEM, people=("jeff sessions", "Nora Dunley"), topics=("Budget", "budget")))
    take(replace(ITEM, people=("Nora Dunley",), topics=("Budget",), source_ref="2", content_sha256="b" * 64))
    assert sorted(Person.objects.values_list("name", flat=True)) == ["Jeff Sessions", "Nora Dunley"]
    article = Article.objects.earliest("id")
    assert sorted(article.people.names()) == ["Jeff Sessions", "Nora Dunley"]
    assert list(article.topics.names()) == ["Budget"]


def test_topic_is_found_by_its_other_names():
    TopicAlias.objects.create(topic=a_topic("Immigration"), name="Migration policy")
    take(replace(ITEM, topics=("MIGRATION POLICY", "Immigration", "Trade")))
    assert sorted(Article.objects.get().topics.names()) == ["Immigration", "Trade"]
    assert Topic.objects.count() == 2


def test_editors_mention_survives_an_update():
    a_person("Jeff Sessions")
    take(ITEM)
    article = Article.objects.get()
    article.people.add("Mike Pence")
    take(replace(ITEM, body="<p>Nobody.</p>", content_sha256="b" * 64))
    assert list(article.mentions.values_list("tag__name", "origin")) == [("Mike Pence", "editor")]


def test_section_is_found_whatever_its_case():
    Section.objects.create(name="Congress")
    take(replace(ITEM, section="CONGRESS"))
    assert Section.objects.count() == 1


def test_hostile_body_is_stored_clean():
    take(replace(ITEM, body='<p onclick="x()">Text<script>alert(1)</script></p>'))
    assert Article.objects.get().body == "<p>Text</p>"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"headline": "x" * 501}, "its headline has 501 characters, 500 is the most"),
        ({"headline": " "}, "it has no headline"),
        ({"body": "<p>" + "x" * 2_000_001}, "the markup has more than 2,000,000 characters"),
    ],
)
def test_item_that_can_not_be_stored_is_rejected_with_its_place(change, reason):
    assert take(replace(ITEM, **change), replace(ITEM, source_ref="2", line=9)) == (1, 0, 0, 1)
    problem = ImportProblem.objects.get()
    assert (problem.source, problem.line, problem.reason) == ("ledger.txt", 1, reason)


def test_run_keeps_its_counts_and_problems():
    run = ImportRun.objects.create()
    with recorded(run):
        Ingest(run).take(
            [ITEM, Rejection("no text", "ledger.txt", 12, "date 2017-06-10")], lambda tally, rejections: None
        )
    run.refresh_from_db()
    assert (run.created, run.rejected, run.state, str(run.problems.get())) == (
        1,
        1,
        "finished",
        "ledger.txt:12: no text",
    )
    assert Article.objects.get().import_run == run


def test_import_that_breaks_off_is_kept_as_failed():
    run = ImportRun.objects.create()
    with pytest.raises(KeyboardInterrupt), recorded(run):
        raise KeyboardInterrupt
    run.refresh_from_db()
    assert run.state == "failed"


def test_dry_run_reports_the_same_and_writes_nothing():
    an_article(headline="Before")
    other = replace(ITEM, body="<p>Two.</p>", source_ref="2", content_sha256="b" * 64)
    items = (ITEM, ITEM, other, Rejection("bad"))
    foreseen = take(*items, dry=True)
    assert Article.objects.count() == 1
    assert foreseen == take(*items) == (2, 0, 1, 1)


def test_batches_take_as_many_queries_whatever_the_number_of_items(django_assert_max_num_queries):
    run = ImportRun.objects.create()
    ingest = Ingest(run)
    items = [
        replace(ITEM, headline=f"Item {n}", source_ref=str(n), content_sha256=f"{n:064}") for n in range(300)
    ]
    with django_assert_max_num_queries(60):
        ingest.take(items, lambda tally, rejections: None)
    assert Article.objects.count() == 300


TEXT = replace(
    ITEM,
    source="x.txt",
    source_ref="x.txt#2017-06-09/briefs",
    headline="Briefs",
    body="<p>The senate met and rose.</p>",
)


def test_other_text_of_a_file_with_the_same_name_is_another_article():
    take(TEXT)
    other = replace(
        TEXT, body="<p>A bridge in Ohio is closed for repairs until autumn.</p>", content_sha256="b" * 64
    )
    assert take(other) == (1, 0, 0, 0)
    assert take(TEXT, other) == (0, 0, 2, 0)
    assert sorted(Article.objects.values_list("source_ref", flat=True)) == [
        "x.txt#2017-06-09/briefs",
        "x.txt#2017-06-09/briefs-2",
    ]


def test_text_whose_beginning_and_made_headline_changed_is_the_same_article():
    take(
        replace(
            TEXT,
            headline="The senate voted on the bill on Monday",
            source_ref="x.txt#2017-06-09/the-senate-voted-on-the-bill-on-monday",
        )
    )
    changed = replace(
        TEXT,
        headline="The senate voted late on Monday",
        source_ref="x.txt#2017-06-09/late",
        content_sha256="b" * 64,
    )
    assert take(changed) == (0, 1, 0, 0)
    assert Article.objects.get().headline == "The senate voted late on Monday"


def test_publication_and_section_are_found_whatever_their_case_and_signs():
    take(replace(ITEM, section="Op-Ed"))
    assert take(replace(ITEM, publication="THE CAPITAL LEDGER")) == (0, 0, 1, 0)
    take(
        replace(
            ITEM,
            body="<p>Two.</p>",
            publication=" the capital ledger ",
            section="Op Ed",
            source_ref="2",
            content_sha256="b" * 64,
        )
    )
    assert Article.objects.count() == 2
    assert (Publication.objects.count(), Section.objects.count()) == (1, 1)


def test_of_several_versions_in_one_import_the_last_stays_and_all_are_known():
    versions = [
        replace(ITEM, headline=f"Version {n}", body=f"<p>Version {n}.</p>", content_sha256=f"{n:064}")
        for n in range(1, 5)
    ]
    assert take(*versions) == (1, 3, 0, 0)
    assert Article.objects.get().headline == "Version 4"
    assert take(*versions) == (0, 0, 4, 0)
    assert Article.objects.get().headline == "Version 4"


def test_source_that_returns_to_an_older_version_is_followed():
    take(ITEM)
    take(replace(ITEM, headline="Senate rejects budget", content_sha256="b" * 64))
    assert take(ITEM) == (0, 1, 0, 0)
    assert Article.objects.get().headline == "Senate passes budget"


def test_new_date_of_an_article_moves_it():
    take(ITEM)
    take(
        replace(
            ITEM,
            published_on=date(2018, 7, 21),
            published_at=datetime(2018, 7, 21, 14, tzinfo=UTC),
            content_sha256="b" * 64,
        )
    )
    article = Article.objects.get()
    assert (article.get_absolute_url(), article.published_at.year) == (
        "/2018/07/21/senate-passes-budget/",
        2018,
    )


def test_editors_headline_stays_free_of_the_mark():
    take(replace(ITEM, headline_made=True))
    Article.objects.update(headline="Mine", headline_made=False, edited_fields=["headline"])
    take(replace(ITEM, headline_made=True, content_sha256="b" * 64))
    assert not Article.objects.get().headline_made


def test_person_whom_an_editor_took_away_stays_away():
    a_person("Jeff Sessions")
    take(ITEM)
    Mention.objects.all().delete()
    Article.objects.update(edited_fields=["people"])
    take(replace(ITEM, content_sha256="b" * 64))
    assert Mention.objects.count() == 0
