"""A list of articles is read from a URL and written back to one without loss; whatever is asked, it is answered."""

from datetime import date
from urllib.parse import parse_qsl, urlsplit

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


def test_any_or_all_of_several_values_can_be_asked_for():
    both = listing("person=a&person=b")
    assert both.joined("person", any_of=True).search_url == "/search/?person=a&person=b&any=person"
    some = listing("person=a&person=b&any=person")
    assert some.joined("person", any_of=False).search_url == "/search/?person=a&person=b"
    assert some.without("person", "b").search_url == "/search/?person=a"


@pytest.mark.parametrize(
    "query", ["person=a&any=person", "publication=a&publication=b&any=publication", "any=x"]
)
def test_any_is_left_out_where_it_makes_no_difference(query):
    assert "any" not in listing(query).search_url


def test_what_a_page_stands_for_is_needed_in_any_case():
    person = listing("person=b&person=c&any=person", path="/people/a/", person="a")
    assert person.page_url == "/people/a/?person=b&person=c"


def test_values_are_written_in_one_order():
    assert (
        listing("person=b&-topic=z&person=a&-topic=y").search_url
        == "/search/?person=a&person=b&-topic=y&-topic=z"
    )


def test_another_time_than_the_pages_own_stands_on_the_search_page():
    june = listing("topic=taxes", path="/2017/06/", **{"from": "2017-06", "to": "2017-06"})
    assert june.page_url == "/2017/06/?topic=taxes"
    assert june.dated("2016", "2017").page_url == "/search/?topic=taxes&from=2016&to=2017"
    assert june.whole_time.page_url == "/search/?topic=taxes"


def test_an_end_before_the_beginning_is_said():
    assert "the end comes before the beginning" in listing("from=2018&to=2017").problems[0]
    assert listing("from=2017-06&to=2017").problems == ()


def test_order_by_relevance_needs_a_text():
    assert listing("sort=relevance").search_url == "/search/"
    assert listing("sort=relevance").sort == "newest"


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
    assert len(found.filters.having["person"]) == 20
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
        "-publication",
        "byline",
        "subject",
        "-speaker",
        "language",
        "year",
        "-month",
        "any",
        "from",
        "to",
        "sort",
        "cursor",
        "x",
    ]
)


values = st.text(max_size=20) | st.sampled_from(
    ["a", "b", "person", "topic", "2017", "2017-06", "oldest", "relevance", "after-7", "rank-7", " a", ""]
)
pages = st.sampled_from(
    [{}, {"person": "a"}, {"topic": "b"}, {"byline": "a"}, {"from": "2017-06", "to": "2017-06"}]
)


@given(st.lists(st.tuples(names, values), max_size=12), pages)
def test_any_parameters_give_a_listing_that_survives_its_own_url(pairs, fixed):
    query = QueryDict(mutable=True)
    for name, value in pairs:
        query.appendlist(name, value)
    path = "/page/" if fixed else ""
    first = Listing.read(query, path=path, **fixed)
    again = Listing.read(QueryDict(first.page_url.partition("?")[2]), path=path, **fixed)
    assert again.page_url == first.page_url
    assert again.parameters() == first.parameters()
    assert parse_qsl(urlsplit(again.page_url).query, keep_blank_values=True) == again.page_parameters()
