"""The three styles: each takes an article and returns its entry of a bibliography."""

import re

from articles.citations.words import MONTHS, closed, ended, line, listed, quoted
from articles.outgoing import Outgoing
from articles.people.cited import CitedName, credited

MOST_IN_APA, KEPT_IN_APA = 20, 19
MOST_IN_CHICAGO, KEPT_IN_CHICAGO = 6, 3
MOST_IN_MLA = 2
MLA_MONTHS = ("Jan.", "Feb.", "Mar.", "Apr.", *MONTHS[4:7], "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")

_SCHEME = re.compile("^https?://")


def apa(article: Outgoing) -> str:
    """Return the entry of a reference list: Publication Manual of the APA, 7th edition, 9.7–9.12 and example 16.

    Whitfield, D., & Raman, P. (2017, June 9). Budget passes. The Capital Ledger. https://…
    """
    day = article.published_on
    published = f"({day.year}, {MONTHS[day.month - 1]} {day.day})."
    authors = _authors_of_apa([closed(_apa_name(name)) for name in _names(article)])
    headline = ended(line(article.headline))
    beginning = (ended(authors), published, headline) if authors else (headline, published)
    return _joined(*beginning, ended(line(article.publication)), article.permalink)


def chicago(article: Outgoing) -> str:
    """Return the entry of a bibliography: Chicago Manual of Style, 18th edition, 13.77–13.83, 14.89–14.97.

    Whitfield, Dana, and Priya Raman. “Budget Passes.” Capital Ledger, June 9, 2017. https://….

    An initial “The” of a newspaper's name is left out; what nobody signed stands under the newspaper's name (14.97).
    """
    day, publication = article.published_on, line(article.publication).removeprefix("The ")
    authors = _authors_of_chicago(_names(article))
    published = f"{MONTHS[day.month - 1]} {day.day}, {day.year}."
    place = f"{publication}, {published}" if authors and publication else published
    return _joined(
        ended(authors or publication), quoted(line(article.headline)), place, f"{article.permalink}."
    )


def mla(article: Outgoing) -> str:
    """Return the entry of the works cited: MLA Handbook, 9th edition, 5.3–5.22, 5.78–5.82, 5.93–5.96.

    Whitfield, Dana, and Priya Raman. “Budget Passes.” The Capital Ledger, 9 June 2017, archive.example.org/….

    An organisation that is the publication itself is not named as the author too (5.20).
    """
    day, publication = article.published_on, line(article.publication)
    names = _names(article)
    if [_without_the(name.straight()) for name in names] == [_without_the(publication)]:
        names = ()
    published = f"{day.day} {MLA_MONTHS[day.month - 1]} {day.year}"
    place = (publication, published, f"{_SCHEME.sub('', article.permalink)}.")
    return _joined(
        ended(_authors_of_mla(names)), quoted(line(article.headline)), ", ".join(filter(None, place))
    )


def _names(article: Outgoing) -> tuple[CitedName, ...]:
    return credited(article.authors, line(article.byline))


def _authors_of_apa(names: list[str]) -> str:
    if len(names) > MOST_IN_APA:
        return f"{', '.join(names[:KEPT_IN_APA])}, . . . {names[-1]}"
    return listed(names, joined_by="&", comma_of_two=True)


def _authors_of_chicago(names: tuple[CitedName, ...]) -> str:
    said = _first_inverted(names, before_suffix=" ")
    if len(said) > MOST_IN_CHICAGO:
        return f"{', '.join(said[:KEPT_IN_CHICAGO])}, et al."
    return listed(said, joined_by="and", comma_of_two=_begins_inverted(names))


def _authors_of_mla(names: tuple[CitedName, ...]) -> str:
    said = _first_inverted(names, before_suffix=", ")
    comma = _begins_inverted(names)
    if len(said) > MOST_IN_MLA:
        return f"{said[0]}{',' if comma else ''} et al."
    return listed(said, joined_by="and", comma_of_two=comma)


def _first_inverted(names: tuple[CitedName, ...], *, before_suffix: str) -> list[str]:
    """Return the names as both styles list them; organisations lose the article before them."""
    said = [name.straight(before_suffix) if place else name.inverted() for place, name in enumerate(names)]
    return [
        closed(text if name.given else text.removeprefix("The "))
        for name, text in zip(names, said, strict=True)
    ]


def _begins_inverted(names: tuple[CitedName, ...]) -> bool:
    return bool(names and names[0].given)


def _apa_name(name: CitedName) -> str:
    return ", ".join(part for part in (name.surname, _initials(name.given), name.suffix) if part)


def _initials(given: str) -> str:
    """Return the initials of given names: “J. D.”, “J.-P.”; the names themselves if none of them begins with a letter."""
    return " ".join(filter(None, ("-".join(_initials_of_word(word)) for word in given.split()))) or given


def _initials_of_word(word: str) -> list[str]:
    """Return the initials of what hyphens join; a part with a small letter belongs to the one before it."""
    parts = [part for part in word.split("-") if part[:1].isalpha()]
    return [
        " ".join(f"{name[0]}." for name in part.split(".") if name)
        for place, part in enumerate(parts)
        if not place or not part[0].islower()
    ]


def _without_the(name: str) -> str:
    return name.casefold().removeprefix("the ")


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)
