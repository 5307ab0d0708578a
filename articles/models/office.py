"""Who held which office when."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from articles.models.organisation import Post
from articles.models.person import Person
from articles.people.tenures import Tenure

LAST_DAY = date(9998, 12, 31)
LONGEST_AHEAD = timedelta(days=3_653)
"""Ten years: an office that begins later is a slip of the pen."""
PRECISIONS = ("day", "month", "year")
MANNERS = ("", "acting", "ex officio")


class OfficeQuerySet(models.QuerySet["Office"]):
    """Offices, asked for by the day."""

    def on(self, day: date) -> "OfficeQuerySet":
        """Only offices held on `day`, the most senior first, of one rank who holds it in full; first and last day count."""
        held = self.filter(Q(held_to__gte=day) | Q(held_to=None), held_from__lte=day)
        return held.order_by("post__rank", "manner", "-held_from", "id")

    def principal(self) -> "OfficeQuerySet":
        """Only offices that the page of a day names."""
        return self.filter(post__principal=True)

    def with_posts(self) -> "OfficeQuerySet":
        """With post and organisation loaded."""
        return self.select_related("post__organisation")

    def get_by_natural_key(
        self, person: str, post: str, held_from: str, state: str, district: str
    ) -> "Office":
        """Return the office a fixture names."""
        return self.get(
            person__slug=person, post__slug=post, held_from=held_from, state=state, district=district
        )


class Office(models.Model):
    """A post held by a person from one day to another. `held_to` is the last day; none says that it is held still."""

    class Precision(models.TextChoices):
        """How exactly a date is known."""

        DAY = "day"
        MONTH = "month"
        YEAR = "year"

    class Manner(models.TextChoices):
        """How the post is held."""

        FULL = "", "in full"
        ACTING = "acting"
        EX_OFFICIO = "ex officio"

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="offices")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="offices")
    party = models.CharField(max_length=100, blank=True)
    state = models.CharField(
        max_length=50, blank=True, help_text="AL, or the name of what no code stands for."
    )
    district = models.CharField(
        max_length=50, blank=True, help_text="The number of a district, or a senator’s class: class 2."
    )
    manner = models.CharField(max_length=10, choices=Manner.choices, default=Manner.FULL, blank=True)
    held_from = models.DateField("from")
    from_precision = models.CharField(max_length=5, choices=Precision.choices, default=Precision.DAY)
    held_to = models.DateField("to", null=True, blank=True, help_text="Empty while it is held.")
    to_precision = models.CharField(max_length=5, choices=Precision.choices, default=Precision.DAY)
    source = models.CharField(
        max_length=500, blank=True, help_text="Where this is stated: an address, or words."
    )

    objects = OfficeQuerySet.as_manager()

    class Meta:
        ordering = ["held_from", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "post", "held_from", "state", "district"], name="office_once"
            ),
            models.CheckConstraint(
                condition=Q(held_to=None) | Q(held_to__gte=F("held_from")), name="office_ends_after_it_began"
            ),
            models.CheckConstraint(
                condition=Q(held_from__lte=LAST_DAY) & (Q(held_to=None) | Q(held_to__lte=LAST_DAY)),
                name="office_year_1_to_9998",
            ),
            models.CheckConstraint(
                condition=Q(from_precision__in=PRECISIONS, to_precision__in=PRECISIONS, manner__in=MANNERS),
                name="office_words_are_known",
            ),
        ]
        indexes = [models.Index(fields=["post", "held_from"], name="office_in_order")]

    def __str__(self) -> str:
        return f"{self.person}, {self.post.title}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Let a period of which only month or year is known begin with its first day and end with its last."""
        self.held_from = first_day(self.held_from, self.from_precision)
        self.held_to = self.held_to and last_day(self.held_to, self.to_precision)
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """Refuse a period that no one can have held an office in. Raises ValidationError."""
        for name, day in (("held_from", self.held_from), ("held_to", self.held_to)):
            if day and day > LAST_DAY:
                raise ValidationError(
                    {name: f"It is beyond the year {LAST_DAY.year}; leave the end empty while it is held."}
                )
        if self.held_from and self.held_from > timezone.localdate() + LONGEST_AHEAD:
            raise ValidationError({"held_from": "It begins later than ten years from today."})
        if self.held_from and self.held_to and self.held_to < self.held_from:
            raise ValidationError({"held_to": "It ends before it began."})
        if self.person_id and self.held_from:
            if self.person.born and self.held_from < self.person.born:
                raise ValidationError({"held_from": f"{self.person} was born on {self.person.born}."})
            if self.person.died and self.held_from > self.person.died:
                raise ValidationError({"held_from": f"{self.person} died on {self.person.died}."})

    def natural_key(self) -> tuple[str, str, str, str, str]:
        """Return how a fixture names the office."""
        return (self.person.slug, self.post.slug, str(self.held_from), self.state, self.district)

    natural_key.dependencies = ["articles.person", "articles.post"]  # type: ignore[attr-defined]

    @property
    def tenure(self) -> Tenure:
        """The office in plain words; `post__organisation` has to be loaded."""
        return Tenure(
            title=self.post.title,
            organisation=self.post.organisation.name,
            post=self.post.slug,
            rank=self.post.rank,
            styles=tuple(self.post.styles.split("\n")) if self.post.styles else (),
            party=self.party,
            state=self.state,
            district=self.district,
            manner=self.manner,
            first=self.held_from,
            last=self.held_to,
            first_precision=self.from_precision,
            last_precision=self.to_precision,
        )


def first_day(day: date, precision: str) -> date:
    """Return the first day of the month or year that a date stands for."""
    if precision == Office.Precision.YEAR:
        return day.replace(month=1, day=1)
    return day.replace(day=1) if precision == Office.Precision.MONTH else day


def last_day(day: date, precision: str) -> date:
    """Return the last day of the month or year that a date stands for."""
    if precision == Office.Precision.YEAR:
        return day.replace(month=12, day=31)
    if precision == Office.Precision.MONTH:
        return day.replace(day=monthrange(day.year, day.month)[1])
    return day
