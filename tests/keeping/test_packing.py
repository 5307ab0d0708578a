"""The file that is written: everything, in one form, or what one year names."""

import json

import pytest

from articles.keeping import importing, packing, published
from articles.keeping.refusals import Refused
from articles.models import (
    Article,
    Curation,
    FormerSlug,
    ImportRun,
    Office,
    Organisation,
    Proposal,
    Quotation,
    Refusal,
    Topic,
)
from tests.builders import a_person, a_topic, an_article, an_office
from tests.keeping import nasty
from tests.keeping.files import an_archive_file, contents_of, records_of

pytestmark = pytest.mark.django_db


def nothing(done, total):
    pass


@pytest.fixture(autouse=True)
def own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def export(tmp_path):
    def export(name="archive.zip", year=None, with_files=True):
        path = tmp_path / name
        packing.export(path, year=year, with_files=with_files, progress=nothing)
        return path

    return export


def slugs(path, table):
    return [record["slug"] for record in records_of(path, table)]


def test_same_archive_gives_the_same_bytes(export):
    nasty.make()
    assert export("one.zip").read_bytes() == export("two.zip").read_bytes()


def test_record_of_an_article_is_as_the_archive_has_it(export):
    article = an_article("Senate passes budget", people=["Dana Whitfield"], topics=["Budget"])
    Article.objects.filter(pk=article.pk).update(
        added_at="2020-01-01T00:00:00.5Z", updated_at="2020-01-01T00:00:00Z"
    )
    text_key = Article.objects.get().text_key
    assert contents_of(export())["articles.jsonl"].decode() == (
        '{"published_on":"2017-06-09","slug":"senate-passes-budget","status":"published",'
        '"published_at":"2017-06-09T00:00:00Z","time_known":false,"headline":"Senate passes budget",'
        '"headline_made":false,"standfirst":"","body":"<p>The committee met on Friday.</p>","byline":"",'
        '"section":"justice","publication":"the-capital-ledger","language":"en","word_count":5,"source_url":"",'
        '"source_ref":"","content_sha256":"","source_kind":"","source_file":"","source_line":0,"capture_url":"","captured_at":null,'
        f'"text_key":{json.dumps(text_key)},"copy_of":null,"edited_fields":[],'
        '"added_at":"2020-01-01T00:00:00.500000Z","updated_at":"2020-01-01T00:00:00Z","import_run":null,'
        '"mentions":[{"person":"dana-whitfield","role":"mentioned","quoted":false,"count":1,"origin":"editor","certainty":100,'
        '"places":""}],'
        '"topics":[{"topic":"budget","origin":"editor"}],"other_sources":[],"quotations":[],"refusals":[]}\n'
    )


def test_records_stand_in_the_order_in_which_they_were_made(export):
    for name in ("Zoë Zimmermann", "a lower name", "Ändern", "Basic"):
        a_person(name)
    assert slugs(export(), "people") == ["zoe-zimmermann", "a-lower-name", "andern", "basic"]


def test_text_is_written_as_it_is_stored(export):
    an_article("E\u0301 “ü” \u2028 🗳️ </script>")
    assert "E\u0301 “ü” \u2028 🗳️ </script>".encode() in contents_of(export())["articles.jsonl"]


def test_manifest_tells_what_is_there(export, settings):
    settings.ARCHIVE_NAME = "The Morgue"
    an_article()
    told = json.loads(contents_of(export())["manifest.json"])
    assert (told["format"], told["version"], told["archive"], told["year"]) == (
        "newsroom-archive",
        1,
        "The Morgue",
        None,
    )
    assert {member["name"]: member["records"] for member in told["members"] if member["records"]} == {
        "publications.jsonl": 1,
        "sections.jsonl": 1,
        "articles.jsonl": 1,
    }


