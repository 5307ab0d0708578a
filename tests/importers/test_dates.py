"""Dates are read as they are written, and never guessed."""

import pytest

from articles.importers.dates import NoDate, published


@pytest.mark.parametrize(
    ("text", "day", "moment"),
    [
        ("2017-06-09", "2017-06-09", None),
        ("20170609", "2017-06-09", None),
        ("June 9, 2017", "2017-06-09", None),
        ("9 June 2017", "2017-06-09", None),
        ("Sep 30, 2017", "2017-09-30", None),
        ("31 Mar 2024", "2024-03-31", None),
        ("2017-06-09T23:30:00-04:00", "2017-06-09", "2017-06-10 03:30:00+00:00"),
        ("2017-06-09 14:30", "2017-06-09", "2017-06-09 14:30:00+00:00"),
        ("Fri, 09 Jun 2017 23:30:00 -0500", "2017-06-09", "2017-06-10 04:30:00+00:00"),
        ("Fri, 09 Jun 2017 23:30:00 CET", "2017-06-09", None),
    ],
)
def test_date_is_that_of_the_sources_own_clock(text, day, moment):
    found = published(text)
    assert (str(found[0]), str(found[1]) if found[1] else None) == (day, moment)


@pytest.mark.parametrize(
    "text",
    [
        "", "today", "June 2017", "Juno 9, 2017", "June 31, 2017", "03/04/2024", "2024-02-30", "10000-01-01", "9999-01-01",
        "9999-12-31T23:59:59-23:59", "0001-01-01T00:00:00+23:59", "1e400", "1491000000", "1" * 1_000_000, "\0",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused(text):
    with pytest.raises(NoDate, match="is no date"):
        published(text)
