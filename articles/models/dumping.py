"""Tables that fixtures leave alone."""

from django.db import models


class NothingToDump(models.Manager):
    """Shows `dumpdata` an empty table: what belongs to its own database alone, or is made of other tables."""

    def get_queryset(self) -> models.QuerySet:
        """Return nothing."""
        return super().get_queryset().none()
