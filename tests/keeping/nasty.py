"""An archive with everything in it that a file has ever lost: made by hand, every column of every table filled somewhere."""

from datetime import UTC, date, datetime, timedelta, timezone

from articles.models import (
    Alias,
    Article,
    ArticleTopic,
    Feed,
    ImportProblem,
    ImportRun,
    Mention,
    OtherSource,
    Person,
    Publication,
    Section,
    Topic,
    TopicAlias,
)
from tests.keeping import nasty_offices

EXACT = datetime(2018, 1, 2, 3, 4, 5, 678901, tzinfo=timezone(timedelta(hours=-5)))
DECOMPOSED = "E\u0301lyse\u0301e"
ODD_TEXTS = (
    "“Quotes” & <tags> \\ \"'",
    "\u202eright to left\u202c عنوان",
    "🗳️ 👩🏽‍⚖️ \U0001f1fa\U0001f1f8",
    DECOMPOSED,
    "line\u2028separator\u2029and\x85more",
    "tab\tand\nnew line\r\nand  spaces ",
    "x" * 500,
    "\ufeffbyte order mark\u200b\ufffd",
)


def make():
    run, other_run = runs()
    ledger = Publication.objects.create(name="The Ledger", url="https://ledger.example/", import_run=run)
    monitor = Publication.objects.create(name="Élysée Monitor", description="Two\nlines.")
    justice = Section.objects.create(name="Justice", import_run=other_run)
    feeds(ledger, monitor, justice)
    people, topics = names(run)
    articles = [
        *odd_articles(ledger, justice),
        *articles_of_every_status(monitor, run),
        *(
            Article.objects.create(headline=f"Numbered {n}", published_on="2018-05-05", publication=ledger)
            for n in range(5)
        ),
    ]
    links(articles, people, topics, run, other_run)
    nasty_offices.make(articles, people, topics, EXACT, ODD_TEXTS)
    ImportProblem.objects.bulk_create(
        [
            ImportProblem(
                run=run, number=7, kind="kept", source="a.txt", line=3, reason="Kept.", article=articles[0]
            ),
            ImportProblem(
                run=run, number=2, reason="It bears no date: “\u0000”.".replace("\x00", "?"), excerpt="\tx"
            ),
            ImportProblem(run=other_run, number=1, kind="note", reason="A note.", article=articles[-1]),
        ]
    )


def runs():
    run = ImportRun.objects.create(
        sources="a.txt\nfolder/b.txt",
        format="text",
        options={"topic": ["One", DECOMPOSED], "b": 1, "aa": {"z": None, "y": [1.5, 2.0, -7, True]}, "": ""},
        state="finished",
        heartbeat_at=EXACT,
        finished_at=EXACT + timedelta(microseconds=1),
        position={"source": 3, "name": "b.txt", "taken": 12},
        created=5,
        updated=4,
        unchanged=3,
        rejected=2,
        kept=1,
    )
    ImportRun.objects.filter(pk=run.pk).update(started_at=EXACT - timedelta(days=1, microseconds=7))
    return run, ImportRun.objects.create(state="failed", undone_at=EXACT)


def feeds(ledger, monitor, justice):
    Feed.objects.create(
        publication=monitor,
        section=justice,
        url="https://monitor.example/feed?a=1&b=2",
        active=False,
        pages=False,
        etag='W/"1"',
        last_modified="Fri, 09 Jun 2017 00:00:00 GMT",
        checked_at=EXACT,
        next_check_at=EXACT,
        failures=3,
        problem="It did not answer.",
    )
    Feed.objects.create(publication=ledger, url="https://ledger.example/feed")


def names(run):
    people = [
        Person.objects.create(
            name="Zoë Zimmermann", born=date(1, 1, 1), died=date(9998, 12, 31), import_run=run
        ),
        Person.objects.create(name="محمد علي", wikidata_id="Q36107", description="🥊"),
        Person.objects.create(name="a lower name", bioguide_id="S001141"),
        Person.objects.create(name="Žofie"),
    ]
    Alias.objects.create(person=people[1], name="Muhammad Ali", kind="full name")
    Alias.objects.create(person=people[0], name="Zoe", used_from=date(1999, 1, 1), used_to=date(2000, 1, 1))
    Alias.objects.create(person=people[1], name=DECOMPOSED)
    narrow = Topic.objects.create(name="Travel ban")
    broad = Topic.objects.create(name="Immigration", description="Über alles.", import_run=run)
    Topic.objects.filter(pk=narrow.pk).update(parent=broad)
    TopicAlias.objects.create(topic=broad, name="Migration")
    return people, [narrow, broad]


def odd_articles(publication, section):
    return [
        Article.objects.create(
            headline=text,
            standfirst=text,
            byline=text[:300],
            body=f'<p>{number}</p>\n<p lang="ar" dir="rtl">عنوان &amp; &lt;b&gt;</p>',
            published_on=date(2017, 1, 1),
            publication=publication,
            section=section,
            source_ref=text,
            source_file=text,
            source_line=number,
            status="published",
        )
        for number, text in enumerate(ODD_TEXTS, start=1)
    ]


def articles_of_every_status(publication, run):
    first = Article.objects.create(
        headline="The year one",
        published_on=date(1, 1, 1),
        publication=publication,
        status="withdrawn",
        body="",
    )
    last = Article.objects.create(
        headline="The last year",
        headline_made=True,
        published_on=date(9998, 12, 31),
        published_at=datetime(9998, 12, 31, 23, 59, 59, 999999, tzinfo=UTC),
        publication=publication,
        status="scheduled",
        language="",
        edited_fields=["headline", "body"],
        import_run=run,
        source_url="https://monitor.example/last?utm_source=x&b=2&a=1",
        capture_url="https://crawl.example/last",
        captured_at=EXACT,
        content_sha256="0" * 64,
        source_kind="wacz",
        added_at=EXACT,
    )
    draft = Article.objects.create(
        headline="A draft", published_on=date(2018, 5, 5), published_at=EXACT, publication=publication
    )
    Article.objects.filter(pk=first.pk).update(copy_of=draft, text_key=-(2**63), word_count=2**31 - 1)
    Article.objects.filter(pk=last.pk).update(copy_of=first, text_key=2**63 - 1)
    return [first, last, draft]


def links(articles, people, topics, run, other_run):
    Mention.objects.create(content_object=articles[0], tag=people[3], role="author", count=0, origin="import")
    Mention.objects.create(
        content_object=articles[0], tag=people[1], quoted=True, count=2**31 - 1, certainty=1
    )
    Mention.objects.create(content_object=articles[0], tag=people[0], role="subject", origin="recognised")
    Mention.objects.create(content_object=articles[-1], tag=people[1])
    ArticleTopic.objects.create(content_object=articles[0], tag=topics[1], origin="import")
    ArticleTopic.objects.create(content_object=articles[0], tag=topics[0])
    for number, of in ((2, run), (1, other_run), (3, None)):
        OtherSource.objects.create(
            article=articles[0],
            content_sha256=str(number) * 64,
            source_url=f"https://ledger.example/{number}",
            source_ref=DECOMPOSED,
            source_kind="text",
            source_file="b.txt",
            capture_url="https://crawl.example/1",
            source_line=number,
            captured_at=EXACT,
            superseded=number == 2,
            import_run=of,
        )
