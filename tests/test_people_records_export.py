"""`manage.py export_people`: what went in comes out, and goes into an empty archive the same."""

import csv
import io
import json

import pytest

from articles.models import Organisation, Person, Post
from tests.builders import a_person, a_post
from tests.builders import an_office as an_office_held
from tests.peoplefiles import RUIZ, a_record, an_office, people

__all__ = ["people"]
pytestmark = pytest.mark.django_db
NASTY = [
    RUIZ,
    a_record(name="Ana Ruiz (born 1931)", slug="Ana_Ruiz-2", born="1931-02-03", aliases=[{"name": "Ana Ruiz"}]),
    a_record(name="José Díaz", slug="jose-diaz", description="First line.\nSecond, “quoted” \"line\"; more."),
    a_record(name="Jose Diaz", slug="jose-diaz-2", description="=1+1", sort_name="Diaz, Jose, of Ohio"),
    a_record(name="李强", slug="li-qiang", aliases=[{"name": "Li Qiang", "kind": "spelling", "from": "2001-02-03"}]),
    a_record(name="黎强"),
    a_record(name="@handle", died="1901-02-03"),
    a_record(
        name="Carl Weber",
        offices=[
            an_office(**{"from": "2001", "to": "2003-05"}, source="https://example.org/a,b"),
            an_office(**{"from": "2003-06", "to": None}, manner="acting", state="GA", district="at large"),
            an_office(**{"from": "2003-06", "to": None}, state="AL"),
            an_office(title="Judge", organisation="Court; of “Maps”", **{"from": "0999-02-03", "to": "1000"}),
        ],
    ),
]  # fmt: skip


def emptied():
    Person.objects.all().delete()
    Post.objects.all().delete()
    Organisation.objects.all().delete()


@pytest.mark.parametrize("kind", ["jsonl", "csv"])
def test_export_into_an_empty_archive_and_out_again_is_the_same_to_the_byte(people, kind):
    assert people.take_in(NASTY).startswith("8 made, 0 filled in, 0 unchanged, 0 clashes, 0 rejected")
    first = people.given_out(kind=kind)
    emptied()
    assert people.take_in(first, f"people.{kind}").startswith("8 made, 0 filled in, 0 unchanged, 0 clashes")
    assert people.given_out(kind=kind) == first


@pytest.mark.parametrize("kind", ["jsonl", "csv"])
def test_export_changes_nothing_in_the_archive_it_came_from(people, kind):
    people.take_in(NASTY)
    again = people.take_in(people.given_out(kind=kind), f"people.{kind}")
    assert again == "0 made, 0 filled in, 8 unchanged, 0 clashes, 0 rejected.\n"


def test_a_line_tells_everything_in_the_words_it_came_in(people):
    people.take_in([RUIZ])
    assert json.loads(people.given_out()) == RUIZ


def test_dates_come_out_as_precise_as_they_are(people):
    people.take_in(NASTY)
    told = json.loads(people.given_out("carl-weber"))
    assert [(office["from"], office["to"]) for office in told["offices"]] == [
        ("0999-02-03", "1000"),
        ("2001", "2003-05"),
        ("2003-06", None),
        ("2003-06", None),
    ]


def test_a_table_has_an_office_a_row_and_a_row_for_whoever_has_none(people):
    an_office_held("Ana Ruiz", "Judge", "Court of Maps")
    an_office_held("Ana Ruiz", "Clerk", "Court of Maps", "2001-02-03", None)
    a_person("Carl Weber", aliases=["Buddy Weber", "C. Weber"])
    rows = list(csv.DictReader(io.StringIO(people.given_out(kind="csv"))))
    assert [(row["name"], row["aliases"], row["title"], row["to"]) for row in rows] == [
        ("Ana Ruiz", "", "Clerk", ""),
        ("Ana Ruiz", "", "Judge", "2018-11-07"),
        ("Carl Weber", "Buddy Weber; C. Weber", "", ""),
    ]


def test_people_are_in_the_order_of_their_addresses(people):
    for name in ("Zoe Weber", "Ana Ruiz", "Ana Maria Ruiz"):
        a_person(name)
    lines = people.given_out().splitlines()
    assert [json.loads(line)["slug"] for line in lines] == ["ana-maria-ruiz", "ana-ruiz", "zoe-weber"]


def test_only_those_who_are_named_come_out(people):
    a_person("Ana Ruiz")
    a_person("Carl Weber")
    assert json.loads(people.given_out("carl-weber"))["name"] == "Carl Weber"
    assert people.given_out("nobody") == "error: Nobody has the address /people/nobody/."


def test_a_file_is_of_the_format_its_name_ends_in(people, tmp_path):
    a_person("Ana Ruiz")
    a_post("Judge", "Court of Maps")
    assert people.run("export_people", out=str(tmp_path / "people.csv")) == ""
    assert (tmp_path / "people.csv").read_text().startswith("name,sort_name,slug,")
    people.run("export_people", out=str(tmp_path / "people.jsonl"))
    assert (tmp_path / "people.jsonl").read_text().startswith('{"name": "Ana Ruiz"')


def test_a_file_that_cant_be_written_is_told(people, tmp_path):
    said = people.run("export_people", out=str(tmp_path / "nowhere/people.csv"))
    assert said == f"error: {tmp_path}/nowhere/people.csv can’t be written: No such file or directory."


@pytest.mark.database
def test_the_number_of_queries_does_not_grow_with_the_people(people, django_assert_num_queries):
    for number in range(50):
        an_office_held(f"Holder {number}")
    with django_assert_num_queries(4):
        people.given_out()
