"""The house stands in five layers, and a layer imports from those below it only."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LAYERS = (
    (
        "addresses", "axes", "bands", "calendars", "characters", "charts", "citations", "examples", "fingerprints", "languages", "markup",
        "newsitem", "outgoing", "people", "pool", "prepared", "richtext", "sentences", "soup", "spreadsheets",
    ),
    ("exports", "facets", "fetching", "filters", "importers", "marking", "measures", "parameters", "search"),
    ("models", "querysets", "changes", "migrations"),
    (
        "arrivals", "authority", "authorship", "checking", "copies", "daybook", "directory", "documents", "emptiness", "exporting",
        "facetlist", "feeds", "filling", "foresight", "found", "identity", "indexing", "ingest", "intake", "keeping",
        "curating", "knownnames", "knownpeople", "listing", "matching", "mentions", "namedocuments", "naming", "narrowing", "offices", "panel",
        "peoplerecords", "personpage", "preparing", "publishing", "recognition", "reviewing", "roster", "succession", "revising", "rows", "runs", "slugs", "standing", "suggesting", "tally", "undoing", "versions", "writing",
    ),
    ("admin", "apps", "management", "middleware", "templatetags", "urls", "views"),
)  # fmt: skip
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}
SOURCES = sorted(path for path in (ROOT / "articles").rglob("*.py") if path != ROOT / "articles/__init__.py")
WITHOUT_RECORDS = (
    "articles/characters.py",
    "articles/charts.py",
    "articles/markup.py",
    "articles/newsitem.py",
)
LONGEST_FILE, LONGEST_FUNCTION, LONGEST_TEMPLATE = 200, 25, 80
LONG_FILES: set[str] = set()
LONG_FUNCTIONS: set[str] = set()
LONG_TEMPLATES: set[str] = set()


def layer_of(module: str) -> int | None:
    parts = module.split(".")
    return LEVEL.get(parts[1]) if parts[0] == "articles" and len(parts) > 1 else None


def imports_of(tree: ast.AST) -> list[tuple[str, ast.AST]]:
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            names = (
                [f"{node.module}.{alias.name}" for alias in node.names]
                if node.module == "articles"
                else [node.module]
            )
            found += [(name, node) for name in names]
        elif isinstance(node, ast.Import):
            found += [(alias.name, node) for alias in node.names]
    return found


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_module_imports_from_its_own_layer_or_below(path):
    name = path.relative_to(ROOT / "articles").parts[0].removesuffix(".py")
    assert name in LEVEL, f"{name} stands in no layer: name it in LAYERS"
    above = [
        module
        for module, _ in imports_of(ast.parse(path.read_text()))
        if (layer_of(module) or 0) > LEVEL[name]
    ]
    assert above == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_module_of_the_lower_layers_knows_the_records(path):
    if LEVEL[path.relative_to(ROOT / "articles").parts[0].removesuffix(".py")] < 2:
        assert [
            module for module, _ in imports_of(ast.parse(path.read_text())) if module.startswith("django.db")
        ] == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_function_imports(path):
    tree = ast.parse(path.read_text())
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    inside = [
        node.lineno
        for function in functions
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert inside == []


def test_only_markup_calls_the_sanitisers():
    callers = {
        str(path.relative_to(ROOT))
        for path in SOURCES
        if any(
            module.split(".")[0] in ("bleach", "nh3") for module, _ in imports_of(ast.parse(path.read_text()))
        )
    }
    assert callers == {"articles/markup.py"}


def test_no_template_marks_text_safe():
    marked = [
        str(path)
        for path in (ROOT / "templates").rglob("*.html")
        if "|safe" in path.read_text() or "autoescape off" in path.read_text()
    ]
    assert marked == []


def test_no_code_marks_text_safe():
    assert [str(path) for path in SOURCES if "mark_safe" in path.read_text()] == []


def test_no_file_grows_beyond_its_bound():
    long = {
        str(path.relative_to(ROOT))
        for path in SOURCES
        if path.parent.name != "migrations" and len(path.read_text().splitlines()) > LONGEST_FILE
    }
    assert long == LONG_FILES


def test_no_function_grows_beyond_its_bound():
    long = set()
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno + 1 > LONGEST_FUNCTION:
                long.add(f"{path.relative_to(ROOT)}:{node.name}")
    assert long == LONG_FUNCTIONS


def test_no_template_grows_beyond_its_bound():
    long = {
        str(path.relative_to(ROOT))
        for path in (ROOT / "templates").rglob("*.html")
        if len(path.read_text().splitlines()) > LONGEST_TEMPLATE
    }
    assert long == LONG_TEMPLATES
