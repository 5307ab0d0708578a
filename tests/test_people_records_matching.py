"""Whose record it is: identifiers first, then a name that one person alone bears; contradictions are left."""

import json

import pytest

from articles.models import FormerSlug, Person
from tests.builders import a_person
from tests.builders import an_office as an_office_held
from tests.peoplefiles import RUIZ, a_legislator, a_record, a_term, an_office, people

__all__ = ["people"]
pytestmark = pytest.mark.django_db


CALLED = {"nickname": "Annie", "middle": "M.", "suffix": "Jr.", "official_full": "A. M. Ruiz, Jr."}


def take_in_legislators(people, *records, **options):
    return people.take_in(json.dumps(records), "legislators.json", **options)


def names():
    return sorted(Person.objects.values_list("name", flat=True))


def test_an_identifier_counts_before_any_name(people):
    person = a_person("Anita Ruiz", bioguide_id="R900001")
    a_person("Ana Ruiz", wikidata_id="Q7")
    assert "1 filled in, 0 unchanged, 0 clashes" in people.take_in([RUIZ])
    person.refresh_from_db()
    assert (person.name, person.wikidata_id) == ("Anita Ruiz", "Q900001")
    assert set(person.aliases.values_list("name", "kind")) == {
        ("Ana Ruiz", "spelling"),
        ("Ana M. Ruiz", "full name"),
    }


def test_identifiers_of_two_people_are_a_clash(people):
    a_person("Ana Ruiz", wikidata_id="Q900001")
    a_person("Anita Ruiz", bioguide_id="R900001")
    assert people.take_in([RUIZ]) == (
        "people.jsonl:1: clash: Ana Ruiz: its identifiers are those of two people, Ana Ruiz and Anita Ruiz: merge them\n"
        "0 made, 0 filled in, 0 unchanged, 1 clash (1 left out), 0 rejected.\n"
    )


def test_another_identifier_of_the_same_kind_is_a_clash(people):
    a_person("Ana Ruiz", wikidata_id="Q900001", bioguide_id="R000002")
    assert "clash: Ana Ruiz: Ana Ruiz has another Bioguide identifier\n" in people.take_in([RUIZ])
    assert Person.objects.get().born is None


def test_another_birth_date_is_a_clash_and_the_rest_is_filled_in(people):
    person = a_person("Ana Ruiz", wikidata_id="Q900001", born="1957-03-04")
    said = people.take_in([RUIZ])
    assert "clash: Ana Ruiz: born 1958-03-04 in the file, 1957-03-04 in the archive\n" in said
    assert "1 filled in, 0 unchanged, 1 clash, 0 rejected" in said
    person.refresh_from_db()
    assert (str(person.born), person.bioguide_id) == ("1957-03-04", "R900001")


def test_an_identifier_with_another_name_and_birth_date_is_a_clash(people):
    a_person("Carl Weber", wikidata_id="Q900001", born="1900-01-01")
    assert "Carl Weber has its identifier, but another name and birth date" in people.take_in([RUIZ])


@pytest.mark.parametrize("name", ["ANA RUIZ", "Aña Ruiz", "Ana-Ruiz"])
def test_a_name_is_known_in_its_bare_form(people, name):
    person = a_person(name)
    said = people.take_in([RUIZ], verbosity=2)
    assert f"people.jsonl:1: by name: Ana Ruiz: taken for {name} {person.slug}\n" in said
    assert "0 made, 1 filled in (1 by name alone), 0 unchanged" in said


def test_an_other_name_of_the_archive_counts_as_well(people):
    a_person("Anita Ruiz", aliases=["Ana Ruiz"])
    assert "1 filled in (1 by name alone)" in people.take_in([RUIZ])


def test_a_name_that_several_bear_is_a_clash(people):
    a_person("Ana Ruiz")
    a_person("Anita Ruiz", aliases=["Ana Ruiz"])
    assert "several people of the archive bear this name: an identifier tells which" in people.take_in(
        [a_record()]
    )


