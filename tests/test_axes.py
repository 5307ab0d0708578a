"""An axis of time."""

from datetime import date

import pytest

from articles.axes import Axis


def test_no_month_has_no_axis():
    assert Axis.over([]) is None


@pytest.mark.parametrize(
    ("years", "unit"), [((2016, 2018), "month"), ((1868, 2018), "year"), ((1789, 2018), "decade")]
)
def test_periods_are_what_keeps_them_few(years, unit):
    assert Axis.over([year * 12 for year in years]).unit == unit


def test_a_day_lies_where_its_month_and_its_part_of_the_month_are():
    axis = Axis.over([2017 * 12])
    assert axis.place(date(2017, 1, 1)) == 0
    assert axis.place(date(2017, 12, 31), end=True) == 100
    assert axis.place(date(2017, 6, 16)) == pytest.approx(100 * 5.5 / 12)


def test_days_beyond_the_axis_lie_beyond_its_ends():
    axis = Axis.over([2017 * 12])
    assert axis.place(date(2016, 12, 31)) < 0
    assert axis.place(date(2018, 1, 2)) > 100


def test_a_stretch_ends_with_its_last_period():
    stretch = Axis.over([2017 * 12]).stretch(2017 * 12 + 3, 2017 * 12 + 5)
    assert (stretch.x, stretch.width) == (25.0, 25.0)
