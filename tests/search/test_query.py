"""What is typed in the search box becomes a tree; what can't be understood is said; nothing typed is an error."""

import time
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articles.search.parser.grammar import MAX_DEPTH, read
from articles.search.parser.lexer import cleaned
from articles.search.query import MAX_CHARACTERS, MAX_TERMS, parse
from articles.search.tree import (
    Among,
    And,
    AtLeast,
    Dated,
    In,
    Length,
    Named,
    Near,
    Not,
    Or,
    Phrase,
    Prefix,
    Reading,
    TextQuery,
    Word,
    walk,
)
from articles.search.writing import show

NOTHING = "The search has no word in it that can be looked for."
TAX, CUT, TARIFF, A, B, C, X = map(Word, ("tax", "cut", "tariff", "a", "b", "c", "x"))


def exact(*words):
    return tuple(Word(word, exact=True) for word in words)


def only(typed):
    """Return the tree of a query about which nothing is to be said."""
    query = parse(typed)
    assert (query.problems, query.readings) == ((), ())
    return query.tree


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ("", None),
        ("  \t\n\x00\ud800 ", None),
        ("recusal", Word("recusal")),
        ("tax cut", And((TAX, CUT))),
        ("tax, cut; tax? cut… tax:", And((TAX, CUT, TAX, CUT, TAX))),
        ("tax AND cut", And((TAX, CUT))),
        ("tax && cut&&tariff", And((TAX, CUT, TARIFF))),
        ("tax and cut", And((TAX, Word("and"), CUT))),
        ("+tax +cut", And((TAX, CUT))),
        ("U.S. o'neill", And((Word("U.S."), Word("o'neill")))),
        ("covid-19 AT&T C++", And((Word("covid-19"), Word("AT&T"), Word("C++")))),
        ("tax & cut – … ''", And((TAX, CUT))),
        ("12:30", Word("12:30")),
        ("https://x.org/a?b=c", Word("https://x.org/a?b=c")),
        ("Trump: tax", And((Word("Trump"), TAX))),
        ("near same within", And((Word("near"), Word("same"), Word("within")))),
        ("Cafe\u0301", Word("Café")),
        ("tax\x00cut\ud800x", And((TAX, CUT, X))),
        ("\ufeffheadline:tax", In("headline", TAX)),
        ("安倍晋三", Word("安倍晋三")),
        ("a b (c)", And((A, B, C))),
        ("(tax (cut) ())", And((TAX, CUT))),
        ("a(b)c", And((A, B, C))),
    ],
)
def test_plain_words_are_all_wanted(typed, tree):
    assert only(typed) == tree


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ('"travel ban"', Phrase("travel ban")),
        ("“travel ban”", Phrase("travel ban")),
        ("„travel ban“ «travel ban»", And((Phrase("travel ban"), Phrase("travel ban")))),
        ('"  travel \n ban "', Phrase("travel ban")),
        ('"never closed', Phrase("never closed")),
        ('a"b c"x', And((A, Phrase("b c"), X))),
        ('"AT&T (a) OR b*"', Phrase("AT&T (a) OR b*")),
        ('"recusal"', Word("recusal", exact=True)),
        ('"covid-19"', Word("covid-19", exact=True)),
        ('"OR"', Word("OR", exact=True)),
        ('"– tax –"', Word("tax", exact=True)),
        ('tax "" "–"', TAX),
        ('"near these"~5', Near(exact("near", "these"), 5)),
        ('"a – b*c d"~5', Near(exact("a", "b", "c", "d"), 5)),
        ('"near these"~0', Phrase("near these")),
        ('"near these"~', Phrase("near these")),
        ('"near these"~x', Phrase("near these")),
        ('"near these"~٣', Phrase("near these")),
        ('"near"~5', Word("near", exact=True)),
        ('"near these" 5', And((Phrase("near these"), Word("5")))),
    ],
)
def test_quoted_text_is_wanted_as_it_stands(typed, tree):
    assert only(typed) == tree


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ("tax OR cut", Or((TAX, CUT))),
        ("tax|cut || tariff", Or((TAX, CUT, TARIFF))),
        ("tax OR (cut OR tariff)", Or((TAX, CUT, TARIFF))),
        ("(tax OR tariff) cut", And((Or((TAX, TARIFF)), CUT))),
        ("tax OR (cut tariff)", Or((TAX, And((CUT, TARIFF))))),
        ("tax OR -cut", Or((TAX, Not(CUT)))),
        ('tax OR "travel ban" OR person:x', Or((TAX, Phrase("travel ban"), Named("person", "x")))),
    ],
)
def test_one_of_a_choice_is_wanted(typed, tree):
    assert only(typed) == tree


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ("-tax", Not(TAX)),
        ("--tax", Not(TAX)),
        ("tax -cut", And((TAX, Not(CUT)))),
        ("tax - cut", And((TAX, CUT))),
        ("tax -& cut", And((TAX, CUT))),
        ('-"travel ban"', Not(Phrase("travel ban"))),
        ("-(tax cut)", Not(And((TAX, CUT)))),
        ("-(tax OR cut)", Not(Or((TAX, CUT)))),
        ("-(-tax)", TAX),
        ("-headline:tax", Not(In("headline", TAX))),
        ("headline:-tax", Not(In("headline", TAX))),
        ("headline:(tax -cut)", In("headline", And((TAX, Not(CUT))))),
        ("-person:x", Not(Named("person", "x"))),
        ("-on:2017", Not(Dated(date(2017, 1, 1), date(2017, 12, 31)))),
        ("tax (-) cut", And((TAX, CUT))),
        ("tax-cut", Word("tax-cut")),
    ],
)
def test_what_follows_a_minus_is_not_wanted(typed, tree):
    assert only(typed) == tree


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ("econom*", Prefix("econom")),
        ("covid-1*", Prefix("covid-1")),
        ("ab* -cd*", And((Prefix("ab"), Not(Prefix("cd"))))),
        ("headline:econom*", In("headline", Prefix("econom"))),
        ("headline:tax", In("headline", TAX)),
        ("HeadLine: tax", In("headline", TAX)),
        ("title:tax hd:cut", And((In("headline", TAX), In("headline", CUT)))),
        ("standfirst:a lead:b summary:c", And(tuple(In("standfirst", word) for word in (A, B, C)))),
        ("body:a text:b", And((In("body", A), In("body", B)))),
        ("by:a byline:b author:c", And(tuple(In("byline", word) for word in (A, B, C)))),
        ("headline:tax cut", And((In("headline", TAX), CUT))),
        ("headline:(tax cut)", In("headline", And((TAX, CUT)))),
        ("headline:(tax OR tariff)", In("headline", Or((TAX, TARIFF)))),
        ('headline:"travel ban"', In("headline", Phrase("travel ban"))),
        ('headline:"a b"~5', In("headline", Near(exact("a", "b"), 5))),
        ("headline:(a w/5 b)", In("headline", Near((A, B), 5))),
        ("body:(first5:tax cut)", In("body", And((Among(5, TAX), CUT)))),
        ("headline::x", In("headline", Word(":x"))),
        ("+headline:x", In("headline", X)),
    ],
)
def test_field_is_asked_alone(typed, tree):
    assert only(typed) == tree


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ("person:comey", Named("person", "comey")),
        ("people:a who:b", And((Named("person", "a"), Named("person", "b")))),
        ("topic:a subject:b", And((Named("topic", "a"), Named("topic", "b")))),
        ("section:U.S.", Named("section", "U.S.")),
        (
            "publication:a source:b pub:c",
            And((Named("publication", "a"), Named("publication", "b"), Named("publication", "c"))),
        ),
        ("language:en lang:fr", And((Named("language", "en"), Named("language", "fr")))),
        ("person:jeff_sessions", Named("person", "jeff_sessions")),
        ("person: “Jeff  Sessions”", Named("person", "Jeff Sessions")),
        ("person:jeff sessions", And((Named("person", "jeff"), Word("sessions")))),
        (
            "person:(“Jeff Sessions” OR comey)",
            Or((Named("person", "Jeff Sessions"), Named("person", "comey"))),
        ),
        ("person:(a AND b)", And((Named("person", "a"), Named("person", "b")))),
        ("person:(a -b)", And((Named("person", "a"), Not(Named("person", "b"))))),
    ],
)
def test_name_is_asked_of_its_kind(typed, tree):
    assert only(typed) == tree


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("on:2017-06-09", date(2017, 6, 9), date(2017, 6, 9)),
        ("on:2017-06", date(2017, 6, 1), date(2017, 6, 30)),
        ("on:2017", date(2017, 1, 1), date(2017, 12, 31)),
        ("date: 2017/06/09", date(2017, 6, 9), date(2017, 6, 9)),
        ('on:"2017-06-09"', date(2017, 6, 9), date(2017, 6, 9)),
        ("on:2017-06..2017-07", date(2017, 6, 1), date(2017, 7, 31)),
        ("before:2017-06", None, date(2017, 5, 31)),
        ("after:2017-05-09", date(2017, 5, 10), None),
        ("after:2017", date(2018, 1, 1), None),
        ("since:2017-05-09", date(2017, 5, 9), None),
        ("from:2017", date(2017, 1, 1), None),
        ("until:2017-06", None, date(2017, 6, 30)),
        ("to:2017", None, date(2017, 12, 31)),
        ("on:9998-12", date(9998, 12, 1), date(9998, 12, 31)),
        ("after:0001", date(2, 1, 1), None),
        ("before:0001-01-02", None, date(1, 1, 1)),
    ],
)
def test_date_is_read(typed, first, last):
    assert only(typed) == Dated(first, last)


