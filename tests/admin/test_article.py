"""Adding and editing an article."""

from datetime import UTC, date, datetime

import pytest
from django.contrib.auth.models import Permission, User
from django.urls import reverse

from articles.models import Article, ImportRun
from tests.admin.pages import article_form, inline, list_of, page_of, text_of
from tests.builders import a_person, a_publication, a_topic, an_article

pytestmark = pytest.mark.django_db
ADD = "/admin/articles/article/add/"


def save(client, article, **changes):
    response = client.post(page_of(article), article_form(article, **changes))
    assert response.status_code == 302, response.context["errors"]
    article.refresh_from_db()
    return article


def test_article_is_added_with_people_and_topics(admin_client):
    people = inline(
        "mentions", (), (), [{"tag": a_person().pk, "role": "subject", "count": 2, "quoted": "on"}]
    )
    topics = inline("topic_links", (), (), [{"tag": a_topic().pk}])
    response = admin_client.post(ADD, article_form(publication=a_publication().pk) | people | topics)
    assert response.status_code == 302
    article = Article.objects.get()
    assert (article.slug, article.status, article.word_count) == ("senate-passes-budget", "draft", 1)
    assert list(article.mentions.values_list("tag__name", "role", "count", "quoted", "origin")) == [
        ("Jeff Sessions", "subject", 2, True, "editor")
    ]
    assert list(article.topics.names()) == ["Immigration"]


def test_article_without_a_time_gets_the_midnight_of_its_dateline(admin_client):
    admin_client.post(ADD, article_form(publication=a_publication().pk))
    article = Article.objects.get()
    assert (article.published_at, article.time_known) == (datetime(2017, 6, 9, tzinfo=UTC), False)


def test_midnight_moves_with_the_dateline(admin_client):
    article = save(admin_client, an_article(), published_on="2017-06-10")
    assert (article.published_at, article.time_known) == (datetime(2017, 6, 10, tzinfo=UTC), False)


def test_time_given_by_hand_is_a_known_one(admin_client):
    article = save(admin_client, an_article(), published_at_0="2017-06-09", published_at_1="18:30:00")
    assert (article.published_at, article.time_known) == (datetime(2017, 6, 9, 18, 30, tzinfo=UTC), True)
    article = save(admin_client, article, published_on="2017-06-08")
    assert (article.published_at, article.time_known) == (datetime(2017, 6, 9, 18, 30, tzinfo=UTC), True)


def test_fields_changed_by_hand_are_noted_for_imports(admin_client):
    article = an_article(source_ref="a-1", edited_fields=["slug"])
    assert save(admin_client, article, headline="New", byline="By hand", status="draft", source_ref="a-2").edited_fields == [
        "byline", "headline", "slug",
    ]  # fmt: skip
    assert save(admin_client, article, body="<p>Other</p>", language="fr").edited_fields == [
        "body", "byline", "headline", "language", "slug",
    ]  # fmt: skip


def test_saving_an_article_as_a_browser_sends_it_notes_nothing(admin_client):
    article = an_article(
        standfirst="One\nline", body="<p>One</p>\n<p>Two</p>\n", people=["Mike Pence"], source_ref="a-1"
    )
    sent = {"standfirst": "One\r\nline", "body": "<p>One</p>\r\n<p>Two</p>\r\n"}
    assert save(admin_client, article, **sent).edited_fields == []
    assert article.standfirst == "One\nline"


def test_made_headline_that_is_changed_is_no_longer_made(admin_client):
    article = an_article(headline="The committee met", headline_made=True)
    assert save(admin_client, article, byline="x").headline_made is True
    assert save(admin_client, article, headline="Committee meets").headline_made is False


def test_mark_of_a_made_headline_can_be_cleared(admin_client):
    assert save(admin_client, an_article(headline_made=True), headline_made="").headline_made is False


def test_mention_that_is_changed_becomes_the_editors(admin_client):
    article = an_article(people=["Jeff Sessions", "Mike Pence"])
    article.mentions.update(origin="recognised")
    first, second = article.mentions.order_by("pk")
    save(admin_client, article, **{"mentions-0-role": "author"})
    assert list(article.mentions.order_by("pk").values_list("tag__name", "role", "origin")) == [
        ("Jeff Sessions", "author", "editor"), ("Mike Pence", "mentioned", "recognised"),
    ]  # fmt: skip


def test_same_person_twice_is_refused(admin_client):
    article = an_article(people=["Jeff Sessions"])
    rows = inline(
        "mentions",
        article.mentions.all(),
        ("tag", "role", "count"),
        [{"tag": a_person().pk, "role": "author", "count": 1}],
    )
    response = admin_client.post(page_of(article), article_form(article, **rows))
    assert "“Jeff Sessions” is in the list twice." in text_of(response)


def test_two_articles_of_a_day_may_have_one_headline(admin_client):
    an_article(headline="Senate passes budget")
    admin_client.post(ADD, article_form(publication=a_publication().pk))
    assert sorted(Article.objects.values_list("slug", flat=True)) == [
        "senate-passes-budget",
        "senate-passes-budget-2",
    ]


def test_dateline_no_archive_can_hold_is_refused_in_words(admin_client):
    response = admin_client.post(ADD, article_form(publication=a_publication().pk, published_on="9999-01-01"))
    assert "The year must be from 1 to 9998." in text_of(response)


def test_published_article_links_to_its_page_and_others_do_not(admin_client):
    published, draft = an_article(on="2017-06-09", headline="Out"), an_article(status="draft")
    assert 'href="/2017/06/09/out/"' in text_of(admin_client.get(page_of(published)))
    assert "View on site" not in text_of(admin_client.get(page_of(draft)))


