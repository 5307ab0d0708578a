"""Making two people of one: a part of the names, offices and articles goes to another."""

from collections.abc import Collection

from django.db import transaction
from django.db.models import Q, QuerySet

from articles.curating.acts import counted, enumerated, keep, named
from articles.curating.journal import Journal, chunks
from articles.curating.kinds import KINDS, locked
from articles.curating.links import move_links
from articles.curating.naming import checked_name, free_slug_for
from articles.curating.people import drop_refusals, hand_over_aliases, hand_over_offices, ids_of
from articles.curating.refused import Refused
from articles.models import Alias, Article, Curation, Mention, Office, Origin, Person, Quotation, Refusal
from articles.people.names import sort_name

Ids = Collection[int]
Articles = Ids | QuerySet[Article]
PERSON = KINDS["person"]


def split(
    person: Person, name: str, *, by: str, aliases: Ids = (), offices: Ids = (), articles: Articles = ()
) -> Curation:
    """Give some of a person's other names, offices and articles, by id, to the person called `name`; return the act.

    A person of that name is made if there is none. What goes is the editor's word from then on: recognition does not
    find the first person in those articles again. Raises Refused if nothing goes, or to no one else.
    """
    with transaction.atomic():
        (source,) = locked(PERSON, [person.pk])
        journal = Journal()
        other = receiver(journal, source, name)
        names = Alias.objects.filter(person=source, pk__in=aliases)
        held = Office.objects.filter(person=source, pk__in=offices)
        going = articles_of(source, articles)
        counts = names.count(), held.count(), len(going)
        if not any(counts):
            raise Refused(f"Nothing of “{source}” was chosen that goes to “{other}”.")
        hand_over_aliases(journal, names, other)
        hand_over_offices(journal, held, other)
        hand_over_articles(journal, source, other, going, by)
        return keep(journal, Curation.Act.SPLIT, PERSON, said(source, other, counts), by)


def said(source: Person, other: Person, counts: tuple[int, int, int]) -> str:
    """Return what was done, in words."""
    kinds = ("other name", "office", "article")
    given = [counted(number, what) for number, what in zip(counts, kinds, strict=True) if number]
    return f"Split {named([other])} from {named([source])}: {enumerated(given)}"


def receiver(journal: Journal, source: Person, name: str) -> Person:
    """Return the person called `name`, made if there is none. Raises Refused if that is the same one."""
    wanted = checked_name(name)
    found = Person.objects.select_for_update().filter(name__iexact=wanted).first()
    if found and found.pk == source.pk:
        raise Refused(f"“{source}” can’t be split from itself: give the other person another name.")
    if found:
        return found
    made = Person(name=wanted, slug=free_slug_for(PERSON, wanted), sort_name=sort_name(wanted))
    journal.make([made])
    return made


def articles_of(person: Person, articles: Articles) -> set[int]:
    """Return the ids of those of the articles that name or quote a person."""
    mentioned = Mention.objects.filter(tag=person).order_by().values_list("content_object", flat=True)
    quoted = Quotation.objects.filter(person=person).order_by().values_list("article", flat=True)
    if isinstance(articles, QuerySet):
        chosen = articles.filter(Q(pk__in=mentioned) | Q(pk__in=quoted))
        return set(chosen.order_by().values_list("pk", flat=True))
    return {*mentioned, *quoted} & set(articles) if articles else set()


def hand_over_articles(journal: Journal, source: Person, other: Person, articles: set[int], by: str) -> None:
    """Let articles name and quote `other`, and not `source`."""
    for chunk in chunks(articles):
        mentions = Mention.objects.filter(tag=source, content_object__in=chunk)
        move_links(journal, PERSON, ids_of(mentions), other.pk, origin=Origin.EDITOR)
        quotations = Quotation.objects.filter(person=source, article__in=chunk)
        journal.change(Quotation, ids_of(quotations), person_id=other.pk)
        refused = Refusal.objects.filter(person=source, article__in=chunk)
        known = set(refused.values_list("article_id", flat=True))
        fresh = [Refusal(article_id=pk, person=source, decided_by=by) for pk in chunk if pk not in known]
        journal.make(fresh)
    drop_refusals(journal, other)
