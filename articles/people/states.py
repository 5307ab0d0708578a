"""The states of the United States: codes, names, and how newspapers shorten them."""

_LINES = """
AL Alabama Ala.|AK Alaska Alaska|AZ Arizona Ariz.|AR Arkansas Ark.|CA California Calif.|CO Colorado Colo.|CT Connecticut Conn.
DE Delaware Del.|FL Florida Fla.|GA Georgia Ga.|HI Hawaii Hawaii|ID Idaho Idaho|IL Illinois Ill.|IN Indiana Ind.|IA Iowa Iowa
KS Kansas Kan.|KY Kentucky Ky.|LA Louisiana La.|ME Maine Maine|MD Maryland Md.|MA Massachusetts Mass.|MI Michigan Mich.
MN Minnesota Minn.|MS Mississippi Miss.|MO Missouri Mo.|MT Montana Mont.|NE Nebraska Neb.|NV Nevada Nev.|NH New_Hampshire N.H.
NJ New_Jersey N.J.|NM New_Mexico N.M.|NY New_York N.Y.|NC North_Carolina N.C.|ND North_Dakota N.D.|OH Ohio Ohio
OK Oklahoma Okla.|OR Oregon Ore.|PA Pennsylvania Pa.|RI Rhode_Island R.I.|SC South_Carolina S.C.|SD South_Dakota S.D.
TN Tennessee Tenn.|TX Texas Texas|UT Utah Utah|VT Vermont Vt.|VA Virginia Va.|WA Washington Wash.|WV West_Virginia W.Va.
WI Wisconsin Wis.|WY Wyoming Wyo.|DC District_of_Columbia D.C.|PR Puerto_Rico P.R.|GU Guam Guam|VI Virgin_Islands V.I.
AS American_Samoa American_Samoa|MP Northern_Mariana_Islands N.M.I.
"""
_ROWS = [
    [word.replace("_", " ") for word in entry.split()]
    for entry in _LINES.replace("\n", "|").split("|")
    if entry
]
NAMES = {code: name for code, name, _ in _ROWS}
"""Names by postal code: "Alabama" of "AL"."""
ABBREVIATIONS = {code: short for code, _, short in _ROWS}
CODES = {spelling.casefold(): code for code, name, short in _ROWS for spelling in (code, name, short)}
"""Postal codes by every way of writing a state, without regard to case."""


def abbreviated(state: str) -> str:
    """Return a state as newspapers shorten it, "Ala." of "AL"; what is no code stays as it is."""
    return ABBREVIATIONS.get(state, state)


def named(state: str) -> str:
    """Return the name of a state, "Alabama" of "AL"; what is no code stays as it is."""
    return NAMES.get(state, state)
