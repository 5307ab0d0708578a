"""What finds the near-copies of a text: twelve numbers, of which nearly equal texts share one at least."""

from django.db import models

from articles.models.article import Article
from articles.models.dumping import NothingToDump


def band() -> models.IntegerField:
    """Return the column of one of the numbers."""
    return models.IntegerField(db_index=True)


class Fingerprint(models.Model):
    """The bands of an article's text: a row of numbers costs a fifth of a row for each."""

    article = models.OneToOneField(
        Article, on_delete=models.CASCADE, primary_key=True, related_name="fingerprint"
    )
    band_0 = band()
    band_1 = band()
    band_2 = band()
    band_3 = band()
    band_4 = band()
    band_5 = band()
    band_6 = band()
    band_7 = band()
    band_8 = band()
    band_9 = band()
    band_10 = band()
    band_11 = band()

    dumped = NothingToDump()
    objects = models.Manager()

    def __str__(self) -> str:
        return f"fingerprint of {self.article}"
