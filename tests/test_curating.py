"""Editors merge, split and rename people and topics, and every act can be undone exactly."""

import json
from datetime import date

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.curating import Refused, again, journal, merge, preview, rename, split, undo
from articles.models import (
    Alias,
    Article,
    ArticleTopic,
    Change,
    Curation,
    Doubt,
    FormerSlug,
    Mention,
    Office,
    Person,
    Quotation,
    Refusal,
    Topic,
    TopicAlias,
)
from articles.recognition.saving import recognise_one
from tests.builders import a_person, a_post, a_topic, an_article, an_office

pytestmark = pytest.mark.django_db


def state():
    """Return every row of every table of the archive but the logs."""
    models = [
        model
        for model in apps.get_app_config("articles").get_models(include_auto_created=True)
        if model not in (Curation, Change)
    ]
    return {
        model.__name__: list(model._base_manager.order_by("pk").values_list(*columns(model)))
        for model in models
    }


def columns(model):
    return [field.attname for field in model._meta.concrete_fields]


def two_of_one():
    """Make one person twice, with everything that can belong to a person, in articles that name both and in others."""
    jeff = a_person("Jeff Sessions", aliases=["AG Sessions", "Sessions"], wikidata_id="Q1")
    full = a_person(
        "Jefferson Beauregard Sessions", aliases=["Sessions", "Sessions III", "Jeff Sessions"],
        description="A lawyer.", bioguide_id="S001141", born=date(1946, 12, 24),
    )  # fmt: skip
    for name in ("Jeff Sessions", "Jefferson Beauregard Sessions"):
        an_office(name)
    an_office("Jefferson Beauregard Sessions", "Senator", "Senate", "1997-01-03", "2017-02-08", state="AL")
    both = an_article("Both", people=["Jeff Sessions", "Jefferson Beauregard Sessions"])
    one, other = (
        an_article("One", people=["Jeff Sessions"]),
        an_article("Other", people=["Jefferson Beauregard Sessions"]),
    )
    Mention.objects.filter(content_object=both, tag=jeff).update(
        count=2, origin="recognised", places="h0-8 full"
    )
    Mention.objects.filter(content_object=both, tag=full).update(
        count=3, origin="import", role="author", quoted=True, certainty=60, places="b1-9 surname"
    )
    Quotation.objects.create(article=other, person=full, speaker="he", words="No.", verb="said", start=3)
    Refusal.objects.create(article=both, person=full, decided_by="ada")
    Refusal.objects.create(article=one, person=full, decided_by="ada")
    unnamed = an_article("Unnamed")
    for person in (jeff, full):
        Refusal.objects.create(article=unnamed, person=person)
    doubt = Doubt.objects.create(
        article=other, name="Sessions", sentence="Sessions left.", start=0, reason="two"
    )
    doubt.candidates.set([jeff, full])
    FormerSlug.objects.create(slug="j-b-sessions", person=full)
    return jeff, full


def names_of(person):
    return sorted(Alias.objects.filter(person=person).values_list("name", flat=True))


def test_merged_person_keeps_its_name_and_has_the_other_names():
    jeff, full = two_of_one()
    merge("person", jeff, [full], by="ada")
    jeff.refresh_from_db()
    assert (jeff.name, jeff.slug, Person.objects.count()) == ("Jeff Sessions", "jeff-sessions", 1)
    assert names_of(jeff) == ["AG Sessions", "Jefferson Beauregard Sessions", "Sessions", "Sessions III"]
    assert Alias.objects.get(name="Jefferson Beauregard Sessions").kind == "full name"


def test_merged_person_takes_what_it_lacked():
    jeff, full = two_of_one()
    merge("person", jeff, [full], by="ada")
    jeff.refresh_from_db()
    assert (jeff.wikidata_id, jeff.bioguide_id, jeff.born, jeff.description) == (
        "Q1", "S001141", date(1946, 12, 24), "A lawyer.",
    )  # fmt: skip


