"""Offices as bands on the axis of a chart."""

from datetime import date

import pytest

from articles.axes import Axis
from articles.bands import LANE_HEIGHT, MOST_LANES, lanes
from articles.charts import over_time
from articles.people.tenures import Tenure


def month(year, number):
    return year * 12 + number - 1


def tenure(title="Attorney General", first="2017-02-09", last="2018-11-07", **fields):
    return Tenure(
        title=title,
        first=date.fromisoformat(first),
        last=last and date.fromisoformat(last),
        **{"post": title.lower().replace(" ", "-")} | fields,
    )


TWO_YEARS = Axis.over([month(2017, 6), month(2018, 3)])


def only(*tenures, axis=TWO_YEARS):
    (lane,) = lanes(axis, tenures)
    return lane


def test_a_band_lies_between_the_days_of_its_office():
    (band,) = only(tenure(first="2017-07-01", last="2017-12-31")).bands
    assert (band.x, band.end) == (25.0, 50.0)
    assert (band.is_dashed, band.began_before, band.lasts_beyond) == (False, False, False)


def test_a_band_stands_on_the_axis_of_the_bars():
    counts = {month(2017, 3): 4, month(2018, 9): 2}
    bar = over_time(counts).bars[1]
    (band,) = only(tenure(first="2018-09-01"), axis=Axis.over(counts)).bands
    assert band.x == pytest.approx(bar.x, abs=0.01)


def test_what_began_before_the_axis_is_cut_and_says_so():
    (band,) = only(tenure(first="1997-01-03", last="2017-06-30")).bands
    assert (band.x, band.end) == (0, 25.0)
    assert band.began_before
    assert not band.lasts_beyond


@pytest.mark.parametrize("last", [None, "2021-01-20"])
def test_what_lasts_beyond_the_axis_is_cut_and_says_so(last):
    (band,) = only(tenure(first="2018-07-01", last=last)).bands
    assert (band.x, band.end, band.lasts_beyond) == (75.0, 100, True)


@pytest.mark.parametrize(
    ("first", "last"),
    [("1995-01-16", "1997-01-03"), ("1995-01-16", "2016-12-31"), ("2019-01-01", None), ("9000-01-01", None)],
)
def test_an_office_beyond_the_axis_has_no_band(first, last):
    assert lanes(TWO_YEARS, [tenure(first=first, last=last)]) == ()


def test_offices_far_from_the_coverage_do_not_stretch_the_axis():
    axis = Axis.over([month(2017, 6)])
    lanes(axis, [tenure(first="1868-01-01", last=None)])
    assert axis.ticks()[0].label == "January 2017"


def test_a_list_without_articles_has_no_bands():
    assert lanes(Axis.over([]), [tenure()]) == ()


def test_acting_is_dashed_and_named_so():
    lane = only(tenure(manner="acting"))
    assert lane.bands[0].is_dashed
    assert lane.label == "Acting Attorney General"


def test_a_post_held_several_times_is_one_lane_under_its_full_name():
    lane = only(
        tenure(manner="acting", first="2017-01-20", last="2017-02-08"),
        tenure(first="2018-01-01", last="2018-06-30"),
    )
    assert [band.is_dashed for band in lane.bands] == [True, False]
    assert lane.label == "Attorney General"


def test_seats_of_two_states_are_two_lanes():
    seats = [tenure("Senator", state=state, party="Republican") for state in ("AL", "MA")]
    assert {lane.label for lane in lanes(TWO_YEARS, seats)} == {"Senator (R-Ala.)", "Senator (R-Mass.)"}


def test_lanes_follow_each_other_by_their_beginning():
    found = lanes(TWO_YEARS, [tenure(), tenure("Senator", first="1997-01-03", last="2017-02-08", rank=60)])
    assert [(lane.label, lane.top) for lane in found] == [("Senator", 0), ("Attorney General", LANE_HEIGHT)]
    assert found[-1].bottom == 2 * LANE_HEIGHT


def test_of_many_posts_the_most_senior_are_drawn():
    held = [tenure(f"Post {rank}", rank=rank) for rank in range(40, 0, -1)]
    found = lanes(TWO_YEARS, held)
    assert {lane.label for lane in found} == {f"Post {rank}" for rank in range(1, MOST_LANES + 1)}


def test_a_single_day_can_still_be_seen():
    (band,) = only(tenure(first="2018-12-31", last="2018-12-31")).bands
    assert band.end - band.x >= 0.5
    assert band.end <= 100


def test_a_label_has_the_room_behind_the_beginning_or_before_the_end():
    early, late = only(tenure(first="2017-07-01")), only(tenure(first="2018-07-01", last="2018-09-30"))
    assert (early.is_late, early.label_x, early.label_width) == (False, 25.0, 75.0)
    assert (late.is_late, late.label_x, late.label_width) == (True, 0.0, 87.5)


@pytest.mark.parametrize("years", [(1, 9998), (1789, 2018), (1868, 2018), (2017, 2017)])
def test_bands_of_any_length_stay_on_any_axis(years):
    axis = Axis.over([month(years[0], 1), month(years[1], 12)])
    for first, last in (("0001-01-01", "9998-12-31"), ("2017-02-09", "2017-02-09"), ("0001-01-01", None)):
        for lane in lanes(axis, [tenure(first=first, last=last)]):
            assert 0 <= lane.bands[0].x < lane.bands[0].end <= 100
