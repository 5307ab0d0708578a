"""WordPress's export, WXR 1.0 to 1.2 (https://wordpress.org/documentation/article/tools-export-screen/).

Posts become articles; pages, attachments, menus, revisions and whatever else a plugin keeps as a post of its own type are
passed over, and so is what stands in the bin. Drafts, posts that wait for review, private ones and those behind a password are
drafts, those with a date to come are scheduled.

The moment is post_date_gmt, the dateline the day of post_date, the newsroom's own clock. A draft has no moment yet: its dateline
is the day on which it was written or last saved, as WordPress's own list shows it. Without any date it is rejected.
The first category is the section, unless it is the one WordPress gives what has none; all others and the tags are topics.
"""

from collections.abc import Iterator
from typing import BinaryIO

from articles.importers.base import Options
from articles.importers.mending import mended
from articles.importers.streams import HEAD_SIZE, peeked
from articles.importers.wxr_posts import PASSED_OVER, POST, Export, post_of
from articles.importers.xml import elements, root_of
from articles.newsitem import ImportFailure, NewsItem, Rejection

NAME = "wxr"
SUFFIXES: tuple[str, ...] = (".wxr",)

_NAMESPACE = "wordpress.org/export/"
_OF_EXPORT = frozenset({"author", "language", "link", "title"})
_PASSED_OVER = frozenset({"category", "cloud", "image", "tag", "term"})
_NAMES = frozenset({"item"}) | _OF_EXPORT | _PASSED_OVER


def recognises(head: bytes, name: str) -> bool:
    """Say whether the file is RSS that declares WordPress's namespace."""
    root, attributes = root_of(head)
    return root == "rss" and _NAMESPACE in attributes


def read(stream: BinaryIO, *, source: str, options: Options) -> Iterator[NewsItem | Rejection]:
    """Yield one NewsItem per post, in the file's order, and a Rejection for each that is wrong, whatever the file's size.

    `line` is where the post starts. Raises ImportFailure if the file is no WXR, or its XML is unsafe or not well nested.
    """
    head, stream = peeked(mended(stream), HEAD_SIZE)
    if not recognises(head, source):
        raise ImportFailure("it is no export of WordPress: its rss does not declare WordPress's namespace")
    export = Export()
    for element in elements(stream, _NAMES, without=PASSED_OVER):
        if element.tag != POST:
            export.learn(element)
        elif found := post_of(element, export, source=source, options=options):
            yield found