def test_article_that_has_both_has_one_mention_that_says_what_both_said():
    jeff, full = two_of_one()
    merge("person", jeff, [full], by="ada")
    assert list(
        Mention.objects.order_by("content_object__headline").values_list(
            "content_object__headline",
            "tag__name",
            "count",
            "role",
            "quoted",
            "origin",
            "certainty",
            "places",
        )
    ) == [
        ("Both", "Jeff Sessions", 5, "author", True, "import", 100, "h0-8 full, b1-9 surname"),
        ("One", "Jeff Sessions", 1, "mentioned", False, "editor", 100, ""),
        ("Other", "Jeff Sessions", 1, "mentioned", False, "editor", 100, ""),
    ]


def test_equal_offices_are_held_once():
    jeff, full = two_of_one()
    merge("person", jeff, [full], by="ada")
    assert list(Office.objects.values_list("person__name", "post__title")) == [
        ("Jeff Sessions", "Senator"),
        ("Jeff Sessions", "Attorney General"),
    ]


def test_quotations_doubts_and_addresses_lead_to_the_one_who_stays():
    jeff, full = two_of_one()
    merge("person", jeff, [full], by="ada")
    assert Quotation.objects.get().person == jeff
    assert list(Doubt.objects.get().candidates.all()) == [jeff]
    assert sorted(FormerSlug.objects.values_list("slug", "person__name")) == [
        ("j-b-sessions", "Jeff Sessions"),
        ("jefferson-beauregard-sessions", "Jeff Sessions"),
    ]


def test_refusal_of_one_does_not_contradict_a_mention_of_the_other():
    jeff, full = two_of_one()
    merge("person", jeff, [full], by="ada")
    assert list(Refusal.objects.values_list("article__headline", flat=True)) == ["Unnamed"]


def test_undone_merge_leaves_every_row_as_it_was():
    jeff, full = two_of_one()
    third = a_person("J. B. Sessions", aliases=["Sessions"])
    an_article("All", people=["Jeff Sessions", "Jefferson Beauregard Sessions", "J. B. Sessions"])
    an_article("The others", people=["Jefferson Beauregard Sessions", "J. B. Sessions"])
    before = state()
    act = merge("person", jeff, [full, third], by="ada")
    assert state() != before
    undone = undo(act, by="bob")
    assert state() == before
    assert (undone.undone_by, undone.undone_at is None) == ("bob", False)


def test_undone_merge_leaves_every_row_whoever_stays():
    jeff, full = two_of_one()
    before = state()
    undo(merge("person", full, [jeff], by="ada"), by="ada")
    assert state() == before


def test_what_was_written_over_is_kept_as_plain_json():
    jeff, full = two_of_one()
    act = merge("person", jeff, [full], by="ada")
    kept = json.loads(json.dumps(act.before))
    deleted = next(
        step for step in kept["steps"] if (step["table"], step["did"]) == ("articles.Person", "deleted")
    )
    assert deleted["before"]["description"] == ["A lawyer."]
    assert deleted["before"]["born"] == ["1946-12-24"]


def test_act_says_what_was_done_and_by_whom():
    jeff, full = two_of_one()
    act = merge("person", jeff, [full], by="ada")
    assert (act.act, act.kind, act.done_by) == ("merged", "person", "ada")
    assert act.summary == "Merged “Jefferson Beauregard Sessions” into “Jeff Sessions”: 2 articles."


def test_mention_that_came_after_the_merge_stays_with_the_one_who_stayed():
    jeff, full = two_of_one()
    act = merge("person", jeff, [full], by="ada")
    later = an_article("Later", people=["Jeff Sessions"])
    undo(act, by="ada")
    assert list(later.people.values_list("name", flat=True)) == ["Jeff Sessions"]


def test_editor_who_changed_a_joined_mention_keeps_the_change():
    jeff, full = two_of_one()
    act = merge("person", jeff, [full], by="ada")
    Mention.objects.filter(content_object__headline="Both").update(certainty=77)
    undo(act, by="ada")
    assert Mention.objects.get(content_object__headline="Both", tag=jeff).certainty == 77
    assert Mention.objects.get(content_object__headline="Both", tag=jeff).count == 2


def test_article_that_was_deleted_since_does_not_come_back():
    jeff, full = two_of_one()
    act = merge("person", jeff, [full], by="ada")
    Article.objects.filter(headline="Both").delete()
    undo(act, by="ada")
    assert sorted(Mention.objects.values_list("content_object__headline", "tag__name")) == [
        ("One", "Jeff Sessions"),
        ("Other", "Jefferson Beauregard Sessions"),
    ]


