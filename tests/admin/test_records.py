"""People, topics, publications, imports and the change log in the admin."""

import pytest
from django.contrib import admin
from django.urls import reverse

from articles.models import Change, ImportProblem, ImportRun, Person, Publication, Section, Topic, TopicAlias
from articles.runs import begun
from tests.admin.pages import LISTS, inline, list_of, page_of, text_of
from tests.builders import a_person, a_publication, a_topic, an_article

pytestmark = pytest.mark.django_db


def add(client, kind, **fields):
    return client.post(reverse(f"admin:articles_{kind}_add"), fields)


def test_every_record_has_its_pages():
    names = {f"{model._meta.app_label}_{model._meta.model_name}" for model in admin.site._registry}
    assert names == set(LISTS)


def test_person_is_added_with_another_name(admin_client):
    rows = inline("aliases", (), (), [{"name": "AG Sessions", "kind": "short name"}])
    rows |= inline("offices", (), ())
    assert add(admin_client, "person", name="Jeff Sessions", **rows).status_code == 302
    person = Person.objects.get()
    assert (person.slug, person.sort_name) == ("jeff-sessions", "Sessions, Jeff")
    assert [alias.name for alias in person.aliases.all()] == ["AG Sessions"]
    assert "AG Sessions" in text_of(admin_client.get(list_of("articles_person")))


def test_topic_is_added_with_other_names_each_once(admin_client):
    rows = inline("aliases", (), (), [{"name": "Migration policy"}, {"name": "Migration policy"}])
    assert "correct the duplicate" in text_of(add(admin_client, "topic", name="Immigration", **rows))
    rows = inline("aliases", (), (), [{"name": "Migration policy"}])
    assert add(admin_client, "topic", name="Immigration", **rows).status_code == 302
    assert list(TopicAlias.objects.values_list("topic__name", "name", "key")) == [
        ("Immigration", "Migration policy", "migrationpolicy")
    ]
    assert "Immigration" in text_of(admin_client.get(list_of("articles_topic"), {"q": "migration policy"}))


def test_empty_slug_keeps_the_one_there_was(admin_client):
    person = a_person("Jeff Sessions")
    rows = inline("aliases", (), ()) | inline("offices", (), ())
    admin_client.post(page_of(person), {"name": "Jefferson Sessions", "slug": "", **rows})
    person.refresh_from_db()
    assert (person.name, person.slug) == ("Jefferson Sessions", "jeff-sessions")


@pytest.mark.parametrize(
    ("name", "model"), [("publication", Publication), ("section", Section), ("topic", Topic)]
)
def test_two_names_with_one_slug_are_told_apart(admin_client, name, model):
    rows = inline("aliases", (), ()) if name == "topic" else {}
    add(admin_client, name, name="Law & Order", **rows)
    assert add(admin_client, name, name="Law Order", **rows).status_code == 302
    assert sorted(model.objects.values_list("slug", flat=True)) == ["law-order", "law-order-2"]


@pytest.mark.parametrize("name", ["publication", "section", "topic", "person"])
def test_same_name_in_another_case_is_refused(admin_client, name):
    rows = inline("aliases", (), ()) if name in ("person", "topic") else {}
    rows |= inline("offices", (), ()) if name == "person" else {}
    add(admin_client, name, name="Justice", **rows)
    assert add(admin_client, name, name="JUSTICE", **rows).status_code == 200


def test_topic_can_not_stand_under_its_own_narrower_one(admin_client):
    broad = a_topic("Immigration")
    narrow = a_topic("Visas", parent=broad)
    response = admin_client.post(
        page_of(broad),
        {"name": "Immigration", "slug": "immigration", "parent": narrow.pk, **inline("aliases", (), ())},
    )
    assert "is itself under Immigration" in text_of(response)


def test_mentions_are_found_by_the_persons_alias(admin_client):
    a_person("Jeff Sessions", aliases=["AG Sessions"])
    an_article(headline="One", people=["Jeff Sessions"])
    an_article(headline="Two", people=["Mike Pence"])
    page = text_of(admin_client.get(list_of("articles_mention"), {"q": "AG Sessions"}))
    assert ("One" in page, "Two" in page) == (True, False)


@pytest.fixture
def run():
    run = ImportRun.objects.create(
        sources="/archive/2017.jsonl", format="json_lines", state="finished", created=41, rejected=1
    )
    ImportProblem.objects.create(run=run, number=1, source="2017.jsonl", line=7, reason="No date")
    return run


