"""What becomes visible without anyone at hand."""

from django.utils import timezone

from articles.models import Article, Status


def publish_due() -> int:
    """Publish the scheduled articles whose time has come, and return how many."""
    due = Article.objects.filter(status=Status.SCHEDULED, published_at__lte=timezone.now())
    return due.update(status=Status.PUBLISHED, updated_at=timezone.now())
