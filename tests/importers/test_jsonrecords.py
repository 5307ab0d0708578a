"""Records are found in JSON Lines, arrays and objects, whatever else is in the file."""

import io
import json
import tracemalloc

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from articles.importers import jsonvalues
from articles.importers.jsonrecords import NotJson, Record, parsed, records, unparsed
from articles.newsitem import ImportFailure
from tests.thorough import rounds

NAMES = st.text('ab\u00e9\u2028 "\\\n\r{}[],:', max_size=8)


def read(content, **options):
    content = content if isinstance(content, bytes) else content.encode()
    return list(records(io.BytesIO(content), **options))


def values(content):
    return [record.value for record in read(content)]


def problems(content):
    return [(record.number, record.problem) for record in read(content) if record.problem]


@pytest.mark.parametrize(
    "content",
    [
        '{"a": 1}\n{"a": 2}\n',
        '\ufeff{"a": 1}\r\n\r\n{"a": 2}',
        '{"a": 1}\r{"a": 2}\r',
        '[{"a": 1}, {"a": 2}]',
        '\ufeff [\n  {\n    "a": 1\n  },\n  {\n    "a": 2\n  }\n]\n',
        '{\n  "a": 1\n}\n{\n  "a": 2\n}\n',
        '[{"a": 1}]\n[{"a": 2}]',
    ],
)
def test_records_are_the_same_however_they_are_laid_out(content):
    assert values(content) == [{"a": 1}, {"a": 2}]


def test_single_object_over_many_lines_is_one_record():
    assert values('{\n "a": [\n  {"b": "}"},\n  "]"\n ]\n}') == [{"a": [{"b": "}"}, "]"]}]


def test_number_is_that_of_the_line_or_of_the_record():
    assert [record.number for record in read('\n{"a": 1}\r\n\r\n{"a": 2}')] == [2, 4]
    assert [record.number for record in read('[\n\n{"a": 1},\n\n{"a": 2}]')] == [1, 2]


def test_record_keeps_its_own_bytes():
    assert [record.raw for record in read('{"a":  1} \n')] == [b'{"a":  1}']
    assert [record.raw for record in read('[ {"a":  1} ]')] == [b'{"a":  1}']


def test_records_can_be_parsed_elsewhere():
    (record,) = unparsed(io.BytesIO(b'{"a": 1}'))
    assert record == Record(1, b'{"a": 1}')
    assert parsed(record.raw) == {"a": 1}


def test_key_that_repeats_counts_as_it_stands_last():
    assert values('{"a": 1, "a": 2}') == [{"a": 2}]


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        (b"x", "it is not JSON: Expecting value at character 1"),
        (b'{"a": 1} trailing', "it is not JSON: Extra data at character 10"),
        (b'{"a": NaN}', "it is not JSON: NaN is no number"),
        (b'{"a": -Infinity}', "it is not JSON: -Infinity is no number"),
        (b'{"a": "\xff"}', "it is not UTF-8 at byte 8: save the file as UTF-8"),
        (b'{"a": "\xed\xa0\xbd"}', "it is not UTF-8 at byte 8: save the file as UTF-8"),
        (b'{"a": ' + b"9" * 100_000 + b"}", "it holds a number with too many digits"),
        (b'{"a":' * 200_000, "its values are nested too deeply"),
        (b'{"a": "' + b"x" * 2_000_000 + b'"}', "the record has more than 2,000,000 bytes"),
        (b'{"a": "\x00"}', "it is not JSON: Invalid control character at at character 8"),
    ],
)
def test_bad_line_is_one_problem_and_the_rest_goes_on(bad, words):
    found = read(b'{"a": 1}\n' + bad + b'\n{"a": 3}')
    assert [record.value for record in found] == [{"a": 1}, None, {"a": 3}]
    assert (found[1].number, found[1].problem) == (2, words)


