"""The list, its total, its facets and its months agree, on every page and whatever the filters."""

import random
import re
from datetime import date, timedelta

import pytest
from django.http import QueryDict

from articles.found import Found
from articles.listing import Listing
from articles.models import Article, Mention
from articles.parameters import first_day_of, last_day_of
from tests.builders import a_topic, an_article

pytestmark = pytest.mark.django_db

PEOPLE = ["Ann Alder", "Ben Birch", "Cora Cedar"]
TOPICS = ["Taxes", "Tariffs", "Courts"]
WORDS = ["budget", "senate", "recusal", "inquiry", "vote"]


def found(query="", **options):
    return Found(Listing.read(QueryDict(query)), **options)


def headlines(query="", **options):
    return [entry.article.headline for entry in found(query, **options).entries]


@pytest.fixture
def archive():
    chance = random.Random(7)
    a_topic("Tariffs", parent=a_topic("Trade", parent=a_topic("Economy")))
    a_topic("Taxes", parent=a_topic("Economy"))
    for number in range(40):
        article = an_article(
            headline=f"Item {number}",
            body=f"<p>{' '.join(chance.choices(WORDS, k=4))}.</p>",
            on=str(date(2016, 12, 20) + timedelta(days=chance.randrange(30))),
            people=chance.sample(PEOPLE, chance.randrange(3)),
            topics=chance.sample(TOPICS, chance.randrange(3)),
            publication=chance.choice(["Ledger", "Courier"]),
            section=chance.choice(["", "Justice", "World"]),
            status=chance.choice(["published"] * 5 + ["draft", "withdrawn", "scheduled"]),
        )
        for start, mention in enumerate(article.mentions.all()):
            Mention.objects.filter(pk=mention.pk).update(
                role=chance.choice(["subject", "mentioned"]), quoted=chance.random() < 0.3
            )
            if chance.random() < 0.3:
                article.quotations.create(person_id=mention.tag_id, words="budget vote", start=start)


BROADER = {"taxes": {"taxes", "economy"}, "tariffs": {"tariffs", "trade", "economy"}, "courts": {"courts"}}


def expected(query):
    """Answer a query the slow and simple way."""
    listing, answer = Listing.read(QueryDict(query)), []
    for article in Article.objects.published().with_names():
        tags = {
            "person": {person.slug for person in article.people.all()},
            "topic": {broad for topic in article.topics.all() for broad in BROADER[topic.slug]},
            "publication": {article.publication.slug},
            "section": {article.section.slug} if article.section else set(),
            "language": {article.language},
            "year": {f"{article.published_on:%Y}"},
            "month": {f"{article.published_on:%Y-%m}"},
            "byline": set(),
            "subject": {one.tag.slug for one in article.mentions.all() if one.role == "subject"},
            "speaker": {one.tag.slug for one in article.mentions.all() if one.quoted}
            | {said.person.slug for said in article.quotations.select_related("person")},
        }
        words = article.body.strip("<p>/.").split()
        every = all(
            set(listing.filters.having.get(name, ())) <= tags[name]
            for name in ("person", "topic", "subject", "speaker")
            if name not in listing.filters.any_of
        )
        some = all(
            name not in listing.filters.having or set(listing.filters.having[name]) & tags[name]
            for name in ("publication", "section", "year", "month", *listing.filters.any_of)
        )
        none = not any(set(values) & tags[name] for name, values in listing.filters.lacking.items())
        first, last = first_day_of(listing.first), last_day_of(listing.last)
        dated = (not first or article.published_on >= first) and (not last or article.published_on <= last)
        terms = re.findall(r'(-?)(?:"([^"]+)"|([a-z]+))', listing.q)
        text = all(((phrase or word) in " ".join(words)) != bool(minus) for minus, phrase, word in terms)
        if every and some and none and dated and text:
            answer.append((article, tags))
    return sorted(
        answer, key=lambda pair: (pair[0].published_on, pair[0].id), reverse=listing.sort != "oldest"
    )


