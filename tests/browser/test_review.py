"""An editor works through the review queue in a real browser: by keys, by mouse, and without JavaScript."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import SCREENSHOTS
from tests.browser.test_walks import choose, log_in

pytestmark = pytest.mark.browser

QUEUE = """
from articles.models import Curation, Doubt, Proposal, Refusal
Doubt.objects.all().delete(); Curation.objects.all().delete(); Proposal.objects.all().delete()
people = [Person.objects.get_or_create(name=name, slug=slug)[0] for name, slug in (("Orla Ibex", "orla-ibex"), ("Pim Ibex", "pim-ibex"))]
Mention.objects.filter(tag__in=people).delete(); Refusal.objects.filter(person__in=people).delete()
Person.objects.filter(name="Quill Lemur").delete()
for number, article in enumerate(Article.objects.order_by("pk")[:4]):
    doubt = Doubt.objects.create(article=article, name="Ibex" if number < 3 else "Judge Ibex", sentence="Then Judge Ibex spoke.", start=11 if number < 3 else 5, reason="")
    doubt.candidates.set(people)
for name in ("Quill Lemur", "Quentin Lemur", "Monday Night"):
    Proposal.objects.create(name=name, articles=len(name))
"""
FOUND = """
print(sorted(Mention.objects.filter(tag__slug__endswith="ibex").values_list("content_object", "tag__slug")))
"""


@pytest.fixture
def open_queue(site, open_page):
    """Return what opens a queue as an editor, with four doubts and three names in it."""
    site.archive.run(QUEUE)

    def open_one(kind="doubt", **options):
        page = open_page("/", **options)
        log_in(page)
        page.goto(f"/admin/articles/{kind}/queue/")
        return page

    return open_one


def rows(page):
    return page.locator(".review article")


def current(page):
    """Return which row is the current one."""
    expect(page.locator(".review article[aria-current]")).to_have_count(1)
    return page.evaluate(
        "[...document.querySelectorAll('.review article')].findIndex(row => row.ariaCurrent === 'true')"
    )


def waits(page, number):
    expect(page.locator(".review-bar [role=status]")).to_contain_text(f"{number} name")
    expect(rows(page)).to_have_count(number)


def test_keys_answer_and_lead_through_the_queue(open_queue):
    page = open_queue()
    waits(page, 4)
    expect(rows(page).first).to_be_focused()
    page.keyboard.press("n")
    page.keyboard.press("j")
    page.keyboard.press("p")
    assert current(page) == 1
    page.keyboard.press("2")
    expect(page.locator(".messagelist")).to_contain_text("“Ibex” is “Pim Ibex” in 1 article.")
    waits(page, 3)
    assert current(page) == 1
    page.keyboard.press("k")
    page.keyboard.press("a")
    waits(page, 2)
    expect(page.locator(".messagelist")).to_contain_text("“Ibex” is “Pim Ibex” in 1 article.")
    page.keyboard.press("r")
    waits(page, 1)
    expect(page.locator(".messagelist")).to_contain_text("“Ibex” is none of “Orla Ibex” and “Pim Ibex”")
    page.keyboard.press("u")
    waits(page, 2)
    assert current(page) == 0
    expect(rows(page).first).to_be_focused()
    expect(page.get_by_text("select, undo, this list")).to_be_hidden()
    page.keyboard.press("?")
    expect(page.get_by_text("select, undo, this list")).to_be_visible()


def test_keys_mean_nothing_in_a_field_or_with_another_key_or_switched_off(open_queue):
    page = open_queue("proposal")
    field = page.get_by_label("Name:", exact=True).first
    field.fill("")
    field.press_sequentially("arnp")
    expect(field).to_have_value("arnp")
    page.locator("h1").click()
    page.keyboard.press("Control+a")
    page.evaluate("document.documentElement.dataset.keys = 'off'")
    page.keyboard.press("r")
    waits(page, 3)


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_enter_in_a_box_or_field_answers_nothing(open_queue, javascript):
    page = open_queue(javascript=javascript)
    rows(page).first.get_by_role("checkbox").first.press("Enter")
    page.goto("/admin/articles/doubt/queue/")
    waits(page, 4)
    page.goto("/admin/articles/proposal/queue/")
    page.get_by_label("Name:", exact=True).first.press("Enter")
    page.goto("/admin/articles/proposal/queue/")
    waits(page, 3)


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_buttons_answer_for_one_for_all_alike_and_for_those_selected(site, open_queue, javascript):
    page = open_queue(javascript=javascript)
    first = rows(page).first
    first.get_by_label("The same answer for all 3 doubts").check()
    first.get_by_role("button", name="Pim Ibex").click()
    expect(page.locator(".messagelist")).to_contain_text("“Ibex” is “Pim Ibex” in 3 articles.")
    waits(page, 1)
    page.get_by_role("button", name="Undo").click()
    waits(page, 4)
    for number in (0, 3):
        rows(page).nth(number).get_by_role("checkbox").first.check()
    page.get_by_role("button", name="Selected: accept the first candidate").click()
    waits(page, 2)
    assert site.archive.run(FOUND).count("orla-ibex") == 2


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_names_become_people_other_names_or_nothing(site, open_queue, javascript):
    page = open_queue("proposal", javascript=javascript)
    row = rows(page).filter(has=page.get_by_role("heading", name="Quill Lemur"))
    row.get_by_role("button", name="A new person").click()
    expect(page.locator(".messagelist")).to_contain_text("Added “Quill Lemur”")
    row = rows(page).filter(has=page.get_by_role("heading", name="Quentin Lemur"))
    if javascript:
        identity = row.get_attribute("id").removeprefix("at-")
        choose(page, f"{identity}-person", "Quill Lemur")
    else:
        row.get_by_label("Exact name or slug").fill("Quill Lemur")
    row.get_by_role("button", name="Take it").click()
    expect(page.locator(".messagelist")).to_contain_text(
        "Took “Quentin Lemur” as another name of “Quill Lemur”"
    )
    rows(page).first.get_by_role("checkbox").check()
    page.get_by_role("button", name="Selected: dismiss").click()
    expect(page.get_by_text("Nothing waits here.")).to_be_visible()


@pytest.mark.parametrize("width", [360, 768, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", ["doubt", "proposal"])
def test_queue_fits_every_screen(open_queue, kind, scheme, width):
    page = open_queue(kind, width=width, scheme=scheme)
    SCREENSHOTS.mkdir(exist_ok=True)
    page.screenshot(path=SCREENSHOTS / f"review-{kind}-{width}-{scheme}.png", full_page=True)
    assert (
        page.evaluate(
            "document.querySelector('.review').scrollWidth - document.querySelector('.review').clientWidth"
        )
        <= 0
    )


def test_undoing_leads_back_to_the_question(open_queue):
    page = open_queue()
    page.keyboard.press("n")
    page.keyboard.press("n")
    name = rows(page).nth(2).get_attribute("id")
    page.keyboard.press("r")
    waits(page, 3)
    page.keyboard.press("k")
    page.keyboard.press("u")
    waits(page, 4)
    assert current(page) == 2
    expect(page.locator(f"#{name}")).to_be_focused()
    page.keyboard.press("1")
    waits(page, 3)
    expect(page.locator(f"#{name}")).to_have_count(0)


def test_box_for_the_others_stays_ticked(open_queue):
    page = open_queue()
    page.get_by_label("none of the others is in the article").check()
    page.keyboard.press("Escape")
    rows(page).first.get_by_role("button", name="None of them").click()
    waits(page, 3)
    expect(page.get_by_label("none of the others is in the article")).to_be_checked()


ADDRESSES = (
    "doubt/queue/", "proposal/queue/", "doubt/", "proposal/", "person/merge/", "office/add/",
    "person/{person}/change/", "person/merge/?ids={person}", "curation/",
)  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_pages_for_records_are_open_to_everyone(site, open_queue, address, scheme):
    page = open_queue(scheme=scheme)
    person = site.archive.run('print(Person.objects.get(slug="jeff-sessions").pk)').strip()
    page.goto(f"/admin/articles/{address.format(person=person)}")
    page.wait_for_load_state("networkidle")
    rules = {
        "runOnly": {
            "type": "rule",
            "values": ["aria-input-field-name", "link-in-text-block", "color-contrast"],
        }
    }
    findings = Axe().run(page, options=rules)
    assert findings.violations_count == 0, findings.generate_report()
