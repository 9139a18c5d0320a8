"""What the words of a sentence let it tell, so that few patterns need be tried on it.

A hint is never missing where what it stands for is told; by itself it tells nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from data.events.patterns import longest_words

#: All hints: of a text that was not looked at.
ANY = -1
# Who says something; that a telling is wrong; what a market does; two who were named before; a clause about
# what stands before it; how things usually are; what a line does without; a comparison; "it", "its"; "he" or
# "they".
SOURCE, UNTRUE, SESSION, PAIR, RELATIVE, HABIT, IDLE, COMPARISON, IT, PRONOUN = (
    1 << bit for bit in range(10)
)
# Marks of a page's layout; who took a picture; where somebody stands in it; an age; brackets; quotations.
MARKUP, CREDIT, SIDE, AGE, BRACKET, QUOTATION = (1 << bit for bit in range(10, 16))
# A time of many days that is named without them.
LONG_TIME = 1 << 16
# Two countries that are not named again.
SIDES = 1 << 17

_LISTS = {
    SOURCE: ("verbs", "sources"),
    UNTRUE: ("untrue",),
    SESSION: ("session_words",),
    PAIR: ("pairs",),
    RELATIVE: ("relatives",),
    HABIT: ("habits",),
    IDLE: ("idle", "idle_before_verbs", "idle_before_nouns", "last_ones", "similar", "as_well"),
    COMPARISON: ("compared", "than"),
    IT: ("it", "its"),
    PRONOUN: ("pronouns",),
    LONG_TIME: ("long_times", "early_or_late"),
    SIDES: ("sides",),
    CREDIT: ("buttons_of_captions",),
    SIDE: ("sides_of_pictures",),
}
_MARKS = {
    MARKUP: r"[*#]|(?<!\w)__?(?=\w)|(?<=\w)__?(?!\w)|(?<!`)`(?!`)",
    CREDIT: r"[/|]|getty|www\.",
    AGE: r"\d,$",
    BRACKET: r"[(\[]",
    QUOTATION: r"[“”\"]|``|''",
}
_MARK = tuple((hint, re.compile(mark)) for hint, mark in _MARKS.items())
_ANY_MARK = re.compile("|".join(_MARKS.values()))
_WORD = re.compile(r"\w+")


def hinting(words: Callable[[str], list[str]]) -> Callable[[str], int]:
    """What tells the hints of a piece between blanks, in small letters, in a language.

    ``words`` gives the language's list of a name. Of a phrase its longest word is the hint.
    """
    hint_of: dict[str, int] = {}
    for hint, lists in _LISTS.items():
        for told in longest_words(word for name in lists for word in words(name)):
            word = max(_WORD.findall(told), key=len)
            hint_of[word] = hint_of.get(word, 0) | hint

    def hints(piece: str) -> int:
        found = 0
        for word in (piece,) if piece.isalpha() else _WORD.findall(piece):
            found |= hint_of.get(word, 0)
        if _ANY_MARK.search(piece) is not None:
            found |= sum(hint for hint, mark in _MARK if mark.search(piece) is not None)
        return found

    return hints
