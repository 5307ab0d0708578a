"""What people were on the article's date, wherever they are named."""

import html
import io
import json
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.importers import Options, importer_for
from articles.importers.base import Unread
from articles.models import Mention, Office, Role
from tests.builders import a_person, an_article, an_office

pytestmark = pytest.mark.django_db


def sessions():
    an_office(
        title="Senator",
        organisation="United States Senate",
        since="1997-01-03",
        until="2017-02-08",
        party="Republican",
        state="AL",
        post={"rank": 50},
    )
    an_office(post={"rank": 10, "principal": True})


def words(page, region):
    """Return what a reader sees of the first element of the page that has this class or label."""
    tag, rest = re.search(
        rf'<(\w+)[^>]*(?:class="[^"]*\b{region}\b[^"]*"|aria-label="{region}")[^>]*>(.*)', page, re.S
    ).groups()
    return " ".join(html.unescape(re.sub("<[^>]*>", " ", rest.partition(f"</{tag}>")[0])).split())


def margin(client, article):
    return words(client.get(article.get_absolute_url()).text, "margin")


def mentioned(article, name, **fields):
    Mention.objects.filter(content_object=article, tag__name=name).update(**fields)


@pytest.mark.database
@pytest.mark.parametrize(
    ("on", "told"),
    [
        ("2017-02-08", "Senator (R-Ala.)"),
        ("2017-02-09", "Attorney General"),
        ("2018-11-07", "Attorney General"),
        ("2018-11-08", "Former Attorney General"),
        ("1990-05-05", "Future Senator (R-Ala.)"),
    ],
)
def test_margin_says_who_they_were_that_day(client, on, told):
    sessions()
    an_article("The first", on="1990-01-01")
    an_article("The last", on="2019-01-01")
    article = an_article("Named", on=on, people=["Jeff Sessions"])
    assert margin(client, article) == f"Who they were that day Jeff Sessions {told}"


def test_office_links_to_all_who_held_it(client):
    sessions()
    article = an_article(people=["Jeff Sessions"])
    assert (
        '<a href="/offices/attorney-general/">Attorney General</a>'
        in client.get(article.get_absolute_url()).text
    )


def test_acting_holder_is_told_as_such(client):
    an_office("Matthew Whitaker", since="2018-11-07", until="2019-02-14", manner=Office.Manner.ACTING)
    article = an_article(on="2018-12-01", people=["Matthew Whitaker"])
    assert "Acting Attorney General" in margin(client, article)


def test_most_senior_office_stands_first_and_the_others_beside_it(client):
    an_office("Chuck Schumer", "Senator", "Senate", "1999-01-03", None, {"rank": 50}, state="NY")
    an_office("Chuck Schumer", "Senate Minority Leader", "Senate", "2017-01-03", "2021-01-20", {"rank": 20})
    article = an_article(people=["Chuck Schumer"])
    assert "Senate Minority Leader also Senator (N.Y.)" in margin(client, article)


def test_who_an_article_is_about_stands_first_and_then_who_is_named_most(client):
    article = an_article(people=["Ann Alder", "Bo Birch", "Cy Cedar"])
    mentioned(article, "Bo Birch", count=11, quoted=True)
    mentioned(article, "Cy Cedar", role=Role.SUBJECT, count=2)
    told = "Cy Cedar subject · 2 mentions Bo Birch 11 mentions · quoted Ann Alder"
    assert margin(client, article) == f"People {told}"


def test_person_without_an_office_is_described(client):
    a_person("Sergey Kislyak", description="Diplomat.")
    a_person("Jeff Sessions", description="Politician.")
    sessions()
    article = an_article(people=["Jeff Sessions", "Sergey Kislyak"])
    assert margin(client, article) == (
        "Who they were that day Jeff Sessions Attorney General Sergey Kislyak Diplomat."
    )


def test_office_outside_the_time_of_the_archive_is_not_told_as_a_former_one(client):
    an_office("Ann Alder", "Mayor", "Springfield", "1980-01-01", "1985-01-01")
    an_office("Ann Alder", "Governor", "State", "2030-01-01", "2034-01-01")
    article = an_article(people=["Ann Alder"])
    assert margin(client, article) == "People Ann Alder"


@pytest.mark.parametrize("path", ["/search/?q=recusal", "/2017/06/", "/people/jeff-sessions/"])
def test_each_article_of_a_list_says_what_its_people_were_on_its_own_day(client, path):
    sessions()
    an_article("Recusal of the senator", on="2017-02-01", people=["Jeff Sessions"])
    an_article("Recusal", on="2017-06-09", people=["Jeff Sessions"])
    page = client.get(path).text
    told = {"Jeff Sessions Attorney General"} | (
        {"Jeff Sessions Senator (R-Ala.)"} if "06" not in path else set()
    )
    lists = re.findall(r'<ul class="names told".*?</ul>', page, re.S)
    assert {words(one, "People") for one in lists} == told


