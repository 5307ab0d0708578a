"""What holds for every kind of export: names, laziness, nothing left out, nothing that a file can't hold."""

import itertools
from types import SimpleNamespace

import pytest
from hypothesis import given

from articles.exports import EXPORTS, exporter_named
from articles.richtext import CleanHtml
from tests.exports.builders import HEADING, an_outgoing, hostile, hostile_outgoing, written

each = pytest.mark.parametrize("exporter", EXPORTS, ids=lambda exporter: exporter.NAME)


def test_exports_are_offered_in_this_order():
    assert [(one.NAME, one.LABEL, one.SUFFIX, one.IS_FEED) for one in EXPORTS if one.NAME != "ninjs"] == [
        ("csv", "CSV", "csv", False),
        ("jsonl", "JSON Lines", "jsonl", False),
        ("bib", "BibTeX", "bib", False),
        ("ris", "RIS", "ris", False),
        ("csl", "CSL-JSON", "csl.json", False),
        ("atom", "Atom", "atom", True),
        ("rss", "RSS", "rss", True),
        ("jsonfeed", "JSON Feed", "feed.json", True),
        ("apa", "APA", "apa.txt", False),
        ("chicago", "Chicago", "chicago.txt", False),
        ("mla", "MLA", "mla.txt", False),
    ]
    assert [one.NAME for one in EXPORTS][2] == "ninjs"


def test_media_types_are_those_that_are_registered_or_in_use():
    assert {one.NAME: one.MEDIA_TYPE for one in EXPORTS if one.NAME != "ninjs"} == {
        "csv": "text/csv; charset=utf-8",
        "jsonl": "application/x-ndjson",
        "bib": "application/x-bibtex; charset=utf-8",
        "ris": "application/x-research-info-systems; charset=utf-8",
        "csl": "application/vnd.citationstyles.csl+json",
        "atom": "application/atom+xml; charset=utf-8",
        "rss": "application/rss+xml; charset=utf-8",
        "jsonfeed": "application/feed+json",
        "apa": "text/plain; charset=utf-8",
        "chicago": "text/plain; charset=utf-8",
        "mla": "text/plain; charset=utf-8",
    }


def test_exporter_is_found_by_its_name():
    assert exporter_named("bib").LABEL == "BibTeX"
    assert exporter_named("docx") is None


@each
def test_articles_are_taken_one_at_a_time(exporter):
    taken = SimpleNamespace(number=0)

    def archive():
        for number in range(200_000):
            taken.number += 1
            yield an_outgoing(id=number)

    pieces = exporter.write(HEADING, archive())
    for asked, _ in enumerate(itertools.islice(pieces, 50)):
        assert taken.number <= asked + 1
    assert taken.number > 40


@each
def test_a_piece_is_written_for_each_article_at_least(exporter):
    articles = [an_outgoing(id=number, headline=f"Vote {number}") for number in range(20)]
    pieces = list(exporter.write(HEADING, iter(articles)))
    assert len(pieces) >= 20
    holding = [place for place, piece in enumerate(pieces) if "Vote" in piece]
    assert len(holding) == 20
    assert [f"Vote {number}" in pieces[place] for number, place in enumerate(holding)] == [True] * 20


@each
def test_file_says_which_list_it_is(exporter):
    assert "“budget” · 2017" in written(exporter)
    assert "2026-07-04" in written(exporter)
    assert "https://archive.example.org/search/?q=budget&" in written(exporter).replace("&amp;", "&")


@each
def test_list_without_articles_is_a_file_all_the_same(exporter):
    assert isinstance("".join(exporter.write(HEADING, iter(()))), str)


@pytest.mark.parametrize(
    "exporter", [one for one in EXPORTS if one.NAME != "ninjs"], ids=lambda one: one.NAME
)
@given(hostile)
def test_whatever_an_article_holds_is_written_as_utf8(exporter, text):
    file = written(exporter, hostile_outgoing(text, body=CleanHtml(text)), question=text, archive=text)
    assert "\x00" not in file