def test_import_shows_its_counts_and_problems(admin_client, run):
    page = text_of(admin_client.get(list_of("articles_importrun")))
    assert ("/archive/2017.jsonl" in page, ">41<" in page, f"?run={run.pk}" in page) == (True, True, True)
    assert "No date" in text_of(admin_client.get(list_of("articles_importproblem"), {"run": run.pk}))
    other = admin_client.get(list_of("articles_importproblem"), {"run": run.pk + 1})
    assert list(other.context["cl"].result_list) == []
    assert f"?import_run={run.pk}" in text_of(admin_client.get(page_of(run)))


def test_change_log_is_shown_the_newest_first(admin_client):
    first, second = an_article(), an_article()
    rows = admin_client.get(list_of("articles_change")).context["cl"].result_list
    assert [change.article_id for change in rows][0] == second.pk
    assert first.pk in [change.article_id for change in rows]
    assert page_of(second) in text_of(admin_client.get(list_of("articles_change")))


def test_what_programs_write_can_only_be_read(admin_client, run):
    an_article()
    for record in (run, ImportProblem.objects.get(), Change.log.last()):
        name = f"articles_{record._meta.model_name}"
        assert admin_client.get(page_of(record)).status_code == 200
        assert admin_client.post(page_of(record), {"state": "failed"}).status_code == 403
        assert admin_client.post(page_of(record, "delete"), {"post": "yes"}).status_code == 403
        assert admin_client.get(reverse(f"admin:{name}_add")).status_code == 403
        assert (
            admin_client.post(
                list_of(name), {"action": "delete_selected", "_selected_action": record.pk, "post": "yes"}
            ).status_code
            == 200
        )
    assert ImportRun.objects.filter(state="finished").exists()
    assert ImportProblem.objects.exists()


def test_admin_bears_the_archives_name_and_style(admin_client, settings):
    page = text_of(admin_client.get(reverse("admin:index")))
    assert settings.ARCHIVE_NAME in page
    assert "/static/admin-newsroom.css" in page


def test_publication_lists_a_link_to_its_articles(admin_client):
    an_article()
    assert f"/admin/articles/article/?publication={a_publication().pk}" in text_of(
        admin_client.get(list_of("articles_publication"))
    )


def test_problems_of_an_import_are_a_file(admin_client, run):
    ImportProblem.objects.create(run=run, number=2, kind="kept", source="=x", reason="The headline stays")
    response = admin_client.get(f"/admin/articles/importrun/{run.pk}/problems.csv")
    assert response["Content-Disposition"] == f'attachment; filename="import-{run.pk}-problems.csv"'
    assert response.getvalue().decode().splitlines() == [
        "number,kind,source,line,reason,excerpt",
        "1,rejected,2017.jsonl,7,No date,",
        "2,kept,'=x,0,The headline stays,",
    ]


def test_problems_of_no_import_are_not_found(admin_client):
    assert admin_client.get("/admin/articles/importrun/99/problems.csv").status_code == 404


def test_problems_are_shown_to_no_stranger(client, run):
    response = client.get(f"/admin/articles/importrun/{run.pk}/problems.csv")
    assert (response.status_code, "No date" in response.content.decode()) == (302, False)


def test_page_of_an_import_is_kept_up_to_date_while_it_goes_on(admin_client, run):
    assert "Refresh" not in admin_client.get(page_of(run)).headers
    going_on = begun(["/archive/2018.jsonl"], "", {})
    assert admin_client.get(page_of(going_on)).headers["Refresh"] == "5"


def test_import_that_was_killed_is_said_to_have_stopped(admin_client):
    killed = begun(["/archive/2018.jsonl"], "", {})
    ImportRun.objects.filter(pk=killed.pk).update(process=killed.process.rpartition(" ")[0] + " 4194303")
    assert "stopped: go on with --resume" in text_of(admin_client.get(list_of("articles_importrun")))


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [("wikidata_id", " q358443 ", "Q358443"), ("bioguide_id", "s001141", "S001141")],
)
def test_identifier_is_kept_in_capitals(admin_client, field, typed, kept):
    rows = inline("aliases", (), ()) | inline("offices", (), ())
    assert add(admin_client, "person", name="Jeff Sessions", **{field: typed}, **rows).status_code == 302
    assert getattr(Person.objects.get(), field) == kept


@pytest.mark.parametrize(("field", "typed"), [("wikidata_id", "Q0x"), ("bioguide_id", "12")])
def test_what_is_no_identifier_is_refused_in_words(admin_client, field, typed):
    rows = inline("aliases", (), ()) | inline("offices", (), ())
    page = text_of(add(admin_client, "person", name="Jeff Sessions", **{field: typed}, **rows))
    assert "This is no identifier of that kind" in page