@pytest.mark.parametrize("name", ["Jefferson Beauregard Sessions", "jefferson beauregard sessions"])
def test_merge_is_not_undone_where_the_name_was_taken(name):
    jeff, full = two_of_one()
    act = merge("person", jeff, [full], by="ada")
    a_person(name)
    before = state()
    with pytest.raises(
        Refused, match="has the name or the address of “Jefferson Beauregard Sessions” by now"
    ):
        undo(act, by="ada")
    assert state() == before
    assert Curation.objects.get().undone_at is None


def test_merge_is_not_undone_where_a_number_was_taken():
    jeff, full = two_of_one()
    act = merge("person", full, [jeff], by="ada")
    Person.objects.update(wikidata_id="")
    a_person("Another", wikidata_id="Q1")
    with pytest.raises(Refused, match="was taken since"):
        undo(act, by="ada")


def test_act_is_undone_once():
    jeff, full = two_of_one()
    act = merge("person", jeff, [full], by="ada")
    undo(act, by="ada")
    with pytest.raises(Refused, match="undone already"):
        undo(act, by="ada")


def test_act_without_what_was_before_is_not_undone():
    act = Curation.objects.create(act="merged", kind="person", summary="From another archive.")
    with pytest.raises(Refused, match="was not kept"):
        undo(act, by="ada")


def test_merge_into_one_who_was_merged_since_is_undone_after_that():
    jeff, full = two_of_one()
    third = a_person("J. B. Sessions")
    before = state()
    first = merge("person", jeff, [full], by="ada")
    second = merge("person", third, [jeff], by="ada")
    with pytest.raises(Refused, match="before this later act is: Merged “Jeff Sessions” into"):
        undo(first, by="ada")
    undo(second, by="ada")
    undo(first, by="ada")
    assert state() == before


def test_acts_that_do_not_touch_are_undone_in_any_order():
    jeff, full = two_of_one()
    an_article("Third", people=["J. B. Sessions"])
    third = Person.objects.get(name="J. B. Sessions")
    before = state()
    first = merge("person", jeff, [full], by="ada")
    second = merge("person", jeff, [third], by="ada")
    undo(first, by="ada")
    undo(second, by="ada")
    assert state() == before


def test_contradiction_is_refused_until_it_is_confirmed():
    one, other = a_person("One", wikidata_id="Q1", born="1950-01-01"), a_person("Other", wikidata_id="Q2")
    with pytest.raises(Refused, match="Wikidata: Q1 of “One”, Q2 of “Other”."):
        merge("person", one, [other], by="ada")
    assert Person.objects.count() == 2
    merge("person", one, [other], by="ada", confirmed=True)
    assert Person.objects.get().wikidata_id == "Q1"


@pytest.mark.parametrize("others", [[], ["One"], ["Gone"]])
def test_merge_of_nothing_with_itself_or_with_what_is_gone_is_refused(others):
    one, gone = a_person("One"), a_person("Gone")
    Person.objects.filter(pk=gone.pk).delete()
    with pytest.raises(Refused):
        merge("person", one, [{"One": one, "Gone": gone}[name] for name in others], by="ada")


def test_preview_says_what_a_merge_does_and_writes_nothing():
    jeff, full = two_of_one()
    before = state()
    assert preview("person", jeff, [full]).lines == (
        "1 article to move to “Jeff Sessions”",
        "1 article with several of them, to have one link that says what each said",
        "1 new other name: Jefferson Beauregard Sessions",
        "1 office to move",
        "1 office held already, to be kept once",
        "1 quotation to move",
        "1 redirect from the former address: jefferson-beauregard-sessions",
    )
    assert state() == before
    merge("person", jeff, [full], by="ada")
    assert Mention.objects.count() == 3


