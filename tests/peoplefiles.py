"""Files about people for tests, and the commands that take them in and out."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

RUIZ = {
    "name": "Ana Ruiz",
    "sort_name": "Ruiz, Ana",
    "slug": "ana-ruiz",
    "description": "",
    "wikidata_id": "Q900001",
    "bioguide_id": "R900001",
    "born": "1958-03-04",
    "died": None,
    "aliases": [{"name": "Ana M. Ruiz", "kind": "full name", "from": None, "to": None}],
    "offices": [
        {
            "title": "Senator",
            "organisation": "United States Senate",
            "party": "Republican",
            "state": "AL",
            "district": "class 2",
            "manner": "",
            "from": "1997-01-03",
            "to": "2017-02-08",
            "source": "",
        }
    ],
}


def a_record(**fields):
    """A person with a name and nothing else, but for what the test is about."""
    return {"name": "Ana Ruiz"} | fields


def an_office(**fields):
    return {"title": "Director", "organisation": "Bureau of Maps", "from": "2017-02-09"} | fields


def a_legislator(first="Ana", last="Ruiz", bioguide="R900001", terms=(), born="1958-03-04", **fields):
    return {
        "id": {"bioguide": bioguide} if bioguide else {},
        "name": {"first": first, "last": last} | fields.pop("name", {}),
        "bio": {"birthday": born} if born else {},
        "terms": list(terms),
    } | fields


def a_term(kind="sen", start="2011-01-05", end="2017-01-03", state="AL", **fields):
    return {"type": kind, "start": start, "end": end, "state": state, "party": "Republican"} | fields


class Commands:
    """Import and export, as an archivist runs them."""

    def __init__(self, folder):
        self.folder = folder

    def file(self, content, name="people.jsonl"):
        """Write a file of records, or of text or bytes, and return its path."""
        path = self.folder / name
        if isinstance(content, list):
            content = "".join(f"{json.dumps(record, ensure_ascii=False)}\n" for record in content)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def take_in(self, content, name="people.jsonl", **options):
        """Import what a file holds and return what is printed."""
        return self.run("import_people", self.file(content, name), **options)

    def given_out(self, *slugs, kind="jsonl"):
        """Return what is exported."""
        return self.run("export_people", *slugs, format=kind)

    def run(self, *arguments, **options):
        printed = io.StringIO()
        try:
            call_command(*map(str, arguments), stdout=printed, stderr=printed, **options)
        except CommandError as error:
            printed.write(f"error: {error}")
        return printed.getvalue()


@pytest.fixture
def people(tmp_path):
    return Commands(tmp_path)
