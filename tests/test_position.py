"""How far an index came is kept exactly."""

from hypothesis import given
from hypothesis import strategies as st

from articles.search.position import Position, ranges


def test_neighbours_become_one_range():
    assert ranges([1, 2, 3, 7, 9, 10]) == ((1, 3), (7, 7), (9, 10))


@given(st.sets(st.integers(1, 60)))
def test_position_has_seen_its_changes_and_no_others(ids):
    position = Position(seen=ranges(sorted(ids)))
    assert {change for change in range(70) if position.has_seen(change)} == ids


@given(st.sets(st.integers(1, 60)), st.integers(0, 1 << 62), st.integers(0, 1 << 62))
def test_position_survives_being_kept(ids, below, last):
    position = Position(below, ranges(sorted(ids)), last, "token")
    assert Position.from_bytes(position.to_bytes()) == position
