"""The facets beside a list, and the page with all values of one."""

import re

import pytest

from articles.facets import FACETS
from tests.builders import a_person, a_topic, an_article

pytestmark = pytest.mark.django_db


def flat(response):
    return " ".join(response.text.split())


def panel(client, path):
    """Return the facets of a page, by label, each as the names and counts it shows."""
    page = client.get(path).text.split('aria-label="Narrow the list"')[1].split("</aside>")[0]
    found = {}
    for section in page.split("<section>")[1:]:
        label = re.search('<h2 class="label">(.*?)</h2>', section)[1]
        rows = re.findall(r"<li.*?>\s*<a[^>]*>(.*?)</a>\s*<span[^>]*>(.*?)</span>", section, re.DOTALL)
        found[label] = [(re.sub("<[^>]*>", "", name).removesuffix(" ×"), count) for name, count in rows]
    return found


@pytest.mark.parametrize(
    "path",
    ["/search/", "/people/jeff-sessions/", "/topics/recusal/", "/publications/the-capital-ledger/", "/2017/06/", "/2017/", "/2017/06/09/"],
)  # fmt: skip
def test_every_list_has_facets(client, path):
    an_article(people=["Jeff Sessions", "Rod Rosenstein"], topics=["Recusal"], section="Courts")
    an_article(people=["Jeff Sessions", "Rod Rosenstein"], topics=["Recusal"], section="Justice")
    found = panel(client, path)
    assert ("Rod Rosenstein", "2") in found["People"]
    assert found["Sections"] == [("Courts", "1"), ("Justice", "1")]


def test_a_second_click_takes_a_value_back(client):
    an_article(people=["Jeff Sessions"])
    page = flat(client.get("/search/?person=jeff-sessions"))
    assert 'href="/search/" aria-current="true" aria-label="chosen: remove Jeff Sessions"' in page
    assert 'href="/search/?-person=jeff-sessions" aria-label="without Jeff Sessions"' in page


def test_an_excluded_value_stays_in_sight_and_can_be_allowed_again(client):
    an_article(people=["Jeff Sessions"])
    an_article(people=["Rod Rosenstein"])
    page = flat(client.get("/search/?-person=jeff-sessions"))
    assert (
        'href="/search/" aria-label="excluded: allow Jeff Sessions again" rel="nofollow"><s>Jeff Sessions</s>'
        in page
    )
    assert panel(client, "/search/?-person=jeff-sessions")["People"] == [
        ("Rod Rosenstein", "1"),
        ("Jeff Sessions", "without"),
    ]


def test_a_chosen_value_stays_in_sight_below_the_ten_commonest(client):
    for number in range(12):
        an_article(people=[f"Person {number:02}", "Jeff Sessions"])
    a_person("Rare Bird")
    an_article(people=["Rare Bird"])
    names = [
        name
        for name, _ in panel(client, "/search/?person=jeff-sessions&person=rare-bird&any=person")["People"]
    ]
    assert len(names) == 11
    assert names[-1] == "Rare Bird"


def test_any_or_all_is_asked_once_two_are_chosen(client):
    an_article(people=["Jeff Sessions", "Rod Rosenstein"])
    an_article(people=["Jeff Sessions"])
    assert "any of these" not in client.get("/search/?person=jeff-sessions").text
    both = flat(client.get("/search/?person=jeff-sessions&person=rod-rosenstein"))
    assert "1 article" in both
    assert (
        'href="/search/?person=jeff-sessions&amp;person=rod-rosenstein&amp;any=person" rel="nofollow">any of these'
        in both
    )
    some = flat(client.get("/search/?person=jeff-sessions&person=rod-rosenstein&any=person"))
    assert "2 articles" in some
    assert (
        'href="/search/?person=jeff-sessions&amp;person=rod-rosenstein" rel="nofollow">all of these' in some
    )
    assert "or person</span> Rod Rosenstein" in some


def test_topics_stand_under_the_broader_ones_with_articles_in_the_list(client):
    justice = a_topic("Justice")
    a_topic("Recusal", parent=justice)
    a_topic("Pardons", parent=justice)
    an_article(topics=["Recusal"])
    an_article(topics=["Recusal"])
    an_article(topics=["Weather"])
    assert panel(client, "/search/")["Topics"] == [("Justice", "2"), ("Recusal", "2"), ("Weather", "1")]
    assert '<li class="facet-under-1"> <a href="/search/?topic=recusal"' in flat(client.get("/search/"))