def test_year_has_its_articles_and_all_that_they_name(export):
    law = a_topic("Law")
    a_topic("Immigration", parent=law)
    run = ImportRun.objects.create()
    a_person("Dana Whitfield", aliases=["D. Whitfield"], import_run=run)
    head = an_article(
        "Last year", on="2016-12-31", people=["Thomas Reyes"], topics=["Senate"], section="World"
    )
    article = an_article("This year", on="2017-01-01", people=["Dana Whitfield"], topics=["Immigration"])
    draft = an_article("A draft", on="2017-12-31", status="draft", publication="The Monitor")
    Article.objects.filter(pk=article.pk).update(copy_of=head)
    Article.objects.filter(pk=draft.pk).update(copy_of=article)
    path = export(year=2017)
    assert slugs(path, "articles") == ["this-year", "a-draft"]
    assert [record["copy_of"] for record in records_of(path, "articles")] == [None, "2017-01-01/this-year"]
    assert slugs(path, "people") == ["dana-whitfield"]
    assert [record["name"] for record in records_of(path, "aliases")] == ["D. Whitfield"]
    assert sorted(slugs(path, "topics")) == ["immigration", "law"]
    assert slugs(path, "sections") == ["justice"]
    assert slugs(path, "publications") == ["the-capital-ledger", "the-monitor"]
    assert [record["key"] for record in records_of(path, "runs")] == [str(run.key)]


def test_year_has_whom_its_articles_quote_or_editors_refused_in_them_with_their_offices(export):
    article = an_article("This year", on="2017-01-01", people=["Dana Whitfield"])
    Quotation.objects.create(article=article, person=a_person("Thomas Reyes"), words="Yes.", start=0)
    Quotation.objects.create(article=article, words="No.", start=9)
    Refusal.objects.create(article=article, person=a_person("Tom Reyes"))
    an_article("Last year", on="2016-12-31", people=["Maria Stone"])
    for name in ("Thomas Reyes", "Maria Stone"):
        an_office(name, title="Chief Clerk" if name == "Thomas Reyes" else "Mayor", organisation="City Court")
    an_office("Maria Stone", title="Governor", organisation="State")
    state = Organisation.objects.get(name="State")
    Organisation.objects.filter(name="City Court").update(parent=state)
    path = export(year=2017)
    assert sorted(slugs(path, "people")) == ["dana-whitfield", "thomas-reyes", "tom-reyes"]
    assert [(office["person"], office["post"]) for office in records_of(path, "offices")] == [
        ("thomas-reyes", "chief-clerk")
    ]
    assert slugs(path, "posts") == ["chief-clerk"]
    assert slugs(path, "organisations") == ["city-court", "state"]


def test_year_has_former_addresses_of_what_it_names_and_no_decisions_about_the_whole_archive(export):
    an_article(on="2017-01-01", people=["Dana Whitfield"], topics=["Budget"])
    FormerSlug.objects.create(slug="old", person=a_person("Dana Whitfield"))
    FormerSlug.objects.create(slug="other", person=a_person("Thomas Reyes"))
    FormerSlug.objects.create(slug="finances", topic=a_topic("Budget"))
    FormerSlug.objects.create(slug="elsewhere", topic=a_topic("Law"))
    Proposal.objects.create(name="Norm Eisen")
    Curation.objects.create(act="merged", kind="person", summary="Merged.")
    path = export(year=2017)
    assert slugs(path, "former_slugs") == ["old", "finances"]
    assert (records_of(path, "proposals"), records_of(path, "curations")) == ([], [])


@pytest.mark.parametrize("year", [1, 2017, 2018, 9998])
def test_year_goes_into_an_empty_archive_by_itself(export, year):
    nasty.make()
    path = export(year=year)
    empty()
    importing.take_in(path, dry_run=False, progress=nothing)
    again = contents_of(export("again.zip", with_files=False))
    there = contents_of(path)
    assert {name: again[name] for name in again if name != "manifest.json"} == {
        name: there[name] for name in there if name != "manifest.json"
    }
    assert Article.objects.exists()


def test_everything_comes_back_as_it_was(export):
    nasty.make()
    before = export()
    empty()
    importing.take_in(before, dry_run=False, progress=nothing)
    assert export("again.zip").read_bytes() == before.read_bytes()
    assert (Article.objects.count(), Topic.objects.get(slug="travel-ban").parent.slug) == (16, "immigration")


