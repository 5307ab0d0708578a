"""What an editor changes of the people of an article by hand is a word to recognition too."""

from collections.abc import Collection

from articles.models import Article, Refusal


def note_by_hand(article: Article, *, gone: Collection[int], named: Collection[int], by: str) -> None:
    """Keep recognition from finding those who are `gone` again, and let it find those `named` after all: ids of people."""
    if named:
        Refusal.objects.filter(article=article, person__in=named).delete()
    refusals = [Refusal(article=article, person_id=pk, decided_by=by[:150]) for pk in set(gone) - set(named)]
    Refusal.objects.bulk_create(refusals, ignore_conflicts=True)
