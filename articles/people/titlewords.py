"""The words of titles: how they are shortened, what they mean before a name, of what countries they speak.

All in lower case, without full stops.
"""

WHOLE = {
    "adm": "admiral", "advisor": "adviser", "ag": "attorney general", "alderwoman": "alderman", "amb": "ambassador",
    "assemblywoman": "assemblyman", "asst": "assistant", "attorneys": "attorney", "atty": "attorney", "brig": "brigadier",
    "capt": "captain", "chair": "chairman", "chairperson": "chairman", "chairwoman": "chairman", "chmn": "chairman",
    "cmdr": "commander", "col": "colonel", "commr": "commissioner", "cong": "representative", "congressman": "representative",
    "congressperson": "representative", "congresswoman": "representative", "councilwoman": "councilman", "cpl": "corporal",
    "defence": "defense", "dep": "deputy", "dir": "director", "dni": "national intelligence director", "fed": "federal reserve",
    "flotus": "first lady", "gen": "general", "gov": "governor", "governors": "governor", "govs": "governor",
    "hon": "honorable", "justices": "justice", "lt": "lieutenant", "maj": "major", "mps": "mp", "pm": "prime minister",
    "potus": "president", "pres": "president", "presidents": "president", "prez": "president", "prof": "professor",
    "rep": "representative", "representatives": "representative", "reps": "representative", "rev": "reverend",
    "sec": "secretary", "secretaries": "secretary", "secy": "secretary", "sen": "senator", "senators": "senator",
    "sens": "senator", "sgt": "sergeant", "spokesperson": "spokesman", "spokeswoman": "spokesman", "undersec": "undersecretary",
    "veep": "vice president", "vp": "vice president", "wh": "white house",
}  # fmt: skip
"""Words that stand for another: the short for the whole, the spelling of one country or sex for the common one."""

PHRASES = {
    "central intelligence agency": "cia", "democratic national committee": "dnc", "department of": "", "dept of": "",
    "environmental protection agency": "epa", "european union": "eu", "federal bureau of investigation": "fbi",
    "federal reserve board": "federal reserve", "foreign affairs minister": "foreign minister",
    "foreign affairs secretary": "foreign secretary", "health and human services": "hhs", "homeland security": "dhs",
    "house speaker": "speaker", "housing and urban development": "hud", "joint chiefs of staff": "joint chiefs",
    "member of congress": "representative", "member of parliament": "mp", "national security agency": "nsa",
    "office of management and budget": "omb", "republican national committee": "rnc", "state secretary": "secretary of state",
    "supreme court justice": "justice", "under secretary": "undersecretary", "united kingdom": "uk", "united nations": "un",
    "united states": "us", "veterans affairs": "va",
}  # fmt: skip

PREFIXES = {
    "-designate": "elect", "-elect": "elect", "acting": "", "current": "", "deposed": "former", "designate": "elect",
    "elect": "elect", "erstwhile": "former", "ex": "former", "ex-": "former", "former": "former", "former-": "former",
    "future": "elect", "incoming": "elect", "interim": "", "late": "former", "newly": "", "nominee": "elect",
    "onetime": "former", "ousted": "former", "outgoing": "", "past": "former", "retired": "former", "sitting": "",
    "sometime": "former", "then": "then", "then-": "then",
}  # fmt: skip
"""What the words beside a title say of the day: held before it, at the time spoken of, or from a later day on; or nothing."""

HONORIFICS = frozenset({
    "baron", "baroness", "dame", "dr", "fr", "frau", "herr", "hon", "honorable", "lady", "lord", "m", "madam", "madame", "miss",
    "mister", "mlle", "mme", "mr", "mrs", "ms", "mx", "prof", "professor", "rev", "reverend", "señor", "señora", "sir", "sr",
    "sra",
})  # fmt: skip
"""What stands before anybody’s name."""

HEADS = frozenset({
    "administrator", "admiral", "ambassador", "archbishop", "assemblyman", "associate justice", "attorney general", "bishop",
    "brigadier general", "captain", "chairman", "chancellor", "chief justice", "chief of staff", "colonel", "commander",
    "commissioner", "comptroller", "consul general", "councilman", "crown prince", "delegate", "director general", "director",
    "emperor", "first lady", "foreign minister", "foreign secretary", "general counsel", "general", "governor general",
    "governor", "inspector general", "judge", "justice", "king", "leader", "lieutenant colonel", "lieutenant general",
    "lieutenant governor", "major general", "majority leader", "majority whip", "mayor", "minister", "minority leader",
    "minority whip", "national security adviser", "postmaster general", "premier", "president", "press secretary",
    "prime minister", "prince", "princess", "queen", "rear admiral", "representative", "secretary general",
    "secretary of state", "secretary", "senator", "sheriff", "solicitor general", "speaker", "special counsel",
    "supreme leader", "surgeon general", "treasurer", "undersecretary", "vice admiral", "vice chairman", "vice president",
    "whip",
})  # fmt: skip
"""What is printed alone before a surname, whatever else belongs to the title."""

