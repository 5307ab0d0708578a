"""`manage.py import_people`: what comes in of our own files, and what becomes of it."""

from datetime import date

import pytest

from articles.checking import differences
from articles.models import Alias, Office, Organisation, Person, Post
from tests.builders import a_person, a_post
from tests.peoplefiles import RUIZ, a_record, an_office, people

__all__ = ["people"]
pytestmark = pytest.mark.django_db
HEADER = "name,sort_name,slug,description,wikidata_id,bioguide_id,born,died,aliases,title,organisation,party,state,district,manner,from,to,source"


def held():
    return [
        (office.post.title, str(office.held_from), office.held_to and str(office.held_to))
        for office in Office.objects.select_related("post")
    ]


def test_a_line_becomes_a_person_with_other_names_and_offices(people):
    assert people.take_in([RUIZ]) == "1 made, 0 filled in, 0 unchanged, 0 clashes, 0 rejected.\n"
    person = Person.objects.get(slug="ana-ruiz")
    assert (person.wikidata_id, person.bioguide_id, person.born) == ("Q900001", "R900001", date(1958, 3, 4))
    assert [(alias.name, alias.kind) for alias in person.aliases.all()] == [("Ana M. Ruiz", "full name")]
    assert held() == [("Senator", "1997-01-03", "2017-02-08")]
    assert person.offices.get().tenure.seat == "R-Ala."


def test_a_second_import_changes_nothing(people):
    people.take_in([RUIZ])
    before = [list(model.objects.order_by("pk").values()) for model in (Person, Alias, Office, Post)]
    assert people.take_in([RUIZ]) == "0 made, 0 filled in, 1 unchanged, 0 clashes, 0 rejected.\n"
    assert [list(model.objects.order_by("pk").values()) for model in (Person, Alias, Office, Post)] == before


def test_a_dry_run_writes_nothing_and_says_the_same(people):
    said = people.take_in([RUIZ, a_record(), a_record(born="1900-01-01"), {}], dry_run=True)
    assert not Person.objects.exists()
    assert not Organisation.objects.exists()
    assert people.take_in([RUIZ, a_record(), a_record(born="1900-01-01"), {}]) == said.replace(
        ": nothing was written, this was a dry run", ""
    )


def test_a_name_alone_is_a_person(people):
    people.take_in([a_record(name="  Beto \t O’Rourke ")])
    person = Person.objects.get()
    assert (person.name, person.sort_name, person.slug) == ("Beto O’Rourke", "O’Rourke, Beto", "beto-orourke")
    assert Person.objects.filter(key="betoorourke", sort_key="orourke,beto").exists()


def test_a_date_is_as_precise_as_it_is_long(people):
    people.take_in([a_record(offices=[an_office(**{"from": "2017", "to": "2018-02"})])])
    office = Office.objects.get()
    assert (str(office.held_from), office.from_precision) == ("2017-01-01", "year")
    assert (str(office.held_to), office.to_precision) == ("2018-02-28", "month")


def test_a_year_of_birth_is_left_out_and_told(people):
    assert "left out: Ana Ruiz: “born” 1958 is left out: it is kept to the day only" in people.take_in(
        [a_record(born="1958")]
    )
    assert Person.objects.get().born is None


def test_posts_of_congress_are_made_with_rank_and_styles(people):
    senator = an_office(title="Senator", organisation="United States Senate")
    people.take_in([a_record(offices=[senator, an_office(), an_office(title="Senator")])])
    assert set(Post.objects.values_list("title", "organisation__name", "rank", "styles")) == {
        ("Senator", "United States Senate", 60, "Sen."),
        ("Director", "Bureau of Maps", 1000, ""),
        ("Senator", "Bureau of Maps", 1000, ""),
    }
    assert dict(Organisation.objects.values_list("name", "kind")) == {
        "United States Senate": "legislature",
        "Bureau of Maps": "agency",
    }


def test_a_post_the_archive_has_is_found_whatever_its_case(people):
    post = a_post("Attorney General", "Department of Justice", rank=10)
    people.take_in(
        [a_record(offices=[an_office(title="attorney general", organisation="DEPARTMENT OF JUSTICE")])]
    )
    assert Office.objects.get().post == post


def test_posts_whose_addresses_would_be_the_same_get_different_ones(people):
    offices = [
        an_office(organisation="Bureau of Maps"),
        an_office(organisation="Bureau of Mines"),
        an_office(title="Director.", organisation="Bureau of Mines"),
        an_office(organisation="Bureau of Mines."),
    ]
    people.take_in([a_record(offices=offices)])
    assert set(Post.objects.values_list("slug", flat=True)) == {
        "director",
        "director-bureau-of-mines",
        "director-bureau-of-mines-2",
        "director-bureau-of-mines-3",
    }


def test_the_name_of_a_state_becomes_its_code(people):
    people.take_in([a_record(offices=[an_office(state="Alabama"), an_office(state="Dakota Territory")])])
    assert set(Office.objects.values_list("state", flat=True)) == {"AL", "Dakota Territory"}


