"""Terms of congress-legislators as offices: parties, kinds, and terms that came after an import. The people are invented."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from articles.models import Office, Person
from tests.builders import a_person
from tests.peoplefiles import a_legislator, a_term, people

__all__ = ["people"]
pytestmark = pytest.mark.django_db
FIRST = a_term("rep", "2021-01-03", "2023-01-03", district=4)
SECOND = a_term("rep", "2023-01-03", "2025-01-03", district=4)
CLOSED = "Representative to 2023-01-03 in the archive, 2025-01-03 in the file"


def a_change(start, end, party, **fields):
    return {"start": start, "end": end, "party": party} | fields


def a_changed_term(*affiliations, **fields):
    fields = {"start": "2005-01-04", "end": "2011-01-03", "party": "Democrat", "class": 3} | fields
    return a_term(party_affiliations=list(affiliations), **fields)


CHANGED = a_changed_term(
    a_change("2005-01-04", "2009-04-29", "Republican"), a_change("2009-04-30", "2011-01-03", "Democrat")
)


def taken(people, *terms, **fields):
    return people.take_in(json.dumps([a_legislator(terms=terms, **fields)]), "legislators.json")


def held():
    return [
        (office.party, str(office.held_from), office.held_to and str(office.held_to))
        for office in Office.objects.order_by("held_from")
    ]


def test_a_change_of_party_makes_an_office_for_each(people):
    earlier = a_term(start="1999-01-06", end="2005-01-03", **{"class": 3})
    assert taken(people, earlier, CHANGED) == "1 made, 0 filled in, 0 unchanged, 0 clashes, 0 rejected.\n"
    assert held() == [("Republican", "1999-01-06", "2009-04-29"), ("Democrat", "2009-04-30", "2011-01-03")]
    assert "1 unchanged, 0 clashes" in taken(people, earlier, CHANGED)


def test_a_change_of_party_comes_out_as_two_terms_and_in_again(people):
    taken(people, CHANGED)
    given = people.given_out(kind="congress")
    assert [(term["start"], term["end"], term["party"]) for term in json.loads(given)[0]["terms"]] == [
        ("2005-01-04", "2009-04-29", "Republican"),
        ("2009-04-30", "2011-01-03", "Democrat"),
    ]
    assert "1 unchanged, 0 clashes" in people.take_in(given, "congress.json")
    Person.objects.all().delete()
    people.take_in(given, "congress.json")
    assert people.given_out(kind="congress") == given


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (a_change("2005-01-03", None, "Republican"), a_change("2009-04-30", None, "Democrat")),
        (a_change("2005-01-06", "2009-04-29", "Republican"), a_change("2009-04-30", "2011-01-05", "Democrat")),
        (a_change("2009-04-30", "2011-01-03", "Democrat"), a_change("2005-01-04", "2009-04-29", "Republican")),
    ],
)  # fmt: skip
def test_affiliations_are_of_the_term_whatever_their_order_and_days_at_its_ends(people, first, second):
    taken(people, a_changed_term(first, second))
    assert held() == [("Republican", "2005-01-04", "2009-04-29"), ("Democrat", "2009-04-30", "2011-01-03")]


def test_a_change_in_a_term_that_is_held_leaves_the_last_party_open(people):
    coming = str(datetime.now(UTC).date() + timedelta(days=400))
    change = a_change("2005-01-04", "2009-04-29", "Republican"), a_change("2009-04-30", coming, "Democrat")
    taken(people, a_changed_term(*change, end=coming))
    assert held() == [("Republican", "2005-01-04", "2009-04-29"), ("Democrat", "2009-04-30", None)]


def test_an_office_that_was_held_ends_with_the_change_of_party(people):
    taken(people, a_term(start="2005-01-04", end=None, **{"class": 3}))
    assert "1 filled in, 0 unchanged, 0 clashes" in taken(people, CHANGED)
    assert held() == [("Republican", "2005-01-04", "2009-04-29"), ("Democrat", "2009-04-30", "2011-01-03")]


@pytest.mark.parametrize(
    "affiliations",
    [
        [a_change("2009-04-30", "2011-01-03", "Democrat")],
        [a_change("2005-01-04", "2009-04-29", "Republican")],
        [a_change("2005-01-04", "2009-04-29", "Republican"), a_change("2010-04-30", "2011-01-03", "Democrat")],
        [a_change("2005-01-04", "2009-12-29", "Republican"), a_change("2009-04-30", "2011-01-03", "Democrat")],
        [a_change("2005-01-04", None, "Republican"), a_change("2005-01-04", "2011-01-03", "Democrat")],
        [a_change("2005-01-04", "2004-01-04", "Republican"), a_change("2005-01-05", "2011-01-03", "Democrat")],
        [a_change("2005-01-04", "2009-04-29", "Democrat"), a_change("2009-04-30", "2011-01-03", "Republican")],
        [a_change(None, "2009-04-29", "Republican"), a_change("2009-04-30", "2011-01-03", "Democrat")],
        [a_change("0001-01-01", None, "Republican"), a_change("9998-12-31", None, "Democrat")],
    ],
)  # fmt: skip
def test_affiliations_that_do_not_cover_the_term_are_left_out_and_listed(people, affiliations):
    assert taken(people, a_changed_term(*affiliations)) == (
        "legislators.json:1: left out: Ana Ruiz: “party_affiliations” of the term from 2005-01-04 are left out: "
        "they do not follow one another from its beginning to its end, and to its party\n"
        "1 made, 0 filled in, 0 unchanged, 0 clashes, 0 rejected.\n"
    )
    assert held() == [("Democrat", "2005-01-04", "2011-01-03")]


def test_a_change_of_caucus_alone_is_one_office_and_listed(people):
    said = taken(
        people,
        a_changed_term(
            a_change("2005-01-04", "2009-04-29", "Independent", caucus="Republican"),
            a_change("2009-04-30", "2011-01-03", "Independent", caucus="Democrat"),
            party="Independent",
        ),
    )
    assert "the caucus “Republican” from 2005-01-04 is left out: an office has a party only" in said
    assert "the caucus “Democrat” from 2009-04-30 is left out" in said
    assert held() == [("Independent", "2005-01-04", "2011-01-03")]


def test_affiliations_that_are_no_list_are_rejected(people):
    said = taken(people, a_term(party_affiliations="Whig"))
    assert "rejected: " in said
    assert "“party_affiliations” is no list of objects" in said


def test_more_offices_than_anyone_held_are_rejected(people):
    days = [f"{year}-{month:02}-01" for year in range(1900, 1960) for month in range(1, 13)]
    changes = [a_change(day, day, f"Party {number}") for number, day in enumerate(days)]
    terms = [a_changed_term(change, start=change["start"], end=change["end"], party="") for change in changes]
    assert "“terms” has 720 entries, 500 is the most" in taken(people, *terms)
    weeks = [str(datetime(1950, 1, 1).date() + timedelta(days=7 * number)) for number in range(400)]
    parts = [a_change(week, None, f"Party {number}") for number, week in enumerate(weeks)]
    terms = [
        a_changed_term(
            *parts, start=weeks[0], end=str(datetime(1957, 9, 1).date()), party="", **{"class": seat}
        )
        for seat in (1, 2)
    ]
    assert "it has 800 offices, 500 is the most" in taken(people, *terms, born=None)


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("rep", "Representative"),
        ("del", "Delegate"),
        ("Delegate", "Delegate"),
        ("resident commissioner", "Resident Commissioner"),
        ("resident_commissioner", "Resident Commissioner"),
    ],
)
def test_members_for_states_and_territories_sit_in_the_house(people, kind, title):
    taken(people, a_term(kind, state="PR", district=0))
    office = Office.objects.get()
    assert (office.post.title, office.post.organisation.name, office.post.rank, office.district) == (
        title,
        "United States House of Representatives",
        70,
        "at large",
    )
    given = people.given_out(kind="congress")
    assert "1 unchanged, 0 clashes" in people.take_in(given, "congress.json")
    assert json.loads(given)[0]["terms"][0]["district"] == 0


def test_a_term_of_an_unknown_kind_is_left_out_and_the_person_stays(people):
    mayor = {"type": "mayor", "start": "no date"}
    assert taken(people, mayor, mayor, FIRST) == (
        "legislators.json:1: left out: Ana Ruiz: a term of the type “mayor” is left out; "
        "known are sen, rep, del, resident commissioner, prez, viceprez\n"
        "1 made, 0 filled in, 0 unchanged, 0 clashes, 0 rejected.\n"
    )
    assert held() == [("Republican", "2021-01-03", "2023-01-03")]


@pytest.mark.parametrize("later", [[SECOND], [SECOND, a_term("rep", "2025-01-03", "2026-01-03", district=4)]])
def test_an_office_goes_on_with_the_terms_that_came_after_an_import(people, later):
    taken(people, FIRST)
    assert taken(people, FIRST, *later) == "0 made, 1 filled in, 0 unchanged, 0 clashes, 0 rejected.\n"
    assert held() == [("Republican", "2021-01-03", later[-1]["end"])]
    assert "1 unchanged, 0 clashes" in taken(people, FIRST, *later)


def test_an_office_goes_on_to_this_day(people):
    taken(people, FIRST)
    coming = str(datetime.now(UTC).date() + timedelta(days=400))
    assert "1 filled in, 0 unchanged, 0 clashes" in taken(people, FIRST, SECOND | {"end": coming})
    assert held() == [("Republican", "2021-01-03", None)]


def test_an_office_goes_on_up_to_a_change_of_party(people):
    taken(people, FIRST)
    change = (
        a_change("2023-01-03", "2024-04-01", "Republican"),
        a_change("2024-04-02", "2025-01-03", "Democrat"),
    )
    second = SECOND | {"party": "Democrat", "party_affiliations": list(change)}
    assert "1 filled in, 0 unchanged, 0 clashes" in taken(people, FIRST, second)
    assert held() == [("Republican", "2021-01-03", "2024-04-01"), ("Democrat", "2024-04-02", "2025-01-03")]


def test_the_end_of_an_office_that_is_held_in_the_archive_is_filled_in(people):
    taken(people, FIRST | {"end": None})
    assert "1 filled in, 0 unchanged, 0 clashes" in taken(people, FIRST, SECOND)
    assert held() == [("Republican", "2021-01-03", "2025-01-03")]


@pytest.mark.parametrize(
    ("edited", "said"),
    [
        ({"held_to": "2022-06-30"}, "to 2022-06-30 in the archive, 2025-01-03 in the file"),
        ({"held_to": "2023-01-31", "to_precision": "month"}, "to 2023-01 in the archive, 2025-01-03 in the file"),
        ({"party": "Whig"}, CLOSED),
        ({"party": ""}, CLOSED),
        ({"held_from": "2021-01-01", "from_precision": "month"}, CLOSED),
    ],
)  # fmt: skip
def test_an_office_that_an_editor_set_otherwise_is_a_clash(people, edited, said):
    taken(people, FIRST)
    Office.objects.update(**edited)
    assert said in taken(people, FIRST, SECOND)
    assert str(Office.objects.get().held_to) == edited.get("held_to", "2023-01-03")


def test_an_office_does_not_go_on_over_another_that_an_editor_added(people):
    taken(people, FIRST)
    office = Office.objects.get()
    office.pk, office.held_from, office.held_to = None, "2023-01-03", None
    office.save()
    assert CLOSED in taken(people, FIRST, SECOND)
    assert held() == [("Republican", "2021-01-03", "2023-01-03"), ("Republican", "2023-01-03", None)]


def test_a_shorter_last_term_is_a_clash(people):
    taken(people, FIRST, SECOND)
    assert "to 2025-01-03 in the archive, 2024-05-01 in the file" in taken(
        people, FIRST, SECOND | {"end": "2024-05-01"}
    )


@pytest.mark.database
def test_the_number_of_queries_does_not_grow_with_the_names_of_legislators(
    people, django_assert_max_num_queries
):
    records = [
        a_legislator(f"Ana{n}", bioguide=f"R{n:06}", name={"nickname": f"Annie{n}"}, terms=[CHANGED])
        for n in range(300)
    ]
    a_person("Annie7 Ruiz")
    with django_assert_max_num_queries(60):
        assert "1 filled in (1 by name alone)" in people.take_in(json.dumps(records), "a.json")
    assert Office.objects.count() == 600