QUERIES = [
    "", "sort=oldest", "person=ann-alder", "person=ann-alder&person=ben-birch", "-person=ann-alder", "topic=economy", "topic=trade",
    "topic=economy&-topic=taxes", "publication=ledger&publication=courier", "section=justice&section=world", "-section=justice",
    "from=2017", "to=2016-12", "from=2016-12-25&to=2017-01-05", "from=2017&to=2016", "q=budget&sort=newest", "q=budget+-senate&sort=newest",
    'q="budget+senate"&sort=newest', "q=vote&person=cora-cedar&topic=courts&publication=ledger&from=2017-01&sort=oldest",
    "person=nobody", "-person=nobody", "person=ann-alder&person=ben-birch&any=person", "topic=taxes&topic=courts&any=topic&-person=ann-alder",
    "publication=ledger&publication=nobody", "person=ann-alder&person=nobody&any=person", "year=2017", "year=2016&month=2017-01", "-month=2017-01",
    "subject=ann-alder", "-subject=ann-alder&sort=oldest", "speaker=ann-alder", "speaker=ann-alder&-speaker=ben-birch", "speaker=nobody",
    "speaker=ann-alder&speaker=ben-birch", "speaker=ann-alder&speaker=ben-birch&any=speaker", "subject=ann-alder&subject=cora-cedar&any=subject&q=vote&sort=newest",
]  # fmt: skip


@pytest.mark.parametrize("query", QUERIES)
def test_list_total_facets_and_months_are_those_of_a_slow_and_simple_count(archive, query):
    answer, page = expected(query), found(query, size=100)
    assert [entry.article for entry in page.entries] == [article for article, _ in answer]
    assert page.total == len(answer)
    for counts in page.facets:
        wanted = {}
        for _, tags in answer:
            for slug in tags[counts.facet.name]:
                wanted[slug] = wanted.get(slug, 0) + 1
        shown = {value.name.slug: value.count for value in counts.values if value.count}
        told = {"topic": 12, "month": 12, "subject": 5, "speaker": 5}.get(counts.facet.name, 10)
        says_nothing = list(wanted.values()) == [len(answer)] and not counts.facet.many
        months_of_years = counts.facet.name == "month" and len({month[:4] for month in wanted}) > 1
        filters = page.listing.filters
        is_touched = counts.facet.name in filters.having or counts.facet.name in filters.lacking
        if not is_touched and (says_nothing or months_of_years):
            assert shown == {}
        else:
            assert len(wanted) <= told
            assert shown == wanted
    months = {}
    for article, _ in answer:
        number = article.published_on.year * 12 + article.published_on.month - 1
        months[number] = months.get(number, 0) + 1
    assert page.months == months


@pytest.mark.parametrize("query", ["", "sort=oldest", "q=budget", "topic=economy"])
def test_pages_follow_each_other_and_lead_back_without_gap_or_repetition(archive, query):
    whole = headlines(query, size=100)
    page, walked, pages = found(query, size=6), [], []
    while True:
        walked += [entry.article.headline for entry in page.entries]
        pages.append(page)
        if page.next_page is None:
            break
        page = Found(page.next_page, size=6)
    assert walked == whole
    back = Found(pages[-1].previous_page, size=6)
    assert [e.article.headline for e in back.entries] == [e.article.headline for e in pages[-2].entries]
    assert pages[0].previous_page is None


def test_page_does_not_shift_while_articles_are_added(archive):
    following = found(size=6).next_page
    before = [entry.article.headline for entry in Found(following, size=6).entries]
    an_article(headline="Newest of all", on="2018-01-01")
    assert [entry.article.headline for entry in Found(following, size=6).entries] == before


def test_words_are_found_in_any_form_and_without_their_accents():
    an_article(headline="Rosselló signs", body="<p>The recusals of governors.</p>")
    assert (
        headlines("q=recusal+governor")
        == headlines("q=rossello")
        == headlines("q=ROSSELLÓ")
        == ["Rosselló signs"]
    )
    assert headlines('q="RECUSALS+of+governors"') == headlines('q="rossello"') == ["Rosselló signs"]
    assert headlines('q="recusal+of+governors"') == headlines('q="recusal"') == []
    assert headlines('q="governors+of+recusals"') == headlines("q=recusal+-governors") == []


