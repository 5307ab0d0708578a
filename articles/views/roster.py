"""Many names at once: whom they stand for, and how many articles name them, as a table or as a file."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from articles import indexing
from articles.parameters import Reader
from articles.roster import Roster, RosterAsked, turns, written
from articles.views.exports import refused


# A reader has no cookie, and nothing is changed: who makes another's browser ask learns nothing and does no harm.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def roster(request: HttpRequest) -> HttpResponse:
    """Show a list of names, from the address or from the form.

    A line can't end in an address, and 500 names don't fit in one: so the form is posted, and led to the address that
    holds its names if one does; else it is answered at once. With `format=csv` the answer is a file.
    """
    is_posted = request.method == "POST"
    reader = Reader(request.POST if is_posted else request.GET)
    asked = RosterAsked.read(reader)
    is_file = reader.last("format") == "csv"
    if is_posted and asked.is_short and not (is_file or asked.problems):
        return HttpResponseRedirect(f"{request.path}?{asked.query}" if asked.query else request.path)
    found = Roster(asked, indexing.snapshot())
    return as_file(found) if is_file else as_page(request, found)


def as_page(request: HttpRequest, found: Roster) -> HttpResponse:
    """Return the page of a list of names."""
    context = {
        "place": "people",
        "snapshot": found.snapshot,
        "asked": found.asked,
        "roster": found,
        "turns": turns(found.asked),
    }
    return render(request, "roster.html", context)


def as_file(found: Roster) -> HttpResponse:
    """Return the file of a list of names. What is not understood is refused: a program would not see it said."""
    if answer := refused(found.asked.problems):
        return answer
    headers = {
        "Content-Disposition": str(content_disposition_header(True, "newsroom-names.csv")),
        "X-Robots-Tag": "noindex",
    }
    return HttpResponse(written(found), content_type="text/csv; charset=utf-8", headers=headers)
