"""JSON Lines hold everything, and come back into an archive as they were."""

import io
import json
from datetime import UTC, date, datetime

from hypothesis import given

from articles.exports import json_lines
from articles.importers import json_lines as importer
from articles.importers.base import Options
from articles.richtext import CleanHtml
from tests.exports.builders import ARTICLE, an_outgoing, hostile, hostile_outgoing, written

KEYS = [
    "id", "permalink", "slug", "headline", "standfirst", "body_html", "byline", "authors", "section", "publication",
    "published", "published_on", "published_at", "language", "word_count", "people", "people_offices", "mentions", "topics",
    "source_url", "source_ref", "added_at", "updated_at", "list",
]  # fmt: skip

MENTIONS = [
    {
        "name": "Dana Whitfield",
        "role": "author",
        "quoted": False,
        "count": 1,
        "office": "",
        "in_office": False,
    },
    {
        "name": "Jeff Sessions",
        "role": "subject",
        "quoted": True,
        "count": 11,
        "office": "Attorney General",
        "in_office": True,
    },
    {
        "name": "Al Franken",
        "role": "mentioned",
        "quoted": False,
        "count": 2,
        "office": "former Senator (D-Minn.)",
        "in_office": False,
    },
]


def objects(*articles, **heading):
    return [json.loads(line) for line in written(json_lines, *articles, **heading).splitlines()]


def test_article_is_an_object_with_all_that_is_told_of_it():
    assert objects() == [
        {
            "id": 17,
            "permalink": "https://archive.example.org/2017/06/09/budget-passes/",
            "slug": "budget-passes",
            "headline": "Budget passes",
            "standfirst": "The vote was close.",
            "body_html": "<p>The House voted on Thursday.</p>\n<p>More follows.</p>",
            "byline": "By Dana Whitfield and Priya Raman",
            "authors": ["Dana Whitfield", "Priya Raman"],
            "section": "Congress",
            "publication": "The Capital Ledger",
            "published": "2017-06-09T14:30:00+00:00",
            "published_on": "2017-06-09",
            "published_at": "2017-06-09T14:30:00+00:00",
            "language": "en-US",
            "word_count": 7,
            "people": ["Jeff Sessions", "Al Franken"],
            "people_offices": ["Attorney General", "former Senator (D-Minn.)"],
            "mentions": MENTIONS,
            "topics": ["Budget"],
            "source_url": "https://ledger.example.com/politics/budget?id=1",
            "source_ref": "ledger-4711",
            "added_at": "2026-05-01T08:00:05.250000+00:00",
            "updated_at": "2026-05-02T09:00:00+00:00",
            "list": {
                "archive": "Newsroom",
                "question": "“budget” · 2017",
                "url": "https://archive.example.org/search/?q=budget&year=2017",
                "total": 1,
                "made_at": "2026-07-04T12:00:00+00:00",
            },
        }
    ]


def test_no_field_of_an_article_is_left_out():
    assert set(type(ARTICLE).__slots__) - {"body"} <= set(KEYS)


def test_offices_stand_in_the_order_of_the_people_with_nothing_where_none_is_known():
    (line,) = objects(an_outgoing(people=("Al Franken", "Sergey Kislyak", "Jeff Sessions")))
    assert line["people_offices"] == ["former Senator (D-Minn.)", "", "Attorney General"]


def test_every_line_has_the_same_keys_in_the_same_order():
    lines = objects(an_outgoing(id=1), an_outgoing(id=2, published_at=None, people=(), source_ref=""))
    assert [list(line) for line in lines] == [KEYS, KEYS]


def test_only_the_first_line_says_which_list_it_is():
    first, second = objects(an_outgoing(id=1), an_outgoing(id=2))
    assert first["list"]["total"] == 2
    assert second["list"] is None


def test_number_of_lines_is_the_number_of_articles():
    assert written(json_lines, *(an_outgoing(id=number) for number in range(5))).count("\n") == 5


def test_day_without_time_is_a_date():
    (line,) = objects(an_outgoing(published_at=None, published_on=date(45, 3, 15)))
    assert (line["published"], line["published_on"], line["published_at"]) == (
        "0045-03-15",
        "0045-03-15",
        None,
    )


def test_dateline_stays_apart_from_the_moment():
    moment = datetime(2017, 6, 10, 3, 30, tzinfo=UTC)
    (line,) = objects(an_outgoing(published_on=date(2017, 6, 9), published_at=moment))
    assert (line["published_on"], line["published"]) == ("2017-06-09", "2017-06-10T03:30:00+00:00")


def test_importer_makes_the_same_article_of_it():
    moment = datetime(2017, 6, 10, 3, 30, 5, 250, tzinfo=UTC)
    file = written(json_lines, an_outgoing(published_at=moment)).encode()
    (record,) = importer.read(io.BytesIO(file), source="out.jsonl", options=Options())
    item = record.reader(record)
    assert (item.headline, item.body, item.standfirst, item.byline, item.section, item.publication) == (
        "Budget passes",
        "<p>The House voted on Thursday.</p>\n<p>More follows.</p>",
        "The vote was close.",
        "By Dana Whitfield and Priya Raman",
        "Congress",
        "The Capital Ledger",
    )
    assert (item.published_on, item.published_at) == (date(2017, 6, 9), moment)
    assert (item.people, item.topics) == (("Jeff Sessions", "Al Franken"), ("Budget",))
    assert (item.source_url, item.language) == ("https://ledger.example.com/politics/budget?id=1", "en-US")


def test_no_reader_takes_a_character_for_the_end_of_a_line():
    (line,) = objects(an_outgoing(headline="a\u2028b\u2029c\x85d\x1ce\x0bf\nh"))
    assert line["headline"] == "a\u2028b\u2029c\x85d\x1ce\x0bf\nh"


@given(hostile)
def test_whatever_a_field_holds_comes_back(text):
    (line,) = objects(hostile_outgoing(text, body=CleanHtml(text)))
    expected = text.encode(errors="ignore").decode()
    assert line["headline"] == line["body_html"] == line["people"][0] == expected
