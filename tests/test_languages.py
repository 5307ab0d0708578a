"""The language of a text is told, where the text is long enough to tell it."""

import pytest

from articles.languages import language_of


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            "en",
            "The Senate passed the budget on Friday night, after a debate that had lasted for nine hours.",
        ),
        (
            "de",
            "Der Bundestag hat am Freitag über das Gesetz abgestimmt und es mit großer Mehrheit angenommen.",
        ),
        ("fr", "Le Sénat a adopté la loi vendredi après un long débat entre la majorité et l’opposition."),
        ("es", "El Senado aprobó la ley el viernes por la noche tras un largo debate entre los partidos."),
        ("ru", "Сенат принял закон в пятницу вечером после долгих споров между партиями большинства."),
    ],
)
def test_language_is_detected(code, text):
    assert language_of(text) == code


@pytest.mark.parametrize("text", ["", "Budget", "Sessions, Comey, Mueller, Rosenstein"])
def test_short_text_has_no_language(text):
    assert language_of(text) == ""
