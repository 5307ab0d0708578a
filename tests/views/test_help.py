"""The help page shows the search language, and every example of it runs."""

import pytest
from django.core.management import call_command
from django.http import QueryDict

from articles import indexing
from articles.examples import EXAMPLES, HABITS
from articles.facets import FACET_NAMES
from articles.found import Found
from articles.listing import Listing
from articles.search.query import parse

pytestmark = pytest.mark.django_db
ALL = [example for _, examples in EXAMPLES for example in examples]


def test_all_examples_are_shown_with_their_links(client):
    page = client.get("/search/help/").content.decode()
    assert len(ALL) == 24
    assert all(f'href="/search/?{example.query.replace("&", "&amp;")}"' in page for example in ALL)
    assert all(f"{name}" in page for name in FACET_NAMES)


def test_every_example_finds_something_in_the_sample_and_is_understood(django_assert_max_num_queries):
    call_command("load_sample", verbosity=0)
    indexing.catch_up()
    for example in ALL:
        found = Found(Listing.read(QueryDict(example.query)))
        assert found.total > 0, example
        assert found.problems == (), example
        assert found.listing.parameters() == [*example.parameters], example


def test_every_habit_that_is_named_is_understood():
    for typed, _ in HABITS:
        for form in typed.split(", "):
            query = {
                "AND NOT": "tax AND NOT cut",
                "NOT": "tax NOT cut",
                "!": "tax !cut",
                "word!": "taxa!",
            }.get(form)
            query = query or (
                f"{form}2017"
                if form.endswith(":") and form[0] in "su"
                else f"{form}tax"
                if form[-1] in "=:"
                else f"tax {form} cut"
            )
            assert parse(query).problems == (), query
