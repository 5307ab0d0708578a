"""Every list has one address: whoever writes it another way is led there."""

from collections.abc import Collection
from urllib.parse import parse_qsl, urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect


def elsewhere(request: HttpRequest, url: str, problems: Collection[str]) -> HttpResponse | None:
    """Return a redirect to the list's own address; None if the request asks for that already.

    An address in which something was not understood is left as it is, so that the page can say so. What is compared
    are parameters, not letters: however a browser or a proxy encodes them, there is no second redirect. It is
    temporary, for a parameter that means nothing today may mean something in the next release.
    """
    asked = request.META.get("QUERY_STRING", "").encode("latin-1").decode(errors="replace")
    if problems or parameters_of(asked) == parameters_of(urlsplit(url).query):
        return None
    return HttpResponseRedirect(url)


def parameters_of(query: str) -> list[tuple[str, str]]:
    """Return the parameters of a query in order, empty ones too."""
    return parse_qsl(query, keep_blank_values=True)
