"""The pages of refusal and failure: they need no database and echo nothing of the request."""

import logging
import sys
from http import HTTPStatus

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from articles.indexing import IndexNotReady
from articles.search.index import IndexBroken

logger = logging.getLogger(__name__)

RETRY_AFTER = 5


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer 400."""
    return page(HTTPStatus.BAD_REQUEST)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer 403."""
    return page(HTTPStatus.FORBIDDEN)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer 403 to a form that doesn't prove it came from a page of the archive."""
    return page(HTTPStatus.FORBIDDEN)


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer 404."""
    return page(HTTPStatus.NOT_FOUND)


def gone(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer 410."""
    return page(HTTPStatus.GONE)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer 500, or 503 to troubles that pass: a session may meet a locked database after the view."""
    return unavailable(request) if is_passing(sys.exception()) else page(HTTPStatus.INTERNAL_SERVER_ERROR)


def unavailable(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer 503 and say when to come again."""
    response = page(HTTPStatus.SERVICE_UNAVAILABLE)
    response.headers["Retry-After"] = str(RETRY_AFTER)
    return response


def is_passing(problem: BaseException | None) -> bool:
    """Return whether the same request may well succeed in a moment."""
    if isinstance(problem, OperationalError):
        return "database is locked" in str(problem)
    return isinstance(problem, IndexNotReady | IndexBroken)


def page(status: HTTPStatus) -> HttpResponse:
    """Return the page of an error: from its own template, that of any refusal, or in a plain line."""
    templates = [f"errors/{status}.html"] + ["errors/400.html"] * (status < HTTPStatus.INTERNAL_SERVER_ERROR)
    try:
        return HttpResponse(render_to_string(templates), status=status)
    except Exception:  # noqa: BLE001 - whatever ails the templates, the answer keeps its status
        logger.exception("the page for %s could not be made", status)
        return HttpResponse(
            f"{status} {status.phrase}\n", status=status, content_type="text/plain; charset=utf-8"
        )
