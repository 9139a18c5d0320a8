"""What the words of one language can be in a time expression: categories, values, and the class of a token.

Every token of a text gets one character, its *class*, which stands for the set of categories that its
word has: "monday" and "friday" share a class, "second" has its own because it is an ordinal and a unit.
Rules are then regular expressions over these characters (:mod:`data.tagging.compiling`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

from data.letters import INVISIBLE, LETTERS

if TYPE_CHECKING:
    from collections.abc import Iterable

SPACE = " "
BREAK = "\n"
WORD = "w"
NAME = "N"
MARK = "m"

_UNKNOWN = {"name": NAME, "plain": WORD}

# Beyond the first plane, where a set in a pattern stays the ranges that it is written as. Within it, a set of
# more than two ranges becomes a map of the whole plane, and to draw that takes half the time of compiling.
_FIRST_CLASS = 0x10000
_KNOWN_TOKENS = 100_000
_CHOICE = re.compile(r"\(([^()]*\|[^()]*)\)")
_PARTS = re.compile(rf"{LETTERS}|\d+|[^\w\s]")
_SAME_MARK = str.maketrans(
    dict.fromkeys("’‘`´′", "'") | dict.fromkeys("–—‐‑−", "-") | dict.fromkeys(INVISIBLE, "")
)

# A longer digit run is no number of any date; it may be too long for an integer.
_LONGEST_NUMBER = 9
_ANY_LENGTH, _ANY_VALUE = range(1, _LONGEST_NUMBER + 1), range(10**_LONGEST_NUMBER)
_ONE_OR_TWO, _TWO, _FOUR = range(1, 3), range(2, 3), range(4, 5)
# What a digit run can be in a date or a time: the numbers of its digits, and its values.
_NUMBERS = {
    "integer": (_ANY_LENGTH, _ANY_VALUE),
    "small-number": (_ANY_LENGTH, range(1000)),
    "month-number": (_ONE_OR_TWO, range(1, 13)),
    "day-number": (_ONE_OR_TWO, range(1, 32)),
    "no-day": (_TWO, range(32, 100)),
    "hour-number": (_ONE_OR_TWO, range(25)),
    "hour12-number": (_ONE_OR_TWO, range(1, 13)),
    "minute-number": (_TWO, range(60)),
    "two-digit-decade": (_TWO, range(0, 100, 10)),
    "year-number": (_FOUR, range(1000, 2200)),
    "recent-year": (_FOUR, range(1400, 2101)),
    "decade-number": (_FOUR, range(1000, 2200, 10)),
    "two-digits": (_TWO, _ANY_VALUE),
    "three-digits": (range(3, 4), _ANY_VALUE),
    "four-digits": (_FOUR, _ANY_VALUE),
    "eight-digits": (range(8, 9), _ANY_VALUE),
}
# One digit run of every set of categories that digit_categories can give.
_SHAPES = (
    *map(str, range(10)), *(f"{number:02d}" for number in range(100)), "000", "100",
    "0000", "0999", "1000", "1001", "1400", "1401", "2101", "2110", "2200",
    "01234", "12345", "123456", "01234567", "12345678", "123456789", "1234567890",
)  # fmt: skip
# How often a class is met, on a scale on which a word of one letter has 1/4 and each letter more divides by
# four. The shapes of digit runs are many and all rare; words and names of no table are most of a text.
_RATE_OF_MARKS, _RATE_OF_DIGITS, _RATE_OF_OTHERS = 0.5, 0.0005, 1.0


def parts(words: str) -> list[str]:
    """The tokens of a phrase without its white space ("new year's eve" has five)."""
    return _PARTS.findall(normalize("NFC", words).translate(_SAME_MARK))


def normal(words: str) -> str:
    """A phrase as it stands in the tables: one spelling of quotes and dashes, single spaces."""
    return " ".join(parts(words))


def spellings(phrase: str) -> list[str]:
    """The phrases that one stands for: "letzt(e|en)" for "letzte" and "letzten"."""
    choice = _CHOICE.search(phrase)
    if choice is None:
        return [phrase]
    before, after = phrase[: choice.start()], phrase[choice.end() :]
    return [each for ending in choice[1].split("|") for each in spellings(before + ending + after)]


def digit_categories(digits: str) -> frozenset[str]:
    """The categories of a digit run: what its length and value let it be in a date or a time."""
    length = len(digits)
    if length > _LONGEST_NUMBER:
        return frozenset({"digits"})
    number = int(digits)
    fitting = [
        category for category, (lengths, values) in _NUMBERS.items() if length in lengths and number in values
    ]
    return frozenset(("digits", *fitting))


class Lexicon:
    """The categories of one language's words, and the class of every token.

    ``values[category][phrase]`` is what the phrase stands for: a number, a word of the model, or a table
    of fields of a Meaning. A phrase written with a capital counts only so, or all in capitals ("May");
    inflected forms may be written as one: "letzt(e|en)".

    The words of ``inert`` categories ("Boeing", "page") stay names or plain words where a pattern asks for
    these: they only tell what a number beside them is.
    """

    def __init__(
        self, tables: dict[str, dict[str, Any]], literals: set[str], inert: frozenset[str] = frozenset()
    ) -> None:
        self.values: dict[str, dict[str, Any]] = {}
        self.phrases: dict[str, list[list[str]]] = {}
        self._words: dict[str, set[str]] = {}
        self._cased: dict[str, set[str]] = {}
        idle: set[str] = set()
        for category, table in tables.items():
            folded = self.values.setdefault(category, {})
            for key, value in table.items():
                for phrase in spellings(key):
                    if category in inert:
                        idle.update(parts(phrase))
                    self._add(category, phrase)
                    folded[normal(phrase).casefold()] = value
        for literal in literals:
            self._enter(literal, "=" + literal)
        spoken = {word.casefold() for word in literals | _spoken(tables, inert)}
        for word in idle:
            # "After" of a title is the word that rules know.
            if word[0].isalpha() and word.casefold() not in spoken:
                self._enter(word, "plain" if word == word.casefold() else "name")
        self._classes: dict[frozenset[str], str] = {}
        self._having: dict[str, list[str]] = defaultdict(list)
        known = {self._categories(word) for word in (*self._words, *self._cased)}
        known |= {digit_categories(digits) for digits in _SHAPES}
        for categories in sorted(known, key=_neighbourhood):
            self._class_of(categories)
        self.classes = ClassTable(self)
        self._rates = self._guess_rates()

    def _guess_rates(self) -> dict[str, float]:
        rates = dict.fromkeys(self._classes.values(), 0.0)
        for word in (*self._words, *self._cased):
            rate = 0.25 ** len(word) if word[0].isalnum() else _RATE_OF_MARKS
            rates[self._classes[self._categories(word)]] += rate
        for char in self.having("digits"):
            rates[char] = _RATE_OF_DIGITS
        return rates

    def _add(self, category: str, phrase: str) -> None:
        words = parts(phrase)
        if len(words) == 1:
            self._enter(words[0], category)
        else:
            self.phrases.setdefault(category, []).append(words)
            for word in words:
                self._enter(word, "=" + word)

    def _enter(self, word: str, category: str) -> None:
        if not word[0].isalnum():
            # A mark never shares its class with a word, whatever both may stand before.
            self._words.setdefault(word, {"mark"}).add(category)
        elif word == word.casefold():
            self._words.setdefault(word, set()).add(category)
        else:
            self._cased.setdefault(word, set()).add(category)
            self._cased.setdefault(word.upper(), set()).add(category)

    def _class_of(self, categories: frozenset[str]) -> str:
        if categories not in self._classes:
            char = self._classes[categories] = chr(_FIRST_CLASS + len(self._classes))
            for category in categories:
                self._having[category].append(char)
        return self._classes[categories]

    def _categories(self, word: str) -> frozenset[str]:
        if word.isdecimal():
            return digit_categories(word) | self._words.get(word, frozenset())
        return frozenset(self._words.get(word.casefold(), set()) | self._cased.get(word, set()))

    def classify(self, token: str) -> str:
        """The class of a token: one character."""
        if token.isspace():
            return BREAK if token.count("\n") > 1 else SPACE
        if token.isdecimal():
            return self._class_of(self._categories(token))
        token = normalize("NFC", token).translate(_SAME_MARK)
        categories = self._categories(token)
        if categories:
            return self._class_of(categories)
        if not token[:1].isalpha():
            return MARK
        return NAME if token[0].isupper() else WORD

    def having(self, category: str) -> str:
        """The classes of all tokens that have a category, as a string.

        ``name`` and ``plain`` are the words of no category, with and without a capital.
        """
        return _UNKNOWN.get(category, "") + "".join(self._having.get(category, ()))

    def rate(self, classes: Iterable[str]) -> float:
        """A guess at how often the classes are met, to compare them by: short words are frequent."""
        return sum([self._rates.get(char, _RATE_OF_OTHERS) for char in classes])

    def alphanumeric(self) -> str:
        """The classes of words and digit runs, as a string."""
        words = {self.classify(word) for word in (*self._words, *self._cased) if word[0].isalnum()}
        return "".join(sorted(words | set(self.having("digits")) | {WORD, NAME}))

    def every(self) -> str:
        """All classes that stand for at least one category."""
        return "".join(sorted(self._classes.values()))


def _spoken(tables: dict[str, dict[str, Any]], inert: frozenset[str]) -> set[str]:
    """The words that have a meaning of their own in some table."""
    return {
        word
        for category, table in tables.items() if category not in inert
        for key in table for phrase in spellings(key) for word in parts(phrase)
    }  # fmt: skip


def _neighbourhood(categories: frozenset[str]) -> tuple[list[str], list[str]]:
    """Where a class stands among the others: words of one category together, so that it is few ranges."""
    own = sorted(each for each in categories if not each.startswith("="))
    return own, sorted(categories)


class ClassTable(dict[str, str]):
    """Token to class, filled as tokens are met, so that a known token costs one look-up; bounded."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._lexicon = lexicon

    def __missing__(self, token: str) -> str:
        """Classify a token that was not met before."""
        if len(self) >= _KNOWN_TOKENS:
            self.clear()
        if len(token) > 40:
            return self._lexicon.classify(token)
        char = self[token] = self._lexicon.classify(token)
        return char