def test_a_name_with_identifiers_of_another_kind_is_a_clash(people):
    a_person("Ana Ruiz", bioguide_id="R900001")
    assert "Ana Ruiz bears this name, with identifiers of another kind" in people.take_in(
        [a_record(wikidata_id="Q900001")]
    )


def test_the_second_of_a_name_gets_its_state_in_brackets(people):
    an_office_held("Mike Rogers", "Representative", "United States House of Representatives", state="MI")
    Person.objects.update(bioguide_id="R000572")
    record = a_record(name="Mike Rogers", bioguide_id="R000575", offices=[an_office(state="AL")])
    assert people.take_in([record]).startswith("1 made")
    second = Person.objects.get(bioguide_id="R000575")
    assert (second.name, second.sort_name, second.slug) == (
        "Mike Rogers (Alabama)",
        "Rogers, Mike",
        "mike-rogers-alabama",
    )
    assert list(second.aliases.values_list("name", "kind")) == [("Mike Rogers", "short name")]
    assert people.take_in([record]).startswith("0 made, 0 filled in, 1 unchanged, 0 clashes")


def test_without_a_state_the_year_of_birth_tells_them_apart(people):
    a_person("Ana Ruiz", born="1931-01-02")
    people.take_in([a_record(born="1958-03-04")])
    assert names() == ["Ana Ruiz", "Ana Ruiz (born 1958)"]


def test_many_of_a_name_in_one_file_are_told_apart(people):
    ids = [f"R00000{number}" for number in range(5)]
    records = [
        a_record(bioguide_id=ids[0], offices=[an_office(state="AL")]),
        a_record(bioguide_id=ids[1], born="1801-01-01", offices=[an_office(state="AL")]),
        a_record(bioguide_id=ids[2], born="1801-01-02", offices=[an_office(state="AL")]),
        a_record(bioguide_id=ids[3], born="1801-01-02", offices=[an_office(state="AL")]),
        a_record(bioguide_id=ids[4], offices=[an_office(state="GA")]),
    ]
    said = people.take_in(records)
    assert said == "5 made, 0 filled in, 0 unchanged, 0 clashes, 0 rejected.\n"
    assert names() == [
        "Ana Ruiz",
        "Ana Ruiz (Alabama, born 1801)",
        "Ana Ruiz (Georgia)",
        "Ana Ruiz (R000003)",
        "Ana Ruiz (born 1801)",
    ]
    assert people.take_in(records).startswith("0 made, 0 filled in, 5 unchanged, 0 clashes")


def test_two_of_a_name_that_nothing_tells_apart_are_a_clash(people):
    a_person("Ana Ruiz", born="1931-01-02")
    a_person("Ana Ruiz (born 1958)", born="1958-12-12")
    assert "Ana Ruiz bears this name, and nothing tells them apart" in people.take_in(
        [a_record(born="1958-03-04")]
    )


def test_records_of_one_person_in_one_file_are_put_together(people):
    records = [a_record(born="1958-03-04"), a_record(died="2020-01-02"), RUIZ]
    assert "1 made, 2 filled in (2 by name alone)" in people.take_in(records)
    assert "0 made, 0 filled in, 3 unchanged" in people.take_in(records)
    assert Person.objects.count() == 1


def test_records_with_addresses_of_their_own_are_of_two_people(people):
    records = [
        a_record(name="Mike Rogers (Alabama)", slug="rogers-al", aliases=[{"name": "Mike Rogers"}]),
        a_record(name="Mike Rogers", slug="rogers-mi"),
        a_record(name="José Diaz", slug="jose-diaz"),
        a_record(name="Jose Diaz", slug="jose-diaz-2"),
    ]
    for beginning in ("4 made, 0 filled in, 0 unchanged", "0 made, 0 filled in, 4 unchanged"):
        assert people.take_in(records).startswith(f"{beginning}, 0 clashes")
    assert dict(Person.objects.values_list("slug", "name")) == {
        "rogers-al": "Mike Rogers (Alabama)",
        "rogers-mi": "Mike Rogers",
        "jose-diaz": "José Diaz",
        "jose-diaz-2": "Jose Diaz",
    }


