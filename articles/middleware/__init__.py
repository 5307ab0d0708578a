"""What holds for every request and every answer, whatever page it is about."""

from articles.middleware.following import FollowChanges
from articles.middleware.guard import InputGuard
from articles.middleware.headers import Headers

__all__ = ["FollowChanges", "Headers", "InputGuard"]
