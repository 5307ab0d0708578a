"""What is offered while someone types: names by their beginnings, the most covered first, and the newest headlines."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import indexing
from articles.models import Article, Person
from articles.search.names import IndexedName, has_words, number_of_name, record_of, spellings
from articles.search.suggest import words_of
from articles.suggesting import LONGEST, suggestions
from tests.builders import a_person, a_publication, a_section, a_topic, an_article


def offered(typed, kind=None):
    found = suggestions(typed, indexing.snapshot())
    return [one.label for one in found if kind in (None, one.kind)]


def first(typed):
    return suggestions(typed, indexing.snapshot())[0]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "typed",
    [
        "j",
        "Je",
        "jeff",
        "JEFF S",
        "jeff sessions",
        "sess",
        "Sessions, J",
        "sessions jeff",
        "beaure",
        "ag se",
        " jeff ",
    ],
)
def test_person_is_found_by_the_beginning_of_any_word_of_any_name(typed):
    a_person("Jeff Sessions", aliases=["AG Sessions", "Jefferson Beauregard Sessions III"])
    a_person("Mike Pence")
    assert offered(typed) == ["Jeff Sessions"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "typed", ["", " ", "effs", "jeff p", "jef sessions", "sessionsx", "-", "“”", "🙂", "*", "j*x"]
)
def test_what_begins_no_word_finds_nothing(typed):
    a_person("Jeff Sessions")
    assert offered(typed) == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Ricardo Rosselló", "rossello"),
        ("Ricardo Rossello", "ROSSELLÓ"),
        ("Beto O’Rourke", "orour"),
        ("Beto O'Rourke", "o’r"),
        ("J.D. Vance", "jd v"),
        ("H. R. McMaster", "h r mc"),
        ("Ng", "ng"),
        ("Αλέξης Τσίπρας", "τσίπ"),
        ("習近平", "習"),
        ("Anne-Marie Slaughter", "anne marie"),
    ],
)
def test_accents_capitals_and_marks_do_not_matter(name, typed):
    a_person(name)
    assert offered(typed) == [name]


@pytest.mark.django_db
def test_names_whose_first_or_family_name_begins_so_come_first_then_the_most_covered():
    for name, articles in (("Ann Ryan Poe", 3), ("Paul Ryan", 1), ("Ryan Zinke", 1), ("Tim Ryan", 2)):
        for _ in range(articles):
            an_article(people=[name])
    assert offered("ryan", "person") == ["Tim Ryan", "Paul Ryan", "Ryan Zinke", "Ann Ryan Poe"]


@pytest.mark.django_db
def test_the_most_covered_of_many_are_offered():
    Person.objects.bulk_create(Person(name=f"John Number{n}", slug=f"john-{n}") for n in range(300))
    an_article(people=["John Number7", "John Number250"])
    indexing.catch_up()
    an_article(people=["John Number250"])
    assert offered("john")[:2] == ["John Number250", "John Number7"]
    assert len(offered("john")) == 5


@pytest.mark.django_db
def test_weight_of_a_name_follows_what_is_written_about_it():
    Person.objects.bulk_create(Person(name=f"John Number{n}", slug=f"john-{n}") for n in range(300))
    indexing.catch_up()
    for _ in range(3):
        an_article(people=["John Number299"])
        assert offered("john")[0] == "John Number299"


@pytest.mark.django_db
def test_each_kind_is_told_apart_and_leads_to_its_page():
    a_person("Jus Tice"), a_topic("Justice Department"), a_section("Justice"), a_publication("Justice Weekly")
    an_article(
        "Justice done",
        on="2017-06-09",
        section="Justice",
        publication="Justice Weekly",
        topics=["Justice Department"],
    )
    found = suggestions("jus", indexing.snapshot())
    assert [(one.kind, one.label, one.detail, one.url) for one in found] == [
        ("person", "Jus Tice", "no articles", "/people/jus-tice/"),
        ("topic", "Justice Department", "1 article", "/topics/justice-department/"),
        ("section", "Justice", "1 article", "/search/?section=justice"),
        ("publication", "Justice Weekly", "1 article", "/publications/justice-weekly/"),
        ("headline", "Justice done", "9 June 2017", "/2017/06/09/justice-done/"),
    ]


@pytest.mark.django_db
def test_other_name_that_was_typed_is_told():
    a_person("Jeff Sessions", aliases=["AG Sessions", "Jefferson Beauregard Sessions III"])
    an_article(people=["Jeff Sessions"]), an_article(people=["Jeff Sessions"])
    assert first("beau").detail == "also “Jefferson Beauregard Sessions III” · 2 articles"
    assert first("sess").detail == "2 articles"
    a_topic("Immigration").aliases.create(name="Border crossings")
    assert first("crossings").detail == "also “Border crossings” · no articles"


@pytest.mark.django_db
def test_only_published_articles_are_counted():
    for status in ("draft", "scheduled", "withdrawn", "published"):
        an_article(people=["Jeff Sessions"], status=status)
    assert first("jeff").detail == "1 article"


@pytest.mark.django_db
def test_very_many_articles_are_told_roughly(monkeypatch):
    monkeypatch.setattr("articles.suggesting.MOST_COUNTED", 11)
    for _ in range(12):
        an_article(people=["Jeff Sessions"])
    assert first("jeff").detail == "about 12 articles"


@pytest.mark.django_db
def test_newest_headlines_with_all_words_are_offered():
    for year in range(2011, 2018):
        an_article(f"Senate passes budget of {year}", on=f"{year}-06-09")
    an_article("Senate rests")
    assert offered("budget sen") == [f"Senate passes budget of {year}" for year in (2017, 2016, 2015, 2014)]
    assert offered("senate passes budget of 2012") == ["Senate passes budget of 2012"]
    assert offered("senat") == offered("se")
    assert offered("passed") == offered("budget x") == []


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["s", "budget s"])
def test_one_letter_is_too_little_for_a_headline(typed):
    an_article("Senate passes budget")
    assert offered(typed) == []


@pytest.mark.django_db
@pytest.mark.parametrize("status", ["draft", "scheduled", "withdrawn"])
def test_headline_that_readers_may_not_see_is_never_offered(status, settings):
    article = an_article("Senate passes budget")
    assert offered("senate") == ["Senate passes budget"]
    stale = indexing.snapshot()
    Article.objects.filter(pk=article.pk).update(status=status)
    assert [one.label for one in suggestions("senate", stale)] == []
    assert offered("senate") == []


@pytest.mark.django_db
def test_record_that_is_gone_is_not_offered_by_a_stale_index():
    a_person("Jeff Sessions")
    stale = indexing.snapshot()
    Person.objects.all().delete()
    assert suggestions("jeff", stale) == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    "typed",
    [
        "a" * LONGEST,
        "a " * 100,
        "é" * 150,
        "(" * LONGEST,
        ".*",
        "[a-z]",
        "\\",
        "a\\",
        "~z*",
        "#jx",
        "%z",
        "\x00",
    ],
)
def test_hostile_words_find_nothing(typed):
    a_person("Jeff Sessions")
    assert offered(typed) == []


@pytest.mark.django_db
def test_longest_name_is_found_to_its_last_letter():
    name = " ".join(["Éabcdefghi"] * 12)
    a_person(name)
    assert offered(name) == [name]
    assert offered("b" * (LONGEST + 1)) == []


@pytest.mark.django_db
def test_a_suggestion_takes_few_queries_whatever_it_finds():
    def queries():
        snapshot = indexing.snapshot()
        with CaptureQueriesContext(connection) as captured:
            suggestions("pe", snapshot)
        return len(captured)

    an_article(
        "Pen and paper", people=["Person 0"], topics=["Peace"], section="Penal", publication="The Peer"
    )
    few = queries()
    for number in range(1, 12):
        an_article(f"Pencil {number}", people=[f"Person {number}"], topics=[f"Peace {number}"])
    assert few == queries() == 2


def test_words_are_those_of_the_index():
    assert words_of("Jeff  SESSIONS’ Dép") == ("jeff", "sessions", "dep")
    assert words_of("a b c d e f g h i j k l m") == ()


def test_names_are_spelled_as_printed_and_in_haste():
    assert spellings(["J.D. O'Hara", "J.D. O'Hara"]) == [("j", "d", "o", "hara"), ("jd", "ohara")]


def test_name_has_words_typed():
    assert has_words("Jeff Sessions", ("sessions", "je"))
    assert not has_words("Jeff Sessions", ("je", "sessions"))


def test_number_of_a_name_gives_its_record_back():
    number = number_of_name("publication", 4711)
    assert record_of(number) == ("publication", 4711)
    assert number > number_of_name("person", 2**53) > 2**30


def test_checksum_follows_the_names_alone():
    name = IndexedName("person", 1, ("Jeff Sessions",))
    assert name.checksum() == IndexedName("person", 1, ("Jeff Sessions",), articles=7).checksum()
    assert name.checksum() != IndexedName("person", 1, ("Jeff Sessions", "AG")).checksum()
