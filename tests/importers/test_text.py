"""Dated text becomes news items, and what is wrong with it is said."""

import codecs
import io
import tracemalloc
from datetime import date
from pathlib import Path

import pytest

from articles.importers import text
from articles.importers.base import Options
from articles.newsitem import ImportFailure, NewsItem, Rejection

SAMPLE = Path(__file__).parents[3] / "shared/samples/sessions-2017-06-09.txt"
BODY = "The House passed the budget on Thursday."


def read(content, source="", **options):
    content = content if isinstance(content, bytes) else content.encode()
    return list(text.read(io.BytesIO(content), source=source, options=Options(**options)))


def only(content, **options):
    (item,) = read(content, **options)
    return item


def test_one_article_is_read_with_what_the_operator_says_of_it():
    item = only(
        f"date 2017-06-09\nBudget passes\n\n{BODY}\nIt goes to the Senate.\n\nMore follows.\n",
        source="house.txt", publication="The Ledger", section="Congress", byline="By A. Reporter", language="en",
    )  # fmt: skip
    assert item == NewsItem(
        headline="Budget passes",
        body=f"<p>{BODY} It goes to the Senate.</p>\n<p>More follows.</p>",
        published_on=date(2017, 6, 9),
        published_at=None,
        publication="The Ledger",
        section="Congress",
        byline="By A. Reporter",
        language="en",
        source_ref="house.txt#2017-06-09/budget-passes",
        content_sha256="d2f865e70c12c91c257c7080a2637d1e59f8cb8b47efcc958253915e9bbaaf00",
        source="house.txt",
        line=1,
    )


@pytest.mark.parametrize(
    "content",
    [
        f"date 2017-06-09 {BODY}",
        f"date 2017-06-09\n{BODY}\n",
        f" \tDATE  2017-06-09\t{BODY}\r\n\r\n",
        f"\r\n\r\nDate 2017-06-09\r{BODY}\r",
        f"\ufeffdate 2017-06-09\n\n\n{BODY}",
        codecs.BOM_UTF16_LE + f"date 2017-06-09\n{BODY}".encode("utf-16-le"),
        codecs.BOM_UTF16_BE + f"date 2017-06-09\r\n{BODY}".encode("utf-16-be"),
    ],
)
def test_same_article_is_read_however_its_lines_and_bytes_are_written(content):
    item = only(content)
    assert item.body == f"<p>{BODY}</p>"
    assert item.content_sha256 == "bca5dbd8c2254c6f958f1ff05113462ebc0eff84f26dc3a4a7bd93ccaef8f8c8"


def test_many_articles_are_read_in_the_order_of_the_file():
    items = read(f"date 2017-06-09 One.\n\n{BODY}\ndate 2017-06-08 Two.\n\ndate 1789-03-04\nThree.\n")
    assert [(item.published_on, item.headline, item.line) for item in items] == [
        (date(2017, 6, 9), "One", 1),
        (date(2017, 6, 8), "Two", 4),
        (date(1789, 3, 4), "Three", 6),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "date night at the White House",
        "date 2017 was set",
        "dated 2017-06-09",
        "date of 2017-06-09",
        "date 2017-18 season",
        "date",
    ],
)
def test_line_that_merely_begins_with_the_word_is_text(line):
    assert only(f"date 2017-06-09\nThey set a\n{line}\nand met.").body == f"<p>They set a {line} and met.</p>"


@pytest.mark.parametrize(
    ("first", "headline", "made", "body"),
    [
        ("Budget passes", "Budget passes", False, f"<p>{BODY}</p>"),
        ("Will it pass?", "Will it pass?", False, f"<p>{BODY}</p>"),
        ("The budget passed.", "The budget passed", True, f"<p>The budget passed.</p>\n<p>{BODY}</p>"),
        (
            "He said: \u201cNo.\u201d",
            "He said: \u201cNo.\u201d",
            True,
            f"<p>He said: \u201cNo.\u201d</p>\n<p>{BODY}</p>",
        ),
        ("Budget\npasses", "Budget passes", True, f"<p>Budget passes</p>\n<p>{BODY}</p>"),
        ("x" * 120, "x" * 120, False, f"<p>{BODY}</p>"),
        ("x" * 121, "x" * 89 + "\u2026", True, f"<p>{'x' * 121}</p>\n<p>{BODY}</p>"),
    ],
)
def test_short_first_paragraph_without_a_full_stop_is_the_headline(first, headline, made, body):
    item = only(f"date 2017-06-09\n{first}\n\n{BODY}")
    assert (item.headline, item.headline_made, item.body) == (headline, made, body)


