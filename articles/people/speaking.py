"""The words around quotations in English: verbs of speaking, who speaks, what stands between.

All in lower case, without a full stop at the end.
"""

from collections.abc import Iterator

from articles.people.titles import TITLES

_IRREGULAR = """
admitted admitting begin begins began beginning bragged bragging quipped quipping said say saying says snapped
snapping swearing swears swore tell telling tells told write writes writing written wrote
"""
_REGULAR = """
accuse acknowledge add admit advise affirm agree allege announce answer argue ask assert assure blast boast brag call caution
challenge claim comment complain concede conclude condemn confess confide confirm contend counter criticise criticize cry
declare decry demand describe elaborate emphasise emphasize exclaim explain fume grumble implore insist instruct interject
intone joke lament maintain marvel muse mutter note object observe opine pledge predict proclaim promise protest quip
reaffirm recall recount reiterate remark remind reply respond retort scoff shout snap stress suggest tease testify text
threaten thunder tweet urge vow warn whisper
"""
_BESIDE = "begin continue echo interrupt laugh offer order post question reason repeat report reveal state wonder yell"
_DOUBLING = frozenset({"admit", "begin", "brag", "quip", "snap"})


PAIRS = {"according": "to", "goes": "on", "put": "it", "puts": "it", "went": "on"}
"""Words that are a verb of speaking with one more behind them."""


def _forms(verb: str) -> Iterator[str]:
    stem = verb.removesuffix("e")
    yield verb
    stem_y = verb[:-1] if verb.endswith(("fy", "ply", "ry")) else ""
    yield f"{stem_y}ies" if stem_y else f"{verb}es" if verb.endswith("ss") else f"{verb}s"
    if verb in _DOUBLING:
        return
    yield f"{stem_y}ied" if stem_y else f"{stem}ed"
    yield f"{verb if verb.endswith('ee') else stem}ing"


BESIDE = frozenset(form for verb in _BESIDE.split() for form in _forms(verb)) | {"began", "beginning"}
"""Verbs that speak only where the quotation stands right beside them: “…,” she continued."""

BASE = frozenset(f"{_REGULAR} {_BESIDE} begin brag quip say snap swear tell write".split())
"""Forms that no single name stands before as their subject: “heard Smith say”, “those who know Smith say”."""

VERBS = (
    BESIDE
    | frozenset(_IRREGULAR.split())
    | frozenset(form for verb in _REGULAR.split() for form in _forms(verb))
)
"""Every form of the verbs of speaking."""

PRINTED = VERBS | PAIRS.keys() | {form.capitalize() for form in VERBS | PAIRS.keys()}
"""How they are printed, in front of a sentence too."""

NEVER_TURNED = frozenset({"told", "tells", "tell", "calls", "called"})
"""Verbs whose speaker never stands behind them: the one told is no speaker."""

ADVERBS = frozenset({
    "again", "also", "already", "always", "did", "do", "does", "even", "finally", "first", "further", "had", "has", "have",
    "he'd", "herself", "himself", "instead", "just", "later", "next", "now", "often", "once", "only", "soon", "sometimes",
    "still", "then", "there", "themselves", "today", "too", "tonight", "twice", "will", "would", "yesterday",
})  # fmt: skip
"""What may stand between a speaker and the verb, beside whatever ends in “ly”."""
NOT_ADVERBS = frozenset(
    {"ally", "anomaly", "assembly", "bully", "family", "fly", "monopoly", "reply", "supply"}
)

PASSIVE = frozenset({
    "am", "are", "be", "been", "being", "get", "gets", "getting", "got", "is", "was", "were", "aren’t", "isn’t", "wasn’t",
    "weren’t",
})  # fmt: skip
BARRING = frozenset({
    "can", "cannot", "could", "may", "might", "must", "neither", "never", "nobody", "nor", "not", "ought", "should",
    "to",
})  # fmt: skip
"""What says before a verb that nobody spoke, or might have."""

PRONOUNS = frozenset({"he", "she", "they"})
SUPPOSING = frozenset({"if", "neither", "nor", "unless"})
PERCEIVING = frozenset({
    "had", "has", "have", "hear", "heard", "hearing", "hears", "helped", "let", "lets", "letting", "made", "make", "makes",
    "making", "saw", "see", "seeing", "seen", "sees", "watch", "watched", "watches", "watching",
})  # fmt: skip
"""Verbs whose object may speak, or be made to, without being the subject."""
REPORTING = frozenset({
    f"{verb}{ending}"
    for verb in ("add", "argu", "alleg", "claim", "complain", "contend", "declar", "explain", "insist", "maintain", "not",
                 "report", "stat", "suggest")
    for ending in ("ed", "s", "es", "ing")
} | {"say", "saying", "says", "said", "testified", "testifies", "testifying", "writes", "writing", "wrote"})  # fmt: skip
"""Verbs behind which another clause begins without “that”."""
ADJECTIVES = frozenset(
    {"acting", "disgraced", "embattled", "incoming", "outgoing", "ranking", "retired", "sitting", "visiting"}
)
"""Participles that stand before a name and take no object."""
OTHERS = frozenset({
    "everyone", "everybody", "few", "i", "it", "many", "most", "others", "several", "some", "someone", "we", "you",
})  # fmt: skip
"""Words that speak and stand for nobody who is known."""

