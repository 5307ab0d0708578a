"""The headers of every answer: what a browser may do with it, and which caches may keep it."""

import re
from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.security import SecurityMiddleware

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
}
PRIVATE = "private, no-store"
SHARED = "public, max-age=0, s-maxage=30, stale-while-revalidate=300"
OPEN_TYPES = re.compile(
    r"application/(([\w.-]+\+)?(json|xml)|x-ndjson|x-bibtex|x-research-info-systems)\b|text/(csv|plain)\b"
)


class Headers:
    """Sends the archive's headers with every answer, and says which caches may keep it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.security = SecurityMiddleware(get_response)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Add the headers to whatever the others answer."""
        # Strict-Transport-Security also for what is refused before SecurityMiddleware has its turn
        response = self.security.process_response(request, self.get_response(request))
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if is_personal(request):
            response.headers["Cache-Control"] = PRIVATE
        else:
            publish(request, response)
        return response


def is_personal(request: HttpRequest) -> bool:
    """Return whether the answer was made for one person: in the admin, or with what their session allows."""
    if request.path_info.startswith("/admin/") or "HTTP_AUTHORIZATION" in request.META:
        return True
    session = getattr(request, "session", None)
    if session is None or not session.accessed:
        return False
    return settings.SESSION_COOKIE_NAME in request.COOKIES or not session.is_empty()


def publish(request: HttpRequest, response: HttpResponse) -> None:
    """Make the answer one for everybody: no cookie, a cache may keep it, other sites may read its data."""
    response.cookies.clear()
    is_page = request.method in ("GET", "HEAD") and response.status_code < HTTPStatus.BAD_REQUEST
    response.headers.setdefault("Cache-Control", SHARED if is_page else "no-store")
    if is_page and OPEN_TYPES.match(response.headers.get("Content-Type", "")):
        response.headers["Access-Control-Allow-Origin"] = "*"
