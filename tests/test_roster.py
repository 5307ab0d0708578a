"""Lists of names: whom each stands for, and how many articles of each time name them."""

import csv

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from articles import indexing
from articles.models import FormerSlug
from articles.parameters import Reader
from articles.roster import Roster, RosterAsked, written
from tests.builders import a_person, an_article, an_office

pytestmark = pytest.mark.django_db


def asked(*names, **parameters):
    query = QueryDict(mutable=True)
    query.update({"names": "\n".join(names)} | {name.strip("_"): value for name, value in parameters.items()})
    return RosterAsked.read(Reader(query))


def roster(*names, **parameters):
    return Roster(asked(*names, **parameters), indexing.snapshot())


def known(*names):
    """Return who each name stands for, the status where that is not one person."""
    return [answer.person.name if answer.person else answer.status for answer in roster(*names).answers]


def the_trumps():
    an_office("Donald Trump", "President", "White House", "2017-01-20", "2021-01-20")
    an_office("Ivanka Trump", "Adviser to the President", "White House", "2017-03-29", "2021-01-20")


@pytest.mark.parametrize(
    "name",
    [
        "Jeff Sessions",
        "jeff sessions",
        "JEFF  SESSIONS",
        "Sessions, Jeff",
        "Sessions, Sen. Jeff",
        "Sen. Jeff Sessions",
        "Sen. Jeff Sessions (R-Ala.)",
        "Sen. Jeff Sessions, R-Ala.",
        "Jeff Sessions (R-AL)",
        "Attorney General Sessions",
        "Sessions",
        "jeff-sessions",
        "Jefferson Beauregard Sessions",
        "Beauregard Sessions, Jefferson",
        "S001141",
        "q358443",
        "jefferson-sessions",
        "AG = jeff-sessions",
    ],
)
@pytest.mark.parametrize("others", [(), ("Pete Sessions = nobody", "Richard Burr")])
def test_a_name_in_any_form_is_known(name, others):
    person = a_person(aliases=["Jefferson Beauregard Sessions"], bioguide_id="S001141", wikidata_id="Q358443")
    FormerSlug.objects.create(slug="jefferson-sessions", person=person)
    assert known(name, *others)[0] == "Jeff Sessions"


def test_a_name_that_several_bear_is_told_with_all_of_them():
    the_trumps()
    answer = roster("Trump").answers[0]
    assert answer.status == "ambiguous"
    assert [person.name for person in answer.offered] == ["Donald Trump", "Ivanka Trump"]
    assert [choice.standing for choice in roster("Trump").ambiguous[0].choices] == [
        "President, 2017–2021",
        "Adviser to the President, 2017–2021",
    ]


def test_a_title_tells_one_of_a_family_from_the_others():
    the_trumps()
    assert known("President Trump", "Senator Trump") == ["Donald Trump", "doubtful"]


def test_a_seat_tells_two_of_a_name_apart():
    for state, qualifier in (("MI", "Michigan"), ("AL", "Alabama")):
        an_office(
            f"Mike Rogers ({qualifier})", "Representative", "House", party="Republican", state=state,
        )  # fmt: skip
    assert known("Rogers (R-Mich.)", "Rep. Rogers, R-AL-3", "Rep. Rogers (R-Ohio)") == [
        "Mike Rogers (Michigan)",
        "Mike Rogers (Alabama)",
        "doubtful",
    ]


@pytest.mark.parametrize(
    "name",
    [
        "Senator Brown",
        "Sen. Jerry Brown",
        "Brown (D-Ohio)",
        "Gov. Brown (R-Calif.)",
        "Gov. Brown (D-Texas)",
        "Brown, Sen. Jerry",
    ],
)
def test_an_office_that_is_not_on_record_is_a_question(name):
    an_office(
        "Jerry Brown", "Governor", "California", "2011-01-03", "2019-01-07", party="Democratic", state="CA"
    )
    found = roster(name)
    assert (found.answers[0].status, found.people, found.ambiguous) == ("doubtful", {}, [])
    assert [choice.person.name for choice in found.doubtful[0].choices] == ["Jerry Brown"]
    assert known(f"{name} = jerry-brown") == ["Jerry Brown"]


@pytest.mark.parametrize(
    "name",
    [
        "Gov. Brown",
        "Gov. Jerry Brown (D-Calif.)",
        "Brown (D-CA)",
        "former Gov. Brown",
        "Mr. Brown",
        "Gen. Brown",
    ],
)
def test_an_office_on_record_and_what_is_none_is_no_question(name):
    an_office(
        "Jerry Brown", "Governor", "California", "2011-01-03", "2019-01-07", party="Democratic", state="CA"
    )
    found = roster(name)
    assert (known(name), found.answers[0].remark) == (["Jerry Brown"], "")


def test_a_seat_beside_an_office_without_one_is_that_of_another_office():
    an_office()
    an_office(
        "Jeff Sessions", "Senator", "Senate", "1997-01-03", "2017-02-08", party="Republican", state="AL"
    )
    assert known("Attorney General Sessions (R-Ala.)", "Sen. Sessions (R-Texas)") == [
        "Jeff Sessions",
        "doubtful",
    ]


