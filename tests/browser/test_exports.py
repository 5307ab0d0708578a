"""Lists are saved and followed, articles cited and copied, with JavaScript and without."""

import csv
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

LIST = "/people/jeff-sessions/"
SAVE, CITE = "Download or follow this list", "Cite this article"


def an_article(open_page, **options):
    page = open_page("/search/?q=recusal&person=jeff-sessions", **options)
    link = page.locator("main article").get_by_role("heading").get_by_role("link").first
    address = link.get_attribute("href").partition("?")[0]
    page.goto(address)
    return page


def test_list_is_saved_as_a_file_with_as_many_articles_as_the_page_says(open_page, tmp_path):
    page = open_page(LIST)
    page.get_by_text(SAVE).click()
    said = page.get_by_text(re.compile(r"all [\d,]+ articles in the order of the list")).text_content()
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV", exact=True).click()
    saved = tmp_path / "list.csv"
    download.value.save_as(saved)
    assert re.fullmatch(
        r"newsroom-person-jeff-sessions-\d{4}-\d\d-\d\d\.csv", download.value.suggested_filename
    )
    with saved.open(newline="") as file:
        assert f"all {sum(1 for _ in csv.DictReader(file)):,} articles" in said


def test_list_is_offered_by_keyboard_and_without_javascript(open_page):
    page = open_page(LIST, javascript=False)
    expect(page.get_by_role("link", name="Atom", exact=True)).to_be_hidden()
    page.get_by_text(SAVE).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Atom", exact=True)).to_be_visible()


def test_citation_is_copied(open_page):
    page = an_article(open_page)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    expect(page.get_by_role("button", name="Copy")).to_have_count(0)
    page.get_by_text(CITE).click()
    button = page.get_by_role("button", name="Copy the citation in MLA style")
    button.click()
    expect(page.get_by_role("status").filter(has_text="Copied the citation in MLA style")).to_have_count(1)
    citation = page.locator(".cite-text").nth(2).inner_text()
    assert page.evaluate("navigator.clipboard.readText()") == citation
    expect(button).to_be_visible(timeout=5_000)


def test_citation_is_selected_where_the_browser_lends_no_clipboard(open_page):
    page = an_article(open_page)
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.get_by_text(CITE).click()
    page.get_by_role("button", name="Copy the citation in APA style").click()
    expect(page.get_by_role("status").filter(has_text="Selected the citation in APA style")).to_have_count(1)
    assert page.evaluate("getSelection().toString()") == page.locator(".cite-text").first.inner_text()


def test_citation_is_read_without_javascript(open_page):
    page = an_article(open_page, javascript=False)
    page.get_by_text(CITE).click()
    expect(page.locator(".cite-text")).to_have_count(3)
    expect(page.locator(".cite button").first).to_be_hidden()
    expect(page.get_by_role("link", name="BibTeX")).to_be_visible()


def test_what_copies_comes_when_it_is_needed(open_page):
    page = open_page("/")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(an_article(open_page).url)
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "copy" in url] == []
    page.get_by_text(CITE).click()
    expect(page.get_by_role("button", name=re.compile("^Copy"))).to_have_count(3)
    assert len([url for url in asked if "copy" in url]) == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 768, 1440])
def test_what_is_unfolded_is_accessible_and_fits(open_page, width, scheme):
    for page, name in (
        (open_page(LIST, width=width, scheme=scheme), SAVE),
        (open_page("/2017/", width=width, scheme=scheme), SAVE),
        (an_article(open_page, width=width, scheme=scheme), CITE),
    ):
        page.get_by_text(name).click()
        too_wide = page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert too_wide <= 0
        findings = Axe().run(page)
        assert findings.violations_count == 0, findings.generate_report()
