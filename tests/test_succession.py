"""Who held a post one after the other, and who held the first ones on a day."""

from datetime import date

import pytest
from django.http import QueryDict

from articles import indexing
from articles.models import Office, Organisation, Person, Post
from articles.parameters import Reader
from articles.succession import (
    Bodies,
    HoldersAsked,
    Posts,
    PostsAsked,
    Succession,
    board,
    page,
    posts,
    principals_on,
)
from articles.succession.asked import Place
from articles.succession.holders import length, rough_length
from tests.builders import a_post, an_article, an_office

pytestmark = pytest.mark.django_db


def succession(title="Attorney General", organisation="Department of Justice", query=""):
    asked = HoldersAsked.read(Reader(QueryDict(query)))
    return Succession(a_post(title, organisation), asked, indexing.snapshot())


def three_attorneys_general():
    an_office("Matthew Whitaker", since="2018-11-07", until="2019-02-14", manner="acting")
    an_office("Jeff Sessions")
    an_office("Loretta Lynch", since="2015-04-27", until="2017-01-20")


def test_holders_stand_in_order_of_time():
    three_attorneys_general()
    assert [holder.person.name for holder in succession().holders] == [
        "Loretta Lynch",
        "Jeff Sessions",
        "Matthew Whitaker",
    ]


def test_days_between_two_holders_are_a_gap_and_the_day_of_handing_over_is_none():
    three_attorneys_general()
    gaps = [holder.gap for holder in succession().holders]
    assert (gaps[0], gaps[2]) == (None, None)
    assert [day.text for day in gaps[1].days] == ["21 January 2017", "8 February 2017"]
    assert (gaps[1].words, gaps[1].length) == ("vacant, or nobody on record", "19 days")


def test_of_a_gap_of_many_years_no_vacancy_is_told():
    an_office("Edwin Stanton", since="1860-12-20", until="1861-03-04")
    an_office()
    assert succession().holders[1].gap.words == "nobody on record"


def test_who_holds_it_beside_another_is_told():
    an_office("Mitch McConnell", "Majority Leader", "Senate", "2015-01-03", "2021-01-20")
    an_office("John Thune", "Majority Leader", "Senate", "2017-03-01", "2017-03-09", manner="acting")
    an_office("Chuck Schumer", "Majority Leader", "Senate", "2021-01-20", None)
    notes = [holder.notes for holder in succession("Majority Leader", "Senate").holders]
    assert notes == ["", "acting · at the same time as Mitch McConnell", ""]


def test_of_a_post_that_several_hold_at_once_neither_gaps_nor_company_are_told():
    for name, since, until in (
        ("Anthony Kennedy", "1988-02-18", "2018-07-31"),
        ("Ruth Bader Ginsburg", "1993-08-10", "2020-09-18"),
        ("Neil Gorsuch", "2017-04-10", None),
        ("Brett Kavanaugh", "2018-10-06", None),
    ):
        an_office(name, "Associate Justice", "Supreme Court", since, until)
    shown = succession("Associate Justice", "Supreme Court")
    assert shown.is_shared
    assert [(holder.gap, holder.notes) for holder in shown.holders] == [(None, "")] * 4


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2009-01-20", "2017-01-20", "8 years"),
        ("2017-02-09", "2018-11-07", "1 year 8 months"),
        ("2017-01-01", "2017-12-31", "1 year"),
        ("2017-01-20", "2017-01-30", "11 days"),
        ("2017-06-09", "2017-06-09", "1 day"),
        ("9999-12-01", "9999-12-31", "31 days"),
    ],
)
def test_time_is_told_in_years_and_months_or_days(first, last, words):
    assert length(date.fromisoformat(first), date.fromisoformat(last)) == words


def test_time_of_which_only_months_or_years_are_known_is_told_roughly():
    assert rough_length(1461, by_year=True) == "about 4 years"
    assert rough_length(365, by_year=True) == "a year or less"
    assert rough_length(120, by_year=False) == "about 4 months"
    assert rough_length(28, by_year=False) == "a month or less"
    an_office(since="2001-05-01", until="2004-05-01", from_precision="year", to_precision="year")
    assert succession().holders[0].length == "about 4 years"


