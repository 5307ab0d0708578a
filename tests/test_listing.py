"""A list of articles is read from a URL and written back to one without loss; whatever is asked, it is answered."""

from datetime import date

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from articles.listing import Listing
from articles.parameters import Cursor, first_day_of, last_day_of


def listing(query, **fixed):
    return Listing.read(QueryDict(query), **fixed)


def test_listing_is_written_back_as_it_was_read():
    query = "q=budget+vote&person=jeff-sessions&person=mike-pence&topic=taxes&-section=world&from=2017&to=2018-06&sort=oldest&cursor=after-123"
    assert listing(query).search_url == f"/search/?{query}"


def test_parameters_in_another_order_are_the_same_listing():
    assert listing("to=2018&person=a&q=x").search_url == listing("q=x&to=2018&person=a").search_url


def test_what_goes_without_saying_is_left_out():
    assert listing("q=&sort=newest&person=&from=").search_url == "/search/"
    assert listing("q=x&sort=relevance").search_url == "/search/?q=x"


def test_repeated_value_counts_once_and_of_two_dates_the_last():
    assert listing("person=a&person=a&from=2016&from=2017").search_url == "/search/?person=a&from=2017"


def test_page_keeps_its_own_address_and_the_rest_of_the_state():
    person = listing("topic=taxes&sort=oldest", path="/people/jeff-sessions/", person="jeff-sessions")
    assert person.page_url == "/people/jeff-sessions/?topic=taxes&sort=oldest"
    assert person.search_url == "/search/?person=jeff-sessions&topic=taxes&sort=oldest"


def test_value_is_included_excluded_and_dropped():
    start = listing("q=x&cursor=rank-20")
    narrowed = start.including("person", "a")
    assert narrowed.search_url == "/search/?q=x&person=a"
    assert narrowed.excluding("person", "a").search_url == "/search/?q=x&-person=a"
    assert narrowed.excluding("person", "a").including("person", "a").search_url == "/search/?q=x&person=a"
    assert narrowed.without("person", "a").search_url == "/search/?q=x"


def test_dropping_the_text_leaves_an_order_that_makes_sense():
    assert listing("q=x&sort=relevance").asking("").sort == "newest"


@pytest.mark.parametrize(
    "text",
    [
        "17",
        "2017-6",
        "2017-06-31",
        "0000",
        "9999",
        "2017-06-09T12:00",
        "٢٠١٧",
        "-",
        "2017-06-09-01",
        "x" * 5000,
    ],
)
def test_date_that_is_none_is_said_and_left_out(text):
    found = listing(f"from={text}")
    assert found.first == ""
    assert "“from” was left out" in found.problems[0]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2017", date(2017, 1, 1), date(2017, 12, 31)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2017-12", date(2017, 12, 1), date(2017, 12, 31)),
        ("2017-06-09", date(2017, 6, 9), date(2017, 6, 9)),
        ("0001", date(1, 1, 1), date(1, 12, 31)),
        ("9998-12", date(9998, 12, 1), date(9998, 12, 31)),
    ],
)
def test_year_month_and_day_are_stretches_of_days(text, first, last):
    assert (first_day_of(text), last_day_of(text)) == (first, last)


@pytest.mark.parametrize(
    "cursor",
    [
        "after",
        "after-",
        "after--1",
        "after-0",
        "after-1e5",
        f"after-{1 << 64}",
        f"before-{(1 << 64) - 1}",
        "rank-20",
        "x-1",
        "after-٣",
    ],
)
def test_unknown_cursor_is_the_beginning_and_said(cursor):
    found = listing(f"cursor={cursor}")
    assert found.cursor is None
    assert found.problems == ("The place in the list was not understood: this is its beginning.",)


def test_cursor_survives_being_written():
    assert Cursor.read(str(Cursor("before", 3236963778360770565)), "newest") == Cursor(
        "before", 3236963778360770565
    )


def test_unknown_sort_is_said():
    assert listing("sort=random").problems == (
        "There is no sort “random”: it can be newest, oldest, relevance.",
    )


def test_more_values_than_are_answered_are_said():
    found = listing("&".join(f"person=p{n}" for n in range(50)))
    assert len(found.having["person"]) == 20
    assert "Only the first 20 values" in found.problems[0]


names = st.sampled_from(
    [
        "q",
        "person",
        "-person",
        "topic",
        "-topic",
        "section",
        "publication",
        "from",
        "to",
        "sort",
        "cursor",
        "x",
    ]
)


@given(st.lists(st.tuples(names, st.text(max_size=20)), max_size=12))
def test_any_parameters_give_a_listing_that_survives_its_own_url(pairs):
    query = QueryDict(mutable=True)
    for name, value in pairs:
        query.appendlist(name, value)
    first = Listing.read(query)
    again = Listing.read(QueryDict(first.search_url.partition("?")[2]))
    assert again.search_url == first.search_url
    assert again.parameters() == first.parameters()
