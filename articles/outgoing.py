"""What leaves the archive: an article as exporters, feeds and citations see it, and what a list says of itself."""

from dataclasses import dataclass
from datetime import date, datetime

from articles.richtext import CleanHtml


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentioned:
    """A person of an article: how they appear in it, how often it names them, what they were on its date.

    `role` is "author", "subject" or "mentioned"; `office` as it is told ("former FBI Director"), "" where none is known,
    and `in_office` whether it was held on that day.
    """

    name: str
    role: str = "mentioned"
    quoted: bool = False
    count: int = 1
    office: str = ""
    in_office: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """One published article with all that is told of it. Addresses are absolute, moments aware and UTC.

    `authors` are the names in the byline, in its order, as a reader knows them ("Dana Whitfield"); `byline` is as printed.
    `people` are those it names without its authors, `mentions` tell of each of them, and of the authors that are known.
    `published_at` is None where only the day is known. `section`, `source_url` and `source_ref` may be empty.
    """

    id: int
    permalink: str
    slug: str
    headline: str
    standfirst: str
    body: CleanHtml
    byline: str
    authors: tuple[str, ...]
    section: str
    publication: str
    published_on: date
    published_at: datetime | None
    added_at: datetime
    updated_at: datetime
    language: str
    word_count: int
    people: tuple[str, ...]
    mentions: tuple[Mentioned, ...] = ()
    topics: tuple[str, ...]
    source_url: str
    source_ref: str

    @property
    def people_offices(self) -> tuple[str, ...]:
        """What each of the people was on the article's date, in the same order; "" where no office is known."""
        offices = {mention.name: mention.office for mention in self.mentions}
        return tuple(offices.get(name, "") for name in self.people)

    @property
    def moment(self) -> datetime | date:
        """When it appeared: the moment, or the day where no more is known."""
        return self.published_at or self.published_on


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What an exported list says of itself: of what archive, which question, how many, when.

    `question` is the list in words ("“recusal” · person Jeff Sessions · 2017"), "" for all articles; `url` the address of
    its page, `file_url` its own; `total` is the number of articles in the file, `made_at` aware UTC.
    """

    archive: str
    question: str
    url: str
    file_url: str
    total: int
    made_at: datetime

    @property
    def sentence(self) -> str:
        """The list in one line, for formats that have room for a remark."""
        number = f"{self.total:,} article{'s' if self.total != 1 else ''}"
        what = f" for {self.question}" if self.question else ""
        return f"{number}{what} · {self.archive}, {self.made_at:%Y-%m-%d} · {self.url}"
