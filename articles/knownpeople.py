"""The people the archive knows, read for recognition: three queries, however many they are."""

from collections import defaultdict
from collections.abc import Collection

from articles.models import Alias, Office, Person
from articles.people.known import Known, OtherName
from articles.people.tenures import Tenure


def known_people(among: Collection[int] | None = None) -> list[Known]:
    """Return all people, or a few thousand `among` them by id, with other names and offices, in order of id."""
    of, one = ({}, {}) if among is None else ({"person__in": among}, {"id__in": among})
    others: dict[int, list[OtherName]] = defaultdict(list)
    for person, name, first, last in (
        Alias.objects.filter(**of).order_by("id").values_list("person_id", "name", "used_from", "used_to")
    ):
        others[person].append(OtherName(name, first, last))
    tenures: dict[int, list[Tenure]] = defaultdict(list)
    for office in Office.objects.filter(**of).with_posts().order_by("held_from", "id").iterator():
        tenures[office.person_id].append(office.tenure)
    rows = Person.objects.filter(**one).order_by("id").values_list("id", "name", "born", "died", "sort_name")
    return [
        Known(identity, name, tuple(others[identity]), tuple(tenures[identity]), born, died, sort_name)
        for identity, name, born, died, sort_name in rows
    ]
