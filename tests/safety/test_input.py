"""Whatever is asked, the answer is a page or a clear refusal."""

import json
from urllib.parse import quote, unquote_to_bytes

import pytest
from django.test import Client
from django.test.client import FakePayload
from django.urls import get_resolver

from articles import indexing
from tests.builders import an_article, an_office
from tests.safety.hostile import HEADERS, ODD_PATHS, ODD_QUERIES, OTHER_SITES, REFUSED_PATHS, REFUSED_QUERIES

pytestmark = pytest.mark.django_db
FORM = "application/x-www-form-urlencoded"
PLACES = {"year": 2017, "month": 6, "day": 9, "exporter": "csv"}
SLUGS = {
    "article": "senate-passes-budget",
    "person": "jeff-sessions",
    "quotations": "jeff-sessions",
    "topic": "budget",
    "publication": "the-capital-ledger",
    "facet": "person",
    "byline": "jeff-sessions",
    "office": "attorney-general",
    "organisation": "department-of-justice",
}


@pytest.fixture
def reader():
    return Client(raise_request_exception=False)


@pytest.fixture
def archive():
    an_article(
        "Senate passes budget", slug="senate-passes-budget", people=["Jeff Sessions"], topics=["Budget"]
    )
    an_office()
    indexing.catch_up()


def addresses():
    """Return an address for each of the archive's pages, by name."""
    found = {}
    for name, ways in get_resolver("articles.urls").reverse_dict.lists():
        if isinstance(name, str):
            pattern, names = ways[0][0][0]
            values = {key: PLACES.get(key, SLUGS.get(name.removesuffix("-file"))) for key in names}
            texts = {key: f"{value:02}" if isinstance(value, int) else value for key, value in values.items()}
            found[name] = "/" + pattern % texts
    return found


def ask(reader, address, method="GET"):
    """Ask for an address as a server passes it on, not mended as the test client does."""
    path, _, query = address.partition("?")
    path, query = unquote_to_bytes(path).decode("latin-1"), query.encode().decode("latin-1")
    return reader.request(REQUEST_METHOD=method, PATH_INFO=path, QUERY_STRING=query)


def has_headers(response):
    return all(response.headers.get(name) == value for name, value in HEADERS.items())


def assert_answered(response, address):
    assert response.status_code < 500, address[:100]
    assert has_headers(response), address[:100]


def test_every_page_of_the_archive_stands_where_this_test_asks(reader, archive):
    assert {name: reader.get(address).status_code for name, address in addresses().items()} == dict.fromkeys(
        addresses(), 200
    )


@pytest.mark.parametrize("name", sorted(addresses()))
def test_every_page_answers_any_query(reader, archive, name):
    answers = {query: ask(reader, f"{addresses()[name]}?{query}") for query in ODD_QUERIES}
    assert [
        query for query, response in answers.items() if response.status_code not in (200, 301, 302, 400, 404)
    ] == []
    assert [query for query, response in answers.items() if not has_headers(response)] == []


@pytest.mark.parametrize("name", sorted(addresses()))
def test_every_page_refuses_a_query_that_is_no_text(reader, name):
    answers = {query: ask(reader, f"{addresses()[name]}?{query}") for query in REFUSED_QUERIES}
    assert [query[:100] for query, response in answers.items() if response.status_code != 400] == []
    assert [query[:100] for query, response in answers.items() if not has_headers(response)] == []


@pytest.mark.parametrize("path", REFUSED_PATHS, ids=lambda path: path[:30])
def test_address_that_is_no_text_is_refused(reader, path):
    response = ask(reader, path)
    assert_answered(response, path)
    assert response.status_code == 400


@pytest.mark.parametrize("path", ODD_PATHS, ids=lambda path: path[:30])
def test_odd_address_is_answered(reader, archive, path):
    response = ask(reader, path)
    assert_answered(response, path)
    assert response.status_code in (200, 404)


@pytest.mark.parametrize("method", ["GET", "POST", "HEAD"])
@pytest.mark.parametrize("path", OTHER_SITES)
def test_address_of_another_site_is_never_redirected_to(reader, method, path):
    response = ask(reader, path, method)
    assert response.status_code == 404
    assert "Location" not in response.headers


def test_missing_slash_is_added_on_this_site(reader):
    response = reader.get("/people?next=//evil.example")
    assert (response.status_code, response.headers["Location"]) == (301, "/people/?next=//evil.example")