def test_a_topic_is_not_narrowed_by_itself_or_what_it_stands_under(client):
    a_topic("Recusal", parent=a_topic("Justice"))
    an_article(topics=["Recusal", "Weather"])
    assert panel(client, "/topics/recusal/")["Topics"] == [("Weather", "1")]


def test_topics_in_a_circle_are_shown(client):
    first = a_topic("First")
    second = a_topic("Second", parent=first)
    type(first).objects.filter(pk=first.pk).update(parent=second)
    an_article(topics=["First"])
    assert {name for name, _ in panel(client, "/search/")["Topics"]} == {"First", "Second"}


def test_years_stand_newest_first_and_months_only_within_one(client):
    for day in ("2015-03-01", "2017-06-09", "2017-02-01", "2016-01-01", "2016-01-02"):
        an_article(on=day)
    whole = panel(client, "/search/")
    assert whole["Years"] == [("2017", "2"), ("2016", "2"), ("2015", "1")]
    assert whole["Months"] == []
    assert "All 4 months" in client.get("/search/").text
    assert panel(client, "/search/?year=2017")["Months"] == [("February 2017", "1"), ("June 2017", "1")]


def test_what_all_articles_share_and_can_have_once_is_no_facet(client):
    an_article(people=["Jeff Sessions"])
    assert set(panel(client, "/search/")) == {"People"}


def test_panel_says_how_many_there_are(client):
    an_article(people=[f"Person {number}" for number in range(12)])
    page = flat(client.get("/search/?q=committee"))
    assert '<a href="/search/person/?q=committee" rel="nofollow">All 12 people …</a>' in page


@pytest.mark.parametrize("name", [facet.name for facet in FACETS])
def test_every_facet_has_a_page_with_all_its_values(client, name):
    an_article(people=["Jeff Sessions"], topics=["Recusal"])
    response = client.get(f"/search/{name}/?person=jeff-sessions")
    assert response.status_code == 200
    assert "noindex" in response.text
    assert 'href="/search/?person=jeff-sessions"' in response.text


def test_page_shows_more_values_than_the_panel_and_leads_back(client):
    an_article(people=[f"Person {number:02}" for number in range(30)])
    page = flat(client.get("/search/person/?q=committee"))
    assert "30 people" in page
    assert all(f"Person {number:02}" in page for number in range(30))
    assert (
        '<a href="/search/?q=committee"><span aria-hidden="true">←</span> 1 article for “committee”</a>'
        in page
    )
    assert 'href="/search/?q=committee&amp;person=person-07"' in page
    assert 'href="/search/?q=committee&amp;-person=person-07" aria-label="without Person 07"' in page


def names_on(client, path):
    return [value.name.name for value in client.get(path).context["values"].values]


def test_values_are_found_anywhere_in_the_name_accents_and_case_aside(client):
    an_article(people=["Ricardo Rosselló", "Jeff Sessions", "Rod Rosenstein"])
    assert names_on(client, "/search/person/?find=ROSSELLO") == ["Ricardo Rosselló"]
    assert set(names_on(client, "/search/person/?find=ro")) == {"Ricardo Rosselló", "Rod Rosenstein"}
    assert "None has “zzz” in its name" in client.get("/search/person/?find=zzz").text
    assert "Find a person in these results" in client.get("/search/person/").text


def test_values_stand_by_count_or_by_name(client):
    an_article(people=["Ann Zeller", "Zoe Adams", "Émile Bell"])
    an_article(people=["Ann Zeller"])
    assert names_on(client, "/search/person/")[0] == "Ann Zeller"
    assert names_on(client, "/search/person/?order=name") == ["Zoe Adams", "Émile Bell", "Ann Zeller"]


def test_months_stand_latest_first(client):
    for day in ("2015-03-01", "2017-06-09", "2017-06-10", "2016-02-01"):
        an_article(on=day)
    assert names_on(client, "/search/month/") == ["June 2017", "February 2016", "March 2015"]
    assert names_on(client, "/search/month/?find=2016") == ["February 2016"]


