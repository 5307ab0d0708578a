"""What recognition leaves to editors: names that may be several people's, and names that nobody bears.

Each answer is one transaction, to however many of them, and leaves a Curation by which it can be undone.
"""

from articles.reviewing.acts import last_act
from articles.reviewing.byhand import note_by_hand
from articles.reviewing.doubts import MOST_AT_ONCE, accept, reject
from articles.reviewing.examples import Example, examples
from articles.reviewing.names import add_alias, add_person, dismiss
from articles.reviewing.proposals import Group, groups_after, open_proposals, proposals_before
from articles.reviewing.queue import Question, alike, open_doubts, questions

__all__ = [
    "MOST_AT_ONCE",
    "Example",
    "Group",
    "Question",
    "accept",
    "add_alias",
    "add_person",
    "alike",
    "dismiss",
    "examples",
    "groups_after",
    "last_act",
    "note_by_hand",
    "open_doubts",
    "open_proposals",
    "proposals_before",
    "questions",
    "reject",
]
