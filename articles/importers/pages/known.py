"""All that a page declares, by the three ways in which pages do it."""

from collections.abc import Iterator
from dataclasses import dataclass

from articles.importers.pages import ld_article, meta, microdata
from articles.importers.pages.addresses import address_of
from articles.importers.pages.declared import Declared
from articles.importers.pages.json_ld import Graph
from articles.importers.pages.trees import Page


@dataclass(frozen=True, slots=True)
class Known:
    """What the three parts of a page declare, the most trustworthy first."""

    ld: Declared
    meta: Declared
    marked: Declared

    def __iter__(self) -> Iterator[Declared]:
        return iter((self.ld, self.meta, self.marked))

    def texts(self, name: str) -> list[str]:
        """Return what is declared for a field of one line, without gaps."""
        return [text for part in self if (text := getattr(part, name))]

    def first(self, name: str, longest: int = 2_000) -> str:
        """Return the first that is declared for a field, "" for none."""
        return next((text for text in self.texts(name) if len(text) <= longest), "")

    def names(self, name: str) -> tuple[str, ...]:
        """Return the first list that is declared for a field."""
        return next((names for part in self if (names := getattr(part, name))), ())

    @property
    def is_article(self) -> bool:
        """Say whether the page declares to be an article; JSON-LD about many overrules what stands in the others."""
        return self.ld.is_article or (
            not self.ld.is_listing and (self.meta.is_article or self.marked.is_article)
        )


def known_of(page: Page, url: str) -> Known:
    """Return what a page declares."""
    by_meta, marked = meta.declared_in(page.tree), microdata.declared_in(page.tree)
    address = address_of(page.tree, [by_meta.url], url) or url
    headlines = (by_meta.headline, marked.headline, page.title)
    return Known(
        ld_article.declared_in(Graph(page.json_ld), url=address, headlines=headlines), by_meta, marked
    )