def topics():
    """Make topics of one thing, in a tree."""
    law = a_topic("Law")
    visas = a_topic("Visas", parent=a_topic("Immigration", parent=law, description="Who may come."))
    a_topic("Work visas", parent=visas)
    migration = a_topic("Migration")
    a_topic("Asylum", parent=migration)
    TopicAlias.objects.create(topic=migration, name="Immigration")
    TopicAlias.objects.create(topic=migration, name="Movement")
    FormerSlug.objects.create(slug="moving", topic=migration)
    an_article("Both", topics=["Immigration", "Migration"])
    an_article("One", topics=["Migration"])
    ArticleTopic.objects.filter(tag=a_topic("Immigration")).update(origin="recognised")
    return a_topic("Immigration"), migration


def tree():
    return dict(Topic.objects.values_list("name", "parent__name"))


def test_merged_topic_has_the_articles_names_and_narrower_topics_of_both():
    immigration, migration = topics()
    merge("topic", immigration, [migration], by="ada")
    assert sorted(ArticleTopic.objects.values_list("content_object__headline", "tag__name", "origin")) == [
        ("Both", "Immigration", "editor"),
        ("One", "Immigration", "editor"),
    ]
    assert sorted(TopicAlias.objects.values_list("name", flat=True)) == ["Migration", "Movement"]
    assert sorted(FormerSlug.objects.values_list("slug", "topic__name")) == [
        ("migration", "Immigration"),
        ("moving", "Immigration"),
    ]
    assert tree() == {
        "Law": None,
        "Immigration": "Law",
        "Visas": "Immigration",
        "Work visas": "Visas",
        "Asylum": "Immigration",
    }


def test_undone_merge_of_topics_leaves_every_row_as_it_was():
    immigration, migration = topics()
    for into, others in (
        (immigration, [migration]),
        (migration, [immigration]),
        (a_topic("Work visas"), [immigration, a_topic("Visas"), migration]),
        (a_topic("Law"), [a_topic("Visas"), immigration]),
    ):
        before = state()
        undo(merge("topic", into, others, by="ada"), by="ada")
        assert state() == before


def test_topic_merged_with_a_broader_one_stands_in_no_circle():
    topics()
    merge("topic", a_topic("Work visas"), [a_topic("Immigration")], by="ada")
    assert tree() == {
        "Law": None,
        "Work visas": "Law",
        "Visas": "Work visas",
        "Migration": None,
        "Asylum": "Migration",
    }


def test_topic_that_lacks_a_place_takes_the_others():
    immigration, migration = topics()
    merge("topic", migration, [immigration], by="ada")
    assert (tree()["Migration"], tree()["Visas"]) == ("Law", "Migration")
    assert Topic.objects.get(name="Migration").description == "Who may come."


def test_merge_of_topics_is_not_undone_into_a_circle():
    broad, low, kept = a_topic("Broad"), a_topic("Low"), a_topic("Kept")
    Topic.objects.filter(pk=low.pk).update(parent=broad)
    gone = a_topic("Gone", parent=low)
    child = a_topic("Child", parent=gone)
    act = merge("topic", kept, [gone], by="ada")
    Topic.objects.filter(pk=kept.pk).update(parent=None)
    Topic.objects.filter(pk=low.pk).update(parent=child)
    with pytest.raises(Refused, match="stand under itself"):
        undo(act, by="ada")


def test_unknown_kind_is_refused():
    with pytest.raises(Refused, match="called “office”"):
        merge("office", a_person(), [a_person("Other")], by="ada")


def one_of_two():
    """Make one record of two people, of whom each has names, offices and articles."""
    john = a_person("John Brown", aliases=["Senator Brown", "Judge Brown"])
    an_office("John Brown", "Senator", "Senate", "1997-01-03", "2003-01-02")
    judge = an_office("John Brown", "Judge", "District Court", "2010-01-01", None)
    for year in (1998, 1999, 2011, 2012):
        article = an_article(f"In {year}", on=f"{year}-05-05", people=["John Brown"])
        Quotation.objects.create(article=article, person=john, words="Yes.", start=1)
    Mention.objects.update(origin="recognised")
    return john, judge


def split_off(john, judge, name="John Brown (judge)"):
    later = Article.objects.filter(published_on__year__gte=2005)
    alias = john.aliases.get(name="Judge Brown")
    return split(john, name, aliases=[alias.pk], offices=[judge.pk], articles=later, by="ada")


