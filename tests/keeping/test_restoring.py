"""Records from anybody: they go in as they are, or nothing does, and the line that is wrong is named."""

import pytest

from articles.checking import differences
from articles.keeping import importing, restoring
from articles.keeping.refusals import Refused
from articles.keeping.tables import TABLES
from articles.models import Alias, Article, Fingerprint, ImportRun, OtherSource, Person, Publication, Topic
from tests.builders import a_person as a_person_there
from tests.keeping.files import a_person, a_publication, a_run, an_archive_file, an_article

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def take_in(tmp_path):
    def take_in(dry_run=False, extra=None, **tables):
        path = an_archive_file(tmp_path / "archive.zip", extra=extra, **tables)
        return importing.take_in(path, dry_run=dry_run, progress=lambda done, total: None)

    return take_in


def is_empty():
    return (
        not any(table.model._default_manager.exists() for table in TABLES)
        and not Fingerprint.objects.exists()
    )


def test_article_is_as_the_file_says(take_in):
    words = " ".join(f"word{number}" for number in range(40))
    take_in(
        publications=[a_publication()],
        people=[a_person(), a_person(slug="second", name="Second")],
        topics=[{"slug": "budget", "name": "Budget"}],
        articles=[
            an_article(
                body=f"<p>{words}</p>",
                source_url="https://ledger.example/1?utm_source=x",
                word_count=3,
                mentions=[{"person": "second", "role": "author", "count": 0}, {"person": "dana-whitfield"}],
                topics=[{"topic": "budget", "origin": "import"}],
                other_sources=[{"source_url": "https://www.ledger.example/1/", "source_line": 4}],
            )
        ],
    )
    article = Article.objects.get()
    assert (str(article.added_at), article.updated_at) == (
        "2020-01-01 00:00:00.000001+00:00",
        article.added_at,
    )
    assert (article.word_count, article.status) == (3, "published")
    assert list(article.mentions.order_by("id").values_list("tag__slug", "role", "count")) == [
        ("second", "author", 0),
        ("dana-whitfield", "mentioned", 1),
    ]
    assert article.topic_links.get().origin == "import"
    assert article.address_key == OtherSource.objects.get().address_key is not None
    assert Fingerprint.objects.get().article == article
    assert differences().none


def test_keys_of_names_are_made_anew(take_in):
    take_in(
        people=[a_person(name="Beto O’Rourke", slug="beto", sort_name="O’Rourke, Beto")],
        aliases=[{"person": "beto", "name": "Robert O'Rourke"}],
    )
    assert Person.objects.filter(key="betoorourke", sort_key="orourke,beto").exists()
    assert Alias.objects.filter(key="robertorourke").exists()


def test_moment_at_which_an_import_began_is_kept(take_in):
    take_in(runs=[a_run()])
    assert str(ImportRun.objects.get().started_at) == "2020-01-01 00:00:00+00:00"


def test_record_may_name_one_of_its_table_that_comes_later(take_in):
    take_in(
        publications=[a_publication()],
        topics=[{"slug": "ban", "name": "Ban", "parent": "law"}, {"slug": "law", "name": "Law"}],
        articles=[an_article(copy_of="2017-06-09/later"), an_article(slug="later")],
    )
    assert Topic.objects.get(slug="ban").parent.slug == "law"
    assert Article.objects.get(copy_of__slug="later").slug == "senate-passes-budget"


def test_body_that_is_not_clean_is_cleaned(take_in):
    take_in(
        publications=[a_publication()], articles=[an_article(body='<p onload="x">One<script>2</script></p>')]
    )
    assert Article.objects.get().body == "<p>One</p>"


