"""Every answer carries the archive's headers, and says truly which caches may keep it."""

import pytest
from django.contrib.auth.models import User
from django.http import HttpResponse, JsonResponse, StreamingHttpResponse
from django.middleware.csrf import get_token
from django.test import Client
from django.urls import include, path

from articles import indexing
from tests.safety.hostile import HEADERS

pytestmark = pytest.mark.django_db
SHARED = "public, max-age=0, s-maxage=30, stale-while-revalidate=300"
PRIVATE = "private, no-store"


def feed(request):
    return HttpResponse("<feed/>", content_type="application/atom+xml; charset=utf-8")


def form(request):
    return HttpResponse(get_token(request))


def upload(request):
    return HttpResponse(
        headers={"Content-Security-Policy": "sandbox; default-src 'none'", "Cache-Control": "no-cache"}
    )


def visits(request):
    request.session["visits"] = request.session.get("visits", 0) + 1
    return HttpResponse(request.session["visits"])


def greeting(request):
    return HttpResponse(f"Good morning, {request.user.username or 'reader'}")


def failure(request):
    raise RuntimeError("broken")


urlpatterns = [
    path("test/feed", feed),
    path("test/json", lambda request: JsonResponse({})),
    path("test/stream", lambda request: StreamingHttpResponse([b"a", b"b"])),
    path("test/form", form),
    path("test/upload", upload),
    path("test/visits", visits),
    path("test/greeting", greeting),
    path("test/failure", failure),
    path("", include("newsroom.urls")),
]
handler400 = "articles.views.errors.bad_request"
handler403 = "articles.views.errors.permission_denied"
handler404 = "articles.views.errors.page_not_found"
handler500 = "articles.views.errors.server_error"


@pytest.fixture(autouse=True)
def archive(settings):
    settings.ROOT_URLCONF = __name__
    indexing.catch_up()


@pytest.fixture
def reader():
    return Client(raise_request_exception=False)


@pytest.fixture
def editor():
    client = Client(raise_request_exception=False)
    client.force_login(User.objects.create_superuser("editor"))
    return client


def sent(response):
    return {name: response.headers.get(name) for name in HEADERS}


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/", 200),
        ("/search/?q=budget", 200),
        ("/people", 301),
        ("/robots.txt", 200),
        ("/healthz", 200),
        ("/readyz", 200),
        ("/admin/", 302),
        ("/admin/login/", 200),
        ("/test/json", 200),
        ("/test/stream", 200),
        ("/?q=%00", 400),
        ("/nowhere/", 404),
        ("/test/failure", 500),
    ],
)
def test_every_answer_carries_the_headers(reader, address, status):
    response = reader.get(address)
    assert (response.status_code, sent(response)) == (status, HEADERS)


def test_refused_method_carries_the_headers(reader):
    response = reader.post("/")
    assert (response.status_code, sent(response)) == (405, HEADERS)


def test_refused_form_carries_the_headers():
    response = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "a", "password": "b"})
    assert (response.status_code, sent(response)) == (403, HEADERS)


def test_refused_host_carries_the_headers(reader):
    response = reader.get("/", headers={"host": "evil.example"})
    assert (response.status_code, sent(response)) == (400, HEADERS)


def test_static_file_carries_the_headers_and_its_own_caching(settings, tmp_path):
    (tmp_path / "site.css").write_text("body { color: black }")
    settings.STATIC_ROOT = tmp_path
    response = Client().get("/static/site.css")
    assert (response.status_code, sent(response)) == (200, HEADERS)
    assert response.headers["Cache-Control"] == "max-age=60, public"
    assert "Access-Control-Allow-Origin" not in response.headers


def test_unchanged_static_file_carries_the_headers(settings, tmp_path):
    (tmp_path / "site.css").write_text("body { color: black }")
    settings.STATIC_ROOT = tmp_path
    etag = Client().get("/static/site.css").headers["ETag"]
    response = Client().get("/static/site.css", headers={"if-none-match": etag})
    assert (response.status_code, sent(response)) == (304, HEADERS)


