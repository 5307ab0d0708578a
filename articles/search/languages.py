"""What a word comes to: folded for the index, stemmed as its language asks. Languages are primary BCP 47 subtags.

The index holds words folded, not stemmed: what shares a stem is found out when a question is asked. So an exact form
costs no second index, and each article's words are stemmed as its own language asks.
"""

import re
import unicodedata
from functools import cache, lru_cache

import tantivy

LONGEST_WORD = 60
STEMMERS = {
    "da": "danish", "de": "german", "en": "english", "es": "spanish", "fi": "finnish", "fr": "french",
    "hu": "hungarian", "it": "italian", "nl": "dutch", "no": "norwegian", "nb": "norwegian",
    "nn": "norwegian", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sv": "swedish",
    "tr": "turkish",
}  # fmt: skip
WITHOUT_STOP_WORDS = {"ro", "tr"}
NAMES = {
    "ar": "Arabic", "bg": "Bulgarian", "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German",
    "el": "Greek", "en": "English", "es": "Spanish", "et": "Estonian", "fa": "Persian", "fi": "Finnish",
    "fr": "French", "ga": "Irish", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian",
    "id": "Indonesian", "is": "Icelandic", "it": "Italian", "ja": "Japanese", "ko": "Korean",
    "lt": "Lithuanian", "lv": "Latvian", "nb": "Norwegian Bokmål", "nl": "Dutch", "nn": "Norwegian Nynorsk",
    "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian",
    "sk": "Slovak", "sl": "Slovenian", "sr": "Serbian", "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian",
    "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
AUTONYMS = {
    "ar": "العربية", "bg": "български", "ca": "català", "cs": "čeština", "da": "dansk", "de": "Deutsch",
    "el": "ελληνικά", "es": "español", "et": "eesti", "fa": "فارسی", "fi": "suomi", "fr": "français",
    "ga": "Gaeilge", "he": "עברית", "hi": "हिन्दी", "hr": "hrvatski", "hu": "magyar", "id": "bahasa Indonesia",
    "is": "íslenska", "it": "italiano", "ja": "日本語", "ko": "한국어", "lt": "lietuvių", "lv": "latviešu",
    "nb": "norsk bokmål", "nl": "Nederlands", "nn": "norsk nynorsk", "no": "norsk", "pl": "polski",
    "pt": "português", "ro": "română", "ru": "русский", "sk": "slovenčina", "sl": "slovenščina", "sr": "српски",
    "sv": "svenska", "tr": "Türkçe", "uk": "українська", "ur": "اردو", "vi": "Tiếng Việt", "zh": "中文",
}  # fmt: skip
"""What a language calls itself."""
ACCENTED = re.compile("[\u0130\u0370-\u052f\u1f00-\u1fff]")
KEPT_MARKS = {"\u0306"}
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def family(tag: str) -> str:
    """Return the language of a tag like `en-US`: its first subtag, `und` if that is no code of two or three letters."""
    code = tag.replace("_", "-").split("-")[0].lower()
    return code if len(code) in (2, 3) and all(letter in LETTERS for letter in code) else "und"


@lru_cache(maxsize=1_000)
def number_of(code: str) -> int:
    """Return a language code as a number, as the index counts it; 0 for what is no code."""
    number = 0
    for letter in family(code):
        number = number * 27 + LETTERS.index(letter) + 1
    return number


def code_of(number: int) -> str:
    """Return the code that `number_of` made a number of."""
    code = ""
    while number > 0:
        number, letter = divmod(number, 27)
        code = LETTERS[letter - 1] + code
    return code


def name_of(code: str) -> str:
    """Return what English calls a language; its code if that is not known here."""
    return "Undetermined" if code == "und" else NAMES.get(code, code)


def analyser(stemmer: str = "", stop_words: str = "") -> tantivy.TextAnalyzer:
    """Return what turns text into words: to 60 bytes, lower case, ASCII where letters have it; stemmed if asked."""
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    builder = builder.filter(tantivy.Filter.remove_long(LONGEST_WORD)).filter(tantivy.Filter.lowercase())
    if stop_words:
        builder = builder.filter(tantivy.Filter.stopword(stop_words))
    builder = builder.filter(tantivy.Filter.ascii_fold())
    if stemmer:
        builder = builder.filter(tantivy.Filter.stemmer(stemmer))
    return builder.build()


PLAIN = analyser()
"""What makes the words of the index, of text that is `unaccented`."""
MARKS = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
"""What takes apart marks with spaces between them."""


@cache
def stemming(code: str) -> tantivy.TextAnalyzer:
    """Return what stems the words of a language; words stay as they are in languages without rules here."""
    return analyser(STEMMERS[code]) if code in STEMMERS else PLAIN


@cache
def sieve(code: str) -> tantivy.TextAnalyzer:
    """Return what drops the stop words of a language."""
    return (
        analyser(stop_words=STEMMERS[code]) if code in STEMMERS and code not in WITHOUT_STOP_WORDS else PLAIN
    )


def bases() -> dict[int, str]:
    """Return the letters that ASCII has nothing for, Greek and Cyrillic ones and the Turkish İ, without their accents.

    Accents alone: й is a letter of its own, and no accented и.
    """
    found = {ord("ς"): "σ", ord("Σ"): "σ"}
    for code in (0x130, *range(0x370, 0x530), *range(0x1F00, 0x2000)):
        parts = unicodedata.normalize("NFD", chr(code))
        if len(parts) > 1 and not KEPT_MARKS.intersection(parts):
            found[code] = parts[0]
    return found


BASES = bases()
OTHER_BYTES = bytes({*range(256)} - {letter for code in BASES for letter in chr(code).encode()[:1]})
"""What no such letter begins with in UTF-8: to strip it all is the quickest way to see that a text has none of them."""


def unaccented(text: str) -> str:
    """Return a text with Greek, Cyrillic and Turkish letters without accents, each still one letter."""
    if not text.encode("utf-8", "replace").translate(None, OTHER_BYTES):
        return text
    return text.translate(BASES) if ACCENTED.search(text) else text


def words(text: str) -> list[str]:
    """Return the words of a text as the index has them."""
    return PLAIN.analyze(unaccented(text))


@lru_cache(maxsize=100_000)
def folded(word: str) -> tuple[str, ...]:
    """Return the words of the index that a word typed or printed comes to: usually one, none if it is too long."""
    return tuple(words(word))


@lru_cache(maxsize=100_000)
def stems(word: str, code: str) -> tuple[str, ...]:
    """Return the stems of a word in a language."""
    return tuple(stemming(code).analyze(unaccented(word)))


@lru_cache(maxsize=10_000)
def is_stop_word(word: str, code: str) -> bool:
    """Return whether a word says so little in a language that a question can do without it."""
    return bool(folded(word)) and not sieve(code).analyze(word)


def beginning(stem: str) -> str:
    """Return how words with this stem begin: with the stem, but for a last vowel, which endings may change."""
    return stem[:-1] if len(stem) > 2 and stem[-1] in "aeiouy" else stem
