"""Recognition in one article that somebody has just written: only people whose family name stands in it are read."""

import re
from collections.abc import Iterator

from django.db.models import Q

from articles.knownpeople import known_people
from articles.models import Alias, Article, Person
from articles.people.appearing import seen
from articles.people.keys import name_key
from articles.people.known import Text
from articles.people.names import PARTICLES
from articles.people.recognise import Recogniser
from articles.recognition.writing import Outcome, write
from articles.richtext import CleanHtml

MOST_KEYS = 3_000
AT_ONCE = 100
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


def recognise_one(article: Article) -> Outcome:
    """Find the known people in one article, and write what is seen: two queries for every hundred words that may be names."""
    text = Text(
        headline=article.headline,
        standfirst=article.standfirst,
        body=CleanHtml(article.body).text(),
        day=article.published_on,
    )
    people = known_people(among=candidates(f"{text.headline}\n{text.standfirst}\n{text.body}"))
    return write({article.pk: seen(text, Recogniser(people))})


def candidates(text: str) -> set[int]:
    """Return the people whose family name, or whole name, stands in a text."""
    found: set[int] = set()
    keys = sorted(name_keys(text))[:MOST_KEYS]
    for start in range(0, len(keys), AT_ONCE):
        some = keys[start : start + AT_ONCE]
        families, whole = Q(), Q(key__in=some)
        for key in some:
            families |= Q(sort_key__begins=f"{key},")
        found.update(Person.objects.filter(families | whole).values_list("pk", flat=True))
        found.update(Alias.objects.filter(whole).values_list("person_id", flat=True))
    return found


def name_keys(text: str) -> set[str]:
    """Return the keys of all that may be a family name."""
    return {key for name in names_in(text) if (key := name_key(name))}


def names_in(text: str) -> Iterator[str]:
    """Yield what may be a family name: a word with the particles before it, with the word behind it, in its parts."""
    words = [word.removesuffix("'s").removesuffix("’s") for word in _WORD.findall(text)]
    particles: list[str] = []
    for word, following in zip(words, [*words[1:], ""], strict=True):
        if word in PARTICLES:
            particles.append(word)
            continue
        if not word.islower():
            yield " ".join([*particles, word])
            yield f"{word} {following}"
            yield from word.split("-")
        particles = []