@pytest.mark.parametrize(
    "typed",
    [
        "on:9.6.2017", "on:06/09/2017", "on:17", "on:2017-13", "on:2017-02-30", "on:0000", "on:9999", "on:12345",
        "on:2017..x", "before:0001", "before:0001-01-01", "after:9998", "after:9998-12-31", "since:9999",
        "after:Monday", "on:٢٠١٧", "until:" + "9" * 100,
    ],
)  # fmt: skip
def test_date_that_is_none_says_so(typed):
    query = parse(typed)
    assert query.tree is None
    assert query.problems == (
        f"“{typed}” was left out: it wants a date from 0001 to 9998, like 2017, 2017-06 or 2017-06-09.",
        NOTHING,
    )


@pytest.mark.parametrize(
    ("typed", "least", "most"),
    [
        ("words:800", 800, 800),
        ("words:>800", 801, None),
        ("words:>=800", 800, None),
        ("words: >= 800", 800, None),
        ("words:≥800", 800, None),
        ("words>800", 801, None),
        ("words:<300", None, 299),
        ("words:<=300", None, 300),
        ("words:<1", None, 0),
        ("length:800..1200", 800, 1200),
        ("words:800..", 800, None),
        ("words:..800", None, 800),
        ("words:>" + "9" * 50, 10**9, None),
    ],
)
def test_length_is_read(typed, least, most):
    assert parse(typed).tree == Length(least, most)


