"""The sentence that answers a search best is shown, with the words that answer it."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.search.excerpt import LONGEST, excerpt, with_marks
from articles.search.query import parse
from articles.search.tree import Among, And, In, Named, Near, Or, Phrase, Prefix, Word

TEXT = "The Senate met on Friday. Mr. Sessions defended his recusal from the inquiry.\nThe recusals of others were not discussed."


def shown(text, typed, code="en"):
    tree = parse(typed).tree if isinstance(typed, str) else typed
    return "".join(f"[{piece.text}]" if piece.hit else piece.text for piece in excerpt(text, tree, code))


def test_sentence_with_the_most_hits_is_chosen():
    assert shown(TEXT, "recusal inquiry") == "Mr. Sessions defended his [recusal] from the [inquiry]."


def test_words_are_found_in_any_form_and_case():
    assert shown(TEXT, "SENATES") == "The [Senate] met on Friday."


def test_word_that_must_not_occur_is_not_marked():
    assert shown(TEXT, "senate -friday") == "The [Senate] met on Friday."


def test_accents_make_no_difference():
    assert shown("Ricardo Rosselló spoke.", "rossello") == "Ricardo [Rosselló] spoke."


def test_text_without_hits_has_no_excerpt():
    assert excerpt(TEXT, parse("quagga").tree, "en") == ()


def test_search_for_a_name_alone_has_no_excerpt():
    assert excerpt(TEXT, Named("person", "sessions", frozenset({1})), "en") == ()


def test_long_sentence_is_cut_around_its_hit():
    found = shown("word " * 200 + "recusal " + "word " * 200, "recusal")
    assert "[recusal]" in found
    assert len(found) < 340
    assert (found[:2], found[-2:]) == ("… ", " …")


def test_long_sentence_is_cut_where_it_says_most():
    text = "tax " + "word " * 200 + "the tax was cut " + "word " * 200
    assert "[tax] was [cut]" in shown(text, And((Word("tax"), Word("cut"))))


def test_end_of_a_long_sentence_is_shown_whole():
    found = shown("word " * 200 + "recusal", "recusal")
    assert found.endswith("word [recusal]")
    assert len(found) > 300


def test_phrase_counts_as_much_as_its_words_and_more():
    text = "\nThe senate did vote. A tax cut passed."
    asked = Or((And((Word("senate"), Word("vote"))), Phrase("tax cut")))
    assert shown(text, asked) == "A [tax cut] passed."


def test_words_near_each_other_count_more_than_words_apart():
    text = "\nThe senate did vote. A tax was soon cut."
    asked = Or((And((Word("senate"), Word("vote"))), Near((Word("tax"), Word("cut")), 3)))
    assert shown(text, asked) == "A [tax] was soon [cut]."


def test_first_of_equal_sentences_is_shown():
    assert shown("\nTax one. Tax two.", "tax") == "[Tax] one."


def test_phrase_that_a_sentence_ends_in_is_marked_as_far_as_it_goes():
    assert shown("\nThey raised the tax. Cut it, he said.", Phrase("tax cut")) == "They raised the [tax.]"


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (In("standfirst", Word("tax")), "The [tax]."),
        (In("body", Word("tax")), "A [tax] cut."),
        (In("headline", Word("tax")), ""),
        (Among(2, Word("tax")), "A [tax] cut."),
        (Among(1, Word("tax")), ""),
    ],
)
def test_what_is_asked_of_one_text_is_shown_in_that_text(asked, found):
    assert shown("The tax.\nA tax cut.", asked) == found


def test_whole_headline_is_shown_with_its_hits():
    pieces = with_marks("Tax cut passes", And((Word("tax"), In("body", Word("cut")))), "en", "headline")
    assert [(piece.text, piece.hit) for piece in pieces] == [("Tax", True), (" cut passes", False)]


@given(st.text(st.sampled_from("taxcu t.\n ,é"), max_size=900), st.sampled_from([0, 400]))
def test_excerpt_is_a_piece_of_the_text_and_never_long(text, repeats):
    text = text + text[:3] * repeats
    tree = Or((Word("tax"), Prefix("c"), Phrase("a t")))
    pieces = excerpt(text, tree, "en")
    said = "".join(piece.text for piece in pieces)
    assert said.removeprefix("… ").removesuffix(" …") in text
    assert len(said) <= LONGEST + 4
    assert not pieces or any(piece.hit for piece in pieces)


def test_text_of_half_a_million_characters_without_an_end_takes_little_time():
    text = "\n" + "tax of a cut " * 38_000
    start = time.process_time()
    assert excerpt(text, And((Word("tax"), Word("cut"))), "en")
    assert time.process_time() - start < 5
