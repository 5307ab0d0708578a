"""Titles that stand before a name."""

TITLES = frozenset({
    "acting", "adm", "admiral", "ag", "amb", "ambassador", "attorney", "capt", "captain", "chair", "chairman",
    "chairwoman", "chancellor", "chief", "col", "colonel", "commissioner", "congressman", "congresswoman", "counsel",
    "deputy", "director", "dr", "first", "former", "gen", "general", "gov", "governor", "house", "judge", "justice",
    "lady", "leader", "lieutenant", "lt", "maj", "major", "majority", "mayor", "minister", "minority", "miss", "mr",
    "mrs", "ms", "president", "prime", "prof", "professor", "rep", "representative", "sec", "secretary", "sen", "senate",
    "senator", "sgt", "sir", "speaker", "special", "vice", "whip",
})  # fmt: skip


def without_title(name: str) -> str:
    """Return a name without the titles in front of it, its last word in any case: "Lindsey Graham" of "Sen. Lindsey Graham"."""
    words = name.split()
    while len(words) > 1 and all(part.rstrip(".") in TITLES for part in words[0].lower().split("-")):
        del words[0]
    return " ".join(words)
