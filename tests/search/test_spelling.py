"""Spellings that stand in the archive, near a word that was typed."""

import pytest
import tantivy

from articles.search.forms import Vocabulary
from articles.search.languages import MARKS, PLAIN, number_of
from articles.search.quotations import QUOTATIONS, SPOKEN
from articles.search.schema import SCHEMA
from articles.search.spelling import MOST_TERMS, distance, edited, spellings

BODIES = [
    *["the recusal of the attorney"] * 5, *["recusals"] * 2, *["recuse"] * 2, "recusel",
    *["landlord and tenant"] * 3, *["tax cut"] * 4, "tax", "land", "lord", *["senate"] * 6, "senator", *["senior"] * 2,
    *["zürich"] * 2, *["вопрос"] * 3, "2017", "2018", "of", "on", "form", *["from"] * 3, "policy", "police",
]  # fmt: skip


def vocabulary(bodies, headlines=(), code="en"):
    index = tantivy.Index(SCHEMA)
    index.register_tokenizer("plain", PLAIN)
    index.register_tokenizer("marks", MARKS)
    index.register_tokenizer("quotations", QUOTATIONS)
    index.register_tokenizer("spoken", SPOKEN)
    writer = index.writer(15_000_000, 1)
    for text, field in [*((text, "body") for text in bodies), *((text, "headline") for text in headlines)]:
        document = tantivy.Document()
        document.add_unsigned("id", 1)
        document.add_unsigned("language", number_of(code))
        document.add_text(field, text)
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()
    return Vocabulary(searcher, searcher.num_docs)


@pytest.fixture(scope="module")
def archive():
    return vocabulary(BODIES, ["Attorneys resign"])


@pytest.mark.parametrize(
    "word",
    [
        "",
        "!!",
        "of",
        "om",
        "2019",
        "g20",
        "xyzzy",
        "qqqqqqqq",
        "recusal",
        "senate",
        "x" * 70,
        "\x00",
        "land senate",
        "💥",
        "a b c",
    ],
)
def test_nothing_is_near(archive, word):
    assert spellings(word, archive) == []


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("recusall", [("recusal", 5), ("recusel", 1)]),
        ("RÉCUSALL", [("recusal", 5), ("recusel", 1)]),
        ("recsual", [("recusal", 5), ("recusel", 1)]),
        ("ecusal", [("recusal", 5)]),
        ("tecusal", [("recusal", 5)]),
        ("ercusal", [("recusal", 5)]),
        ("rceusla", [("recusal", 5)]),
        ("recusel", [("recusal", 5)]),
        ("attorny", [("attorney", 5)]),
        ("atorny", [("attorney", 5)]),
        ("satorny", []),
        ("fomr", [("form", 1)]),
        ("fro", [("from", 3)]),
        ("fxxm", []),
        ("zurch", [("zurich", 2)]),
        ("вопорс", [("вопрос", 3)]),
        ("policx", [("police", 1), ("policy", 1)]),
        ("taxcut", [("tax cut", 4)]),
        ("cuttax", []),
        ("land lord", [("landlord", 3)]),
        ("land-lord", [("landlord", 3)]),
        ("tax cut", []),
    ],
)
def test_spellings_are_ranked_by_nearness_then_by_articles(archive, word, expected):
    assert spellings(word, archive) == expected


def test_forms_of_the_word_itself_are_no_other_spelling():
    assert spellings("recusals", vocabulary(["recusal"] * 9)) == []


def test_only_the_text_asked_counts(archive):
    assert spellings("attorny", archive, ("headline",)) == [("attorneys", 1)]
    assert spellings("recusall", archive, ("headline",)) == []


def test_rarer_spelling_is_none():
    archive = vocabulary(["recusel"] * 3 + ["recusal"] * 3)
    assert spellings("recusel", archive) == []


@pytest.mark.parametrize(
    ("one", "other", "steps"),
    [
        ("", "", 0), ("", "ab", 2), ("tax", "tax", 0), ("tax", "tex", 1), ("tax", "txa", 1), ("tax", "taxi", 1), ("tax", "ax", 1),
        ("senate", "sneaet", 2), ("senate", "sonata", 2), ("senate", "nates", 3), ("ca", "abc", 3), ("kitten", "sitting", 3), ("abcdef", "a", 3),
    ],
)  # fmt: skip
def test_distance_counts_steps_and_stops_beyond_two(one, other, steps):
    assert distance(one, other, 2) == distance(other, one, 2) == steps


def test_everything_one_step_away_is_at_distance_one():
    assert {distance("senate", other, 2) for other in edited("senate")} == {1}
    assert len(edited("senate")) == 6 + 5 + 6 * 25 + 7 * 26 - 6


def test_few_words_of_the_archive_are_looked_at():
    asked = []

    class Searcher:
        num_docs = 1

        def terms_with_prefix(self, text, prefix, limit=None):
            asked.append((text, prefix, limit))
            return []

        def doc_freq(self, text, word):
            return 0

    assert spellings("recusall", Vocabulary(Searcher(), 1)) == []
    assert {(text, prefix) for text, prefix, limit in asked if limit == MOST_TERMS} == {
        ("body", "re"), ("body", "rc"), ("byline", "re"), ("byline", "rc"),
    }  # fmt: skip
    assert all(limit or len(prefix) > 3 for _, prefix, limit in asked)
