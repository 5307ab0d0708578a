"""A byline is shown as it is printed, with a link for each author that it names."""

import pytest

from articles.authorship import linked_byline, named_in, unprinted_authors
from articles.models import Article, Mention, Role
from tests.builders import a_person, an_article

pytestmark = pytest.mark.django_db


def signed(byline, *names):
    article = an_article(byline=byline, people=["Jeff Sessions"])
    for name in names:
        Mention.objects.create(content_object=article, tag=a_person(name), role=Role.AUTHOR)
    return Article.objects.with_names().get(pk=article.pk)


@pytest.mark.parametrize(
    ("byline", "names", "expected"),
    [
        ("", [], ""),
        ("By Dana Whitfield", [], "By Dana Whitfield"),
        ("By Jeff Sessions", [], "By Jeff Sessions"),
        ("By <b>Dana</b> & co.", [], "By &lt;b&gt;Dana&lt;/b&gt; &amp; co."),
        (
            "BY DANA WHITFIELD and Priya Raman, in Washington",
            ["Priya Raman", "Dana Whitfield"],
            'BY <a href="/bylines/dana-whitfield/">DANA WHITFIELD</a> and '
            '<a href="/bylines/priya-raman/">Priya Raman</a>, in Washington',
        ),
        (
            "By Conan O'Brien & <i>",
            ["Conan O’Brien"],
            'By <a href="/bylines/conan-obrien/">Conan O&#x27;Brien</a> &amp; &lt;i&gt;',
        ),
        ("By Publius", ["Alexander Hamilton"], 'By <a href="/bylines/alexander-hamilton/">Publius</a>'),
        ("By Jane Doe and John Roe", ["Alexander Hamilton"], "By Jane Doe and John Roe"),
    ],
)
def test_authors_are_linked_where_they_are_printed(byline, names, expected):
    assert str(linked_byline(signed(byline, *names))) == expected


def test_authors_are_not_among_the_people_named():
    article = signed("By Dana Whitfield", "Dana Whitfield")
    assert [mention.tag.name for mention in named_in(article)] == ["Jeff Sessions"]


def test_authors_whom_the_byline_does_not_name_are_told_apart():
    article = signed("By Dana Whitfield and staff", "Dana Whitfield", "Priya Raman")
    assert [person.name for person in unprinted_authors(article)] == ["Priya Raman"]


def test_nothing_is_asked_of_the_database(django_assert_num_queries):
    article = signed("By Dana Whitfield", "Dana Whitfield")
    with django_assert_num_queries(0):
        linked_byline(article), named_in(article), unprinted_authors(article)
