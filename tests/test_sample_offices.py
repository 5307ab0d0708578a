"""The offices of the sample: facts that can't contradict each other, and what the page of a day says."""

import json
from collections import Counter, defaultdict
from datetime import date
from itertools import combinations

import pytest
from django.core.management import call_command

from articles.models import Office, Organisation, Person, Post
from articles.offices import standings, tenures_of
from tests.test_sample import FIXTURES

JUNE_9 = date(2017, 6, 9)
ARCHIVE = (date(1868, 2, 25), date(2018, 12, 22))
RECORDS = json.loads((FIXTURES / "offices.json").read_text())
PEOPLE = [
    record["fields"]
    for record in json.loads((FIXTURES / "people.json").read_text())
    if record["model"] == "articles.person"
]


def of(model):
    return [record["fields"] for record in RECORDS if record["model"] == f"articles.{model}"]


POSTS = {post["slug"]: post for post in of("post")}
OFFICES = of("office")
SEATS = [office for office in OFFICES if office["post"][0] in ("senator", "representative")]
PRINCIPAL = {slug for slug, post in POSTS.items() if post["principal"]}


def overlap(one, other):
    """Return whether two offices are held together for more than the day on which the one follows the other."""
    return one["held_from"] < (other["held_to"] or "9999") and other["held_from"] < (one["held_to"] or "9999")


def together(offices):
    return [
        (one["person"][0], other["person"][0], other["held_from"])
        for one, other in combinations(offices, 2)
        if overlap(one, other)
    ]


def grouped(key, offices):
    groups = defaultdict(list)
    for office in offices:
        groups[key(office)].append(office)
    return groups.values()


def test_every_office_names_a_source():
    assert [office for office in OFFICES if not office["source"].strip()] == []


def test_every_post_and_organisation_is_there_for_someone():
    assert {office["post"][0] for office in OFFICES} == set(POSTS)
    names = {organisation["slug"] for organisation in of("organisation")}
    parents = {parent for organisation in of("organisation") for parent in organisation["parent"] or []}
    assert {post["organisation"][0] for post in POSTS.values()} | parents == names


def test_only_people_without_a_public_office_have_none():
    held = {office["person"][0] for office in OFFICES}
    assert sorted({person["slug"] for person in PEOPLE} - held) == [
        "caleb-ostrander", "christine-blasey-ford", "dana-whitfield", "donald-trump-jr", "george-papadopoulos", "ingrid-halvorsen",
        "michael-cohen", "miriam-okafor", "owen-castellane", "paul-manafort", "priya-raman", "rick-gates", "thomas-reyes",
    ]  # fmt: skip


def test_readme_counts_what_the_file_holds():
    counted = f"{len(OFFICES)} offices in {len(POSTS)} posts of {len(of('organisation'))} organisations"
    assert counted in (FIXTURES / "README.md").read_text()


def test_no_one_is_president_and_vice_president_at_once():
    executive = [office for office in OFFICES if office["post"][0] in ("president", "vice-president")]
    assert [
        pair for group in grouped(lambda office: office["person"][0], executive) for pair in together(group)
    ] == []


def test_no_principal_post_has_two_holders_beyond_the_day_of_the_change():
    principal = [office for office in OFFICES if office["post"][0] in PRINCIPAL]
    assert len(PRINCIPAL) <= 10
    assert [
        pair for group in grouped(lambda office: office["post"][0], principal) for pair in together(group)
    ] == []


def test_no_two_people_hold_one_seat_in_congress_at_once():
    assert all(office["party"] and office["state"] and office["district"] for office in SEATS)
    by_seat = grouped(lambda office: (office["post"][0], office["state"], office["district"]), SEATS)
    assert [pair for group in by_seat for pair in together(group)] == []


def test_no_one_holds_two_seats_in_congress_at_once():
    assert [
        pair for group in grouped(lambda office: office["person"][0], SEATS) for pair in together(group)
    ] == []


