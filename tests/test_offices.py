"""Offices: who held what on a day, by the database and in plain words."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from articles.models import Office
from articles.offices import standings, tenures_of
from articles.people.tenures import Standing, Tenure, held_on, highest, in_words, standing_on
from tests.builders import a_person, an_office

pytestmark = pytest.mark.django_db

JUNE_9 = date(2017, 6, 9)


def sessions() -> None:
    an_office(
        title="Senator",
        organisation="United States Senate",
        since="1997-01-03",
        until="2017-02-08",
        party="Republican",
        state="AL",
        post={"rank": 50},
    )
    an_office(post={"rank": 10})


@pytest.mark.database
def test_an_office_is_held_on_its_first_and_on_its_last_day():
    sessions()
    person = a_person("Jeff Sessions")
    held = {
        day: [office.post.title for office in person.offices_on(date.fromisoformat(day))]
        for day in ("1997-01-02", "1997-01-03", "2017-02-08", "2017-02-09", "2018-11-07", "2018-11-08")
    }
    assert held == {
        "1997-01-02": [],
        "1997-01-03": ["Senator"],
        "2017-02-08": ["Senator"],
        "2017-02-09": ["Attorney General"],
        "2018-11-07": ["Attorney General"],
        "2018-11-08": [],
    }


@pytest.mark.database
def test_of_offices_held_at_once_the_most_senior_comes_first():
    an_office(
        "Mick Mulvaney", "Director", "Office of Management and Budget", "2017-02-16", None, {"rank": 30}
    )
    an_office(
        "Mick Mulvaney",
        "Chief of Staff",
        "White House",
        "2019-01-02",
        "2020-03-31",
        {"rank": 12},
        manner="acting",
    )
    held = Office.objects.on(date(2019, 6, 1))
    assert [office.post.title for office in held] == ["Chief of Staff", "Director"]


@pytest.mark.database
def test_an_office_cant_end_before_it_began():
    with pytest.raises(IntegrityError), transaction.atomic():
        an_office(since="2018-11-07", until="2017-02-09")


def test_an_office_cant_be_held_before_birth_or_taken_after_death():
    person = a_person("Jeff Sessions", born=date(1946, 12, 24))
    office = an_office()
    office.person, office.held_from = person, date(1900, 1, 1)
    with pytest.raises(ValidationError, match="was born on 1946-12-24"):
        office.clean()


def test_a_period_of_which_only_the_month_is_known_reaches_from_its_first_day_to_its_last():
    office = an_office(since="2017-02-09", until="2018-02-07", from_precision="year", to_precision="month")
    assert (office.held_from, office.held_to) == (date(2017, 1, 1), date(2018, 2, 28))


def test_the_office_held_that_day_is_told_with_party_and_state():
    sessions()
    person = a_person("Jeff Sessions").pk
    tenures = tenures_of([person])
    assert standings(tenures, JUNE_9)[person].text == "Attorney General"
    assert standings(tenures, date(2017, 1, 10))[person].text == "Senator (R-Ala.)"


def test_where_none_was_held_the_last_before_is_a_former_one():
    sessions()
    tenures = tenures_of([a_person("Jeff Sessions").pk])[a_person("Jeff Sessions").pk]
    assert standing_on(tenures, date(2019, 1, 1)).text == "former Attorney General"
    assert standing_on(tenures, date(1990, 1, 1)).text == "future Senator (R-Ala.)"


def test_an_office_of_another_time_than_the_archives_is_not_told():
    president = Tenure(title="President", first=date(1801, 3, 4), last=date(1809, 3, 4))
    assert standing_on([president], JUNE_9, date(2009, 1, 1), date(2026, 1, 1)) is None
    assert standing_on([president], JUNE_9) == Standing(president, "former")


def test_an_office_held_in_full_goes_before_an_acting_one_of_its_rank():
    acting = Tenure(title="Director", first=date(2017, 5, 9), rank=20, manner="acting")
    full = Tenure(title="Deputy Director", first=date(2016, 2, 1), rank=20)
    assert held_on([acting, full], JUNE_9) == [full, acting]


@pytest.mark.database
def test_offices_of_any_number_of_people_take_one_query(django_assert_num_queries):
    people = [an_office(f"Holder {number}").person_id for number in range(5)]
    with django_assert_num_queries(1):
        assert len(tenures_of(people)) == 5


def term(title, first, last, rank=50, **fields):
    return Tenure(
        title=title,
        first=date.fromisoformat(first),
        last=date.fromisoformat(last) if last else None,
        rank=rank,
        **fields,
    )


MAY = (
    term("Member of Parliament", "1997-05-01", "2024-05-30", 60),
    term("Home Secretary", "2010-05-12", "2016-07-13", 20),
    term("Prime Minister", "2016-07-13", "2019-07-24", 1),
)


def test_of_former_offices_given_up_within_a_year_the_most_senior_is_told():
    speaker = term("Speaker", "2015-10-29", "2019-01-03", 3)
    envoy = term("Special Envoy", "2019-01-03", "2019-10-01", 90)
    assert standing_on([speaker, envoy], date(2021, 1, 1)).text == "former Speaker"
    late = term("Special Envoy", "2020-03-31", "2021-01-20", 90)
    assert standing_on([speaker, late], date(2022, 1, 1)).text == "former Special Envoy"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2009, 1, 1), date(2026, 1, 1), "Prime Minister, 2016–2019"),
        (date(2011, 1, 1), date(2012, 1, 1), "Home Secretary, 2010–2016"),
        (date(2023, 1, 1), date(2023, 2, 1), "Member of Parliament, 1997–2024"),
        (date(1868, 1, 1), date(1868, 2, 1), "Prime Minister, 2016–2019"),
        (None, None, "Prime Minister, 2016–2019"),
    ],
)
def test_the_highest_office_is_that_of_the_archives_time_or_else_of_all_time(first, last, words):
    assert in_words(highest(MAY, first, last)) == words


def test_terms_one_after_the_other_are_one_period_whatever_the_district():
    terms = [
        term("Representative", f"{year}-01-{day:02}", f"{year + 2}-01-03" if year < 2023 else None,
             party="Democratic", state="CA", district=str(year % 12))
        for year, day in ((1987, 6), (1989, 3), (1991, 20), (2021, 3), (2023, 3))
    ]  # fmt: skip
    assert in_words(highest(terms)) == "Representative (D-Calif.), since 2021"
    assert in_words(highest(terms[:3])) == "Representative (D-Calif.), 1987–1993"
    elsewhere = term("Representative", "1985-01-03", "1987-01-03", party="Democratic", state="MD")
    assert in_words(highest([elsewhere, *terms[:3]])) == "Representative (D-Calif.), 1987–1993"


def test_of_offices_of_a_rank_one_held_in_full_goes_before_an_acting_one_and_then_the_latest():
    acting = term("Director", "2018-11-25", "2019-12-01", manner="acting")
    early, late = (
        term("Secretary", "2001-01-01", "2003-01-01"),
        term("Administrator", "2005-01-01", "2006-01-01"),
    )
    assert highest([acting, early, late]) == late
    assert highest([]) is None


def test_no_period_runs_over_the_ends_of_the_calendar():
    ends = [term("King", "0001-01-01", "0001-01-02"), term("King", "9998-01-01", "9999-12-31")]
    assert in_words(highest(ends)) == "King, 9998–9999"
    assert standing_on(ends[:1], date.max).text == "former King"


def test_an_office_cant_begin_later_than_ten_years_from_today():
    office = an_office(until=None)
    office.held_from = date.today() + timedelta(days=3_600)
    office.clean()
    office.held_from = date.today() + timedelta(days=3_700)
    with pytest.raises(ValidationError, match="ten years from today"):
        office.clean()
