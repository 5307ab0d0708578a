"""The kinds of file in which any list of articles can be taken away."""

from articles.exports import (
    apa,
    atom,
    bibtex,
    chicago,
    csl_json,
    csv,
    json_feed,
    json_lines,
    mla,
    ninjs,
    ris,
    rss,
)
from articles.exports.base import Exporter

__all__ = ["EXPORTS", "Exporter", "exporter_named"]

EXPORTS: tuple[Exporter, ...] = (
    csv, json_lines, ninjs, bibtex, ris, csl_json, atom, rss, json_feed, apa, chicago, mla,
)  # fmt: skip
"""In the order in which readers are offered them."""


def exporter_named(name: str) -> Exporter | None:
    """Return the exporter of the kind `name`, None if there is none."""
    return next((exporter for exporter in EXPORTS if name == exporter.NAME), None)
