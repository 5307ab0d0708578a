"""Measure how well near-copies are found: the archive's groups beside the corpus's own labels.

    NEWSROOM_DATA_DIR=… python -m benchmarks.copies CORPUS.jsonl

The archive must hold the corpus and nothing else. What the corpus repeats exactly is one article; of the rest, a label is
found if both stand in one group.
"""

import json
import sys
from pathlib import Path

import django


def groups() -> dict[str, int]:
    """Return the group of each reference: the id of the earliest of its near-copies, or its own."""
    from articles.models import Article, OtherSource  # noqa: PLC0415 - Django is set up by now

    columns = ("source_ref", "copy_of", "pk")
    found = {ref: head or pk for ref, head, pk in Article.objects.values_list(*columns)}
    others = OtherSource.objects.values_list("source_ref", "article__copy_of", "article")
    return found | {ref: head or pk for ref, head, pk in others}


def labels(corpus: Path) -> list[tuple[str, str, bool]]:
    """Return the pairs of references that the corpus calls repeats, and whether the text is the very same."""
    texts: dict[int, str] = {}
    found = []
    with corpus.open(encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            texts[record["id"]] = record["body_html"]
            if original := record["dup_of"]:
                is_exact = texts[original] == record["body_html"]
                found.append((str(record["id"]), str(original), is_exact))
    return found


def main() -> None:
    """Print recall and precision."""
    django.setup()
    group, pairs = groups(), labels(Path(sys.argv[1]))
    near = {(copy, original) for copy, original, is_exact in pairs if not is_exact}
    exact = {(copy, original) for copy, original, is_exact in pairs if is_exact}
    recalled = sum(group[copy] == group[original] for copy, original in near)
    members: dict[int, list[str]] = {}
    for reference, head in group.items():
        members.setdefault(head, []).append(reference)
    origin = {copy: original for copy, original, _ in pairs}
    together = [found for found in members.values() if len(found) > 1]
    claimed = sum(len(found) - 1 for found in together)
    right = sum(len(found) - len({origin.get(ref, ref) for ref in found}) for found in together)
    united = sum(group[copy] == group[original] for copy, original in exact)
    print(f"near-copies: {len(near):,} labelled, {recalled:,} found: recall {recalled / len(near):.4f}")
    print(f"pairs claimed: {claimed:,}, right {right:,}: precision {right / claimed:.4f}")
    print(f"exact repeats: {len(exact):,} labelled, {united:,} united or grouped")


if __name__ == "__main__":
    main()
