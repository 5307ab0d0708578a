"""Many names at once: whom each stands for, and how many articles of each year or month name them."""

from articles.roster.asked import Line, RosterAsked
from articles.roster.page import Roster
from articles.roster.ways import turns
from articles.roster.written import written

__all__ = ["Line", "Roster", "RosterAsked", "turns", "written"]
