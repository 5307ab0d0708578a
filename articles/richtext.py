"""HTML that is known to be clean, and the text of it, quickly."""

import re
from html import unescape

LINE = re.compile(
    r"</?(?:p|h[234]|[uo]l|li|blockquote|table|caption|thead|tbody|tr|[hb]r|pre|figure|figcaption|d[ltd])(?: [^<>]*)?>"
)
CELL = re.compile(r"</?t[hd](?: [^<>]*)?>")
TAG = re.compile(r"<[^<>]*>")


class CleanHtml(str):
    """HTML that `markup.clean` made, and nothing else: templates show it as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        return str(self)

    def text(self) -> str:
        """Return what `markup.plain_text` would, ten times as fast, since there is no tag soup in it."""
        lines = unescape(TAG.sub("", CELL.sub(" ", LINE.sub("\n", self.replace("\n", " "))))).split("\n")
        return "\n".join(line for line in (" ".join(words.split()) for words in lines) if line)