def test_form_shows_what_an_editor_needs_and_no_taggit_field(admin_client):
    run = ImportRun.objects.create()
    response = admin_client.get(page_of(an_article(import_run=run, people=["Mike Pence"])))
    form = response.context["adminform"].form
    assert not {"people", "topics", "word_count", "edited_fields"} & set(form.fields)
    page = text_of(response)
    assert f"import {run.pk}" in page
    assert '<option value="' in page
    assert "Mike Pence" in page
    assert [fieldset.name for fieldset in response.context["adminform"]] == [
        "Text",
        "Date",
        "Source",
        "State",
    ]


def test_viewer_sees_and_can_not_change(client):
    user = User.objects.create_user("reader", is_staff=True)
    user.user_permissions.add(
        *Permission.objects.filter(codename__in=["view_article", "view_mention", "view_articletopic"])
    )
    client.force_login(user)
    article = an_article(headline="Kept", people=["Mike Pence"])
    assert "Mike Pence" in text_of(client.get(page_of(article)))
    assert client.post(page_of(article), article_form(article, headline="Changed")).status_code == 403
    assert client.get(reverse("admin:articles_article_add")).status_code == 403
    assert client.get(list_of("articles_person")).status_code == 403


def test_articles_can_bear_old_dates(admin_client):
    admin_client.post(ADD, article_form(publication=a_publication().pk, published_on="1789-07-14"))
    assert Article.objects.get().published_on == date(1789, 7, 14)


def test_rows_that_change_places_are_refused_in_words(admin_client):
    article = an_article(people=["Jeff Sessions", "Mike Pence"])
    first, second = article.mentions.order_by("pk")
    swapped = {"mentions-0-tag": second.tag_id, "mentions-1-tag": first.tag_id}
    response = admin_client.post(page_of(article), article_form(article, **swapped), follow=True)
    assert "Nothing was saved" in text_of(response)
    assert [mention.tag_id for mention in article.mentions.order_by("pk")] == [first.tag_id, second.tag_id]


def test_person_can_be_taken_off_and_put_back_at_once(admin_client):
    article = an_article(people=["Jeff Sessions"])
    row = {"tag": a_person().pk, "role": "author", "count": 1}
    rows = inline("mentions", article.mentions.all(), ("tag", "role", "count"), [row]) | {
        "mentions-0-DELETE": "on"
    }
    save(admin_client, article, **rows)
    assert list(article.mentions.values_list("tag__name", "role")) == [("Jeff Sessions", "author")]


def authors_of(article):
    return list(article.mentions.filter(role="author").order_by("pk").values_list("tag__name", "origin"))


def test_authors_follow_a_byline_that_is_changed(admin_client):
    article = save(admin_client, an_article(), byline="By Dana Whitfield and the staff")
    assert authors_of(article) == [("Dana Whitfield", "recognised")]
    article = save(admin_client, article, byline="By PRIYA RAMAN")
    assert authors_of(article) == [("Priya Raman", "recognised")]
    assert authors_of(save(admin_client, article, byline="")) == []


def test_new_article_has_the_authors_of_its_byline(admin_client):
    known = a_person("Dana Whitfield", aliases=["D. M. Whitfield"])
    admin_client.post(ADD, article_form(publication=a_publication().pk, byline="By D. M. Whitfield"))
    assert Article.objects.get().mentions.get().tag == known


def test_authors_an_editor_set_stay_whatever_the_byline_says(admin_client):
    article = an_article(byline="By Publius", people=["Alexander Hamilton"])
    article.mentions.update(role="author")
    article = save(admin_client, article, byline="By Dana Whitfield")
    assert authors_of(article) == [("Alexander Hamilton", "editor"), ("Dana Whitfield", "recognised")]
    assert "people" not in article.edited_fields


def test_saving_an_article_with_the_same_byline_leaves_the_authors(admin_client):
    article = an_article(byline="By Dana Whitfield")
    assert authors_of(save(admin_client, article, headline="New")) == []


def test_account_that_may_not_add_people_adds_none_by_a_byline(client):
    user = User.objects.create_user("editor", is_staff=True)
    user.user_permissions.add(*Permission.objects.filter(codename__in=["view_article", "change_article"]))
    client.force_login(user)
    known = a_person("Dana Whitfield")
    article = save(client, an_article(), byline="By Dana Whitfield and Nora Dunley")
    assert [mention.tag for mention in article.mentions.all()] == [known]


def named_in(article):
    rows = article.mentions.order_by("tag__name").values_list("tag__name", "origin", "count")
    return [" ".join(map(str, row)) for row in rows]


def test_people_in_a_text_that_was_written_here_are_recognised(admin_client):
    for name in ("Jeff Sessions", "Ursula von der Leyen", "Debbie Wasserman Schultz", "Rod Rosenstein"):
        a_person(name)
    a_person("Jane Roe", aliases=["Jane Doe"])
    body = "<p>Jeff Sessions met Ursula von der Leyen. Sessions’ aide and Jane Doe were with Debbie Wasserman Schultz.</p>"
    article = save(admin_client, an_article(), body=body)
    assert named_in(article) == [
        "Debbie Wasserman Schultz recognised 1",
        "Jane Roe recognised 1",
        "Jeff Sessions recognised 2",
        "Ursula von der Leyen recognised 1",
    ]
    assert named_in(save(admin_client, article, body="<p>Rod Rosenstein came.</p>")) == [
        "Rod Rosenstein recognised 1"
    ]


def test_saving_without_another_text_recognises_nobody(admin_client):
    a_person("Jeff Sessions")
    assert named_in(save(admin_client, an_article(body="<p>Jeff Sessions came.</p>"), language="fr")) == []
