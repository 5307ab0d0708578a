"""Files about people that are wrong, or made to do harm: a rejection in words, or a clear error, and nothing else."""

import io
import json
import tracemalloc

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.models import Organisation, Person
from articles.newsitem import ImportFailure, Rejection
from articles.peoplerecords import json_records, table, yaml_records
from tests.peoplefiles import RUIZ, a_legislator, a_record, an_office, people

__all__ = ["people"]
BOMB = "- a: &a [x,x,x,x,x,x,x,x]\n" + "".join(
    f"  {chr(98 + n)}: &{chr(98 + n)} [{','.join([f'*{chr(97 + n)}'] * 8)}]\n" for n in range(12)
)


class Repeating:
    """A stream of a hundred megabytes that repeats itself, and counts what was read."""

    def __init__(self, beginning, piece):
        self.beginning, self.piece, self.place = beginning, piece, 0

    def read(self, size):
        start = (self.place - len(self.beginning)) % len(self.piece) if self.place else 0
        part = self.beginning if not self.place else b""
        part += (self.piece * (size // len(self.piece) + 2))[start : start + size - len(part)]
        self.place += len(part)
        return part if self.place < 100_000_000 else b""


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        ("", "a.jsonl", "a.jsonl: rejected: the file is empty"),
        ("\n \n", "a.csv", "a.csv: rejected: the file is empty"),
        ("Dear archive,\n", "a.txt", "a.txt: rejected: no known format: it is neither JSON, nor a table"),
        (b"\x89PNG\r\n\x1a\n\0\0", "a.png", "a.png: rejected: no known format"),
        ("headline,published\nA,2017\n", "a.csv", "a.csv: rejected: no known format"),
        ("name,name\nA,B\n", "a.csv", "two columns have the name “name”: rename one"),
        ("name,born\nA,1958-03-04,x\n", "a.csv", "a.csv:2: rejected: A,1958-03-04,x: the row has 3 cells, the header 2"),
        ('name,born\n"A,1958-03-04\n', "a.csv", "a quotation mark opens a cell and never closes it"),
        ("name,title\nA,Judge\n", "a.csv", "it has an office without “from”"),
        (b"name\nJos\xe9\n", "a.csv", "not UTF-8 at line 2"),
        ("{}\n", "a.jsonl", "a.jsonl:1: rejected: {}: it has no “name”"),
        ("[1, 2]", "a.json", "it is not an object with named fields"),
        ('{"name": "A"\n', "a.jsonl", "it is not JSON"),
        ('{"name": "A", "born": NaN}\n', "a.jsonl", "NaN is no number"),
        ("- a\n- b\n", "a.yaml", "it is not an object with named fields"),
        ("a: b\n", "a.yaml", "the file is no list of records"),
        ("- name: A\n  born: '1958-03-04\n", "a.yaml", "a.yaml:3: rejected: it is no YAML"),
        ("- name: A\n\t- b\n", "a.yaml", "it is no YAML"),
        ("- &a {name: A, aliases: [*a]}\n", "a.yaml", "it has an alias of YAML, which is not read"),
        ("- !!python/object/apply:os.system ['true']\n", "a.yaml", "it is not an object with named fields"),
        (BOMB, "a.yaml", "it has an alias of YAML, which is not read"),
        ("- " + "[" * 100_000, "a.yaml", "a.yaml:1: rejected: it is no YAML that is read: its values are nested deeper"),
        ("- " + "- " * 100_000, "a.yaml", "nested deeper than 20; nothing after it is read"),
        ("".join(f"%TAG !a{n}! b\n" for n in range(100_000)), "a.yaml", "the record has more than 100,000 bytes"),
        ("- " + "{a: " * 50 + "b" + "}" * 50 + "\n", "a.yaml", "nested deeper than 20"),
        ("- [" + "a, " * 30_000 + "b]\n", "a.yaml", "it has more than 20,000 values"),
        ("[" * 100_000, "a.json", "nested deeper than 1,000"),
    ],
)  # fmt: skip
def test_what_is_no_record_is_rejected_with_its_place_and_reason(people, content, name, said):
    printed = people.take_in(content, name)
    assert said in printed
    assert "rejected: the reasons are above" in printed
    assert not Person.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"name": ""}, "it has no “name”"),
        ({"name": "\u200b"}, "it has no “name”"),
        ({"name": 7.5}, "“name” is not text"),
        ({"name": "x" * 201}, "“name” has 201 characters, 200 is the most"),
        ({"slug": "a/b"}, "“slug” is no part of an address"),
        ({"slug": "x" * 101}, "“slug” has 101 characters"),
        ({"wikidata_id": "Q" * 21}, "“wikidata_id” has 21 characters"),
        ({"wikidata_id": "900001"}, "“wikidata_id” is no identifier like Q42: 900001"),
        ({"wikidata_id": "Q９"}, "“wikidata_id” is no identifier like Q42: Q９"),
        ({"bioguide_id": "R12"}, "“bioguide_id” is no identifier like S000148: R12"),
        ({"bioguide_id": "ſ000148"}, "“bioguide_id” is no identifier like S000148: ſ000148"),
        ({"name": "Ana\0 Ruiz"}, "“name” has U+0000, which is no character of a text: it was damaged"),
        ({"description": "a\ud800b"}, "“description” has U+D800, which is no character of a text"),
        ({"born": "1958\0"}, "“born” has U+0000"),
        ({"aliases": [{"name": "A\udfff"}]}, "“name” has U+DFFF"),
        ({"offices": [an_office(party="\0")]}, "“party” has U+0000"),
        ({"born": "1958-02-30"}, "“born” is no date like 2017, 2017-02 or 2017-02-09: 1958-02-30"),
        ({"born": "9999-01-01"}, "“born” is no date"),
        ({"born": "0000"}, "“born” is no date"),
        ({"born": "２０１７"}, "“born” is no date"),
        ({"born": "1958-03-04", "died": "1957-01-01"}, "it has its death, 1957-01-01, before its birth"),
        ({"aliases": "A"}, "“aliases” is no list of objects"),
        ({"aliases": [{"name": "A"}, {"name": "A"}]}, "it has the other name A twice"),
        ({"aliases": [{"name": "A", "kind": "enemy"}]}, "“kind” is “enemy”; known are: full name"),
        ({"aliases": [{"name": f"A{n}"} for n in range(501)]}, "“aliases” has 501 entries, 500 is the most"),
        ({"offices": [an_office(title="")]}, "it has no “title”"),
        ({"offices": [an_office(organisation=None)]}, "it has no “organisation”"),
        ({"offices": [an_office(**{"from": ""})]}, "it has an office without “from”"),
        ({"offices": [an_office(to="2001")]}, "ends on 2001, before it begins on 2017-02-09"),
        (
            {"offices": [an_office(manner="by force")]},
            "“manner” is “by force”; known are: acting, ex officio",
        ),
        ({"offices": [an_office(), an_office()]}, "it has an office twice"),
        ({"born": "2017-06-09", "offices": [an_office()]}, "begins on 2017-02-09, before the birth"),
        ({"died": "2001-01-01", "offices": [an_office()]}, "begins on 2017-02-09, after the death"),
    ],
)
def test_a_record_that_cant_be_kept_is_rejected_and_the_rest_goes_in(people, change, said):
    records = [a_record(**change), a_record(name="Carl Weber")]
    printed = people.take_in("\n".join(map(json.dumps, records)))
    assert said in printed
    assert "1 made, 0 filled in, 0 unchanged, 0 clashes, 1 rejected" in printed
    assert list(Person.objects.values_list("name", flat=True)) == ["Carl Weber"]


