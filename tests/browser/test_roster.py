"""A list of names is looked up, settled and saved, with and without JavaScript."""

import csv

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

NAMES = "Sessions, Jeff\nSen. Jeff Sessions (R-Ala.)\nTrump\nRichard Bur\nXerxes Quill\nComey"
WIDTHS = (320, 360, 768, 1440)


def looked_up(open_page, **options):
    page = open_page("/roster/", **options)
    page.get_by_label("Up to 500 names").fill(NAMES)
    page.get_by_role("button", name="Look up").click()
    page.wait_for_url("**/roster/?names=*")
    return page


@pytest.mark.parametrize("javascript", [True, False])
def test_names_are_looked_up_and_one_that_several_bear_is_settled(open_page, javascript):
    page = looked_up(open_page, javascript=javascript)
    expect(page.get_by_role("rowheader", name="Jeff Sessions")).to_have_count(1)
    expect(page.get_by_text("1 stands for several people")).to_be_visible()
    page.get_by_role("link", name="Donald Trump", exact=True).click()
    expect(page.get_by_text("stands for several people")).to_have_count(0)
    expect(page.get_by_role("rowheader", name="Donald Trump")).to_be_visible()
    page.get_by_role("link", name="Richard Burr", exact=True).click()
    expect(page.get_by_role("rowheader", name="Richard Burr")).to_be_visible()
    assert "Trump = donald-trump\nRichard Bur = richard-burr" in page.get_by_label("Up to 500").input_value()


def test_number_leads_to_as_many_articles(open_page):
    page = looked_up(open_page)
    place = (
        page.get_by_role("row")
        .filter(has_text="Jeff Sessions")
        .get_by_role("cell")
        .nth(2)
        .get_by_role("link")
    )
    number = place.inner_text()
    place.click()
    expect(page.get_by_text(f"{number} articles").first).to_be_visible()


def test_list_is_saved_as_a_file(open_page, tmp_path):
    page = looked_up(open_page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as CSV").click()
    download.value.save_as(tmp_path / "names.csv")
    with (tmp_path / "names.csv").open(newline="") as file:
        assert [row["status"] for row in csv.DictReader(file)] == [
            "known", "known", "ambiguous", "unknown", "unknown", "known",
        ]  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("turn", ["", "by month", "share of the archive"])
def test_page_is_accessible_and_fits_every_width(open_page, turn, scheme):
    page = looked_up(open_page, scheme=scheme)
    if turn:
        page.get_by_role("link", name=turn).click()
        expect(page.get_by_text(turn, exact=True)).to_have_attribute("aria-current", "true")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, width
    findings = Axe().run(page)
    assert findings.violations_count == 0, findings.generate_report()


def test_names_stay_in_sight_while_the_table_is_scrolled(open_page):
    page = looked_up(open_page, width=360)
    page.get_by_role("link", name="by month").click()
    region = page.get_by_role("region", name="Articles that name them")
    region.evaluate("one => one.scrollLeft = 400")
    header = page.get_by_role("rowheader", name="Jeff Sessions").bounding_box()
    assert header["x"] >= 0
    region.focus()
    expect(region).to_be_focused()


def test_empty_page_is_accessible(open_page):
    findings = Axe().run(open_page("/roster/", width=360))
    assert findings.violations_count == 0, findings.generate_report()