def test_split_gives_names_offices_and_articles_to_a_new_person():
    john, judge = one_of_two()
    act = split_off(john, judge)
    other = Person.objects.get(name="John Brown (judge)")
    assert (names_of(john), names_of(other)) == (["Senator Brown"], ["Judge Brown"])
    assert list(Office.objects.values_list("person__name", "post__title")) == [
        ("John Brown", "Senator"),
        ("John Brown (judge)", "Judge"),
    ]
    for kind in ("mentions__tag", "quotations__person"):
        assert list(
            Article.objects.filter(**{kind: other}).order_by("pk").values_list("headline", flat=True)
        ) == ["In 2011", "In 2012"]
    assert other.slug == "john-brown-judge"
    assert act.summary == (
        "Split “John Brown (judge)” from “John Brown”: 1 other name, 1 office and 2 articles."
    )


def test_split_is_the_word_of_an_editor():
    john, judge = one_of_two()
    split_off(john, judge)
    assert set(Mention.objects.exclude(tag=john).values_list("origin", flat=True)) == {"editor"}
    assert sorted(
        Refusal.objects.filter(person=john, decided_by="ada").values_list("article__headline", flat=True)
    ) == ["In 2011", "In 2012"]


def test_undone_split_leaves_every_row_as_it_was():
    john, judge = one_of_two()
    before = state()
    undo(split_off(john, judge), by="ada")
    assert state() == before


def test_split_goes_to_one_who_exists_already():
    john, judge = one_of_two()
    other = a_person("James Brown", aliases=["Judge Brown"])
    an_article("In 2013", on="2013-01-01", people=["John Brown", "James Brown"])
    before = state()
    act = split_off(john, judge, name="james brown")
    assert Mention.objects.filter(tag=other).count() == 3
    assert names_of(other) == ["Judge Brown"]
    undo(act, by="ada")
    assert state() == before


def test_split_takes_articles_by_their_ids():
    john, _ = one_of_two()
    chosen = Article.objects.get(headline="In 1998")
    strange = an_article("Of someone else")
    split(john, "Jack Brown", articles={chosen.pk, strange.pk, 10**6}, by="ada")
    assert list(Mention.objects.filter(tag__name="Jack Brown").values_list("content_object__headline")) == [
        ("In 1998",)
    ]


def test_alias_that_becomes_the_name_is_no_alias_any_more():
    john, _ = one_of_two()
    split(john, "Judge Brown", aliases=[john.aliases.get(name="Judge Brown").pk], by="ada")
    assert names_of(john) == ["Senator Brown"]
    assert names_of(Person.objects.get(name="Judge Brown")) == []


@pytest.mark.parametrize("name", ["John Brown", "JOHN BROWN", " ", "x" * 201, "Jack Brown"])
def test_split_of_nothing_or_to_no_one_is_refused(name):
    john, _ = one_of_two()
    before = state()
    with pytest.raises(Refused):
        split(john, name, by="ada")
    assert state() == before


def test_split_is_not_undone_where_the_new_person_has_something_of_its_own():
    john, judge = one_of_two()
    act = split_off(john, judge)
    an_article("Later", people=["John Brown (judge)"])
    before = state()
    with pytest.raises(Refused, match="1 mention would go with “John Brown"):
        undo(act, by="ada")
    assert state() == before


def test_merge_undone_after_a_split_of_the_same_articles_is_refused():
    jeff, full = two_of_one()
    merged = merge("person", jeff, [full], by="ada")
    parted = split(jeff, "Another", articles=Article.objects.filter(headline="Other"), by="ada")
    with pytest.raises(Refused, match="later act is: Split “Another”"):
        undo(merged, by="ada")
    undo(parted, by="ada")
    undo(merged, by="ada")
    assert Mention.objects.filter(tag__name="Jefferson Beauregard Sessions").count() == 2


def test_renamed_person_keeps_its_old_name_and_address():
    person = a_person("Jeff Sessions", aliases=["Jefferson Sessions"])
    act = rename(person, "  Jefferson   Sessions ", by="ada")
    person.refresh_from_db()
    assert (person.name, person.slug, person.sort_name) == (
        "Jefferson Sessions", "jefferson-sessions", "Sessions, Jefferson",
    )  # fmt: skip
    assert Person.objects.get(key="jeffersonsessions", sort_key="sessions,jefferson") == person
    assert list(Alias.objects.values_list("name", "kind")) == [("Jeff Sessions", "former name")]
    assert list(FormerSlug.objects.values_list("slug", "person")) == [("jeff-sessions", person.pk)]
    assert act.act == "renamed"