HOSTILE = (
    ({"colour": "red"}, "its column “colour” is unknown; was it made by a newer version?"),
    ({"status": "hidden"}, "its status is not one of draft, scheduled, published, withdrawn"),
    ({"headline": ""}, "its headline is empty"),
    ({"headline": "x" * 501}, "its headline has 501 characters, 500 is the most"),
    ({"headline": "a\x00b"}, "its headline has a character that no text can hold"),
    ({"headline": "a\ud83d"}, "its headline has a character that no text can hold"),
    ({"slug": "../a"}, "its slug is no slug: it may have letters, digits, hyphens and underscores"),
    ({"published_on": "9999-01-01"}, "its published_on is no date like 2017-06-09, up to the year 9998"),
    ({"published_at": None}, "its published_at is no moment like 2017-06-09T18:30:00Z"),
    ({"source_url": "javascript:alert(1)"}, "its source_url is no address of a web page"),
    ({"word_count": 10**20}, "its word_count is no whole number from 0 to 2,147,483,647"),
    ({"text_key": 2**63}, "its text_key is no whole number from -9,223,372,036,854,775,808 to 9,223,372,036,854,775,807"),
    ({"edited_fields": [["a"]]}, "its edited_fields is not text"),
    ({"publication": None}, "its publication is not text"),
    ({"publication": "nowhere"}, "its publication “nowhere” is nowhere in the file"),
    ({"section": "nowhere"}, "its section “nowhere” is nowhere in the file"),
    ({"copy_of": "nowhere"}, "its copy_of names nothing: it should be like published_on/slug"),
    ({"copy_of": "2017-06-09/nowhere"}, "its copy_of “2017-06-09/nowhere” is nowhere in the file"),
    ({"copy_of": "2017-06-09/senate-passes-budget"}, "its copy_of is the record itself"),
    ({"import_run": "0f8fad5b-d9cb-469f-a165-70867728950e"}, "its import_run “0f8fad5b-d9cb-469f-a165-70867728950e” is nowhere in the file"),
    ({"mentions": {}}, "its mentions are no list"),
    ({"mentions": ["a"]}, "it is no object with named columns"),
    ({"mentions": [{"person": "nobody"}]}, "its person “nobody” is nowhere in the file"),
    ({"mentions": [{"person": "dana-whitfield", "certainty": -1}]}, "its certainty is no whole number from 0 to 32,767"),
    ({"topics": [{"topic": "budget", "role": "author"}]}, "its column “role” is unknown; was it made by a newer version?"),
    ({"other_sources": [{"captured_at": "now"}]}, "its captured_at is no moment like 2017-06-09T18:30:00Z"),
)  # fmt: skip


@pytest.mark.parametrize(("change", "said"), HOSTILE)
def test_wrong_record_is_named_and_nothing_goes_in(take_in, change, said):
    with pytest.raises(Refused) as refusal:
        take_in(
            publications=[a_publication()],
            people=[a_person()],
            articles=[an_article(slug="right"), an_article(**change)],
        )
    assert str(refusal.value) == f"articles.jsonl:2: {said}"
    assert is_empty()


@pytest.mark.parametrize(
    "line", [b"{", b"\xff", b"", b"[" * 50_000, b"5", b'{"slug": ' + b"9" * 5_000 + b"}"]
)
def test_line_that_is_no_record_is_named_and_nothing_goes_in(take_in, line):
    with pytest.raises(Refused) as refusal:
        take_in(extra={"topics.jsonl": b'{"slug": "a", "name": "A"}\n' + line + b"\n"})
    assert str(refusal.value).startswith("topics.jsonl:2: it is no")
    assert is_empty()


