"""Every page type, looked at by a machine: accessibility, width, weight, cookies."""

import os

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import SCREENSHOTS

pytestmark = pytest.mark.browser

PAGES = {
    "front": "/",
    "year": "/2017/",
    "month": "/2017/06/",
    "day": "/2017/06/09/",
    "empty day": "/2017/06/11/",
    "article": None,
    "article with marks": None,
    "article of 1868": "/1868/02/25/",
    "people": "/people/",
    "person": "/people/jeff-sessions/",
    "person with a diacritic": "/people/ricardo-rossello/",
    "person by share": "/people/donald-trump/?show=share",
    "quotations": "/people/jeff-sessions/quotations/",
    "offices": "/offices/",
    "succession": "/offices/attorney-general/?on=2017-06-09",
    "office of states": "/offices/senator/",
    "organisation": "/organisations/department-of-justice/",
    "roster": "/roster/?names=Jeff+Sessions;Trump;Nobody+Known&by=month",
    "quoted": "/search/?q=speaker:sessions&speaker=jeff-sessions",
    "topics": "/topics/",
    "topic": "/topics/russia-investigation/",
    "publications": "/publications/",
    "publication": "/publications/the-capital-ledger/",
    "search": "/search/?q=recusal",
    "filtered": "/search/?q=senate&person=jeff-sessions&-topic=travel-ban&from=2017-03&to=2017-12",
    "any of two people": "/search/?person=jeff-sessions&person=rod-rosenstein&-topic=travel-ban&any=person&from=2017-03&to=2017-12",
    "all people": "/search/person/?-person=jeff-sessions",
    "all months": "/search/month/",
    "nothing found": "/search/?q=xylophonist&person=jeff-sessions",
    "about": "/about/",
    "not found": "/nowhere/",
}
WIDTHS = (320, 360, 768, 1440)
LOOKED_AT_CLOSELY = {"light": 360, "dark": 1440}
HEAVIEST_ARTICLE = 50_000


def address_of(open_page, name):
    if PAGES[name]:
        return PAGES[name]
    page = open_page("/search/?q=recusal&person=jeff-sessions")
    found = (
        page.locator("main article").get_by_role("heading").get_by_role("link").first.get_attribute("href")
    )
    return found if name == "article with marks" else found.partition("?")[0]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_page_is_accessible_and_fits_every_width(open_page, name, scheme):
    page = open_page(address_of(open_page, name), scheme=scheme, status=404 if name == "not found" else 200)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        too_wide = page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert too_wide <= 0, f"{name} scrolls sideways at {width} px"
        if width == LOOKED_AT_CLOSELY[scheme]:
            findings = Axe().run(page)
            assert findings.violations_count == 0, findings.generate_report()
        if os.environ.get("SCREENSHOTS"):
            SCREENSHOTS.mkdir(exist_ok=True)
            page.screenshot(
                path=SCREENSHOTS / f"{name.replace(' ', '-')}-{scheme}-{width}.png", full_page=True
            )


def test_article_page_is_light_and_sets_no_cookie(open_page):
    page = open_page("/")
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    weights = []
    session.on("Network.loadingFinished", lambda event: weights.append(event["encodedDataLength"]))
    page.goto(address_of(open_page, "article"))
    page.wait_for_load_state("networkidle")
    assert sum(weights) <= HEAVIEST_ARTICLE
    assert page.context.cookies() == []


def test_printed_article_shows_its_text_and_no_navigation(open_page):
    page = open_page(address_of(open_page, "article"))
    page.emulate_media(media="print")
    assert page.get_by_role("navigation").first.is_hidden()
    assert page.get_by_role("heading", level=1).is_visible()
