"""Who wrote an article and who is named in it, by the mentions loaded with it: nothing here asks the database."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.html import format_html

from articles.models import Article, Mention, Person, Role
from articles.people.bylines import Author, signed
from articles.people.names import bare
from articles.richtext import CleanHtml


class LinkedText(CleanHtml):
    """Text written as HTML, with links set into it and nothing else: templates show it as it is."""

    __slots__ = ()


def named_in(article: Article) -> list[Mention]:
    """Return the mentions of the people an article names, without its authors."""
    return [mention for mention in article.mentions.all() if mention.role != Role.AUTHOR]


def authors_of(article: Article) -> list[Person]:
    """Return the people who wrote an article."""
    return [mention.tag for mention in article.mentions.all() if mention.role == Role.AUTHOR]


def unprinted_authors(article: Article) -> list[Person]:
    """Return the authors whom the byline does not name: an editor knew them."""
    printed = set(printed_authors(article.byline, authors_of(article)).values())
    return [person for person in authors_of(article) if person not in printed]


def linked_byline(article: Article) -> LinkedText:
    """Return the byline exactly as printed, its authors' names linked to what they wrote."""
    pieces, reached, byline = [], 0, article.byline
    for place, person in printed_authors(byline, authors_of(article)).items():
        pieces.append(format_html("{}", byline[reached : place.start]))
        address, name = reverse("byline", args=[person.slug]), byline[place.start : place.end]
        pieces.append(format_html('<a href="{}">{}</a>', address, name))
        reached = place.end
    return LinkedText("".join([*pieces, format_html("{}", byline[reached:])]))


def printed_authors(byline: str, people: Sequence[Person]) -> dict[Author, Person]:
    """Return the names in a byline that are authors', in order, each with its author.

    Where one name and one author are left over, the name is the author's: a pseudonym, or a name that has changed since.
    """
    names, by_name = signed(byline), {bare(person.name): person for person in people}
    whose = {name: by_name.get(bare(name.name)) for name in names}
    nameless = [name for name, person in whose.items() if person is None]
    unnamed = [person for person in people if person not in whose.values()]
    if len(nameless) == len(unnamed) == 1:
        whose[nameless[0]] = unnamed[0]
    return {name: person for name, person in whose.items() if person is not None}
