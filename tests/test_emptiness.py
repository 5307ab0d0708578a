"""A list without articles says what emptied it, what there is without each part, and what was perhaps meant."""

import random
from datetime import date, timedelta
from urllib.parse import urlsplit

import pytest
from django.http import QueryDict

from articles.emptiness.asked import list_without
from articles.emptiness.inquiry import Inquiry, Lookups
from articles.found import Found
from articles.listing import Listing
from articles.search.ask import Snapshot
from tests.builders import a_person, a_topic, an_article
from tests.thorough import rounds

pytestmark = pytest.mark.django_db


def found(query, **fixed):
    return Found(Listing.read(QueryDict(query), **fixed), size=100)


def why(query, **fixed):
    return found(query, **fixed).emptiness


def ways(query, **fixed):
    return [(way.said, way.total, way.listing.page_url) for way in why(query, **fixed).ways]


def meant(query):
    return [(one.spelling, one.total, one.listing.page_url) for one in why(query).corrections]


@pytest.fixture
def archive():
    for number in range(6):
        an_article(
            f"Recusal number {number}",
            body="<p>The recusal of the attorney: a tax cut, a vote, the landlord bill.</p>",
            byline="By Maggie Haberman",
            people=["Jeff Sessions"] if number % 2 else ["Ann Alder"],
            topics=["Courts"],
            section="World" if number == 1 else "Justice",
            on=f"201{number}-03-04",
        )
    an_article("Budget", body="<p>The budget of the senate.</p>", people=["Ben Birch"])


def test_word_that_no_article_has_is_the_culprit(archive):
    assert why("q=recusall+attorney").missing == ("No article has the word “recusall”.",)
    assert ways("q=recusall+attorney") == [("Without “recusall”", 6, "/search/?q=attorney")]
    assert why("q=recusall+attorney").useless == "without “attorney”"


def test_words_that_never_meet_are_told_with_the_articles_without_each(archive):
    assert why("q=recusal+budget").missing == ()
    assert ways("q=recusal+budget") == [
        ("Without “budget”", 6, "/search/?q=recusal"),
        ("Without “recusal”", 1, "/search/?q=budget"),
    ]


@pytest.mark.parametrize(
    ("query", "missing", "expected"),
    [
        ("q=recusal&to=1900", "No article is dated up to 1900.", [("At any date", 6, "/search/?q=recusal")]),
        ("q=recusal&from=1850&to=1860", "No article is dated from 1850 to 1860.", [("At any date", 6, "/search/?q=recusal")]),
        ("q=recusal&from=2100", "No article is dated from 2100 on.", [("At any date", 6, "/search/?q=recusal")]),
        ("q=vote&person=cora", "No article is filed under person Cora.", [("Without person Cora", 6, "/search/?q=vote")]),
        ("q=budgetx*+vote", "No article has a word that begins with “budgetx”.", [("Without “budgetx*”", 6, "/search/?q=vote")]),
        ('q="recusall"+vote', "No article has the word “recusall” in this form.", [("Without “recusall”", 6, "/search/?q=vote")]),
        ("q=atleast9:vote+bill", "No article answers “atleast9:vote”.", [("Without “atleast9:vote”", 6, "/search/?q=bill"), ("With “vote”, however often", 6, "/search/?q=vote+bill")]),
    ],
)  # fmt: skip
def test_what_no_article_has_is_said_in_a_sentence(archive, query, missing, expected):
    a_person("Cora")
    assert why(query).missing == (missing,)
    assert ways(query) == expected


def test_field_that_is_too_narrow_can_be_widened(archive):
    assert why("q=headline:attorney+vote").missing == ("No headline has the word “attorney”.",)
    assert ways("q=headline:attorney+vote") == [
        ("Without “headline:attorney”", 6, "/search/?q=vote"),
        ("With “attorney” anywhere in the article", 6, "/search/?q=attorney+vote"),
    ]


def test_words_of_a_phrase_can_stand_apart(archive):
    assert ways('q="tax+vote"+bill') == [
        ("Without “tax vote”", 6, "/search/?q=bill"),
        ("With the words of “tax vote” anywhere in the article", 6, "/search/?q=tax+vote+bill"),
    ]


