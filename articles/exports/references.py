"""What the formats of reference managers have in common: a key for each article, and who is credited."""

from articles.citations import one_line
from articles.outgoing import Outgoing
from articles.people.cited import CitedName, credited
from articles.people.names import slug

LONGEST_PART = 20
SHORTEST_TELLING_WORD = 4


def names(article: Outgoing) -> tuple[CitedName, ...]:
    """Return who is credited with an article, each name on one line."""
    return credited(article.authors, one_line(article.byline))


def key(article: Outgoing) -> str:
    """Return a key in lower-case ASCII that stays the article's own: “whitfield2017budget-17”.

    It is made of the first author or the publication, the year, a word of the headline, and the article's number, which
    makes it unique: nothing else follows a hyphen.
    """
    credits = names(article)
    who = credits[0].family if credits else one_line(article.publication).removeprefix("The ")
    return f"{_letters(who)}{article.published_on.year}{_telling_word(article.headline)}-{article.id}"


def _letters(text: str) -> str:
    return slug(text).replace("-", "")[:LONGEST_PART]


def _telling_word(headline: str) -> str:
    """Return the first word of some length that is no number; the first that is no number, if all are short."""
    words = [word for word in slug(headline).split("-") if word.isalpha()]
    return next((word for word in words if len(word) >= SHORTEST_TELLING_WORD), "".join(words[:1]))[
        :LONGEST_PART
    ]
