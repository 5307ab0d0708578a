"""What the head of an answer says, however it is written."""

from datetime import UTC, datetime

import pytest

from articles.fetching.answers import Conditional, answer_of

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def answer(**headers):
    return answer_of(
        200, "http://a/", {name.replace("_", "-"): value for name, value in headers.items()}, NOW
    )


@pytest.mark.parametrize(
    ("written", "content_type", "charset"),
    [
        ("text/html; charset=ISO-8859-1", "text/html", "iso-8859-1"),
        ('Application/RSS+XML ; x=y; Charset = "utf-8"', "application/rss+xml", "utf-8"),
        ("text/xml", "text/xml", ""),
        ("", "", ""),
        ("text/html; charset=\0", "text/html", ""),
        ("text/html; charset*=a\0b'en'x", "text/html", ""),
        ("x" * 5000, "x" * 100, ""),
    ],
)
def test_content_type_and_charset_are_read(written, content_type, charset):
    read = answer(Content_Type=written)
    assert (read.content_type, read.charset) == (content_type, charset)


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("120", 120),
        ("0", 0),
        (" 3600 ", 3600),
        ("Sun, 22 Nov 2026 12:05:00 GMT", 300),
        ("Sun, 22 Nov 2026 11:00:00 GMT", 0),
        ("Sun, 22 Nov 2026 12:05:00", 300),
        ("-5", None),
        ("1e9", None),
        ("9" * 5000, None),
        ("soon", None),
        ("Sun, 99 Nov 2026 12:05:00 GMT", None),
        ("", None),
    ],
)
def test_retry_after_is_read_in_both_its_forms(written, seconds):
    assert answer(Retry_After=written).retry_after == seconds


@pytest.mark.parametrize("etag", ['"abc"', 'W/"abc"', '"a b"', "unquoted"])
def test_validator_is_sent_back_as_it_came(etag):
    assert answer(ETag=etag).etag == etag
    assert Conditional(etag=etag).headers() == {"If-None-Match": etag}


@pytest.mark.parametrize("etag", ['"a\r\nb"', '"é"', '"' + "x" * 600 + '"', '"\0"', ""])
def test_validator_that_no_request_can_carry_is_left_out(etag):
    assert answer(ETag=etag).etag == ""
    assert Conditional(last_modified="a\nb").headers() == {}


@pytest.mark.parametrize(
    ("status", "is_for_good"),
    [(404, True), (410, True), (403, True), (429, False), (408, False), (503, False), (200, False)],
)
def test_refusal_for_good_is_told_from_one_of_the_moment(status, is_for_good):
    assert answer_of(status, "http://a/", {}, NOW).is_for_good is is_for_good
