"""Whatever is typed, there is a page: no query is an error of the archive's."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import a_person, a_topic, an_article
from tests.thorough import rounds

pytestmark = pytest.mark.django_db
GRAMMAR = (  # noqa: SIM905
    ' " “ ” ( ) - -- OR AND NOT BUT | & && ! * ~ ~5 ~0 ~999999999999 w/5 w/0 w/99999 near5 NEAR /s /p pre/3 adj2 : = > < .. '
    "headline: standfirst: body: by: said: speaker: quoting: about: person: topic: section: publication: language: on: before: after: since: until: words: "
    "atleast3: atleast0: atleast99: first50: first0: hd= by= intitle: HLEAD( ATL3( foo: https://x.org 2017 2017-06-09 2017-13-40 0000 9999 "
    ">800 <300 800..1200 1e9 tax taxes the of Rosselló o’neill covid-19 U.S. dying per* p* *x wom*n jeff-sessions immigration english"
).split(" ")
HOSTILE = [
    "'; DROP TABLE articles_article; --",
    "<script>alert(1)</script>",
    "%00",
    "\\",
    "{{ 7*7 }}",
    "𓂀",
    "\u202e",
    "\ufffe",
    "ﷺ",
    "⑴",
    "İ",
    "ß",
    "a" * 70,
    "٣",
    "한국",
    "e\u0301" * 30,
    "[a-z]+",
    "(?:x",
    ".*",
    "AND " * 40,
]
FRAGMENTS = st.one_of(st.sampled_from(GRAMMAR), st.sampled_from(HOSTILE), st.text(max_size=8))
QUERIES = st.lists(st.tuples(FRAGMENTS, st.sampled_from(["", " ", " "])), max_size=14).map(
    lambda pairs: "".join(fragment + space for fragment, space in pairs)
)


@pytest.fixture
def archive():
    a_topic("Immigration")
    article = an_article(
        headline="Tax vote",
        body="<p>The tax of the U.S. and per diem. Covid-19, dying.</p>",
        people=["Jeff Sessions"],
        topics=["Immigration"],
    )
    article.quotations.create(person=a_person("Jeff Sessions"), words="The tax of the U.S.", start=0)
    an_article(headline="Impôts", body="<p>Les taxes et le vote.</p>", language="fr")


def printable(text):
    return "".join(c for c in text if c >= " " and c != "\x7f" and not "\ud800" <= c <= "\udfff")


@settings(
    max_examples=rounds(250), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(QUERIES, st.sampled_from(["", "newest", "relevance", "oldest"]))
def test_every_query_gives_a_page(archive, client, query, sort):
    answer = client.get("/search/", {"q": printable(query), **({"sort": sort} if sort else {})}, follow=True)
    assert answer.status_code == 200, query


@settings(max_examples=rounds(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(QUERIES)
def test_every_query_gives_an_article_with_its_marks_and_a_list_of_a_facet(archive, client, query):
    assert client.get("/2017/06/09/tax-vote/", {"q": printable(query)}, follow=True).status_code == 200, query
    assert client.get("/search/person/", {"q": printable(query)}, follow=True).status_code == 200, query
    assert client.get("/people/jeff-sessions/", {"q": printable(query)}, follow=True).status_code == 200, (
        query
    )


@settings(
    max_examples=rounds(100), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(QUERIES)
def test_every_query_is_answered_in_the_admin(archive, admin_client, query):
    assert (
        admin_client.get("/admin/articles/article/", {"q": printable(query)}, follow=True).status_code == 200
    ), query
