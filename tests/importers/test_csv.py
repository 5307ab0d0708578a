"""Tables become news items, row by row, and a lost quotation mark loses one row."""

import csv as tables
import io
import time
import tracemalloc
from contextlib import suppress
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.importers import csv, importer_for
from articles.importers.base import Options
from articles.newsitem import ImportFailure, NewsItem, Rejection
from articles.spreadsheets import safe
from tests.thorough import rounds

SAMPLE = Path(__file__).parents[1] / "samples/csv/council.csv"
HEADER = b"title,date,body\n"


def read(content, source="", **options):
    content = content if isinstance(content, bytes) else content.encode()
    return list(csv.read(io.BytesIO(content), source=source, options=Options(**options)))


def told(content):
    """Return the line of each record and its headline, or why it has none."""
    return [
        (record.line, record.reason if isinstance(record, Rejection) else record.headline)
        for record in read(content)
    ]


def test_table_as_excel_writes_it_is_read_with_all_it_says():
    first, second, rejection = read(SAMPLE.read_bytes(), "council.csv", publication="The Harbour Post")
    assert first == NewsItem(
        headline="Council says \"no\" to tolls",
        byline="Vera Kingford",
        publication="The Harbour Post",
        published_on=date(2018, 11, 2),
        published_at=None,
        body="<p>The council voted.</p>\n<p>It was late.</p>",
        topics=("Tolls", "Roads"),
        source_url="https://post.example/17",
        source_ref="17",
        content_sha256=sha256(
            b'17;"Council says ""no"" to tolls";Vera Kingford;2018-11-02;"The council voted.\n\nIt was late.";'
            b"Tolls|Roads;https://post.example/17"
        ).hexdigest(),
        source="council.csv",
        line=3,
    )  # fmt: skip
    assert (second.line, second.headline, second.source_url) == (7, "=Untitled", "")
    assert rejection == Rejection(
        "“published”: '3rd of November' is no date",
        "council.csv",
        8,
        "19;Mayor resigns;;3rd of November;Text.;;",
    )


@pytest.mark.parametrize(
    "content",
    [
        "title,date,body\nA,2017-06-09,x\n",
        "title;date;body\r\nA;2017-06-09;x",
        "title\tdate\tbody\rA\t2017-06-09\tx\r",
        "title|date|body\nA|2017-06-09|x\n",
        "sep=|\nwhatever, else|title|date|body\n|A|2017-06-09|x\n",
        '\n"title", "date", "body"\n"A", "2017-06-09", "x"\n',
        b"\xef\xbb\xbftitle,date,body\nA,2017-06-09,x\n",
        "title,date,body\nA,2017-06-09,x\n".encode("utf-16"),
    ],
)
def test_table_is_the_same_however_it_is_written(content):
    (item,) = read(content)
    assert (item.headline, item.published_on, item.body) == ("A", date(2017, 6, 9), "<p>x</p>")


def test_as_many_come_out_as_went_in():
    written = io.StringIO()
    tables.writer(written).writerows(
        [("id", "headline", "published", "body")]
        + [(number, f"No. {number}", "2017-06-09", 'A "b",\n\nc') for number in range(500)]
    )
    assert [item.source_ref for item in read(written.getvalue())] == [str(number) for number in range(500)]


@settings(max_examples=rounds(60), deadline=None)
@given(st.lists(st.text("ab\",;\n\r \t'=", min_size=1).filter(str.strip), min_size=1))
def test_cells_of_any_text_come_back(texts):
    written = io.StringIO()
    tables.writer(written).writerows([("headline", "date")] + [(f"x{text}x", "2017-06-09") for text in texts])
    assert [item.headline for item in read(written.getvalue())] == [
        " ".join(f"x{text}x".split()) for text in texts
    ]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "'quoted", "\u200b=x", "plain"])
def test_apostrophe_that_our_export_sets_is_removed(text):
    written = io.StringIO()
    tables.writer(written).writerows([("headline", "date"), (safe(text), "2017-06-09")])
    (item,) = read(written.getvalue())
    assert item.headline == text


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            b'A,2017-06-09,"x\nB,2017-06-10,y\nC,2017-06-11,"z"\n',
            [
                (2, "a quotation mark stands within a cell: there it is written twice"),
                (3, "B"),
                (4, "C"),
            ],
        ),
        (
            b'A,2017-06-09,"x\nB,2017-06-10,y\n',
            [
                (2, "a quotation mark opens a cell and never closes it, or the cell has more than 2,000,000 characters"),
                (3, "B"),
            ],
        ),
        (
            b'A,2017-06-09,"x"y\nB,2017-06-10,y\n',
            [(2, "a quotation mark stands within a cell: there it is written twice"), (3, "B")],
        ),
        (
            b"A,2017-06-09,caf\xe9\nB,2017-06-10,\"y\ncaf\xe9\n\"\nC,2017-06-11,z\n",
            [
                (2, "not UTF-8 at line 2, byte 0xe9: save the file as UTF-8"),
                (3, "not UTF-8 at line 4, byte 0xe9: save the file as UTF-8"),
                (6, "C"),
            ],
        ),
        (b"A,2017-06-09,x,y\nB,2017-06-10\nC,2017-06-11,z,,\n", [(2, "the row has 4 cells, the header 3"), (3, "B"), (4, "C")]),
        (b",,\n\n \nA,2017-06-09,x", [(5, "A")]),
        (b"A,,x\n", [(2, "it bears no date; --date gives one")]),
        (b",2017-06-09,\n", [(2, "it has neither a headline nor text")]),
    ],
)  # fmt: skip
def test_row_that_is_wrong_is_rejected_alone(rows, expected):
    assert told(HEADER + rows) == expected