@pytest.mark.parametrize("alias", [True, False])
def test_undone_renaming_leaves_every_row_as_it_was(alias):
    person, topic = a_person("Jeff Sessions", aliases=["AG Sessions"]), a_topic("Immigration")
    before = state()
    acts = [
        rename(person, "AG Sessions", by="ada", alias=alias),
        rename(topic, "Migration", "moving", by="ada", alias=alias),
    ]
    assert TopicAlias.objects.exists() == alias
    for act in acts:
        undo(act, by="ada")
    assert state() == before


def test_record_that_gets_its_old_address_back_is_not_sent_from_it():
    person = a_person("Jeff Sessions")
    rename(person, "Jefferson Sessions", by="ada")
    rename(person, "Jeff Sessions", by="ada")
    person.refresh_from_db()
    assert (person.slug, list(FormerSlug.objects.values_list("slug", flat=True))) == (
        "jeff-sessions",
        ["jefferson-sessions"],
    )


def test_capitals_of_a_name_are_changed_without_another_address():
    person = a_person("jeff sessions")
    rename(person, "Jeff Sessions", by="ada")
    person.refresh_from_db()
    assert (person.name, person.slug) == ("Jeff Sessions", "jeff-sessions")


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Mike Pence", ""), ("MIKE PENCE", ""), ("", ""), ("x" * 201, ""), ("New", "mike-pence"), ("New", "no slug"),
        ("New", "x" * 101), ("Jeff Sessions", ""), ("\x00", ""),
    ],
)  # fmt: skip
def test_name_or_address_that_can_not_be_given_is_refused(name, slug):
    person, _ = a_person("Jeff Sessions"), a_person("Mike Pence")
    before = state()
    with pytest.raises(Refused):
        rename(person, name, slug, by="ada")
    assert state() == before


def test_renaming_after_a_merge_is_undone_by_itself():
    jeff, full = two_of_one()
    before = state()
    merged = merge("person", jeff, [full], by="ada")
    renamed = rename(jeff, "General Sessions", by="ada")
    undo(merged, by="ada")
    undo(renamed, by="ada")
    assert state() == before


def test_merge_of_renamed_person_is_undone_before_the_renaming():
    jeff, full = two_of_one()
    renamed = rename(full, "General Sessions", by="ada")
    merge("person", jeff, [full], by="ada")
    with pytest.raises(Refused, match="later act is: Merged “General Sessions”"):
        undo(renamed, by="ada")


def test_merge_takes_the_same_statements_for_few_and_for_many_articles(monkeypatch):
    costs = []
    for start, number in ((0, 2), (100, 40)):
        one, other = a_person(f"One {start}"), a_person(f"Other {start}")
        for n in range(number):
            an_article(people=[one.name, other.name], slug=f"b{start}-{n}")
            an_article(people=[other.name], slug=f"o{start}-{n}")
        with CaptureQueriesContext(connection) as queries:
            merge("person", one, [other], by="ada")
        costs.append(len(queries))
    assert costs[0] == costs[1]


def test_merge_and_undo_go_by_small_steps(monkeypatch):
    monkeypatch.setattr(journal, "CHUNK", 2)
    jeff, full = two_of_one()
    for _ in range(5):
        an_article(people=[full.name])
        an_article(people=[full.name, jeff.name])
    before = state()
    undo(merge("person", jeff, [full], by="ada"), by="ada")
    assert state() == before


def test_change_log_sees_every_article_that_a_merge_and_its_undoing_touch():
    jeff, full = two_of_one()
    touched = set(Mention.objects.filter(tag=full).values_list("content_object", flat=True))
    for step in (
        lambda: merge("person", jeff, [full], by="ada"),
        lambda: undo(Curation.objects.get(), by="b"),
    ):
        Change.log.all().delete()
        step()
        assert touched <= set(Change.log.values_list("article_id", flat=True))