@pytest.mark.parametrize(
    ("paragraph", "headline"),
    [
        ("Then-Sen. Jeff Sessions met Gov. J. B. Pritzker on Jan. 5 in the U.S. Capitol. They spoke.",
         "Then-Sen. Jeff Sessions met Gov. J. B. Pritzker on Jan. 5 in the U.S. Capitol"),
        ("Mr. Trump left. Others stayed.", "Mr. Trump left"),
        ("\u201cStop!\u201d he said. He left.", "\u201cStop!\u201d he said"),
        ("They met in the U.S.", "They met in the U.S."),
        ("Who knew? Nobody.", "Who knew?"),
        ("Budget passes", "Budget passes"),
        ("The attorney general, who was once one of the most powerful insiders outside of the West Wing, left.",
         "The attorney general, who was once one of the most powerful insiders outside of the West\u2026"),
    ],
)  # fmt: skip
def test_headline_is_made_of_the_first_sentence(paragraph, headline):
    item = only(f"date 2017-06-09\n{paragraph}")
    assert (item.headline, item.headline_made, item.body) == (headline, True, f"<p>{paragraph}</p>")
    assert len(item.headline) <= 90


def test_references_that_repeat_in_a_file_are_numbered():
    content = "".join(
        f"date 2017-06-09 {headline}\n\nText.\n\n" for headline in ("Vote", "Vote", "Vote 2", "Vote")
    )
    assert [item.source_ref for item in read(content, source="a/b.txt")] == [
        "a/b.txt#2017-06-09/vote",
        "a/b.txt#2017-06-09/vote-2",
        "a/b.txt#2017-06-09/vote-2-2",
        "a/b.txt#2017-06-09/vote-3",
    ]


def test_standard_input_gives_no_references():
    assert only(f"date 2017-06-09\n{BODY}", source="").source_ref == ""


def test_hash_follows_the_text_and_its_date_only():
    first = only(f"date 2017-06-09\n{BODY}", source="a.txt", publication="The Ledger").content_sha256
    assert only(f"\n\n date 2017-06-09 {BODY}\r\n", source="b.txt").content_sha256 == first
    assert (
        only("date 2017-06-09\ncafe\u0301").content_sha256
        == only("date 2017-06-09\ncaf\u00e9").content_sha256
    )
    assert only(f"date 2017-06-10\n{BODY}").content_sha256 != first
    assert only(f"date 2017-06-09\n{BODY}!").content_sha256 != first


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("date 2017-13-45", "'2017-13-45' is not a date; write it as 2017-06-09"),
        ("date 2017-6-9x", "'2017-6-9x' is not a date; write it as 2017-06-09"),
        ("date 2017-6-9", "'2017-6-9' is not a date; write it as 2017-06-09"),
        ("date 2017-06-09:", "'2017-06-09:' is not a date; write it as 2017-06-09"),
        ("date 2017\u201306\u201309", "'2017\u201306\u201309' is not a date; write it as 2017-06-09"),
        ("date \u0662\u0660\u0661\u0667-\u0660\u0666-\u0660\u0669", "'\u0662\u0660\u0661\u0667-\u0660\u0666-\u0660\u0669' is not a date; write it as 2017-06-09"),
        ("date 2017-06", "'2017-06' is not a date; write it as 2017-06-09"),
        ("date 2017-02-30", "'2017-02-30' is not a date; write it as 2017-06-09"),
        ("date 0000-01-01", "the year 0 is outside 1\u20139998"),
        ("date 9999-12-31", "the year 9999 is outside 1\u20139998"),
        ("date 12017-06-09", "the year 12017 is outside 1\u20139998"),
        ("date -0001-06-09", "'-0001-06-09' is not a date; write it as 2017-06-09"),
    ],
)  # fmt: skip
def test_wrong_date_rejects_its_record_and_the_rest_is_read(line, reason):
    before, rejected, after = read(
        f"date 2017-06-08\n{BODY}\n\n{line}\n{BODY}\n\ndate 2017-06-10\n{BODY}", source="a.txt"
    )
    assert rejected == Rejection(reason, "a.txt", 4, line)
    assert (before.published_on, after.published_on) == (date(2017, 6, 8), date(2017, 6, 10))


def test_date_without_text_is_rejected():
    assert read("date 2017-06-09\n \n\ndate 2017-06-10", source="a.txt") == [
        Rejection("no text after the date", "a.txt", 1, "date 2017-06-09"),
        Rejection("no text after the date", "a.txt", 4, "date 2017-06-10"),
    ]


def test_text_before_the_first_date_is_rejected():
    rejected, item = read(f"\nNotes {'x' * 300}\n\ndate 2017-06-09\n{BODY}")
    assert rejected == Rejection("text before the first date line", "", 2, f"Notes {'x' * 194}")
    assert item.line == 4


