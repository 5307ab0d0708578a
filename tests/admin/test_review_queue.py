"""The review queue: pages, answers, batches, and what may not be asked of it."""

import pytest
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Curation, Doubt, Mention, Person, Proposal, Refusal
from tests.admin.pages import article_form, list_of, page_of, said, text_of
from tests.builders import a_person, an_article, an_office

pytestmark = pytest.mark.django_db

DOUBTS, PROPOSALS = "/admin/articles/doubt/queue/", "/admin/articles/proposal/queue/"
HUGE = "9" * 30
BROWNS = ("Sherrod Brown", "Jerry Brown")


def a_doubt(name="Brown", candidates=BROWNS, **fields):
    doubt = Doubt.objects.create(
        article=an_article(**fields), name=name, sentence=f"The <b>bill</b> pleased {name}.", start=24, reason="two"
    )  # fmt: skip
    doubt.candidates.set([a_person(candidate) for candidate in candidates])
    return doubt


def a_proposal(name="James Comey", articles=12):
    return Proposal.objects.create(name=name, articles=articles)


def do(client, what, address=DOUBTS, **fields):
    return client.post(address, {"do": what, **fields})


def editor(client, *rights):
    user = User.objects.create_user("ed", is_staff=True)
    user.user_permissions.set(
        Permission.objects.filter(codename__in=rights, content_type__app_label="articles")
    )
    client.force_login(user)
    return client


def marked(record):
    return f'id="at-{record.pk}"'


def named():
    return sorted(Mention.objects.values_list("tag__name", "origin"))


def test_queue_shows_the_sentence_the_article_and_the_candidates(admin_client):
    an_office("Sherrod Brown", "Senator", "Senate", "2007-01-03", None, state="OH", party="Democratic")
    an_article(people=["Jerry Brown"])
    doubt = a_doubt(headline="Senate votes", on="2017-06-09")
    page = text_of(admin_client.get(DOUBTS))
    assert "The &lt;b&gt;bill&lt;/b&gt; pleased <mark>Brown</mark>." in " ".join(page.split())
    assert f'<a href="{doubt.article.get_absolute_url()}">Senate votes</a>' in page
    assert '<time datetime="2017-06-09">9 June 2017</time>' in page
    assert page.index("Senator (D-Ohio)") < page.index("Jerry Brown")
    assert "1 article</a>" in page
    assert f'value="accept:{doubt.pk}:{a_person("Sherrod Brown").pk}"' in page
    assert "same answer for all" not in page
    assert DOUBTS in text_of(admin_client.get(list_of("articles_doubt")))


def test_candidate_is_accepted_and_the_answer_undone(admin_client):
    first, second = a_doubt(), a_doubt()
    response = do(admin_client, f"accept:{first.pk}:{a_person('Jerry Brown').pk}")
    assert response.url == f"{DOUBTS}#at-{second.pk}"
    assert said(response) == ["“Brown” is “Jerry Brown” in 1 article."]
    assert named() == [("Jerry Brown", "editor")]
    page = text_of(admin_client.get(DOUBTS))
    act = Curation.objects.get()
    assert f'value="undo:{act.pk}"' in page
    assert marked(first) not in page
    assert said(do(admin_client, f"undo:{act.pk}")) == ["Undone: “Brown” is “Jerry Brown” in 1 article."]
    assert named() == []
    assert marked(first) in text_of(admin_client.get(DOUBTS))
    assert "not your last answer" in said(do(admin_client, f"undo:{act.pk}"))[0]


def test_none_of_them_is_an_answer(admin_client):
    doubt = a_doubt()
    assert do(admin_client, f"reject:{doubt.pk}").url == DOUBTS
    assert Refusal.objects.filter(article=doubt.article).count() == 2
    assert "Nothing waits here." in text_of(admin_client.get(DOUBTS))


