"""The words of bylines that are no names: what joins names, what ends them, what stands for a newsroom or a place.

All in lower case, without a full stop at the end.
"""

from articles.people import titles

BY = frozenset({"by"})
BY_AT_THE_START = frozenset({"von", "par", "por"})
JOINING = frozenset({"and", "&", ";", "with", "und", "et", "mit", "avec", "con", "и"})
JOINING_OR_PART_OF_A_NAME = frozenset({"y", "Y", "e"})
"""José Ortega y Gasset is one; Ana Ruiz y Juan Gil are two."""

STOPS = frozenset({"the", "for", "in", "at", "from", "of", "via", "as"})

TITLES = titles.TITLES | {"cmdr", "ex", "hon", "pres", "rev"}

CREDITS = frozenset({
    "compiled", "edited", "editing", "graphic", "graphics", "illustrated", "illustration", "illustrations", "image", "images",
    "photo", "photographed", "photographs", "photography", "photos", "produced", "translated", "translation", "video", "videos",
})  # fmt: skip
"""Whoever is named after “by” behind one of these did not write the article."""

ROLES = frozenset({
    "analyst", "blogger", "chief", "columnist", "columnists", "contributor", "contributors", "correspondent", "correspondents",
    "critic", "director", "editor", "editors", "fellow", "intern", "journalist", "journalists", "korrespondent", "photographer",
    "photojournalist", "producer", "redakteur", "redakteurin", "reporter", "reporters", "scholar", "writer", "writers",
})  # fmt: skip
ENDS = ROLES | CREDITS | frozenset({
    "afp", "agence", "ani", "ansa", "ap", "associated", "cnn", "deutsche", "dpa", "efe", "esq", "exclusive", "filed", "itar-tass",
    "kyodo", "m.d", "md", "ph.d", "phd", "politico", "posted", "pti", "published", "reuters", "special", "staff", "tass",
    "twitter", "updated", "upi", "xinhua",
})  # fmt: skip
"""A name may stand before one of these."""

QUALIFIERS = frozenset({
    "a", "assistant", "associate", "business", "capitol", "congressional", "contributing", "court", "defense", "department",
    "deputy", "diplomatic", "economic", "economics", "education", "energy", "environment", "european", "executive", "foreign",
    "freelance", "guest", "health", "hill", "house", "international", "investigative", "justice", "labor", "legal", "managing",
    "national", "news", "opinion", "our", "own", "political", "politics", "science", "security", "senior", "special", "staff",
    "state", "statehouse", "supreme", "technology", "washington", "white",
})  # fmt: skip
"""What stands before a role: “White House correspondent”."""

NEVER = frozenset({
    "admin", "administrator", "agencies", "agency", "agentur", "anonymous", "association", "board", "bureau", "center", "centre",
    "chronicle", "college", "commentary", "committee", "contributed", "courier", "daily", "desk", "dispatch", "editorial",
    "essay", "examiner", "foundation", "gazette", "herald", "inquirer", "institute", "institution", "interview", "journal",
    "ledger", "magazine", "media", "nachrichtenagentur", "network", "news", "newspaper", "newspapers", "newsroom", "observer",
    "office", "opinion", "radio", "redacción", "redaktion", "report", "reports", "review", "rédaction", "senate", "service",
    "services", "team", "television", "times", "tribune", "unknown", "university",
    "bloomberg", "interfax", "webmaster", "wire", "wires",
})  # fmt: skip
"""A name with one of these is no person's."""

AGENCIES = frozenset({
    "afp", "agence france presse", "agencia efe", "al jazeera", "ansa", "ap", "associated press", "bloomberg", "dpa", "efe",
    "interfax", "itar tass", "kathimerini", "kyodo", "pa media", "press trust of india", "pti", "reuters", "tass",
    "the associated press", "united press international", "upi", "xinhua",
})  # fmt: skip
"""Agencies by their bare names: whatever says so, they are not people."""

NEVER_TOGETHER = frozenset({
    "abu dhabi", "baton rouge", "canadian press", "cape town", "capitol hill", "daily mail", "denver post", "des moines",
    "el mundo", "el país", "el paso", "free press", "huffington post", "human rights", "jerusalem post", "la presse",
    "la repubblica", "la stampa", "le figaro", "le monde", "little rock", "palm beach", "puerto rico", "santa fe",
    "saudi arabia", "st louis", "st petersburg", "supreme court", "são paulo", "tel aviv", "united kingdom", "united nations",
    "united press", "united states", "washington bureau", "washington dc", "washington post", "white house",
    "al jazeera", "associated press", "press trust",
})  # fmt: skip
PLACES_BEGIN = frozenset({
    "buenos", "east", "fort", "hong", "kuala", "las", "los", "new", "north", "san", "south", "tel", "west",
})  # fmt: skip

MONTHS = frozenset({
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec",
})  # fmt: skip
ABBREVIATED = frozenset({
    "alex", "benj", "chas", "danl", "edw", "fred", "geo", "jas", "jos", "robt", "saml", "theo", "thos", "wm",
})  # fmt: skip
"""First names that end with a full stop where no sentence does."""

DOMAINS = (".com", ".org", ".net", ".gov", ".edu", ".co.uk", ".info")
