"""Slugs for many records at once."""

from collections import defaultdict
from datetime import date

from django.db.models import Q

from articles.models import Article, Person, Topic
from articles.models.article import next_free
from articles.people.names import slug


def give_slugs(articles: list[Article]) -> None:
    """Give each article a slug that is free on its day: one query for all, one more for each that is taken."""
    wanted = [slug(article.headline)[:80].strip("-") for article in articles]
    days = {article.published_on for article in articles}
    rows = Article.objects.filter(published_on__in=days, slug__in=set(wanted)).values_list(
        "published_on", "slug"
    )
    taken: dict[date, set[str]] = defaultdict(set)
    for day, used in rows:
        taken[day].add(used)
    for article, name in zip(articles, wanted, strict=True):
        day = article.published_on
        if name in taken[day]:
            taken[day].update(
                Article.objects.dated(day).filter(slug__startswith=name).values_list("slug", flat=True)
            )
        article.slug = next_free(name, taken[day])
        taken[day].add(article.slug)


def free_slugs(model: type[Person] | type[Topic], names: list[str]) -> list[str]:
    """Return a slug for each name that no record has: one query for all, one more for those that are taken."""
    wanted = [slug(name) for name in names]
    taken = set(model.objects.filter(slug__in=wanted).values_list("slug", flat=True))
    if taken:
        numbered = Q()
        for name in taken:
            numbered |= Q(slug__startswith=f"{name}-")
        taken |= set(model.objects.filter(numbered).values_list("slug", flat=True))
    free = []
    for name in wanted:
        free.append(next_free(name, taken))
        taken.add(free[-1])
    return free