SHORTER = {
    "associate justice": "justice", "brigadier general": "general", "chief justice": "justice", "crown prince": "prince",
    "foreign minister": "minister", "foreign secretary": "secretary", "lieutenant colonel": "colonel",
    "lieutenant general": "general", "major general": "general", "majority leader": "leader", "majority whip": "whip",
    "minority leader": "leader", "minority whip": "whip", "rear admiral": "admiral", "secretary general": "",
    "secretary of state": "secretary", "vice admiral": "admiral",
}  # fmt: skip

LOWERING = ("deputy", "assistant", "associate", "principal deputy", "under", "vice")
"""Whoever is one of these is never given the title that follows it."""

PARTIES = frozenset({"democrat", "democratic", "gop", "independent", "labour", "republican", "tory"})

LINKS = frozenset({"and", "for", "of", "the", "to"})
"""Words within titles; none begins or ends with one."""

OTHERS = frozenset({
    "admin", "administrative", "affairs", "agency", "agriculture", "alderman", "army", "assembly", "assistant", "attorney",
    "bank", "bishop", "board", "brigadier", "budget", "bureau", "cardinal", "chief", "chiefs", "cia", "commerce", "commission",
    "committee", "congress", "congressional", "corporal", "council", "counsel", "county", "court", "crown", "defense", "deputy",
    "detective", "development", "dhs", "district", "dnc", "duchess", "duke", "education", "energy", "environment", "epa", "eu",
    "exchequer", "executive", "fbi", "federal", "finance", "first", "foreign", "health", "hhs", "home", "homeland", "house",
    "housing", "hud", "human", "ice", "imam", "inspector", "intelligence", "interior", "irs", "joint", "labor", "labour",
    "lieutenant", "major", "majority", "marshal", "minority", "mp", "national", "nato", "navy", "nsa", "omb", "parliament",
    "party", "police", "pope", "postmaster", "press", "principal", "private", "prosecutor", "rabbi", "rear", "republican",
    "reserve", "rnc", "security", "senate", "senior", "sergeant", "services", "solicitor", "special", "staff", "state",
    "superintendent", "supreme", "surgeon", "trade", "transportation", "treasury", "un", "urban", "us", "va", "veterans",
    "vice", "white",
})  # fmt: skip
"""Words of titles that are no title of their own."""

_NATIONS = """
Afghanistan Afghan|Argentina Argentine|Australia Australian|Austria Austrian|Belarus Belarusian|Belgium Belgian|Brazil Brazilian
Britain British|Canada Canadian|Chile Chilean|China Chinese|Colombia Colombian|Croatia Croatian|Cuba Cuban|Denmark Danish
Egypt Egyptian|Ethiopia Ethiopian|Finland Finnish|France French|Germany German|Greece Greek|Hungary Hungarian|India Indian
Indonesia Indonesian|Iran Iranian|Iraq Iraqi|Ireland Irish|Israel Israeli|Italy Italian|Japan Japanese|Jordan Jordanian
Kenya Kenyan|Lebanon Lebanese|Libya Libyan|Malaysia Malaysian|Mexico Mexican|Netherlands Dutch|Nigeria Nigerian|Norway Norwegian
Pakistan Pakistani|Philippines Philippine|Poland Polish|Portugal Portuguese|Romania Romanian|Russia Russian|Serbia Serbian
Singapore Singaporean|Slovakia Slovak|Spain Spanish|Sudan Sudanese|Sweden Swedish|Switzerland Swiss|Syria Syrian|Taiwan Taiwanese
Thailand Thai|Turkey Turkish|Ukraine Ukrainian|Venezuela Venezuelan|Vietnam Vietnamese|Yemen Yemeni|Zimbabwe Zimbabwean
"""
NATIONS = dict(entry.lower().split() for entry in _NATIONS.replace("\n", "|").split("|") if entry) | {
    "north korea": "north korean", "saudi arabia": "saudi", "south africa": "south african", "south korea": "south korean",
    "uk": "british", "eu": "european",
}  # fmt: skip
"""What is said of a country before a title: "russian" of "russia"."""