def test_no_one_holds_an_office_before_birth_or_after_death():
    lives = {person["slug"]: (person["born"] or "", person["died"] or "9999") for person in PEOPLE}
    for office in OFFICES:
        born, died = lives[office["person"][0]]
        assert born < office["held_from"] <= (office["held_to"] or office["held_from"]) <= died, office
        assert office["held_to"] or died == "9999", office


@pytest.fixture
def sample(db):
    call_command("loaddata", "people", "offices", verbosity=0)


def test_every_principal_post_of_a_day_in_june_2017_has_exactly_one_holder(sample):
    held = Office.objects.on(JUNE_9).principal().with_posts().select_related("person")
    assert Counter(office.post.slug for office in held) == Counter(PRINCIPAL)
    assert [(office.post.title, office.manner, office.person.name) for office in held] == [
        ("President", "", "Donald Trump"),
        ("Vice President", "", "Mike Pence"),
        ("Speaker of the House", "", "Paul Ryan"),
        ("Chief Justice", "", "John Roberts"),
        ("Secretary of State", "", "Rex Tillerson"),
        ("Secretary of the Treasury", "", "Steven Mnuchin"),
        ("Secretary of Defense", "", "Jim Mattis"),
        ("Attorney General", "", "Jeff Sessions"),
        ("Senate Majority Leader", "", "Mitch McConnell"),
        ("FBI Director", "acting", "Andrew McCabe"),
    ]


def standing(day):
    people = dict(Person.objects.values_list("id", "slug"))
    told = standings(tenures_of(people), day, *ARCHIVE)
    return {people[person]: standing.text for person, standing in told.items()}


def test_people_of_june_2017_are_told_with_what_they_were_then(sample):
    told = standing(JUNE_9)
    expected = {
        "jeff-sessions": "Attorney General",
        "donald-trump": "President",
        "jared-kushner": "Senior Adviser to the President",
        "sean-spicer": "Press Secretary",
        "sarah-huckabee-sanders": "Principal Deputy Press Secretary",
        "steve-bannon": "Chief Strategist",
        "stephen-miller": "Senior Adviser for Policy",
        "michael-flynn": "former National Security Adviser",
        "james-comey": "former FBI Director",
        "rod-rosenstein": "Deputy Attorney General",
        "sergey-kislyak": "Russian Ambassador",
    }
    assert {person: told[person] for person in expected} == expected


def test_people_are_told_with_what_they_were_on_other_days(sample):
    expected = {
        "1868-02-25": {"andrew-johnson": "President", "thaddeus-stevens": "Representative (R-Pa.)"},
        "2017-01-10": {"jeff-sessions": "Senator (R-Ala.)", "donald-trump": "future President"},
        "2017-01-25": {"sally-yates": "acting Attorney General", "chuck-schumer": "Senate Minority Leader"},
        "2017-07-29": {
            "sergey-kislyak": "former Russian Ambassador",
            "sean-spicer": "former Press Secretary",
        },
        "2018-11-08": {
            "matthew-whitaker": "acting Attorney General",
            "don-mcgahn": "former White House Counsel",
        },
    }
    for day, people in expected.items():
        told = standing(date.fromisoformat(day))
        assert {person: told[person] for person in people} == people


def test_offices_are_as_the_admin_would_accept_and_save_them(sample):
    for record in (*Organisation.objects.all(), *Post.objects.all()):
        record.full_clean()
    for office in Office.objects.select_related("person", "post"):
        period = (office.held_from, office.held_to)
        office.full_clean()
        office.save()
        assert (office.held_from, office.held_to) == period
    assert (Office.objects.count(), Post.objects.count()) == (len(OFFICES), len(POSTS))


def test_offices_survive_being_dumped_and_loaded(sample, tmp_path):
    def held():
        fields = ("person__slug", "post__slug", "post__styles", "held_from", "held_to", "state", "source")
        return list(Office.objects.order_by("held_from", *fields[:2]).values_list(*fields))

    before, dump = held(), tmp_path / "offices.json"
    call_command("dumpdata", "articles", natural_foreign=True, natural_primary=True, output=str(dump))
    for model in (Office, Post, Organisation):
        model.objects.all().delete()
    call_command("loaddata", str(dump), verbosity=0)
    assert held() == before
