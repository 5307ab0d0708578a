"""Tell markup that reads the same for every HTML parser from markup that needs a second judge."""

import re

from articles.soup.bounds import MAX_DEPTH
from articles.soup.elements import ATTRIBUTES, ATTRIBUTES_OF_ALL, CHILDREN, REL, TEXTLESS, VOID

_ENTITY = "&(?:amp|lt|gt|nbsp);"
_VALUE = rf'"(?:[^"<>&\x00-\x1f\x7f-\xa0]++|{_ENTITY}|&quot;)*+"'
_PIECE = re.compile(
    rf"""(?P<text>(?:[^<>&\x00-\x08\x0b-\x1f\x7f-\xa0]++|{_ENTITY})++)
    | <(?P<start>[a-z]+[2-4]?)(?P<attributes>(?:[ ][a-z]+={_VALUE})*+)>
    | </(?P<end>[a-z]+[2-4]?)>""",
    re.VERBOSE,
)
_ATTRIBUTE = re.compile(' ([a-z]+)="([^"]*)"')
_PLAIN_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(?::[0-9]+)?(?:[/?#][^\s\\`\[\]]*)?")


def is_canonical(html: str) -> bool:
    """Say whether parsing `html` and writing it again gives `html`, whichever parser of the standard does it.

    True needs permitted elements, each closed in order and standing where the standard's tree construction
    leaves it alone, permitted attributes in double quotes, plain addresses, and the four entities a
    serialiser writes. False says nothing: most of what it refuses would also be left as it is.
    """
    opened = [""]
    end_of_last = 0
    for piece in _PIECE.finditer(html):
        if piece.start() != end_of_last or not _fits(piece, opened):
            return False
        end_of_last = piece.end()
    return end_of_last == len(html) and opened == [""]


def _fits(piece: re.Match[str], opened: list[str]) -> bool:
    if name := piece["start"]:
        if name not in CHILDREN[opened[-1]] or (name == "a" and "a" in opened):
            return False
        if name not in VOID:
            opened.append(name)
        return len(opened) <= MAX_DEPTH and _are_permitted(name, piece["attributes"])
    if name := piece["end"]:
        return opened.pop() == name
    if opened[-1] == "pre" and piece["text"].startswith("\n"):
        return False
    return opened[-1] not in TEXTLESS or not piece["text"].strip(" \t\n")


def _are_permitted(element: str, attributes: str) -> bool:
    written = _ATTRIBUTE.findall(attributes)
    names = {name for name, _ in written}
    if len(names) < len(written) or (element == "a" and ("rel", REL) not in written):
        return False
    if not names <= ATTRIBUTES_OF_ALL | ATTRIBUTES.get(element, frozenset()) | (
        {"rel"} if element == "a" else set()
    ):
        return False
    return all(_PLAIN_ADDRESS.fullmatch(value) for name, value in written if name in ("href", "cite"))
