"""Recognition over the archive: what is sure is written, what is not waits, what editors decided stays."""

import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article, Doubt, Mention, Origin, Person, Proposal, Quotation, Refusal, Role
from articles.offices import standings, tenures_of
from articles.recognition.writing import write as original
from articles.richtext import CleanHtml
from tests.builders import a_person, an_article, an_office

pytestmark = [pytest.mark.django_db, pytest.mark.database]

SAMPLE = Path(__file__).resolve().parent.parent.parent / "shared/samples/sessions-2017-06-09.txt"
ELEVEN = {
    "Jeff Sessions": ("Attorney General", 24),
    "Donald Trump": ("President", 22),
    "Michael Flynn": ("former National Security Adviser", 3),
    "James Comey": ("former FBI Director", 3),
    "Jared Kushner": ("Senior Adviser to the President", 2),
    "Steve Bannon": ("Chief Strategist", 2),
    "Rod Rosenstein": ("Deputy Attorney General", 1),
    "Sean Spicer": ("Press Secretary", 1),
    "Sarah Huckabee Sanders": ("Principal Deputy Press Secretary", 1),
    "Stephen Miller": ("Senior Adviser for Policy", 1),
    "Sergey Kislyak": ("Russian Ambassador", 1),
}
BODY = (
    "<p>Attorney General Jeff Sessions met the panel. Sessions, asked about it, said: “The work goes on as before.”</p>"
    "<p>Donald Trump thanked Sessions.</p>"
)


def recognise(*arguments, **options):
    call_command("recognise_people", *arguments, **{"jobs": 1, "verbosity": 0} | options)


def mentions(article):
    rows = Mention.objects.filter(content_object=article).order_by("tag__name")
    return [
        " ".join(map(str, row)) for row in rows.values_list("tag__name", "role", "origin", "count", "quoted")
    ]


@pytest.mark.skipif(not SAMPLE.exists(), reason="the shared sample is not beside this checkout")
def test_all_eleven_people_of_the_sample_have_their_office_and_their_count():
    call_command("loaddata", "people", "offices", verbosity=0)
    call_command("import_articles", str(SAMPLE), publication="The Capital Ledger", verbosity=0)
    article = Article.objects.get()
    found = {mention.tag: mention.count for mention in article.mentions.select_related("tag")}
    told = standings(tenures_of(person.pk for person in found), article.published_on)
    assert {person.name: (told[person.pk].text, count) for person, count in found.items()} == ELEVEN


def test_sure_matches_become_mentions_with_role_count_places_and_quotations():
    sessions = a_person("Jeff Sessions")
    a_person("Donald Trump")
    article = an_article("Panel hears Sessions", body=BODY)
    recognise()
    assert mentions(article) == [
        "Donald Trump mentioned recognised 1 False",
        "Jeff Sessions subject recognised 4 True",
    ]
    places = Mention.objects.get(content_object=article, tag=sessions).places
    assert places == "h12-20 surname, b17-30 name, b46-54 surname, b129-137 surname"
    quotation = Quotation.objects.get()
    assert (quotation.person, quotation.words) == (sessions, "The work goes on as before.")
    assert CleanHtml(article.body).text()[quotation.start :].startswith("The work goes on")


def test_repeated_run_writes_nothing():
    a_person("Jeff Sessions")
    a_person("Donald Trump")
    an_article(body=BODY)
    recognise()
    before = list(Mention.objects.values()), list(Quotation.objects.values())
    recognise()
    assert (list(Mention.objects.values()), list(Quotation.objects.values())) == before


def test_mention_of_an_editors_stays_as_it_is():
    article = an_article(body=BODY, people=["Jeff Sessions"])
    recognise()
    assert mentions(article) == ["Jeff Sessions mentioned editor 1 False"]


def test_named_by_a_source_keeps_its_origin_and_is_told_its_count():
    article = an_article(body=BODY, people=["Jeff Sessions"])
    Mention.objects.update(origin=Origin.IMPORT)
    recognise()
    assert mentions(article) == ["Jeff Sessions subject import 3 True"]


def test_author_named_in_the_text_stays_the_author():
    article = an_article(body=BODY, people=["Jeff Sessions"])
    Mention.objects.update(origin=Origin.IMPORT, role=Role.AUTHOR)
    recognise()
    assert mentions(article) == ["Jeff Sessions author import 3 True"]


def test_what_is_no_longer_in_the_text_is_no_longer_mentioned():
    a_person("Jeff Sessions")
    article = an_article(body=BODY)
    recognise()
    Article.objects.update(body="<p>Nobody came.</p>")
    recognise()
    assert mentions(article) == []
    assert not Quotation.objects.exists()


def test_not_this_person_here_is_remembered():
    person, article = a_person("Jeff Sessions"), an_article(body=BODY)
    recognise()
    Refusal.objects.create(article=article, person=person)
    recognise()
    assert mentions(article) == []
    call_command("recognise_people", jobs=1, verbosity=0)
    assert mentions(article) == []


def test_people_that_an_editor_changed_stay_as_the_editor_left_them():
    a_person("Jeff Sessions")
    article = an_article(body=BODY, edited_fields=["people"])
    recognise()
    assert mentions(article) == []
    assert Quotation.objects.exists()


def two_clintons():
    a_person("Hillary Clinton")
    a_person("Bill Clinton")
    return an_article(body="<p>Bill Clinton and Hillary Clinton came. Then Clinton spoke.</p>")


def test_what_is_ambiguous_waits_with_its_sentence_and_candidates():
    article = two_clintons()
    recognise()
    doubt = Doubt.objects.get()
    assert (doubt.article, doubt.name, doubt.sentence, doubt.start) == (
        article,
        "Clinton",
        "Then Clinton spoke.",
        5,
    )
    assert {person.name for person in doubt.candidates.all()} == {"Bill Clinton", "Hillary Clinton"}


