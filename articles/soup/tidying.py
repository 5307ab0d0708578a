"""What is left to do once a cleaner has parsed markup and written it again."""

import re

from articles.characters import SLASH, composed, without_controls
from articles.soup.addresses import web_address
from articles.soup.tokens import decoded

_LINKING_TAG = re.compile(r"<(?:a|q|blockquote)(?: [^<>]*)?>|</a>")
_ADDRESS = re.compile(r' (?:href|cite)="([^"]*)"')
_EMPTY = re.compile(r"<p>(?:\s|&nbsp;|<br>)*+</p>|<a [^<>]*>\s*+</a>")
_AT_TAG = "\x00"
_SLASHES_AT_TAG = re.compile(f">{_AT_TAG}{SLASH}+")


def tidied(html: str) -> str:
    """Return a cleaner's output in NFC, with its addresses judged, without empty paragraphs and links.

    A link to an address that is not permitted gives way to its text.
    """
    html = _with_judged_links(_composed(without_controls(html)))
    while (fuller := html) != (html := _EMPTY.sub("", fuller)):
        pass
    return html


def _composed(html: str) -> str:
    """Return markup in NFC, with each tag kept from composing with the text after it."""
    apart = composed(html.replace(">", f">{_AT_TAG}"))
    return _SLASHES_AT_TAG.sub(">", apart).replace(_AT_TAG, "")


def _with_judged_links(html: str) -> str:
    links_kept: list[bool] = []

    def judge(tag: re.Match[str]) -> str:
        if tag[0] == "</a>":
            return tag[0] if not links_kept or links_kept.pop() else ""
        judged = _ADDRESS.sub(_judge_address, tag[0])
        if not judged.startswith("<a"):
            return judged
        links_kept.append(' href="' in judged)
        return judged if links_kept[-1] else ""

    return _LINKING_TAG.sub(judge, html)


def _judge_address(attribute: re.Match[str]) -> str:
    address = decoded(attribute[1])
    return attribute[0] if web_address(address) == address else ""
