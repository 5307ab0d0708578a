"""HTML that is known to be clean, and the text of it, quickly."""

import re
from html import unescape

LINE = re.compile(
    r"</?(?:p|h[234]|[uo]l|li|blockquote|table|caption|thead|tbody|tr|[hb]r|pre|figure|figcaption|d[ltd])(?: [^<>]*)?>"
)
CELL = re.compile(r"</?t[hd](?: [^<>]*)?>")
TAG = re.compile(r"<[^<>]*>")
BREAK = " \0 "
"""Where a line ends: no space, so that it stays when spaces are put in order, and nothing that clean HTML can hold."""


class CleanHtml(str):
    """HTML that `markup.clean` made, and nothing else: templates show it as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        return str(self)

    def text(self) -> str:
        """Return what `markup.plain_text` would, ten times as fast, since there is no tag soup in it."""
        marked = unescape(TAG.sub("", CELL.sub(" ", LINE.sub(BREAK, self))))
        lines = " ".join(marked.split()).split("\0")
        return "\n".join(line for line in map(str.strip, lines) if line)
