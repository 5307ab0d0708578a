"""The form of names on the index of people offers people while one types, and works without JavaScript."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_form_of_names_offers_people_alone(open_page):
    page = open_page("/people/")
    box = page.get_by_label("Name or other name")
    box.focus()
    expect(box).to_have_role("combobox")
    box.press_sequentially("sess")
    expect(page.get_by_role("option").first).to_contain_text("Jeff Sessions")
    expect(page.get_by_role("listbox").get_by_role("group")).to_have_count(1)
    box.press("ArrowDown")
    box.press("Enter")
    expect(page).to_have_url(re.compile("/people/jeff-sessions/$"))


def test_both_forms_offer_what_fits_without_getting_in_each_others_way(open_page):
    page = open_page("/people/", width=360)
    for label, last in (("Search the archive", "/search/"), ("Name or other name", "/people/")):
        box = page.get_by_label(label)
        box.focus()
        expect(box).to_have_role("combobox")
        box.press_sequentially("mueller")
        expect(page.get_by_role("option").last).to_have_attribute("href", re.compile(rf"{last}\?q=mueller$"))
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((one) => one.id)")
    assert len(ids) == len(set(ids))


def test_form_of_names_works_without_javascript(open_page):
    page = open_page("/people/", javascript=False)
    page.get_by_label("Name or other name").fill("sess")
    page.get_by_role("button", name="Find").click()
    expect(page).to_have_url(re.compile(r"/people/\?q=sess$"))
    expect(page.get_by_role("link", name="Sessions, Jeff")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1440])
@pytest.mark.parametrize(
    "path",
    [
        "/people/?from=2017",
        "/offices/",
        "/offices/attorney-general/?on=2017-06-09",
        "/offices/senator/",
        "/organisations/department-of-justice/",
    ],
)
def test_index_of_offices_is_accessible_and_fits(open_page, path, width, scheme):
    page = open_page(path, width=width, scheme=scheme)
    assert Axe().run(page).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
