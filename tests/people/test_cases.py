"""How many of the hard cases recognition gets right: sure matches, by rule; whatever it gets wrong is listed."""

from collections import Counter
from functools import cache

import pytest

from articles.people.recognise import Recogniser
from tests.people.cases import authority, cases

PRECISION, RECALL = 0.99, 0.90
AT_LEAST = 400
GROUPS = sorted({case.rule for case in cases()})


@cache
def outcomes() -> tuple[Counter, list[str]]:
    people = authority()
    slugs = {person.id: slug for slug, person in people.items()}
    recogniser = Recogniser(people.values())
    counts: Counter = Counter()
    errors = []
    for case in cases():
        matches = recogniser.read(case.text).matches
        found = {(match.part, match.start, match.end, slugs[match.person]): match.rule for match in matches}
        wanted = {mark for mark in case.marks if mark[3] != "?"}
        wrong, missed = found.keys() - wanted, wanted - found.keys()
        counts[case.rule, "right"] += len(found) - len(wrong)
        counts[case.rule, "wrong"] += len(wrong)
        counts[case.rule, "missed"] += len(missed)
        counts.update((f"by {found[mark]}", "wrong" if mark in wrong else "right") for mark in found)
        for kind, marks in (("WRONG", wrong), ("missed", missed)):
            errors += [
                f"{kind} {case.rule}:{case.number} {case.text.part(part)[start:end]!r} as {slug}"
                for part, start, end, slug in sorted(marks)
            ]
    return counts, errors


def figures(groups: list[str]) -> tuple[float, float]:
    counts, _ = outcomes()
    right, wrong, missed = (
        sum(counts[group, kind] for group in groups) for kind in ("right", "wrong", "missed")
    )
    return right / (right + wrong or 1), right / (right + missed or 1)


def test_there_are_enough_cases():
    assert sum(1 for _ in cases()) >= AT_LEAST


def test_sure_matches_are_right_and_few_are_missed():
    precision, recall = figures(GROUPS)
    print(f"precision {precision:.4f}, recall {recall:.4f}")
    print("\n".join(outcomes()[1]))
    assert precision >= PRECISION
    assert recall >= RECALL


@pytest.mark.parametrize("group", GROUPS)
def test_sure_matches_of_each_rule_are_right(group):
    counts, _ = outcomes()
    if counts[group, "right"] + counts[group, "wrong"] + counts[group, "missed"]:
        precision, recall = figures([group])
        print(f"{group}: precision {precision:.4f}, recall {recall:.4f}")
        assert counts[group, "wrong"] <= max(1, 0.01 * counts[group, "right"])
        assert recall >= RECALL


@pytest.mark.parametrize("rule", ["name", "form", "title", "seat", "surname"])
def test_what_each_rule_finds_is_right(rule):
    counts, _ = outcomes()
    right, wrong = counts[f"by {rule}", "right"], counts[f"by {rule}", "wrong"]
    print(f"{rule}: {right} right, {wrong} wrong")
    assert right
    assert wrong <= max(1, 0.01 * right)


def test_what_only_an_editor_can_tell_is_left_to_the_queue():
    people = authority()
    recogniser = Recogniser(people.values())
    asked = reached = 0
    for case in cases():
        marks = [(part, start) for part, start, _, slug in case.marks if slug == "?"]
        doubts = recogniser.read(case.text).doubts
        asked += len(marks)
        reached += min(len(marks), sum(doubt.count for doubt in doubts))
    print(f"{reached} of {asked} doubtful names are in the queue")
    assert reached >= 0.6 * asked
