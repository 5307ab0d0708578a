"""What people said is asked of quotations: of anyone's, and beside a speaker of that speaker's own."""

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

from articles.naming.readings import with_ids
from articles.search.conditions import Conditions
from articles.search.excerpt import excerpt
from articles.search.hits import hits
from articles.search.query import parse
from articles.search.speaking import Quoted
from articles.search.tree import Named, walk
from articles.search.writing import show
from tests.conftest import IN_MEMORY
from tests.search.test_agreement import an_article_with, snapshot_of

PEOPLE = {"sessions": 1, "comey": 2, "yates": 12}
BAN = ((1, "The travel ban is lawful"), (2, "a recusal of one"))
RECUSAL = ((2, "the travel ban"), (1, "no recusals, no travel"))
UNKNOWN = ((0, "we travel"), (0, "ban it"))


def tree_of(typed):
    tree = parse(typed).tree
    named = [node for node in walk(tree) if isinstance(node, Named)]
    return with_ids(tree, {node: frozenset({PEOPLE[node.name]}) for node in named})


def an_article_quoting(number, said, **fields):
    speakers = tuple(sorted({who for who, _ in said if who}))
    return replace(an_article_with(number, "A travel bill."), said=said, speakers=speakers, **fields)


@pytest.fixture(scope="module")
def snapshot():
    articles = [
        an_article_quoting(1, BAN, subjects=(1,)),
        an_article_quoting(2, RECUSAL),
        an_article_quoting(3, UNKNOWN, subjects=(2,)),
        an_article_quoting(4, ()),
    ]
    with tempfile.TemporaryDirectory(dir=IN_MEMORY) as folder:
        yield snapshot_of(Path(folder), articles)


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("said:travel", [1, 2, 3]),
        ("travel", [1, 2, 3, 4]),
        ("lawful", []),
        ('said:"travel ban"', [1, 2]),
        ("said:(travel w/100 ban)", [1, 2]),
        ("said:recus*", [1, 2]),
        ('said:"recusals"', [2]),
        ("said:(lawful OR one)", [1]),
        ("said:(travel -lawful)", [2, 3]),
        ("-said:ban", [4]),
        ("speaker:sessions", [1, 2]),
        ("about:sessions", [1]),
        ("about:sessions OR about:comey", [1, 3]),
        ('speaker:sessions said:"travel ban"', [1]),
        ('quoting:comey said:"travel ban"', [2]),
        ("speaker:sessions said:recusal", [2]),
        ("speaker:sessions said:recus*", [2]),
        ('speaker:sessions said:"recusals no"', [2]),
        ("speaker:sessions said:(lawful w/4 travel)", [1]),
        ('speaker:sessions said:"travel-ban"', [1]),
        ("speaker:comey said:(travel OR one)", [1, 2]),
        ("speaker:(sessions OR comey) said:recusal", [1, 2]),
        ("speaker:sessions speaker:comey said:recusal", [1, 2]),
        ("speaker:sessions (said:lawful OR said:recusal)", [1, 2]),
        ("speaker:sessions (said:one OR headline:headline)", [1, 2]),
        ("(speaker:sessions OR about:comey) said:travel", [1, 2, 3]),
        ("-speaker:sessions said:travel", [3]),
        ("speaker:sessions -said:lawful", [2]),
        ("-(speaker:sessions said:lawful)", [2, 3, 4]),
        ("speaker:sessions -(speaker:comey said:recusal)", [2]),
        ("speaker:yates said:travel", []),
        ("speaker:sessions said:(-lawful)", [2]),
    ],
)
def test_quotations_are_found_by_their_words_and_their_speaker(snapshot, typed, ids):
    assert sorted(key & 7 for key in snapshot.keys(Conditions(tree=tree_of(typed)), size=10)) == ids
    assert len(snapshot.best(Conditions(tree=tree_of(typed)), size=10)) == len(ids)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ('quote:"travel ban"', 'said:"travel ban"'),
        ("said:(a OR b)", "said:(a OR b)"),
        ('quoting:"Jeff Sessions"', 'speaker:"Jeff Sessions"'),
        ("about:sessions", "about:sessions"),
        ("subject:immigration", "topic:immigration"),
        ("-speaker:comey", "-speaker:comey"),
    ],
)
def test_fields_of_quotations_are_read_and_written_back(typed, shown):
    assert show(parse(typed).tree) == shown
    assert parse(shown).tree == parse(typed).tree
    assert parse(typed).problems == ()


@pytest.mark.parametrize("typed", ["said:(speaker:x)", "said:", "said:()", "speaker:", "said:atleast3:tax", "said:first5:tax", "said:*", "said:𓂁"])  # fmt: skip
def test_what_cannot_be_asked_of_quotations_is_no_error(snapshot, typed):
    tree = parse(typed).tree
    assert snapshot.total(Conditions(tree=tree)) >= 0
    assert tree is None or parse(show(tree)).tree is not None


def test_a_name_near_that_of_a_field_is_offered():
    assert parse("speakr:sessions").problems == (
        "There is no field “speakr”: it was searched as words. Did you mean “speaker:”?",
    )


BODY = 'The ban came. "The travel ban is lawful," Mr. Sessions said. "No ban," Mr. Comey said.'
QUOTED = (Quoted("The travel ban is lawful,", 15, 1), Quoted("No ban,", 61, 2))


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("said:ban", [(26, 29), (65, 68)]),
        ("ban", [(4, 7), (26, 29), (65, 68)]),
        ("speaker:comey said:ban", [(65, 68)]),
        ("speaker:(comey OR sessions) said:ban", [(26, 29), (65, 68)]),
        ("said:(ban w/100 lawful)", [(26, 29), (33, 39)]),
        ("said:came", []),
        ("-said:ban", []),
        ("speaker:comey", []),
        ("speaker:yates said:ban", []),
    ],
)
def test_only_words_within_quotations_are_marked(typed, places):
    assert hits(BODY, tree_of(typed), "en", "body", QUOTED) == places


def test_the_sentence_of_the_quotation_is_shown():
    pieces = excerpt(f"On the ban\n{BODY}", tree_of("speaker:comey said:ban"), "en", QUOTED)
    assert (
        "".join(f"[{one.text}]" if one.hit else one.text for one in pieces) == '"No [ban]," Mr. Comey said.'
    )


def test_a_quotation_that_the_text_no_longer_has_is_passed_over():
    assert excerpt("\nThe ban came.", tree_of("said:ban"), "en", (Quoted("no such words", 0),)) == ()
