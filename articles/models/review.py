"""What recognition leaves to an editor, and what editors decided."""

from django.db import models
from django.utils import timezone

from articles.models.keys import NameKeyField
from articles.models.person import Person


class Refusal(models.Model):
    """An editor's word that an article does not name a person, whatever recognition finds."""

    article = models.ForeignKey(
        "articles.Article", on_delete=models.CASCADE, related_name="refusals", db_index=False
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="refusals")
    decided_by = models.CharField(max_length=150, blank=True)
    decided_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "person"], name="refusal_once")]

    def __str__(self) -> str:
        return f"not {self.person} in {self.article}"


class Doubt(models.Model):
    """A name in an article that may be one of several people's: the review queue. Made anew whenever recognition runs.

    What an editor decides becomes a mention of the editor's, or refusals of the candidates.
    """

    article = models.ForeignKey(
        "articles.Article", on_delete=models.CASCADE, related_name="doubts", db_index=False
    )
    name = models.CharField(max_length=200, help_text="As printed: Brown, Senator Brown.")
    sentence = models.TextField(help_text="The sentence in which it stands first.")
    start = models.PositiveIntegerField(help_text="Where the name begins in the sentence.")
    count = models.PositiveIntegerField(default=1, help_text="How often the article has it.")
    reason = models.CharField(max_length=200)
    candidates = models.ManyToManyField(Person, related_name="doubts", blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.CharField(max_length=150, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["article", "name"], name="doubt_once")]
        indexes = [
            models.Index(fields=["id"], condition=models.Q(settled_at=None), name="doubt_open"),
            models.Index(
                fields=["name", "id"], condition=models.Q(settled_at=None), name="doubt_open_by_name"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} in {self.article}"


class Proposal(models.Model):
    """A capitalised name that recurs and that no record bears: perhaps a person whom the archive does not know."""

    class State(models.TextChoices):
        """What became of it."""

        OPEN = "open"
        ACCEPTED = "accepted"
        DISMISSED = "dismissed"

    name = models.CharField(max_length=200)
    key = NameKeyField()
    articles = models.PositiveIntegerField(default=0, help_text="How many articles have the name.")
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.CharField(max_length=150, blank=True)

    class Meta:
        ordering = ["-articles", "name"]
        constraints = [models.UniqueConstraint(fields=["name"], name="proposal_once")]
        indexes = [
            models.Index(fields=["state", "-articles", "name"], name="proposal_in_order"),
            models.Index(fields=["key", "state", "articles"], name="proposal_alike"),
        ]

    def __str__(self) -> str:
        return self.name
