"""The acts of a reviewer, the last of which can be taken back from the queue."""

from articles.models import Curation

ANSWERS = (Curation.Act.ACCEPTED, Curation.Act.REJECTED)


def last_act(by: str) -> Curation | None:
    """Return the last answer that this account gave and that stands; what it wrote over is not loaded."""
    answers = Curation.objects.filter(done_by=by[:150], act__in=ANSWERS, kind="person", undone_at=None)
    return answers.exclude(before=None).defer("before").order_by("-pk").first()
