"""An editor answers what recognition left in doubt, and every answer can be undone."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.curating import Refused, undo
from articles.models import Alias, Curation, Doubt, Mention, Person, Proposal, Quotation, Refusal
from articles.reviewing import (
    accept,
    add_alias,
    add_person,
    alike,
    dismiss,
    examples,
    groups_after,
    last_act,
    open_doubts,
    open_proposals,
    proposals_before,
    questions,
    reject,
)
from tests.builders import a_person, an_article, an_office

pytestmark = pytest.mark.django_db

SENTENCE = "The bill was read, and Brown voted against it."


def a_doubt(name="Brown", candidates=("Sherrod Brown", "Jerry Brown"), article=None, count=1, **fields):
    doubt = Doubt.objects.create(
        article=article or an_article(**fields), name=name, sentence=SENTENCE.replace("Brown", name), start=23,
        count=count, reason="two people have the name",
    )  # fmt: skip
    doubt.candidates.set([a_person(candidate) for candidate in candidates])
    return doubt


def state():
    """Return every row that an answer may write."""
    models = (Mention, Refusal, Doubt, Quotation, Person, Alias, Proposal, Doubt.candidates.through)
    return {model: list(model.objects.order_by("pk").values_list()) for model in models}


def mentions(article):
    return list(article.mentions.order_by("tag__name").values_list("tag__name", "origin", "count"))


def put(**options):
    rows = open_doubts(drafts=True, **options)
    return questions(rows, rows, 20)


def test_accepted_candidate_is_the_editors_mention():
    doubt = a_doubt(count=2)
    act = accept({doubt.pk: a_person("Sherrod Brown").pk}, by="ed")
    assert mentions(doubt.article) == [("Sherrod Brown", "editor", 2)]
    assert Mention.objects.get().certainty == 100
    doubt.refresh_from_db()
    assert (doubt.settled_by, doubt.settled_at is None) == ("ed", False)
    assert not Refusal.objects.exists()
    assert (act.act, act.kind, act.done_by) == ("accepted", "person", "ed")
    assert act.summary == "“Brown” is “Sherrod Brown” in 1 article."


def test_mention_that_was_recognised_becomes_the_editors_and_counts_are_added():
    article = an_article(people=["Sherrod Brown"])
    article.mentions.update(origin="recognised", count=3, certainty=80, role="subject")
    Refusal.objects.create(article=article, person=a_person("Sherrod Brown"))
    doubts = [a_doubt(article=article, count=2), a_doubt("Senator Brown", article=article, count=1)]
    accept({doubt.pk: a_person("Sherrod Brown").pk for doubt in doubts}, by="ed")
    assert mentions(article) == [("Sherrod Brown", "editor", 6)]
    assert (Mention.objects.get().role, Mention.objects.get().certainty) == ("subject", 100)
    assert not Refusal.objects.exists()


def test_other_candidates_are_refused_if_that_is_asked_for():
    doubt = a_doubt(article=an_article(people=["Jerry Brown"]))
    doubt.article.mentions.update(origin="recognised")
    accept({doubt.pk: a_person("Sherrod Brown").pk}, by="ed", refuse_others=True)
    assert mentions(doubt.article) == [("Sherrod Brown", "editor", 1)]
    assert [refusal.person.name for refusal in Refusal.objects.all()] == ["Jerry Brown"]


def test_rejected_candidates_are_not_named_any_more():
    article = an_article(people=["Jerry Brown"])
    article.mentions.update(origin="recognised")
    said = Quotation.objects.create(article=article, person=a_person("Jerry Brown"), words="No", start=1)
    doubt = a_doubt(article=article)
    act = reject([doubt.pk], by="ed")
    assert mentions(article) == []
    assert sorted(r.person.name for r in Refusal.objects.filter(article=article, decided_by="ed")) == [
        "Jerry Brown",
        "Sherrod Brown",
    ]
    said.refresh_from_db()
    assert said.person is None
    assert act.summary == "“Brown” is none of “Jerry Brown” and “Sherrod Brown” in 1 article."


@pytest.mark.parametrize("origin", ["editor", "import"])
def test_rejection_leaves_whom_an_editor_or_the_source_named(origin):
    article = an_article(people=["Jerry Brown"])
    article.mentions.update(origin=origin)
    reject([a_doubt(article=article).pk], by="ed")
    assert mentions(article) == [("Jerry Brown", origin, 1)]
    assert [refusal.person.name for refusal in Refusal.objects.all()] == ["Sherrod Brown"]


def test_doubt_without_candidates_can_be_settled():
    assert (
        reject([a_doubt(candidates=()).pk], by="ed").summary == "“Brown” is none of those known in 1 article."
    )


@pytest.mark.parametrize("others", [True, False])
def test_undone_answers_leave_everything_as_it_was(others):
    article = an_article(people=["Sherrod Brown", "Jerry Brown"])
    article.mentions.update(origin="recognised", count=4)
    Quotation.objects.create(article=article, person=a_person("Jerry Brown"), words="No", start=1)
    Refusal.objects.create(article=article, person=a_person("Sherrod Brown"), decided_by="another")
    first, second = a_doubt(article=article), a_doubt()
    before = state()
    accept({one.pk: a_person("Sherrod Brown").pk for one in (first, second)}, by="ed", refuse_others=others)
    assert state() != before
    undo(last_act("ed"), by="ed")
    assert state() == before
    undo(reject([first.pk, second.pk], by="ed"), by="ed")
    assert state() == before
    assert last_act("ed") is None
    assert Curation.objects.filter(undone_by="ed").count() == 2


def test_last_act_is_the_accounts_own():
    ours, theirs = a_doubt(), a_doubt()
    act = reject([ours.pk], by="ed")
    reject([theirs.pk], by="al")
    assert last_act("ed") == act


def test_settled_doubt_is_not_settled_again():
    doubt = a_doubt()
    reject([doubt.pk], by="ed")
    with pytest.raises(Refused, match="settled meanwhile"):
        accept({doubt.pk: a_person("Sherrod Brown").pk}, by="ed")
    with pytest.raises(Refused, match="settled meanwhile"):
        reject([10**17], by="ed")
    assert not Mention.objects.exists()


def test_nobody_but_a_candidate_is_accepted():
    doubt = a_doubt()
    with pytest.raises(Refused, match="not held for that person"):
        accept({doubt.pk: a_person("Mike Pence").pk}, by="ed")
    doubt.refresh_from_db()
    assert doubt.settled_at is None


def test_question_has_the_name_apart_and_the_likeliest_first():
    an_office("Sherrod Brown", "Senator", "Senate", "2007-01-03", None, state="OH", party="Democratic")
    an_office("Jerry Brown", "Governor", "State of California", "1975-01-06", "1983-01-03", state="CA")
    for _ in range(2):
        an_article(people=["Jerry Brown"])
    a_doubt(on="2017-06-09")
    (question,) = put()
    assert (question.before, question.name) == ("The bill was read, and ", "Brown")
    assert question.after == " voted against it."
    told = [(one.person.name, one.standing.text, one.articles) for one in question.candidates]
    assert told == [
        ("Sherrod Brown", "Senator (D-Ohio)", 0),
        ("Jerry Brown", "former Governor (Calif.)", 2),
    ]


def test_doubts_with_the_same_name_and_the_same_candidates_are_alike():
    first, second = a_doubt(), a_doubt()
    third = a_doubt(candidates=["Sherrod Brown"])
    a_doubt(name="Senator Brown")
    settled = a_doubt()
    reject([settled.pk], by="ed")
    waiting = open_doubts(drafts=True)
    assert alike(waiting, second.pk) == [second.pk, first.pk]
    assert alike(waiting, third.pk) == [third.pk]
    assert alike(waiting, settled.pk) == []
    assert [question.alike for question in put()] == [2, 2, 1, 1]
    assert len(put(name="Brown")) == 3


def test_doubts_in_drafts_wait_only_for_those_who_may_see_them():
    a_doubt(status="draft")
    published = a_doubt()
    assert [doubt.pk for doubt in open_doubts(drafts=False)] == [published.pk]
    assert open_doubts(drafts=True).count() == 2


def test_questions_cost_the_same_however_many():
    def cost():
        with CaptureQueriesContext(connection) as queries:
            put()
        return len(queries)

    for number in range(18):
        an_office(f"Person {number}")
    a_doubt(candidates=["Person 0", "Person 1"])
    few = cost()
    for number in range(15):
        a_doubt(name=f"Name {number}", candidates=[f"Person {number}", f"Person {number + 1}"])
    assert cost() == few == 5


def a_proposal(name="James Comey", articles=12, **fields):
    return Proposal.objects.create(name=name, articles=articles, **fields)


def proposed():
    return [(g.proposal.name, [other.name for other in g.others]) for g in groups_after(None, 20)]


def test_proposals_come_with_their_other_spellings_those_in_most_articles_first():
    a_proposal("Sally Yates", 5)
    a_proposal("JAMES COMEY", 4)
    comey = a_proposal("James Comey", 12)
    a_proposal("Beto O’Rourke", 12)
    a_proposal("Done", 99, state="accepted")
    assert proposed() == [("Beto O’Rourke", []), ("James Comey", ["JAMES COMEY"]), ("Sally Yates", [])]
    assert [group.proposal.name for group in groups_after(comey, 20)] == ["Sally Yates"]


def test_name_that_was_dismissed_is_not_proposed_again_in_another_spelling():
    act = dismiss([a_proposal("White House").pk, a_proposal("Monday Night").pk], by="ed")
    assert act.summary == "Dismissed “Monday Night” and “White House”: no person’s name."
    a_proposal("WHITE HOUSE")
    assert proposed() == []


def test_accepted_proposal_is_a_person_with_the_printed_name_as_another():
    proposal = a_proposal("Jim Comey")
    a_proposal("JIM COMEY", 3)
    act = add_person(proposal.pk, "  James  Comey ", by="ed")
    person = Person.objects.get()
    assert (person.name, person.slug, person.sort_name) == ("James Comey", "james-comey", "Comey, James")
    assert [alias.name for alias in person.aliases.order_by("pk")] == ["Jim Comey", "JIM COMEY"]
    assert set(Proposal.objects.values_list("state", "settled_by")) == {("accepted", "ed")}
    assert act.summary == "Added “James Comey”, named in 0 articles now."


def test_proposal_is_another_name_of_someone_known():
    person = a_person("James Comey")
    proposal = a_proposal("James B. Comey")
    add_alias(proposal.pk, person, by="ed")
    assert list(person.aliases.values_list("name", "kind")) == [("James B. Comey", "full name")]
    assert proposed() == []


def test_undone_answers_to_proposals_leave_everything_as_it_was():
    person, proposal = a_person("Sally Yates"), a_proposal("Jim Comey")
    before = state()
    for act in (
        lambda: add_person(proposal.pk, "James Comey", by="ed"),
        lambda: add_alias(proposal.pk, person, by="ed"),
        lambda: dismiss([proposal.pk], by="ed"),
    ):
        act()
        assert state() != before
        undo(last_act("ed"), by="ed")
        assert state() == before


COMEY = "<p>Then Jim Comey spoke. “I was let go,” Jim Comey said.</p>"


def test_new_person_is_found_at_once_in_the_articles_that_have_the_name():
    articles = [an_article(body=COMEY), an_article(body=COMEY, status="draft")]
    refused = an_article(body=COMEY)
    refused.edited_fields = ["people"]
    refused.save()
    act = add_person(a_proposal("Jim Comey", 12).pk, "James Comey", by="ed")
    assert [mentions(article) for article in articles] == [[("James Comey", "recognised", 2)]] * 2
    assert mentions(refused) == []
    assert act.summary == "Added “James Comey”, named in 2 articles now."


def test_bearer_of_another_name_is_found_at_once_too():
    person = a_person("James Comey")
    named = an_article(body="<p>James Comey and Jim Comey left.</p>", people=["James Comey"])
    article = an_article(body=COMEY)
    before = state()
    act = add_alias(a_proposal("Jim Comey").pk, person, by="ed")
    assert mentions(article) == [("James Comey", "recognised", 2)]
    assert act.summary == "Took “Jim Comey” as another name of “James Comey”, named in 2 articles now."
    undo(act, by="ed")
    assert (mentions(article), mentions(named)[0][0]) == ([], "James Comey")
    assert state()[Alias] == before[Alias]


def test_undone_person_is_gone_from_articles_quotations_and_doubts():
    article = an_article(body=COMEY)
    an_article(body="<p>Jim Comey was there. Comey left.</p>", people=["Anna Comey"])
    act = add_person(a_proposal("Jim Comey").pk, "Jim Comey", by="ed")
    assert article.quotations.get().person.name == "Jim Comey"
    undo(last_act("ed"), by="ed")
    assert (mentions(article), article.quotations.get().person) == ([], None)
    assert not Person.objects.filter(name="Jim Comey").exists()
    assert Proposal.objects.get().state == "open"
    assert Curation.objects.get(pk=act.pk).undone_by == "ed"


def test_articles_beyond_a_bound_are_left_to_the_command(monkeypatch):
    monkeypatch.setattr("articles.reviewing.naming.MOST_READ", 2)
    for _ in range(3):
        an_article(body=COMEY)
    act = add_person(a_proposal("Jim Comey").pk, "Jim Comey", by="ed")
    said = "Added “Jim Comey”, named in 2 articles so far: run recognise_people for the rest."
    assert act.summary == said


@pytest.mark.sqlite
def test_thousands_of_proposals_are_found_by_the_index_of_their_keys():
    plan = open_proposals().explain()
    assert plan.count("proposal_alike") == 2


def test_names_without_a_key_are_each_a_name_of_their_own():
    for name in ("—", "…", "“”"):
        a_proposal(name, 3)
    a_proposal("!", 3, state="dismissed")
    assert {name for name, _ in proposed()} == {"—", "…", "“”"}


def test_proposals_before_one_come_nearest_first():
    a_proposal("Sally Yates", 5)
    comey = a_proposal("James Comey", 12)
    a_proposal("Beto O’Rourke", 12)
    a_proposal("Ann Quill", 20)
    assert [one.name for one in proposals_before(comey)] == ["Beto O’Rourke", "Ann Quill"]


@pytest.mark.parametrize("name", ["", " ", "\x00", "x" * 201, "sally yates"])
def test_name_that_can_not_be_a_new_persons_is_refused(name):
    a_person("Sally Yates")
    proposal = a_proposal()
    with pytest.raises(Refused):
        add_person(proposal.pk, name, by="ed")
    proposal.refresh_from_db()
    assert proposal.state == "open"


def test_settled_proposal_is_not_settled_again():
    proposal = a_proposal()
    dismiss([proposal.pk], by="ed")
    for act in (
        lambda: dismiss([proposal.pk, 10**17], by="ed"),
        lambda: add_person(proposal.pk, "James Comey", by="ed"),
        lambda: add_alias(proposal.pk, a_person("Sally Yates"), by="ed"),
    ):
        with pytest.raises(Refused, match="settled meanwhile"):
            act()


def test_examples_are_the_newest_sentences_with_the_name():
    for day in range(1, 5):
        an_article(on=f"2017-06-0{day}", body=f"<p>One. Then James Comey spoke for {day} hours. Two.</p>")
    an_article(on="2017-07-01", body="<p>James Comey left.</p>", status="draft")
    an_article(on="2017-08-01", headline="Comey, James", body="<p>James met Comey.</p>")
    found = examples(["James Comey", "Sally Yates", "“—”", "x" * 200], drafts=False)
    told = ["".join(piece.text for piece in one.fragments) for one in found["James Comey"]]
    assert told == [f"Then James Comey spoke for {day} hours." for day in (4, 3, 2)]
    assert [piece.text for piece in found["James Comey"][0].fragments if piece.hit] == ["James Comey"]
    assert (found["Sally Yates"], found["“—”"], found["x" * 200]) == ([], [], [])
    assert examples(["James Comey"], drafts=True)["James Comey"][0].article.status == "draft"