def test_bytes_that_are_not_utf_8_reject_their_record_only():
    content = (
        f"date 2017-06-08\n{BODY}\ndate 2017-06-09\ncaf\u00e9".encode()
        + b"\ncaf\xe9\n"
        + f"date 2017-06-10\n{BODY}".encode()
    )
    first, rejected, last = read(content)
    assert rejected == Rejection(
        "not UTF-8 at line 5, byte 0xe9: save the file as UTF-8", "", 3, "date 2017-06-09"
    )
    assert (first.published_on, last.published_on) == (date(2017, 6, 8), date(2017, 6, 10))


def test_cut_utf_16_rejects_the_record_that_is_cut():
    content = codecs.BOM_UTF16_LE + f"date 2017-06-09\n{BODY}\n\ndate 2017-06-10\n{BODY}".encode("utf-16-le")
    item, rejected = read(content[:-1])
    assert item.published_on == date(2017, 6, 9)
    assert rejected.reason == "not UTF-16 at line 5: save the file as UTF-8"


def test_controls_and_surrogates_do_not_come_through():
    assert only("date 2017-06-09\nBudget\x07 passes\n\n" + "words " * 1_500 + "a\x00b.").body.endswith(
        "words ab.</p>"
    )


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "the file is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "looks binary"),
        (b"date 2017-06-09\x00", "looks binary"),
        (b"date 2017-06-09 \x01\x02\x03\x04\x05\x06", "looks binary"),
        ("date 2017-06-09\nText".encode("utf-16-le"), "looks binary"),
        (b"Just a text.\n\nIt goes on.", 'the first line must look like "date 2017-06-09 Text'),
        (b" \n\n", 'the first line must look like "date 2017-06-09 Text'),
        (b"caf\xe9\n", 'the first line must look like "date 2017-06-09 Text'),
    ],
)
def test_file_that_is_no_dated_text_fails_with_one_clear_line(content, words):
    with pytest.raises(ImportFailure, match=words):
        read(content)


def test_article_of_more_than_two_million_characters_is_rejected():
    long = "words and more words\n" * 100_001
    first, second = read(f"date 2017-06-08\n{long}\ndate 2017-06-09\n{BODY}")
    assert first == Rejection("longer than 2,000,000 characters", "", 1, "date 2017-06-08")
    assert second.line == 100_004


def test_line_without_an_end_is_rejected():
    first, second = read("date 2017-06-08 " + "x" * 5_000_000 + f"\ndate 2017-06-09\n{BODY}")
    assert first.reason == "line 1 is longer than 2,000,000 characters"
    assert len(first.excerpt) == 200
    assert (second.line, second.published_on) == (2, date(2017, 6, 9))


def test_memory_does_not_grow_with_the_file(tmp_path):
    path = tmp_path / "large.txt"
    path.write_bytes((b"date 2017-06-09 " + b"w" * 480_000 + b"\n") * 40)
    tracemalloc.start()
    with path.open("rb") as stream:
        count = sum(1 for _ in text.read(stream, source="large.txt", options=Options()))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 40
    assert peak < 10_000_000


def test_article_that_grows_beyond_the_bound_as_html_is_rejected():
    assert only("date 2017-06-08\n" + "&" * 500_000).reason == "longer than 2,000,000 characters as HTML"


@pytest.mark.parametrize(
    ("head", "name", "expected"),
    [
        (b"", "notes.txt", True),
        (b"anything", "NOTES.TEXT", True),
        (b"\xef\xbb\xbf date 2017-06-09 x", "", True),
        (codecs.BOM_UTF16_LE + "date 2017-06-09".encode("utf-16-le"), "", True),
        (b"Preface\n\ndate 2017-06-09\n", "", True),
        (b'{"date": "2017-06-09"}', "a.jsonl", False),
        (b"date night", "", False),
    ],
)
def test_dated_text_is_recognised(head, name, expected):
    assert text.recognises(head, name) is expected


@pytest.mark.skipif(not SAMPLE.exists(), reason="the shared sample is not beside this checkout")
def test_sample_is_one_article_with_eleven_paragraphs():
    item = only(SAMPLE.read_bytes(), source=SAMPLE.name)
    assert (
        item.headline
        == "Attorney General Jeff Sessions, once one of the most powerful insiders outside of the\u2026"
    )
    assert item.headline_made
    assert item.published_on == date(2017, 6, 9)
    assert item.source_ref == (
        "sessions-2017-06-09.txt#2017-06-09/"
        "attorney-general-jeff-sessions-once-one-of-the-most-powerful-insiders-outside-of"
    )
    assert item.body.count("<p>") == item.body.count("\n") + 1 == 11