def test_word_longer_than_any_finds_nothing_and_composed_letters_make_no_difference():
    an_article(headline="Gutiérrez speaks")
    assert headlines(f"q={'x' * 70}") == headlines(f"q=gutierrez+{'x' * 70}") == []
    assert headlines("q=Gutiérrez") == ["Gutiérrez speaks"]


def test_headline_weighs_more_than_body():
    an_article(headline="Nothing", body="<p>The budget, again the budget.</p>")
    an_article(headline="Budget passes", body="<p>At last.</p>")
    assert headlines("q=budget") == ["Budget passes", "Nothing"]


def test_filters_that_are_set_can_be_taken_back():
    an_article(people=["Ann Alder"], topics=["Courts"])
    chosen = found("q=committee&person=ann-alder&-topic=courts&from=2017&to=2018").chosen
    assert [(one.label, one.text, one.excluded) for one in chosen] == [
        ("text", "committee", False), ("person", "Ann Alder", False), ("topic", "Courts", True), ("from", "2017", False), ("to", "2018", False),
    ]  # fmt: skip
    assert chosen[2].without.search_url == "/search/?q=committee&person=ann-alder&from=2017&to=2018"


def test_unknown_names_are_said():
    assert found("person=nobody").problems == ("The archive knows no person “nobody”.",)


def test_number_of_queries_does_not_grow_with_the_rows(archive, django_assert_max_num_queries):
    for query in ("", "q=budget&person=ann-alder"):
        page = found(query)
        with django_assert_max_num_queries(6):
            assert page.entries
            assert [entry.people for entry in page.entries]
            assert all((page.total, page.facets, page.months))


def test_pages_by_relevance_neither_skip_nor_repeat_while_articles_are_added():
    for number in range(30):
        an_article(headline=f"Item {number}", body=f"<p>{'budget ' * (number + 1)}</p>")
    first = found("q=budget", size=10)
    before = [entry.article for entry in first.entries]
    for number in range(5):
        an_article(headline=f"Budget, budget {number}")
    second = Found(first.next_page, size=10)
    third = Found(second.next_page, size=10)
    walked = before + [entry.article for page in (second, third) for entry in page.entries]
    assert len({article.id for article in walked}) == 30
    assert {article.headline for article in walked} == {f"Item {number}" for number in range(30)}
    assert third.next_page is None
    assert [entry.article for entry in Found(second.previous_page, size=10).entries] == before
    assert Found(second.previous_page, size=10).previous_page is None
    assert second.total == 35


@pytest.mark.parametrize(
    "cursor",
    [
        "rank-20",
        "rank-20-5-1",
        "rank--5",
        "rank-0",
        "rank-999-99999999999999999999",
        "rank-2-99999999999999999",
    ],
)
def test_any_rank_gives_a_page(cursor):
    an_article(body="<p>budget</p>")
    assert found(f"q=budget&cursor={cursor}").total == 1
    assert len(found(f"q=budget&cursor={cursor}").entries) <= 1


@pytest.mark.parametrize(
    ("printed", "typed"),
    [
        ("πρόεδρος", "προεδρος"), ("Εκλογές", "ΕΚΛΟΓΕΣ"), ("Ёлка", "елка"), ("İstanbul", "istanbul"), ("İzmir", "izmir"), ("ΠΡΌΕΔΡΟΣ", "πρόεδρος"),
    ],
)  # fmt: skip
def test_accents_of_other_scripts_make_no_difference(printed, typed):
    an_article(headline=printed, body=f"<p>{printed} {printed}.</p>", language="tr")
    assert headlines(f"q={typed}") == headlines(f"q=atleast3:{typed}") == [printed]
    assert any(piece.hit for piece in found(f"q={typed}").entries[0].summary)


def test_little_words_and_endings_that_are_written_with_a_word_make_no_difference():
    an_article(headline="Les élections approchent", body="<p>On vote dimanche.</p>", language="fr")
    an_article(headline="The president’s men", body="<p>They met.</p>")
    assert headlines("q=l’élection") == ["Les élections approchent"]
    assert (
        headlines("q=presidents")
        == headlines("q=man’s") + headlines("q=president’s")
        == ["The president’s men"]
    )
