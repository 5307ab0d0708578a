"""The archive by its days."""

from datetime import date

import pytest

from articles import daybook, indexing
from articles.found import Entry
from articles.models import Article
from tests.builders import an_article

pytestmark = pytest.mark.django_db


def test_an_empty_archive_has_no_days():
    snapshot = indexing.snapshot()
    assert daybook.newest_day(snapshot) is None
    assert daybook.coverage(snapshot) == daybook.Coverage(0, None, None)


def test_days_beside_skip_those_without_articles():
    for day in ("1868-02-25", "2017-06-09", "2018-01-01"):
        an_article(on=day)
    snapshot = indexing.snapshot()
    assert daybook.day_before(snapshot, date(2017, 6, 9)) == date(1868, 2, 25)
    assert daybook.day_after(snapshot, date(2017, 6, 9)) == date(2018, 1, 1)
    assert daybook.day_before(snapshot, date(1868, 2, 25)) is None
    assert daybook.day_after(snapshot, date(2018, 1, 1)) is None


def test_nothing_stands_before_the_first_day_of_all():
    an_article(on="0001-01-01")
    assert daybook.day_before(indexing.snapshot(), date(1, 1, 1)) is None


def test_days_count_only_what_readers_see():
    an_article(on="2017-06-09")
    an_article(on="2017-06-09", status="draft")
    an_article(on="2017-06-10", status="withdrawn")
    assert daybook.days_counted(indexing.snapshot(), date(2017, 6, 1), date(2017, 6, 30)) == {
        date(2017, 6, 9): 1
    }


def test_coverage_follows_the_archive():
    an_article(on="2017-06-09")
    assert daybook.coverage(indexing.snapshot()).total == 1
    an_article(on="1868-02-25")
    assert daybook.coverage(indexing.snapshot()) == daybook.Coverage(2, date(1868, 2, 25), date(2017, 6, 9))


def test_the_longest_article_with_most_people_and_a_standfirst_leads():
    brief, long = (
        an_article("Brief"),
        an_article("Long", body=f"<p>{'word ' * 900}</p>", standfirst="Said in short."),
    )
    middling = an_article("Middling", people=["Jeff Sessions"])
    arranged = daybook.arranged([entry(brief), entry(middling), entry(long)])
    assert arranged.lead.article.headline == "Long"
    assert [second.article.headline for second in arranged.seconds] == ["Middling", "Brief"]
    assert arranged.river == ()


def test_equals_keep_their_order_and_the_rest_flows():
    entries = [entry(an_article(f"Number {number}")) for number in range(6)]
    arranged = daybook.arranged(entries)
    assert [each.article.headline for each in arranged.river] == ["Number 4", "Number 5"]


def test_nothing_is_arranged_of_nothing():
    assert daybook.arranged([]) == daybook.Arrangement(None, (), ())


@pytest.mark.parametrize(
    ("day", "last"),
    [
        (date(2016, 2, 3), date(2016, 2, 29)),
        (date(2017, 12, 31), date(2017, 12, 31)),
        (date(9998, 12, 1), date(9998, 12, 31)),
    ],
)
def test_last_day_of_a_month(day, last):
    assert daybook.last_of_month(day) == last


def test_the_same_day_of_earlier_years_comes_latest_first_and_at_most_four():
    for year in range(2008, 2018):
        an_article(f"In {year}", on=f"{year}-06-09")
    found = daybook.on_this_day(indexing.snapshot(), date(2017, 6, 9))
    assert [article.headline for article in daybook.published(found)] == [
        "In 2016",
        "In 2015",
        "In 2014",
        "In 2013",
    ]


def test_day_with_little_is_filled_up_with_the_days_before():
    for day in range(1, 5):
        an_article(f"Of {day} June", on=f"2017-06-0{day}")
    paper = daybook.paper_of(indexing.snapshot(), date(2017, 6, 4))
    assert [article.headline for article in paper.earlier] == ["Of 3 June", "Of 2 June", "Of 1 June"]


def test_day_with_enough_stands_for_itself():
    an_article("Before", on="2017-06-03")
    for number in range(4):
        an_article(f"Item {number}", on="2017-06-04")
    assert daybook.paper_of(indexing.snapshot(), date(2017, 6, 4)).earlier == []


def test_earlier_years_are_looked_at_no_more_than_twelve_times():
    assert len(daybook.same_day_before(date(2017, 6, 9), date(1868, 1, 1))) == 12
    assert daybook.same_day_before(date(2017, 6, 9), None) == []


def test_a_leap_day_has_only_leap_years():
    days = daybook.same_day_before(date(2016, 2, 29), date(1990, 1, 1))
    assert days[:2] == [date(2012, 2, 29), date(2008, 2, 29)]


def test_articles_beside_are_of_the_same_day_and_published():
    first, _, middle, _, last = (
        an_article(name, status=status)
        for name, status in [
            ("One", "published"),
            ("Hidden", "draft"),
            ("Two", "published"),
            ("Gone", "withdrawn"),
            ("Three", "published"),
        ]
    )
    an_article("Tomorrow", on="2017-06-10")
    snapshot = indexing.snapshot()
    assert daybook.beside(snapshot, middle) == (first, last)
    assert daybook.beside(snapshot, last) == (middle, None)


def entry(article):
    return Entry(Article.objects.with_names().get(pk=article.pk), ())
