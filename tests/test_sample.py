"""The sample archive is as dense, as hard and as well sourced as it promises to be, and survives being moved."""

import json
import re
from pathlib import Path

import pytest
from django.core.management import call_command

from articles import indexing
from articles.checking import differences
from articles.models import Alias, Article, Change, Mention, Person, Topic, TopicAlias
from articles.people.bylines import authors
from articles.people.names import slug

ROOT = Path(__file__).resolve().parent.parent
FIXTURES = ROOT / "fixtures"
RECORDS = [record for path in sorted(FIXTURES.glob("*.json")) for record in json.loads(path.read_text())]
ARTICLES = [record["fields"] for record in RECORDS if record["model"] == "articles.article"]


def test_articles_have_the_length_of_articles():
    assert len(ARTICLES) >= 80
    assert [article["slug"] for article in ARTICLES if not 250 <= article["word_count"] <= 700] == []


def test_articles_are_of_2017_and_2018_and_a_few_of_the_nineteenth_century():
    years = {article["published_on"][:4] for article in ARTICLES}
    assert years == {"1868", "2017", "2018"}


def test_articles_are_spread_over_publications_and_sections():
    assert len({article["publication"][0] for article in ARTICLES}) >= 2
    assert len({article["section"][0] for article in ARTICLES}) >= 5


def test_hard_cases_are_there():
    bodies = " ".join(article["body"] for article in ARTICLES)
    assert all(f"<{element}>" in bodies for element in ("h2", "ul", "ol", "blockquote", "table"))
    assert max(len(article["headline"]) for article in ARTICLES) > 180
    assert any(not article["standfirst"] for article in ARTICLES)
    assert any(not article["time_known"] for article in ARTICLES)


def test_every_article_names_its_sources():
    listed = re.findall(
        r"^\| (\d{4}-\d\d-\d\d) \| (.+?) \| (.+) \| (.+) \|$",
        (FIXTURES / "README.md").read_text(),
        flags=re.M,
    )
    assert sorted((day, headline) for day, headline, _, _ in listed) == sorted(
        (article["published_on"], article["headline"].replace("|", "\\|")) for article in ARTICLES
    )
    assert all(sources.strip() and checked.strip() for _, _, sources, checked in listed)


def test_every_name_in_a_byline_is_the_articles_author():
    wrote = {}
    for mention in (record["fields"] for record in RECORDS if record["model"] == "articles.mention"):
        if mention["role"] == "author":
            wrote.setdefault(tuple(mention["content_object"]), []).append(mention["tag"])
    for article in ARTICLES:
        printed = [[slug(name)] for name in authors(article["byline"])]
        assert wrote.pop((article["published_on"], article["slug"]), []) == printed
    assert wrote == {}


def test_authors_are_said_to_be_made_up_and_named_in_no_article():
    people = {
        record["fields"]["slug"]: record["fields"]
        for record in RECORDS
        if record["model"] == "articles.person"
    }
    mentions = [record["fields"] for record in RECORDS if record["model"] == "articles.mention"]
    wrote = {mention["tag"][0] for mention in mentions if mention["role"] == "author"}
    assert len(wrote) == 7
    assert all("made up" in people[name]["description"] for name in wrote)
    assert wrote.isdisjoint(mention["tag"][0] for mention in mentions if mention["role"] != "author")


@pytest.fixture
def sample(db):
    call_command("load_sample", verbosity=0)


def test_sample_is_dense_and_consistent_and_loads_only_once(sample, tmp_path):
    assert Person.objects.exclude(description="").count() >= 70
    assert Alias.objects.count() >= 70
    assert Topic.objects.filter(parent__parent__isnull=False).exists()
    assert Topic.objects.count() >= 30
    assert TopicAlias.objects.count() >= 50
    assert any("ó" in person.name for person in Person.objects.all())
    surnames = [person.sort_name.split(",")[0] for person in Person.objects.all()]
    assert surnames.count("Johnson") >= 2

    for article in Article.objects.all():
        body, counted = str(article.body), article.word_count
        article.save()
        article.refresh_from_db()
        assert (article.body, article.word_count) == (body, counted)
    assert differences().none

    before = Change.log.count()
    call_command("load_sample", verbosity=0)
    assert Change.log.count() == before

    dump = tmp_path / "whole.json"
    call_command("dumpdata", natural_foreign=True, natural_primary=True, output=str(dump), verbosity=0)
    models = {record["model"] for record in json.loads(dump.read_text())}
    assert "articles.article" in models
    assert "articles.change" not in models
    for model in (Article, Person, Topic):
        model.objects.all().delete()
    call_command("loaddata", str(dump), verbosity=0)
    assert Article.objects.count() == len(ARTICLES)
    assert differences().none


def content():
    """Return everything the archive holds, without the ids a database gives."""
    articles = Article.objects.order_by("published_on", "slug").values(
        "headline", "slug", "standfirst", "body", "byline", "section__slug", "published_on", "published_at", "time_known",
        "publication__slug", "word_count", "status", "added_at",
    )  # fmt: skip
    mentions = Mention.objects.order_by(
        "content_object__published_on", "content_object__slug", "tag__slug"
    ).values_list("content_object__slug", "tag__slug", "origin", "role", "count")
    topics = Topic.objects.order_by("slug").values_list("slug", "name", "parent__slug")
    people = Person.objects.order_by("slug").values_list(
        "slug", "name", "sort_name", "description", "wikidata_id", "born"
    )
    return [
        list(rows)
        for rows in (
            articles,
            mentions,
            topics,
            people,
            Alias.objects.order_by("name").values_list("name", "person__slug"),
            TopicAlias.objects.order_by("name").values_list("name", "topic__slug"),
        )
    ]


def test_dumped_archive_loads_into_an_empty_one_as_the_same(sample, tmp_path):
    dump, before = tmp_path / "archive.json", content()
    call_command(
        "dumpdata", "articles", natural_foreign=True, natural_primary=True, output=str(dump), verbosity=0
    )
    for model in (Article, Person, Topic):
        model.objects.all().delete()
    indexing.catch_up()
    assert indexing.snapshot().size() == 0
    call_command("loaddata", str(dump), verbosity=0)
    assert content() == before
    assert indexing.catch_up() == len(ARTICLES)
    assert differences().none
