"""RIS, for reference managers: a record of the type NEWS for each article, one field a line, lines ended by CR LF.

https://en.wikipedia.org/wiki/RIS_(file_format). No field has a second line, so none can begin with a tag or end a record.
White space is one space. RIS has no remarks: the first record's notes (N1) say what the file is, and every record's DB
names the archive.
"""

from collections.abc import Iterable, Iterator

from articles.citations import one_line
from articles.exports.references import key, names
from articles.exports.texts import keywords, language_tag, web_address
from articles.outgoing import Heading, Outgoing

NAME, LABEL, SUFFIX = "ris", "RIS", "ris"
MEDIA_TYPE = "application/x-research-info-systems; charset=utf-8"
IS_FEED = False


def write(heading: Heading, articles: Iterable[Outgoing], *, full: bool = True) -> Iterator[str]:
    """Yield a record for each article."""
    remark = heading.sentence
    for article in articles:
        fields = (*_fields(article), ("DB", heading.archive), ("N1", remark))
        lines = ((tag, one_line(value)) for tag, value in fields)
        written = "".join(f"{tag}  - {value}\r\n" for tag, value in lines if value)
        yield f"TY  - NEWS\r\n{written}ER  - \r\n"
        remark = ""


def _fields(article: Outgoing) -> Iterator[tuple[str, str]]:
    day = article.published_on
    yield "ID", key(article)
    for name in names(article):
        yield "AU", name.inverted()
    yield "TI", article.headline
    yield "T2", article.publication
    yield "JF", article.publication
    yield "SE", article.section
    yield "PY", f"{day.year:04}"
    yield "DA", f"{day.year:04}/{day.month:02}/{day.day:02}/"
    yield "AB", article.standfirst
    for word in keywords(article):
        yield "KW", word
    yield "LA", language_tag(article.language)
    yield "UR", web_address(article.permalink)
