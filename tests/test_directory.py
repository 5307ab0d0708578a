"""The directories of people and topics."""

import pytest
from django.http import QueryDict

from articles import indexing
from articles.directory import PeopleAsked, Topics, highest_standings, most_covered, only_authors
from articles.directory import people as directory
from articles.models import Mention, Person, Topic
from articles.parameters import Reader
from tests.builders import a_person, a_topic, an_article, an_office

pytestmark = pytest.mark.django_db


def asked(query="", hidden=frozenset()):
    return PeopleAsked.read(Reader(QueryDict(query)), hidden)


def names(query=""):
    return [person.name for person in asked(query).people]


def test_people_stand_in_order_of_their_sort_names():
    for name in ("Jeff Sessions", "Richard Burr", "Sally Yates"):
        a_person(name)
    assert names() == ["Richard Burr", "Jeff Sessions", "Sally Yates"]


def test_a_letter_shows_only_the_names_under_it():
    for name in ("Jeff Sessions", "Richard Burr"):
        a_person(name)
    assert names("letter=s") == ["Jeff Sessions"]
    assert names("letter=%25") == ["Richard Burr", "Jeff Sessions"]


def test_a_person_is_found_once_by_name_and_other_names():
    a_person("Jeff Sessions", aliases=["AG Sessions", "Senator Sessions"])
    a_person("Richard Burr")
    assert names("q=sessions") == ["Jeff Sessions"]
    assert names("q=AG") == ["Jeff Sessions"]
    assert names("q=nobody") == []


def test_pages_go_on_after_the_last_name_and_miss_nobody(monkeypatch):
    monkeypatch.setattr(directory, "PAGE_SIZE", 2)
    Person.objects.bulk_create(
        Person(name=f"John Smith {number}", slug=f"john-smith-{number}", sort_name="Smith, John")
        for number in range(5)
    )
    seen, query = [], ""
    for _ in range(3):
        page = asked(query)
        seen += [person.slug for person in page.people]
        query = page.next_query
    assert seen == [f"john-smith-{number}" for number in range(5)]
    assert query == ""


@pytest.mark.parametrize("after", ["nonsense", "Smith~", "~", "Smith~99999999999999999999999", "~-1"])
def test_a_place_that_is_none_is_answered(after):
    a_person("Zoe Zimmermann")
    assert names(f"after={after}") == ["Zoe Zimmermann"]


def test_people_are_grouped_by_letter():
    for name in ("Jeff Sessions", "Richard Burr", "Sarah Sanders"):
        a_person(name)
    assert [(letter, len(people)) for letter, people in asked().groups] == [("B", 1), ("S", 2)]


def test_topics_stand_under_their_broader_topics():
    justice = a_topic("Justice")
    inquiry = a_topic("Russia inquiry", parent=justice)
    recusal = a_topic("Recusal", parent=inquiry)
    topics = Topics.of_archive()
    assert [name.name for name in topics.path(recusal.id)] == ["Justice", "Russia inquiry"]
    assert [(branch.name.name, branch.count) for branch in topics.narrower(justice.id, {inquiry.id: 7})] == [
        ("Russia inquiry", 7)
    ]
    (root,) = topics.branches({})
    assert root.narrower[0].narrower[0].name.name == "Recusal"


def test_topics_in_a_circle_are_all_shown_once():
    one = a_topic("One")
    two = a_topic("Two", parent=one)
    Topic.objects.filter(pk=one.pk).update(parent=two)
    (root,) = Topics.of_archive().branches({})
    assert (root.name.name, [branch.name.name for branch in root.narrower]) == ("One", ["Two"])


def test_authors_whom_no_article_names_are_found_by_name_alone():
    for name, role in (("Dana Whitfield", "author"), ("Jeff Sessions", "mentioned")):
        Mention.objects.create(content_object=an_article(), tag=a_person(name), role=role)
    a_person("Nora Dunley")
    hidden = only_authors(indexing.snapshot())
    assert [person.name for person in asked(hidden=hidden).people] == ["Nora Dunley", "Jeff Sessions"]
    assert [person.name for person in asked("q=dana", hidden=hidden).people] == ["Dana Whitfield"]


@pytest.mark.parametrize("bound", ["MOST_COUNTED", "MOST_HIDDEN"])
def test_where_too_many_would_be_hidden_everybody_is_listed(monkeypatch, bound):
    Mention.objects.create(content_object=an_article(), tag=a_person("Dana Whitfield"), role="author")
    monkeypatch.setattr(directory, bound, 0)
    assert only_authors(indexing.snapshot()) == frozenset()


def test_a_time_asks_for_the_most_covered_and_not_for_the_directory():
    a_person("Nora Dunley")
    an_article(on="2017-03-02", people=["Jeff Sessions", "Richard Burr"])
    an_article(on="2017-04-02", people=["Jeff Sessions"])
    an_article(on="2018-03-02", people=["Sally Yates"])
    dated = asked("from=2017&to=2017-12")
    assert (dated.is_dated, dated.people, dated.time_query) == (True, [], "from=2017&to=2017-12")
    covered = most_covered(indexing.snapshot(), dated)
    assert [(one.name.name, one.count, one.share) for one in covered] == [
        ("Jeff Sessions", 2, 100),
        ("Richard Burr", 1, 50),
    ]
    assert len(most_covered(indexing.snapshot(), asked())) == 3


@pytest.mark.parametrize("query", ["q=jeff&from=2017", "letter=s&from=2017", "after=x~1&from=2017"])
def test_a_name_or_a_letter_goes_before_a_time(query):
    assert not asked(query).is_dated


def test_the_highest_office_is_told_with_its_years_in_one_query(django_assert_num_queries):
    people = [an_office(f"Holder {number}", until=None).person_id for number in range(3)]
    former = an_office(since="2017-02-09", until="2017-11-07").person_id
    snapshot = indexing.snapshot()
    with django_assert_num_queries(1):
        standings = highest_standings([*people, former], snapshot)
    assert standings == dict.fromkeys(people, "Attorney General, since 2017") | {
        former: "Attorney General, 2017"
    }


@pytest.mark.database
def test_of_offices_the_most_senior_in_the_time_of_the_archive_is_told():
    an_article(on="1868-03-02")
    an_office("Andrew Johnson", "President", "Government", "1865-04-15", "1869-03-04", {"rank": 1})
    person = an_office("Andrew Johnson", "Senator", "Senate", "1875-03-04", "1875-07-31", {"rank": 50})
    assert highest_standings([person.person_id], indexing.snapshot()) == {
        person.person_id: "President, 1865–1869"
    }


def test_more_people_of_a_name_than_are_shown_are_said(client, monkeypatch):
    monkeypatch.setattr(directory, "MOST_FOUND", 2)
    for number in range(2):
        a_person(f"John Smith {number}")
    assert "Only the first" not in client.get("/people/?q=smith").text
    a_person("John Smith 2")
    assert (len(asked("q=smith").people), asked("q=smith").is_cut) == (2, True)
    assert "Only the first 2 in order of their names are shown" in client.get("/people/?q=smith").text