def test_archive_that_is_tried_fills_every_column(export):
    nasty.make()
    path = export()
    for table in packing.TABLES:
        told = records_of(path, table.name)
        assert told, table.name
        for part in (table, *table.parts):
            found = told if part is table else [entry for record in told for entry in record[part.name]]
            for column in part.columns:
                assert any(record[column.name] not in (None, "", [], {}) for record in found), column.name


def test_posts_of_one_title_stay_two(export):
    for person, organisation in (("Dana Whitfield", "House"), ("Thomas Reyes", "Senate")):
        an_office(person, title="Majority Leader", organisation=organisation)
    path = export()
    assert slugs(path, "posts") == ["majority-leader", "majority-leader-senate"]
    empty()
    importing.take_in(path, dry_run=False, progress=nothing)
    held = Office.objects.values_list("person__slug", "post__title", "post__organisation__name")
    assert sorted(held) == [
        ("dana-whitfield", "Majority Leader", "House"),
        ("thomas-reyes", "Majority Leader", "Senate"),
    ]


def test_file_made_before_there_were_offices_goes_in(export, tmp_path):
    nasty.make()
    told = {table.name: records_of(export(), table.name) for table in packing.TABLES}
    for article in told["articles"]:
        del article["quotations"], article["refusals"]
        for mention in article["mentions"]:
            del mention["places"]
    newer = {"organisations", "posts", "offices", "former_slugs", "proposals", "curations"}
    path = an_archive_file(
        tmp_path / "older.zip", without=newer, **{name: told[name] for name in told.keys() - newer}
    )
    empty()
    importing.take_in(path, dry_run=False, progress=nothing)
    again = export("again.zip")
    assert {name: records_of(again, name) for name in newer} == dict.fromkeys(newer, [])
    assert records_of(again, "people") == told["people"]
    assert [record["mentions"] for record in records_of(again, "articles")] == [
        [mention | {"places": ""} for mention in record["mentions"]] for record in told["articles"]
    ]


def empty():
    Article.objects.all().delete()
    for table in reversed(packing.TABLES):
        table.model._default_manager.all().delete()


def test_files_are_in_it_in_order_and_links_are_not(export, tmp_path):
    for name in ("b/ü.jpg", "b/a.jpg", "a.txt"):
        (tmp_path / "media" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "media" / name).write_text(name)
    (tmp_path / "media/link").symlink_to("/etc/passwd")
    contents = contents_of(export())
    assert [name for name in contents if name.startswith("files/")] == [
        "files/a.txt",
        "files/b/a.jpg",
        "files/b/ü.jpg",
    ]
    assert contents["files/b/ü.jpg"].decode() == "b/ü.jpg"
    assert not [
        name for name in contents_of(export("none.zip", with_files=False)) if name.startswith("files/")
    ]
    assert not [name for name in contents_of(export("year.zip", year=2017)) if name.startswith("files/")]


@pytest.mark.parametrize("name", [b"a\\b", b"a\nb", b"\xff\xfe"])
def test_file_whose_name_could_not_be_put_back_is_told_and_nothing_is_written(export, tmp_path, name):
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / name.decode("utf-8", "surrogateescape")).write_text("x")
    with pytest.raises(Refused) as refusal:
        export()
    assert "rename it, or use --no-files" in str(refusal.value)
    assert [path.name for path in tmp_path.iterdir()] == ["media"]


@pytest.mark.parametrize("write", [packing.export, published.export])
def test_export_that_fails_leaves_the_file_before_as_it_was(write, tmp_path):
    an_article()
    path = tmp_path / "archive"
    path.write_text("before")

    def fail(done, total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(path, year=None, progress=fail, **({"with_files": True} if write is packing.export else {}))
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("archive", "before")]


def test_number_of_queries_does_not_grow_with_the_records(export, django_assert_max_num_queries):
    for number in range(30):
        an_article(f"Number {number}", people=[f"Person {number}"], topics=[f"Topic {number}"])
    with django_assert_max_num_queries(30):
        export()