@pytest.mark.parametrize("typed", ["words:<0", "words:x", "words:>x", "words:1,000", "words:8..9..10"])
def test_length_that_is_none_says_so(typed):
    query = parse(f"{typed} tax")
    assert query.tree == TAX
    assert query.problems == (
        f"“{typed}” was left out: it wants a number of words, like 800, >800, <300 or 800..1200.",
    )


def test_word_behind_a_field_that_wants_a_number_is_searched_if_it_stands_apart():
    query = parse("in other words: taxes")
    assert query.tree == And((Word("in"), Word("other"), Word("taxes")))
    assert len(query.problems) == 1


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ("atleast3:tax", AtLeast(3, TAX)),
        ("atleast3(tax)", AtLeast(3, TAX)),
        ("atleast1:tax", TAX),
        ("atleast0:tax", TAX),
        ("first50:tax", Among(50, TAX)),
        ('first50:"travel ban"', Among(50, Phrase("travel ban"))),
        ("first1000:tax", Among(1000, TAX)),
    ],
)
def test_words_are_counted(typed, tree):
    assert only(typed) == tree


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ("tax w/5 cut", Near((TAX, CUT), 5)),
        ("tax W/5 cut", Near((TAX, CUT), 5)),
        ('"tax" w/5 cut', Near((Word("tax", exact=True), CUT), 5)),
        ("tax w/5 (cut OR tariff)", Near((TAX, Or((CUT, TARIFF))), 5)),
        ("econom* w/5 (cut OR tari*)", Near((Prefix("econom"), Or((CUT, Prefix("tari")))), 5)),
        ("(cut OR tariff) w/5 (a|b)", Near((Or((CUT, TARIFF)), Or((A, B))), 5)),
        ("a w/5 b w/5 c", Near((A, B, C), 5)),
        ("a w/5 b w/6 c", And((Near((A, B), 5), Near((B, C), 6)))),
        ("a w/5 b w/5 c w/6 x", And((Near((A, B, C), 5), Near((C, X), 6)))),
        ("tax a w/5 b cut", And((TAX, Near((A, B), 5), CUT))),
        ("(a w/5 b) OR c", Or((Near((A, B), 5), C))),
    ],
)
def test_words_stand_near_each_other(typed, tree):
    assert only(typed) == tree


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("tax near5 cut", "tax w/5 cut"),
        ("Trump’s", "Trump"),
        ("Trump’s’S", "Trump"),
        ("l’élection", "élection"),
        ("d'économie", "économie"),
        ("dell'economia", "economia"),
        ("tax near/5 cut", "tax w/5 cut"),
        ("tax NEAR(5) cut", "tax w/5 cut"),
        ("tax adj5 cut", "tax w/5 cut"),
        ("tax ADJ/5 cut", "tax w/5 cut"),
        ("tax /5 cut", "tax w/5 cut"),
        ("tax /s cut", "tax w/15 cut"),
        ("tax w/s cut", "tax w/15 cut"),
        ("tax /p cut", "tax w/50 cut"),
        ("tax w/para cut", "tax w/50 cut"),
        ("tax SAME cut", "tax w/50 cut"),
        ("tax NEAR cut", "tax w/10 cut"),
        ("tax w/0 cut", "tax w/1 cut"),
        ('"tax" /s "cut"', '"tax cut"~15'),
        ("tax OR tariff w/5 cut", "(tax OR tariff) w/5 cut"),
        ("tax w/5 cut OR rise", "tax w/5 (cut OR rise)"),
        ("tax OR tariff cut", "(tax OR tariff) cut"),
        ("tax OR tariff cut OR rise", "(tax OR tariff) (cut OR rise)"),
        ("NOT tax", "-tax"),
        ("!tax", "-tax"),
        ("NOT (tax OR cut)", "-(tax OR cut)"),
        ("econom!", "econom*"),
        ("tax~2", "tax"),
        ("tax^4", "tax"),
        ("hd=tax", "headline:tax"),
        ("by=smith", "byline:smith"),
        ("headline=(tax OR cut)", "headline:(tax OR cut)"),
        ("intitle:tax", "headline:tax"),
        ("allintitle: tax cut", "headline:(tax cut)"),
        ("intext:tax", "body:tax"),
        ("hlead=tax", "headline:tax OR standfirst:tax"),
        ("HLEAD(tax cut)", "headline:(tax cut) OR standfirst:(tax cut)"),
        ("BYLINE(smith)", "byline:smith"),
        ("HEADLINE(tax cut)", "headline:(tax cut)"),
        ("ATL3(tax)", "atleast3:tax"),
        ("LENGTH(>800)", "words:>=801"),
        ("wc>500", "words:>=501"),
        ("SECTION(politics)", "section:politics"),
        ("on:2017..2016", "on:2016..2017"),
    ],
)
def test_habit_is_understood_and_shown_in_our_words(typed, shown):
    query = parse(typed)
    assert query.readings == (Reading(typed, shown),)
    assert query.problems == ()
    assert show(query.tree) == shown
    assert parse(shown).tree == query.tree


