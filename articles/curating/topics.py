"""What belongs to a topic beside its articles, handed over to another; and its place in the tree."""

from collections.abc import Collection

from articles.curating.journal import Journal
from articles.curating.links import hand_over
from articles.models import FormerSlug, Topic, TopicAlias, TopicTree


def hand_over_topic(journal: Journal, other: Topic, into: Topic) -> None:
    """Give the other names and former addresses of `other` to `into`."""
    to = {"topic_id": into.pk}
    hand_over(journal, TopicAlias.objects.filter(topic=other), to, ("name",), [(into.name,)])
    hand_over(journal, FormerSlug.objects.filter(topic=other), to)


def move_in_tree(journal: Journal, others: list[Topic], into: Topic) -> None:
    """Put the topics under `others` under `into`, and that under what it or one of the others stood under."""
    group = {into.pk, *(other.pk for other in others)}
    parents = dict(Topic.objects.values_list("pk", "parent_id"))
    below = [child for child in narrower_than(parents, group) if child not in group]
    journal.change(Topic, (child for child in below if parents[child] != into.pk), parent_id=into.pk)
    place = place_of(parents | dict.fromkeys(below, into.pk), [into, *others], group)
    if place != into.parent_id:
        journal.change(Topic, [into.pk], parent_id=place)


def place_of(parents: dict[int, int | None], topics: list[Topic], group: Collection[int]) -> int | None:
    """Return the first broader topic of `topics` that stands neither among them nor under the first."""
    under = TopicTree(parents).narrower(topics[0].pk)
    broader = (topic.parent_id for topic in topics)
    return next((place for place in broader if place and place not in under and place not in group), None)


def narrower_than(parents: dict[int, int | None], group: Collection[int]) -> list[int]:
    """Return the topics directly under one of the group."""
    return [topic for topic, parent in parents.items() if parent in group]
