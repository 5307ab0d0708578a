"""BibTeX, for LaTeX and reference managers: an `@article` of the subtype newspaper for each article.

https://ctan.org/pkg/biblatex (2.1.1, 2.2.2) has `date`, `langid` and `entrysubtype`; the older styles of BibTeX read
`journal`, `year` and `month`. Zotero and JabRef read both. Text is UTF-8, each field one line, white space one space. An
address stands as it is, as biblatex and the package url want it. The file's remark is in `@comment`.
"""

import re
from collections.abc import Iterable, Iterator

from articles.citations import one_line
from articles.exports.references import key, names
from articles.exports.texts import keywords, language_tag, web_address
from articles.outgoing import Heading, Outgoing
from articles.people.cited import CitedName

NAME, LABEL, SUFFIX, MEDIA_TYPE = "bib", "BibTeX", "bib", "application/x-bibtex; charset=utf-8"
IS_FEED = False

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
LANGUAGES = {
    "ar": "arabic", "cs": "czech", "da": "danish", "de": "ngerman", "de-at": "naustrian", "de-ch": "nswissgerman",
    "el": "greek", "en": "english", "en-au": "australian", "en-ca": "canadian", "en-gb": "british", "en-nz": "newzealand",
    "en-us": "american", "es": "spanish", "fa": "persian", "fi": "finnish", "fr": "french", "he": "hebrew", "hu": "magyar",
    "it": "italian", "ja": "japanese", "ko": "korean", "nb": "norsk", "nl": "dutch", "no": "norsk", "pl": "polish",
    "pt": "portuguese", "pt-br": "brazilian", "ro": "romanian", "ru": "russian", "sv": "swedish", "tr": "turkish",
    "uk": "ukrainian", "zh": "chinese",
}  # fmt: skip
"""The names of the package babel."""

_IN_LATEX = str.maketrans({
    "\\": r"{\textbackslash}", "{": r"\{", "}": r"\}", "~": r"{\textasciitilde}", "^": r"{\textasciicircum}",
    "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
})  # fmt: skip
_WITHOUT_BRACES = str.maketrans({"{": r"{\textbraceleft}", "}": r"{\textbraceright}"})
"""For a text whose braces are no pairs: BibTeX counts those behind a backslash too. Few programs read these names back."""
_LATEX_WITHOUT_BRACES = _IN_LATEX | _WITHOUT_BRACES
_BRACE = re.compile("[{}]")
_IN_COMMENT = str.maketrans({"@": " at ", "{": "(", "}": ")"})
"""BibTeX looks for the next entry inside a comment, too."""


def write(heading: Heading, articles: Iterable[Outgoing], *, full: bool = True) -> Iterator[str]:
    """Yield a comment that says what the file is, then an entry for each article."""
    yield f"@comment{{{one_line(heading.sentence).translate(_IN_COMMENT)}}}\n"
    for article in articles:
        fields = "".join(f"  {name} = {value},\n" for name, value in _fields(article) if value)
        yield f"\n@article{{{key(article)},\n{fields}}}\n"


def latex(text: str) -> str:
    """Return a text on one line, its special characters written as LaTeX wants them."""
    text = one_line(text)
    return text.translate(_IN_LATEX if _has_pairs_of_braces(text) else _LATEX_WITHOUT_BRACES)


def _has_pairs_of_braces(text: str) -> bool:
    depth = 0
    for brace in _BRACE.findall(text):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            return False
    return not depth


def _fields(article: Outgoing) -> Iterator[tuple[str, str]]:
    day = article.published_on
    yield "author", _braced(" and ".join(map(_name, names(article))))
    yield "title", f"{{{_braced(latex(article.headline))}}}"
    yield "journal", _braced(latex(article.publication))
    yield "date", _braced(day.isoformat())
    yield "year", _braced(str(day.year))
    yield "month", MONTHS[day.month - 1]
    yield "url", _braced(web_address(article.permalink))
    yield "entrysubtype", "{newspaper}"
    yield "langid", _braced(_babel_name(language_tag(article.language)))
    yield "abstract", _braced(latex(article.standfirst))
    words = (latex(word.replace(",", " ")) for word in keywords(article))
    yield "keywords", _braced(", ".join(filter(None, words)))


def _braced(text: str) -> str:
    return f"{{{text}}}" if text else ""


def _name(name: CitedName) -> str:
    """Return a name as “von Last, Jr, First”; in braces what must stay in one piece."""
    if not name.given:
        return _braced(latex(name.family))
    return ", ".join(latex(part) for part in (name.surname, name.suffix, name.given) if part)


def _babel_name(language: str) -> str:
    tag = language.lower()
    return LANGUAGES.get(tag) or LANGUAGES.get(tag.partition("-")[0], "")
