"""The archive by year, month and day."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles import indexing
from articles.calendars import month_sheet, year_sheets
from articles.daybook import day_after, day_before, days_counted, last_of_month, paper_of
from articles.found import Found
from articles.listing import Listing
from articles.views.canonical import as_list, elsewhere, renamed


@require_safe
def day(request: HttpRequest, year: int, month: int, day: int) -> HttpResponse:
    """Show a day as its own front page; a day without articles says where the next ones are."""
    asked = real_date(year, month, day)
    if moved := as_list(request, asked.isoformat(), asked.isoformat()):
        return moved
    snapshot = indexing.snapshot()
    return render(request, "day.html", {"snapshot": snapshot, "paper": paper_of(snapshot, asked)})


@require_safe
def month(request: HttpRequest, year: int, month: int) -> HttpResponse:
    """Show a month as a calendar, and its articles as a list."""
    first = real_date(year, month, 1)
    name = f"{year:04}-{month:02}"
    listing = Listing.read(request.GET, path=request.path, known=(), **{"from": name, "to": name})
    if moved := elsewhere(request, listing.page_url, listing.problems) or renamed(request, listing):
        return moved
    found = Found(listing)
    counts = days_counted(found.snapshot, first, last_of_month(first))
    context = {
        "snapshot": found.snapshot,
        "found": found,
        "first": first,
        "sheet": month_sheet(year, month, counts),
        "previous": day_before(found.snapshot, first),
        "next": day_after(found.snapshot, last_of_month(first)),
    }
    return render(request, "month.html", context)


@require_safe
def year(request: HttpRequest, year: int) -> HttpResponse:
    """Show a year as twelve calendars, with who and what it was about."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    if moved := as_list(request, f"{year:04}", f"{year:04}"):
        return moved
    found = Found(Listing(first=f"{year:04}", last=f"{year:04}"))
    context = {
        "snapshot": found.snapshot,
        "found": found,
        "first": first,
        "sheets": year_sheets(year, days_counted(found.snapshot, first, last)),
        "previous": day_before(found.snapshot, first),
        "next": day_after(found.snapshot, last),
    }
    return render(request, "year.html", context)


def real_date(year: int, month: int, day: int) -> date:
    """Return the date; a day that no calendar has is a page that does not exist."""
    try:
        return date(year, month, day)
    except ValueError as impossible:
        raise Http404(f"There is no such day: {impossible}.") from impossible
