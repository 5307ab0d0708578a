"""The search box offers what fits while one types: by keyboard, by pointer, and never in the way of a plain search."""

import os
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import SCREENSHOTS

pytestmark = pytest.mark.browser


def typed(open_page, text, **options):
    """Open a page, type into its search box, and wait for what is offered."""
    page = open_page("/people/", **options)
    box = page.get_by_label("Search the archive")
    box.focus()
    expect(box).to_have_role("combobox")
    box.press_sequentially(text)
    expect(page.get_by_role("listbox")).to_be_visible()
    expect(page.get_by_role("option").last).to_have_text(f"Search for “{text}”")
    return page, box


def current(page):
    return page.locator("[role=option][aria-selected=true]")


def test_people_topics_and_headlines_are_offered_in_groups(open_page):
    page, box = typed(open_page, "se")
    expect(box).to_have_attribute("aria-expanded", "true")
    group = page.get_by_role("group", name="People")
    expect(group.get_by_role("option", name=re.compile("^Jeff Sessions"))).to_be_visible()
    expect(page.get_by_role("group", name="Headlines").get_by_role("option").first).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="suggestion")).to_have_text(
        re.compile(r"^\d+ suggestions$")
    )


def test_keys_walk_through_the_list_and_enter_opens_the_page(open_page):
    page, box = typed(open_page, "sessions")
    expect(current(page)).to_have_count(0)
    box.press("ArrowDown")
    expect(current(page)).to_contain_text("Jeff Sessions")
    expect(box).to_have_attribute("aria-activedescendant", current(page).get_attribute("id"))
    box.press("End")
    expect(current(page)).to_have_text("Search for “sessions”")
    box.press("ArrowDown")
    expect(current(page)).to_have_count(0)
    box.press("ArrowUp")
    expect(current(page)).to_have_text("Search for “sessions”")
    box.press("Home")
    expect(current(page)).to_contain_text("Jeff Sessions")
    expect(box).to_be_focused()
    box.press("Enter")
    expect(page).to_have_url(re.compile("/people/jeff-sessions/$"))


def test_enter_without_a_choice_searches_for_what_was_typed(open_page):
    page, box = typed(open_page, "sessions")
    box.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=sessions$"))


def test_last_entry_searches_for_what_was_typed(open_page):
    page, _ = typed(open_page, "recusal & more")
    page.get_by_role("option").last.click()
    expect(page).to_have_url(re.compile(r"/search/\?q=recusal%20%26%20more$"))


def test_escape_closes_and_keeps_the_text(open_page):
    page, box = typed(open_page, "sess")
    box.press("ArrowDown")
    box.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_attribute("aria-activedescendant", "")
    expect(box).to_have_value("sess")
    box.press("ArrowDown")
    expect(page.get_by_role("listbox")).to_be_visible()


def test_leaving_the_box_or_emptying_it_closes_the_list(open_page):
    page, box = typed(open_page, "sess")
    box.press("Tab")
    expect(page.get_by_role("listbox")).to_be_hidden()
    box.fill("sessi")
    expect(page.get_by_role("listbox")).to_be_visible()
    box.fill("")
    expect(page.get_by_role("listbox")).to_be_hidden()


@pytest.mark.parametrize("touch", [False, True], ids=["mouse", "touch"])
def test_pointer_opens_what_it_points_at(open_page, touch):
    page, _ = typed(open_page, "sessions", width=360 if touch else 1440, touch=touch)
    option = page.get_by_role("option", name=re.compile("^Jeff Sessions"))
    option.tap() if touch else option.click()
    expect(page).to_have_url(re.compile("/people/jeff-sessions/$"))


def test_what_is_composed_is_asked_for_once_it_is_composed(open_page):
    page = open_page("/")
    box = page.get_by_label("Search the archive")
    box.focus()
    expect(box).to_have_role("combobox")
    asked = []
    page.on("request", lambda request: asked.append(request.url) if "suggest/" in request.url else None)
    session = page.context.new_cdp_session(page)
    session.send("Input.imeSetComposition", {"text": "ses", "selectionStart": 3, "selectionEnd": 3})
    page.wait_for_timeout(300)
    assert asked == []
    session.send("Input.insertText", {"text": "sess"})
    expect(page.get_by_role("listbox")).to_be_visible()
    assert len(asked) == 1


def test_slow_answer_never_replaces_a_later_one(open_page):
    page = open_page("/people/")
    page.route(
        re.compile(r"suggest/\?q=s$"),
        lambda route: (page.wait_for_timeout(600), route.fulfill(json={"suggestions": []})),
    )
    box = page.get_by_label("Search the archive")
    box.press_sequentially("s")
    page.wait_for_timeout(200)
    box.press_sequentially("ess")
    expect(page.get_by_role("option").last).to_have_text("Search for “sess”")
    page.wait_for_timeout(700)
    expect(page.get_by_role("option").last).to_have_text("Search for “sess”")


def test_trouble_leaves_the_plain_search(open_page):
    page = open_page("/people/", status=200)
    page.route(re.compile("suggest/"), lambda route: route.fulfill(status=200, body="no JSON"))
    box = page.get_by_label("Search the archive")
    box.press_sequentially("sess")
    page.wait_for_timeout(300)
    expect(page.get_by_role("listbox")).to_be_hidden()
    box.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=sess$"))


def test_without_javascript_the_form_is_plain(open_page):
    page = open_page("/", javascript=False)
    box = page.get_by_role("search").first.get_by_role("searchbox")
    box.fill("recusal")
    assert page.get_by_role("listbox").count() == 0
    box.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=recusal$"))


def test_reading_loads_nothing_that_only_searching_needs(open_page):
    page = open_page("/")
    page.wait_for_load_state("networkidle")
    loaded = page.evaluate("performance.getEntriesByType('resource').map((entry) => entry.name)")
    assert not [name for name in loaded if "suggest" in name]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_list_is_accessible_fits_and_moves_nothing(open_page, scheme):
    page, box = typed(open_page, "se", scheme=scheme)
    box.press("ArrowDown")
    for width in (320, 360, 768, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        assert (
            page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
        )
        edges = page.get_by_role("listbox").bounding_box()
        assert edges["x"] >= 0
        assert edges["x"] + edges["width"] <= width
        if os.environ.get("SCREENSHOTS"):
            SCREENSHOTS.mkdir(exist_ok=True)
            page.screenshot(path=SCREENSHOTS / f"suggestions-{scheme}-{width}.png")
    findings = Axe().run(page)
    assert findings.violations_count == 0, findings.generate_report()
    before = page.get_by_role("heading", level=1).bounding_box()
    box.press("Escape")
    assert page.get_by_role("heading", level=1).bounding_box() == before
