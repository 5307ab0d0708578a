"""A list as a bibliography in plain text: what list it is, an empty line, a citation a line in the list's order."""

from collections.abc import Callable, Iterable, Iterator

from articles.citations import one_line
from articles.outgoing import Heading, Outgoing

MEDIA_TYPE = "text/plain; charset=utf-8"


def bibliography(
    heading: Heading, articles: Iterable[Outgoing], cited: Callable[[Outgoing], str]
) -> Iterator[str]:
    """Yield what list it is, then each citation as `cited` writes it."""
    yield f"{one_line(heading.sentence)}\n\n"
    for article in articles:
        yield f"{cited(article)}\n"