@pytest.mark.parametrize(
    ("content", "number", "words"),
    [
        (b'[{"a": 1}, {"a": NaN}, {"a": 3}]', 2, "it is not JSON: NaN is no number"),
        (b'[{"a": 1},\n{"a": "x\n},\n{"a": 3}]', 2, "it is not JSON: "),
        (b'[{"a": 1}, {"a" "b"}, {"a": 3}]', 2, "it is not JSON: "),
        (b'[{"a": 1}, {"a": "' + b"x" * 2_000_000 + b'"}, {"a": 3}]', 2, "the record has more than 2,000,000 bytes"),
        (b'[{"a": 1}, {"a": 3}', 3, "the file ends in the middle: it was cut off here"),
        (b'[{"a": 1}, {"a": 3}, {"a', 3, "the file ends in the middle: it was cut off here"),
        (b'[{"a": 1}, {"a": 3}, ' + b"[" * 100_000, 3, "its values are nested deeper than 1,000"),
        (b'[{"a": 1}, {"a": 3}] garbage', 3, "it is not JSON: "),
    ],
)  # fmt: skip
def test_bad_record_of_an_array_is_one_problem(content, number, words):
    found = read(content)
    (problem,) = [record for record in found if record.problem]
    assert problem.number == number
    assert problem.problem.startswith(words)
    assert {"a": 1} in [record.value for record in found]


def test_of_a_record_that_is_too_large_only_its_beginning_is_kept():
    (record,) = read('{"id": 7, "a": "' + "x" * 3_000_000 + '"}')
    assert len(record.raw) == 1_000
    assert record.raw.startswith(b'{"id": 7')


def test_first_line_that_was_cut_does_not_take_the_others_with_it():
    assert values('{"a": 1,\n{"a": 2}\n{"a": 3}') == [None, {"a": 2}, {"a": 3}]
    assert values('"a": 1}\n{"a": 2}') == [None, {"a": 2}]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "the file is empty"),
        (b" \n\r\n\t", "the file is empty"),
        (b"\xef\xbb\xbf", "the file is empty"),
        (b"1", "the file is no JSON"),
        (b"<html><p>{}", "the file is no JSON"),
        ('{"a": 1}'.encode("utf-16"), "the file is not UTF-8, as JSON must be: save it as UTF-8"),
        ('{"a": 1}'.encode("utf-16-be"), "the file is not UTF-8, as JSON must be: save it as UTF-8"),
        (bytes(range(256)) * 40, "the file is not UTF-8"),
    ],
)
def test_file_that_is_no_json_fails_with_one_clear_line(content, words):
    with pytest.raises(ImportFailure, match=words):
        read(content)


def test_empty_array_holds_nothing():
    assert read("[]") == []


def test_what_is_no_json_says_so():
    with pytest.raises(NotJson, match="Expecting value at character 1"):
        parsed(b"")


@settings(max_examples=rounds(60), deadline=None)
@given(st.lists(st.dictionaries(NAMES, NAMES | st.integers() | st.none() | st.lists(NAMES)), min_size=1))
def test_records_of_any_layout_and_any_pieces_come_back(objects):
    lines = "\n".join(json.dumps(value) for value in objects)
    for text in (lines, json.dumps(objects), json.dumps(objects, indent=2, ensure_ascii=False)):
        assert (
            values(text.encode("utf-8", "backslashreplace")) == objects or "\ud800" <= max(text) <= "\udfff"
        )


@pytest.mark.parametrize("size", range(1, 30))
def test_pieces_may_end_anywhere(size, monkeypatch):
    monkeypatch.setattr(jsonvalues, "PIECE", size)
    text = '[{"a": "x\\\\\\"\\n{[", "b": [{}, [1, "]"]]}, "s t\\\\", 12.5, null, {"\u00e9": "\u00fc"}]'
    found = [raw for raw, _ in jsonvalues.values(io.BytesIO(text.encode()), 1_000)]
    assert [json.loads(raw) for raw in found] == json.loads(text)


@settings(max_examples=rounds(100), deadline=None)
@given(st.binary(max_size=300))
@example(b'{"\\')
@example(b"[]]{")
@example(b"\xef\xbb\xbf[\r")
def test_nothing_else_than_a_failure_comes_of_any_bytes(content):
    for beginning in (b"", b"{", b"[", b'[{"a":"'):
        try:
            for record in read(beginning + content):
                assert record.problem or record.value == parsed(record.raw)
        except ImportFailure:
            pass


def test_memory_does_not_grow_with_the_file():
    record = json.dumps({"headline": "x", "body": "y" * 400_000}).encode()
    for content in (b"\n".join([record] * 40), b"[" + b",".join([record] * 40) + b"]"):
        stream = io.BytesIO(content)
        tracemalloc.start()
        count = sum(1 for _ in records(stream))
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert count == 40
        assert peak < 5_000_000


def test_a_million_brackets_take_no_time():
    assert problems(b"[" * 1_000_000) == [
        (1, "its values are nested deeper than 1,000: nothing after it can be read")
    ]