@pytest.mark.parametrize(
    ("typed", "reading"),
    [
        ("tax AND NOT cut", Reading("AND NOT cut", "-cut")),
        ("tax BUT NOT cut", Reading("BUT NOT cut", "-cut")),
        ("tax a near5 b", Reading("a near5 b", "a w/5 b")),
        ("(tax OR tariff cut) -x", Reading("tax OR tariff cut", "(tax OR tariff) cut")),
        ("person:(Jeff Sessions)", Reading("Jeff Sessions", 'person:"Jeff Sessions"')),
    ],
)
def test_reading_names_the_part_that_was_understood(typed, reading):
    assert parse(typed).readings == (reading,)


@pytest.mark.parametrize(
    ("typed", "shown", "problem"),
    [
        ("tax OR", "tax", "“OR” has nothing to stand beside and was left out."),
        ("OR tax", "tax", "“OR” has nothing to stand beside and was left out."),
        ("tax OR OR cut", "tax OR cut", "“OR” has nothing to stand beside and was left out."),
        ("(tax |) cut", "tax cut", "“|” has nothing to stand beside and was left out."),
        ("tax NOT", "tax", "“NOT” has nothing to stand beside and was left out."),
        ("tax w/5", "tax", "“w/5” has nothing to stand beside and was left out."),
        ("w/5 tax", "tax", "“w/5” has nothing to stand beside and was left out."),
        ("a w/5 /s b", "a w/15 b", "“w/5” has nothing to stand beside and was left out."),
        ("tax (cut", "tax cut", "A parenthesis is never closed: it was closed at the end."),
        ("tax) cut", "tax cut", "A parenthesis is closed that was never opened: it was left out."),
        ("tax body:", "tax", "“body:” is followed by nothing and was left out."),
        ("tax headline:()", "tax", "“headline:” is followed by nothing and was left out."),
        ('tax person:""', "tax", "“person:” is followed by nothing and was left out."),
        ("tax on:..", "tax", "“on:” is followed by nothing and was left out."),
        ("headline:person:x", "person:x", "“headline:” is followed by nothing and was left out."),
        ("headline:(tax person:x)", "headline:tax", "“person:x” cannot stand within “headline:” and was left out."),
        ("headline:(tax on:2017)", "headline:tax", "“on:2017” cannot stand within “headline:” and was left out."),
        ("headline:(tax by:x)", "headline:tax", "“by:x” cannot stand within “headline:” and was left out."),
        ("person:(a atleast3:b)", "person:a", "“atleast3:b” cannot stand within “person:” and was left out."),
        ("foo:bar", "foo:bar", "There is no field “foo”: it was searched as words."),
        ('foo:"a b"', 'foo "a b"', "There is no field “foo”: it was searched as words."),
        ("first:tax", "first:tax", "There is no field “first”: it was searched as words."),
        ("tax w/500 cut", "tax w/100 cut", "“w/500” goes further than 100: “w/100” was read."),
        ('"a b"~500', '"a b"~100', "“~500” goes further than 100: “~100” was read."),
        ("atleast20:tax", "atleast10:tax", "“atleast20:” goes further than 10: “atleast10:” was read."),
        ("first5000:tax", "first1000:tax", "“first5000:” goes further than 1000: “first1000:” was read."),
        ("first0:tax", "first1:tax", "“first0:” reaches no word: “first1:” was read."),
        ("headline:(a atleast3:b)", "headline:a", "“atleast3:b” cannot stand within “headline:” and was left out."),
        ('atleast3:"tax"', "atleast3:tax", "“atleast3:” counts a word in all its forms: the quotation marks were left out."),
        ("tax not cut", "tax not cut", "“not” was searched as a word: write NOT in capitals to mean it."),
        ("tax or cut", "tax or cut", "“or” was searched as a word: write OR in capitals to mean it."),
        ("wom?n tax", "tax", "“wom?n” was left out: a star stands only at the end of a word, after two letters or more, and no other sign stands for letters."),
        ("pd=2017", "pd=2017", "There is no field “pd”: it was searched as words."),
        ('atleast3:"a b"', '"a b"', "“atleast3:” wants a single word: what follows it was searched without it."),
        ("atleast3:(a OR b)", "a OR b", "“atleast3:” wants a single word: what follows it was searched without it."),
        ("first9:ab*", "ab*", "“first9:” wants a word or a phrase: what follows it was searched without it."),
        (
            "tax pre/5 cut",
            "tax w/5 cut",
            "“pre/5” asks for an order, which is not kept: the words may stand in any.",
        ),
        (
            'tax w/5 "a b"',
            'tax "a b"',
            "“w/5” stands between single words without marks in them, or a choice of such in parentheses:"
            ' “tax w/5 "a b"” was searched without it.',
        ),
    ],
)  # fmt: skip
def test_rest_is_searched_and_what_was_left_out_is_said(typed, shown, problem):
    query = parse(typed)
    assert show(query.tree) == shown
    assert query.problems == (problem,)


