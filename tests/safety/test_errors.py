"""Refusals and failures are pages of the archive; they need no database, and echo nothing."""

import logging
from types import SimpleNamespace

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import OperationalError, connection
from django.http import Http404, HttpResponse
from django.test import Client
from django.urls import path

from articles import indexing
from articles.indexing import IndexNotReady
from articles.middleware import following
from articles.models import Publication
from articles.search.index import IndexBroken, IndexBusy
from articles.views import errors

LOCKED = OperationalError("database is locked")
PROBLEMS = {
    "bad": SuspiciousOperation("zebra"),
    "forbidden": PermissionDenied("zebra"),
    "missing": Http404("zebra"),
    "broken": RuntimeError("zebra"),
    "not-ready": IndexNotReady(),
    "damaged": IndexBroken("zebra"),
    "locked": LOCKED,
    "other-trouble": OperationalError("no such table: zebra"),
}
published = []


def raising(request, name):
    raise PROBLEMS[name]


def publish(request):
    Publication.objects.create(name="The Capital Ledger")
    return HttpResponse("published")


def fail_after_writing(request):
    Publication.objects.create(name="The Capital Ledger")
    return HttpResponse("failed", status=500)


class LateTrouble:
    """A middleware that fails after the view, as saving a session may."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        self.get_response(request)
        raise LOCKED


urlpatterns = [
    path("", lambda request: HttpResponse("front"), name="front"),
    path("search/", lambda request: HttpResponse("search"), name="search"),
    path("people/", lambda request: HttpResponse("people"), name="people"),
    path("topics/", lambda request: HttpResponse("topics"), name="topics"),
    path("publications/", lambda request: HttpResponse("publications"), name="publications"),
    path("search/help/", lambda request: HttpResponse("help"), name="help"),
    path("search/suggest/", lambda request: HttpResponse("suggest"), name="suggest"),
    path("about/", lambda request: HttpResponse("about"), name="about"),
    path("gone/", errors.gone),
    path("raising/<name>/", raising),
    path("publish/", publish),
    path("fail/", fail_after_writing),
]
handler400 = "articles.views.errors.bad_request"
handler403 = "articles.views.errors.permission_denied"
handler404 = "articles.views.errors.page_not_found"
handler500 = "articles.views.errors.server_error"


@pytest.fixture(autouse=True)
def own_addresses(settings):
    settings.ROOT_URLCONF = __name__


@pytest.fixture
def reader():
    return Client(raise_request_exception=False)


@pytest.fixture
def calls(monkeypatch):
    """Count how often the index is brought up to date, instead of doing it."""
    made = []
    monkeypatch.setattr(following, "indexing", SimpleNamespace(catch_up=lambda: made.append("catch up")))
    return made


@pytest.mark.parametrize(
    ("address", "status", "headline"),
    [
        ("/raising/bad/", 400, "The request can’t be read"),
        ("/?q=%00", 400, "The request can’t be read"),
        ("/raising/forbidden/", 403, "This page is not for you"),
        ("/raising/missing/", 404, "There is no such page"),
        ("/nowhere/", 404, "There is no such page"),
        ("/gone/", 410, "This article was withdrawn"),
        ("/raising/broken/", 500, "Something went wrong here"),
        ("/raising/other-trouble/", 500, "Something went wrong here"),
        ("/raising/not-ready/", 503, "The archive is getting ready"),
        ("/raising/damaged/", 503, "The archive is getting ready"),
        ("/raising/locked/", 503, "The archive is getting ready"),
    ],
)
def test_error_is_a_page_of_the_archive(reader, address, status, headline):
    response = reader.get(address)
    assert response.status_code == status
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"
    assert f"<h1>{headline}</h1>" in response.text
    assert "zebra" not in response.text


@pytest.mark.parametrize(("length", "status"), [("9999999", 413), ("x", 400)])
def test_refused_body_gets_a_page_of_the_archive(reader, length, status):
    response = reader.post("/search/", {}, CONTENT_LENGTH=length)
    assert response.status_code == status
    assert "<h1>The request can’t be read</h1>" in response.text


def test_refused_charset_gets_a_page_of_the_archive(reader):
    response = reader.generic("POST", "/search/", b"a", content_type="text/plain; charset=utf-7")
    assert response.status_code == 415
    assert "<h1>The request can’t be read</h1>" in response.text


@pytest.mark.django_db
def test_form_without_proof_of_its_origin_gets_a_page_of_the_archive():
    response = Client(enforce_csrf_checks=True).post("/search/", {"q": "zebra"})
    assert response.status_code == 403
    assert "<h1>This page is not for you</h1>" in response.text
    assert "zebra" not in response.text


@pytest.mark.parametrize("name", ["not-ready", "damaged", "locked"])
def test_trouble_that_passes_says_when_to_come_again(reader, name):
    assert reader.get(f"/raising/{name}/").headers["Retry-After"] == "5"


def test_locked_database_after_the_view_is_no_failure(reader, settings):
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, f"{__name__}.LateTrouble"]
    response = reader.get("/")
    assert (response.status_code, response.headers["Retry-After"]) == (503, "5")


@pytest.mark.parametrize("name", ["missing", "broken", "not-ready"])
def test_error_has_its_status_without_templates(reader, settings, name, tmp_path):
    settings.TEMPLATES = [settings.TEMPLATES[0] | {"DIRS": [tmp_path]}]
    (tmp_path / "errors").mkdir()
    (tmp_path / "errors/400.html").write_text("{% nonsense %}")
    response = reader.get(f"/raising/{name}/")
    expected = {
        "missing": "404 Not Found\n",
        "broken": "500 Internal Server Error\n",
        "not-ready": "503 Service Unavailable\n",
    }
    assert response.text == expected[name]
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"


def test_failure_leaves_its_trace_in_the_log_alone(reader, caplog):
    response = reader.get("/raising/broken/")
    assert "Traceback" not in response.text
    assert "zebra" in "".join(str(record.exc_info) for record in caplog.records)


def test_refused_host_gets_a_page_of_the_archive_even_with_debug_on(reader, settings):
    settings.DEBUG = True
    response = reader.get("/", headers={"host": "zebra.example"})
    assert response.status_code == 400
    assert "zebra" not in response.text


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_index_follows_a_request_that_may_have_written(reader, calls, method):
    getattr(reader, method)("/search/")
    assert calls == ["catch up"]


@pytest.mark.parametrize("method", ["get", "head", "options", "trace"])
def test_index_follows_no_request_that_only_reads(reader, calls, method):
    getattr(reader, method)("/search/")
    assert calls == []


@pytest.mark.django_db
def test_index_follows_no_request_that_failed(reader, calls):
    assert reader.post("/fail/").status_code == 500
    assert calls == []


@pytest.mark.django_db
@pytest.mark.parametrize("problem", [IndexBusy("zebra"), IndexBroken("zebra"), LOCKED])
def test_index_that_can_not_follow_is_no_failure(reader, monkeypatch, caplog, problem):
    def busy():
        raise problem

    monkeypatch.setattr(following, "indexing", SimpleNamespace(catch_up=busy))
    with caplog.at_level(logging.WARNING):
        response = reader.post("/publish/")
    assert response.text == "published"
    assert "the index was not brought up to date" in caplog.text


@pytest.mark.django_db
def test_index_has_what_a_request_wrote(reader):
    reader.post("/publish/")
    assert indexing.follower().position() is not None


def test_error_page_asks_the_database_nothing(reader, monkeypatch):
    def refuse(*arguments, **more):
        raise AssertionError("the database was asked")

    monkeypatch.setattr(connection, "cursor", refuse)
    assert "Something went wrong here" in reader.get("/raising/broken/").text
