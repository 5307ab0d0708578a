"""A place in the tokens of a query, and what there is to say to the reader about those that were passed."""

from articles.search.parser.lexer import Kind, Token
from articles.search.tree import Node, Reading
from articles.search.writing import show

OPERANDS = (Kind.WORD, Kind.QUOTED, Kind.FIELD, Kind.NOT, Kind.OPEN)
"""What can begin something that is looked for."""


class Cursor:
    """Walks through tokens from left to right."""

    def __init__(self, text: str, tokens: list[Token]) -> None:
        self.text = text
        self.tokens = tokens
        self.place = 0
        self.problems: list[str] = []
        self.readings: list[Reading] = []

    def at(self, *kinds: Kind, ahead: int = 0) -> bool:
        """Return whether the next token, or the one so many further on, is of one of these kinds."""
        place = self.place + ahead
        return place < len(self.tokens) and self.tokens[place].kind in kinds

    def next(self) -> Token:
        """Return the next token without passing it."""
        return self.tokens[self.place]

    def take(self) -> Token:
        """Return the next token and pass it."""
        self.place += 1
        return self.tokens[self.place - 1]

    def typed(self, first: int) -> str:
        """Return what was typed from the token `first` to the one passed last."""
        return " ".join(self.text[self.tokens[first].start : self.tokens[self.place - 1].end].split())

    def problem(self, sentence: str) -> None:
        """Say what was not understood."""
        self.problems.append(sentence)

    def stray(self, token: Token) -> None:
        """Say that an operator has nothing to stand beside."""
        self.problem(f"“{self.text[token.start : token.end]}” has nothing to stand beside and was left out.")

    def reading(self, first: int, node: Node | None) -> None:
        """Say how everything from the token `first` on was understood, if that is not what was typed."""
        typed = self.typed(first)
        if node is not None and (read := show(node)) != typed:
            self.readings.append(Reading(typed, read))

    def capped(self, number: int, most: int, form: str) -> int:
        """Return the number, at most `most`; say so in the `form` in which it was written if it is more."""
        if number > most:
            self.problem(f"“{form.format(number)}” goes further than {most}: “{form.format(most)}” was read.")
        return min(number, most)