@pytest.mark.parametrize("typed", ["wom*n", "*ing", "a*", "*", "-a*x", "a.*"])
def test_star_elsewhere_than_at_the_end_of_a_word_says_so(typed):
    query = parse(f"tax {typed}")
    assert query.tree == TAX
    word = typed.lstrip("-")
    assert query.problems == (
        (
            f"“{word}” was left out: a star stands only at the end of a word, after two letters or more, and no other sign stands for letters.",
        )
        if word != "*"
        else ()
    )


@pytest.mark.parametrize("typed", ["wow!!", "a!", "OR~2", "~5", "a~b"])
def test_word_with_a_mark_that_means_nothing_is_a_word(typed):
    assert only(typed) == Word(typed)


@pytest.mark.parametrize("typed", ['"', '""', "-", "- -", "!!! ???", '-""', "&", "()", "((-))", "–"])
def test_query_without_a_word_says_so(typed):
    query = parse(typed)
    assert not query
    assert query.problems[-1] == NOTHING


def test_nothing_typed_is_no_problem():
    assert parse(" \n") == TextQuery()


def test_same_problem_is_said_once():
    assert len(parse("tax a* a* OR OR )))").problems) == 3


def test_long_query_is_cut_and_says_so():
    query = parse("ab " * 100)
    assert query.tree == And((Word("ab"),) * MAX_TERMS)
    assert query.problems == (
        "Only the first 200 characters of the search were read.",
        "Only the first 32 words of the search were read.",
    )


