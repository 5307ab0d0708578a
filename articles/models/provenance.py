"""Where a record of the archive comes from."""

from django.db import models


class Provenance(models.Model):
    """Where something was found, and by which bytes: of an article, and of each further record that brought it."""

    source_url = models.URLField(max_length=2000, blank=True)
    source_ref = models.CharField(
        max_length=500, blank=True, help_text="How its source names it; unique within a publication."
    )
    content_sha256 = models.CharField(
        max_length=64, blank=True, editable=False, help_text="Of the record as it was imported."
    )
    source_kind = models.CharField(
        max_length=20, blank=True, editable=False, help_text="The format that it came in."
    )
    source_file = models.CharField(max_length=500, blank=True, editable=False)
    source_line = models.PositiveIntegerField(default=0, editable=False)
    capture_url = models.URLField(max_length=2000, blank=True, editable=False)
    captured_at = models.DateTimeField(null=True, blank=True, editable=False)
    address_key = models.BigIntegerField(
        null=True, editable=False, help_text="Stands for the source’s canonical address."
    )

    class Meta:
        abstract = True
