"""Complete the entries of which a feed gives only a summary from the articles' own pages."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from articles.feeds.archived import Archived, completed_hash
from articles.feeds.uniting import with_page, words_in
from articles.fetching import Fetched, FetchFailed, Refused, Visitor
from articles.importers import Options, Unread, unread
from articles.importers.feed import has_full_text
from articles.models import Article
from articles.newsitem import NewsItem, Rejection

MOST_PAGES = 50
MOST_SECONDS = 90.0
"""Pages of one feed, and the time for them, in one round: the other feeds wait meanwhile."""
IN_HASTE = (429, 503)
PAGES = ("text/html", "application/xhtml+xml", "")


class NotThisTime(FetchFailed):
    """There is no room for another page in this round."""


@dataclass(slots=True)
class Completed:
    """What of a feed's entries is to be given to the archive; `waiting` counts those whose pages are to be read yet.

    `notes` are said of entries that will stay as their feed has them.
    """

    items: list[NewsItem] = field(default_factory=list)
    waiting: int = 0
    notes: list[Rejection] = field(default_factory=list)


class Completer:
    """Reads the pages of one feed's entries, in one round."""

    def __init__(
        self, known: Archived, visitor: Visitor, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.known, self.visitor, self.clock = known, visitor, clock
        self.until = clock() + MOST_SECONDS
        self.pages_left = MOST_PAGES
        self.done = Completed()

    def complete(self, entries: Iterable[NewsItem]) -> Completed:
        """Return those of the entries that are new or changed, completed from their pages if they are summaries."""
        for item in entries:
            if not item.source_url or has_full_text(item):
                if not self.known.has(item):
                    self.done.items.append(item)
            elif not self.known.has_completed(item):
                self._complete(item)
        return self.done

    def _complete(self, item: NewsItem) -> None:
        try:
            self.done.items.append(with_page(item, self._page_of(item)))
        except Refused as refusal:
            self._note(item, str(refusal))
            self.done.items.append(self._as_it_is(item))
        except FetchFailed as failure:
            self.done.waiting += 1
            if item.source_ref not in self.known.articles and not self.known.has(item):
                self.done.items.append(item)
                if not isinstance(failure, NotThisTime):
                    self._note(item, f"{failure}; it will be tried again")

    def _page_of(self, item: NewsItem) -> NewsItem:
        """Return what the entry's page holds; raises Refused if it never will be read, FetchFailed if not now."""
        if not self.pages_left or self.clock() > self.until:
            raise NotThisTime("there were many pages to read")
        self.pages_left -= 1
        answer = self.visitor.get(item.source_url)
        if answer.status != 200:
            self.pages_left = 0 if answer.status in IN_HASTE else self.pages_left
            raise (Refused if answer.is_for_good else FetchFailed)(f"it answers {answer.status}")
        return page_in(answer, item)

    def _as_it_is(self, item: NewsItem) -> NewsItem:
        """Return the entry to be taken for good; a fuller text that the archive has of it stays."""
        item = replace(item, content_sha256=completed_hash(item))
        if self.known.words_of(item) <= words_in(item.body):
            return item
        fuller = Article.objects.filter(pk=self.known.articles[item.source_ref].id).values_list(
            "body", flat=True
        )
        return replace(item, body=fuller.first() or item.body)

    def _note(self, item: NewsItem, reason: str) -> None:
        said = f"only the summary was taken, for its page was not read: {reason}"
        self.done.notes.append(
            Rejection(said, item.source_url or item.source, item.line, item.headline[:200])
        )


def page_in(answer: Fetched, item: NewsItem) -> NewsItem:
    """Return what a web page holds, of which a feed has told the date; raises Refused if that is no article."""
    if answer.content_type not in PAGES:
        raise Refused(f"it is {answer.content_type}, not a web page")
    page = Unread(
        reader=unread.page,
        raw=answer.body,
        source=item.source,
        line=item.line,
        options=Options(publication=item.publication, published_on=item.published_on),
        facts={"url": answer.url, "charset": answer.charset, "captured_at": datetime.now(UTC).isoformat()},
    ).item()
    if isinstance(page, Rejection):
        raise Refused(page.reason)
    return page
