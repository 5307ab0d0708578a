"""The reader's language, by recursive descent: what stands side by side must all occur, and a choice binds closest.

    query    = { neighbours | "AND" }
    neighbours = choice { "w/5" choice }
    choice   = operand { "OR" operand }
    operand  = { "-" | "NOT" } ( word | quoted | field | "(" query ")" )

So `tax OR tariff cut` is `(tax OR tariff) cut`, and `tax w/5 cut OR rise` is `tax w/5 (cut OR rise)`, as in the search
engines and the press archives that readers come from. Where it could be taken otherwise the reader is told.
"""

from articles.search.parser.bounds import balanced, shortened
from articles.search.parser.cursor import OPERANDS
from articles.search.parser.fielded import Fielded
from articles.search.parser.leaves import MOST_APART
from articles.search.parser.lexer import Kind, Token, lex
from articles.search.parser.shapes import all_of, chained, joinable, none_of, one_of
from articles.search.tree import Node, TextQuery

MAX_TERMS, MAX_DEPTH = 32, 20


def read(text: str, terms: int = MAX_TERMS, depth: int = MAX_DEPTH) -> TextQuery:
    """Return what `text` asks, so many terms and parentheses deep at most. Never raises; takes linear time."""
    tokens, cut = shortened(lex(text), terms)
    tokens, crooked = balanced(tokens, depth)
    grammar = Grammar(text, tokens)
    tree = grammar.query()
    problems = cut + crooked + grammar.problems
    return TextQuery(tree, tuple(dict.fromkeys(problems)), tuple(dict.fromkeys(grammar.readings)))


class Grammar(Fielded):
    """Reads tokens whose parentheses are balanced."""

    mixed = False
    """Whether a choice stood without parentheses."""

    def query(self) -> Node | None:
        """Read everything up to the end or the closing parenthesis: all of it must hold."""
        first = self.place
        outer, self.mixed = self.mixed, False
        parts: list[Node | None] = []
        while self.place < len(self.tokens) and not self.at(Kind.CLOSE):
            if self.at(Kind.AND):
                self.take()
            elif self.at(*OPERANDS):
                parts.append(self.neighbours())
            else:
                self.stray(self.take())
        if self.mixed and sum(part is not None for part in parts) > 1:
            self.reading(first, all_of(parts))
        self.mixed = outer
        return all_of(parts)

    def neighbours(self) -> Node | None:
        """Read one choice, or several that must stand near each other."""
        first = self.place
        outer, self.mixed = self.mixed, False
        parts, joints = [self.choice()], []
        while self.at(Kind.NEAR):
            joint = self.take()
            if self.at(*OPERANDS):
                joints.append(joint)
                parts.append(self.choice())
            else:
                self.stray(joint)
        node = self._joined(first, parts, joints) if joints else parts[0]
        self.mixed = outer or (self.mixed and not joints)
        return node

    def _joined(self, first: int, parts: list[Node | None], joints: list[Token]) -> Node | None:
        words = [part for part in parts if joinable(part)]
        if len(words) < len(parts):
            if None not in parts:
                self._unjoined(first, joints[0])
            return all_of(parts)
        node = chained(words, [self._distance(joint) for joint in joints])
        if self.mixed or any(joint.habit for joint in joints):
            self.reading(first, node)
        return node

    def _unjoined(self, first: int, joint: Token) -> None:
        self.problem(
            f"“{joint.text}” stands between single words without marks in them, or a choice of such in parentheses:"
            f" “{self.typed(first)}” was searched without it."
        )

    def _distance(self, token: Token) -> int:
        if token.text.lower().startswith("pre"):
            self.problem(f"“{token.text}” asks for an order, which is not kept: the words may stand in any.")
        return max(1, self.capped(token.number or 1, MOST_APART, "w/{}"))

    def choice(self) -> Node | None:
        """Read one operand, or several with OR between."""
        parts = [self.operand()]
        while self.at(Kind.OR):
            token = self.take()
            if self.at(*OPERANDS):
                parts.append(self.operand())
                self.mixed = True
            else:
                self.stray(token)
        return one_of(parts)

    def operand(self) -> Node | None:
        """Read something that is looked for, or must not occur."""
        first = self.place
        if self._at_but():
            self.take()
        if not self.at(Kind.NOT):
            return self.plain()
        signs = self._signs()
        if not signs:
            return None
        node = none_of(self.plain())
        if any(sign.habit for sign in signs):
            before = first - (first > 0 and self.tokens[first - 1].kind is Kind.AND)
            self.reading(before, node)
        return node

    def _at_but(self) -> bool:
        return self.at(Kind.WORD, Kind.NOT) and self.next().text == "BUT" and self.at(Kind.NOT, ahead=1)

    def _signs(self) -> list[Token]:
        """Return the signs before something; none if there is nothing behind them."""
        signs = []
        while self.at(Kind.NOT):
            sign = self.take()
            if sign.text == "NOT" or (self.place < len(self.tokens) and self.next().start == sign.end):
                signs.append(sign)
        if signs and not self.at(*OPERANDS):
            self.stray(signs[-1])
            return []
        return signs

    def plain(self) -> Node | None:
        """Read a word, a text in quotation marks, a field or a group."""
        if self.at(Kind.FIELD):
            return self.fielded()
        if not self.at(Kind.OPEN):
            return self.leaf()
        self.take()
        node = self.query()
        self.take()
        return node