def test_articles_of_the_time_are_counted_and_no_others():
    an_office()
    an_article(on="2017-06-09", people=["Jeff Sessions"])
    an_article(on="2018-11-07", people=["Jeff Sessions"])
    an_article(on="2018-11-08", people=["Jeff Sessions"])
    an_article(on="2017-06-09", people=["Jeff Sessions"], status="draft")
    an_article(on="2017-06-09", people=["Sally Yates"])
    (holder,) = succession().holders
    assert holder.articles == 2
    assert holder.articles_url == "/search/?person=jeff-sessions&from=2017-02-09&to=2018-11-07"


def test_of_more_than_forty_holders_with_articles_the_rest_are_linked_uncounted(monkeypatch):
    monkeypatch.setattr("articles.succession.written.MOST_LOOKS", 1)
    three_attorneys_general()
    an_article(on="2017-06-09", people=["Jeff Sessions"])
    an_article(on="2018-12-22", people=["Jeff Sessions", "Matthew Whitaker"])
    assert [holder.articles for holder in succession().holders] == [0, 1, None]


def test_pages_go_on_after_the_last_holder_and_miss_nobody(monkeypatch):
    monkeypatch.setattr(page, "PAGE_SIZE", 3)
    post = a_post("Senator", "Senate")
    people = Person.objects.bulk_create(
        Person(name=f"Senator {number}", slug=f"senator-{number}", sort_name=f"{number}")
        for number in range(8)
    )
    Office.objects.bulk_create(
        Office(post=post, person=person, state=("AL", "WV")[number % 2], held_from=date(2017, 1, 3))
        for number, person in enumerate(people)
    )
    seen, query = [], ""
    for _ in range(3):
        shown = succession("Senator", "Senate", query)
        seen += [holder.person.slug for holder in shown.holders]
        query = shown.next_query
    assert seen == [f"senator-{number}" for number in (0, 2, 4, 6, 1, 3, 5, 7)]
    assert query == ""


@pytest.mark.parametrize(
    "after",
    ["", "x", "~", "~~", "~2017-01-03~", "~2017-13-01~1", "AL~2017-01-03~x", "~2017-01-03~" + "9" * 21],
)
def test_a_place_that_is_none_is_no_place(after):
    assert Place.read(after) is None


def test_a_place_is_read_as_it_was_written():
    place = Place("a ~ state", date(800, 1, 3), 7)
    assert Place.read(str(place)) == place
    assert Place.read("~2017-01-03~" + "9" * 20).id < 1 << 63


def test_bands_begin_after_the_last_break_of_a_generation():
    an_office("Edwin Stanton", since="1860-12-20", until="1861-03-04")
    three_attorneys_general()
    assert [lane.label for lane in succession().drawing.lanes] == [
        "Loretta Lynch",
        "Jeff Sessions",
        "Matthew Whitaker",
    ]


def test_a_single_holder_is_not_drawn():
    an_office()
    assert succession().drawing is None


def test_what_is_held_still_is_drawn_to_the_last_day_of_the_archive():
    an_office("Neil Gorsuch", "Associate Justice", "Supreme Court", "2017-04-10", None)
    an_office("Brett Kavanaugh", "Associate Justice", "Supreme Court", "2018-10-06", None)
    an_article(on="2020-06-09")
    lanes = succession("Associate Justice", "Supreme Court").drawing.lanes
    assert all(lane.bands[0].lasts_beyond for lane in lanes)


def test_principals_of_a_day_are_one_for_each_post_and_the_full_holder_before_the_acting_one(
    django_assert_num_queries,
):
    principal = {"principal": True, "rank": 13}
    an_office("Dana Boente", since="2017-01-30", until="2017-02-09", manner="acting", post=principal)
    an_office("Jeff Sessions", post=principal)
    an_office(
        "Barack Obama", "President", "Government", "2009-01-20", "2017-01-20", {"principal": True, "rank": 1}
    )
    an_office("Donald Trump", "President", "Government", "2017-01-20", "2021-01-20")
    an_office("Rod Rosenstein", "Deputy Attorney General", since="2017-04-26", until="2019-05-11")

    def named(day):
        with django_assert_num_queries(1):
            return [
                (office.post.title, office.post.organisation.name, office.person.name)
                for office in principals_on(date.fromisoformat(day))
            ]

    assert named("2017-02-09") == [
        ("President", "Government", "Donald Trump"),
        ("Attorney General", "Department of Justice", "Jeff Sessions"),
    ]
    assert [name for _, _, name in named("2017-02-01")] == ["Donald Trump", "Dana Boente"]
    assert [name for _, _, name in named("2017-01-20")] == ["Donald Trump"]
    assert named("1900-01-01") == []


