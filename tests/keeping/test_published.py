"""The published part as a SQLite file: what readers may see, whole, and nothing else."""

import sqlite3
import stat

import pytest

from articles.keeping import published
from articles.models import Curation, FormerSlug, Office, Organisation, Proposal, Quotation, Refusal
from tests.builders import a_person, a_topic, an_article, an_office
from tests.keeping import nasty

pytestmark = pytest.mark.django_db


@pytest.fixture
def copy(tmp_path):
    opened = []

    def copy(year=None):
        path = tmp_path / "archive.db"
        published.export(path, year=year, progress=lambda done, total: None)
        opened.append(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True))
        return opened[-1]

    yield copy
    for connection in opened:
        connection.close()


def ask(copy, question, *values):
    return copy.execute(question, values).fetchall()


def test_article_is_there_with_everything_that_readers_see(copy, settings):
    settings.ARCHIVE_URL = "https://news.example/"
    article = an_article(
        "Senate passes budget",
        body="<p>The vote was <em>51</em> to 49.</p>",
        standfirst="At last.",
        byline="By Dana Whitfield",
        published_at="2017-06-09T18:30:00Z",
        source_url="https://ledger.example/1",
        source_ref="1",
    )
    assert ask(copy(), "SELECT * FROM articles") == [
        (
            article.pk,
            "https://news.example/2017/06/09/senate-passes-budget/",
            "2017-06-09",
            "2017-06-09T18:30:00Z",
            "Senate passes budget",
            "At last.",
            "<p>The vote was <em>51</em> to 49.</p>",
            "The vote was 51 to 49.",
            "By Dana Whitfield",
            article.section_id,
            article.publication_id,
            "en",
            6,
            "https://ledger.example/1",
            "1",
        )
    ]


def test_time_that_is_not_known_is_not_told(copy):
    an_article()
    assert ask(copy(), "SELECT published_at FROM articles") == [(None,)]


@pytest.mark.parametrize("status", ["draft", "scheduled", "withdrawn"])
def test_what_readers_may_not_see_is_not_in_the_file(copy, status, tmp_path):
    a_person("Hidden Person", aliases=["Hidden Alias"])
    an_article(
        "Hidden headline",
        status=status,
        body="<p>Hidden body</p>",
        people=["Hidden Person"],
        topics=["Hidden topic"],
        section="Hidden section",
        publication="Hidden publication",
        source_url="https://hidden.example/",
    )
    an_article("Shown", people=["Dana Whitfield"], topics=["Budget"])
    tables = copy()
    assert ask(tables, "SELECT headline FROM articles") == [("Shown",)]
    for table, shown in (("people", "Dana Whitfield"), ("topics", "Budget"), ("sections", "Justice")):
        assert ask(tables, f"SELECT name FROM {table}") == [(shown,)]
    assert b"hidden" not in (tmp_path / "archive.db").read_bytes().lower()


def test_broader_topic_comes_with_the_narrower(copy):
    a_topic("Travel ban", parent=a_topic("Immigration"))
    an_article(topics=["Travel ban"])
    assert ask(
        copy(),
        "SELECT topics.name, parents.name FROM topics JOIN topics parents ON topics.parent_id = parents.id",
    ) == [("Travel ban", "Immigration")]


def test_file_of_a_year_has_that_year_alone(copy):
    an_article("Last year", on="2016-12-31", people=["Thomas Reyes"])
    an_article("This year", on="2017-01-01", people=["Dana Whitfield"])
    tables = copy(year=2017)
    assert ask(tables, "SELECT headline FROM articles") == [("This year",)]
    assert ask(tables, "SELECT name FROM people") == [("Dana Whitfield",)]
    assert ask(tables, "SELECT value FROM metadata WHERE name = 'year'") == [("2017",)]


def test_words_are_found_with_and_without_accents(copy):
    an_article("Élysée answers", body="<p>The president spoke.</p>")
    tables = copy()
    for word in ("elysee", "Élysée", "spoke"):
        assert ask(tables, "SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?", word) == ask(
            tables, "SELECT id FROM articles"
        )


def test_views_tell_names_and_counts(copy):
    an_article("One", on="2017-06-09", people=["Dana Whitfield", "Thomas Reyes"], topics=["Budget"])
    an_article("Two", on="2017-06-10", people=["Dana Whitfield"], section="")
    tables = copy()
    assert ask(tables, "SELECT headline, section, publication, people, topics FROM articles_with_names") == [
        ("One", "Justice", "The Capital Ledger", "Dana Whitfield; Thomas Reyes", "Budget"),
        ("Two", None, "The Capital Ledger", "Dana Whitfield", None),
    ]
    assert ask(tables, "SELECT name, articles, first_on, last_on FROM people_in_articles ORDER BY name") == [
        ("Dana Whitfield", 2, "2017-06-09", "2017-06-10"),
        ("Thomas Reyes", 1, "2017-06-09", "2017-06-09"),
    ]
    assert ask(tables, "SELECT name, articles FROM topics_in_articles") == [("Budget", 1)]
    assert ask(tables, "SELECT month, articles FROM articles_by_month") == [("2017-06", 2)]


