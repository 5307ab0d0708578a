"""What is marked is what the index would find, and nothing else."""

import time
from datetime import UTC, date, datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from articles.search.conditions import Conditions
from articles.search.forms import matches
from articles.search.hits import hits
from articles.search.index import SearchIndex
from articles.search.languages import folded
from articles.search.languages import words as words_in
from articles.search.position import Position
from articles.search.printed import PrintedWords, word_of
from articles.search.schema import IndexedArticle
from articles.search.tree import (
    TEXTS,
    Among,
    And,
    AtLeast,
    Dated,
    In,
    Length,
    Named,
    Near,
    Not,
    Or,
    Phrase,
    Prefix,
    Word,
)
from tests.thorough import rounds

WORDS = ["tax", "taxes", "taxation", "cut", "cuts", "the", "of", "Rosselló", "o’neill", "covid-19", "x" * 61]
AN_ARTICLE = {
    "id": 1,
    "published_on": date(2017, 6, 9),
    "published_at": datetime(2017, 6, 9, tzinfo=UTC),
    "status": "published",
    "publication": 1,
    "section": None,
    "people": (),
    "authors": (),
    "topics": (),
    "standfirst": "",
    "byline": "",
    "language": "en",
    "words": 5,
}
TAX, CUT, THE = Word("tax"), Word("cut"), Word("the")


def found(text, tree, code="en", field="body"):
    return [text[start:end] for start, end in hits(text, tree, code, field)]


@pytest.mark.parametrize(
    ("text", "tree", "expected"),
    [
        ("Taxes rose as TAXED men left", TAX, ["Taxes", "TAXED"]),
        ("Taxes rose as a tax fell", Word("tax", exact=True), ["tax"]),
        ("A syntax of taxa", TAX, []),
        ("The COVID-19 bill", Word("covid-19"), ["COVID-19"]),
        ("covid, 19 of them", Word("covid-19"), ["covid, 19"]),
        ("Committees of the commons", Prefix("comm"), ["Committees", "commons"]),
        ("The tax cuts; the tax, cutting", Prefix("tax cu"), ["tax cuts", "tax, cutting"]),
        ("A tax-cut, a tax on a cut", Phrase("tax cut"), ["tax-cut"]),
        ("Tax cuts", Phrase("tax cut"), []),
        ("new new new york", Phrase("new new"), ["new new new"]),
        ("tax cut bill", Or((Phrase("tax cut"), Phrase("cut bill"), TAX)), ["tax cut bill"]),
        ("tax a b cut, a b c d tax", Near((TAX, CUT), 3), ["tax", "cut"]),
        ("cut taxes", Near((TAX, CUT), 1), ["cut", "taxes"]),
        ("tax and tax, a b c tax", Near((TAX, TAX), 2), ["tax", "tax"]),
        ("tax", Near((TAX, TAX), 2), []),
        ("tax cut a b c d vote", Near((TAX, CUT, Word("vote")), 2), []),
        ("cut or slash a tax", Near((TAX, Or((CUT, Word("slash")))), 2), ["slash", "tax"]),
        ("tax taxes", AtLeast(3, TAX), ["tax", "taxes"]),
        ("cutting a tax", Near((TAX, Or((Prefix("cutt"), Word("slash")))), 2), ["cutting", "tax"]),
        ("a tax", Prefix("“”"), []),
        ("a tax, a tax", Among(2, TAX), ["tax"]),
        ("a tax cut", Among(2, Phrase("tax cut")), []),
        ("tax", Not(TAX), []),
        ("tax cut", And((TAX, Not(CUT))), ["tax"]),
        ("the tax", And((THE, TAX)), ["tax"]),
        ("the tax of", And((THE, Word("of"))), ["the", "of"]),
        ("the tax", And((Word("the", exact=True), TAX)), ["the", "tax"]),
        ("the tax", And((THE, Dated(None, None))), []),
        ("tax", Or((Named("topic", "tax"), Dated(None, None), Length(1, None))), []),
        ("x" * 61 + " tax", Phrase("tax"), ["tax"]),
        ("tax " + "x" * 61 + " cut", Phrase("tax cut"), []),
        ("", TAX, []),
    ],
)
def test_place_is_found(text, tree, expected):
    assert found(text, tree) == expected


@pytest.mark.parametrize(
    ("tree", "fields"),
    [
        (TAX, TEXTS),
        (In("headline", TAX), ("headline",)),
        (In("headline", In("byline", TAX)), ("byline",)),
        (AtLeast(2, TAX), ("headline", "standfirst", "body")),
        (In("byline", AtLeast(2, TAX)), ("headline", "standfirst", "body")),
        (Among(5, TAX), ("body",)),
    ],
)
def test_only_the_text_that_is_asked_answers(tree, fields):
    assert tuple(field for field in TEXTS if found("tax", tree, field=field)) == fields


