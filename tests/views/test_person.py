"""The page of a person: offices, coverage, company, topics, quotations. Whoever is quoted here is made up."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import FormerSlug, Mention, Person, Quotation, Role
from articles.templatetags import newsroom
from tests.builders import a_person, a_topic, an_article, an_office

pytestmark = pytest.mark.django_db
MAREN = "Maren Oldfield"


def page_of(client, path="/people/maren-oldfield/", **parameters):
    answer = client.get(path, parameters)
    assert answer.status_code == 200
    return " ".join(unescape(answer.text).split())


def section(page, heading):
    return page.split(f">{heading}</h2>")[1].split("</section>")[0]


def text_of(html):
    return " ".join(re.sub("<[^>]*>", " ", html).split())


def a_quotation(words, on="2017-06-09", start=0, person=MAREN, article=None, **fields):
    article = article or an_article(on=on, people=[person], **fields)
    return Quotation.objects.create(
        article=article, person=a_person(person), speaker="She", words=words, verb="testified", start=start
    )


def test_offices_are_told_with_dates_seat_and_source(client):
    an_office(MAREN, "Senator", "United States Senate", "1997-01-03", "2017-02-08", party="Republican",
              state="AL", district="class 2", source="Biographical Directory")  # fmt: skip
    an_office(MAREN, until=None, source="https://records.example/maren")
    offices = section(page_of(client), "Offices")
    assert text_of(offices).startswith("Attorney General , Department of Justice since 9 February 2017")
    assert "3 January 1997 – 8 February 2017 · Republican, Alabama, class 2" in text_of(offices)
    assert "Biographical Directory" in offices
    assert '<a href="/offices/senator/">Senator</a>' in offices
    assert '<a href="https://records.example/maren" rel="external noreferrer">' in offices


def test_dates_are_no_more_exact_than_they_are_known(client):
    an_office(MAREN, since="2015-05-01", from_precision="year", until="2016-05-01", to_precision="month")
    assert "2015 – May 2016" in text_of(section(page_of(client), "Offices"))


@pytest.mark.parametrize("source", ["javascript:alert(1)", "data:text/html,x", "https ://x"])
def test_a_source_that_is_no_address_is_words(client, source):
    an_office(MAREN, source=source)
    assert f"<small>{source}</small>" in page_of(client)


def test_the_most_senior_office_in_the_time_of_the_archive_is_said(client):
    an_office(MAREN, post={"rank": 10})
    an_office(MAREN, "Special Envoy", "State", "2020-01-20", None)
    an_article(on="2017-06-09", people=[MAREN])
    an_article(on="2020-12-01")
    assert '<p class="label">Attorney General, 2017–2018</p>' in page_of(client)


def test_bands_stand_over_the_chart_on_its_axis(client):
    an_office(MAREN, "Senator", "United States Senate", "1997-01-03", "2017-06-30")
    an_office(MAREN, "Governor", "State of Alabama", "2017-10-01", "2017-12-31", manner="acting")
    an_article(on="2017-06-09", people=[MAREN])
    page = page_of(client)
    bands = page.split('<svg class="bands"')[1].split('<figure class="chart">')[0]
    assert 'x1="0%" x2="50.0%"' in bands.replace('x1="0.0%"', 'x1="0%"')
    assert 'class="band band-acting" x1="75.0%" x2="100.0%"' in bands
    assert bands.count("band-arrow") == 1
    assert "Offices at the time of the chart: Senator, Acting Governor" in bands


def test_the_axis_is_that_of_the_coverage_however_far_the_offices_reach(client):
    an_office(MAREN, since="1868-01-01", until=None)
    an_article(on="2017-06-09", people=[MAREN])
    page = page_of(client)
    assert ">January 2017</text>" in page
    assert "1868</text>" not in page


def test_bars_show_shares_at_a_toggle_that_keeps_the_list(client):
    a_topic("Recusal")
    for number in range(3):
        an_article(on="2017-06-09", people=[MAREN], topics=["Recusal"] if number else [])
    an_article(on="2017-06-09")
    counts = page_of(client, topic="recusal")
    assert '"/people/maren-oldfield/?topic=recusal&show=share"' in counts
    assert "2 in June 2017" in counts
    shares = page_of(client, topic="recusal", show="share")
    assert "50 % of the archive in June 2017" in shares
    assert '"/people/maren-oldfield/?topic=recusal" rel="nofollow">numbers of articles' in shares
    assert '<a href="/people/maren-oldfield/?topic=recusal&from=2017-06&to=2017-06"' in shares
    assert shares.count("show=share") == 0


@pytest.mark.parametrize("page", ["/people/maren-oldfield/", "/people/maren-oldfield/?show=share"])
def test_the_table_has_counts_and_shares_either_way(client, page):
    an_article(on="2017-06-09", people=[MAREN])
    an_article(on="2017-06-09")
    assert "<td>1</td><td>50 %</td>" in page_of(client, page)


@pytest.mark.parametrize("query", ["show=shares", "show=", "show=share&show=no", "show=<script>"])
def test_any_other_way_to_show_it_leads_to_the_page(client, query):
    a_person(MAREN)
    answer = client.get(f"/people/maren-oldfield/?{query}")
    assert (answer.status_code, answer["Location"]) == (302, "/people/maren-oldfield/")


def test_the_busiest_days_lead_to_their_articles(client):
    for day, number in (("2017-06-09", 2), ("2017-06-13", 3), ("2017-07-01", 1)):
        for _ in range(number):
            an_article(on=day, people=[MAREN])
    an_article(on="2017-07-01")
    busiest = section(page_of(client), "Busiest days")
    assert re.findall(r"(\d+ articles|/people/[^\"]*)", busiest) == [
        "/people/maren-oldfield/?from=2017-06-13&to=2017-06-13",
        "3 articles",
        "/people/maren-oldfield/?from=2017-06-09&to=2017-06-09",
        "2 articles",
    ]


def test_company_is_counted_and_leads_to_the_search_for_both(client):
    an_article(people=[MAREN, "Priya Raman", "Owen Castellane"])
    an_article(people=[MAREN, "Priya Raman"])
    an_article(people=["Owen Castellane"])
    company = section(page_of(client), "Together with")
    assert text_of(company) == "Priya Raman 2 Owen Castellane 1"
    assert 'href="/search/?person=maren-oldfield&person=priya-raman"' in company
    assert "2 articles" in page_of(client, "/search/?person=maren-oldfield&person=priya-raman")


def test_of_much_company_twelve_are_shown(client):
    an_article(people=[MAREN, *(f"Person {number}" for number in range(30))])
    assert section(page_of(client), "Together with").count("<li>") == 12


def test_topics_are_told_year_by_year(client):
    justice = a_topic("Justice")
    a_topic("Recusal", parent=justice)
    for on, topic in (("2017-03-02", "Recusal"), ("2017-06-09", "Recusal"), ("2018-03-02", "Trade")):
        an_article(on=on, people=[MAREN], topics=[topic])
    an_article(on="2018-03-02", topics=["Elections"])
    years = section(page_of(client), "In the news for").split("<tbody>")[1]
    assert text_of(years) == "2018 Trade 1 2017 Recusal 2"
    assert 'href="/people/maren-oldfield/?topic=recusal&from=2017&to=2017"' in years


def test_a_broader_topic_is_told_where_no_narrower_one_stands_for_it(client):
    justice = a_topic("Justice")
    a_topic("Recusal", parent=justice)
    for topic in ("Recusal", "Justice", "Justice"):
        an_article(people=[MAREN], topics=[topic])
    assert (
        text_of(section(page_of(client), "In the news for").split("<tbody>")[1])
        == "2017 Justice 3 · Recusal 1"
    )


def test_the_latest_quotations_are_shown_with_their_articles(client):
    for number in range(7):
        a_quotation(f"Sentence number {number}.", on=f"2017-06-{number + 1:02}", headline=f"Hearing {number}")
    words = section(page_of(client), "In their own words")
    assert re.findall(r"“(.*?)”", words) == [f"Sentence number {number}." for number in (6, 5, 4, 3, 2)]
    assert (
        'testified, <time datetime="2017-06-07">7 June 2017</time> · <a href="/2017/06/07/hearing-6/"'
        in words
    )
    assert 'href="/search/?q=speaker%3A%22Maren+Oldfield%22&sort=newest" rel="nofollow"' in words
    assert '<a href="/people/maren-oldfield/quotations/">All quotations, from 7 articles</a>' in words


def test_only_quotations_of_published_articles_are_shown(client):
    for status in ("draft", "scheduled", "withdrawn"):
        a_quotation(f"Said in a {status} text.", status=status)
    a_quotation("Said in public.", on="2017-06-08")
    for path in ("/people/maren-oldfield/", "/people/maren-oldfield/quotations/"):
        page = page_of(client, path)
        assert "Said in public." in page
        assert "Said in a " not in page


def test_hidden_articles_count_nowhere(client):
    an_article(people=[MAREN], on="2017-06-09")
    for status in ("draft", "scheduled", "withdrawn"):
        article = an_article(
            people=[MAREN, "Secret Person"], topics=["Secret"], on="2017-06-09", status=status
        )
        Mention.objects.filter(content_object=article).update(role=Role.SUBJECT, quoted=True)
    page = page_of(client)
    assert "Named in 1 article<" in page
    assert "Secret" not in page
    assert "Busiest days" not in page
    assert "Main subject" not in page
    assert "Quoted in" not in page


def test_roles_are_counted_and_lead_to_their_lists(client):
    for number in range(3):
        an_article(people=[MAREN], on=f"2017-06-0{number + 1}")
    Mention.objects.filter(content_object__published_on="2017-06-01").update(role=Role.SUBJECT)
    Mention.objects.filter(content_object__published_on="2017-06-02").update(quoted=True)
    byline = an_article("Her own", byline=MAREN)
    Mention.objects.create(content_object=byline, tag=Person.objects.get(name=MAREN), role=Role.AUTHOR)
    page = page_of(client)
    for address, said in (
        ("/search/?subject=maren-oldfield", "Main subject of 1 article"),
        ("/search/?person=maren-oldfield", "Named in 3 articles"),
        ("/search/?speaker=maren-oldfield", "Quoted in 1 article"),
        ("/bylines/maren-oldfield/", "Wrote 1 article"),
    ):
        assert f'<a href="{address}">{said}</a>' in page
        assert f"<b>{said.rsplit(' ', 2)[1]} article" in page_of(client, address) or "search" in address


def test_records_elsewhere_are_linked(client):
    a_person(MAREN, wikidata_id="Q42", bioguide_id='X" on="1')
    page = page_of(client)
    assert '<a href="https://www.wikidata.org/wiki/Q42" rel="external noreferrer">Q42</a>' in page
    assert "bio/X%22%20on%3D%221" in client.get("/people/maren-oldfield/").text


def test_the_page_can_be_cited_without_a_day_of_reading(client, settings):
    settings.ARCHIVE_URL = "https://archive.example"
    a_person(MAREN)
    page = page_of(client)
    assert "Cite this page" in page
    assert "Newsroom. (n.d.). Maren Oldfield. https://archive.example/people/maren-oldfield/" in page
    assert "Newsroom. “Maren Oldfield.” https://archive.example/people/maren-oldfield/." in page
    assert "“Maren Oldfield.” Newsroom, archive.example/people/maren-oldfield/." in page


def test_a_narrowed_list_shows_its_articles_first(client):
    an_article("Steps aside", people=[MAREN, "Priya Raman"], topics=["Recusal"])
    page = page_of(client, topic="recusal")
    assert "Steps aside" in page
    assert "Together with" not in page


@pytest.mark.parametrize("path", ["/people/", "/bylines/"])
def test_a_former_address_leads_to_the_page_for_good(client, path):
    FormerSlug.objects.create(slug="m-oldfield", person=a_person(MAREN))
    answer = client.get(f"{path}m-oldfield/?topic=recusal")
    assert answer.status_code == 301
    assert answer["Location"] == f"{path}maren-oldfield/?topic=recusal"


@pytest.mark.parametrize(
    "path", ["/people/{}.csv", "/people/{}.atom", "/bylines/{}.csv", "/people/{}/quotations/"]
)
def test_former_addresses_of_files_lead_to_the_files(client, path):
    FormerSlug.objects.create(slug="m-oldfield", person=a_person(MAREN))
    answer = client.get(path.format("m-oldfield"), {"limit": 5} if "." in path else {})
    assert answer.status_code == 301
    assert answer["Location"].split("?")[0] == path.format("maren-oldfield")
    assert client.get(answer["Location"]).status_code == 200


@pytest.mark.parametrize(
    "path", ["/people/nobody/", "/people/nobody/quotations/", "/people/nobody.csv", "/topics/m-oldfield/"]
)
def test_an_address_that_never_was_one_is_no_page(client, path):
    FormerSlug.objects.create(slug="m-oldfield", person=a_person(MAREN))
    assert client.get(path).status_code == 404


def test_a_person_has_a_page_before_there_is_anything_to_show(client):
    a_person(MAREN)
    page = page_of(client)
    assert '<p class="label">Person</p>' in page
    for heading in ("Offices", "Together with", "Busiest days", "In the news for", "In their own words"):
        assert f">{heading}<" not in page


def test_more_rows_take_no_more_queries(client, monkeypatch):
    monkeypatch.setattr(newsroom, "SECTIONS_KEPT_SECONDS", 10**9)

    def queries():
        client.get("/people/maren-oldfield/")
        with CaptureQueriesContext(connection) as captured:
            assert client.get("/people/maren-oldfield/").status_code == 200
        return len(captured)

    an_office(MAREN)
    a_quotation("Sentence one.", article=an_article(people=[MAREN, "Person 0"], topics=["Topic 0"]))
    few = queries()
    for number in range(30):
        an_office(MAREN, f"Post {number}", f"Agency {number}")
        article = an_article(
            people=[MAREN, f"Person {number}"], topics=[f"Topic {number}"], on=f"{1990 + number}-06-09"
        )
        for start in range(5):
            a_quotation(f"Sentence {start}.", article=article, start=start)
    assert queries() == few <= 12


def test_offices_without_end_are_bounded(client):
    for number in range(60):
        an_office(MAREN, f"Post {number}")
    offices = section(page_of(client), "Offices")
    assert offices.count("<li>") == 50
    assert "and earlier ones" in offices
