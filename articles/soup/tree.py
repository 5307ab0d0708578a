"""Make tag soup well nested, with the archive's own elements only.

Browsers' repairs of broken markup can nest without bound and multiply elements. Here an element first ends
what it cannot stand in, a stray end tag is ignored, and what is open at the end is closed: one pass, bounded
depth.
"""

import re
from collections.abc import Set
from html import escape

from articles.soup.addresses import web_address
from articles.soup.bounds import MAX_ATTRIBUTE, MAX_DEPTH, MAX_PIECE, MAX_TAGS, MarkupTooLarge
from articles.soup.elements import (
    ATTRIBUTES,
    ATTRIBUTES_OF_ALL,
    CELLS,
    ELEMENTS,
    INLINE,
    LISTS,
    RENAMED,
    SIBLINGS,
    TABLE_PARENTS,
    VOID,
    WRAPPER,
)
from articles.soup.tokens import Tag, decoded, tokens

_PARAGRAPH = frozenset({"p"})
_LOOSE_IN = frozenset({WRAPPER, "blockquote"})
_BLOCKS_AROUND_INLINE = CELLS | LISTS | {"li", "dt", "dd", "blockquote", "figure"}
_NEWLINES_IN_PRE = re.compile(r"(<pre(?: [^<>]*)?>)\n+")


def well_nested(html: str) -> str:
    """Return the markup with the archive's elements and attributes only, each closed where it must be.

    Other elements give way to what they hold; loose text of a div, section or article becomes a paragraph; an
    image becomes a link to it. Raises MarkupTooLarge beyond MAX_DEPTH open elements or MAX_TAGS tags.
    """
    tree = _Tree()
    tags = 0
    for token in tokens(html):
        if isinstance(token, str):
            tree.add_text(token)
            continue
        tags += 1
        if tags > MAX_TAGS:
            raise MarkupTooLarge(f"the markup has more than {MAX_TAGS:,} tags")
        tree.add_tag(token)
    return tree.finished()


class _Tree:
    """The markup written so far, and the elements open at its end."""

    def __init__(self) -> None:
        self._written: list[str] = []
        self._open: list[str] = []
        self._is_at_edge = True
        self._needs_space = False

    def add_text(self, text: str) -> None:
        if not text.isspace():
            self._begin_loose_paragraph()
        if self._needs_space and not text[0].isspace():
            self._written.append(" ")
        self._written.append("&lt;" if text == "<" else _in_pieces(text))
        self._is_at_edge = self._needs_space = False

    def add_tag(self, tag: Tag) -> None:
        name = RENAMED.get(tag.name, tag.name)
        if name == "img":
            self._add_image(tag.values())
        elif name != WRAPPER and name not in ELEMENTS:
            return
        elif tag.is_end:
            self._end(name)
        elif name == WRAPPER:
            self._close(_PARAGRAPH, barriers=CELLS)
            self._push(WRAPPER)
            self._part_words()
        else:
            self._start(name, _permitted(name, tag))

    def finished(self) -> str:
        self._close_down_to(0)
        return _NEWLINES_IN_PRE.sub(r"\1", "".join(self._written))

    def _add_image(self, attributes: dict[str, str]) -> None:
        if attributes.get("width") in ("0", "1") or attributes.get("height") in ("0", "1"):
            return
        address = web_address(decoded(attributes.get("src", "")))
        words = " ".join(attributes.get("alt", "").split()) or ("Image" if address else "")
        if not words:
            return
        self._part_words()
        if address and "a" not in self._open:
            self._start("a", {"href": escape(address)})
            self.add_text(words.replace("<", "&lt;"))
            self._end("a")
        else:
            self.add_text(words.replace("<", "&lt;"))
        self._part_words()

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "a" and not web_address(decoded(attributes.get("href", ""))):
            return
        if name in TABLE_PARENTS and "table" not in self._open:
            self._part_words()
            return
        if name == "br" and self._is_loose():
            return
        self._make_room_for(name)
        self._write(name, f"<{name}{_written(attributes)}>")
        if name not in VOID:
            self._push(name)

    def _make_room_for(self, name: str) -> None:
        if name in INLINE:
            self._begin_loose_paragraph()
        else:
            self._close(_PARAGRAPH, barriers=CELLS)
        if name in SIBLINGS:
            names, barriers = SIBLINGS[name]
            self._close(names, barriers=barriers)
        if name in TABLE_PARENTS:
            while self._open[-1] not in TABLE_PARENTS[name]:
                self._close_down_to(len(self._open) - 1)

    def _end(self, name: str) -> None:
        barriers: Set[str] = frozenset({"table"}) if name in TABLE_PARENTS else CELLS
        self._close(
            frozenset({name}), barriers=_BLOCKS_AROUND_INLINE if name in INLINE else barriers - {name}
        )
        if name == WRAPPER:
            self._part_words()

    def _close(self, names: Set[str], *, barriers: Set[str]) -> None:
        for depth in range(len(self._open) - 1, -1, -1):
            if self._open[depth] in names:
                self._close_down_to(depth)
                return
            if self._open[depth] in barriers:
                return

    def _close_down_to(self, depth: int) -> None:
        while len(self._open) > depth:
            name = self._open.pop()
            if name != WRAPPER:
                self._write(name, f"</{name}>")

    def _push(self, name: str) -> None:
        self._open.append(name)
        if len(self._open) > MAX_DEPTH:
            raise MarkupTooLarge(f"the markup is more than {MAX_DEPTH} elements deep")

    def _write(self, name: str, tag: str) -> None:
        if self._needs_space and name in INLINE and not tag.startswith("</"):
            self._written.append(" ")
            self._needs_space = False
        self._written.append(tag)
        if name not in INLINE or name == "br":
            self._is_at_edge, self._needs_space = True, False

    def _part_words(self) -> None:
        self._needs_space = not self._is_at_edge

    def _is_loose(self) -> bool:
        return self._open[-1:] == [WRAPPER] and _LOOSE_IN.issuperset(self._open)

    def _begin_loose_paragraph(self) -> None:
        if self._is_loose():
            self._write("p", "<p>")
            self._push("p")


def _permitted(name: str, tag: Tag) -> dict[str, str]:
    if not tag.attributes:
        return {}
    permitted = ATTRIBUTES_OF_ALL | ATTRIBUTES.get(name, frozenset())
    return {
        key: value for key, value in tag.values().items() if key in permitted and len(value) <= MAX_ATTRIBUTE
    }


def _written(attributes: dict[str, str]) -> str:
    return "".join(f' {key}="{value.replace(chr(34), "&quot;")}"' for key, value in attributes.items())


def _in_pieces(text: str) -> str:
    pieces = []
    while len(text) > MAX_PIECE:
        entity = text.rfind("&", MAX_PIECE - 40, MAX_PIECE)
        cut = entity if entity > 0 else MAX_PIECE
        pieces.append(text[:cut])
        text = text[cut:]
    return "<!---->".join([*pieces, text])
