"""Read a page only when it is asked for: the library that finds an article on a page takes half a second to load.

Importers are loaded wherever formats are listed, pages are read by the processes of an import alone. So the module that
reads them is named here, and loaded with the first page.
"""

from importlib import import_module

from articles.importers.base import Unread
from articles.newsitem import NewsItem, Rejection


def page(record: Unread) -> NewsItem | Rejection:
    """Return the article on a page: the reader of every Unread that is one."""
    read: NewsItem | Rejection = import_module("articles.importers.pages").read(record)
    return read
