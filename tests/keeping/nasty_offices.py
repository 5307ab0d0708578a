"""Odd offices, quotations, former addresses and decisions of editors: every column of their tables filled somewhere."""

from datetime import date, datetime, timedelta

from articles.models import (
    Curation,
    FormerSlug,
    Mention,
    Office,
    Organisation,
    Post,
    Proposal,
    Quotation,
    Refusal,
)


def make(articles, people, topics, moment: datetime, odd_texts):
    """Add to these articles, people (four) and topics (two) what hangs on them."""
    senator, deputy, clerk = posts()
    offices(people, senator, deputy, clerk)
    Mention.objects.filter(content_object=articles[0], tag=people[0]).update(
        places="h0-8 full, s3-7 alias, b112-120 surname"
    )
    quotations(articles, people, odd_texts)
    Refusal.objects.create(
        article=articles[0], person=people[2], decided_by="Élysée “the editor”", decided_at=moment
    )
    Refusal.objects.create(article=articles[-1], person=people[3])
    FormerSlug.objects.create(slug="zimmermann_Z", person=people[0])
    FormerSlug.objects.create(slug="migration", topic=topics[1])
    FormerSlug.objects.create(slug="migration", person=people[1])
    decisions(moment)


def posts():
    # made before what it is a part of
    chamber = Organisation.objects.create(name="Sénat & “Rat”", kind="legislature", wikidata_id="Q66096")
    government = Organisation.objects.create(name="Government", kind="government")
    Organisation.objects.filter(pk=chamber.pk).update(parent=government)
    court = Organisation.objects.create(name="Court")
    return (
        Post.objects.create(
            title="Senator", organisation=chamber, rank=0, principal=True, styles="Sen.\nSénatrice\n  Mme"
        ),
        Post.objects.create(title="Deputy", organisation=court, rank=32767),
        Post.objects.create(title="Deputy", organisation=chamber),
    )


def offices(people, senator, deputy, clerk):
    Office.objects.create(
        person=people[0],
        post=senator,
        party="Grüne\tPartei",
        state="AL",
        district="class 2",
        manner="acting",
        held_from=date(1999, 3, 1),
        from_precision="month",
        held_to=date(2004, 12, 31),
        to_precision="year",
        source="https://senate.example/?a=1&b=“2”",
    )
    Office.objects.create(
        person=people[0], post=senator, held_from=date(1999, 3, 1), state="AK", manner="ex officio"
    )
    for person in (people[1], people[2]):
        Office.objects.create(
            person=person, post=deputy, held_from=date(1, 1, 1), from_precision="year", held_to=None
        )
    Office.objects.create(
        person=people[3], post=clerk, held_from=date(9998, 12, 31), held_to=date(9998, 12, 31), source="🗳️"
    )


def quotations(articles, people, odd_texts):
    for start, (person, words) in enumerate(zip((None, *people), odd_texts, strict=False)):
        Quotation.objects.create(article=articles[0], person=person, words=words, start=start)
    Quotation.objects.create(
        article=articles[-1],
        person=people[2],
        speaker="an “aide”",
        words="No.",
        verb="told\nus",
        start=2**31 - 1,
    )


def decisions(moment):
    Proposal.objects.create(name="Ńorm \u202eEisen", articles=2**31 - 1)
    Proposal.objects.create(name="ńorm Eisen", state="accepted", settled_at=moment, settled_by="é" * 150)
    Proposal.objects.create(name="NORM EISEN", state="dismissed", settled_at=moment)
    Curation.objects.create(
        act="merged", kind="person", summary="“A” into B & C.", done_by="Élysée", done_at=moment
    )
    for number, (act, _) in enumerate(Curation.Act.choices):
        Curation.objects.create(
            act=act,
            kind="topic",
            summary="x" * 500,
            done_at=moment - timedelta(microseconds=number),
            undone_at=moment,
            undone_by="\tsomebody",
        )
