"""Pieces that several exporters write: JSON, addresses, tags of languages, the opening of an article."""

import json
import re
from typing import Any
from urllib.parse import quote

from articles.characters import without_controls
from articles.citations import one_line
from articles.outgoing import Outgoing
from articles.richtext import CleanHtml
from articles.sentences import sentences

LONGEST_SUMMARY = 300
BODY_FOR_SUMMARY = 4_000
"""Characters of HTML in which the opening is looked for."""

_KEPT_IN_ADDRESS = ":/?#[]@!$&'()*+,;=%~"
_WEB_ADDRESS = re.compile(r"https?://[^/?#\s]", re.IGNORECASE)
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_UNFINISHED = re.compile(r"(?:<[^<>]*|&[#\w]{0,10})\Z")
_NOT_IN_LINE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def json_text(value: Any) -> str:
    """Return JSON on one line, whatever reader takes for the end of a line; lone surrogates, which no file holds, are gone."""
    text = json.dumps(value, ensure_ascii=False, separators=(", ", ": "))
    return _NOT_IN_LINE.sub(_json_escape, text)


def web_address(url: str) -> str:
    """Return an address of the web as RFC 3986 writes it, in ASCII; "" for what is no such address."""
    url = without_controls(url).strip()
    return quote(url, safe=_KEPT_IN_ADDRESS) if _WEB_ADDRESS.match(url) else ""


def language_tag(language: str) -> str:
    """Return the tag of a language as BCP 47 writes it, "" for what is none."""
    return language if _LANGUAGE_TAG.fullmatch(language) else ""


def keywords(article: Outgoing) -> list[str]:
    """Return the topics and people of an article on one line each, each once."""
    return list(dict.fromkeys(filter(None, map(one_line, (*article.topics, *article.people)))))


def summary(article: Outgoing) -> str:
    """Return the standfirst on one line; without one the opening sentences of the text, or as many words as fit."""
    return one_line(article.standfirst) or _opening(article.body)


def _json_escape(found: re.Match[str]) -> str:
    """Return how JSON writes the end of a line; nothing for a lone surrogate."""
    number = ord(found[0])
    return "" if 0xD800 <= number <= 0xDFFF else f"\\u{number:04x}"


def _opening(body: CleanHtml) -> str:
    text = CleanHtml(_UNFINISHED.sub("", body[:BODY_FOR_SUMMARY])).text()
    kept = ""
    for sentence in sentences(text[: 2 * LONGEST_SUMMARY]):
        longer = one_line(f"{kept} {sentence}")
        if len(longer) > LONGEST_SUMMARY:
            return kept or f"{longer[:LONGEST_SUMMARY].rpartition(' ')[0] or longer[:LONGEST_SUMMARY]} …"
        kept = longer
    return kept
