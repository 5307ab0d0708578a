"""What the meta elements of a page declare: OpenGraph (https://ogp.me/), Dublin Core, and the names that papers use."""

from collections import defaultdict

from lxml import etree

from articles.importers.pages.declared import Declared, in_one_line, names_in, terms_in, uncut

HEADLINES = (
    "og:title",
    "twitter:title",
    "parsely-title",
    "sailthru.title",
    "citation_title",
    "dc.title",
    "dcterms.title",
)
STANDFIRSTS = (
    "og:description",
    "description",
    "twitter:description",
    "sailthru.description",
    "dc.description",
)
AUTHORS = (
    "author", "article:author", "article:author_name", "parsely-author", "sailthru.author", "citation_author", "dc.creator",
    "dcterms.creator", "byl", "article.author",
)  # fmt: skip
DATES = (
    "article:published_time", "og:article:published_time", "og:published_time", "parsely-pub-date", "sailthru.date",
    "citation_publication_date", "citation_date", "dc.date.issued", "dcterms.issued", "dcterms.date", "dc.date",
    "article.published", "originalpublicationdate", "publication_date", "publish-date", "publish_date", "publishdate",
    "published_at", "pubdate", "ptime", "pdate", "cxenseparse:recs:publishtime", "rnews:datepublished", "bt:pubdate", "date",
)  # fmt: skip
"""Of first publication; "date" stands last, as some give it another meaning."""
SECTIONS = (
    "article:section",
    "og:article:section",
    "parsely-section",
    "article.section",
    "section",
    "cxenseparse:category",
)
TOPICS = (
    "article:tag",
    "og:article:tag",
    "parsely-tags",
    "news_keywords",
    "sailthru.tags",
    "keywords",
    "dc.subject",
)
PUBLICATIONS = ("og:site_name", "citation_journal_title", "dc.publisher", "dcterms.publisher")
LANGUAGES = ("og:locale", "content-language", "dc.language", "language")
ARTICLE_TYPES = frozenset({"article", "news", "blog", "og:article", "newsarticle", "post", "blog_post"})
LISTING_TYPES = frozenset({"website", "blog", "profile", "section", "frontpage", "index", "sectionpage"})

Values = dict[str, list[str]]


def declared_in(tree: etree._Element) -> Declared:
    """Return what the meta elements say of the page's article."""
    values = values_of(tree)
    kinds = {kind.strip().lower() for name in ("og:type", "parsely-type") for kind in values[name]}
    is_noindex = any("noindex" in rule.lower() for name in ("robots", "googlebot") for rule in values[name])
    return Declared(
        headline=uncut(_lines(values, HEADLINES)),
        standfirst=uncut(_lines(values, STANDFIRSTS)),
        authors=names_in(_all(values, AUTHORS)),
        dates=tuple(date for name in DATES for date in values[name]),
        publication=in_one_line(_first(values, PUBLICATIONS)),
        section=in_one_line(_first(values, SECTIONS)),
        topics=terms_in(_all(values, TOPICS) or [""]),
        language=_first(values, LANGUAGES).replace("_", "-"),
        url=_first(values, ("og:url",)),
        is_article=bool(kinds & ARTICLE_TYPES or values["article:published_time"]),
        is_listing=bool(kinds & LISTING_TYPES) or is_noindex,
    )


def values_of(tree: etree._Element) -> Values:
    """Return the contents of the meta elements by name in lower case, each in the page's order."""
    values: Values = defaultdict(list)
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("http-equiv") or ""
        if content := (element.get("content") or "").strip():
            values[name.strip().lower()].append(content)
    return values


def _all(values: Values, names: tuple[str, ...]) -> list[str]:
    """Return the values under the first of these names that has a fitting one."""
    return next((found for name in names if (found := [each for each in values[name] if _is_text(each)])), [])


def _lines(values: Values, names: tuple[str, ...]) -> list[str]:
    """Return the first value under each of these names, in one line."""
    return [line for name in names if (line := in_one_line(next(iter(values[name]), "")))]


def _first(values: Values, names: tuple[str, ...]) -> str:
    return next((value for name in names for value in values[name]), "")


def _is_text(value: str) -> bool:
    """Say whether a value is no address: og's article:author is one by its specification."""
    return not value.startswith(("http://", "https://", "/", "@"))