def test_excluded_values_and_words_can_be_allowed(archive):
    assert ways("q=recusal+-attorney") == [
        ("With “attorney” allowed", 6, "/search/?q=recusal"),
        ("Without “recusal”", 1, "/search/?q=-attorney"),
    ]
    assert ways("q=recusal&-topic=courts") == [
        ("With topic Courts allowed", 6, "/search/?q=recusal"),
        ("Without “recusal”", 1, "/search/?-topic=courts"),
    ]


def test_any_of_several_people_is_offered_where_all_never_meet(archive):
    assert ways("person=ann-alder&person=jeff-sessions")[0] == (
        "With any one of Ann Alder or Jeff Sessions", 6, "/search/?person=ann-alder&person=jeff-sessions&any=person",
    )  # fmt: skip


def test_values_of_which_one_is_enough_go_together(archive):
    assert ways("q=budget&section=world&section=elsewhere") == [
        ("Without “budget”", 1, "/search/?section=elsewhere&section=world"),
        ("Without section World or elsewhere", 1, "/search/?q=budget"),
    ]


def test_where_no_single_change_helps_the_least_that_must_go_is_told(archive):
    empty = why("q=zzzqqq+xxyyzz+vote&topic=courts&from=2016")
    assert empty.ways == ()
    assert empty.missing == ("No article has the word “zzzqqq”.", "No article has the word “xxyyzz”.")
    assert (empty.together.said, empty.together.total, empty.together.listing.page_url) == (
        "Without “zzzqqq” and “xxyyzz” and at any date", 6, "/search/?q=vote&topic=courts",
    )  # fmt: skip


def test_unknown_name_is_dropped_and_said_only_once(archive):
    page = found("q=recusal&person=nobody")
    assert page.problems == ("The archive knows no person “nobody”.",)
    assert page.emptiness.missing == ()
    assert ways("q=recusal&person=nobody") == [("Without person nobody", 6, "/search/?q=recusal")]


def test_what_the_page_stands_for_stays(archive):
    assert ways("q=recusal", path="/people/ben-birch/", person="ben-birch") == [
        ("Without “recusal”", 1, "/people/ben-birch/")
    ]


def test_empty_archive_has_no_reasons():
    assert why("") == why("sort=oldest")
    assert (why("").parts, why("").ways, why("q=vote").ways, why("q=vote").together) == (0, (), (), None)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("q=xyzzy", []),
        ("q=person:recusall", []),
        ("q=2019", []),
        ("q=recusal+-budgett+zzzqqq", []),
        ("q=headline:attorny", []),
        ("q=recusall", [("recusal", 6, "/search/?q=recusal")]),
        (
            "q=RECUSALL&section=world&sort=oldest",
            [("recusal", 1, "/search/?q=recusal&section=world&sort=oldest")],
        ),
        ("q=recusall+budget", []),
        ('q="the+recusall+of"', [("recusal", 6, "/search/?q=%22the+recusal+of%22")]),
        ("q=by:habermann", [("haberman", 6, "/search/?q=by%3Ahaberman")]),
        ("q=recusall+attorny", [("recusal attorney", 6, "/search/?q=recusal+attorney")]),
        ("q=taxcut+vote", [("tax cut", 6, "/search/?q=tax+cut+vote")]),
        ("q=land+lord", [("landlord", 6, "/search/?q=landlord")]),
    ],
)
def test_spellings_of_the_archive_are_offered_with_what_they_find_in_this_list(archive, query, expected):
    assert meant(query) == expected


def test_word_that_only_unpublished_articles_have_is_never_offered(archive):
    an_article("Zeppelin", status="draft")
    an_article("Zeppelin", status="withdrawn")
    assert why("q=zeppelin").missing == ("No article has the word “zeppelin”.",)
    assert meant("q=zeppelim") == []


def test_spelling_that_is_a_slip_itself_is_not_offered():
    for number in range(101):
        an_article("Immigration", on=f"{1900 + number}-01-01")
    an_article("Immigratin")
    assert meant("q=immigratinn") == [("immigration", 101, "/search/?q=immigration")]


def test_far_commoner_spelling_is_offered_where_little_is_found():
    for _ in range(10):
        an_article("Recusal")
    an_article("Recusel of zebras")
    assert [(one.spelling, one.total) for one in found("q=recusel").better_spellings] == [("recusal", 10)]
    assert found("q=recusal").better_spellings == found('q="recusel"').better_spellings == ()
    assert found("q=recusel+zebras").better_spellings == found("").better_spellings == ()


