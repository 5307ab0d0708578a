"""Articles of the sample archive, marked by hand: whom each names and how often, beside what recognition finds."""

import json
from collections import Counter
from functools import cache
from pathlib import Path

from articles.people.known import Known, OtherName, Text
from articles.people.recognise import Recogniser
from articles.people.tenures import Tenure
from articles.richtext import CleanHtml
from tests.people.cases import day

FIXTURES = Path(__file__).parents[2] / "fixtures"
MARKED = Path(__file__).parent / "marked"
PRECISION, RECALL = 0.99, 0.90
AT_LEAST = 60


def records(name: str, model: str) -> list[dict]:
    return [
        record["fields"]
        for record in json.loads((FIXTURES / f"{name}.json").read_text("utf-8"))
        if record["model"] == f"articles.{model}"
    ]


def known_people() -> dict[str, Known]:
    aliases, posts = records("people", "alias"), {post["slug"]: post for post in records("offices", "post")}
    offices = records("offices", "office")
    return {
        person["slug"]: Known(
            id=number,
            name=person["name"],
            others=tuple(
                OtherName(alias["name"]) for alias in aliases if alias["person"] == [person["slug"]]
            ),
            tenures=tuple(
                tenure(office, posts[office["post"][0]])
                for office in offices
                if office["person"] == [person["slug"]]
            ),
            born=day(person["born"]),
            sort_name=person["sort_name"],
        )
        for number, person in enumerate(records("people", "person"), 1)
    }


def tenure(office: dict, post: dict) -> Tenure:
    styles = tuple(filter(None, post.get("styles", "").split("\n")))
    return Tenure(
        title=post["title"],
        styles=styles,
        rank=post.get("rank", 1000),
        first=day(office["held_from"]),
        last=day(office.get("held_to")),
        party=office.get("party", ""),
        state=office.get("state", ""),
    )


def marks() -> dict[str, dict]:
    return {
        key: told
        for path in MARKED.glob("*.json")
        for key, told in json.loads(path.read_text("utf-8")).items()
    }


@cache
def outcomes() -> tuple[Counter, list[str]]:
    people = known_people()
    recogniser, slugs = Recogniser(people.values()), {person.id: slug for slug, person in people.items()}
    wanted, counts, errors = marks(), Counter(), []
    for name in ("articles-1868", "articles-2017", "articles-2018"):
        for article in records(name, "article"):
            key = f"{article['published_on']}/{article['slug']}"
            if key not in wanted:
                continue
            text = Text(
                headline=article["headline"],
                standfirst=article["standfirst"],
                body=CleanHtml(article["body"]).text(),
                day=day(article["published_on"]),
            )
            found = Counter({slugs[person]: n for person, n in recogniser.read(text).counts.items()})
            marked = Counter(wanted[key]["people"])
            counts["articles"] += 1
            counts["right"] += sum((found & marked).values())
            counts["wrong"] += sum((found - marked).values())
            counts["missed"] += sum((marked - found).values())
            errors += [f"WRONG {key}: {slug} {n} too many" for slug, n in sorted((found - marked).items())]
            errors += [f"missed {key}: {slug} {n} too few" for slug, n in sorted((marked - found).items())]
    return counts, errors


def test_names_in_the_sample_are_found_as_a_reader_marked_them():
    counts, errors = outcomes()
    precision = counts["right"] / (counts["right"] + counts["wrong"])
    recall = counts["right"] / (counts["right"] + counts["missed"])
    print(f"{counts['articles']} articles, precision {precision:.4f}, recall {recall:.4f}")
    print("\n".join(errors))
    assert counts["articles"] >= AT_LEAST
    assert precision >= PRECISION
    assert recall >= RECALL
