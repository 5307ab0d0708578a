"""The archive as a visitor of other sites, under its own name and its operator's rules."""

from django.conf import settings

from articles.fetching import Client, Visitor, agent_named, allowed_places


def new_visitor() -> Visitor:
    """Return a visitor for one round of feeds."""
    agent = agent_named(settings.RELEASE, settings.ARCHIVE_NAME, settings.ARCHIVE_URL)
    return Visitor(Client(agent=agent, allowed=allowed_places(settings.FETCH_ALLOW)))
