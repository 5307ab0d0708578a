"""Verbs that follow a person's name and seldom another word."""

from articles.people.newswords import listed

PERSON_VERBS = listed(
    """
accepted accused acknowledged added addressed adds admitted agreed agrees announced announces answered answers apologised
apologized appeared appears appointed argued argues asked asks asserted backed became began begins believed believes blamed
boasted called calls campaigned cited claimed claims clashed conceded concluded confirmed considered contended contends
continued criticised criticized dealt decided declared declined declines defended delivered demanded denied denies described
dined disagreed discussed dismissed drew echoed emerged endorsed enjoyed entered expected expects explained expressed faced
faces favored favoured feared felt filed fired flew fought gave gives goes got grew had hailed has held helped herself
himself hinted holds hoped hopes hosted ignored indicated insisted insists introduced invited joined joked keeps kept knew
knows lashed laughed launched led left lied lingered listened lived looked lost made makes married meant meets mentioned met
moved named needs nominated noted notes objected offered ordered ousted paid pardoned participated phoned planned plans
pledged pointed praised predicted prefers prepared presided pressed promised proposed proved pulled pushed quit quoted
raised ran reached read rebuked recalled received recused refused regretted rejected remained remains remarked reminded
repeated replaced replied reported requested resigned responded retired retorted returned retweeted rode rose runs said sat
saw says seeks seemed seems sees sent served serves shook shrugged signaled signed sits slept smiled sought speaks spent
spoke sponsored spurned stands stayed stepped stood stopped struck stunned sued suggested supported supports surrendered
suspended swore takes talked talks tells testified testifies thanked thinks thought threatened thundered told took touted
traveled travelled tried turned tweeted tweets urged urges used vetoed violated visited voiced voted votes vowed vows waited
waived walked wanted wants warned warns welcomed went whispered who whom whose wins won wondered wore worked works worried
writes wrote
"""
)
"""What follows a person's name and seldom another word."""

SINGULAR = frozenset(
    {"was", "is", "has", "does", "isn't", "wasn't", "hasn't", "doesn't", "himself", "herself"}
)
"""What follows one person, and not a word in the plural."""

NOUNS = listed(
    """
accounts addresses answers appeals backs calls charges claims concerns controls counters cuts debates deals decides demands
drops faces falls fears files fires gains hails hits holds hopes increases jumps leads limits looks moves names needs notes
offers orders picks plans plunges points presses questions raises reaches records reports requests rests returns rises rules
runs saves serves shows signs slides soars sources stops supports surges swings talks tests threatens tops trials turns uses
views visits votes waits walks wants warns wins works
"""
)


def _present(verbs: frozenset[str]) -> frozenset[str]:
    stems = {verb[:-2] for verb in verbs if verb.endswith("ed") and not verb.endswith("ied")}
    regular = frozenset(stem + ending for stem in stems for ending in ("s", "es"))
    return regular | {verb[:-3] + "ies" for verb in verbs if verb.endswith("ied")}


OF_THINGS_TOO = listed(
    """
began begins continued continues ended ends fell held hit opened opens ran remained remains resumed rose runs seemed seems
stood started starts closed came went followed
"""
)
PERSON_VERBS = (PERSON_VERBS | _present(PERSON_VERBS)) - NOUNS - OF_THINGS_TOO
