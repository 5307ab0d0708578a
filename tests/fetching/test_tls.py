"""HTTPS: the certificate must be valid for the name, and the name is checked though an address is connected to."""

import shutil
import ssl

import pytest

from articles.fetching import FetchFailed, Refused, allowed_places, fetch
from tests.fetching.site import Page, a_client, certificate, serving


def secured(path):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    return context


@pytest.fixture(scope="module")
def pem(tmp_path_factory):
    assert shutil.which("openssl"), "these tests make a certificate with the openssl command"
    return certificate(tmp_path_factory.mktemp("tls"), "DNS:feeds.example")


@pytest.fixture
def secure(pem):
    with serving(secured(pem)) as site:
        site.pages["/"] = Page(b"here")
        yield site


def trusting(pem):
    """Return a client that trusts the certificate, and finds every name on this machine."""
    return a_client(
        allowed=allowed_places(["127.0.0.1/32"]),
        resolve=lambda host, seconds: ["127.0.0.1"],
        tls=ssl.create_default_context(cafile=pem),
    )


def test_certificate_that_nobody_vouches_for_fails(secure):
    with pytest.raises(FetchFailed) as failure:
        fetch(f"{secure.url}/", a_client())
    assert str(failure.value) == "127.0.0.1: its certificate is not valid: self-signed certificate"
    assert not isinstance(failure.value, Refused)
    assert secure.asked == []


def test_certificate_of_another_name_fails(secure, pem):
    with pytest.raises(FetchFailed, match="its certificate is not valid: Hostname mismatch"):
        fetch(f"https://other.example:{secure.port}/", trusting(pem))
    assert secure.asked == []


def test_certificate_of_the_name_is_good_at_whatever_address(secure, pem):
    assert fetch(f"https://feeds.example:{secure.port}/", trusting(pem)).body == b"here"


def test_redirect_from_https_to_http_is_refused(secure, pem):
    secure.pages["/"] = Page(status=301, headers={"Location": f"http://feeds.example:{secure.port}/"})
    with pytest.raises(Refused, match="redirects from https to http://feeds.example"):
        fetch(f"https://feeds.example:{secure.port}/", trusting(pem))


def test_server_that_speaks_no_tls_fails(site, pem):
    with pytest.raises(FetchFailed, match="no secure connection"):
        fetch(f"https://feeds.example:{site.port}/", trusting(pem))
