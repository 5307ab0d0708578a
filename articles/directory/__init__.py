"""The directories of people and topics: who is listed under which letter, who is covered most, what stands under what."""

from articles.directory.covered import Covered, highest_standings, most_covered
from articles.directory.people import PeopleAsked, only_authors
from articles.directory.topics import Branch, Topics, TopicsAsked

__all__ = [
    "Branch",
    "Covered",
    "PeopleAsked",
    "Topics",
    "TopicsAsked",
    "highest_standings",
    "most_covered",
    "only_authors",
]
