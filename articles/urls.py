"""The addresses of the archive's pages."""

from django.urls import path, register_converter

from articles.views import (
    about,
    bylines,
    days,
    facets,
    front,
    health,
    people,
    publications,
    reading,
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


register_converter(Year, "year")
register_converter(TwoDigits, "two")

urlpatterns = [
    path("", front.front, name="front"),
    path("<year:year>/", days.year, name="year"),
    path("<year:year>/<two:month>/", days.month, name="month"),
    path("<year:year>/<two:month>/<two:day>/", days.day, name="day"),
    path("<year:year>/<two:month>/<two:day>/<slug:slug>/", reading.article, name="article"),
    path("people/", people.people, name="people"),
    path("people/<slug:slug>/", people.person, name="person"),
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
