"""What a page's JSON-LD declares in the words of schema.org (https://schema.org/NewsArticle)."""

from articles.addresses import canonical
from articles.importers.pages.declared import Declared, in_one_line, names_in, terms_in
from articles.importers.pages.json_ld import Graph, Node, types_of
from articles.markup import from_text
from articles.soup.tokens import decoded

ARTICLES = frozenset({
    "AdvertiserContentArticle", "AnalysisNewsArticle", "Article", "AskPublicNewsArticle", "BackgroundNewsArticle", "BlogPosting",
    "LiveBlogPosting", "NewsArticle", "OpinionNewsArticle", "Report", "ReportageNewsArticle", "ReviewNewsArticle",
    "SatiricalArticle", "ScholarlyArticle", "SocialMediaPosting", "TechArticle",
})  # fmt: skip
LISTINGS = frozenset({"CollectionPage", "ItemList", "SearchResultsPage"})
_MARKUP = ("<p>", "<p ", "<br", "</")


def declared_in(graph: Graph, *, url: str, headlines: tuple[str, ...]) -> Declared:
    """Return what the JSON-LD says of the page's article.

    Where it describes several, the page's is the one with its address `url` or one of these headlines.
    """
    node = _article(graph, url, headlines)
    if node is None:
        is_listing = any(types_of(each) & LISTINGS for each in graph.nodes)
        return Declared(is_listing=is_listing or len(_articles(graph)) > 1, publication=_site(graph))
    about = [value for name in ("about", "mentions") for value in graph.values(node, name)]
    people = [graph.text_of(each) for each in about if isinstance(each, dict) and "Person" in types_of(each)]
    return Declared(
        headline=in_one_line(graph.text(node, "headline", "name")),
        standfirst=in_one_line(graph.text(node, "description", "alternativeHeadline")),
        authors=names_in(graph.texts(node, "author") or graph.texts(node, "creator")),
        dates=tuple(graph.texts(node, "datePublished")),
        publication=in_one_line(graph.text(node, "publisher", "sourceOrganization")) or _site(graph),
        section=in_one_line(graph.text(node, "articleSection")),
        topics=terms_in(graph.texts(node, "keywords") or [""]),
        people=names_in(people),
        language=_language(graph, node),
        url=next(filter(canonical, _addresses(node)), ""),
        body=_body(graph.text(node, "articleBody")),
        is_article=True,
    )


def _articles(graph: Graph) -> list[Node]:
    return [node for node in graph.nodes if types_of(node) & ARTICLES]


def _article(graph: Graph, url: str, headlines: tuple[str, ...]) -> Node | None:
    """Return the article that the page is, None if there is none or it can't be told which."""
    found = _articles(graph)
    if len(found) < 2:
        return found[0] if found else None
    here = canonical(url)
    for node in found:
        if here and here in map(canonical, _addresses(node)):
            return node
    for node in found:
        if in_one_line(graph.text(node, "headline")) in filter(None, headlines):
            return node
    one = {in_one_line(graph.text(node, "headline", "name")) for node in found}
    return max(found, key=len) if len(one) == 1 else None


def _addresses(node: Node) -> list[str]:
    values = [node.get(name) for name in ("url", "mainEntityOfPage", "@id")]
    written = [value.get("@id") or value.get("url") if isinstance(value, dict) else value for value in values]
    return [value for value in written if isinstance(value, str)]


def _site(graph: Graph) -> str:
    """Return the name of the whole site, "" if there is none."""
    sites = (node for node in graph.nodes if "WebSite" in types_of(node))
    return next((name for site in sites if (name := in_one_line(graph.text(site, "name")))), "")


def _language(graph: Graph, node: Node) -> str:
    written = next(iter(graph.values(node, "inLanguage")), "")
    if isinstance(written, dict):
        written = written.get("alternateName")
    return written if isinstance(written, str) else ""


def _body(text: str) -> str:
    """Return the text of an article as HTML, whether it is written with tags or without."""
    return text if any(tag in text for tag in _MARKUP) else from_text(decoded(text))
