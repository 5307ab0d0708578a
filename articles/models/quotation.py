"""What people said, in their own words, as articles quote them."""

from django.db import models

from articles.models.person import Person


class Quotation(models.Model):
    """Words between quotation marks in an article, with the verb of speaking that stands beside them."""

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="quotations")
    person = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="quotations"
    )
    speaker = models.CharField(max_length=200, blank=True, help_text="As printed: Mr. Sessions, he, an aide.")
    words = models.TextField()
    verb = models.CharField(max_length=40, blank=True)
    start = models.PositiveIntegerField(help_text="Where the words begin in the plain text of the body.")

    class Meta:
        ordering = ["article", "start"]
        constraints = [models.UniqueConstraint(fields=["article", "start"], name="quotation_once")]

    def __str__(self) -> str:
        return f"“{self.words[:60]}”"
