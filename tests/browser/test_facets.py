"""Narrowing a list by its facets and by time, with mouse, keyboard and finger, with JavaScript and without."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

NARROWED = "/search/?person=jeff-sessions"


def bars(page):
    return page.locator(".chart-bars a")


def middle(bar):
    box = bar.locator("rect").last.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_bars_are_chosen_by_dragging_over_them(open_page):
    page = open_page(NARROWED)
    page.mouse.move(*middle(bars(page).nth(2)))
    page.mouse.down()
    page.mouse.move(*middle(bars(page).nth(5)), steps=8)
    expect(page.locator(".chart-said")).to_have_text(re.compile(r"March 2017 – June 2017, \d+ articles"))
    assert page.locator(".chart-out").count() == bars(page).count() - 4
    page.mouse.up()
    expect(page).to_have_url(re.compile(r"/search/\?person=jeff-sessions&from=2017-03&to=2017-06$"))
    expect(page.locator(".chart-chosen")).to_be_visible()
    page.get_by_role("link", name="whole time").click()
    expect(page).to_have_url(re.compile(r"/search/\?person=jeff-sessions$"))


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_bar_is_a_link(open_page, javascript):
    page = open_page(NARROWED, javascript=javascript)
    page.mouse.click(*middle(bars(page).nth(2)))
    expect(page).to_have_url(re.compile(r"from=2017-03&to=2017-03$"))


def test_bars_are_chosen_by_keyboard(open_page):
    page = open_page(NARROWED)
    chart = page.get_by_role("listbox", name=re.compile("over time.*Arrow keys"))
    expect(chart.get_by_role("option").first).to_have_accessible_name(
        re.compile(r"^January 2017, \d+ articles?$")
    )
    bars(page).first.focus()
    page.keyboard.press("ArrowRight")
    expect(bars(page).nth(1)).to_be_focused()
    expect(page.locator(".chart-bars [tabindex='0']")).to_have_count(1)
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Shift+ArrowRight")
    expect(chart.get_by_role("option", selected=True)).to_have_count(3)
    expect(page.get_by_role("status")).to_contain_text("February 2017 – April 2017")
    page.keyboard.press("Escape")
    expect(chart.get_by_role("option", selected=True)).to_have_count(0)
    page.keyboard.press("Home")
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"from=2017-01&to=2017-02$"))


def test_the_chart_is_one_stop_of_the_tab_key(open_page):
    page = open_page(NARROWED)
    bars(page).first.focus()
    page.keyboard.press("Tab")
    expect(page.get_by_label("from", exact=True)).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(bars(page).first).to_be_focused()
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.closest('figure.chart')") is None


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_dates_are_typed(open_page, javascript):
    page = open_page("/people/jeff-sessions/?topic=russia-investigation", javascript=javascript)
    page.get_by_label("from", exact=True).fill("2017-05")
    page.get_by_role("button", name="Show").click()
    expect(page).to_have_url(re.compile(r"/people/jeff-sessions/\?topic=russia-investigation&from=2017-05$"))


def test_figures_are_links_without_javascript(open_page):
    page = open_page(NARROWED, javascript=False)
    page.get_by_text("The figures as a table").click()
    page.get_by_role("link", name="June 2017", exact=True).first.click()
    expect(page).to_have_url(re.compile(r"from=2017-06&to=2017-06$"))


@pytest.mark.parametrize("width", [360, 1440])
def test_values_are_included_excluded_and_allowed_again(open_page, width):
    page = open_page("/search/", width=width, javascript=False)

    def narrow(name):
        if width == 360:
            page.get_by_text("Narrow the list").click()
        page.locator(".facets").get_by_role("link", name=name, exact=True).click()

    narrow("Jeff Sessions")
    narrow("chosen: remove Jeff Sessions")
    narrow("without Jeff Sessions")
    expect(page).to_have_url(re.compile(r"/search/\?-person=jeff-sessions$"))
    narrow("excluded: allow Jeff Sessions again")
    expect(page).to_have_url(re.compile(r"/search/$"))


def test_all_people_are_searched_and_one_is_chosen(open_page):
    page = open_page("/search/?topic=russia-investigation")
    page.get_by_role("link", name=re.compile(r"^All \d+ people")).click()
    page.get_by_label("Find a person in these results").fill("rosen")
    page.get_by_role("button", name="Find").click()
    page.get_by_role("link", name="Rod Rosenstein", exact=True).click()
    expect(page).to_have_url(re.compile(r"/search/\?person=rod-rosenstein&topic=russia-investigation$"))