def test_same_answer_goes_to_all_that_are_alike(admin_client):
    doubts = [a_doubt() for _ in range(3)]
    other = a_doubt(candidates=["Jerry Brown"])
    assert "The same answer for all 3 doubts of “Brown”" in " ".join(
        text_of(admin_client.get(DOUBTS)).split()
    )
    person = a_person("Jerry Brown").pk
    response = do(admin_client, f"accept:{doubts[1].pk}:{person}", alike=[doubts[1].pk], others="yes")
    assert said(response) == ["“Brown” is “Jerry Brown” in 3 articles."]
    assert list(Doubt.objects.filter(settled_at=None)) == [other]
    assert Refusal.objects.filter(person__name="Sherrod Brown").count() == 3
    do(admin_client, f"undo:{Curation.objects.get().pk}")
    do(admin_client, f"reject:{doubts[0].pk}", alike=[doubts[0].pk])
    assert list(Doubt.objects.filter(settled_at=None)) == [other]


def test_answer_for_one_is_not_for_those_alike(admin_client):
    one, other = a_doubt(), a_doubt()
    do(admin_client, f"reject:{one.pk}", alike=[other.pk])
    assert list(Doubt.objects.filter(settled_at=None)) == [other]


@pytest.mark.parametrize(("verb", "expected"), [("accept", ["Al Gore", "Jerry Brown"]), ("reject", [])])
def test_selected_rows_get_one_answer(admin_client, verb, expected):
    one, two, three = a_doubt(), a_doubt("Gore", ["Al Gore"]), a_doubt()
    chosen = [f"{one.pk}:{a_person('Jerry Brown').pk}", f"{two.pk}:{a_person('Al Gore').pk}"]
    response = do(admin_client, f"{verb}-selected", selected=chosen)
    assert len(said(response)) == 1
    assert [name for name, _ in named()] == expected
    assert list(Doubt.objects.filter(settled_at=None)) == [three]
    assert said(do(admin_client, f"{verb}-selected"))[-1] == "Nothing was changed: select a row first."


def test_queue_goes_on_behind_a_page_and_keeps_to_a_name(admin_client):
    doubts = [a_doubt(name=f"Brown {number % 2}") for number in range(25)]
    page = text_of(admin_client.get(DOUBTS))
    assert (marked(doubts[19]) in page, marked(doubts[20]) in page) == (True, False)
    assert f'href="?after={doubts[19].pk}"' in page
    page = text_of(admin_client.get(DOUBTS, {"after": doubts[19].pk}))
    assert (marked(doubts[19]) in page, marked(doubts[20]) in page) == (False, True)
    page = text_of(admin_client.get(DOUBTS, {"name": "Brown 1"}))
    assert (marked(doubts[0]) in page, marked(doubts[1]) in page) == (False, True)
    response = do(admin_client, f"reject:{doubts[1].pk}", f"{DOUBTS}?name=Brown+1&after={doubts[0].pk}")
    assert response.url == f"{DOUBTS}?after={doubts[0].pk}&name=Brown+1#at-{doubts[3].pk}"


def test_page_costs_the_same_however_many_wait(admin_client):
    def cost(address):
        admin_client.get(address)
        with CaptureQueriesContext(connection) as queries:
            assert admin_client.get(address).status_code == 200
        return len(queries)

    a_doubt(people=["Jerry Brown"])
    a_proposal("The committee", 99)
    few = cost(DOUBTS), cost(PROPOSALS)
    for number in range(30):
        an_office(f"Person {number}")
        a_doubt(f"Name {number}", [f"Person {number}", "Jerry Brown"], people=[f"Person {number}"])
        a_proposal(f"Name {number}")
    assert (cost(DOUBTS), cost(PROPOSALS)) == few
    assert max(few) <= 10


