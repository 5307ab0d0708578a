"""The list of articles is searched and filtered through the index, whatever their status."""

import pytest
from django.urls import reverse

from articles import indexing
from articles.admin import search
from articles.models import Article, ImportRun, Status
from tests.admin.pages import headlines, list_of, said, text_of
from tests.builders import a_person, a_publication, a_section, a_topic, an_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive():
    an_article(
        headline="Senate passes budget",
        on="2017-06-09",
        people=["Jeff Sessions"],
        topics=["Budget"],
        status="published",
    )
    an_article(
        headline="House debates budget",
        on="2017-05-10",
        topics=["Budget"],
        status="draft",
        section="Congress",
    )
    an_article(
        headline="Governor signs bill", on="1989-11-02", status="withdrawn", publication="The Daily Wire"
    )
    an_article(headline="Budget to come", on="2030-01-01", status="scheduled")


@pytest.mark.parametrize(
    ("parameters", "found"),
    [
        ({"q": "budget"}, ["Budget to come", "Senate passes budget", "House debates budget"]),
        ({"q": "budget -house"}, ["Budget to come", "Senate passes budget"]),
        ({"q": "“passes budget”"}, ["Senate passes budget"]),
        (
            {"q": "committee"},
            ["Budget to come", "Senate passes budget", "House debates budget", "Governor signs bill"],
        ),
        ({"q": "nowhere"}, []),
        ({"status": "draft"}, ["House debates budget"]),
        ({"status": "withdrawn", "q": "budget"}, []),
        ({"date": "2017"}, ["Senate passes budget", "House debates budget"]),
        ({"date": "201"}, ["Senate passes budget", "House debates budget"]),
        ({"date": "2017-05"}, ["House debates budget"]),
        ({"date": "2017-06-09", "q": "senate"}, ["Senate passes budget"]),
        ({"date": "9998"}, []),
    ],
)
def test_text_and_filters_narrow_the_list_over_all_statuses(admin_client, archive, parameters, found):
    assert headlines(admin_client, **parameters) == found


def test_records_narrow_the_list(admin_client, archive):
    assert headlines(admin_client, person=a_person().pk) == ["Senate passes budget"]
    assert headlines(admin_client, topic=a_topic("Budget").pk) == [
        "Senate passes budget",
        "House debates budget",
    ]
    assert headlines(admin_client, publication=a_publication("The Daily Wire").pk) == ["Governor signs bill"]
    assert headlines(admin_client, section=a_section("Congress").pk, status="draft") == [
        "House debates budget"
    ]
    assert headlines(admin_client, publication=4711) == []


def test_list_without_a_search_is_newest_first(admin_client, archive):
    everything = ["Budget to come", "Senate passes budget", "House debates budget", "Governor signs bill"]
    assert headlines(admin_client) == everything
    assert headlines(admin_client, o="1.-2") == everything


def test_search_follows_an_edit(admin_client, archive):
    Article.objects.filter(headline="Governor signs bill").update(
        headline="Governor signs budget", status="draft"
    )
    assert headlines(admin_client, q="budget", status="draft") == [
        "House debates budget",
        "Governor signs budget",
    ]


def test_search_of_text_that_is_none_finds_nothing_and_says_so(admin_client, archive):
    response = admin_client.get(list_of(), {"q": "!!!"})
    assert len(response.context["cl"].result_list) == 0
    assert said(response) == ["The search has no word in it that can be looked for."]


def test_text_finds_the_best_and_says_how_many_there_are(admin_client, archive, monkeypatch):
    monkeypatch.setattr(search, "MOST_FOUND", 2)
    response = admin_client.get(list_of(), {"q": "budget"})
    assert len(response.context["cl"].result_list) == 2
    assert said(response) == ["3 articles match. These are the 2 that fit best, the newest first."]


def test_index_in_the_making_is_said(admin_client, archive, monkeypatch):
    def not_ready():
        raise indexing.IndexNotReady

    monkeypatch.setattr(indexing, "snapshot", not_ready)
    for parameters in ({"q": "budget"}, {"status": "draft"}):
        response = admin_client.get(list_of(), parameters)
        assert len(response.context["cl"].result_list) == 0
        assert said(response) == [
            "The search index is being made: text and filters find nothing until it is ready."
        ]
    assert len(headlines(admin_client)) == 4


def test_autocomplete_of_articles_asks_the_index(admin_client, archive):
    address = reverse("admin:autocomplete")
    answer = admin_client.get(
        address,
        {
            "app_label": "articles",
            "model_name": "mention",
            "field_name": "content_object",
            "term": "governor",
        },
    )
    assert [result["text"] for result in answer.json()["results"]] == ["Governor signs bill"]


def choices(client, title, **parameters):
    specs = client.get(list_of(), parameters).context["cl"].filter_specs
    changelist = client.get(list_of(), parameters).context["cl"]
    return [
        (c["display"], c["selected"])
        for spec in specs
        if spec.title == title
        for c in spec.choices(changelist)
    ][1:]


def test_dateline_filter_leads_from_decades_to_days(admin_client, archive):
    assert [name for name, _ in choices(admin_client, "dateline")] == [
        "2030s",
        "2020s",
        "2010s",
        "2000s",
        "1990s",
        "1980s",
    ]
    assert choices(admin_client, "dateline", date="201")[:2] == [("2010s", True), ("2010", False)]
    assert choices(admin_client, "dateline", date="2017")[:3] == [
        ("2010s", False),
        ("2017", True),
        ("January 2017", False),
    ]
    assert choices(admin_client, "dateline", date="2017-06")[3] == ("1 June 2017", False)
    assert choices(admin_client, "dateline", date="2017-06-09")[-1] == ("9 June 2017", True)


def test_dateline_filter_of_few_years_offers_years(admin_client):
    an_article(on="2016-02-29")
    an_article(on="2017-06-09")
    assert [name for name, _ in choices(admin_client, "dateline")] == ["2017", "2016"]


def test_filter_of_an_empty_archive_is_not_shown(admin_client):
    assert [spec.title for spec in admin_client.get(list_of()).context["cl"].filter_specs] == [
        "status", "headline", "origin of a topic",
    ]  # fmt: skip


def test_filters_offer_few_records_and_the_chosen_one(admin_client):
    for number in range(60):
        a_section(f"Section {number:02}")
    last = a_section("Section 59")
    assert len(choices(admin_client, "section")) == 50
    assert choices(admin_client, "section", section=last.pk)[-1] == ("Section 59", True)


def test_headlines_made_at_import_are_a_filter_and_a_column(admin_client, archive):
    an_article(headline="The committee met on Friday", headline_made=True)
    assert headlines(admin_client, headline_made="1") == ["The committee met on Friday"]
    page = text_of(admin_client.get(list_of(), {"headline_made": "1"}))
    assert "made at import: look at it" in page
    assert '<td class="field-made">at import</td>' in page
    assert '<td class="field-made">at import</td>' not in text_of(
        admin_client.get(list_of(), {"q": "senate"})
    )


def test_origin_of_a_topic_is_a_filter(admin_client, archive):
    article = Article.objects.get(headline="House debates budget")
    article.topic_links.update(origin="import")
    assert headlines(admin_client, topic_origin="import") == ["House debates budget"]
    assert headlines(admin_client, topic_origin="editor") == ["Senate passes budget"]


def test_articles_of_an_import_are_a_filter(admin_client, archive):
    run = ImportRun.objects.create()
    Article.objects.filter(status=Status.DRAFT).update(import_run=run)
    assert headlines(admin_client, import_run=run.pk) == ["House debates budget"]
