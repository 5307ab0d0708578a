"""Offices, quotations, former addresses and decisions from anybody: they go in as they are, or nothing does."""

import pytest

from articles.checking import differences
from articles.keeping import importing
from articles.keeping.refusals import Refused
from articles.keeping.tables import TABLES
from articles.models import Office, Person, Proposal
from tests.keeping.files import a_person, a_publication, an_archive_file, an_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def take_in(tmp_path):
    def take_in(**tables):
        path = an_archive_file(
            tmp_path / "archive.zip", **{"organisations": [HOUSE], "posts": [CLERK]} | tables
        )
        return importing.take_in(path, dry_run=False, progress=lambda done, total: None)

    return take_in


HOUSE = {"slug": "house", "name": "House"}
CLERK = {"slug": "clerk", "title": "Clerk", "organisation": "house"}
DANA = a_person()


def an_office(**fields):
    return {"person": "dana-whitfield", "post": "clerk", "held_from": "2017-02-09"} | fields


def is_empty():
    return not any(table.model._default_manager.exists() for table in TABLES)


def test_office_is_as_the_file_says(take_in):
    take_in(
        people=[DANA],
        offices=[
            an_office(
                manner="acting",
                party="Independent",
                state="AL",
                district="class 2",
                held_from="2017-02-01",
                from_precision="month",
                held_to="2018-12-31",
                to_precision="year",
                source="A list",
            ),
            an_office(held_from="2019-01-01"),
        ],
    )
    first, second = Office.objects.all()
    assert (first.manner, first.party, first.state, first.district, first.source) == (
        "acting",
        "Independent",
        "AL",
        "class 2",
        "A list",
    )
    assert (str(first.held_from), first.from_precision) == ("2017-02-01", "month")
    assert (str(first.held_to), first.to_precision) == ("2018-12-31", "year")
    assert (second.manner, second.held_to, second.to_precision) == ("", None, "day")


def test_quotations_and_refusals_come_with_their_article(take_in):
    take_in(
        publications=[a_publication()],
        people=[DANA],
        articles=[
            an_article(
                quotations=[
                    {"person": None, "speaker": "an aide", "words": "No.", "start": 4},
                    {"person": "dana-whitfield", "words": "Yes.", "verb": "said", "start": 40},
                ],
                refusals=[{"person": "dana-whitfield", "decided_at": "2020-01-01T00:00:00Z"}],
            )
        ],
    )
    person = Person.objects.get()
    assert person.quotations.get().words == "Yes."
    assert str(person.refusals.get().decided_at) == "2020-01-01 00:00:00+00:00"
    assert differences().none


def test_key_of_a_proposal_is_made_anew(take_in):
    take_in(proposals=[{"name": "Beto O’Rourke"}])
    assert Proposal.objects.filter(key="betoorourke", state="open").exists()


