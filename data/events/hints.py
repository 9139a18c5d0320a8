"""What the words of a sentence let it tell, so that few patterns need be tried on it.

A hint is never missing where what it stands for is told; by itself it tells nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from data.events.patterns import alternatives, longest_words

#: All hints: of a text that was not looked at.
ANY = -1
# Who says something; that a telling is wrong; what a market does; two who were named before; a clause about
# what stands before it; how things usually are; what a line does without; a comparison; "it"; "he" or "they".
SOURCE, UNTRUE, SESSION, PAIR, RELATIVE, HABIT, IDLE, COMPARISON, IT, PRONOUN = (
    1 << bit for bit in range(10)
)
# Marks of a page's layout; who took a picture; where somebody stands in it; an age; brackets; quotations.
MARKUP, CREDIT, SIDE, AGE, BRACKET, QUOTATION = (1 << bit for bit in range(10, 16))
# A time of many days that is named without them.
LONG_TIME = 1 << 16

_LISTS = {
    SOURCE: ("verbs", "sources"),
    UNTRUE: ("untrue",),
    SESSION: ("session_words",),
    PAIR: ("pairs",),
    RELATIVE: ("relatives",),
    HABIT: ("habits",),
    IDLE: ("idle",),
    COMPARISON: ("compared", "than"),
    IT: ("it",),
    PRONOUN: ("pronouns",),
    LONG_TIME: ("long_times", "early_or_late"),
}
_MARKS = {
    MARKUP: r"[*#]|(?<!\w)__?(?=\w)|(?<=\w)__?(?!\w)|(?<!`)`(?!`)",
    CREDIT: r"[/|]|getty|caption|www\.",
    SIDE: r"right|left|cent(?:er|re)|foreground|background",
    AGE: r"\d,$",
    BRACKET: r"[(\[]",
    QUOTATION: r"[“”\"]|``|''",
}


def hinting(words: Callable[[str], list[str]]) -> tuple[tuple[int, re.Pattern[str]], ...]:
    """The hints of a language, each with its pattern for a piece between blanks, in small letters.

    ``words`` gives the language's list of a name. Of a phrase its longest word is the hint.
    """
    patterns = dict(_MARKS)
    for hint, lists in _LISTS.items():
        told = longest_words(word for name in lists for word in words(name))
        if told:
            patterns[hint] = rf"(?<!\w)(?:{alternatives([*told])})(?!\w)"
    return tuple((hint, re.compile(pattern)) for hint, pattern in patterns.items())
