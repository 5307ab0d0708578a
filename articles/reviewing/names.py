"""An editor's answers to names that recur and that nobody bears: a person is made, someone gets another name, or none."""

from collections.abc import Collection, Iterable

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from articles.curating import Refused
from articles.curating.acts import keep, named
from articles.curating.journal import Journal
from articles.curating.kinds import KINDS
from articles.curating.kinds import locked as locked_records
from articles.curating.naming import checked_name, free_slug_for
from articles.curating.people import alias_kind
from articles.models import Alias, Curation, Person, Proposal
from articles.people.names import sort_name
from articles.reviewing.naming import find_in_articles

PERSON = KINDS["person"]
SETTLED = "Nothing was changed: that name was settled meanwhile."


def add_person(proposal: int, name: str, *, by: str) -> Curation:
    """Make a person called `name` of a proposal, given by id; return the act.

    As it is printed, in whatever spelling, the name becomes another name of the person, who is found in the articles
    that have it. Raises Refused.
    """
    wanted = checked_name(name)
    with transaction.atomic():
        group = locked([proposal])
        if taken := Person.objects.filter(name__iexact=wanted).first():
            raise Refused(f"There is a person called “{taken}” already: take it as another name of theirs.")
        journal = Journal()
        person = Person(name=wanted, slug=free_slug_for(PERSON, wanted), sort_name=sort_name(wanted))
        journal.make([person])
        call(journal, person, group)
        settle(journal, group, Proposal.State.ACCEPTED, by)
        act = keep(journal, Curation.Act.ACCEPTED, PERSON, f"Added {named([person])}", by)
    return find_in_articles(act, person, [wanted, *names_of(group)])


def add_alias(proposal: int, person: Person, *, by: str) -> Curation:
    """Take a proposal, given by id, as another name of `person`, who is found in the articles that have it; return the act.

    Raises Refused.
    """
    with transaction.atomic():
        group = locked([proposal])
        (bearer,) = locked_records(PERSON, [person.pk])
        journal = Journal()
        call(journal, bearer, group)
        settle(journal, group, Proposal.State.ACCEPTED, by)
        said = f"Took {named(group)} as another name of {named([bearer])}"
        act = keep(journal, Curation.Act.ACCEPTED, PERSON, said, by)
    return find_in_articles(act, bearer, names_of(group))


def dismiss(proposals: Collection[int], *, by: str) -> Curation:
    """Never propose these names again, given by id; return the act. Raises Refused."""
    with transaction.atomic():
        group = locked(proposals)
        journal = Journal()
        settle(journal, group, Proposal.State.DISMISSED, by)
        said = f"Dismissed {named(group)}: no person’s name"
        return keep(journal, Curation.Act.REJECTED, PERSON, said, by)


def locked(ids: Iterable[int]) -> list[Proposal]:
    """Return the open proposals with these ids and all that are the same name in another spelling, locked. Raises Refused."""
    waiting = Proposal.objects.filter(state=Proposal.State.OPEN)
    chosen = Q(pk__in=list(ids))
    keys = [key for key in waiting.filter(chosen).values_list("key", flat=True) if key]
    if found := list(waiting.filter(chosen | Q(key__in=keys)).select_for_update().order_by("pk")):
        return sorted(found, key=lambda proposal: (-proposal.articles, proposal.name))
    raise Refused(SETTLED)


def call(journal: Journal, person: Person, group: Iterable[Proposal]) -> None:
    """Give a person the names of proposals, but not the one it has."""
    known = {person.name, *Alias.objects.filter(person=person).values_list("name", flat=True)}
    fresh = [proposal.name for proposal in group if proposal.name not in known]
    journal.make([Alias(person=person, name=name, kind=alias_kind(name, person.name)) for name in fresh])


def settle(journal: Journal, group: Iterable[Proposal], state: Proposal.State, by: str) -> None:
    """Note what became of proposals."""
    ids = [proposal.pk for proposal in group]
    journal.change(Proposal, ids, state=state.value, settled_at=timezone.now(), settled_by=by[:150])


def names_of(group: Iterable[Proposal]) -> list[str]:
    """Return the spellings of a name."""
    return [proposal.name for proposal in group]
