"""In which language a text is written."""

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

ENOUGH = 300
"""Characters that are looked at: more take longer and tell no more."""
FEWEST = 60
"""Characters below which names decide, not the language."""
SURE = 0.8


def language_of(text: str) -> str:
    """Return the code of ISO 639-1 of the language of a text, "" for one that is too short or might be several."""
    beginning = " ".join(text[: ENOUGH * 2].split())[:ENOUGH]
    if len(beginning) < FEWEST:
        return ""
    language, certainty = _identifier().classify(beginning)
    return str(language) if certainty >= SURE else ""


@cache
def _identifier() -> LanguageIdentifier:
    """Return the model: half a second and a hundred megabytes, so only for those who ask."""
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
