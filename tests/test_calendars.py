"""Calendars of shaded days."""

from datetime import date

import pytest

from articles.calendars import level, month_sheet, year_sheets


def test_a_month_begins_on_its_weekday_and_fills_whole_weeks():
    sheet = month_sheet(2017, 6, {})
    assert [cell and cell.day.day for cell in sheet.weeks[0]] == [None, None, None, 1, 2, 3, 4]
    assert {len(week) for week in sheet.weeks} == {7}
    assert sheet.weeks[-1][4].day == date(2017, 6, 30)


def test_a_leap_year_has_29_february():
    assert date(2016, 2, 29) in [cell.day for week in month_sheet(2016, 2, {}).weeks for cell in week if cell]


@pytest.mark.parametrize("year", [1, 9998])
def test_the_first_and_the_last_year_have_calendars(year):
    assert len(year_sheets(year, {})) == 12


def test_the_fullest_day_is_darkest_and_an_empty_one_is_blank():
    sheet = month_sheet(2017, 6, {date(2017, 6, 9): 10, date(2017, 6, 8): 1})
    levels = {cell.day.day: cell.level for week in sheet.weeks for cell in week if cell}
    assert (levels[7], levels[8], levels[9]) == (0, 1, 5)
    assert sheet.total == 11


def test_the_months_of_a_year_are_shaded_by_one_measure():
    sheets = year_sheets(2017, {date(2017, 1, 1): 10, date(2017, 2, 1): 2})
    assert sheets[1].weeks[0][2].level == 1


@pytest.mark.parametrize(
    ("count", "most", "expected"),
    [(0, 0, 0), (0, 9, 0), (1, 1, 5), (1, 100, 1), (20, 100, 1), (21, 100, 2), (100, 100, 5)],
)
def test_level_is_a_fifth_of_the_most(count, most, expected):
    assert level(count, most) == expected