def test_a_table_has_an_office_a_row(people):
    rows = [
        HEADER,
        'Ana Ruiz,,,"A judge, once",Q900001,,1958-03-04,,Ana M. Ruiz; Annie Ruiz,Director,Bureau of Maps,,,,,2001,2003-05,',
        'Ana Ruiz,,,"A judge, once",Q900001,,1958-03-04,,Ana M. Ruiz; Annie Ruiz,Judge,Court of Maps,,,,acting,2004,,',
        "Carl Weber,,,,,,,,,,,,,,,,,",
    ]
    assert people.take_in("\n".join(rows), "people.csv") == (
        "2 made, 0 filled in, 0 unchanged, 0 clashes, 0 rejected.\n"
    )
    assert held() == [("Director", "2001-01-01", "2003-05-31"), ("Judge", "2004-01-01", None)]
    assert Person.objects.get(name="Ana Ruiz").description == "A judge, once"
    assert set(Alias.objects.values_list("name", flat=True)) == {"Ana M. Ruiz", "Annie Ruiz"}


def test_a_table_may_have_few_columns_in_any_order_parted_by_tabs(people):
    people.take_in("Born\tName\tElsewhere\n1958-03-04\tAna Ruiz\tx\n", "people.tsv")
    assert list(Person.objects.values_list("name", "born")) == [("Ana Ruiz", date(1958, 3, 4))]


def test_rows_of_a_person_that_stand_apart_are_of_one(people):
    rows = [
        "name,title,organisation,from",
        "Ana Ruiz,Director,A,2001",
        "Carl Weber,,,",
        "Ana Ruiz,Judge,B,2004",
    ]
    people.take_in("\n".join(rows), "people.csv")
    assert held() == [("Director", "2001-01-01", None), ("Judge", "2004-01-01", None)]
    assert Person.objects.count() == 2


def test_what_is_empty_is_filled_in_and_what_an_editor_wrote_stays(people):
    person = a_person("Ana Ruiz", description="A senator.", wikidata_id="Q900001", sort_name="Ruiz Díaz, Ana")
    people.take_in([RUIZ | {"description": "Another text.", "died": "2020-01-02"}])
    person.refresh_from_db()
    assert (person.description, person.sort_name) == ("A senator.", "Ruiz Díaz, Ana")
    assert (person.bioguide_id, str(person.born), str(person.died)) == ("R900001", "1958-03-04", "2020-01-02")


def test_a_sort_name_that_nobody_wrote_is_replaced(people):
    person = a_person("Ana Ruiz Díaz")
    assert "1 filled in" in people.take_in([a_record(name="Ana Ruiz Díaz", sort_name="Ruiz Díaz, Ana")])
    person.refresh_from_db()
    assert person.sort_name == "Ruiz Díaz, Ana"
    assert Person.objects.filter(sort_key="ruizdiaz,ana").exists()


def test_the_end_of_an_office_that_was_held_still_is_filled_in(people):
    people.take_in([a_record(offices=[an_office()])])
    assert "1 filled in" in people.take_in([a_record(offices=[an_office(to="2018-11-07", party="Whig")])])
    assert held() == [("Director", "2017-02-09", "2018-11-07")]
    assert Office.objects.get().party == "Whig"


def test_a_less_precise_date_is_no_other_office(people):
    people.take_in([a_record(offices=[an_office(to="2018-11-07")])])
    assert "1 unchanged, 0 clashes" in people.take_in(
        [a_record(offices=[an_office(**{"from": "2017", "to": "2018"})])]
    )


@pytest.mark.parametrize(
    ("office", "said"),
    [
        (an_office(to="2018-12-31"), "Director to 2018-11-07 in the archive, 2018-12-31 in the file"),
        (an_office(), "Director to 2018-11-07 in the archive, still held in the file"),
        (
            an_office(**{"from": "2017-01-20", "to": "2018-11-07"}),
            "Director from 2017-01-20 in the file, 2017-02-09 in the archive",
        ),
    ],
)
def test_other_dates_of_an_office_are_a_clash_and_left(people, office, said):
    people.take_in([a_record(offices=[an_office(to="2018-11-07")])])
    assert people.take_in([a_record(offices=[office])]) == (
        f"people.jsonl:1: clash: Ana Ruiz: {said}\n0 made, 0 filled in, 1 unchanged, 1 clash, 0 rejected.\n"
    )
    assert held() == [("Director", "2017-02-09", "2018-11-07")]


def test_a_second_time_in_the_same_post_is_another_office(people):
    people.take_in([a_record(offices=[an_office(to="2018-11-07")])])
    people.take_in([a_record(offices=[an_office(**{"from": "2021-01-20"})])])
    assert held() == [("Director", "2017-02-09", "2018-11-07"), ("Director", "2021-01-20", None)]


def test_the_search_index_follows(people):
    people.take_in([RUIZ])
    assert differences().none


def test_a_quiet_import_says_nothing(people):
    assert people.take_in([RUIZ, RUIZ | {"born": "1959-01-01"}], verbosity=0) == ""


def test_fifty_problems_are_listed_and_all_when_asked_for(people):
    records = [a_record(born="1958-13-01")] * 60
    said = people.take_in(records)
    assert said.count("is no date") == 50
    assert "rejected: 10 more, which --verbosity 2 lists\n" in said
    assert people.take_in(records, verbosity=2).count("is no date") == 60


def test_several_files_and_a_packed_one_go_in(people):
    first = people.file([a_record()])
    second = people.file("name\nCarl Weber\n", "more.csv")
    assert people.run("import_people", first, second).startswith("2 made")


@pytest.mark.database
def test_the_number_of_queries_does_not_grow_with_the_records(people, django_assert_max_num_queries):
    records = [a_record(name=f"Ana Ruiz {number}", offices=[an_office()]) for number in range(300)]
    with django_assert_max_num_queries(60):
        people.take_in(records)
    with django_assert_max_num_queries(60):
        people.take_in(records)
    assert Office.objects.count() == 300
