"""What a reader and an editor do, in a real browser."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PASSWORD

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_reader_walks_from_the_front_page_to_an_article(open_page, javascript):
    page = open_page("/", javascript=javascript)
    page.get_by_role("navigation").get_by_role("link", name="People", exact=True).first.click()
    page.get_by_role("link", name="Jeff Sessions", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Jeff Sessions")

    whole = page.locator("main article").count()
    page.locator("main .facets").get_by_role("link", name="Rod Rosenstein", exact=True).click()
    expect(page).to_have_url(re.compile(r"/people/jeff-sessions/\?person=rod-rosenstein"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Jeff Sessions")
    assert 0 < page.locator("main article").count() < whole
    search = page.get_by_label("Search the archive")
    search.fill("recusal")
    search.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=recusal"))
    page.get_by_role("link", name="Jeff Sessions", exact=True).first.click()
    expect(page).to_have_url(re.compile(r"person=jeff-sessions"))

    entry = page.locator("main article").first
    headline = entry.get_by_role("heading").inner_text()
    entry.get_by_role("heading").get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(headline)
    expect(page).to_have_url(re.compile(r"/201[78]/\d\d/\d\d/[a-z0-9-]+/\?q=recusal$"))


def log_in(page):
    page.goto("/admin/")
    page.get_by_label("Username").fill("editor")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_editor_changes_a_headline_and_everyone_sees_it_at_once(open_page, javascript):
    page = open_page("/search/?q=recusal&person=jeff-sessions", javascript=javascript)
    page.locator("main article").get_by_role("heading").get_by_role("link").first.click()
    address = page.url
    before = page.get_by_role("heading", level=1).inner_text()
    after = f"A quagga of a headline{' indeed' if javascript else ''}"
    log_in(page)
    page.goto("/admin/articles/article/?q=" + "+".join(re.findall(r"\w+", before)))
    page.get_by_role("link", name=before).first.click()
    page.get_by_label("Headline", exact=True).or_(page.get_by_label("Headline:", exact=True)).first.fill(
        after
    )
    page.get_by_role("button", name="Save", exact=True).last.click()
    expect(page.locator(".messagelist")).to_contain_text("changed successfully")

    reader = open_page(address, javascript=javascript)
    expect(reader.get_by_role("heading", level=1)).to_have_text(after)
    reader.goto("/search/?q=quagga")
    expect(reader.locator("main article").get_by_role("heading").first).to_have_text(after)


def test_editor_adds_an_article_with_people_and_a_topic(open_page):
    page = open_page("/")
    log_in(page)
    page.goto("/admin/articles/article/add/")
    page.locator("[name=headline]").fill("Okapi bill reaches the floor")
    page.locator("[name=body]").fill("<p>The okapi bill.</p><script>alert(1)</script>")
    page.locator("[name=published_on]").fill("2018-12-30")
    page.locator("[name=status]").select_option("published")
    choose(page, "publication", "Capital")
    choose(page, "mentions-0-tag", "Sessions")
    choose(page, "topic_links-0-tag", "Immigration")
    page.get_by_role("button", name="Save", exact=True).last.click()
    expect(page.locator(".messagelist")).to_contain_text("added successfully")

    page.goto("/search/?q=okapi&person=jeff-sessions&topic=immigration")
    page.get_by_role("heading", name="Okapi bill reaches the floor").get_by_role("link").click()
    expect(page.locator("main")).to_contain_text("The okapi bill.")
    assert "alert(1)" not in page.content()


def choose(page, field, text):
    """Choose a record in an autocomplete field."""
    page.locator(f"#id_{field} + .select2").click()
    page.locator(".select2-search__field").last.fill(text)
    page.locator(".select2-results__option[aria-selected]", has_text=text).first.click()