def test_middle_of_a_broken_row_is_no_article():
    content = HEADER + b'A,2017-06-09,"x\nwords that go on\nB,2017-06-10,y\nC,2017-06-11\n'
    assert [
        record.line for record in read(content, published_on=date(2017, 1, 1)) if isinstance(record, NewsItem)
    ] == [4, 5]
    assert [(record.line, record.reason) for record in read(content) if isinstance(record, Rejection)][1] == (
        3,
        "the row has 1 cells, the header 3",
    )


def test_row_of_ten_megabytes_is_rejected_alone():
    (rejection, item) = told(HEADER + b'A,2017-06-09,"' + b"x" * 10_000_000 + b'"\nB,2017-06-10,y\n')
    assert rejection == (2, "line 2 is longer than 2,000,000 characters")
    assert item == (3, "B")


def test_cell_of_many_lines_that_is_too_large_is_rejected_with_its_line():
    first, *_, last = told(HEADER + b'A,2017-06-09,"' + (b"x" * 999 + b"\n") * 2_500 + b'"\nB,2017-06-10,y\n')
    assert first[0] == 2
    assert last == (2_503, "B")


@pytest.mark.parametrize("line", [b'a","c\n', b'a","c","\n'])
def test_lines_that_each_swallow_the_rest_take_linear_time(line):
    begun = time.process_time()
    assert read(HEADER + line * 200_000)
    assert time.process_time() - begun < 20


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "the file is empty"),
        (b"\n\n", "the first line names no column that is known, but nothing"),
        (b"\x89PNG\x00\x00", "the file looks binary"),
        (
            b"one,two\n1,2\n",
            "the first line names no column that is known, but one, two; --field headline=NAME",
        ),
        (b"title,date,title\n", "two columns have the name “title”: rename one"),
        (b'title,"date\n', "the first line names no column"),
        (b"caf\xe9,title,date\n", "not UTF-8 at line 1"),
        (
            b",".join(b"c%d" % number for number in range(100_000)),
            "the table has 100,000 columns, 500 is the most",
        ),
    ],
)
def test_file_without_a_header_fails_with_one_clear_line(content, words):
    with pytest.raises(ImportFailure, match=words):
        read(content)


def test_columns_of_others_are_mapped():
    (item,) = read(
        "Titel,Datum,a.b\nA,2017-06-09,x\n", fields={"headline": "Titel", "published": "Datum", "body": "a.b"}
    )
    assert (item.headline, item.body) == ("A", "<p>x</p>")


def test_memory_does_not_grow_with_the_file():
    content = HEADER + (b'A,2017-06-09,"' + b"w" * 200_000 + b'"\n') * 100
    stream = io.BytesIO(content)
    tracemalloc.start()
    count = sum(1 for _ in csv.read(stream, source="", options=Options()))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 100
    assert peak < 10_000_000


@settings(max_examples=rounds(100), deadline=None)
@given(st.text('ab",;\n\r\t=0\x00\u00e9', max_size=80))
def test_nothing_else_than_a_failure_comes_of_any_text(text):
    for record in read("headline,date\n" + text.replace("\x00", "") + "\n"):
        assert record.line > 1
    with suppress(ImportFailure):
        read(text)


@pytest.mark.parametrize(
    ("head", "name", "expected"),
    [
        (b"anything", "a.CSV", True),
        (b"", "a.tsv", True),
        (b"\xef\xbb\xbfid;Title;pubDate\n", "", True),
        (b'"headline","published_on"\r\n', "export", True),
        (b"headline,topics\n", "", False),
        (b"date 2017-06-09 Title, headline\n", "", False),
        (b"\x89PNG", "", False),
    ],
)
def test_table_is_recognised(head, name, expected):
    assert csv.recognises(head, name) is expected


def test_table_is_taken_by_this_format():
    assert importer_for(SAMPLE.read_bytes(), "council.csv") is csv