@pytest.mark.parametrize(
    ("tables", "place"),
    [
        ({"people": [a_person(), a_person(slug="b", name="DANA WHITFIELD")]}, "people.jsonl:2"),
        ({"people": [a_person(), a_person(name="Another")]}, "people.jsonl:2"),
        ({"articles": [an_article(), an_article(slug="b"), an_article()]}, "articles.jsonl:3"),
        (
            {"articles": [an_article(source_ref="1"), an_article(slug="b", source_ref="1")]},
            "articles.jsonl:2",
        ),
        (
            {"people": [a_person()], "articles": [an_article(mentions=[{"person": "dana-whitfield"}] * 2)]},
            "articles.jsonl:1",
        ),
        ({"runs": [a_run(), a_run()]}, "runs.jsonl:2"),
        (
            {"runs": [a_run()], "problems": [{"run": a_run()["key"], "number": 1, "reason": "x"}] * 2},
            "problems.jsonl:2",
        ),
    ],
)
def test_record_that_contradicts_another_is_named_and_nothing_goes_in(take_in, tables, place):
    with pytest.raises(Refused) as refusal:
        take_in(publications=[a_publication()], **tables)
    assert str(refusal.value).startswith(f"{place}: it contradicts another record: ")
    assert is_empty()


def test_archive_that_is_not_empty_is_left_alone(take_in):
    a_person_there()
    with pytest.raises(Refused) as refusal:
        take_in(publications=[a_publication()])
    assert str(refusal.value).startswith("This archive is not empty, it has people: import into a new one")
    assert not Publication.objects.exists()


def test_dry_run_writes_nothing_and_finds_what_is_wrong(take_in):
    taken = take_in(dry_run=True, publications=[a_publication()], extra={"files/a.jpg": b"JPEG"})
    assert str(taken) == "1 publications, 1 files"
    assert is_empty()
    with pytest.raises(Refused):
        take_in(dry_run=True, publications=[a_publication(), a_publication()])


def test_many_large_records_are_not_held_at_once(take_in, monkeypatch):
    monkeypatch.setattr(restoring, "BYTES_AT_ONCE", 1_000)
    written = []
    monkeypatch.setattr(restoring, "write", lambda table, rows: written.append((table.name, len(rows))))
    take_in(topics=[{"slug": f"t{number}", "name": "x" * 180} for number in range(20)])
    assert written == [("topics", 5)] * 4


def test_files_go_into_their_places(take_in, tmp_path):
    take_in(extra={"files/a/b.jpg": b"JPEG", "files/c.txt": b""})
    assert (tmp_path / "media/a/b.jpg").read_bytes() == b"JPEG"
    assert sorted(path.name for path in (tmp_path / "media").rglob("*")) == ["a", "b.jpg", "c.txt"]


def test_file_that_is_there_already_with_the_same_content_is_left(take_in, tmp_path):
    (tmp_path / "media").mkdir()
    (tmp_path / "media/c.txt").write_bytes(b"same")
    take_in(publications=[a_publication()], extra={"files/c.txt": b"same"})
    assert Publication.objects.exists()


def test_file_that_is_there_already_with_another_content_is_kept_and_nothing_goes_in(take_in, tmp_path):
    (tmp_path / "media").mkdir()
    (tmp_path / "media/c.txt").write_bytes(b"mine")
    with pytest.raises(Refused) as refusal:
        take_in(publications=[a_publication()], extra={"files/a.txt": b"", "files/c.txt": b"other"})
    assert "c.txt is there already, with another content" in str(refusal.value)
    assert [path.name for path in (tmp_path / "media").iterdir()] == ["c.txt"]
    assert is_empty()


@pytest.mark.parametrize("name", ["files/link/x", "files/link"])
def test_link_that_leads_out_of_the_folder_is_not_followed(take_in, tmp_path, name):
    (tmp_path / "media").mkdir()
    (tmp_path / "outside").mkdir()
    (tmp_path / "media/link").symlink_to(tmp_path / "outside")
    with pytest.raises(Refused):
        take_in(extra={name: b"x"})
    assert list((tmp_path / "outside").iterdir()) == []


def test_files_go_away_again_if_one_can_not_be_written(take_in, tmp_path):
    (tmp_path / "media/b").mkdir(parents=True)
    (tmp_path / "media/b/c").write_bytes(b"a file where a folder should be")
    with pytest.raises(OSError):
        take_in(publications=[a_publication()], extra={"files/a.txt": b"x", "files/b/c/d.txt": b"y"})
    assert not (tmp_path / "media/a.txt").exists()
    assert is_empty()
