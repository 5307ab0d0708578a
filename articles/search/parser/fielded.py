"""What stands behind a field's name: words, a name, a date, a number."""

from articles.search.parser.fields import COUNTED, Field, Takes
from articles.search.parser.leaves import Leaves
from articles.search.parser.lexer import Kind, Token
from articles.search.parser.shapes import all_of, is_single, none_of, one_of
from articles.search.parser.values import DATES, LENGTHS, dated, length
from articles.search.tree import Among, AtLeast, In, Named, Node, Phrase, Word

MOST_TIMES, MOST_EARLY = 10, 1_000
VALUES = (Kind.WORD, Kind.QUOTED, Kind.OPEN)
WRITTEN = (Takes.DATE, Takes.NUMBER)


class Fielded(Leaves):
    """Reads fields; words, and what stands in parentheses, are read by who knows the whole language."""

    def plain(self) -> Node | None:
        """Read a word, a text in quotation marks or a group."""
        raise NotImplementedError

    def fielded(self) -> Node | None:
        """Read a field and what it is followed by; None, and said, if that is nothing or can't stand here."""
        first, problems, readings = self.place, len(self.problems), len(self.readings)
        token = self.take()
        if token.field is None:
            return None
        minus = self.at(Kind.NOT) and self.next().text == "-"
        self.place += minus
        node = self._value(token, token.field)
        if self.inside and not _may_stand_within(self.inside, token.field):
            del self.problems[problems:], self.readings[readings:]
            self.problem(
                f"“{self.typed(first)}” cannot stand within “{self.inside.names[0]}:” and was left out."
            )
            return None
        if node is None and len(self.problems) == problems:
            self.problem(f"“{token.text}” is followed by nothing and was left out.")
        node = none_of(node) if minus else node
        if token.habit or (token.field.takes in WRITTEN and ".." in self.typed(first)):
            self.reading(first, node)
        return node

    def _value(self, token: Token, field: Field) -> Node | None:
        match field.takes:
            case Takes.WORDS | Takes.ALL:
                node = self._within(field)
                return one_of(In(name, node) for name in field.names) if node else None
            case Takes.NAME:
                return self._within(field)
            case Takes.DATE | Takes.NUMBER:
                return self._written(token, field)
            case _:
                return self._counted(token, field)

    def _within(self, field: Field) -> Node | None:
        outer, self.inside = self.inside, field
        node = None
        if field.takes is Takes.ALL:
            node = all_of(self._words())
        elif field.takes is Takes.NAME and self.at(Kind.WORD):
            node = Named(field.names[0], self.take().text)
        elif self.at(*VALUES):
            node = self.plain()
        elif field.takes is Takes.WORDS and self._at_counted():
            node = self.fielded()
        self.inside = outer
        return node

    def _words(self) -> list[Node | None]:
        words = []
        while self.at(Kind.WORD, Kind.QUOTED):
            words.append(self.plain())
        return words

    def _at_counted(self) -> bool:
        field = self.next().field if self.at(Kind.FIELD) else None
        return field is not None and field.takes in COUNTED

    def _written(self, token: Token, field: Field) -> Node | None:
        before = self.place
        text = self._literal()
        if not text:
            return None
        of_date = field.takes is Takes.DATE
        node = dated(field.names[0], text) if of_date else length(text)
        if node is None:
            glued = self.tokens[before].start == token.end
            self.place = self.place if glued else before
            typed = self.text[token.start : self.tokens[self.place - 1].end]
            self.problem(f"“{typed}” was left out: {DATES if of_date else LENGTHS}.")
        return node

    def _literal(self) -> str:
        if self.at(Kind.WORD, Kind.QUOTED):
            return self.take().text
        if self.at(Kind.OPEN) and self.at(Kind.WORD, Kind.QUOTED, ahead=1) and self.at(Kind.CLOSE, ahead=2):
            self.place += 3
            return self.tokens[self.place - 2].text
        return ""

    def _counted(self, token: Token, field: Field) -> Node | None:
        node = self.plain() if self.at(*VALUES) else None
        number = token.number or 0
        if field.takes is Takes.REPEATED and isinstance(node, Word) and is_single(node):
            times = self.capped(number, MOST_TIMES, "atleast{}:")
            if times < 2:
                return node
            if node.exact:
                self.problem(
                    f"“{token.text}” counts a word in all its forms: the quotation marks were left out."
                )
            return AtLeast(times, Word(node.text))
        if field.takes is Takes.EARLY and isinstance(node, Word | Phrase):
            if number == 0:
                self.problem(f"“{token.text}” reaches no word: “first1:” was read.")
            return Among(max(1, self.capped(number, MOST_EARLY, "first{}:")), node)
        if node:
            wants = "a single word" if field.takes is Takes.REPEATED else "a word or a phrase"
            self.problem(f"“{token.text}” wants {wants}: what follows it was searched without it.")
        return node


def _may_stand_within(outer: Field, inner: Field) -> bool:
    """Return whether a field can be asked of another: how often a word is said is known of whole articles only."""
    return inner.takes is Takes.EARLY and outer.names[0] == "body"
