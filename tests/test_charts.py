"""Bars over time."""

import pytest

from articles.charts import BASE, TOP, over_time


def month(year, number):
    return year * 12 + number - 1


def test_nothing_counted_is_a_chart_without_bars():
    chart = over_time({})
    assert chart.bars == ()
    assert chart.most is None


def test_months_of_one_year_stand_on_an_axis_of_twelve():
    chart = over_time({month(2017, 6): 12})
    assert [(bar.label, bar.first, bar.last, bar.count) for bar in chart.bars] == [
        ("June 2017", "2017-06", "2017-06", 12)
    ]
    assert chart.bars[0].x == pytest.approx(100 * 5 / 12, abs=0.01)
    assert [tick.label for tick in chart.ticks] == ["January 2017", "April", "July", "October"]


def test_highest_bar_fills_the_height_and_the_others_are_in_proportion():
    chart = over_time({month(2017, 5): 5, month(2017, 6): 10})
    assert [bar.height for bar in chart.bars] == [(BASE - TOP) // 2, BASE - TOP]
    assert chart.most.label == "June 2017"


def test_one_article_among_thousands_can_still_be_seen():
    assert over_time({month(2017, 5): 1, month(2017, 6): 10_000}).bars[0].height == 2


def test_the_earliest_of_equals_is_the_busiest():
    assert over_time({month(2017, 6): 3, month(2017, 2): 3}).most.label == "February 2017"


@pytest.mark.parametrize(
    ("first", "last", "unit"),
    [
        (2016, 2018, "month"),
        (2003, 2017, "month"),
        (1995, 2017, "year"),
        (1868, 2018, "year"),
        (1789, 2018, "decade"),
        (1, 9998, "century"),
    ],
)
def test_bars_stand_for_what_keeps_them_few(first, last, unit):
    chart = over_time({month(first, 1): 1, month(last, 12): 1})
    assert chart.unit == unit
    assert chart.bars[0].x >= 0
    assert chart.bars[-1].x + chart.bars[-1].width <= 100


def test_a_year_is_written_in_four_digits_for_the_filter():
    chart = over_time({month(868, 1): 1, month(1990, 1): 1})
    assert [(bar.first, bar.last) for bar in chart.bars] == [("0860", "0869"), ("1990", "1999")]


def test_no_period_begins_before_the_first_year():
    assert over_time({month(1, 1): 1, month(9998, 12): 1}).bars[0].first == "0001"


def test_bars_know_their_share_of_the_archive():
    chart = over_time({month(2017, 6): 3}, {month(2017, 6): 12})
    assert chart.bars[0].share == 25


def test_share_is_unknown_without_the_archive():
    assert over_time({month(2017, 6): 3}).bars[0].share is None


def test_months_of_which_the_archive_has_nothing_are_gaps():
    archive = {month(2017, number): 5 for number in (1, 2, 5, 12)}
    gaps = over_time({month(2017, 1): 1}, archive).gaps
    assert [round(gap.x * 12 / 100) for gap in gaps] == [2, 5]
    assert [round(gap.width * 12 / 100) for gap in gaps] == [2, 6]


def test_time_before_the_archive_begins_is_no_gap():
    assert over_time({month(2017, 6): 1}, {month(2017, 6): 1}).gaps == ()


@pytest.mark.parametrize(
    ("first", "last"), [(2017, 2018), (2008, 2018), (1900, 2018), (1000, 2018), (1, 9998)]
)
def test_marks_are_few_and_on_the_axis(first, last):
    ticks = over_time({month(first, 1): 1, month(last, 12): 1}).ticks
    assert 1 <= len(ticks) <= 7
    assert all(0 <= tick.x <= 100 for tick in ticks)


def test_label_of_a_late_bar_stands_before_it():
    assert over_time({month(2017, 11): 5}).most_is_late
    assert not over_time({month(2017, 2): 5}).most_is_late


def test_time_that_was_chosen_is_marked_on_the_axis():
    months = {month(2017, number): 1 for number in range(1, 13)}
    chosen = over_time(months, chosen=(month(2017, 4), month(2017, 6))).chosen
    assert (chosen.x, chosen.width) == (25, 25)
    assert over_time(months, chosen=(month(2017, 10), None)).chosen.x == 75


@pytest.mark.parametrize("ends", [(None, None), (month(2017, 1), month(2017, 12)), (month(2016, 3), None)])
def test_the_whole_axis_is_not_marked(ends):
    assert over_time({month(2017, 6): 1}, chosen=ends).chosen is None


def test_by_share_bars_are_as_high_as_their_part_of_the_archive():
    months = {month(2017, 5): 10, month(2017, 6): 5}
    chart = over_time(months, {month(2017, 5): 100, month(2017, 6): 10}, by_share=True)
    assert chart.by_share
    assert (chart.most.label, chart.most.share) == ("June 2017", 50.0)
    assert [bar.height for bar in chart.bars] == [round((BASE - TOP) / 5), BASE - TOP]


def test_without_the_archive_there_are_no_shares():
    assert not over_time({month(2017, 5): 10}, by_share=True).by_share