def test_composed_letters_count_once():
    assert parse("e\u0301" * MAX_CHARACTERS) == TextQuery(Word("é" * MAX_CHARACTERS))


def test_query_of_just_so_many_characters_is_read_whole():
    assert parse(f"  {'a' * MAX_CHARACTERS}  ") == TextQuery(Word("a" * MAX_CHARACTERS))


@pytest.mark.parametrize(
    "ending", ["c d", "OR c OR d", "person:c", "(c OR (d", 'w/5 "c"', '"c d"~5', "-headline:(c"]
)
def test_term_beyond_the_last_takes_its_operators_along(ending):
    query = read(f"(a b OR x {ending}", terms=3)
    assert query.tree == And((A, Or((B, X))))
    assert query.problems == ("Only the first 3 words of the search were read.",)


def test_words_near_each_other_are_terms_each():
    assert read('"a b c d"~5', terms=3).tree == Near(exact("a", "b", "c"), 5)


def test_parentheses_are_read_to_a_depth_and_flattened_below():
    query = read("(a OR (b " * 50 + "c" + "))" * 50, terms=1000)
    assert query.problems == (
        f"Parentheses stand more than {MAX_DEPTH} deep: those further in were left out.",
    )
    assert sum(isinstance(node, Word) for node in walk(query.tree)) == 101