def test_a_title_of_someone_without_offices_is_unchecked():
    a_person("Jerry Brown")
    answer = roster("Senator Brown").answers[0]
    assert (answer.status, answer.remark) == ("known", "the title was not checked: no office is on record")


def test_a_title_that_is_part_of_another_name_needs_no_office():
    an_office("Jeff Sessions")
    a_person("Jeff Sessions", aliases=["Senator Sessions"])
    assert known("Senator Sessions", "senator  sessions", "Rep. Sessions") == [
        "Jeff Sessions",
        "Jeff Sessions",
        "doubtful",
    ]


@pytest.mark.database
def test_initials_and_a_suffix_tell_one_of_a_family_from_the_others():
    for name in (
        "Donald Trump",
        "Donald Trump Jr.",
        "Ivanka Trump",
        "Rod Rosenstein",
        "J. D. Vance",
        "Pete Sessions",
    ):
        a_person(name)
    a_person("Jeff B. Sessions")
    assert known(
        "Trump Jr.", "Trump, Jr.", "D. Trump Jr", "I. Trump", "D. Trump", "R. Rosenstein", "Rosenstein, R.", "X. Rosenstein",
        "J. Sessions", "J.B. Sessions", "j. b. sessions", "J. C. Sessions", "J.D. Vance", "JD Vance", "Trump Sr.",
    ) == [
        "Donald Trump Jr.", "Donald Trump Jr.", "Donald Trump Jr.", "Ivanka Trump", "ambiguous", "Rod Rosenstein",
        "Rod Rosenstein", "unknown", "Jeff B. Sessions", "Jeff B. Sessions", "Jeff B. Sessions", "unknown",
        "J. D. Vance", "J. D. Vance", "unknown",
    ]  # fmt: skip


def test_a_choice_settles_every_line_of_its_name():
    the_trumps()
    chosen = asked("Trump", "Ivanka Trump", "Trump", choose="Trump = donald-trump")
    assert chosen.text == "Trump = donald-trump\nIvanka Trump\nTrump = donald-trump"
    found = Roster(chosen, indexing.snapshot())
    assert [(person.name, given) for person, given in found.people.items()] == [
        ("Donald Trump", ("Trump",)),
        ("Ivanka Trump", ("Ivanka Trump",)),
    ]


def test_of_a_large_family_the_first_can_be_chosen_and_the_others_are_counted():
    for number in range(23):
        a_person(f"Person{number:02} Smith")
    question = roster("Smith").ambiguous[0]
    assert (len(question.choices), question.more) == (20, 3)


def test_a_name_nobody_bears_is_told_with_those_that_are_near():
    a_person("Richard Burr")
    found = roster("Richard Bur", "Xerxes Quill")
    assert [(one.given, [choice.person.name for choice in one.choices]) for one in found.unknown] == [
        ("Richard Bur", ["Richard Burr"]),
        ("Xerxes Quill", []),
    ]


def test_the_order_of_what_is_near_does_not_depend_on_what_else_is_asked():
    a_person("Richard Burr")
    names = [f"Xerxes Quill {number}" for number in range(19)]
    assert [choice.person.name for choice in roster(*names, "Richard Bur").unknown[0].choices] == [
        "Richard Burr"
    ]


def test_articles_are_counted_by_year_in_the_order_of_the_names():
    an_article(on="2016-06-09", people=["Jeff Sessions"])
    an_article(on="2018-06-09", people=["Jeff Sessions", "Richard Burr"])
    an_article(on="2018-07-09", people=["Jeff Sessions"])
    an_article(on="2018-07-09", people=["Jeff Sessions"], status="draft")
    found = roster("Burr", "Sessions")
    assert [(column.label, whole) for column, whole in found.whole] == [("2016", 1), ("2018", 2)]
    assert [(row.person.name, row.total.count, [cell.count for cell in row.cells]) for row in found.rows] == [
        ("Richard Burr", 1, [0, 1]),
        ("Jeff Sessions", 3, [1, 2]),
    ]


def test_the_time_asked_for_is_counted_to_the_day_and_each_place_leads_to_as_many_articles(client):
    for day in ("2017-05-09", "2017-06-08", "2017-06-09", "2018-02-01", "2018-02-03"):
        an_article(on=day, people=["Jeff Sessions"])
    row = roster("Sessions", from_="2017-06-09", to="2018-02-01").rows[0]
    assert [(cell.count, cell.url) for cell in (row.total, *row.cells)] == [
        (2, "/search/?person=jeff-sessions&from=2017-06-09&to=2018-02-01"),
        (1, "/search/?person=jeff-sessions&from=2017-06-09&to=2017"),
        (1, "/search/?person=jeff-sessions&from=2018&to=2018-02-01"),
    ]
    for cell in (row.total, *row.cells):
        found = client.get(cell.url)
        assert (found.status_code, found.context["found"].total) == (200, cell.count)


