"""A first guess of a text's language: its script, then the commonest words of the languages that share it.

No model and no network: the words are data (``common_words.toml``). The guess is None when it is unsure.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

# The beginning tells the language of most texts; the others are looked at farther.
_SAMPLES = (500, 2000)
# The vowel signs of Devanagari are marks, which \w leaves out.
_WORD = re.compile(r"(?:[^\W\d_]|[\u0900-\u0963])+")
_SCRIPTS = ((re.compile("[\u0400-\u04ff]"), "cyrillic"), (re.compile("[\u0900-\u097f]"), "devanagari"))
_ENOUGH_WORDS = 3
_ENOUGH_SHARE = 0.08
_CLEAR_LEAD = 1.2
# So many words with so much of a lead, and nothing farther down changes the guess.
_AMPLE_WORDS = 12
_AMPLE_LEAD = 2.0


@cache
def _tables() -> dict[str, dict[str, str]]:
    return tomllib.loads(files("data.reading").joinpath("common_words.toml").read_text(encoding="utf-8"))


@cache
def _languages_by_word(script: str) -> dict[str, tuple[str, ...]]:
    languages: dict[str, tuple[str, ...]] = {}
    for code, words in _tables()[script].items():
        for word in set(words.split()):
            languages[word] = (*languages.get(word, ()), code)
    return languages


def guess_language(text: str) -> str | None:
    """The ISO 639-1 code of the language of a text's beginning, or None if it is in doubt."""
    guess = None
    for length in _SAMPLES:
        guess, is_ample = _guess(text[:length].lower())
        if is_ample or len(text) <= length:
            break
    return guess


def _guess(sample: str) -> tuple[str | None, bool]:
    """The language of a sample in small letters, and whether more of the text is not worth a look."""
    plain = sample.isascii()
    # Punctuation stays with its word: of the commonest words hardly any stands before it.
    words = sample.split() if plain else _WORD.findall(sample)
    languages = _languages_by_word("latin" if plain else _script(sample))
    counts: dict[str, int] = {}
    for word in words:
        for code in languages.get(word, ()):
            counts[code] = counts.get(code, 0) + 1
    code = max(counts, key=counts.__getitem__, default="")
    best = counts.pop(code, 0)
    second = max(counts.values(), default=0)
    if best < _ENOUGH_WORDS or best < _ENOUGH_SHARE * len(words) or best < _CLEAR_LEAD * second:
        return None, False
    return code, best >= _AMPLE_WORDS and best >= _AMPLE_LEAD * second


def _script(sample: str) -> str:
    return next(
        (name for letters, name in _SCRIPTS if len(letters.findall(sample)) * 3 > len(sample)), "latin"
    )


def language_of(text: str, declared: str | None) -> str | None:
    """The language of a text whose file declares one, if only by a template's default.

    A sure guess wins over the declaration of a language that the guess could have found, too.
    """
    guess = guess_language(text)
    code = (declared or "").strip().lower().replace("_", "-").split("-")[0]
    if not (code.isascii() and code.isalpha() and 2 <= len(code) <= 3):
        return guess
    return guess if guess is not None and code in _known() else code


@cache
def _known() -> frozenset[str]:
    return frozenset(code for languages in _tables().values() for code in languages)
