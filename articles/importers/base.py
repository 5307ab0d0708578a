"""What an importer is: a module that reads one format, knows no database, and opens nothing but the stream it is given."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from articles.newsitem import NewsItem, Rejection


@dataclass(frozen=True, slots=True)
class Options:
    """What the operator says of all records that do not say it themselves."""

    publication: str = ""
    section: str = ""
    byline: str = ""
    language: str = ""


class Importer(Protocol):
    """A module of this package.

    `read` yields one NewsItem or Rejection for each record, in the file's order, in memory that does not grow with the
    file. It raises ImportFailure if the file as a whole is not of its format; a record that is wrong is a Rejection with
    its line and reason, and the rest goes on.
    """

    NAME: str

    @staticmethod
    def recognises(head: bytes, name: str) -> bool:
        """Return whether a file that begins with `head` (up to 4,096 bytes) and is called `name` looks like this format."""

    @staticmethod
    def read(stream: BinaryIO, *, source: str, options: Options) -> Iterator[NewsItem | Rejection]:
        """Yield what the stream holds; `source` names it in references and reports."""
