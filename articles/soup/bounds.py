"""How large markup can be before it is refused."""

MAX_CHARACTERS = 2_000_000
MAX_DEPTH = 100
MAX_TAGS = 100_000
MAX_TAGS_JUDGED = 10_000
"""bleach takes time with the square of an element's children: 3 s for 12,000 of them."""
MAX_ATTRIBUTE = 4_000
"""Characters; a longer attribute is dropped."""
MAX_PIECE = 30_000
"""Characters of text between two tags: nh3 takes time with their square, so comments part a longer text."""


class MarkupTooLarge(ValueError):
    """Markup that is longer, deeper or has more tags than an article can have."""
