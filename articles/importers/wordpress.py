"""The text of a post as WordPress keeps it becomes HTML: without editor's comments and shortcodes, and with its paragraphs.

The block editor writes HTML between comments; what was written before it has blank lines between paragraphs, which
WordPress makes elements of when it shows a page (wpautop). https://developer.wordpress.org/reference/functions/wpautop/
"""

import re
from html import escape

from articles.soup.addresses import web_address
from articles.soup.tokens import decoded

_COMMENT = re.compile(r"<!--(?:.*?-->|.*\Z)", re.S)
_NEWLINE = re.compile(r"\r\n?")
_SHORTCODE = re.compile(
    r"(?P<escaped>\[\[/?[a-z][\w-]{0,40}[^\[\]]{0,2000}\]\])"
    r"|\[(?P<end>/?)(?P<name>(?:wp_)?caption|gallery|playlist|audio|video|embed)\b(?P<attributes>[^\[\]]{0,2000})\]",
    re.I,
)
_ATTRIBUTE = re.compile(r"\b(\w{1,20})\s{0,5}=\s{0,5}(?:\"([^\"]*)\"|'([^']*)')")
_FILE = ("src", "mp3", "m4a", "ogg", "wav", "mp4", "m4v", "webm", "ogv")
_IMAGE = re.compile(r"\s*(?:<a\b[^<>]*>\s*)?<img\b[^<>]*>(?:\s*</a>)?", re.I)
_ADDRESS_ALONE = re.compile(r"^[ \t]*(https?://[^\s<>\"\[\]]{1,2000})[ \t]*$", re.M)

_BLOCKS = (
    "address|article|aside|blockquote|caption|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]"
    "|header|hgroup|hr|li|main|nav|ol|p|pre|script|section|style|summary|table|tbody|td|tfoot|th|thead|tr|ul"
)
_BLOCK = re.compile(rf"(<(/?)({_BLOCKS})\b[^<>]*>)", re.I)
_HOLD_PARAGRAPHS = frozenset({
    "", "address", "article", "aside", "blockquote", "center", "details", "div", "footer", "form", "header", "main", "nav",
    "section",
})  # fmt: skip
_MAY_HOLD_PARAGRAPHS = frozenset({"dd", "li", "td", "th"})
_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")
_LINE_END = re.compile(r"(?:<br\b[^<>]{0,20}>)?[ \t]*\n[ \t]*", re.I)
_BREAKS_ALONE = re.compile(r"(?:\s|&nbsp;|<br\b[^<>]*>)*+", re.I)
_OPENERS = 100


def html_of(content: str) -> str:
    """Return the HTML of a post's content, not yet clean."""
    content = _COMMENT.sub("", _NEWLINE.sub("\n", content))
    content = _without_shortcodes(content)
    return _with_paragraphs(_ADDRESS_ALONE.sub(_linked, content))


def _without_shortcodes(content: str) -> str:
    """Return content with captions as figures and media as links; other shortcodes stay as they are written."""
    written, place, caption = [], 0, ""
    for found in _SHORTCODE.finditer(content):
        before, place = content[place : found.start()], found.end()
        name = (found["name"] or "").lower().removeprefix("wp_")
        is_closed = name == "caption" and found["end"] and caption
        is_address = name == "embed" and found["end"] and _link(decoded(before.strip()))
        written.append(_figure(before, caption) if is_closed else is_address or before)
        if found["escaped"]:
            written.append(found[0][1:-1])
        elif name == "caption":
            caption = "" if found["end"] else found["attributes"] or " "
        elif name != "embed":
            written.append(_file(found["attributes"]))
    return "".join([*written, content[place:]])


def _figure(content: str, attributes: str) -> str:
    """Return what a caption's shortcodes stand around as a figure: the caption stands in an attribute or behind the image."""
    image = _IMAGE.match(content)
    behind = content[image.end() :] if image else content
    caption = behind.strip() or escape(_values(attributes).get("caption", ""), quote=False)
    return f"<figure>{image[0].strip() if image else ''}<figcaption>{caption}</figcaption></figure>"


def _file(attributes: str) -> str:
    values = _values(attributes)
    return _link(next((values[name] for name in _FILE if values.get(name)), ""))


def _values(attributes: str) -> dict[str, str]:
    return {name.lower(): decoded(one or other) for name, one, other in _ATTRIBUTE.findall(attributes)}


def _linked(line: re.Match[str]) -> str:
    return _link(decoded(line[1])) or line[0]


def _link(address: str) -> str:
    return f'<a href="{escape(address)}">{escape(address)}</a>' if web_address(address) == address else ""


def _with_paragraphs(content: str) -> str:
    """Return content in which blank lines part paragraphs and single ones are kept, outside what is no running text."""
    written, open_blocks = [], [""]
    pieces = _BLOCK.split(content)
    for text, tag, end, name in zip(
        pieces[::4], [*pieces[1::4], ""], [*pieces[2::4], ""], [*pieces[3::4], ""], strict=True
    ):
        written += [_paragraphs(text, open_blocks[-1]), tag]
        name = name.lower()
        if end and name in open_blocks[-_OPENERS:]:
            while open_blocks.pop() != name:
                pass
        elif name and not end and name != "hr" and not tag.endswith("/>"):
            open_blocks.append(name)
    return "".join(written)


def _paragraphs(text: str, block: str) -> str:
    paragraphs = [part.strip() for part in _BLANK_LINES.split(text) if not _BREAKS_ALONE.fullmatch(part)]
    is_running = block in _HOLD_PARAGRAPHS or (block in _MAY_HOLD_PARAGRAPHS and len(paragraphs) > 1)
    if not is_running:
        return text
    return "\n".join(f"<p>{_LINE_END.sub('<br>', part)}</p>" for part in paragraphs)
