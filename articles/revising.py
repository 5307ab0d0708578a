"""Give an article what a source says now, and leave alone what an editor changed by hand."""

from collections.abc import Mapping

from articles.models import Article

FOLLOWING = {"headline": "headline_made", "published_at": "time_known", "published_on": "published_at"}
"""What goes with a field that an editor changed."""


def revise(article: Article, content: Mapping[str, object], *, fills: bool = False) -> list[str]:
    """Set the fields of an article, not yet saved, and return those in which the source differs from the editor.

    With `fills`, what the content lacks takes nothing away. An article that moves to another day gets a new address.
    """
    followers = {FOLLOWING[name] for name in article.edited_fields if name in FOLLOWING}
    kept = []
    for column, value in content.items():
        name = column.removesuffix("_id")
        if getattr(article, column) == value or (fills and not value):
            continue
        if name in article.edited_fields:
            kept += [name] if value else []
        elif name not in followers:
            setattr(article, column, value)
            if name == "published_on":
                article.slug = ""
    return kept
