"""Where a sentence ends: not behind "Sen.", "U.S.", an initial, or a figure's decimal point."""

import re
from collections.abc import Iterator

END = re.compile(r"[.!?…]+[”’\"')\]]*(?=\s|\Z)|\n")
ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Sens?|Reps?|Govs?|Gen|Lt|Col|Sgt|Capt|Adm|Rev|Hon|Pres|Prof|Sec|Atty|Supt|Amb|Maj|Cmdr|Jr|Sr|St|Mt|Ft|"
    r"vs?|Nos?|Inc|Co|Corp|Dept|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|"
    r"Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|[ap]\.m)|"
    r"(?<![\w’])[A-Z](?:\.[A-Z])*)\.\Z"
)
LOOK_BACK = 12


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of plain text in order, without the white space around them; a line end ends one too."""
    start = 0
    for end in (*ends(text), len(text)):
        if sentence := text[start:end].strip():
            yield sentence
        start = end


def ends(text: str) -> Iterator[int]:
    """Yield where the sentences of plain text end, the last one aside."""
    start = 0
    for match in END.finditer(text):
        if text[match.start()] == "\n" or not ABBREVIATION.search(
            text[max(start, match.start() - LOOK_BACK) : match.end()]
        ):
            start = match.end()
            yield start


def sentence_at(text: str, place: int, longest: int) -> tuple[str, int]:
    """Return the sentence in which a place of a text stands, and how far into it: at most `longest` characters around it."""
    first = text.rfind("\n", 0, place) + 1
    last = text.find("\n", place)
    line = text[first : last if last >= 0 else len(text)]
    within = place - first
    start = 0
    for end in (*ends(line), len(line)):
        if end > within:
            break
        start = end
    start += len(line[start:end]) - len(line[start:end].lstrip())
    if end - start > longest:
        start = max(start, within - longest // 2)
        end = start + longest
    return line[start:end].rstrip(), within - start
