"""What an article quotes, as far as a search asks for the words of quotations."""

from articles.models import Article
from articles.search.speaking import Quoted, asks_quotations
from articles.search.tree import Node


def loaded_for(tree: Node | None) -> tuple[str, ...]:
    """Return what has to be loaded with articles so that `quoted_in` asks nothing of the database."""
    return ("quotations",) if tree and asks_quotations(tree) else ()


def quoted_in(article: Article, tree: Node) -> list[Quoted]:
    """Return the quotations of an article, none if the search does not ask for their words."""
    if not asks_quotations(tree):
        return []
    return [Quoted(one.words, one.start, one.person_id or 0) for one in article.quotations.all()]