@pytest.mark.django_db
def test_a_file_that_is_not_there_is_told(people, tmp_path):
    assert people.run("import_people", tmp_path / "no.yaml") == (
        f"error: {tmp_path}/no.yaml: no such file or folder; nothing was imported."
    )


@pytest.mark.django_db
def test_what_nobody_sees_is_left_out_of_names_and_told(people):
    hidden = a_record(name="Ana \u202eRu\u200biz\u202c", aliases=[{"name": "A.\u2060 Ruiz"}])
    assert people.take_in([hidden]) == (
        "people.jsonl:1: left out: Ana Ruiz: U+2060 in “name”, which can’t be seen, is left out\n"
        "people.jsonl:1: left out: Ana Ruiz: U+202E, U+200B, U+202C in “name”, which can’t be seen, is left out\n"
        "1 made, 0 filled in, 0 unchanged, 0 clashes, 0 rejected.\n"
    )
    assert list(Person.objects.values_list("name", "aliases__name")) == [("Ana Ruiz", "A. Ruiz")]
    assert "0 made, 0 filled in, 1 unchanged" in people.take_in([hidden])


@pytest.mark.django_db
def test_what_nobody_sees_is_told_of_a_table_too(people):
    rows = ["name,aliases,title,organisation,from", "Ana\u200b Ruiz,A.\u200f Ruiz,Clerk\u202e,Court,2001"]
    said = people.take_in("\n".join(rows), "people.csv")
    assert [code in said for code in ("U+200B in “name”", "U+200F in “name”", "U+202E in “title”")] == [
        True
    ] * 3
    assert Person.objects.get(offices__post__title="Clerk").name == "Ana Ruiz"


