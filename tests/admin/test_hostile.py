"""Whatever an address or a form asks of the admin, the answer is a page, a redirect or a refusal, never an error 500."""

import pytest
from django.urls import reverse

from articles.models import ImportProblem, ImportRun, Mention
from tests.admin.pages import LISTS, act, article_form, list_of, page_of, said, text_of
from tests.builders import a_person, a_topic, an_article

pytestmark = pytest.mark.django_db

HUGE = "9" * 30
JUNK = (
    "published_on__gte=9999-12-31 23:59:59", "published_on__year=9999", f"published_on__year={HUGE}", "p=99999999999999999999",
    "p=-1", "p=0", "p=x", "p=" + "9" * 5000, "id__in=1e30", f"id__in={HUGE}", f"id={HUGE}", "id__exact=x", "pk=x", "o=1.2.3",
    "o=-0.-1.-99", "o=" + "1." * 900, "o=x", "o=" + HUGE, "_facets", "_facets=True", "e=1", "e=1&id=x", "all=", "all=1&p=7", "q=%22", "q='",
    "q=%22%22", "q=%25%5C_", "q=-", "q=-word", "q=%F0%9F%98%80", "q=%CC%81%CC%81", "q=%ED%A0%80", "q=" + "word+" * 3000, "q=" + "x" * 60000,
    "q=%22" + "a+" * 3000, "q=" + "%F0%9F%98%80" * 200, "q=AND+OR+NOT+(", "q=headline:x", "status=x", "status=", "status=draft&status=x",
    "status__exact=draft", "publication=x", f"publication={HUGE}", "publication=0", "section=-1", "person=1e30", "topic=%D9%A1",
    "date=9999", "date=0000", "date=9998-12-31", "date=999", "date=000", "date=201", "date=2017-13", "date=2017-02-30", "date=20170609",
    "date=%D9%A2%D9%A0%D9%A1", "headline_made=x", "headline_made=1", "topic_origin=import", "topic_origin=x", "import_run=x",
    "import_run=1", "run=x", "run=1", f"run={HUGE}", "origin=x", "origin=import", "role=author", "role=x", "state=failed", "is_staff=x",
    "is_active=1", "groups__id__exact=x", "password__startswith=p", "mentions__tag__name=x", "people=1", "tag__in=1,2", "a__b__c=1",
    "__=1", "=1", "&&&", "_popup=1", "_popup=1&_to_field=id", "_to_field=x", "_to_field=headline", "_to_field=mentions", "_to_field=",
    "_changelist_filters=q%3Dx", "xid__gte=1", "body__regex=(((", "?", "%", "%ff=%fe",
)  # fmt: skip


@pytest.fixture(autouse=True)
def records():
    an_article(headline="Senate passes budget", people=["Jeff Sessions"], topics=["Budget"])
    run = ImportRun.objects.create()
    ImportProblem.objects.create(run=run, number=1, reason="No date")


@pytest.mark.parametrize("name", LISTS)
def test_any_query_string_on_a_list_is_answered(admin_client, name):
    answers = {junk[:60]: admin_client.get(f"{list_of(name)}?{junk}").status_code for junk in JUNK}
    assert {junk: status for junk, status in answers.items() if status not in (200, 302, 400, 404, 414)} == {}


@pytest.mark.parametrize(
    "junk", ["e=1", "id__in=1e30", "q=" + "word+" * 3000, "q=" + "%F0%9F%98%80" * 200, "date=9999&status=x"]
)
def test_answer_that_leads_elsewhere_leads_to_a_page(admin_client, junk):
    response = admin_client.get(f"{list_of()}?{junk}", follow=True)
    assert response.status_code in (200, 400, 414)
    assert len(response.redirect_chain) <= 1


def test_list_without_parameters_is_a_page(admin_client):
    assert {name: admin_client.get(list_of(name)).status_code for name in LISTS} == dict.fromkeys(LISTS, 200)


def test_list_says_what_it_left_out_of_the_address(admin_client):
    response = admin_client.get(f"{list_of()}?published_on__gte=9999-12-31&status=draft&e=1", follow=True)
    assert "Not understood and left out of the address: published_on__gte, e." in text_of(response)
    assert response.request["QUERY_STRING"] == "status=draft"


def test_page_that_is_not_there_is_said_and_the_first_is_shown(admin_client):
    for number in range(51):
        an_article(on="2018-01-01", slug=f"s-{number}")
    response = admin_client.get(list_of(), {"p": "99999999999999999999"})
    assert response.status_code == 200
    assert said(response) == [
        "There is no such page: lists go as far as 10,000 rows. A filter or a search finds the rest."
    ]
    assert response.context["cl"].page_num == 1


