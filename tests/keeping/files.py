"""Archive files made by hand: what each test is about, and a right rest."""

import hashlib
import json
import zipfile

from articles.keeping.tables import TABLES

MEMBERS = tuple(table.member for table in TABLES)


def a_publication(**fields):
    return {"slug": "ledger", "name": "The Ledger", "url": "", "description": "", "import_run": None} | fields


def a_person(**fields):
    return {"slug": "dana-whitfield", "name": "Dana Whitfield", "sort_name": "Whitfield, Dana"} | fields


def an_article(**fields):
    record = {
        "published_on": "2017-06-09",
        "slug": "senate-passes-budget",
        "status": "published",
        "published_at": "2017-06-09T18:30:00Z",
        "headline": "Senate passes budget",
        "body": "<p>The vote was 51 to 49.</p>",
        "publication": "ledger",
        "added_at": "2020-01-01T00:00:00.000001Z",
        "updated_at": "2020-01-01T00:00:00.000001Z",
        "mentions": [],
        "topics": [],
        "other_sources": [],
    }
    return record | fields


def a_run(**fields):
    record = {"key": "0f8fad5b-d9cb-469f-a165-70867728950e", "started_at": "2020-01-01T00:00:00Z"}
    return record | fields


def lines(records):
    return b"".join(json.dumps(record).encode() + b"\n" for record in records)


def told_of(name, content):
    told = {"name": name, "size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
    return told if name.startswith("files/") else told | {"records": content.count(b"\n")}


def manifest_of(contents, **changes):
    told = {
        "format": "newsroom-archive",
        "version": 1,
        "archive": "Newsroom",
        "year": None,
        "members": [told_of(name, content) for name, content in contents.items()],
    }
    return told | changes


def an_archive_file(path, *, extra=None, manifest=None, packing=zipfile.ZIP_DEFLATED, without=(), **tables):
    """Write the file with these records and these further members; `manifest` changes what its manifest says."""
    members = [name for name in MEMBERS if name.removesuffix(".jsonl") not in without]
    contents = {name: lines(tables.get(name.removesuffix(".jsonl"), [])) for name in members}
    contents |= extra or {}
    with zipfile.ZipFile(path, "w", packing) as packed:
        for name, content in contents.items():
            packed.writestr(name, content)
        packed.writestr("manifest.json", json.dumps(manifest_of(contents, **(manifest or {}))))
    return path


def contents_of(path):
    with zipfile.ZipFile(path) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def records_of(path, table):
    return [json.loads(line) for line in contents_of(path)[f"{table}.jsonl"].splitlines()]


def repacked(path, **changes):
    """Write the file again without its manifest's consent: members replaced, or None for left out."""
    contents = contents_of(path) | {name.replace("__", "."): content for name, content in changes.items()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in contents.items():
            if content is not None:
                packed.writestr(name, content)
    return path