AT = "2020-01-01T00:00:00Z"
DID = {"act": "merged", "kind": "person", "summary": "Merged.", "done_at": AT}
WRONG = (
    ("organisations", {"slug": "x", "name": "X", "kind": "club"}, "its kind is not one of government, executive office, "
     "department, agency, legislature, court, party, other"),
    ("posts", CLERK | {"slug": "x", "title": ""}, "its title is empty"),
    ("posts", CLERK | {"slug": "x", "organisation": None}, "its organisation is not text"),
    ("posts", CLERK | {"slug": "x", "organisation": "senate"}, "its organisation “senate” is nowhere in the file"),
    ("posts", CLERK | {"slug": "x", "rank": -1}, "its rank is no whole number from 0 to 32,767"),
    ("posts", CLERK | {"slug": "../x"}, "its slug is no slug: it may have letters, digits, hyphens and underscores"),
    ("offices", an_office(person=None), "its person is not text"),
    ("offices", an_office(post="mayor"), "its post “mayor” is nowhere in the file"),
    ("offices", an_office(held_from=None), "its held_from is no date like 2017-06-09"),
    ("offices", an_office(held_to="2017"), "its held_to is no date like 2017-06-09"),
    ("offices", an_office(to_precision="week"), "its to_precision is not one of day, month, year"),
    ("offices", an_office(manner="by force"), "its manner is not one of acting, ex officio"),
    ("offices", an_office(tenure=4), "its column “tenure” is unknown; was it made by a newer version?"),
    ("former_slugs", {"slug": "a b", "person": "dana-whitfield"}, "its slug is no slug: it may have letters, digits, hyphens and "
     "underscores"),
    ("former_slugs", {"slug": "a", "topic": "law"}, "its topic “law” is nowhere in the file"),
    ("proposals", {"name": "A", "state": "lost"}, "its state is not one of open, accepted, dismissed"),
    ("curations", {**DID, "done_at": None}, "its done_at is no moment like 2017-06-09T18:30:00Z"),
    ("curations", {**DID, "before": {"steps": []}}, "its column “before” is unknown; was it made by a newer version?"),
    ("curations", {**DID, "act": "sold"}, "its act is not one of merged, split, renamed, accepted, rejected"),
    ("articles", an_article(quotations=[{"words": "x", "start": 2**31}]), "its start is no whole number from 0 to 2,147,483,647"),
    ("articles", an_article(quotations=[{"start": 1}]), "it has no words"),
    ("articles", an_article(quotations=[{"words": "x", "start": 1, "person": "nobody"}]), "its person “nobody” is nowhere in the file"),
    ("articles", an_article(refusals=[{"person": "dana-whitfield"}]), "it has no decided_at"),
    ("articles", an_article(mentions=[{"person": "dana-whitfield", "places": None}]), "its places is not text"),
)  # fmt: skip
CONTRADICTING = (
    ("organisations", [HOUSE, {"slug": "b", "name": "HOUSE"}]),
    ("posts", [CLERK, CLERK | {"slug": "b", "title": "CLERK"}]),
    ("posts", [CLERK, CLERK | {"title": "Other"}]),
    ("offices", [an_office(state="AL"), an_office(state="AL")]),
    ("offices", [an_office(), an_office(held_from="2019-01-01", held_to="2018-01-01")]),
    ("former_slugs", [{"slug": "a", "person": "dana-whitfield"}] * 2),
    ("former_slugs", [{"slug": "a", "person": "dana-whitfield"}, {"slug": "a"}]),
    ("former_slugs", [{"slug": "a", "topic": "law"}, {"slug": "b", "topic": "law", "person": "dana-whitfield"}]),
    ("proposals", [{"name": "A"}, {"name": "A"}]),
    ("articles", [an_article(), an_article(slug="b", quotations=[{"words": "x", "start": 1}] * 2)]),
    ("articles", [an_article(), an_article(slug="b", refusals=[{"person": "dana-whitfield", "decided_at": AT}] * 2)]),
)  # fmt: skip


@pytest.mark.parametrize(("table", "record", "said"), WRONG)
def test_wrong_record_is_named_and_nothing_goes_in(take_in, table, record, said):
    right = {"organisations": [HOUSE], "posts": [CLERK]}.get(table, [])
    with pytest.raises(Refused) as refusal:
        take_in(**{"publications": [a_publication()], "people": [DANA], table: [*right, record]})
    assert str(refusal.value) == f"{table}.jsonl:{len(right) + 1}: {said}"
    assert is_empty()


@pytest.mark.parametrize(("table", "records"), CONTRADICTING)
def test_record_that_contradicts_another_is_named_and_nothing_goes_in(take_in, table, records):
    named = {"people": [DANA], "topics": [{"slug": "law", "name": "Law"}]}
    with pytest.raises(Refused) as refusal:
        take_in(**{"publications": [a_publication()], **named, table: records})
    assert str(refusal.value).startswith(f"{table}.jsonl:2: it contradicts another record: ")
    assert is_empty()