def test_offices_of_people_are_there_with_period_and_source(copy):
    an_article(people=["Jeff Sessions"])
    an_office(party="Republican", to_precision="month", source="https://justice.example/")
    an_office("Nobody Named", title="Mayor", organisation="City")
    government = Organisation.objects.create(name="Government", kind="government")
    Organisation.objects.filter(name="Department of Justice").update(parent=government)
    tables = copy()
    assert ask(tables, "SELECT * FROM offices_with_names") == [
        (
            Office.objects.get(party="Republican").pk,
            "Jeff Sessions",
            "Attorney General",
            "Department of Justice",
            "Republican",
            "",
            "",
            "",
            "2017-02-09",
            "day",
            "2018-11-30",
            "month",
            "https://justice.example/",
        )
    ]
    assert ask(
        tables,
        "SELECT organisations.slug, wholes.slug FROM organisations JOIN organisations wholes "
        "ON organisations.parent_id = wholes.id",
    ) == [("department-of-justice", "government")]
    assert ask(tables, "SELECT slug FROM posts") == [("attorney-general",)]


def test_quotations_of_published_articles_are_found_by_their_words(copy):
    shown = an_article("Shown")
    hidden = an_article("Hidden", status="draft")
    dana = a_person("Dana Whitfield")
    Quotation.objects.create(
        article=shown, person=dana, speaker="she", words="Élysée, yes.", verb="said", start=3
    )
    Quotation.objects.create(article=shown, speaker="an aide", words="No.", start=40)
    Quotation.objects.create(article=hidden, person=a_person("Thomas Reyes"), words="Yes.", start=0)
    tables = copy()
    assert ask(
        tables, "SELECT person, speaker, verb, words, headline FROM quotations_with_names ORDER BY id"
    ) == [
        ("Dana Whitfield", "she", "said", "Élysée, yes.", "Shown"),
        (None, "an aide", "", "No.", "Shown"),
    ]
    assert ask(tables, "SELECT article_id, person_id, start FROM quotations") == [
        (shown.pk, dana.pk, 3),
        (shown.pk, None, 40),
    ]
    matches = "SELECT rowid FROM quotations_fts WHERE quotations_fts MATCH 'elysee OR yes'"
    assert ask(tables, matches) == ask(tables, "SELECT id FROM quotations WHERE start = 3")


def test_mention_tells_role_and_quotation_and_how_often(copy):
    article = an_article(people=["Dana Whitfield"])
    article.mentions.update(role="subject", quoted=True, count=4, origin="recognised")
    assert ask(copy(), "SELECT role, quoted, count, origin FROM mentions") == [
        ("subject", 1, 4, "recognised")
    ]


def test_what_editors_decided_is_not_in_the_file(copy, tmp_path):
    article = an_article("Shown")
    refused = a_person("Hidden Person", aliases=["Hidden Alias"])
    Refusal.objects.create(article=article, person=refused, decided_by="Hidden Editor")
    Proposal.objects.create(name="Hidden Proposal")
    Curation.objects.create(act="merged", kind="person", summary="Hidden act.")
    FormerSlug.objects.create(slug="hidden-slug", person=refused)
    an_office("Hidden Person", title="Hidden Post", organisation="Hidden Organisation")
    copy()
    assert b"hidden" not in (tmp_path / "archive.db").read_bytes().lower()


def test_file_is_whole_and_read_only(copy, tmp_path):
    nasty.make()
    tables = copy()
    assert ask(tables, "PRAGMA integrity_check") == [("ok",)]
    assert ask(tables, "PRAGMA foreign_key_check") == []
    assert ask(tables, "PRAGMA journal_mode") == [("delete",)]
    assert stat.S_IMODE((tmp_path / "archive.db").stat().st_mode) == 0o444
    assert [path.name for path in tmp_path.iterdir()] == ["archive.db"]
    with pytest.raises(sqlite3.OperationalError):
        tables.execute("DELETE FROM articles")


def test_empty_archive_gives_an_empty_file(copy):
    assert ask(
        copy(), "SELECT name, value FROM metadata WHERE name IN ('archive', 'articles') ORDER BY name"
    ) == [
        ("archive", "Newsroom"),
        ("articles", "0"),
    ]
