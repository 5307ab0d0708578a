"""Feeds and pages of a made-up paper, as its site would serve them."""

from articles.models import Feed
from tests.builders import a_publication
from tests.fetching.site import Page

LONG = "The committee heard four witnesses on Friday and adjourned without a vote on the amended bill. " * 15
RSS = {"Content-Type": "application/rss+xml"}
HTML = {"Content-Type": "text/html; charset=utf-8"}


def an_entry(number=1, text=LONG, headline="", link="", date="Fri, 09 Jun 2017 10:00:00 GMT", more=""):
    """Return an entry of RSS; with `text` "" it has none."""
    return (
        f"<item><title>{headline or f'Senate vote {number}'}</title><guid isPermaLink='false'>entry-{number}</guid>"
        + (f"<link>{link}</link>" if link else "")
        + (f"<pubDate>{date}</pubDate>" if date else "")
        + (f"<description>{text}</description>" if text else "")
        + f"{more}</item>"
    )


def rss(*entries, title="The Ledger: politics"):
    """Return a feed of these entries, as a page."""
    body = f"<?xml version='1.0'?><rss version='2.0'><channel><title>{title}</title>{''.join(entries)}</channel></rss>"
    return Page(body.encode(), headers=dict(RSS))


def article_page(text, headline="Senate vote, in full", author="Dana Whitfield"):
    """Return the page of an article, with what stands around it on any page."""
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in text.split("\n"))
    body = f"""<!doctype html><html lang="en"><head><title>{headline} | The Ledger</title>
<meta name="author" content="{author}"><meta property="og:type" content="article">
<meta property="og:title" content="{headline}"><meta property="article:published_time" content="2017-06-01T08:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>{headline}</h1>{paragraphs}</article><footer>All rights reserved</footer></body></html>"""
    return Page(body.encode(), headers=dict(HTML))


def a_feed(url, publication="The Capital Ledger", **fields):
    """Return a feed of a publication."""
    return Feed.objects.create(url=url, publication=a_publication(publication), **fields)