FRAGMENTS = st.sampled_from(
    [
        *("tax", "cut", "U.S.", "covid-19", "AT&T", "安倍", "é", "BUT", "near", "s", "5", "~5", "=", "[", "\\", "/"),
        *('"', '"travel ban"', '"tax"', '"a b c"~5', '"a b"~', "“", "”", "„", "«", "»", "''"),
        *("(", ")", "(", ")", "-", "!", "+", "*", "|", "||", "&", "&&", ":", ",", "?", "…", "\x00", "\ud800", "\u0301"),
        *(" ", " ", " ", "\n", "\u2003", "\u200b", "OR", " OR ", " AND ", " NOT ", " AND NOT ", " BUT NOT "),
        *(" w/5 ", " w/6 ", " /s ", " pre/5 ", " NEAR(5) ", " SAME ", "near5", " W/0 ", "adj999999999999"),
        *("headline:", "body: ", "by=", "HLEAD(", "allintitle:", "person:", "person:(", "topic:(", "foo:", "x="),
        *("on:", "before:", "after:", "on:2017", "since:2017-06", "2017-06..2018", "..", "0001", "9998", "9999"),
        *("words:", "words:>", "<", ">=", "800..9", "800", "atleast3:", "ATL3(", "atleast99(", "first50:", "first0:"),
        *("econom*", "*", "!", "econom!", "tax~2", "tax^", "wom*n", "OR~2", "W/5~2", "OR,", "OR!"),
    ]
)  # fmt: skip
HOSTILE = st.lists(FRAGMENTS | st.text(max_size=3), max_size=40).map("".join)


@given(st.text(max_size=300) | HOSTILE)
@example("(" * 100_000)
@example("headline:" * 20_000)
@example("-" * 100_000 + "x")
@example("\u0301" * 100_000)
@example('"a' * 50_000)
def test_any_text_is_answered(typed):
    query = parse(typed)
    assert bool(query) == (query.tree is not None)
    assert query.tree is None or all(
        node.text for node in walk(query.tree) if isinstance(node, Word | Phrase)
    )
    assert query or query.problems or not cleaned(typed, MAX_CHARACTERS)[0].strip()


@given(HOSTILE)
def test_tree_written_back_is_read_as_the_same_tree(typed):
    tree = read(typed).tree
    if tree is not None:
        assert read(show(tree), terms=1000, depth=1000).tree == tree


@given(HOSTILE)
def test_reading_is_written_in_our_own_forms(typed):
    for reading in read(typed).readings:
        assert read(reading.read, terms=1000, depth=1000).readings == ()


@pytest.mark.parametrize(
    "piece",
    [
        "(", ")", "()", '-"', '"a ', "-", "- ", "! ", "headline:", "headline:(", "person:x ", "a OR ", "a w/5 ",
        "a w/5 b w/6 ", "NOT ", "(a OR (b ", "a", "1", "*", "a*", "~", "a~1", "&", "&&", "foo:", "on:2", "near(1",
        "< ", "+", "\u0301", "allintitle:a ", "(a b OR c) ", "|", ":", "!", ".", '"~', '"a b"~5 ',
    ],
)  # fmt: skip
def test_reading_takes_linear_time(piece):
    shorter, longer = piece * (4_000 // len(piece)), piece * (40_000 // len(piece))
    assert seconds(longer) < 40 * seconds(shorter) + 0.1


def seconds(typed):
    """Return the least of three measurements of how long reading takes without any cap."""
    took = []
    for _ in range(3):
        began = time.perf_counter()
        read(typed, terms=10**9)
        took.append(time.perf_counter() - began)
    return min(took)