def test_an_address_that_another_had_is_not_taken(people):
    FormerSlug.objects.create(slug="ana-ruiz", person=a_person("Anita Ruiz"))
    people.take_in([RUIZ])
    assert Person.objects.get(name="Ana Ruiz").slug == "ana-ruiz-2"


@pytest.mark.parametrize("written", ["q900001", " Q900001 "])
def test_an_identifier_is_one_however_it_is_written(people, written):
    person = a_person("Anita Ruiz", wikidata_id="Q900001")
    assert "1 filled in, 0 unchanged, 0 clashes" in people.take_in([a_record(wikidata_id=written)])
    person.refresh_from_db()
    assert person.wikidata_id == "Q900001"


def test_an_identifier_that_an_editor_wrote_in_small_letters_counts(people):
    a_person("Anita Ruiz", bioguide_id="r900001")
    assert "1 filled in, 0 unchanged, 0 clashes" in people.take_in([RUIZ])
    assert names() == ["Anita Ruiz"]


def test_identifiers_are_kept_in_capitals(people):
    people.take_in([a_record(wikidata_id="q900001", bioguide_id=" r900001 ")])
    assert Person.objects.filter(wikidata_id="Q900001", bioguide_id="R900001").exists()


@pytest.mark.parametrize(
    "name",
    [
        "A. M. Ruiz, Jr.",
        "Annie Ruiz",
        "Annie Ruiz Jr.",
        "Ana Ruiz",
        "Ana Ruiz, Jr.",
        "Ana M. Ruiz Jr.",
        "Ana Weber",
    ],
)
def test_a_legislator_is_found_by_any_of_the_names(people, name):
    person = a_person(name)
    record = a_legislator(name=CALLED, other_names=[{"last": "Weber"}])
    assert f"taken for {name} {person.slug}" in take_in_legislators(people, record)
    assert take_in_legislators(people, record).startswith("0 made, 0 filled in, 1 unchanged, 0 clashes")
    assert names() == [name]


def test_a_legislator_is_not_found_by_a_name_that_is_another_born_another_day(people):
    a_person("Annie Ruiz", born="1931-01-02")
    assert take_in_legislators(people, a_legislator(name=CALLED)).startswith("1 made")
    assert names() == ["A. M. Ruiz, Jr.", "Annie Ruiz"]


@pytest.mark.parametrize("life", [{"died": "1990-01-02"}, {"born": "2012-01-02"}])
def test_nobody_is_found_by_name_who_did_not_live_when_the_term_began(people, life):
    a_person("Annie Ruiz", **life)
    record = a_legislator(name=CALLED, born=None, terms=[a_term()])
    assert take_in_legislators(people, record).startswith("1 made")


def test_the_name_of_a_legislator_counts_before_the_others(people):
    a_person("Annie Ruiz")
    person = a_person("A. M. Ruiz Jr.")
    take_in_legislators(people, a_legislator(name=CALLED))
    assert Person.objects.get(bioguide_id="R900001") == person


def test_names_of_a_legislator_that_several_bear_are_a_clash(people):
    a_person("Annie Ruiz")
    a_person("Ana Ruiz")
    said = take_in_legislators(people, a_legislator(name=CALLED))
    assert "several people of the archive bear one of its names: an identifier tells which" in said
    assert "1 clash (1 left out)" in said


def test_a_name_that_a_legislator_was_looked_for_by_is_not_kept(people):
    take_in_legislators(people, a_legislator(name=CALLED))
    kept = Person.objects.get().aliases.values_list("name", flat=True)
    assert set(kept) == {"Annie Ruiz", "Ana M. Ruiz Jr."}