@pytest.mark.parametrize("key", ["x", HUGE, "9" * 5000, "1e30", "0", "-1", "_00", "1_0A", "1 or 1", "%C3%A9"])
def test_page_of_a_record_that_can_not_be_leads_elsewhere(admin_client, key):
    for page in ("change", "delete", "history"):
        assert admin_client.get(f"{list_of()}{key}/{page}/").status_code in (200, 302, 400, 404, 414)


@pytest.mark.parametrize(
    "fields",
    ["section=x", f"section={HUGE}", "publication=1,2", "published_at=x", "published_at=9999-12-31", "published_on=x", "status=x",
     "people=1", "mentions=1", "edited_fields=x", "_to_field=x", "_popup=1", "_changelist_filters=%25"],
)  # fmt: skip
def test_add_page_takes_any_initial_values(admin_client, fields):
    for name in ("articles_article", "articles_mention", "articles_topic", "articles_alias", "auth_user"):
        assert admin_client.get(f"{reverse(f'admin:{name}_add')}?{fields}").status_code in (200, 400)


@pytest.mark.parametrize(
    "changes",
    [{"section": "x"}, {"section": HUGE}, {"publication": "1e30"}, {"published_on": "9999-12-31"}, {"published_on": "x"},
     {"published_at_0": "9999-12-31", "published_at_1": "23:59:59"}, {"published_at_0": "x"}, {"mentions-TOTAL_FORMS": "x"},
     {"mentions-0-tag": "x"}, {"mentions-0-tag": HUGE}, {"mentions-0-id": "x"}, {"mentions-0-count": HUGE}, {"headline": " "},
     {"headline": "\x00"}, {"body": "\x00"}, {"slug": "no slug"}, {"status": "x"}, {"language": "x" * 99}, {"source_url": "javascript:x"}],
)  # fmt: skip
def test_wrong_form_is_shown_again(admin_client, changes):
    article = an_article(headline="Kept", people=["Mike Pence"])
    response = admin_client.post(page_of(article), article_form(article, **changes))
    assert response.status_code in (200, 400)
    article.refresh_from_db()
    assert article.headline == "Kept"


@pytest.mark.parametrize("chosen", ["x", HUGE, "1e30", "-1", "٣", "1,2"])
def test_action_on_what_is_no_id_changes_nothing(admin_client, chosen):
    for action in ("publish", "add_topic", "delete_selected", "x", ""):
        response = act(admin_client, action, [chosen], name="Budget")
        assert response.status_code == 302
    assert "Nothing was changed: the selection was not understood." in said(response)


@pytest.mark.parametrize(
    "fields",
    [
        {"index": HUGE},
        {"index": "x"},
        {"select_across": HUGE},
        {"topic": "x"},
        {"person": HUGE},
        {"name": "\x00"},
    ],
)
def test_action_with_odd_fields_is_answered(admin_client, fields):
    article = an_article()
    assert act(admin_client, "add_person", [article], **fields).status_code in (302, 400)
    assert not Mention.objects.filter(content_object=article).exists()


AUTOCOMPLETES = [("article", "section"), ("article", "mentions"), ("article", "people"), ("mention", "tag"), ("mention", "content_object"),
                 ("person", "aliases"), ("topic", "parent"), ("topic", "narrower"), ("article", "x"), ("x", "x"), ("article", "headline")]  # fmt: skip


@pytest.mark.parametrize(
    "more",
    [
        "",
        "&page=x",
        "&page=" + HUGE,
        "&page=last",
        "&term=" + "word+" * 3000,
        "&term=%22",
        "&section=x&date=9",
    ],
)
def test_autocomplete_answers_anything(admin_client, more):
    for model, field in AUTOCOMPLETES:
        address = (
            f"{reverse('admin:autocomplete')}?app_label=articles&model_name={model}&field_name={field}{more}"
        )
        assert admin_client.get(address).status_code in (200, 400, 403, 404, 414), address


def test_view_on_site_address_of_nothing_is_not_found(admin_client):
    assert admin_client.get(f"/admin/r/{HUGE}/{HUGE}/").status_code == 404


def test_people_and_topics_are_found_by_name_and_alias(admin_client):
    a_person("Kamala Harris", aliases=["Senator Harris of California"])
    a_topic("Immigration")
    assert "Kamala Harris" in text_of(
        admin_client.get(list_of("articles_person"), {"q": "harris california"})
    )
    assert "Jeff Sessions" not in text_of(admin_client.get(list_of("articles_person"), {"q": "harris"}))
    assert "Immigration" in text_of(admin_client.get(list_of("articles_topic"), {"q": "migr"}))