def test_articles_are_counted_by_month():
    an_article(on="2017-06-09", people=["Jeff Sessions"])
    an_article(on="2017-08-09", people=["Jeff Sessions"])
    found = roster("Sessions", by="month")
    assert [column.label for column, _ in found.whole] == ["Jun 2017", "Aug 2017"]
    assert found.rows[0].cells[1].url == "/search/?person=jeff-sessions&from=2017-08&to=2017-08"


def test_of_more_than_sixty_months_the_last_are_counted():
    for number in range(70):
        an_article(on=f"{2010 + number // 12}-{number % 12 + 1:02}-09", people=["Jeff Sessions"])
    found = roster("Sessions", by="month")
    assert (found.span.is_cut, found.span.total, len(found.span.columns)) == (True, 70, 60)
    assert found.rows[0].total.count == 60
    assert found.rows[0].total.url == "/search/?person=jeff-sessions&from=2010-11&to=2015-10"


def test_the_fullest_place_is_the_darkest_by_share_too():
    for people in (["Jeff Sessions"], ["Jeff Sessions"], [], []):
        an_article(on="2017-06-09", people=people)
    an_article(on="2018-06-09", people=["Jeff Sessions"])
    for show, levels in (("count", [5, 4]), ("share", [4, 5])):
        row = roster("Sessions", show=show).rows[0]
        assert [cell.level for cell in row.cells] == levels
    assert [cell.share for cell in row.cells] == [50.0, 100.0]


def test_an_archive_without_articles_has_no_columns():
    a_person("Jeff Sessions")
    found = roster("Sessions", from_="2018", to="2017")
    assert (found.span.columns, found.rows[0].total.count, found.total) == ((), 0, 0)


def test_a_file_has_a_row_for_each_name_given_and_no_cell_that_runs():
    the_trumps()
    an_article(on="2017-06-09", people=["Donald Trump"])
    given = ("=Donald Trump", "Donald Trump", "Trump", "donald trump", "Senator Trump", "Ivanka Trum")
    both = "Donald Trump = donald-trump; Ivanka Trump = ivanka-trump"
    assert list(csv.reader(written(roster(*given)))) == [
        ["given", "name", "slug", "status", "candidates", "remark", "total", "2017"],
        ["'=Donald Trump", "Donald Trump", "donald-trump", "known", "", "", "1", "1"],
        ["Donald Trump", "Donald Trump", "donald-trump", "known", "", "", "1", "1"],
        ["Trump", "", "", "ambiguous", both, "", "", ""],
        ["donald trump", "Donald Trump", "donald-trump", "known", "", "", "1", "1"],
        ["Senator Trump", "", "", "doubtful", both, "no office of this kind is on record", "", ""],
        ["Ivanka Trum", "", "", "unknown", "Ivanka Trump = ivanka-trump", "", "", ""],
    ]


def test_more_than_500_names_and_long_ones_are_cut_and_that_is_said():
    found = asked(*(f"Person {number}" for number in range(5_000)))
    assert len(found.lines) == 500
    assert found.problems == ("Only the first 500 of 5,000 names were looked up.",)
    found = asked("x" * 100_000)
    assert found.lines[0].given == "x" * 200
    assert "longer than 200 characters" in found.problems[0]


def test_an_address_says_the_whole_list_again():
    first = asked(
        "Trump = donald-trump", "Rosselló", "a;b", from_="2017", to="2018-06", by="month", show="share"
    )
    again = RosterAsked.read(Reader(QueryDict(first.query)))
    assert again == first
    assert first.text.split("\n") == ["Trump = donald-trump", "Rosselló", "a", "b"]
    assert "%0A" not in first.query


@pytest.mark.parametrize("kind", ["full", "family", "strange"])
def test_more_names_take_no_more_queries(kind):
    names = []
    for number in range(60):
        an_office(f"Given{number} Family{number // 2}")
        full, family = f"Given{number} Family{number // 2}", f"Attorney General Family{number // 2}"
        names.append({"full": full, "family": family, "strange": f"Given{number} Familie{number}"}[kind])
    snapshot = indexing.snapshot()
    taken = []
    for some in (names[:4], names):
        with CaptureQueriesContext(connection) as captured:
            found = Roster(asked(*some), snapshot)
            assert (found.rows, found.ambiguous, found.unknown, found.standings) != ([], [], [], {})
        taken.append(len(captured))
    assert taken[0] == taken[1] <= 6


def test_five_hundred_names_of_every_kind_take_six_queries():
    the_trumps()
    names = ["President Trump", "Trump", "S001141", *(f"Sen. Strange{number}" for number in range(497))]
    snapshot = indexing.snapshot()
    with CaptureQueriesContext(connection) as captured:
        found = Roster(asked(*names), snapshot)
        found.rows, found.ambiguous, found.unknown, found.standings  # noqa: B018
    assert found.tally == {"known": 1, "ambiguous": 1, "unknown": 498}
    assert len(captured) <= 6
