"""The README names every setting, command, import format and export there is, and none that is not."""

import re
from pathlib import Path

from articles.exports import EXPORTS
from articles.importers import FORMATS
from articles.search.parser.fields import FIELDS

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text()
NOT_SETTINGS = {"CHROMIUM", "PORT", "DATABASE_URL"}


def table(heading):
    section = README.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    first_cells = re.findall(r"^\| (`.*?) \|", section, flags=re.M)
    return {name for cell in first_cells for name in re.findall(r"`([^`]+)`", cell)}


def test_every_setting_is_in_the_readme():
    settings = (ROOT / "newsroom/settings.py").read_text()
    read = set(re.findall(r'env\.\w+\(\s*"([A-Z_]+)"', settings))
    read |= set(re.findall(r'environ\.get\("([A-Z_]+)"', (ROOT / "newsroom/gunicorn.py").read_text()))
    assert table("Settings") == read


def test_every_command_is_in_the_readme():
    commands = {path.stem for path in (ROOT / "articles/management/commands").glob("[a-z]*.py")}
    assert table("Commands") == commands


def test_every_import_format_is_in_the_readme():
    named = {name for name in table("Put articles in") if not name.startswith("--")}
    assert named == {module.NAME for module in FORMATS}


def test_every_option_of_an_import_in_the_readme_exists():
    command = "".join(
        (ROOT / "articles/management" / name).read_text()
        for name in ("options.py", "commands/import_articles.py")
    )
    named = {name.split()[0] for name in table("Put articles in") if name.startswith("--")}
    assert {name for name in named if name.removeprefix("--") not in command} == set()
    assert len(named) >= 12


def test_every_export_is_in_the_readme():
    assert table("Take articles out") == {module.NAME for module in EXPORTS}


def test_every_field_of_a_search_is_in_the_readme():
    named = {name.rstrip(":").rstrip("0123456789") for name in table("Search")}
    assert named == set(FIELDS)


def test_every_make_target_named_exists():
    makefile = (ROOT / "Makefile").read_text()
    named = set(re.findall(r"(?:`|^)make ([a-z]+)", README, flags=re.M))
    assert {target for target in named if not re.search(rf"^{target}:", makefile, flags=re.M)} == set()
    assert named >= {"serve", "test", "lint", "dev", "bench", "admin"}
