"""Taking an act back: its steps from the last to the first, each row as it was before."""

from collections.abc import Callable

from django.db import IntegrityError, transaction
from django.utils import timezone

from articles.curating.again import people_of, recognised_again
from articles.curating.journal import Step
from articles.curating.refused import Refused
from articles.curating.reversal import Reversal
from articles.models import Curation, TopicTree

OVERTAKEN = "It can’t be undone: a name, an address or a number that it would give back was taken since."


def unsaid(remark: str) -> None:
    """Say a remark to nobody."""


def undo(curation: Curation, *, by: str, tell: Callable[[str], None] = unsaid) -> Curation:
    """Give back the state before an act, with the same ids; what came later and is not touched by it stays.

    Where recognition wrote over what the act wrote, it reads the articles of these people again afterwards; `tell` is
    told so in words. Raises Refused, and changes nothing, where later changes stand in the way.
    """
    try:
        with transaction.atomic():
            act = Curation.objects.select_for_update().filter(pk=curation.pk).first()
            people = take_back(act)
            Curation.objects.filter(pk=curation.pk).update(undone_at=timezone.now(), undone_by=by[:150])
    except IntegrityError as problem:
        raise Refused(OVERTAKEN) from problem
    if people:
        tell(recognised_again(people))
    return Curation.objects.get(pk=curation.pk)


def can_be_undone(act: Curation) -> bool:
    """Return whether there is anything to undo an act from."""
    return (
        act.undone_at is None and isinstance(act.before, dict) and isinstance(act.before.get("steps"), list)
    )


def take_back(act: Curation | None) -> set[int]:
    """Write the rows back that an act changed; return the people, by id, whom recognition has to find again."""
    if act is None:
        raise Refused("There is no such act.")
    if act.undone_at:
        raise Refused(f"It was undone already, on {act.undone_at:%-d %B %Y}.")
    if not can_be_undone(act):
        raise Refused("It can’t be undone: how things stood before it was not kept.")
    steps = (act.before or {})["steps"]
    reversal = Reversal(act)
    reversal.refuse_if_gone(steps)
    for step in reversed(steps):
        reversal.take_back(step)
    if act.kind == "topic":
        refuse_circles(steps)
    return people_of(steps) if reversal.is_recognised_anew else set()


def refuse_circles(steps: list[Step]) -> None:
    """Raise Refused if a topic would stand under itself."""
    if any(step["table"] == "articles.Topic" for step in steps):
        parents = TopicTree.of_archive().parents
        settled: set[int] = set()
        for topic in parents:
            path: set[int] = set()
            place: int | None = topic
            while place is not None and place not in settled:
                if place in path:
                    raise Refused("It can’t be undone: a topic would stand under itself, as the tree is now.")
                path.add(place)
                place = parents.get(place)
            settled |= path
