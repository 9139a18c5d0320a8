"""The words of a passage: what tells in them, brought to a common form, and what they hint at."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, reduce
from itertools import chain
from operator import itemgetter, or_

# A piece of text between blanks: its hints (see ``hints``), and the stems of its telling words.
Piece = tuple[int, tuple[str, ...]]
_HINTS, _STEMS = itemgetter(0), itemgetter(1)

# Most words have plain letters alone: they are told first, it is quicker.
WORD = re.compile(r"[a-z]++(?!['’]|[^\W\d_])|[^\W\d_]+(?:['’][^\W\d_]+)?|\d[\d,.]*\d|\d")
_ENDINGS = (
    ("ations", 5), ("ation", 5), ("ings", 4), ("ing", 4), ("ments", 5), ("ment", 5), ("ies", 3), ("ied", 3),
    ("ers", 4), ("ed", 4), ("es", 4), ("er", 4), ("ly", 4), ("s", 3), ("e", 4), ("y", 4),
)  # fmt: skip
_MOST_PIECES = 1 << 16
_JOINTS = frozenset("’'-")
_IRREGULAR = {
    "met": "meet", "held": "hold", "went": "go", "came": "come", "took": "tak", "made": "mak",
    "gave": "giv", "saw": "see", "struck": "strik", "killed": "kill", "died": "die", "dead": "die",
    "death": "die", "deaths": "die", "dying": "die", "began": "begin", "won": "win", "fell": "fall",
    "rose": "ris", "bought": "buy", "sold": "sell", "fought": "fight", "left": "leav", "shot": "shoot",
    "spoke": "speak", "invasion": "invad", "invaded": "invad", "arrival": "arriv", "visited": "visit",
    "talks": "talk", "trip": "visit", "elected": "elect", "election": "elect", "announcement": "announc",
    "unveiled": "announc", "decision": "decid", "resignation": "resign", "raid": "search", "raids": "search",
    "raided": "search", "raiding": "search", "burst": "collaps", "bursts": "collaps", "breached": "collaps",
    "ruptured": "collaps", "detained": "arrest", "custody": "arrest", "sacked": "dismiss",
    "guilty": "convict", "sickened": "ill", "sick": "ill",
}  # fmt: skip


# The endings by their last letter, so that few are tried.
_BY_LETTER = {
    letter: tuple((ending, shortest - 1) for ending, shortest in _ENDINGS if ending[-1] == letter)
    for letter in {ending[-1] for ending, _ in _ENDINGS}
}


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """A small-letter English word without its ending; other languages' words lose little by it."""
    known = _IRREGULAR.get(word)
    if known is not None:
        return known
    for ending, shortest in _BY_LETTER.get(word[-1:], ()):
        if len(word) - len(ending) >= shortest and word.endswith(ending):
            word = word[: -len(ending)]
            if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "ls":
                word = word[:-1]
            return word.removesuffix("e") if len(word) > 4 else word
    return word


def has_any(text: str, parts: Iterable[str]) -> bool:
    """Whether one of the parts is in a text: a quick look that spares most texts a pattern."""
    for part in parts:  # noqa: SIM110 - a loop is done when a generator has but begun
        if part in text:
            return True
    return False


def is_in_word(character: str) -> bool:
    """Whether a character may stand in a word; not where there is none."""
    return character.isalnum() or character == "_"


def places_of(phrase: str, text: str) -> Iterator[int]:
    """Where a text has a phrase that no letter, apostrophe or hyphen joins to other words.

    >>> [*places_of("raid", "A raid, no raiders, no air-raid: the raid.")]
    [2, 36]
    """
    at = text.find(phrase)
    while at >= 0:
        end = at + len(phrase)
        if _joins(text[at - 1 : at]) or _joins(text[end : end + 1]):
            end = at + 1
        else:
            yield at
        at = text.find(phrase, end)


def _joins(character: str) -> bool:
    return is_in_word(character) or character in _JOINTS


def lowered(text: str) -> str:
    """A text in small letters, each where it was: a letter whose small form is longer stays as it is."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


class Pieces(dict[str, Piece]):
    """What is known of each piece of text between blanks, looked at when it is first met.

    Args:
        telling_nothing: words that have no stem.
        hinting: tells the hints of a piece in small letters.
    """

    def __init__(self, telling_nothing: frozenset[str], hinting: Callable[[str], int]) -> None:
        super().__init__()
        self._telling_nothing = telling_nothing
        self._hinting = hinting

    def __missing__(self, piece: str) -> Piece:
        if len(self) == _MOST_PIECES:
            self.clear()
        if piece[-1] in ",." and (word := piece[:-1]).isalpha():
            # The mark behind a word tells nothing more.
            self[piece] = looked = self[word]
            return looked
        small = piece.lower()
        words = (small,) if small.isalpha() else WORD.findall(small)
        telling = [word for word in words if len(word) > 1 and word not in self._telling_nothing]
        self[piece] = looked = self._hinting(small), tuple(filter(None, map(stem, telling)))
        return looked

    def of(self, text: str) -> list[Piece]:
        """The pieces of a text, in order."""
        return [*map(self.__getitem__, text.split())]


def content(pieces: Iterable[Piece]) -> frozenset[str]:
    """The stems of a passage's telling words."""
    return frozenset(chain.from_iterable(map(_STEMS, pieces)))


def hints_of(pieces: Iterable[Piece]) -> int:
    """All hints of a passage."""
    return reduce(or_, map(_HINTS, pieces), 0)
