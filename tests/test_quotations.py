"""Whom articles are about and whom they quote narrows every list, and what was said can be searched."""

import json

import pytest
from django.http import QueryDict

from articles.checking import differences, repair
from articles.documents import links_of
from articles.exporting.question import question
from articles.found import Found
from articles.listing import Listing
from articles.models import Mention, Quotation
from articles.richtext import CleanHtml
from tests.builders import a_person, an_article

pytestmark = pytest.mark.django_db


def found(query="", **options):
    return Found(Listing.read(QueryDict(query)), **options)


def headlines(query):
    return [entry.article.headline for entry in found(query).entries]


def counts(query, name):
    return next(
        {value.name.slug: value.count for value in facet.values}
        for facet in found(query).facets
        if facet.facet.name == name
    )


def quoting(headline, *said, people=("Jeff Sessions", "James Comey"), **fields):
    """An article in which each of `said`, a name and words, stands between quotation marks."""
    body = "<p>They met.</p>" + "".join(f"<p>“{words}” he said.</p>" for _, words in said)
    article = an_article(headline=headline, body=body, people=people, **fields)
    for name, words in said:
        start = CleanHtml(article.body).text().index(words)
        article.quotations.create(
            person=a_person(name) if name else None, speaker="he", words=words, start=start
        )
    return article


@pytest.fixture
def archive():
    one = quoting("One", ("Jeff Sessions", "The travel ban is lawful"), ("James Comey", "A recusal"))
    two = quoting("Two", ("James Comey", "The travel ban"), ("", "No recusals"))
    three = an_article(headline="Three", people=["Jeff Sessions"], body="<p>The travel ban, a recusal.</p>")
    Mention.objects.filter(content_object=one, tag__slug="jeff-sessions").update(role="subject")
    Mention.objects.filter(content_object=three).update(quoted=True)
    return one, two, three


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("speaker=jeff-sessions", ["Three", "One"]),
        ("-speaker=jeff-sessions", ["Two"]),
        ("subject=jeff-sessions", ["One"]),
        ("-subject=jeff-sessions", ["Three", "Two"]),
        ("speaker=jeff-sessions&speaker=james-comey", ["One"]),
        ("speaker=jeff-sessions&speaker=james-comey&any=speaker", ["Three", "Two", "One"]),
        ("q=said:%22travel+ban%22&sort=newest", ["Two", "One"]),
        ("q=speaker:sessions+said:%22travel+ban%22", ["One"]),
        ("q=speaker:%22James+Comey%22+said:recusal", ["One"]),
        ("q=speaker:sessions+said:recusal", []),
        ("q=said:recusal+-speaker:sessions", ["Two"]),
        ("q=about:sessions", ["One"]),
        ("q=person:sessions&sort=newest", ["Three", "Two", "One"]),
        ("q=recusal&sort=newest", ["Three", "Two", "One"]),
    ],
)
def test_list_total_facets_and_export_agree(archive, client, query, expected):
    page = found(query)
    assert [entry.article.headline for entry in page.entries] == expected
    assert page.total == len(expected)
    exported = client.get(f"/search.jsonl?{query}", follow=True).getvalue().splitlines()
    assert [json.loads(line)["headline"] for line in exported] == expected
    for name in ("subject", "speaker", "person"):
        for slug, count in counts(query, name).items():
            assert count == found(f"{query}&{name}={slug}&sort=newest").total or name in query


def test_authors_are_no_subjects_and_everyone_named_stays_a_person(archive):
    assert counts("", "person") == {"jeff-sessions": 3, "james-comey": 2}
    assert counts("", "subject") == {"jeff-sessions": 1}
    assert counts("", "speaker") == {"jeff-sessions": 2, "james-comey": 2}


def test_a_quotation_shows_in_the_list_as_soon_as_it_is_written(archive):
    _, _, three = archive
    assert headlines("q=said:ban&sort=newest") == ["Two", "One"]
    three.quotations.create(person=a_person("James Comey"), words="travel ban", start=4)
    assert headlines("q=speaker:comey+said:ban&sort=newest") == ["Three", "Two"]
    Quotation.objects.filter(article=three).update(person=None)
    assert headlines("q=speaker:comey+said:ban&sort=newest") == ["Two"]
    three.quotations.all().delete()
    assert headlines("q=said:ban&sort=newest") == ["Two", "One"]


def test_check_notices_and_repairs_what_the_index_has_of_quotations(archive, monkeypatch):
    assert differences().none
    with monkeypatch.context() as patch:
        patch.setattr("articles.documents.links_of", without_quotations)
        wrong = differences()
    assert wrong.different == {archive[0].id, archive[1].id}
    repair(wrong)
    assert differences().none


def without_quotations(ids):
    links = links_of(ids)
    links.said.clear()
    return links


@pytest.mark.parametrize(
    ("query", "typed", "names"),
    [
        ("q=speaker:sessions", "speaker:sessions", ["Jeff Sessions"]),
        ("q=quoting:%22AG+Sessions%22", 'speaker:"AG Sessions"', ["Jeff Sessions"]),
        ("q=about:sessions", "about:sessions", ["Jeff Sessions"]),
    ],
)
def test_names_of_speakers_and_subjects_are_read_as_people(archive, client, query, typed, names):
    readings = found(query).listing.understood.names
    assert [(one.typed, [name.name for name in one.names], one.kind) for one in readings] == [
        (typed, names, "person")
    ]
    assert "was read as the person" in client.get(f"/search/?{query}").text


def test_a_name_nobody_bears_is_said_once(archive):
    page = found("q=speaker:nobody+person:nobody")
    assert page.total == 0
    assert page.problems == ("The archive knows no person “nobody”.",)


def test_the_sentence_of_the_quotation_is_shown_with_its_words(archive):
    first = found("q=speaker:comey+said:recusal").entries[0]
    assert (
        "".join(f"[{one.text}]" if one.hit else one.text for one in first.summary) == "“A [recusal]” he said."
    )


def test_only_the_words_quoted_are_marked_in_the_article(archive, client):
    page = client.get(f"{archive[1].get_absolute_url()}?q=speaker:comey+said:(ban+OR+recusal)").text
    assert page.count("<mark") == 1
    assert '<mark id="hit-1">ban</mark>”' in page


def test_quotations_cost_one_query_whatever_the_number_of_rows(archive, django_assert_num_queries):
    for number in range(8):
        quoting(f"More {number}", ("Jeff Sessions", "The travel ban"))
    page = found("q=said:ban")
    assert page.total == 10
    assert page.listing.understood
    with django_assert_num_queries(5):
        assert all(entry.summary for entry in page.entries)


def test_filters_say_what_they_ask(archive):
    query = "subject=jeff-sessions&speaker=james-comey&-speaker=nobody&-subject=james-comey"
    assert question(Listing.read(QueryDict(query))) == (
        "mainly about Jeff Sessions · quoting James Comey · not mainly about James Comey · not quoting nobody"
    )


def test_an_empty_list_says_what_no_quotation_has(archive, client):
    page = client.get("/search/?q=said:lawfull+speaker:sessions").text
    assert "No quotation has the word “lawfull”." in page
    assert client.get("/search/?q=zebra&speaker=james-comey").status_code == 200
