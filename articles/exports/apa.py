"""A list as a bibliography after the seventh edition of the APA's manual, in plain text."""

from collections.abc import Iterable, Iterator

from articles import citations
from articles.exports import bibliographies
from articles.outgoing import Heading, Outgoing

NAME, LABEL, SUFFIX, MEDIA_TYPE = "apa", "APA", "apa.txt", bibliographies.MEDIA_TYPE
IS_FEED = False


def write(heading: Heading, articles: Iterable[Outgoing], *, full: bool = True) -> Iterator[str]:
    """Yield what list it is, then a citation for each article."""
    return bibliographies.bibliography(heading, articles, citations.apa)
