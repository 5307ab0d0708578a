"""Requests that no page could answer are refused before anything else reads them."""

import re
from collections.abc import Callable
from http import HTTPStatus
from urllib.parse import unquote_to_bytes

from django.core.exceptions import BadRequest, DisallowedHost, RequestDataTooBig, SuspiciousOperation
from django.core.signals import request_started
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.http.request import UnreadablePostError
from django.utils.http import parse_header_parameters

from articles.views import errors

LONGEST_URL = 4096
MOST_PARAMETERS = 200
LONGEST_BODY = 2 * 1024 * 1024
CONTROL = re.compile(r"[\x00-\x1f\x7f]")
# Django writes bytes that it can't decode as they came
NOT_UTF_8 = re.compile(r"%[89A-F][0-9A-F]")
MEDIA_TYPE = re.compile(r"[\w!#$&^.+-]+/[\w!#$&^.+-]+", re.ASCII)
# stand for a content type, and are none: the guard lets neither pass
MALFORMED, FOREIGN = "malformed", "foreign-charset"
LENGTH = re.compile(r"[0-9]{1,15}")
FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


class InputGuard:
    """Refuses requests that no page could answer, before anything else reads them."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer with a page of refusal, or pass the request on."""
        for refusal in (host_refusal, address_refusal, type_refusal, body_refusal):
            if status := refusal(request):
                return errors.page(status)
        drop_control_characters(request)
        return self.get_response(request)


def host_refusal(request: HttpRequest) -> HTTPStatus | None:
    """Refuse a host that isn't the archive's."""
    try:
        request.get_host()
    except DisallowedHost:
        return HTTPStatus.BAD_REQUEST
    return None


def address_refusal(request: HttpRequest) -> HTTPStatus | None:
    """Refuse an address that is too long, isn't text, or that a redirect would send to another site."""
    path, query = request.path_info, request.META.get("QUERY_STRING", "")
    if query.count("&") >= MOST_PARAMETERS or len(request.get_full_path()) > LONGEST_URL:
        return HTTPStatus.BAD_REQUEST
    try:
        asked = unquote_to_bytes(query.encode("latin-1")).decode()
    except UnicodeError:
        return HTTPStatus.BAD_REQUEST
    if CONTROL.search(path) or CONTROL.search(asked) or NOT_UTF_8.search(path):
        return HTTPStatus.BAD_REQUEST
    return HTTPStatus.NOT_FOUND if path.startswith(("//", "/\\")) else None


def type_refusal(request: HttpRequest) -> HTTPStatus | None:
    """Refuse a content type that is none, or that names another encoding than UTF-8."""
    if request.content_type == FOREIGN:
        return HTTPStatus.UNSUPPORTED_MEDIA_TYPE
    is_malformed = request.META.get("CONTENT_TYPE") and not MEDIA_TYPE.fullmatch(request.content_type or "")
    return HTTPStatus.BAD_REQUEST if is_malformed else None


def body_refusal(request: HttpRequest) -> HTTPStatus | None:
    """Refuse a body that is too long, or a form that can't be read."""
    length = str(request.META.get("CONTENT_LENGTH") or "0")
    if not LENGTH.fullmatch(length):
        return HTTPStatus.BAD_REQUEST
    if int(length) > LONGEST_BODY:
        return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    if request.method != "POST" or request.content_type not in FORMS:
        return None
    try:
        is_text = not any("\0" in text for name, values in request.POST.lists() for text in (name, *values))
    except RequestDataTooBig:
        return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    except (SuspiciousOperation, MultiPartParserError, BadRequest, UnreadablePostError):
        return HTTPStatus.BAD_REQUEST
    return None if is_text else HTTPStatus.BAD_REQUEST


def drop_control_characters(request: HttpRequest) -> None:
    """Forget cookies that hide control characters: PostgreSQL can't look for a session named with a NUL."""
    if "\\" in request.META.get("HTTP_COOKIE", ""):
        request.COOKIES = {
            name: value for name, value in request.COOKIES.items() if not CONTROL.search(value)
        }


def mark_unreadable(environ: dict[str, str], **signal: object) -> None:
    """Mark for the guard what Django would fail on while it makes the request, before any middleware.

    It reads the query in the charset of the content type, whatever that is, as soon as one is named.
    """
    try:
        _, parameters = parse_header_parameters(environ.get("CONTENT_TYPE", ""))
    except ValueError:
        environ["CONTENT_TYPE"] = MALFORMED
        return
    if parameters.get("charset", "utf-8").lower() != "utf-8":
        environ["CONTENT_TYPE"] = FOREIGN
    elif environ.get("QUERY_STRING", "").count("&") >= MOST_PARAMETERS:
        environ["CONTENT_TYPE"] = MALFORMED


request_started.connect(mark_unreadable)