def test_queues_are_for_those_who_may_do_what_they_do(client):
    assert client.get(DOUBTS).status_code == 302
    doubt, proposal = a_doubt(), a_proposal()
    editor(client, "view_doubt", "view_proposal", "add_person")
    assert (client.get(DOUBTS).status_code, client.get(PROPOSALS).status_code) == (403, 200)
    assert do(client, f"reject:{doubt.pk}").status_code == 403
    editor_of_mentions = Permission.objects.filter(codename="change_mention")
    User.objects.get(username="ed").user_permissions.set(editor_of_mentions)
    assert (client.get(DOUBTS).status_code, client.get(PROPOSALS).status_code) == (200, 403)
    assert do(client, f"dismiss:{proposal.pk}", PROPOSALS).status_code == 403
    assert (Doubt.objects.filter(settled_at=None).count(), Proposal.objects.get().state) == (1, "open")


def test_drafts_wait_only_for_those_who_may_view_articles(client):
    draft = a_doubt(headline="Not yet", status="draft")
    editor(client, "change_mention")
    assert "Not yet" not in text_of(client.get(DOUBTS))
    assert "settled meanwhile" in said(do(client, f"reject:{draft.pk}"))[0]
    user = User.objects.get(username="ed")
    user.user_permissions.add(Permission.objects.get(codename="view_article"))
    assert page_of(draft.article) in text_of(client.get(DOUBTS))


def undo_address(client, address=DOUBTS):
    return do(client, f"undo:{Curation.objects.filter(undone_at=None).first().pk}", address).url


def test_undoing_leads_to_the_question_that_waits_again(admin_client):
    doubts = [a_doubt(name=f"Brown {number % 2}") for number in range(45)]
    do(admin_client, f"reject:{doubts[3].pk}")
    assert undo_address(admin_client) == f"{DOUBTS}#at-{doubts[3].pk}"
    do(admin_client, f"reject:{doubts[3].pk}")
    behind = f"{DOUBTS}?after={doubts[20].pk}"
    assert undo_address(admin_client, behind) == f"{DOUBTS}?after={doubts[2].pk}#at-{doubts[3].pk}"
    do(admin_client, f"reject:{doubts[40].pk}")
    named = f"{DOUBTS}?name=Brown+1"
    assert undo_address(admin_client, named) == f"{DOUBTS}?after={doubts[39].pk}#at-{doubts[40].pk}"
    do(admin_client, f"reject:{doubts[5].pk}")
    assert undo_address(admin_client, named) == f"{named}#at-{doubts[5].pk}"
    do(admin_client, f"reject:{doubts[0].pk}")
    assert undo_address(admin_client, behind) == f"{DOUBTS}#at-{doubts[0].pk}"


def test_undoing_leads_to_the_name_that_waits_again(admin_client):
    names = [a_proposal(f"Name {number}", 100 - number) for number in range(30)]
    do(admin_client, f"dismiss:{names[4].pk}", PROPOSALS)
    assert undo_address(admin_client, PROPOSALS) == f"{PROPOSALS}#at-{names[4].pk}"
    do(admin_client, f"dismiss:{names[25].pk}", PROPOSALS)
    assert undo_address(admin_client, PROPOSALS) == f"{PROPOSALS}?after={names[24].pk}#at-{names[25].pk}"
    do(admin_client, f"dismiss:{names[0].pk}", PROPOSALS)
    assert undo_address(admin_client, DOUBTS) == DOUBTS


def test_box_for_the_others_stays_as_it_was_between_answers(admin_client):
    doubts = [a_doubt() for _ in range(25)]
    ticked = 'id="others" checked'
    assert ticked not in " ".join(text_of(admin_client.get(DOUBTS)).split())
    response = do(admin_client, f"reject:{doubts[0].pk}", others="yes")
    assert response.url == f"{DOUBTS}?others=yes#at-{doubts[1].pk}"
    page = " ".join(text_of(admin_client.get(response.url)).split())
    assert ticked in page
    assert f'href="?after={doubts[20].pk}&amp;others=yes"' in page
    assert 'href="?name=Brown&amp;others=yes"' in page
    response = do(admin_client, f"reject:{doubts[1].pk}", f"{DOUBTS}?others=yes")
    assert response.url == f"{DOUBTS}#at-{doubts[2].pk}"


