"""Where lists and articles stand as files: the address of their page, with the kind of the file as a suffix."""

from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import SplitResult, urlencode, urlsplit

from django.conf import settings
from django.http import QueryDict
from django.http.request import split_domain_port, validate_host
from django.urls import Resolver404, ResolverMatch, resolve, reverse

from articles.authority import slug_now
from articles.exports import Exporter
from articles.listing import Listing, with_query
from articles.models import Article
from articles.parameters import Parameters, first_day_of

BY_RECORD = ("person", "byline", "topic", "publication")
BY_TIME = ("year", "month", "day")
LISTS = ("front", "search", *BY_RECORD, *BY_TIME)
"""The pages that stand for a list, by their names."""

Pairs = list[tuple[str, str]]


class NoSuchList(Exception):
    """No list stands where one was asked for; the message says it to who asked."""


@dataclass(frozen=True, slots=True)
class Place:
    """A list with the parameters of its address, and the kind of file that its suffix stands for."""

    listing: Listing
    parameters: Parameters
    exporter: Exporter | None = None


def listing_on(page: str, parameters: Parameters, **place: Any) -> Listing:
    """Return the whole list that stands on a page with some parameters, by the name and the parts of the page's address.

    Raises NoSuchList for a date that no calendar has.
    """
    fixed = {page: place["slug"]} if page in BY_RECORD else {}
    if page in BY_TIME:
        digits = {"year": 4, "month": 2, "day": 2}
        day = "-".join(f"{place[part]:0{width}}" for part, width in digits.items() if part in place)
        if first_day_of(day) is None:
            raise NoSuchList(f"There is no such day: {day}.")
        fixed = {"from": day, "to": day}
    path = reverse(page, kwargs=place) if place else ""
    return replace(Listing.read(parameters, path=path, **fixed), cursor=None)


def place_of(asked: str) -> Place:
    """Return the list that an address of this archive asks for, or what is typed in the search box. Raises NoSuchList."""
    if not asked.startswith(("/", "?", "http://", "https://")):
        parameters = QueryDict(urlencode({"q": asked}))
        return Place(listing_on("search", parameters), parameters)
    address = split(asked)
    found, parameters = page_at(address.path or "/"), QueryDict(address.query)
    page = (found.url_name or "").removesuffix("-file")
    if page not in LISTS:
        raise NoSuchList(f"{address.path} is a page of this archive, but no list.")
    place = {part: value for part, value in found.kwargs.items() if part in ("slug", *BY_TIME)}
    if page in BY_RECORD:
        place["slug"] = slug_now("person" if page == "byline" else page, place["slug"]) or place["slug"]
    return Place(listing_on(page, parameters, **place), parameters, found.kwargs.get("exporter"))


def split(address: str) -> SplitResult:
    """Return the parts of an address of this archive. Raises NoSuchList for any other."""
    try:
        parts = urlsplit(address)
    except ValueError as malformed:
        raise NoSuchList(f"{address} is no address.") from malformed
    own = [*settings.ALLOWED_HOSTS, urlsplit(settings.ARCHIVE_URL).hostname or ""]
    if parts.netloc and not validate_host(split_domain_port(parts.netloc)[0], own):
        raise NoSuchList(f"{parts.netloc} is not this archive.")
    return parts


def page_at(path: str) -> ResolverMatch:
    """Return the page at a path, whether its last slash was written or not. Raises NoSuchList if there is none."""
    try:
        return resolve(path)
    except Resolver404:
        try:
            return resolve(f"{path}/")
        except Resolver404 as nothing:
            raise NoSuchList(f"{path} is no page of this archive.") from nothing


def file_path(page_path: str, exporter: Exporter, pairs: Pairs, limit: int | None, full: bool) -> str:
    """Return the address of what stands on a page as a file, from the page's path and parameters."""
    how_many = [] if limit is None else [("limit", str(limit))]
    how_long = [] if full or not exporter.IS_FEED else [("text", "summary")]
    return with_query(f"{page_path.rstrip('/')}.{exporter.NAME}", [*pairs, *how_many, *how_long])


def path_of_list(listing: Listing, exporter: Exporter, limit: int | None = None, *, full: bool = True) -> str:
    """Return the address of a list as a file, all of it or the first `limit` articles."""
    pairs = replace(listing, cursor=None).page_parameters()
    return file_path(listing.place, exporter, pairs, limit, full)


def path_of_article(article: Article, exporter: Exporter, *, full: bool = True) -> str:
    """Return the address of an article as a file."""
    return file_path(article.get_absolute_url(), exporter, [], None, full)