def test_forms_follow_the_language():
    assert found("Die Häuser", Word("Haus"), "de-AT") == ["Häuser"]
    assert found("Die Häuser", Word("Haus"), "en") == []
    assert found("Taxes, tax", TAX, "und") == ["tax"]


@pytest.mark.parametrize(
    ("text", "asked", "expected"),
    [
        ("Ricardo Rosselló", "rossello", ["Rosselló"]),
        ("Ricardo Rossello\u0301 spoke", "Rosselló", ["Rossello\u0301"]),
        ("The o\ufb03ce", "office", ["o\ufb03ce"]),
        ("قال وزير العدل", "وزير", ["وزير"]),
        ("हिन्दी में", "हिन्दी", ["हिन्दी"]),
        ("Der Spaß", "spass", ["Spaß"]),
    ],
)
def test_letters_are_those_of_the_index(text, asked, expected):
    assert found(text, Word(asked)) == expected


@given(st.text())
@example("pe\u0301rez \u0345 हि\u093f Ⓐ _x_ ² ﬁ İ \U00010ffff " + "y" * 80)
def test_words_are_those_of_the_index(text):
    assert [term for term in PrintedWords(text, "en").terms if term] == words_in(text)


words = st.builds(Word, st.sampled_from(WORDS), st.booleans())
phrases = st.builds(Phrase, st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join))
beginnings = st.builds(Prefix, st.sampled_from(["t", "tax", "cuts"]))
choices = st.builds(Or, st.tuples(words, words | beginnings))
sides = st.lists(words | beginnings | choices, min_size=2, max_size=3).map(tuple)
leaves = (
    words
    | phrases
    | st.builds(Prefix, st.sampled_from(["t", "tax", "the ta", "covid-1", "cuts"]))
    | st.builds(Near, sides, st.integers(1, 4))
    | st.builds(Among, st.integers(1, 4), st.builds(Word, st.sampled_from(["tax", "cut", "of"])))
)
texts = st.lists(st.sampled_from([*WORDS, ",", "Tax,", "CUT"]), max_size=9).map(" ".join)
trees = st.recursive(
    leaves,
    lambda nodes: (
        st.builds(Not, nodes)
        | st.builds(Or, st.tuples(nodes, nodes))
        | st.builds(And, st.tuples(nodes, nodes))
        | st.builds(In, st.sampled_from(TEXTS), nodes)
    ),
    max_leaves=5,
)


@pytest.fixture(scope="module")
def is_found(tmp_path_factory):
    """Return what says whether the index finds an article that says this and nothing else."""
    index = SearchIndex(tmp_path_factory.mktemp("index"))

    def ask(tree, **texts):
        with index.writing() as batch:
            batch.clear()
            batch.add([IndexedArticle(**AN_ARTICLE, **texts)])
            batch.commit(Position(below=1))
        return index.snapshot().total(Conditions(tree=tree)) > 0

    return ask


@settings(max_examples=rounds(300), deadline=None)
@given(tree=leaves, body=texts, headline=texts)
def test_something_is_marked_just_where_the_index_finds_it(is_found, tree, body, headline):
    marked = found(body, tree) + found(headline, tree, field="headline")
    assert bool(marked) == is_found(tree, body=body, headline=headline)


@given(tree=trees, text=texts)
def test_places_are_in_order_and_never_overlap(tree, text):
    places = [place for pair in hits(text, tree, "en", "body") for place in pair]
    assert places == sorted(set(places))
    assert all(0 <= place <= len(text) for place in places)


@given(tree=words | st.builds(Or, st.tuples(words, words)), text=texts)
def test_whatever_is_marked_is_a_form_of_a_word_asked_for(tree, text):
    asked = tree.parts if isinstance(tree, Or) else (tree,)
    for piece in found(text, tree):
        assert any(
            folded(piece) == folded(word.text)
            or (not word.exact and matches(word.text, piece, "en"))
            or any(part in folded(piece) for part in folded(word.text))
            for word in asked
        )


def test_patterns_of_letters_are_kept():
    assert word_of("") is word_of("")


def test_half_a_million_characters_take_little_time():
    text = "The committee voted to cut taxes, he said. " * 12_000
    tree = And((TAX, Phrase("cut taxes"), Near((Word("vote"), CUT), 5), Prefix("com"), Word("said")))
    start = time.process_time()
    assert len(hits(text, tree, "en", "body")) > 10_000
    assert time.process_time() - start < 5
