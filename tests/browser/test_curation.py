"""What an editor does with two records of one person, in a real browser."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.test_walks import choose, log_in

pytestmark = pytest.mark.browser

DOUBLE = """
from articles.models import Person
first, second = Person.objects.get(slug="jeff-sessions"), Person.objects.create(name={name!r}, slug={slug!r})
articles = Article.objects.filter(mentions__tag=first).order_by("pk")
Mention.objects.bulk_create(
    Mention(content_object=article, tag=second) for article in articles[:2]
)
print(articles.count())
"""


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_editor_merges_two_records_of_one_person_and_undoes_it(site, open_page, javascript):
    name, slug = f"Quincy Okapi {'A' if javascript else 'B'}", f"quincy-okapi-{'a' if javascript else 'b'}"
    site.archive.run(DOUBLE.format(name=name, slug=slug))
    page = open_page("/", javascript=javascript)
    log_in(page)
    page.goto("/admin/articles/person/?q=jeff+sessions")
    page.get_by_role("row", name=re.compile("Jeff Sessions")).get_by_role(
        "link", name="Jeff Sessions"
    ).first.click()
    page.get_by_role("link", name="Merge with…").click()
    if javascript:
        choose(page, "person", name)
    else:
        page.get_by_label("Exact name or slug").fill(slug)
    page.get_by_role("button", name="Preview").click()
    expect(page.locator("main, #content").first).to_contain_text("2 articles with several of them")
    page.get_by_label("Jeff Sessions").check()
    page.get_by_role("button", name="Merge into “Jeff Sessions”").click()
    expect(page.locator(".messagelist")).to_contain_text(f"Merged “{name}” into “Jeff Sessions”: 2 articles.")

    page.locator(".messagelist").get_by_role("link", name="Undo…").click()
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(page.locator(".messagelist")).to_contain_text("Undone: Merged")
    page.goto(f"/people/{slug}/")
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    assert page.locator("main article").count() == 2


def test_editor_selects_people_in_the_list_and_chooses_who_stays(site, open_page):
    site.archive.run(DOUBLE.format(name="Quincy Tapir", slug="quincy-tapir"))
    site.archive.run(DOUBLE.format(name="Q. Tapir", slug="q-tapir"))
    page = open_page("/")
    log_in(page)
    page.goto("/admin/articles/person/?q=tapir")
    for box in page.locator("input.action-select").all():
        box.check()
    page.locator("select[name=action]").select_option("merge_selected")
    page.get_by_role("button", name=re.compile("Go|Run")).first.click()
    page.get_by_label("Quincy Tapir").check()
    page.get_by_role("button", name="Preview").click()
    page.get_by_role("button", name="Merge into “Quincy Tapir”").click()
    expect(page.locator(".messagelist")).to_contain_text("Merged “Q. Tapir” into “Quincy Tapir”")
    page.goto("/admin/articles/curation/")
    expect(page.locator("#result_list")).to_contain_text("Merged “Q. Tapir” into “Quincy Tapir”")


@pytest.mark.parametrize("width", [390, 1440])
def test_pages_for_merging_splitting_and_renaming_fit_the_screen(site, open_page, width):
    page = open_page("/", width=width)
    log_in(page)
    page.goto("/admin/articles/person/?q=jeff+sessions")
    page.locator("#result_list tbody th a").first.click()
    person = page.url.rpartition("/change")[0]
    for address in (
        f"{person}/split/",
        f"{person}/rename/",
        f"{person}/change/",
        "/admin/articles/curation/",
    ):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