def test_a_board_names_who_holds_a_post_now_or_held_it_last():
    three_attorneys_general()
    an_office("Christopher Wray", "FBI Director", "FBI", "2017-08-02", None)
    an_office("James Comey", "FBI Director", "FBI", "2013-09-04", "2017-05-09")
    a_post("Deputy Director", "FBI")
    lines = board(Post.objects.all())
    assert {
        line.post.title: (line.holders, line.held, [held.office.person.name for held in line.offices])
        for line in lines
    } == {
        "Attorney General": (3, 0, ["Matthew Whitaker"]),
        "FBI Director": (2, 1, ["Christopher Wray"]),
        "Deputy Director": (0, 0, []),
    }


def test_a_board_of_a_day_names_who_held_a_post_then():
    three_attorneys_general()
    lines = board(Post.objects.all(), date(2017, 6, 9))
    assert [(line.held, line.offices[0].office.person.name) for line in lines] == [(1, "Jeff Sessions")]
    (vacant,) = board(Post.objects.all(), date(2017, 2, 1))
    assert (vacant.holders, vacant.held, vacant.offices) == (3, 0, ())


def test_of_many_holders_three_are_named_and_the_others_counted():
    for number in range(5):
        an_office(f"Justice {number}", "Associate Justice", "Supreme Court", f"201{number}-01-03", None)
    (line,) = board(Post.objects.all())
    assert [held.office.person.name for held in line.offices] == ["Justice 4", "Justice 3", "Justice 2"]
    assert line.others == 2


def test_organisations_stand_before_their_parts_and_by_their_most_senior_post():
    government = Organisation.objects.create(name="Government")
    justice = Organisation.objects.create(name="Department of Justice", parent=government)
    Organisation.objects.create(name="FBI", parent=justice)
    a_post("Prime Minister", "Canada", rank=5)
    a_post("FBI Director", "FBI", rank=44)
    a_post("President", "Government", rank=1)
    a_post("Clerk", "Archive")
    bodies = Posts(PostsAsked(), Bodies.of_archive()).told
    assert [body.organisation.name for body in bodies] == ["Government", "FBI", "Canada", "Archive"]
    assert [above.name for above in bodies[1].path] == ["Government", "Department of Justice"]


def test_organisations_in_a_circle_are_all_shown_once():
    one = Organisation.objects.create(name="One")
    two = Organisation.objects.create(name="Two", parent=one)
    Organisation.objects.filter(pk=one.pk).update(parent=two)
    a_post("First", "One")
    a_post("Second", "Two")
    bodies = Posts(PostsAsked(), Bodies.of_archive()).told
    assert [body.organisation.name for body in bodies] == ["One", "Two"]


def pages_of(within=None):
    seen, query = [], ""
    while True:
        shown = Posts(PostsAsked.read(Reader(QueryDict(query))), Bodies.of_archive(), within)
        seen.append(
            [(body.organisation.name, [line.post.title for line in body.posts]) for body in shown.told]
        )
        query = shown.next_query
        if not query:
            return seen


@pytest.mark.database
def test_pages_of_posts_go_on_in_the_order_of_all_and_miss_none(monkeypatch):
    monkeypatch.setattr(posts, "PAGE_SIZE", 2)
    senate = Organisation.objects.create(name="Senate")
    Organisation.objects.create(name="Committee", parent=senate)
    for title, rank in (("Leader", 5), ("Whip", 6), ("Clerk", 90)):
        a_post(title, "Senate", rank=rank)
    a_post("Chair", "Committee", rank=7)
    a_post("Speaker", "House", rank=8)
    assert pages_of() == [
        [("Senate", ["Leader", "Whip"])],
        [("Senate", ["Clerk"]), ("Committee", ["Chair"])],
        [("House", ["Speaker"])],
    ]
    assert pages_of(senate) == [[("Senate", ["Leader", "Whip"])], [("Senate", ["Clerk"])]]


@pytest.mark.parametrize("after", ["x", "-1", "٣", "9" * 30, "1.5", "0", "1234567"])
def test_a_place_among_posts_that_is_none_or_gone_is_the_beginning(after):
    a_post("Leader", "Senate")
    asked = PostsAsked.read(Reader(QueryDict(f"after={after}")))
    assert len(Posts(asked, Bodies.of_archive()).told) == 1


def test_the_day_goes_along_to_the_next_page_of_posts():
    assert PostsAsked(date(2017, 6, 9)).query(7) == "on=2017-06-09&after=7"