DETERMINERS = frozenset({
    "a", "an", "another", "each", "every", "five", "four", "her", "his", "its", "many", "most", "my", "no", "one", "other", "our",
    "several", "some", "that", "the", "their", "these", "this", "those", "three", "two", "your",
})  # fmt: skip
PREPOSITIONS = frozenset({
    "about", "above", "across", "against", "alongside", "amid", "among", "around", "at", "behind", "beside", "besides", "between",
    "beyond", "by", "despite", "during", "except", "for", "from", "in", "inside", "into", "like", "near", "of", "off", "on",
    "outside", "over", "than", "through", "to", "toward", "towards", "under", "unlike", "upon", "versus", "with", "within",
    "without",
})  # fmt: skip
OF_SOMEBODY = PREPOSITIONS - {"of"}
TIMES = frozenset(
    {
        "day",
        "days",
        "hour",
        "hours",
        "minute",
        "moment",
        "month",
        "night",
        "time",
        "way",
        "week",
        "weeks",
        "year",
        "years",
    }
)
OPENING = frozenset({
    "although", "as", "because", "but", "if", "later", "meanwhile", "monday", "tuesday", "wednesday", "thursday", "friday",
    "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "morning", "afternoon", "evening", "night", "week", "month", "year", "that", "then", "there",
    "though",
    "today", "when", "while", "yesterday", "yet",
})  # fmt: skip
"""Words before a name that is the subject of its sentence."""

ENDING = frozenset({
    "about", "after", "ahead", "among", "as", "at", "before", "by", "during", "earlier", "flatly", "following", "from", "in",
    "last", "late", "later", "of", "on", "outside", "over", "shortly", "that", "this", "through", "to", "today", "tonight", "via",
    "when",
    "while", "who", "whose", "with", "without", "yesterday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
    "sunday", "afterward", "afterwards", "again", "once", "because", "but", "if", "where", "which", "recently", "privately",
})  # fmt: skip
"""Words behind a name that stands behind its verb."""

HUMAN = TITLES - {"acting", "first", "former", "house", "special", "senate"} | frozenset({
    "activist", "adviser", "advisor", "agency", "agent", "aide", "ally", "analyst", "assistant", "associate", "attendee",
    "author",
    "board", "boss", "brother", "bureau", "campaign", "candidate", "caucus", "citizen", "clerk", "client", "coalition",
    "colleague", "commission", "committee", "company", "confidant", "council", "court", "critic", "daughter", "delegate",
    "democrat", "department", "deputy", "diplomat", "donor", "economist", "editor", "employee", "executive", "expert", "family",
    "father", "farmer", "friend", "group", "guest", "historian", "husband", "insider", "investigator", "journalist", "juror",
    "lawmaker", "lawyer", "lobbyist", "man", "manager", "member", "men", "mother", "neighbor", "neighbour", "nominee", "observer",
    "office", "officer", "official", "operative", "opponent", "organiser", "organizer", "panel", "participant", "party", "people",
    "person", "pollster", "predecessor", "prosecutor", "protester", "resident", "reporter", "republican", "researcher", "rival",
    "scholar", "scientist", "sheriff", "sister", "soldier", "son", "source", "spokesman", "spokesmen", "spokesperson",
    "spokespeople", "spokeswoman", "staff", "staffer", "strategist", "student", "successor", "supporter", "teacher", "team",
    "union", "veteran", "voter", "wife", "witness", "woman", "women", "worker", "administration", "crowd", "government",
})  # fmt: skip
WRITTEN = frozenset({
    "ad", "account", "article", "brief", "complaint", "document", "email", "editorial", "filing", "indictment", "journal",
    "letter",
    "magazine", "memo", "newspaper", "order", "paper", "poll", "report", "resolution", "ruling", "statement", "story", "survey",
    "transcript", "tweet",
})  # fmt: skip
"""What speaks in print."""


def is_person(word: str) -> bool:
    """Return whether a word in lower case stands for somebody who may speak: an aide, officials, a statement."""
    return any(
        one in HUMAN or one in WRITTEN
        for one in (
            word,
            word.removesuffix("s"),
            word.removesuffix("es"),
            f"{word[:-3]}y" if word.endswith("ies") else word,
        )
    )


def is_adverb(word: str) -> bool:
    """Return whether a word may stand between a speaker and the verb."""
    return word in ADVERBS or (word.endswith("ly") and word.islower() and word not in NOT_ADVERBS)


def is_title(word: str) -> bool:
    """Return whether a word may belong to the title before a name: “Sen.”, “then-Attorney”, “General”."""
    return any(part in TITLES or part in ("press", "white") for part in word.lower().rstrip(".").split("-"))