@pytest.mark.django_db
def test_controls_are_left_out_of_a_description_and_told(people):
    said = people.take_in('{"name": "Ana Ruiz", "description": "a\\u0007b \\u200fשלום"}')
    assert "left out: Ana Ruiz: U+0007 in “description”, which can’t be seen, is left out" in said
    assert Person.objects.get().description == "ab \u200fשלום"


@pytest.mark.django_db
def test_what_comes_before_a_break_in_yaml_goes_in(people):
    assert "1 made" in people.take_in("- name: Ana Ruiz\n- name: 'Carl\n", "a.yaml")


@pytest.mark.parametrize(
    ("beginning", "piece", "said"),
    [
        (b"- a: '", b"x", "the record has more than 2,000,000 bytes"),
        (b"- a: ", b"[x, ", "nested deeper"),
        (b"- {name: A}\n", b"# nothing here\n", "the record has more than 2,000,000 bytes"),
        (b"# ", b"x", "the record has more than 100,000 bytes"),
        (b"", b"- {name: A, description: " + b"x" * 500 + b"}\n", "the file has more than 3,000,000 bytes"),
    ],
)
def test_a_file_of_a_hundred_megabytes_is_refused_within_bounded_memory(beginning, piece, said, monkeypatch):
    monkeypatch.setattr(yaml_records, "LARGEST_FILE", 3_000_000)
    stream = Repeating(beginning, piece)
    tracemalloc.start()
    problems = []
    try:
        problems += [record.problem for record in yaml_records.records(stream) if record.problem]
    except ImportFailure as failure:
        problems.append(str(failure))
    largest = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [said in problem for problem in problems] == [True]
    assert stream.place < 3_100_000
    assert largest < 20_000_000


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.sampled_from(["2017", "sen"]),
        lambda inner: st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*RUIZ, *a_legislator(), "first", "type", "start", "from", "title"]), inner),
        max_leaves=12,
    )
)  # fmt: skip
def test_any_json_is_a_person_or_a_rejection(value):
    raw = json.dumps([{"name": "A"} | value if isinstance(value, dict) else value]).encode()
    for found in read(json_records, raw):
        assert isinstance(found, Rejection) or found.name


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="-: \n\t[]{}&*!|>'\"#%a1,?@`", max_size=60), st.sampled_from([table, yaml_records]))
def test_any_text_is_read_or_refused_in_words(text, reader):
    for found in read(
        reader, f"- name: {text}".encode() if reader is yaml_records else f"name,{text}".encode()
    ):
        assert isinstance(found, Rejection) or found.name


def read(reader, raw):
    try:
        return list(reader.read(io.BytesIO(raw), source="a"))
    except ImportFailure as failure:
        return [Rejection(str(failure))]


@pytest.mark.django_db
def test_names_that_a_database_compares_otherwise_give_no_error(people):
    records = [a_record(name=name) for name in ("İnan Ruiz", "inan Ruiz", "Straße", "STRASSE", "ΑΣ", "ας")]
    said = people.take_in(records)
    assert "rejected" in said
    assert "error" not in said
    assert not Organisation.objects.exists()