def test_raw_bytes_that_are_no_text_are_refused(reader):
    assert reader.request(PATH_INFO="/search/", QUERY_STRING="q=\xff").status_code == 400
    assert reader.request(PATH_INFO="/search/", QUERY_STRING="q=\xed\xa0\x80").status_code == 400


@pytest.mark.parametrize("charset", ["utf-8", "latin-1"])
def test_parameters_beyond_counting_are_refused_in_any_charset(reader, charset):
    response = reader.generic("POST", "/search/?" + "&" * 2_001, b"a", content_type=f"a/b; charset={charset}")
    assert response.status_code in (400, 415)


def test_two_hundred_parameters_are_read(reader, archive):
    response = ask(reader, "/search/?" + "&".join(["q=a"] * 200))
    assert (response.status_code, response.headers["Location"]) == (302, "/search/?q=a")


def test_address_of_four_kilobytes_is_read(reader, archive):
    assert ask(reader, "/search/?q=" + "a" * (4096 - len("/search/?q="))).status_code == 200
    assert ask(reader, "/search/?q=" + "a" * (4097 - len("/search/?q="))).status_code == 400


def test_refusal_repeats_nothing_of_the_request(reader):
    response = reader.get(
        "/" + quote("<script>alert(1)</script>") + "?q=%00zebra", headers={"referer": "http://zebra/"}
    )
    assert b"zebra" not in response.content
    assert b"alert" not in response.content


@pytest.mark.parametrize(
    "charset",
    [
        "utf-7",
        "utf-16",
        "iso-8859-1",
        "us-ascii",
        "utf8",
        "utf-8-sig",
        "hex",
        "idna",
        "undefined",
        "klingon",
        "a\0b",
        "é",
        '""',
    ],
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_other_charset_than_utf_8_is_refused(reader, method, charset):
    reader.cookies["csrftoken"] = "a" * 32
    response = reader.generic(method, "/search/?q=a", b"a=b", content_type=f"{FORM}; charset={charset}")
    assert_answered(response, charset)
    assert response.status_code == 415


@pytest.mark.parametrize("charset", ["utf-8", "UTF-8", '"utf-8"'])
def test_utf_8_is_read_by_any_of_its_names(charset):
    body = b"username=Zo%C3%AB&password=a"
    response = Client().generic("POST", "/admin/login/", body, content_type=f"{FORM}; charset={charset}")
    assert (response.status_code, 'value="Zoë"' in response.text) == (200, True)


@pytest.mark.parametrize(
    "content_type",
    [
        "nonsense",
        "text",
        "a/b/c",
        "/",
        "; charset=utf-8",
        "text/html, text/plain",
        "text/<html>",
        "text/plain; a*=bogus''b",
        "text/plain; a*=idna''b%ff",
        "text/plain; a*01" + "1" * 5_000 + "=b",
    ],
)
def test_malformed_content_type_is_refused(reader, content_type):
    response = reader.generic("POST", "/search/", b"a=b", content_type=content_type)
    assert_answered(response, content_type)
    assert response.status_code == 400


@pytest.mark.parametrize("length", ["-1", "+5", "1.5", "0x10", "1e3", " 5", "five", "٣", "9" * 16])
def test_malformed_content_length_is_refused(reader, length):
    assert reader.generic("POST", "/search/", b"a=b", CONTENT_LENGTH=length).status_code == 400


def test_body_over_two_megabytes_is_refused(reader):
    limit = 2 * 1024 * 1024
    assert reader.generic("POST", "/search/", b"a=b", CONTENT_LENGTH=str(limit + 1)).status_code == 413
    assert reader.generic("POST", "/search/", b"a=b", CONTENT_LENGTH=str(limit)).status_code == 405


def test_form_that_grows_too_large_while_it_is_read_is_refused(reader, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    assert reader.post("/admin/login/", {"a": "b" * 200}).status_code == 413
    assert reader.post("/admin/login/", "a=" + "b" * 200, content_type=FORM).status_code == 413


def test_form_of_too_many_fields_is_refused(reader):
    assert reader.post("/admin/login/", "&".join(["a=b"] * 2_001), content_type=FORM).status_code == 400


def test_form_of_too_many_files_is_refused(reader, settings):
    part = '--x\r\nContent-Disposition: form-data; name="a"; filename="a"\r\n\r\nb\r\n'
    body = part * (settings.DATA_UPLOAD_MAX_NUMBER_FILES + 1) + "--x--\r\n"
    assert (
        reader.post("/admin/login/", body, content_type="multipart/form-data; boundary=x").status_code == 400
    )


@pytest.mark.parametrize("body", ["username=a%00b&password=c", "%00=a", "username=a\x00"])
def test_form_with_nul_is_refused(reader, body):
    assert reader.post("/admin/login/", body, content_type=FORM).status_code == 400


@pytest.mark.parametrize("boundary", ["", "; boundary=", "; boundary=é", "; boundary=" + "x" * 300])
def test_form_without_a_boundary_is_refused(reader, boundary):
    assert (
        reader.generic(
            "POST", "/admin/login/", b"--x\r\n", content_type="multipart/form-data" + boundary
        ).status_code
        == 400
    )


@pytest.mark.parametrize(
    "part",
    [
        b"",
        b"\r\n",
        b"Content-Disposition: form-data; name=\"a\"; filename*=bogus''%ff\r\n\r\nb",
        b"Content-Disposition: form-data; name*=idna''%ff\r\n\r\nb",
        b'Content-Disposition: form-data; name="a"\r\nContent-Transfer-Encoding: base64\r\n\r\n***',
        b'Content-Disposition: form-data; name="a"\r\nContent-Type: a; charset=hex\r\n\r\n\xff\xfe',
        b'Content-Disposition: form-data; name="' + b"a" * 100_000 + b'"\r\n\r\nb',
        b'Content-Disposition: form-data; name="\xff\xed\xa0\x80"; filename="../../\xff"\r\n\r\nb',
    ],
)
def test_broken_parts_of_a_form_are_no_failure(reader, part):
    reader.cookies["csrftoken"] = "a" * 32
    response = reader.generic(
        "POST",
        "/admin/login/",
        b"--x\r\n" + part + b"\r\n--x--\r\n",
        content_type="multipart/form-data; boundary=x",
    )
    assert_answered(response, repr(part))


def test_form_cut_off_while_it_is_read_is_refused(reader):
    class Cut(FakePayload):
        def read(self, size=None):
            raise OSError("connection reset")

    headers = {"CONTENT_LENGTH": "10", "wsgi.input": Cut(b"a=b")}
    assert reader.generic("POST", "/admin/login/", b"a=b", content_type=FORM, **headers).status_code == 400


@pytest.mark.parametrize(
    "cookie", ['sessionid="\\000aaaaaaaaaaaa"', 'messages="\\012\\000"', 'csrftoken="\\000"', "=;=;;\\"]
)
def test_control_characters_in_a_cookie_are_forgotten(reader, cookie):
    response = reader.get("/admin/", headers={"cookie": cookie})
    assert_answered(response, cookie)
    assert response.status_code == 302


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "127.0.0.1, evil",
        "a b",
        "[::1",
        "é",
        "",
        "127.0.0.1@evil.example",
    ],
)
def test_foreign_host_is_refused_without_a_trace(reader, host, caplog):
    response = reader.get("/", headers={"host": host})
    assert_answered(response, host)
    assert response.status_code == 400
    assert [record for record in caplog.records if record.exc_info] == []


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE", "FOO", "get", "CONNECT"])
def test_any_method_is_answered(method):
    response = Client(raise_request_exception=False).generic(method, "/search/")
    assert response.status_code in (200, 400, 403, 405)


