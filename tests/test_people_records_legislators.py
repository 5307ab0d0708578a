"""Records as congress-legislators writes them, YAML and JSON: the people and facts here are invented."""

import json
from datetime import UTC, datetime, timedelta

import pytest
import yaml

from articles.models import Alias, Office, Person, Post
from tests.builders import a_person
from tests.peoplefiles import a_legislator, a_term, people

__all__ = ["people"]
pytestmark = pytest.mark.django_db
CURRENT = """\
# invented
- id:
    bioguide: R900001
    thomas: '00001'
    govtrack: 400001
    wikidata: Q900001
    fec:
    - S0AL00001
  name:
    first: Analicia
    middle: M.
    last: Ruiz Vega
    nickname: Ana
    official_full: Ana Ruiz Vega
  other_names:
  - last: Ruiz
    end: '1999-06-01'
  bio:
    birthday: '1958-03-04'
    gender: F
  terms:
  - type: rep
    start: '1993-01-05'
    end: '1995-01-03'
    state: AL
    district: 4
    party: Democrat
  - type: sen
    start: '2005-01-03'
    end: '2011-01-03'
    state: AL
    class: 2
    party: Republican
    how: appointment
  - type: sen
    start: '2011-01-05'
    end: '2017-02-08'
    state: AL
    class: 2
    party: Republican
- id: {bioguide: W900002}
  name: {first: Carl, last: Weber, suffix: Jr.}
  terms: []
"""


def held():
    return [
        (office.post.title, str(office.held_from), office.held_to and str(office.held_to), office.district)
        for office in Office.objects.select_related("post")
    ]


def with_terms(*terms):
    return json.dumps([a_legislator(terms=terms)])


def test_yaml_becomes_people_with_names_and_offices(people):
    assert people.take_in(CURRENT, "legislators-current.yaml").startswith("2 made, 0 filled in")
    person = Person.objects.get(bioguide_id="R900001")
    assert (person.name, person.sort_name, person.wikidata_id, str(person.born)) == (
        "Ana Ruiz Vega",
        "Ruiz Vega, Ana",
        "Q900001",
        "1958-03-04",
    )
    assert set(person.aliases.values_list("name", "kind", "used_to")) == {
        ("Analicia M. Ruiz Vega", "full name", None),
        ("Analicia Ruiz", "former name", datetime(1999, 6, 1).date()),
    }
    assert held() == [
        ("Representative", "1993-01-05", "1995-01-03", "4"),
        ("Senator", "2005-01-03", "2017-02-08", "class 2"),
    ]
    other = Person.objects.get(bioguide_id="W900002")
    assert (other.name, other.sort_name) == ("Carl Weber Jr.", "Weber, Carl, Jr.")


def test_the_same_in_json_changes_nothing(people):
    people.take_in(CURRENT, "legislators-current.yaml")
    told = json.dumps(yaml.safe_load(CURRENT), indent=2)
    assert people.take_in(told, "legislators.json") == (
        "0 made, 0 filled in, 2 unchanged, 0 clashes, 0 rejected.\n"
    )


def test_yaml_is_known_by_its_content(people):
    assert people.take_in(CURRENT, "legislators").startswith("2 made")


def test_presidents_and_vice_presidents_hold_their_posts(people):
    terms = [
        a_term("viceprez", "1989-01-20", "1993-01-20", ""),
        a_term("prez", "1997-01-20", "2001-01-20", ""),
    ]
    people.take_in(with_terms(*terms), "executive.json")
    assert list(Post.objects.values_list("title", "organisation__name", "rank", "principal")) == [
        ("President", "Government of the United States", 1, True),
        ("Vice President", "Government of the United States", 2, True),
    ]


@pytest.mark.parametrize(
    ("second", "number"),
    [
        ({"start": "2017-01-03"}, 1),
        ({"start": "2017-01-10"}, 1),
        ({"start": "2017-01-11"}, 2),
        ({"start": "2017-01-03", "party": "Democrat"}, 2),
        ({"start": "2017-01-03", "class": 3}, 2),
        ({"start": "2017-01-03", "state": "GA"}, 2),
        ({"start": "2017-01-03", "kind": "rep", "district": 1}, 2),
    ],
)
def test_terms_of_one_seat_and_party_within_days_are_one_office(people, second, number):
    people.take_in(with_terms(a_term(end="2017-01-03"), a_term(**{"end": "2019-01-03"} | second)), "a.json")
    assert Office.objects.count() == number


def test_a_term_that_has_not_ended_is_held(people):
    coming = str(datetime.now(UTC).date() + timedelta(days=400))
    people.take_in(with_terms(a_term(start="2011-01-05", end=coming)), "a.json")
    assert held() == [("Senator", "2011-01-05", None, "")]
    assert "1 unchanged" in people.take_in(with_terms(a_term(start="2011-01-05", end=coming)), "a.json")