def test_names_are_given_by_those_who_may_change_people_and_people_added_by_those_who_may_add(client):
    a_person("James Comey")
    one, other = a_proposal("Jim Comey"), a_proposal("J. Comey", 3)
    take = {f"{one.pk}-name": "James Comey", f"{one.pk}-called": "Jim Comey"}
    editor(client, "view_proposal", "add_person")
    page = text_of(client.get(PROPOSALS))
    assert (f"person:{one.pk}" in page, f"alias:{one.pk}" in page) == (True, False)
    assert do(client, f"alias:{one.pk}", PROPOSALS, **take).status_code == 403
    user = User.objects.get(username="ed")
    user.user_permissions.set(Permission.objects.filter(codename__in=["view_proposal", "change_person"]))
    page = text_of(client.get(PROPOSALS))
    assert (f"person:{one.pk}" in page, f"alias:{one.pk}" in page) == (False, True)
    assert do(client, f"person:{one.pk}", PROPOSALS, **take).status_code == 403
    assert do(client, f"alias:{one.pk}", PROPOSALS, **take).status_code == 302
    assert do(client, f"dismiss:{other.pk}", PROPOSALS).status_code == 302
    assert list(Person.objects.get().aliases.values_list("name", flat=True)) == ["Jim Comey"]
    assert PROPOSALS in text_of(client.get(list_of("articles_proposal")))
    user.user_permissions.set(Permission.objects.filter(codename="view_proposal"))
    assert PROPOSALS not in text_of(client.get(list_of("articles_proposal")))
    assert client.get(PROPOSALS).status_code == 403


def test_no_space_stands_between_a_name_and_the_comma_behind_it(admin_client):
    an_article(body="<p>Then Jim Comey, who spoke, left.</p>")
    a_proposal("Jim Comey")
    assert "Then <mark>Jim Comey</mark>, who spoke, left." in text_of(admin_client.get(PROPOSALS))


def test_answers_need_the_token_of_the_form(admin_client):
    admin_client.handler.enforce_csrf_checks = True
    assert do(admin_client, f"reject:{a_doubt().pk}").status_code == 403


@pytest.mark.parametrize(
    "query", ["after=x", f"after={HUGE}", "after=-1", "after=999999999999999999", "name=%00", "name=" + "x" * 5000, "after=1&after=2", "%ff=%fe", "p=9"]
)  # fmt: skip
def test_any_query_string_is_answered(admin_client, query):
    a_doubt()
    a_proposal()
    for address in (DOUBTS, PROPOSALS):
        assert admin_client.get(f"{address}?{query}").status_code in (200, 400, 414)
        assert do(admin_client, "x", f"{address}?{query}").status_code in (302, 400, 414)


@pytest.mark.parametrize(
    "what",
    ["", "x", "accept", "accept:", "accept:1", f"accept:{HUGE}:1", "accept:999999999999999999:999999999999999999", "reject:0", "undo",
     "undo:0", "undo:999999999999999999", "accept:٣:1", "accept-selected", "reject-selected:1", "\x00", "person", "person:999999999999999999",
     "alias:0", "dismiss:0", "dismiss-selected", "accept:1:2:3", "a" * 5000],
)  # fmt: skip
def test_any_answer_is_answered_in_words(admin_client, what):
    doubt, proposal = a_doubt(), a_proposal()
    rows = {"selected": ["x", f"{HUGE}:1", "1", ":", "\x00", "0:0"], "alike": ["x", HUGE, "0"]}
    for address in (DOUBTS, PROPOSALS):
        for fields in ({}, rows):
            assert do(admin_client, what, address, **fields).status_code in (302, 400)
    doubt.refresh_from_db()
    proposal.refresh_from_db()
    assert (doubt.settled_at, proposal.state) == (None, "open")
    assert not Curation.objects.exists()