@pytest.mark.database
@pytest.mark.parametrize("path", ["/", "/2017/06/09/"])
def test_day_says_who_held_which_office(client, path):
    sessions()
    president = {"rank": 1, "principal": True}
    an_office("Donald Trump", "President", "White House", "2017-01-20", "2021-01-20", president)
    director = {"rank": 30, "principal": True}
    an_office("Andrew McCabe", "FBI Director", "FBI", "2017-05-09", "2017-08-02", director, manner="acting")
    an_article()
    page = client.get(path).text
    assert words(page, "Who held which office that day") == (
        "President Donald Trump Attorney General Jeff Sessions Acting FBI Director Andrew McCabe"
    )
    assert '<a href="/people/donald-trump/">Donald Trump</a>' in page
    assert '<a href="/offices/fbi-director/">' in page


def test_day_on_which_no_one_is_known_has_no_strip(client):
    an_office(post={"principal": True})
    an_article(on="2009-01-02")
    assert "Who held which office" not in client.get("/2009/01/02/").text


def test_day_after_the_last_article_tells_no_office_that_is_held_still(client):
    an_office(until=None, post={"principal": True})
    an_article(on="2017-06-09")
    assert "Who held which office" in client.get("/2017/06/08/").text
    assert "Who held which office" not in client.get("/2917/06/09/").text


@pytest.mark.database
@pytest.mark.parametrize("path", ["/", "/2017/06/09/the-first/", "/search/", "/2017/06/", "/search.jsonl"])
def test_more_people_and_offices_take_no_more_queries(client, path):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            response = client.get(path)
            assert b"".join(response) if response.streaming else response.content
        return len(captured)

    first = an_article("The first", people=["Jeff Sessions"], section="")
    an_article("The second", people=["Jeff Sessions"], section="")
    sessions()
    queries()
    few = queries()
    for number in range(8):
        for post in ("Governor", "Mayor"):
            an_office(f"Person {number}", post, "State", post={"principal": True})
        first.people.add(f"Person {number}")
        an_article(people=["Jeff Sessions", f"Person {number}"], section="")
    client.get(path)
    assert queries() == few


def test_hostile_names_and_titles_are_shown_as_text(client):
    an_office("Ann <b>Alder</b>", "Chair of <script>", "A & B", state="<i>", post={"principal": True})
    article = an_article(people=["Ann <b>Alder</b>"])
    for path in ("/", "/2017/06/09/", "/search/", article.get_absolute_url()):
        page = client.get(path).text
        assert "Chair of &lt;script&gt;" in page
        assert "<script>" not in page.replace('<script type="module"', "")
        assert "<b>Alder" not in page


def exported(client, path):
    return b"".join(client.get(path)).decode()


def test_files_say_what_people_were_on_the_date_of_each_article(client):
    sessions()
    an_article(on="2017-02-01", people=["Jeff Sessions", "Sergey Kislyak"])
    later = an_article(on="2018-12-01", people=["Jeff Sessions"])
    mentioned(later, "Jeff Sessions", role=Role.SUBJECT, quoted=True, count=3)
    Mention.objects.create(content_object=later, tag=a_person("Dana Whitfield"), role=Role.AUTHOR)
    last, first = map(json.loads, exported(client, "/search.jsonl").splitlines())
    assert (first["people"], first["people_offices"]) == (
        ["Jeff Sessions", "Sergey Kislyak"],
        ["Senator (R-Ala.)", ""],
    )
    assert (last["people"], last["people_offices"]) == (["Jeff Sessions"], ["former Attorney General"])
    assert last["mentions"] == [
        {
            "name": "Jeff Sessions",
            "role": "subject",
            "quoted": True,
            "count": 3,
            "office": "former Attorney General",
            "in_office": False,
        },
        {
            "name": "Dana Whitfield",
            "role": "author",
            "quoted": False,
            "count": 1,
            "office": "",
            "in_office": False,
        },
    ]


def test_file_of_one_article_says_the_same_as_that_of_its_list(client):
    sessions()
    article = an_article(people=["Jeff Sessions"])
    in_list, alone = (
        json.loads(exported(client, path)) | {"list": None}
        for path in ("/2017/06/09.jsonl", f"{article.get_absolute_url().rstrip('/')}.jsonl")
    )
    assert in_list == alone
    assert alone["mentions"][0]["in_office"] is True


@pytest.mark.parametrize("suffix", ["jsonl", "csv"])
def test_file_with_offices_comes_back_without_a_problem(client, suffix):
    sessions()
    an_article("Recusal", people=["Jeff Sessions"])
    file = exported(client, f"/search.{suffix}").encode()
    importer = importer_for(file, f"search.{suffix}")
    (found,) = importer.read(io.BytesIO(file), source="search", options=Options())
    item = found.reader(found) if isinstance(found, Unread) else found
    assert (item.headline, item.people, item.topics) == ("Recusal", ("Jeff Sessions",), ())