def test_settled_doubt_does_not_come_back_and_an_open_one_goes_with_its_cause():
    article = two_clintons()
    recognise()
    Doubt.objects.update(settled_at="2026-01-01T00:00:00Z", settled_by="editor")
    recognise()
    assert Doubt.objects.get().settled_by == "editor"
    Doubt.objects.update(settled_at=None)
    Article.objects.filter(pk=article.pk).update(body="<p>Bill Clinton came.</p>")
    recognise()
    assert not Doubt.objects.exists()


def test_unknown_names_that_recur_are_proposed_once():
    for number in range(3):
        an_article(body=f"<p>In round {number} Robert Ashcombe won. The Robert Peel Tower fell.</p>")
    recognise()
    recognise()
    proposal = Proposal.objects.get()
    assert (proposal.name, proposal.articles, proposal.state) == ("Robert Ashcombe", 3, "open")
    Proposal.objects.update(state="dismissed")
    recognise()
    assert Proposal.objects.get().state == "dismissed"


def test_title_is_resolved_on_the_date_of_the_article():
    an_office("Jeff Sessions")
    then = an_article(on="2017-06-09", body="<p>It was up to Attorney General Sessions.</p>")
    before = an_article(on="2010-06-09", body="<p>It was up to Attorney General Sessions.</p>")
    recognise()
    assert mentions(then) == ["Jeff Sessions mentioned recognised 1 False"]
    assert mentions(before) == []


def test_only_the_articles_of_a_list_are_read():
    a_person("Jeff Sessions")
    first, second = an_article(on="2017-06-09", body=BODY), an_article(on="2018-01-01", body=BODY)
    recognise("/2018/")
    assert (bool(mentions(first)), bool(mentions(second))) == (False, True)


def test_only_what_changed_since_a_day_is_read():
    a_person("Jeff Sessions")
    old, new = an_article(body=BODY), an_article(body=BODY)
    Article.objects.filter(pk=old.pk).update(updated_at="2020-01-01T00:00:00Z")
    recognise(since="2021-01-01")
    assert (bool(mentions(old)), bool(mentions(new))) == (False, True)


@pytest.mark.parametrize(
    "listing", ["/people/", "/nowhere/", "http://elsewhere.example/", "/search/?person=nobody"]
)
def test_what_is_no_list_is_refused_in_words(listing):
    with pytest.raises(CommandError):
        recognise(listing)


def test_nothing_to_resume_is_said():
    with pytest.raises(CommandError, match="leave --resume out"):
        recognise(resume=True)


def test_interrupted_run_goes_on_where_it_stopped(monkeypatch):
    a_person("Jeff Sessions")
    articles = [an_article(body=BODY) for _ in range(4)]
    monkeypatch.setattr("articles.recognition.walking.AT_ONCE", 2)
    written = []

    def stop(seen):
        if written:
            raise KeyboardInterrupt
        written.append(seen)
        return original(seen)

    monkeypatch.setattr("articles.recognition.walking.write", stop)
    with pytest.raises(KeyboardInterrupt):
        recognise()
    monkeypatch.setattr("articles.recognition.walking.write", original)
    assert [bool(mentions(article)) for article in articles] == [True, True, False, False]
    Person.objects.create(name="Donald Trump")
    recognise(resume=True)
    assert ["Donald Trump" in " ".join(mentions(article)) for article in articles] == [
        False,
        False,
        True,
        True,
    ]


def test_names_counted_before_a_kill_are_proposed_after_it(monkeypatch):
    for number in range(4):
        an_article(body=f"<p>In round {number} Robert Ashcombe won.</p>")
    monkeypatch.setattr("articles.recognition.walking.AT_ONCE", 2)
    monkeypatch.setattr("articles.recognition.walking.NAMES_EVERY", 1)
    chunks = iter([original])

    def stop(seen):
        return next(chunks)(seen)

    monkeypatch.setattr("articles.recognition.walking.write", stop)
    with pytest.raises(RuntimeError):
        recognise()
    monkeypatch.setattr("articles.recognition.walking.write", original)
    recognise("/2017/")
    Proposal.objects.all().delete()
    recognise(resume=True)
    assert Proposal.objects.get().articles == 4


def test_people_whom_an_import_makes_are_seen_in_its_texts_at_once(tmp_path):
    lines = [
        {
            "headline": f"Round {number}",
            "published": "2017-06-09",
            "publication": "The Ledger",
            "source_ref": str(number),
            "people": [name],
            "body": f"<p>{name} came. “The work goes on as before,” {name} said. Nobody asked {name.split()[1]} why.</p>",
        }
        for number, name in enumerate(["Zelda Quux", "Otto Quill"])
    ]
    path = tmp_path / "two.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)))
    call_command("import_articles", str(path), verbosity=0)
    assert [mentions(article) for article in Article.objects.order_by("source_ref")] == [
        ["Zelda Quux subject import 3 True"],
        ["Otto Quill subject import 3 True"],
    ]
    before = list(Mention.objects.order_by("id").values())
    recognise()
    assert list(Mention.objects.order_by("id").values()) == before


def test_doubt_that_editors_decided_before_stays_decided_where_it_was_not_kept():
    article = two_clintons()
    recognise()
    Doubt.objects.all().delete()
    Mention.objects.filter(tag__name="Bill Clinton").update(origin=Origin.EDITOR)
    recognise()
    assert not Doubt.objects.exists()
    Mention.objects.all().delete()
    for person in Person.objects.all():
        Refusal.objects.create(article=article, person=person)
    recognise()
    assert not Doubt.objects.exists()
