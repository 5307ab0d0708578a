"""What the names in a search stand for, what is said about it, and what is offered instead."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from articles.found import Found
from articles.listing import Listing
from articles.models import Person, TopicAlias
from tests.builders import a_person, a_publication, a_section, a_topic, an_article

pytestmark = pytest.mark.django_db


def asked(q):
    parameters = QueryDict(mutable=True)
    parameters["q"] = q
    return Listing.read(parameters)


def headlines(q):
    return sorted(entry.article.headline for entry in Found(asked(q)).entries)


def problems(q):
    return list(asked(q).understood.problems)


def readings(q):
    return [(reading.typed, [name.name for name in reading.names]) for reading in asked(q).understood.names]


def offers(q):
    return [name.name for name in asked(q).understood.offers]


def queries(q):
    listing = asked(q)
    with CaptureQueriesContext(connection) as captured:
        assert listing.understood
    return len(captured)


def flat(response):
    return " ".join(response.text.split())


@pytest.fixture
def sessions():
    a_person("Jeff Sessions", aliases=["General Sessions’s boss", "Jefferson Beauregard Sessions III"])
    an_article("Of Sessions", people=["Jeff Sessions"])
    an_article("Of nobody")


# What is not known


def test_unknown_person_is_said_and_found_nowhere(sessions):
    assert headlines("person:nobody") == []
    assert problems("person:nobody") == ["The archive knows no person “nobody”."]


def test_unknown_person_excludes_nobody(sessions):
    assert headlines("-person:nobody") == ["Of Sessions", "Of nobody"]


@pytest.mark.parametrize("name", ["Jef Sessions", "jeff sesions", "Sen. Jeff Sesssions"])
def test_name_near_a_known_one_is_suggested(sessions, name):
    assert problems(f'person:"{name}"') == [
        f"The archive knows no person “{name}”. Did you mean Jeff Sessions?"
    ]


def test_family_alone_is_suggested_where_no_whole_name_is_alike(sessions):
    a_person("Bob Mueller")
    assert problems('person:"Robert Muler"') == [
        "The archive knows no person “Robert Muler”. Did you mean Bob Mueller?"
    ]


def test_at_most_three_names_are_suggested():
    for name in ("Ann Perry", "Anne Perry", "Anna Perry", "Anni Perry", "Boris Godunov"):
        a_person(name)
    [said] = problems('person:"Annn Perry"')
    assert said.startswith("The archive knows no person “Annn Perry”. Did you mean Ann")
    assert (said.count("Perry"), said.count(" or ")) == (4, 1)


def test_unknown_names_of_other_kinds_are_said_with_what_is_near():
    a_topic("Immigration")
    a_section("World")
    a_publication("The Capital Ledger")
    assert problems("topic:imigration section:wrold publication:ledger") == [
        "The archive knows no topic “imigration”. Did you mean Immigration?",
        "The archive knows no section “wrold”. Did you mean World?",
        "The archive knows no publication “ledger”. Did you mean The Capital Ledger?",
    ]
    assert problems("language:Spannish") == [
        "The archive knows no language “Spannish”. Did you mean Spanish?"
    ]
    assert problems("language:Klingon") == ["The archive knows no language “Klingon”."]


@pytest.mark.parametrize(
    "name", ["'", "%", "_", "*", "[a-z]", "\\", "née", "’’", "中文", "x" * 190, "\u0338", "Sen."]
)
def test_odd_names_are_answered(sessions, name):
    for kind in ("person", "topic", "section", "publication", "language"):
        assert headlines(f'{kind}:"{name}"') == []


def test_pattern_signs_are_no_patterns(sessions):
    assert problems('person:"Sess%"') == ["The archive knows no person “Sess%”. Did you mean Jeff Sessions?"]


# Whom a name stands for


@pytest.mark.parametrize(
    "name", ["Jeff Sessions", "JEFF SESSIONS", "jeff-sessions", "jeff  sessions", "Jeff. Sessions"]
)
def test_name_and_slug_are_found_without_further_words(sessions, name):
    assert headlines(f'person:"{name}"') == ["Of Sessions"]
    assert (problems(f'person:"{name}"'), readings(f'person:"{name}"')) == ([], [])


@pytest.mark.parametrize(
    "name",
    [
        "Sessions, Jeff",
        "jefferson beauregard sessions iii",
        "Jefferson Beauregard Sessions, III",
        "general sessionss boss",
        "Sessions",
        "AG Sessions",
        "Sen. Jeff Sessions",
        "former Attorney General Jeff Sessions",
    ],
)
def test_other_ways_to_name_a_person_are_found_and_said(sessions, name):
    assert headlines(f'person:"{name}"') == ["Of Sessions"]
    assert [names for _, names in readings(f'person:"{name}"')] == [["Jeff Sessions"]]


@pytest.mark.parametrize(
    "name", ["rosselló", "Rossello", "ROSSELLÓ", "Gov. Rosselló", "ricardo rossello nevares"]
)
def test_accents_make_no_difference(name):
    a_person("Ricardo Rosselló", aliases=["Ricardo Rosselló Nevares"])
    assert [names for _, names in readings(f'person:"{name}"')] == [["Ricardo Rosselló"]]


@pytest.mark.parametrize("name", ["Beto O'Rourke", "beto o rourke", "BETO OROURKE", "O’Rourke, Beto"])
def test_apostrophes_and_spaces_make_no_difference(name):
    person = a_person("Beto O’Rourke")
    an_article("Of him", people=[person])
    assert headlines(f'person:"{name}"') == ["Of him"]


def test_family_of_two_words_and_family_that_comes_first():
    a_person("Enrique Peña Nieto", sort_name="Peña Nieto, Enrique")
    a_person("Kim Jong-un", sort_name="Kim Jong-un")
    assert readings('person:"pena nieto"') == [('person:"pena nieto"', ["Enrique Peña Nieto"])]
    assert readings("person:Kim") == [("person:Kim", ["Kim Jong-un"])]


def test_several_people_of_one_family_are_read_as_any_of_them():
    for name in ("Rick Perry", "Katy Perry", "Perry Como"):
        an_article(f"Of {name}", people=[name])
    assert headlines("person:perry") == ["Of Katy Perry", "Of Rick Perry"]
    assert readings("person:perry") == [("person:perry", ["Katy Perry", "Rick Perry"])]
    assert headlines("-person:perry") == ["Of Perry Como"]


def test_name_that_is_somebodys_own_is_not_a_family():
    for name in ("Prince", "Erik Prince"):
        an_article(f"Of {name}", people=[name])
    assert headlines("person:prince") == ["Of Prince"]


def test_name_that_two_people_share_is_read_as_either():
    a_person("Rick Perry", aliases=["The Governor"])
    a_person("Greg Abbott", aliases=["the governor"])
    assert readings('person:"The Governor"') == [('person:"The Governor"', ["Greg Abbott", "Rick Perry"])]


def test_own_name_goes_before_the_other_name_of_somebody_else():
    a_person("Donald Trump")
    a_person("Donald Trump Jr.", aliases=["Donald Trump"])
    assert readings('person:"Donald Trump"') == []
    assert len(ids_of(asked('person:"donald trump"'))) == 1


def ids_of(listing):
    return listing.understood.tree.ids


def test_of_a_large_family_the_first_twenty_are_read_and_it_is_said():
    Person.objects.bulk_create(
        Person(name=f"Person{n:02} Smith", slug=f"person{n:02}-smith", sort_name=f"Smith, Person{n:02}")
        for n in range(30)
    )
    [(_, names)] = readings("person:smith")
    assert (len(names), names[0], names[-1]) == (20, "Person00 Smith", "Person19 Smith")
    assert problems("person:smith") == [
        "More than 20 people are called “smith”: only the first 20 in order of their names were looked for. "
        "A first name narrows it."
    ]


# Topics, publications, sections, languages


def test_topic_is_found_by_its_other_names():
    topic = a_topic("Immigration")
    TopicAlias.objects.create(topic=topic, name="Política migratoria")
    an_article("Of immigration", topics=["Immigration"])
    assert headlines('topic:"politica MIGRATORIA"') == ["Of immigration"]
    assert readings('topic:"politica MIGRATORIA"') == [('topic:"politica MIGRATORIA"', ["Immigration"])]


@pytest.mark.parametrize(
    "name", ["The Capital Ledger", "the-capital-ledger", "capital ledger", "Cápital Ledger"]
)
def test_publication_is_found_without_its_article(name):
    an_article("Printed", publication="The Capital Ledger")
    an_article("Elsewhere", publication="Capitol Wire")
    assert headlines(f'publication:"{name}"') == ["Printed"]


def test_publication_is_found_with_an_article_it_does_not_have():
    an_article("Printed", publication="Capitol Wire")
    assert headlines('publication:"The Capitol Wire"') == ["Printed"]


@pytest.mark.parametrize("name", ["Law & Order", "law-order", "LAW   ORDER"])
def test_section_is_found_by_name_and_slug(name):
    an_article("Inside", section="Law & Order")
    assert headlines(f'section:"{name}"') == ["Inside"]


def test_of_two_records_with_like_names_the_one_that_is_called_so_to_the_letter_is_meant():
    for name in ("Law & Order", "Law Order"):
        an_article(f"On {name}", topics=[name])
    assert headlines('topic:"law order"') == ["On Law Order"]
    assert headlines("topic:law-order") == ["On Law & Order"]


@pytest.mark.parametrize("name", ["es", "ES", "es-MX", "Spanish", "español", "ESPANOL"])
def test_language_is_found_by_code_and_by_either_name(name):
    an_article("En español", language="es")
    an_article("In English")
    assert headlines(f'language:"{name}"') == ["En español"]
    assert problems(f'language:"{name}"') == []


def test_code_of_a_language_without_a_name_is_found():
    an_article("ʻŌlelo Hawaiʻi", language="haw")
    assert headlines("language:haw") == ["ʻŌlelo Hawaiʻi"]


def test_names_are_found_wherever_they_stand(sessions):
    an_article("Of Pence", people=["Mike Pence"])
    assert headlines('(person:pence OR person:"ag sessions")') == ["Of Pence", "Of Sessions"]
    assert headlines('committee -(person:pence OR person:"ag sessions")') == ["Of nobody"]


# What it costs


def test_search_without_a_name_looks_nothing_up(sessions):
    assert queries("jeff sessions committee") == 0
    assert queries("language:español") == 0


def test_known_names_take_one_query_and_others_two(sessions):
    a_topic("Immigration")
    known = 'person:jeff-sessions topic:immigration publication:"capital ledger" section:justice language:en'
    assert queries(known) == 1
    assert queries(f"{known} person:perry") == 2
    assert queries(" ".join(f"person:a{n} topic:b{n}" for n in range(6))) == 2


def test_written_names_are_found_by_whatever_way_they_were_written(sessions):
    person = Person.objects.get(slug="jeff-sessions")
    person.name, person.sort_name = "José Sessões", "Sessões, José"
    person.save()
    Person.objects.update_or_create(
        slug="mike-pence", defaults={"name": "Miké Pence", "sort_name": "Pence, Miké"}
    )
    for name in ("jose sessoes", "sessoes", "mike pence", "pence"):
        assert problems(f'person:"{name}"') == [], name
    Person.objects.filter(slug="mike-pence").update(name="Mary Pence")
    assert problems('person:"mary pence"') == []


# What is offered


@pytest.mark.parametrize(
    "q", ["jeff sessions", '"Jeff Sessions"', "AG Sessions", "jefferson beauregard sessions iii"]
)
def test_text_that_is_a_persons_name_is_offered_as_the_person(sessions, q):
    assert offers(q) == ["Jeff Sessions"]


@pytest.mark.parametrize(
    "q",
    [
        "",
        "sessions",
        "jeff OR sessions",
        "jeff -sessions",
        "jeff sess*",
        "headline:sessions",
        "person:sessions",
        "committee",
    ],
)
def test_other_text_offers_nothing(sessions, q):
    assert offers(q) == []


def test_text_that_is_a_topics_name_is_offered_as_the_topic():
    TopicAlias.objects.create(topic=a_topic("Immigration"), name="Migration policy")
    assert (offers("immigration"), offers("migration policy")) == (["Immigration"], ["Immigration"])


def test_at_most_three_readings_are_offered():
    for name in "ABCDE":
        a_person(f"{name}. Perry")
    assert offers("Secretary Perry") == ["A. Perry", "B. Perry", "C. Perry"]


def test_offer_leads_to_the_filtered_list_and_to_the_page(client, sessions):
    page = flat(client.get("/search/?q=jeff+sessions&from=2017"))
    assert (
        '<a href="/search/?person=jeff-sessions&amp;from=2017">Jeff Sessions as a person</a>: 1 article,'
        in page
    )
    assert '<a href="/people/jeff-sessions/">the person’s page</a>' in page


def test_what_finds_nothing_or_is_chosen_already_is_not_offered(client, sessions):
    a_person("Mike Pence")
    assert "as a person" not in client.get("/search/?q=mike+pence").text
    assert "as a person" not in client.get("/search/?q=jeff+sessions&person=jeff-sessions").text


# What is shown


def test_page_says_how_a_name_was_read_with_a_link(client, sessions):
    page = flat(client.get("/search/", {"q": 'person:"AG Sessions"'}))
    assert "“person:&quot;AG Sessions&quot;” was read as the person" in page
    assert '<a href="/people/jeff-sessions/">Jeff Sessions</a>.' in page


def test_page_says_how_words_were_read(client, sessions):
    assert "was read as" not in client.get("/search/", {"q": "committee -zebra"}).text
    page = flat(client.get("/search/", {"q": "intitle:sessions"}))
    assert "“intitle:sessions” was read as “headline:sessions”." in page


def test_names_are_only_text_on_the_page(client):
    a_person("<b>Bold</b> Perry")
    an_article(people=["<b>Bold</b> Perry"])
    for q in ("person:perry", 'person:"<b>x"', "Secretary Perry"):
        assert "<b>" not in client.get("/search/", {"q": q}).text


def test_topics_page_shows_its_other_names(client):
    TopicAlias.objects.create(topic=a_topic("Immigration"), name="Migration policy")
    assert "<dt>Also</dt><dd>Migration policy</dd>" in flat(client.get("/topics/immigration/"))
    a_topic("Trade")
    assert "Also" not in client.get("/topics/trade/").text


# Fixtures


def test_names_of_topics_and_their_keys_survive_a_dump(tmp_path):
    TopicAlias.objects.create(topic=a_topic("Immigration"), name="Migration policy")
    a_person("Jeff Sessions", aliases=["Jefferson Sessions"])
    dump = tmp_path / "dump.json"
    call_command(
        "dumpdata", "articles", natural_foreign=True, natural_primary=True, output=str(dump), verbosity=0
    )
    assert '"key"' not in dump.read_text()
    for _ in range(2):
        call_command("loaddata", str(dump), verbosity=0)
        assert TopicAlias.objects.count() == 1
        TopicAlias.objects.all().delete()
        Person.objects.all().delete()
    call_command("loaddata", str(dump), verbosity=0)
    assert readings('topic:"migration policy" person:"jefferson sessions" person:sessions') == [
        ('topic:"migration policy"', ["Immigration"]),
        ('person:"jefferson sessions"', ["Jeff Sessions"]),
        ("person:sessions", ["Jeff Sessions"]),
    ]
