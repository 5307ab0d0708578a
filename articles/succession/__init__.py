"""Who held a post one after the other, who holds the posts of an organisation, and who held the first ones on a day."""

from articles.succession.asked import HoldersAsked
from articles.succession.boards import PostLine, board, leading_organisations, leading_posts
from articles.succession.bodies import Bodies
from articles.succession.holders import principals_on
from articles.succession.page import Succession
from articles.succession.posts import Posts, PostsAsked

__all__ = [
    "Bodies",
    "HoldersAsked",
    "PostLine",
    "Posts",
    "PostsAsked",
    "Succession",
    "board",
    "leading_organisations",
    "leading_posts",
    "principals_on",
]
