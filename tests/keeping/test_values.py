"""What a value is in the file, and what is refused there."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.keeping.refusals import Unfit
from articles.keeping.structures import Json, Key, Names
from articles.keeping.values import Address, Day, Flag, Header, Html, Moment, OneOf, Slug, Text, Whole

storable = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))
zones = st.builds(lambda minutes: timezone(timedelta(minutes=minutes)), st.integers(-1439, 1439))


@given(storable)
def test_text_comes_back_as_it_was(text):
    assert Text().read(Text().write(text)) == text


def test_text_is_written_without_nul():
    assert Text().write("a\x00b") == "ab"


@given(st.dates(max_value=date(9998, 12, 31)))
def test_day_comes_back_as_it_was(day):
    assert Day().read(Day().write(day)) == day


@given(st.datetimes(datetime(1, 1, 3), datetime(9998, 12, 31), timezones=zones))
def test_moment_comes_back_to_the_microsecond(moment):
    assert Moment().read(Moment().write(moment)) == moment


def test_first_moment_there_is_comes_back():
    first = datetime(1, 1, 1, tzinfo=UTC)
    assert Moment().write(first) == "0001-01-01T00:00:00Z"
    assert Moment().read("0001-01-01T00:00:00Z") == first


short = st.text(max_size=4)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | short,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(short, inner, max_size=3),
    max_leaves=6,
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(short, json_values, max_size=3))
def test_object_has_one_form_that_stays(value):
    written = Json().write(value)
    assert Json().read(written) == written
    assert list(written) == sorted(written)


def test_object_is_written_in_the_form_that_both_databases_give_back():
    written = Json().write({"bb": 2.0, "a": {"z": 1e16, "y": 0.5}, "\x00c": ["\ud800"]})
    assert list(written.items()) == [("a", {"y": 0.5, "z": 10**16}), ("bb", 2), ("c", ["?"])]
    assert isinstance(written["bb"], int)


deep = []
for _ in range(60):
    deep = [deep]


@pytest.mark.parametrize(
    ("kind", "value", "said"),
    [
        (Text(), 5, "is not text"),
        (Text(), None, "is not text"),
        (Text(), "\x00", "has a character that no text can hold"),
        (Text(), "\ud83d", "has a character that no text can hold"),
        (Text(3), "abcd", "has 4 characters, 3 is the most"),
        (Text(3, required=True), "", "is empty"),
        (Header(9), "a\r\nb", "has a control character"),
        (Slug(100), "", "is no slug: it may have letters, digits, hyphens and underscores"),
        (Slug(100), "../../etc", "is no slug: it may have letters, digits, hyphens and underscores"),
        (Slug(100), "slüg", "is no slug: it may have letters, digits, hyphens and underscores"),
        (Slug(100), "slug\n", "is no slug: it may have letters, digits, hyphens and underscores"),
        (Address(99), "javascript:alert(1)", "is no address of a web page"),
        (Address(99), " jAva\tscript:alert(1)", "is no address of a web page"),
        (Address(99), "data:text/html,x", "is no address of a web page"),
        (Address(99), "file:///etc/passwd", "is no address of a web page"),
        (Address(99), "\x01java\x1fscript:x", "is no address of a web page"),
        (Html(), ["<p>"], "is not text"),
        (Html(), "x" * 2_000_001, "can’t be stored: the markup has more than 2,000,000 characters"),
        (OneOf(["draft", "published"]), "hidden", "is not one of draft, published"),
        (OneOf(["draft"]), ["draft"], "is not one of draft"),
        (Whole(0, 9), 10, "is no whole number from 0 to 9"),
        (Whole(0, 9), -1, "is no whole number from 0 to 9"),
        (Whole(0, 9), 1.0, "is no whole number from 0 to 9"),
        (Whole(0, 9), True, "is no whole number from 0 to 9"),
        (Whole(0, 9), "1", "is no whole number from 0 to 9"),
        (Flag(), 1, "is neither true nor false"),
        (Flag(), "false", "is neither true nor false"),
        (Day(), "2017-02-30", "is no date like 2017-06-09"),
        (Day(), "0000-01-01", "is no date like 2017-06-09"),
        (Day(), "2017-W23-5", "is no date like 2017-06-09, up to the year 9998"),
        (Day(), "20170609", "is no date like 2017-06-09, up to the year 9998"),
        (Day(), "9999-01-01", "is no date like 2017-06-09, up to the year 9998"),
        (Day(), 20170609, "is no date like 2017-06-09"),
        (Moment(), "2017-06-09", "is no moment like 2017-06-09T18:30:00Z, up to the year 9998"),
        (Moment(), "2017-06-09T18:30:00", "is no moment like 2017-06-09T18:30:00Z, up to the year 9998"),
        (Moment(), "0001-01-01T00:00:00+14:00", "is no moment like 2017-06-09T18:30:00Z"),
        (Moment(), "9999-12-31T23:59:59-12:00", "is no moment like 2017-06-09T18:30:00Z"),
        (Moment(), "9999-06-01T00:00:00Z", "is no moment like 2017-06-09T18:30:00Z, up to the year 9998"),
        (Moment(), 0, "is no moment like 2017-06-09T18:30:00Z"),
        (Key(), "0F8FAD5B-D9CB-469F-A165-70867728950E", "is no UUID in its usual form"),
        (Key(), "nonsense", "is no UUID"),
        (Names(), {"a": 1}, "is no list"),
        (Names(), [["a"]], "is not text"),
        (Json(), [], "is no object"),
        (Json(), {"a": float("inf")}, "has a number that is too large"),
        (Json(), {"a": deep}, "has lists or objects nested deeper than 50"),
    ],
)  # fmt: skip
def test_value_that_no_column_can_hold_is_refused(kind, value, said):
    with pytest.raises(Unfit) as refusal:
        kind.read(value)
    assert str(refusal.value) == said


@pytest.mark.parametrize(
    "address",
    [
        "",
        "http://x",
        "HTTPS://ledger.example/a b?c#d",
        "https://ledger.example:8443/é",
        "ftp://ledger.example/",
        "ledger.example/a",
    ],
)
def test_address_that_the_archive_takes_comes_back_as_it_was(address):
    assert Address(99).read(address) == address


def test_body_is_read_clean():
    assert Html().read('<p onclick="x()">One<script>alert(1)</script></p>') == "<p>One</p>"