@pytest.mark.parametrize("body", [b"", b"{", b"\xff\x00", b"[" * 100_000, json.dumps("\ud800").encode()])
def test_any_json_is_answered(reader, body):
    assert_answered(reader.generic("POST", "/search/", body, content_type="application/json"), "json")


@pytest.mark.parametrize(
    "headers",
    [
        {"range": "bytes=0-" + "9" * 5_000},
        {"range": "bytes=-"},
        {"range": "bytes=9-1,4"},
        {"if-modified-since": "Thu, 99 Xxx 99999 99:99:99 GMT"},
        {"if-modified-since": "0:0"},
        {"if-none-match": "W/" * 2_000},
        {"accept-encoding": "gzip;q=1e999, *;q=-1"},
        {"accept": "a" * 5_000},
        {"accept-language": "-,-;q=,x" * 500},
        {"referer": "http://[::1"},
        {"x-forwarded-proto": "https,http"},
        {"x-forwarded-host": "evil.example"},
        {"x-forwarded-for": "' OR 1=1"},
    ],
    ids=lambda headers: next(iter(headers)),
)
@pytest.mark.parametrize("address", ["/", "/static/site.css"])
def test_any_header_is_answered(settings, tmp_path, archive, headers, address):
    (tmp_path / "site.css").write_text("body { color: black }")
    settings.STATIC_ROOT = tmp_path
    assert_answered(Client(raise_request_exception=False).get(address, headers=headers), repr(headers)[:100])