@pytest.mark.parametrize("address", ["/", "/nowhere/", "/?q=%00", "/admin/login/", "/test/failure"])
def test_https_is_asked_for_on_https_alone(settings, address):
    settings.SECURE_HSTS_SECONDS, settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = 31536000, True
    reader = Client(raise_request_exception=False)
    asked = "Strict-Transport-Security"
    assert asked not in reader.get(address).headers
    assert reader.get(address, secure=True).headers[asked] == "max-age=31536000; includeSubDomains"


def test_view_may_send_a_stricter_policy_and_its_own_caching(reader):
    headers = reader.get("/test/upload").headers
    assert headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize(
    "address", ["/", "/search/", "/about/", "/people/", "/robots.txt", "/people", "/test/stream"]
)
def test_page_for_everybody_may_be_kept_by_a_shared_cache(reader, address):
    response = reader.get(address)
    assert response.headers["Cache-Control"] == SHARED
    assert not response.cookies


@pytest.mark.parametrize("address", ["/nowhere/", "/?q=%00", "/test/failure", "/healthz", "/readyz"])
def test_error_and_health_are_kept_by_no_cache(reader, address):
    assert reader.get(address).headers["Cache-Control"] == "no-store"


def test_answer_to_a_post_is_kept_by_no_cache(reader):
    assert reader.post("/test/json").headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("address", ["/admin/", "/admin/login/", "/admin/nowhere/", "/admin/?q=%00"])
def test_admin_is_kept_by_no_cache(reader, address):
    assert reader.get(address).headers["Cache-Control"] == PRIVATE


def test_page_that_used_a_session_is_kept_by_no_cache(editor):
    response = editor.get("/test/greeting")
    assert response.content == b"Good morning, editor"
    assert response.headers["Cache-Control"] == PRIVATE
    assert response.headers["Vary"] == "Cookie"


def test_page_that_asked_for_a_reader_without_session_says_it_varies(reader):
    response = reader.get("/test/greeting")
    assert response.headers["Cache-Control"] == SHARED
    assert response.headers["Vary"] == "Cookie"


def test_page_that_begins_a_session_keeps_its_cookie(reader):
    response = reader.get("/test/visits")
    assert response.headers["Cache-Control"] == PRIVATE
    assert "sessionid" in response.cookies


def test_stale_session_is_ended(reader):
    reader.cookies["sessionid"] = "a" * 32
    response = reader.get("/test/greeting")
    assert response.headers["Cache-Control"] == PRIVATE
    assert response.cookies["sessionid"]["max-age"] == 0


def test_form_on_a_public_page_sets_no_cookie(reader):
    response = reader.get("/test/form")
    assert response.headers["Cache-Control"] == SHARED
    assert not response.cookies


def test_answer_to_a_key_is_kept_by_no_cache(reader):
    assert reader.get("/test/json", headers={"authorization": "Bearer a"}).headers["Cache-Control"] == PRIVATE


@pytest.mark.parametrize("address", ["/test/json", "/test/feed"])
def test_other_sites_may_read_public_data(reader, address):
    headers = reader.get(address).headers
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in headers


@pytest.mark.parametrize("address", ["/", "/admin/login/", "/nowhere/"])
def test_other_sites_may_read_no_page(reader, address):
    assert "Access-Control-Allow-Origin" not in reader.get(address).headers


def test_other_sites_may_read_nothing_made_for_a_person(reader):
    headers = reader.get("/test/json", headers={"authorization": "Bearer a"}).headers
    assert "Access-Control-Allow-Origin" not in headers


def test_staff_cookies_are_kept_from_scripts_and_other_sites():
    User.objects.create_superuser("editor", password="correct horse battery")
    client = Client()
    client.get("/admin/login/")
    response = client.post("/admin/login/", {"username": "editor", "password": "correct horse battery"})
    assert response.status_code == 302
    for cookie in response.cookies.values():
        assert (bool(cookie["httponly"]), cookie["samesite"]) == (True, "Lax")
    assert response.cookies["sessionid"]["max-age"] == 12 * 60 * 60