def test_proposal_is_shown_with_sentences_and_becomes_a_person(admin_client):
    an_article(on="2017-06-09", body="<p>Then Jim Comey spoke.</p>")
    first, second = a_proposal("Jim Comey"), a_proposal("Sally Yates", 3)
    page = " ".join(text_of(admin_client.get(PROPOSALS)).split())
    assert "Then <mark>Jim Comey</mark> spoke." in page
    fields = {f"{first.pk}-called": "James Comey"}
    response = do(admin_client, f"person:{first.pk}", PROPOSALS, **fields)
    assert response.url == f"{PROPOSALS}#at-{second.pk}"
    assert Person.objects.get().aliases.get().name == "Jim Comey"
    assert "Jim Comey" not in text_of(admin_client.get(PROPOSALS)).replace("“James Comey”", "")
    fields = {f"{second.pk}-called": "james comey"}
    assert "already" in said(do(admin_client, f"person:{second.pk}", PROPOSALS, **fields))[-1]


@pytest.mark.parametrize("field", ["person", "name"])
def test_proposal_becomes_another_name_of_someone(admin_client, field):
    person, proposal = a_person("James Comey"), a_proposal("James B. Comey")
    value = person.pk if field == "person" else "james-comey"
    nobody = said(do(admin_client, f"alias:{proposal.pk}", PROPOSALS))
    assert nobody == ["Nothing was changed: choose a person, or type the exact name or slug of one."]
    do(admin_client, f"alias:{proposal.pk}", PROPOSALS, **{f"{proposal.pk}-{field}": value})
    assert [alias.name for alias in person.aliases.all()] == ["James B. Comey"]


def test_proposals_are_dismissed_one_by_one_or_together(admin_client):
    one, two, three = (a_proposal(name) for name in ("White House", "Monday Night", "Oval Office"))
    do(admin_client, f"dismiss:{one.pk}", PROPOSALS)
    do(admin_client, "dismiss-selected", PROPOSALS, selected=[f"{two.pk}:0", f"{three.pk}:0"])
    assert set(Proposal.objects.values_list("state", flat=True)) == {"dismissed"}
    do(admin_client, f"undo:{Curation.objects.first().pk}", PROPOSALS)
    assert Proposal.objects.filter(state="open").count() == 2


def test_person_taken_off_an_article_by_hand_is_not_found_in_it_again(admin_client):
    article = an_article(people=["Jeff Sessions", "Mike Pence"])
    article.mentions.filter(tag__name="Jeff Sessions").update(origin="recognised")
    gone = {"mentions-0-DELETE": "on", "mentions-1-DELETE": "on"}
    assert admin_client.post(page_of(article), article_form(article, **gone)).status_code == 302
    assert list(Refusal.objects.values_list("person__name", "decided_by")) == [("Jeff Sessions", "admin")]
    again = {"mentions-TOTAL_FORMS": 1, "mentions-0-tag": a_person("Jeff Sessions").pk}
    again |= {"mentions-0-role": "mentioned", "mentions-0-count": 1}
    assert admin_client.post(page_of(article), article_form(article, **again)).status_code == 302
    assert not Refusal.objects.exists()


def test_person_put_in_anothers_place_by_hand_stands_for_the_other(admin_client):
    article = an_article(people=["Jeff Sessions"])
    article.mentions.update(origin="import")
    Refusal.objects.create(article=article, person=a_person("Pete Sessions"))
    changed = {"mentions-0-tag": a_person("Pete Sessions").pk}
    assert admin_client.post(page_of(article), article_form(article, **changed)).status_code == 302
    assert [refusal.person.name for refusal in Refusal.objects.all()] == ["Jeff Sessions"]


def test_doubts_and_proposals_are_lists_to_read(admin_client):
    doubt, proposal = a_doubt(), a_proposal()
    for record in (doubt, proposal):
        assert admin_client.get(page_of(record)).status_code == 200
        assert admin_client.post(page_of(record), {}).status_code == 403
        kind = record._meta.model_name
        assert admin_client.get(reverse(f"admin:articles_{kind}_add")).status_code == 403
    page = text_of(admin_client.get(list_of("articles_doubt"), {"settled": "1"}))
    assert page_of(doubt) not in page
