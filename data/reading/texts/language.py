"""A first guess of a text's language: its script, then the commonest words of the languages that share it.

No model and no network: the words are data (``common_words.toml``). The guess is None when it is unsure.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from importlib.resources import files
from itertools import chain

# The beginning tells the language of most texts; the others are looked at farther.
_SAMPLES = (300, 600, 2000)
# The vowel signs of Devanagari are marks, which \w leaves out.
_WORD = re.compile(r"(?:[^\W\d_]|[\u0900-\u0963])+")
_SCRIPTS = (
    (re.compile("[\u0400-\u04ff]"), "cyrillic"),
    (re.compile("[\u0600-\u06ff]"), "arabic"),
    (re.compile("[\u0900-\u097f]"), "devanagari"),
)
# Scripts in which hardly anything but one language is printed; Japanese has Chinese signs, too.
_OWN_SCRIPTS = (
    (re.compile("[\u3040-\u30ff]"), 8, "ja"),
    (re.compile("[\u4e00-\u9fff]"), 3, "zh"),
    (re.compile("[\uac00-\ud7af]"), 3, "ko"),
    (re.compile("[\u0370-\u03ff]"), 3, "el"),
    (re.compile("[\u0590-\u05ff]"), 3, "he"),
    (re.compile("[\u0e00-\u0e7f]"), 3, "th"),
    (re.compile("[\u10a0-\u10ff]"), 3, "ka"),
    (re.compile("[\u0530-\u058f]"), 3, "hy"),
    (re.compile("[\u0980-\u09ff]"), 3, "bn"),
    (re.compile("[\u0a00-\u0a7f]"), 3, "pa"),
    (re.compile("[\u0a80-\u0aff]"), 3, "gu"),
    (re.compile("[\u0b80-\u0bff]"), 3, "ta"),
    (re.compile("[\u0c00-\u0c7f]"), 3, "te"),
    (re.compile("[\u0c80-\u0cff]"), 3, "kn"),
    (re.compile("[\u0d00-\u0d7f]"), 3, "ml"),
)
# For texts with few of the commonest words, by script: letters that neighbours lack, and letters it has not.
_ARABIC = "\u0621-\u063a\u0641-\u064a"
_PERSIAN = f"{_ARABIC}پچژگکی"
_OWN_LETTERS = {
    "cyrillic": (
        ("ru", re.compile("[ыэ]"), re.compile(r"[^\W\d_a-zа-яё]")),
        ("uk", re.compile("[їєґ]"), re.compile(r"[ыэъ]|[^\W\d_a-zа-яіїєґ]")),
    ),
    "arabic": (
        ("ar", re.compile("[ةىأإ]"), re.compile(rf"[^\W\d_a-z{_ARABIC}]")),
        ("fa", re.compile("[پچژگکی]"), re.compile(rf"[^\W\d_a-z{_PERSIAN}]")),
        ("ur", re.compile("[ٹڈڑںےہھ]"), re.compile(rf"[^\W\d_a-z{_PERSIAN}ٹڈڑںےہھۂۓ]")),
    ),
}
# Letters of other alphabets than the Latin one; typographic signs are none.
_FOREIGN = re.compile("[^\u0000-\u036f\u2000-\u2bff]")
_ENOUGH_WORDS = 3
_ENOUGH_SHARE = 0.08
_CLEAR_LEAD = 1.2
# So many words with so much of a lead, and nothing farther down changes the guess.
_AMPLE_WORDS = 12
_AMPLE_LEAD = 2.0


@cache
def _tables() -> dict[str, dict[str, str]]:
    content = files("data.reading.texts").joinpath("common_words.toml").read_text(encoding="utf-8")
    return tomllib.loads(content)


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
    script = "latin" if plain or not _is_share(_FOREIGN, sample, 3) else _script(sample)
    if script is None:
        return next(
            (code for letters, part, code in _OWN_SCRIPTS if _is_share(letters, sample, part)), None
        ), True
    # Punctuation stays with its word: of the commonest words hardly any stands before it.
    words = sample.split() if plain else _WORD.findall(sample)
    known = filter(None, map(_languages_by_word(script).get, words))
    counts = Counter(chain.from_iterable(known))
    code = max(counts, key=counts.__getitem__, default="")
    best = counts.pop(code, 0)
    second = max(counts.values(), default=0)
    if best < _ENOUGH_WORDS or best < _ENOUGH_SHARE * len(words) or best < _CLEAR_LEAD * second:
        return (_by_letters(sample, script) if best else None), False
    return code, best >= _AMPLE_WORDS and best >= _AMPLE_LEAD * second


def _by_letters(sample: str, script: str) -> str | None:
    """The language of a script that has all letters of a sample, one of them for its own; else None."""
    return next(
        (
            code
            for code, own, strange in _OWN_LETTERS.get(script, ())
            if own.search(sample) and not strange.search(sample)
        ),
        None,
    )


def _script(sample: str) -> str | None:
    """The script of a sample that is not in Latin letters, None if it is not one of several languages."""
    return next((name for letters, name in _SCRIPTS if _is_share(letters, sample, 3)), None)


def _is_share(letters: re.Pattern[str], sample: str, part: int) -> bool:
    """Whether more than one in so many signs of a sample is one of these letters."""
    return len(letters.findall(sample)) * part > len(sample)


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
