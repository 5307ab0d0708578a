"""Articles read from the database, and what recognition sees in each: the part of the work that processes share."""

from functools import lru_cache

from articles.knownpeople import known_people
from articles.models import Article
from articles.people.appearing import Seen, seen
from articles.people.known import Text
from articles.people.recognise import Recogniser

COLUMNS = ("id", "headline", "standfirst", "body", "published_on")


@lru_cache(maxsize=1)
def recogniser(run: str) -> Recogniser:
    """Return what knows the people of the archive as they are when a run, by its key, asks first in this process."""
    return Recogniser(known_people())


def sighted(ids: list[int], run: str) -> dict[int, Seen]:
    """Return what is seen in the articles with these ids, as far as they exist: one query."""
    knows = recogniser(run)
    rows = Article.objects.filter(id__in=ids).order_by("id").values_list(*COLUMNS)
    return {
        identity: seen(
            Text(headline=headline, standfirst=standfirst, body=body.text(), day=day),
            knows,
            with_strangers=True,
        )
        for identity, headline, standfirst, body, day in rows
    }
