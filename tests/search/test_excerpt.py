"""The sentence that answers a search best is shown, with the words that answer it."""

from articles.search.excerpt import excerpt
from articles.search.query import parse

TEXT = "The Senate met on Friday. Mr. Sessions defended his recusal from the inquiry.\nThe recusals of others were not discussed."


def shown(text, typed):
    return "".join(f"[{piece.text}]" if piece.hit else piece.text for piece in excerpt(text, parse(typed)))


def test_sentence_with_the_most_hits_is_chosen():
    assert shown(TEXT, "recusal inquiry") == "Mr. Sessions defended his [recusal] from the [inquiry]."


def test_words_are_found_in_any_form_and_case():
    assert shown(TEXT, "SENATES") == "The [Senate] met on Friday."


def test_word_that_must_not_occur_is_not_marked():
    assert shown(TEXT, "senate -friday") == "The [Senate] met on Friday."


def test_accents_make_no_difference():
    assert shown("Ricardo Rosselló spoke.", "rossello") == "Ricardo [Rosselló] spoke."


def test_text_without_hits_has_no_excerpt():
    assert excerpt(TEXT, parse("quagga")) == ()


def test_long_sentence_is_cut_around_its_hit():
    found = shown("word " * 200 + "recusal " + "word " * 200, "recusal")
    assert "[recusal]" in found
    assert len(found) < 340
    assert (found[:2], found[-2:]) == ("… ", " …")