@pytest.mark.parametrize(("district", "kept"), [(0, "at large"), (-1, ""), (12, "12"), ("12", "12")])
def test_districts_are_kept_as_they_are_said(people, district, kept):
    people.take_in(with_terms(a_term("rep", district=district)), "a.json")
    assert Office.objects.get().district == kept


def test_a_person_known_by_name_is_filled_in(people):
    person = a_person("Ana Ruiz Vega", aliases=["Ana Ruiz"])
    said = people.take_in(CURRENT, "legislators.yaml")
    assert "1 made, 1 filled in (1 by name alone)" in said
    person.refresh_from_db()
    assert person.bioguide_id == "R900001"


def test_whoever_is_in_two_of_their_files_is_one_person(people):
    people.take_in(CURRENT, "legislators-historical.yaml")
    executive = a_legislator("Analicia", "Ruiz Vega", terms=[a_term("prez", "2017-02-09", "2021-01-20", "")])
    people.take_in(json.dumps([executive]), "executive.json")
    assert Person.objects.filter(bioguide_id="R900001").count() == 1
    assert len(held()) == 3


def test_what_is_wrong_with_a_record_is_told_and_the_rest_goes_in(people):
    wrong = CURRENT.replace("'1993-01-05'", "'1993-13-05'")
    assert people.take_in(wrong, "legislators.yaml") == (
        "legislators.yaml:2: rejected: “start” is no date like 2017, 2017-02 or 2017-02-09: 1993-13-05\n"
        "1 made, 0 filled in, 0 unchanged, 0 clashes, 1 rejected.\n"
        "error: 1 rejected: the reasons are above."
    )


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"terms": [{"type": "sen"}]}, "it has a term without “start”"),
        ({"terms": "many"}, "“terms” is no list of objects"),
        ({"name": {"first": ""}}, "it has no name"),
        ({"name": {}}, "it has no name"),
        ({"id": "R900001"}, "“id” is no object"),
        ({"id": {"bioguide": "R900001900001"}}, "“bioguide_id” has 13 characters, 10 is the most"),
        ({"id": {"wikidata": "P31"}}, "“wikidata_id” is no identifier like Q42: P31"),
        ({"bio": {"birthday": "1958-03-04"}, "terms": [a_term(start="1950-01-01")]}, "before the birth"),
    ],
)
def test_a_record_that_is_none_is_rejected(people, change, said):
    record = a_legislator() | change
    if change == {"name": {"first": ""}}:
        record["name"] = {"first": "", "last": ""}
    assert said in people.take_in(json.dumps([record]), "legislators.json")
    assert not Person.objects.exists()


def test_names_come_back_as_they_were(people):
    told = [
        a_legislator(
            "Analicia",
            "de la Cruz",
            terms=[a_term("rep", district=0)],
            name={"middle": "M.", "nickname": "Ana", "official_full": "Ana de la Cruz"},
            other_names=[{"last": "Ruiz", "start": "1980-01-02", "end": "1999-06-01"}],
        ),
        a_legislator(
            "Carl",
            "Weber",
            "W900002",
            [a_term("sen", **{"class": 1}), a_term("prez", "2017-01-20", "2021-01-20", "")],
            name={
                "middle": "X.",
                "suffix": "Jr.",
                "nickname": "Buddy",
                "official_full": "Carl X. Weber, Jr.",
            },
        ),
    ]
    del told[1]["terms"][1]["state"]
    people.take_in(json.dumps(told), "legislators.json")
    assert json.loads(people.given_out(kind="congress")) == told


def test_of_a_homonym_the_plain_name_comes_back(people):
    told = [
        a_legislator(bioguide=f"R90000{n}", terms=[a_term("rep", state=s, district=1)])
        for n, s in ((1, "AL"), (2, "GA"))
    ]
    people.take_in(json.dumps(told), "legislators.json")
    assert Alias.objects.get().name == "Ana Ruiz"
    assert Person.objects.filter(name="Ana Ruiz (Georgia)").exists()
    given = json.loads(people.given_out(kind="congress"))
    assert [record["name"]["official_full"] for record in given] == ["Ana Ruiz", "Ana Ruiz"]


def test_terms_come_back_as_offices(people):
    people.take_in(CURRENT, "legislators.yaml")
    assert json.loads(people.given_out(kind="congress"))[0]["terms"] == [
        {
            "type": "rep",
            "start": "1993-01-05",
            "end": "1995-01-03",
            "state": "AL",
            "district": 4,
            "party": "Democrat",
        },
        {
            "type": "sen",
            "start": "2005-01-03",
            "end": "2017-02-08",
            "state": "AL",
            "class": 2,
            "party": "Republican",
        },
    ]


def test_whoever_was_never_in_congress_is_not_in_the_file(people):
    a_person("Carl Weber")
    assert people.given_out(kind="congress") == "[]\n"
