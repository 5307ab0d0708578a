"""Single words, texts in quotation marks, and names: what a query is made of at the end."""

import re
from difflib import get_close_matches

from articles.search.parser.cursor import Cursor
from articles.search.parser.fields import COUNTED, FIELDS, Field, Takes
from articles.search.parser.habits import word_or_prefix
from articles.search.parser.lexer import Kind, Token
from articles.search.parser.shapes import quoted
from articles.search.tree import Named, Node
from articles.search.writing import show

MOST_APART = 100
NEAR_ENOUGH = 0.75
"""How much the name of a field must look like what was typed to be meant, from 0 to 1."""
UNKNOWN = re.compile(r"([^\W\d_]+)[:=](?!//)")


class Leaves(Cursor):
    """Reads words and quoted texts, as names where a name is wanted."""

    inside: Field | None = None
    """The field whose value is being read."""

    def leaf(self) -> Node | None:
        """Read the next word or quoted text; None, and said, if it can't be looked for."""
        if self.inside and self.inside.takes is Takes.NAME:
            return self._name(self.inside.names[0])
        token = self.take()
        if token.kind is Kind.WORD:
            return self._word(token)
        distance = token.number and self.capped(token.number, MOST_APART, "~{}")
        return quoted(token.text, distance)

    def _name(self, kind: str) -> Named:
        first = self.place
        token = self.take()
        words = [token.text]
        while token.kind is Kind.WORD and self.at(Kind.WORD):
            words.append(self.take().text)
        named = Named(kind, " ".join(words))
        if len(words) > 1:
            self.reading(first, named)
        return named

    def _word(self, token: Token) -> Node | None:
        node = word_or_prefix(token.text)
        if node is None:
            self.problem(
                f"“{token.text}” was left out: a star stands only at the end of a word, after two letters or more,"
                " and no other sign stands for letters."
            )
        elif show(node) != token.text:
            self.reading(self.place - 1, node)
        self._say_unknown(token)
        if token.text in ("or", "not"):
            self.problem(
                f"“{token.text}” was searched as a word: write {token.text.upper()} in capitals to mean it."
            )
        return node

    def _say_unknown(self, token: Token) -> None:
        match = UNKNOWN.match(self.text, token.start)
        if match and self.text[match.end() : match.end() + 1].strip(") "):
            names = [name for name, field in FIELDS.items() if field.takes not in COUNTED]
            near = get_close_matches(match[1].lower(), names, n=1, cutoff=NEAR_ENOUGH)
            meant = f" Did you mean “{near[0]}:”?" if near else ""
            self.problem(f"There is no field “{match[1]}”: it was searched as words.{meant}")
