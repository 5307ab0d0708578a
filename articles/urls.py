"""The addresses of the archive's pages."""

from django.urls import path, register_converter

from articles.exports import Exporter, exporter_named
from articles.views import (
    about,
    bylines,
    days,
    exports,
    facets,
    front,
    health,
    offices,
    people,
    publications,
    quotations,
    reading,
    roster,
    search,
    suggest,
    topics,
)


class Year:
    """A year from 1 to 9998, in four digits."""

    regex = "[0-9]{4}"

    def to_python(self, value: str) -> int:
        """Return the year; ValueError, which is no match, for those no date can hold."""
        if not 1 <= int(value) <= 9998:
            raise ValueError(value)
        return int(value)

    def to_url(self, value: int) -> str:
        """Return the year as the address writes it."""
        return f"{int(value):04}"


class TwoDigits:
    """A month or a day."""

    regex = "[0-9]{2}"

    def to_python(self, value: str) -> int:
        """Return the number."""
        return int(value)

    def to_url(self, value: int) -> str:
        """Return the number as the address writes it."""
        return f"{int(value):02}"


class Suffix:
    """The kind of a file, by its name."""

    regex = "[a-z0-9]+"

    def to_python(self, value: str) -> Exporter:
        """Return what writes files of the kind; ValueError, which is no match, if nothing does."""
        if exporter := exporter_named(value):
            return exporter
        raise ValueError(value)

    def to_url(self, value: Exporter | str) -> str:
        """Return the kind as the address writes it."""
        return value if isinstance(value, str) else value.NAME


register_converter(Year, "year")
register_converter(TwoDigits, "two")
register_converter(Suffix, "suffix")

urlpatterns = [
    path("", front.front, name="front"),
    path("<year:year>/", days.year, name="year"),
    path("<year:year>/<two:month>/", days.month, name="month"),
    path("<year:year>/<two:month>/<two:day>/", days.day, name="day"),
    path("<year:year>/<two:month>/<two:day>/<slug:slug>/", reading.article, name="article"),
    path("people/", people.people, name="people"),
    path("people/<slug:slug>/", people.person, name="person"),
    path("people/<slug:slug>/quotations/", quotations.quotations, name="quotations"),
    path("offices/", offices.offices, name="offices"),
    path("offices/<slug:slug>/", offices.office, name="office"),
    path("organisations/<slug:slug>/", offices.organisation, name="organisation"),
    path("roster/", roster.roster, name="roster"),
    path("topics/", topics.topics, name="topics"),
    path("topics/<slug:slug>/", topics.topic, name="topic"),
    path("publications/", publications.publications, name="publications"),
    path("publications/<slug:slug>/", publications.publication, name="publication"),
    path("bylines/<slug:slug>/", bylines.byline, name="byline"),
    path("search/", search.search, name="search"),
    path("search/suggest/", suggest.suggest, name="suggest"),
    path("search/help/", search.help_page, name="help"),
    path("search/<slug:name>/", facets.facet, name="facet"),
    path("about/", about.about, name="about"),
    path("robots.txt", about.robots, name="robots"),
    path("healthz", health.alive, name="healthz"),
    path("readyz", health.ready, name="readyz"),
]
FILES = {
    "search": "search",
    "person": "people/<slug:slug>",
    "topic": "topics/<slug:slug>",
    "publication": "publications/<slug:slug>",
    "byline": "bylines/<slug:slug>",
    "year": "<year:year>",
    "month": "<year:year>/<two:month>",
    "day": "<year:year>/<two:month>/<two:day>",
}
"""The lists that can be taken away as files, by the names of their pages."""
urlpatterns += [
    path(f"{address}.<suffix:exporter>", exports.listed, {"page": page}, name=f"{page}-file")
    for page, address in FILES.items()
] + [
    path(
        "<year:year>/<two:month>/<two:day>/<slug:slug>.<suffix:exporter>",
        exports.article,
        name="article-file",
    )
]