PEOPLE, TOPICS, WORDS = (
    ["Ann", "Ben", "Cora"],
    ["Taxes", "Courts"],
    ["budget", "senate", "recusal", "inquiry", "vote"],
)
CHOICES = [
    *(f"q={word}" for word in ("budget", "-senate", "recusal", '"vote+budget"', "headline:vote", "nowhere", "inquiri*", "budgett", "vote+w/1+senate", "(senate+OR+nowhere)", "on:2017-01", "first2:vote", "person:ann", "words:>9")),
    *(f"{sign}{kind}={slug}" for sign in ("", "-") for kind, slug in (("person", "ann"), ("person", "ben"), ("person", "nobody"), ("topic", "taxes"), ("topic", "courts"), ("section", "justice"), ("section", "world"), ("year", "2016"))),
    "from=2017-01-08", "to=2016-12-28", "sort=oldest",
]  # fmt: skip


@pytest.fixture
def varied():
    chance = random.Random(11)
    a_topic("Taxes", parent=a_topic("Economy"))
    for number in range(25):
        an_article(
            f"Item {number}",
            body=f"<p>{' '.join(chance.choices(WORDS, k=4))}.</p>",
            on=str(date(2016, 12, 20) + timedelta(days=chance.randrange(30))),
            people=chance.sample(PEOPLE, chance.randrange(3)),
            topics=chance.sample(TOPICS, chance.randrange(2)),
            section=chance.choice(["", "Justice", "World"]),
            status=chance.choice(["published"] * 4 + ["draft"]),
        )


def asked(chance):
    chosen = chance.sample(CHOICES, chance.randrange(2, 8))
    text = "+".join(one[2:] for one in chosen if one.startswith("q="))
    return "&".join([f"q={text}"] * bool(text) + [one for one in chosen if not one.startswith("q=")])


def counted(listing):
    """Ask for a list by its address alone, and count its articles."""
    return len(found(urlsplit(listing.page_url).query).entries)


def test_every_number_told_is_the_length_of_the_list_it_leads_to(varied):
    chance, told = random.Random(5), 0
    for query in (asked(chance) for _ in range(rounds(70))):
        page = found(query)
        if page.total:
            continue
        empty = page.emptiness
        for way in [*empty.ways, *([empty.together] if empty.together else []), *empty.corrections]:
            assert (query, way.total) == (query, counted(way.listing))
            assert way.total > 0
            told += 1
    assert told > rounds(30)


def test_what_is_said_not_to_help_does_not(varied):
    chance = random.Random(6)
    for query in (asked(chance) for _ in range(rounds(40))):
        page = found(query)
        if page.total:
            continue
        inquiry = Inquiry(page.listing, page.snapshot, Lookups(page.snapshot, 24))
        for part in inquiry.parts:
            rest = list_without(page.listing, [part])
            assert rest is None or counted(rest) == inquiry.totals.get(part, 0), (query, part.said)


HOSTILE = [
    "q=" + "+".join(f"zz{number}" for number in range(60)),
    "q=" + "(" * 50 + "a" + ")" * 50,
    "q=" + '"' * 99,
    "q=%00%01\ufeff",
    "q=" + "x" * 5_000,
    "q=" + "+".join(f"hlead:{letter}{letter}x" for letter in "abcdefghijklmnopqrstuvwxyz"),
    "q=-a+-b+-c+-nowhere+vote+-vote",
    "q=%F0%9F%92%A5+OR+%F0%9F%92%A5&person=" + "y" * 500,
    "q=vote&" + "&".join(f"person=p{number}" for number in range(30)) + "&" + "&".join(f"-topic=t{number}" for number in range(30)),
    "q=vote+" + "+".join(WORDS * 6) + "+headline:budget&from=2017&to=2016",
    "q=the+of+and&to=0001&person=ann&-person=ann&any=person",
    "&".join(f"q=land+lord&{kind}=1&-{kind}=2" for kind in ("person", "byline", "topic", "publication", "section", "language", "year", "month")),
]  # fmt: skip


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_any_search_is_answered_with_few_look_ups(varied, query, monkeypatch, django_assert_max_num_queries):
    looks, counting = [], Snapshot.counted
    monkeypatch.setattr(Snapshot, "counted", lambda *asked: looks.append(1) or counting(*asked))
    page = found(query)
    assert page.total == 0
    del looks[:]
    with django_assert_max_num_queries(0):
        empty = page.emptiness
    assert len(looks) <= 32
    assert all(way.total == counted(way.listing) for way in [*empty.ways, *empty.corrections])