def test_excluded_value_can_be_allowed_again_on_the_page(client):
    an_article(people=["Jeff Sessions"])
    an_article(people=["Rod Rosenstein"])
    page = client.get("/search/person/?-person=jeff-sessions").text
    assert "excluded: allow Jeff Sessions again" in page


def test_many_values_come_in_pages(client, monkeypatch):
    monkeypatch.setattr("articles.facetlist.PAGE_SIZE", 4)
    an_article(people=[f"Person {number}" for number in range(10)])
    walked, path = [], "/search/person/?order=name"
    while path:
        response = client.get(path)
        walked += [value.name.name for value in response.context["values"].values]
        path = response.context["values"].next_url
    assert len(walked) == len(set(walked)) == 10
    assert response.context["values"].previous_url == "/search/person/?order=name&page=2"
    assert names_on(client, "/search/person/?page=9") == names_on(client, "/search/person/?page=3")


def test_what_lists_are_not_narrowed_by_is_no_page(client):
    assert client.get("/search/colour/").status_code == 404


@pytest.mark.parametrize(
    "query", ["order=odd", "page=0", "page=-1", "page=x", "from=yesterday", "person=nobody"]
)
def test_what_is_not_understood_is_said(client, query):
    an_article()
    response = client.get(f"/search/person/?{query}")
    assert response.status_code == 200
    assert 'class="problems"' in response.text


def test_markup_in_a_name_that_is_looked_for_is_only_text(client):
    assert "<script>alert" not in client.get("/search/person/?find=<script>alert(1)</script>").text


def test_dates_can_be_typed_and_keep_the_rest_of_the_list(client):
    an_article(people=["Jeff Sessions"])
    page = client.get("/search/?q=committee&person=jeff-sessions&from=2017").text
    form = " ".join(page.split('<form class="dates"')[1].split("</form>")[0].split())
    assert 'action="/search/"' in form
    assert '<input type="hidden" name="q" value="committee">' in form
    assert '<input type="hidden" name="person" value="jeff-sessions">' in form
    assert 'name="from" value="2017"' in form
    assert '<a href="/search/?q=committee&amp;person=jeff-sessions">whole time</a>' in form
    assert 'action="/people/jeff-sessions/"' in client.get("/people/jeff-sessions/").text


def test_time_that_was_chosen_is_marked_in_the_chart(client):
    for month in range(1, 13):
        an_article(on=f"2017-{month:02}-09")
    assert (
        'class="chart-chosen" x="25.0%" width="25.0%"' in client.get("/search/?from=2017-04&to=2017-06").text
    )
    assert "chart-chosen" not in client.get("/search/").text


def test_whom_articles_quote_and_are_about_is_folded_until_one_is_chosen(client):
    article = an_article(people=["Jeff Sessions"])
    article.mentions.update(role="subject", quoted=True)
    page = flat(client.get("/search/"))
    assert page.count('<details class="fold"> <summary>') == 2
    assert panel(client, "/search/")["Quoted"] == [("Jeff Sessions", "1")]
    assert panel(client, "/search/")["Mainly about"] == [("Jeff Sessions", "1")]
    chosen = flat(client.get("/search/?speaker=jeff-sessions"))
    assert chosen.count('<details class="fold" open> <summary>') == 1
    assert '<span class="chip-label">quoting</span> Jeff Sessions' in chosen


def test_nobody_quoted_and_nobody_written_about_takes_no_room(client):
    an_article(people=["Jeff Sessions"])
    assert "fold" not in flat(client.get("/search/"))


@pytest.mark.parametrize(
    ("name", "title"), [("subject", "people mainly written about"), ("speaker", "people quoted")]
)
def test_all_who_are_quoted_or_written_about_have_a_page(client, name, title):
    for person in ("Jeff Sessions", "James Comey"):
        an_article(people=[person]).mentions.update(role="subject", quoted=True)
    page = client.get(f"/search/{name}/?q=committee")
    assert f"2 {title}" in flat(page)
    assert f"/search/?q=committee&amp;{name}=james-comey" in page.text
