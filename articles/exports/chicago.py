"""A list as a bibliography after the eighteenth edition of the Chicago Manual of Style, in plain text."""

from collections.abc import Iterable, Iterator

from articles import citations
from articles.exports import bibliographies
from articles.outgoing import Heading, Outgoing

NAME, LABEL, SUFFIX, MEDIA_TYPE = "chicago", "Chicago", "chicago.txt", bibliographies.MEDIA_TYPE
IS_FEED = False


def write(heading: Heading, articles: Iterable[Outgoing], *, full: bool = True) -> Iterator[str]:
    """Yield what list it is, then a citation for each article."""
    return bibliographies.bibliography(heading, articles, citations.chicago)
