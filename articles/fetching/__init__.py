"""Fetch from the web as a guest who knows the house rules: only public addresses, within limits, never in a hurry.

This package knows no database. Nothing else in the archive opens a connection to the outside.
"""

from articles.fetching.allowed import Allowed, NoPlace, allowed_places
from articles.fetching.answers import Conditional, Fetched
from articles.fetching.client import Client, Limits, agent_named
from articles.fetching.failures import FetchFailed, Refused
from articles.fetching.fetch import fetch
from articles.fetching.visitor import Visitor

__all__ = [
    "Allowed",
    "Client",
    "Conditional",
    "FetchFailed",
    "Fetched",
    "Limits",
    "NoPlace",
    "Refused",
    "Visitor",
    "agent_named",
    "allowed_places",
    "fetch",
]
