"""The index is brought up to date after every request that may have written."""

import logging
from collections.abc import Callable
from http import HTTPStatus

from django.db import Error
from django.http import HttpRequest, HttpResponse

from articles import indexing
from articles.search.index import IndexBroken, IndexBusy
from articles.views import errors

logger = logging.getLogger(__name__)

READING = ("GET", "HEAD", "OPTIONS", "TRACE")


class FollowChanges:
    """Brings the index up to date after what may have been a write, and answers 503 to troubles that pass."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Follow the change log once the request is answered."""
        response = self.get_response(request)
        if request.method not in READING and response.status_code < HTTPStatus.INTERNAL_SERVER_ERROR:
            follow()
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer 503 if the same request may succeed in a moment."""
        return errors.unavailable(request) if errors.is_passing(exception) else None


def follow() -> None:
    """Catch up with the change log. If that fails, the next to look at the index does it."""
    try:
        indexing.catch_up()
    except (IndexBusy, IndexBroken, Error) as problem:
        logger.warning("the index was not brought up to date: %s", problem)
