"""A reader walks through the places of an article that answer the search."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def found_article(open_page, **options):
    """Open an article that was found by a search with several hits."""
    page = open_page("/search/?q=recusal+OR+sessions&person=jeff-sessions", **options)
    page.locator("main article").get_by_role("heading").get_by_role("link").first.click()
    expect(page).to_have_url(re.compile(r"\?q=recusal\+OR\+sessions$"))
    count = page.locator("mark[id]").count()
    assert count >= 3
    expect(page.get_by_role("navigation", name="Places that answer")).to_contain_text(
        f"{count} places answer"
    )
    return page, count


def counter(page):
    return page.get_by_role("navigation", name="Places that answer").get_by_role("status")


def assert_stands_at(page, number):
    """The hit has the focus, alone is the current one, and the bar does not cover it."""
    hit = page.locator(f"#hit-{number}")
    expect(hit).to_be_focused()
    expect(hit).to_have_attribute("aria-current", "true")
    expect(page.locator("mark[aria-current]")).to_have_count(1)
    assert_in_sight(page, hit)


def assert_in_sight(page, hit):
    expect(hit).to_be_in_viewport()
    bar = page.locator(".marks").bounding_box()
    assert hit.bounding_box()["y"] >= bar["y"] + bar["height"]


@pytest.mark.parametrize("width", [360, 1440])
def test_buttons_and_keys_lead_from_place_to_place(open_page, width):
    page, count = found_article(open_page, width=width, height=500)
    page.emulate_media(reduced_motion="reduce")
    page.get_by_role("button", name="Next").click()
    expect(counter(page)).to_have_text(f"1 of {count}")
    assert_stands_at(page, 1)
    page.keyboard.press("n")
    expect(counter(page)).to_have_text(f"2 of {count}")
    assert_stands_at(page, 2)
    page.keyboard.press("p")
    page.keyboard.press("p")
    expect(counter(page)).to_have_text(f"{count} of {count}")
    assert_stands_at(page, count)
    page.get_by_role("button", name="Previous").click()
    assert_stands_at(page, count - 1)
    page.get_by_role("link", name="Without marks").click()
    expect(page).to_have_url(re.compile(r"/[a-z0-9-]+/$"))
    expect(page.locator("mark")).to_have_count(0)


def test_keys_are_letters_in_a_field_and_nothing_where_they_are_switched_off(open_page):
    page, count = found_article(open_page)
    page.get_by_role("search").get_by_role("searchbox").first.press_sequentially("np")
    expect(counter(page)).to_have_text(f"0 of {count}")
    page.evaluate("document.activeElement.blur(); document.documentElement.dataset.keys = 'off'")
    page.keyboard.press("n")
    expect(counter(page)).to_have_text(f"0 of {count}")
    page.evaluate("delete document.documentElement.dataset.keys")
    page.keyboard.press("Control+p")
    page.keyboard.press("n")
    expect(counter(page)).to_have_text(f"1 of {count}")


def test_an_address_with_a_place_stands_at_it(open_page):
    page, count = found_article(open_page)
    page.goto(f"{page.url}#hit-2")
    expect(counter(page)).to_have_text(f"2 of {count}")
    page.keyboard.press("n")
    assert_stands_at(page, 3)


def test_links_lead_to_every_place_without_javascript(open_page):
    page, count = found_article(open_page, javascript=False, width=360, height=500)
    expect(page.get_by_role("button", name="Next")).to_have_count(0)
    links = page.get_by_role("list", name="All places").get_by_role("link")
    expect(links).to_have_text([str(number) for number in range(1, count + 1)])
    for number in range(1, count + 1):
        links.nth(number - 1).click()
        expect(page).to_have_url(re.compile(f"#hit-{number}$"))
        assert_in_sight(page, page.locator(f"#hit-{number}"))