def test_offices_of_a_post_that_was_deleted_do_not_come_back_unseen():
    jeff, full = two_of_one()
    act = merge("person", jeff, [full], by="ada")
    Office.objects.filter(post=a_post()).delete()
    a_post().delete()
    with pytest.raises(Refused, match="the post that it names is gone"):
        undo(act, by="ada")


def undone_in_vain(act, words):
    """Expect an undoing to be refused in these words, with nothing written and the act still to be undone."""
    before = state()
    with pytest.raises(Refused, match=words):
        undo(act, by="ada")
    assert state() == before
    assert Curation.objects.get(pk=act.pk).undone_at is None


def test_merge_is_not_undone_without_the_one_who_stayed():
    jeff, full = two_of_one()
    act = merge("person", jeff, [full], by="ada")
    jeff.delete()
    undone_in_vain(act, "1 person of this act is gone since.* into “Jeff Sessions”")


def test_merge_of_topics_is_not_undone_without_the_one_that_stayed():
    one, other = a_topic("Taxes"), a_topic("Taxation")
    act = merge("topic", one, [other], by="ada")
    one.delete()
    undone_in_vain(act, "1 topic of this act is gone since.* into “Taxes”")


def test_merge_is_not_undone_without_a_name_that_it_handed_over():
    jeff, full = two_of_one()
    act = merge("person", jeff, [full], by="ada")
    Alias.objects.filter(name="Sessions III").delete()
    undone_in_vain(act, "the alias “Sessions III” that it would give back is gone")


@pytest.mark.parametrize("name", ["John Brown", "John Brown (judge)"])
def test_split_is_not_undone_without_one_of_the_two(name):
    john, judge = one_of_two()
    act = split_off(john, judge)
    Person.objects.get(name=name).delete()
    undone_in_vain(act, "1 person of this act is gone since")


def test_renaming_is_not_undone_of_who_is_gone():
    person = a_person("Jeff Sessions")
    act = rename(person, "Jefferson Sessions", by="ada")
    person.delete()
    undone_in_vain(act, "1 person of this act is gone since.* “Jefferson Sessions”")


def two_recognised():
    """Make two people who are one, both found in an article's text."""
    jeff, full = a_person("Jeff Sessions"), a_person("Jefferson Beauregard Sessions")
    text = "<p>Jeff Sessions resigned.</p><p>Jefferson Beauregard Sessions was a senator.</p>"
    article = an_article("Both", body=text)
    recognise_one(article)
    return jeff, full, article


def mentions():
    return sorted(Mention.objects.values_list("tag__name", "count", "origin", "places"))


def test_people_recognised_since_a_merge_are_recognised_again_when_it_is_undone():
    jeff, full, article = two_recognised()
    before, remarks = mentions(), []
    act = merge("person", jeff, [full], by="ada")
    Article.objects.update(body="<p>Jeff Sessions resigned.</p>")
    recognise_one(Article.objects.get())
    Article.objects.update(body=article.body)
    undo(act, by="ada", tell=remarks.append)
    assert mentions() == before
    assert remarks == ["Mentions were changed or removed since: people were recognised again in 1 article."]


def test_articles_beyond_those_recognised_again_are_counted(monkeypatch):
    jeff, full, _ = two_recognised()
    remarks = []
    act = merge("person", jeff, [full], by="ada")
    Mention.objects.update(count=9)
    monkeypatch.setattr(again, "MOST_ARTICLES", 0)
    undo(act, by="ada", tell=remarks.append)
    assert remarks[0].endswith("in 0 articles. 1 article more of them: run recognise_people.")


def test_undone_merge_says_nothing_where_nothing_was_written_anew():
    jeff, full, _ = two_recognised()
    before, remarks = state(), []
    undo(merge("person", jeff, [full], by="ada"), by="ada", tell=remarks.append)
    assert (state(), remarks) == (before, [])


@pytest.mark.parametrize("name", ["—", "!?", "\u200b", "\u202e", "\u0301"])
def test_name_without_letter_or_digit_is_refused(name):
    with pytest.raises(Refused):
        rename(a_person("Jeff Sessions"), name, by="ada")


def test_name_is_kept_without_what_nobody_sees():
    person = a_person("Jeff Sessions")
    rename(person, "\u202eMike\u200b Pence\ufeff", by="ada")
    assert Person.objects.get().name == "Mike Pence"
