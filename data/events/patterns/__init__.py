"""Patterns made from a language's tables: here of plain words, in the rooms below by what they are for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

Words = Callable[[str], list[str]]
"""A language's list of words by its name; empty if the language lacks it."""

UPPER = "".join(chr(code) for code in range(0x41, 0x530) if chr(code).isupper())
_ESCAPED = re.compile(r"\\.|\[[^\]]*\]")
_GROUP = re.compile(r"\([^()]*\)")
_NO_PAST = (
    "need", "indeed", "hundred", "speed", r"red\b", r"united\b", "[A-Z]",
    r"(?:bloodsh|watersh|hatr|gr|cr|d|misd|st|kindr|sacr|seab|riverb|deathb|hotb|seawe|newlyw|infrar)ed\b",
)  # fmt: skip
# The ending is looked for first: few words have it, and those that do not are told in one step.
REGULAR_PAST = rf"(?=\w{{2,}}ed)(?!{'|'.join(_NO_PAST)})\w{{2,}}ed"
"""A verb in the past by its ending; not the nouns and adjectives that end so."""

NO_TWO_ADVERBS = r"(?!(?<=[a-z]{3}ly),?\s\w+\s+\w+ly\s)"
"""Where no word stands between two adverbs that one verb has ("have publicly | and privately urged")."""


def alternatives(words: list[str]) -> str:
    """A pattern for any of these words, longest first, spaces of any kind between them."""
    return any_of(literally(words))


def literally(words: Iterable[str]) -> list[str]:
    """A pattern for each of these words as it is written, longest first, spaces of any kind in it."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return [re.escape(word).replace(r"\ ", r"\s+") for word in ordered]


def past_verbs(irregular: list[str]) -> str:
    """A pattern for any verb in the past: those that end so, and the irregular ones."""
    return any_of([REGULAR_PAST, *irregular])


def beginning_with(words: list[str]) -> re.Pattern[str]:
    """What matches any of these words at the beginning of a text, with or without a capital."""
    return re.compile(rf"(?:{alternatives(words)})\b", re.IGNORECASE)


def first_words(phrases: Iterable[str]) -> frozenset[str]:
    """The first word of each phrase, without a comma behind it."""
    return frozenset(phrase.split(" ")[0].rstrip(",") for phrase in phrases)


def longest_words(phrases: Iterable[str]) -> frozenset[str]:
    """The longest word of each phrase, the last of equals: a text without any of them has no such phrase."""
    return frozenset(max(reversed(phrase.split()), key=len) for phrase in phrases)


def any_of(patterns: Sequence[str]) -> str:
    """A pattern for any of these, the earlier first; one that never matches for none.

    Neighbours that begin alike are tried together: a text is compared with a few first letters instead of
    with every word, and what matches is the same.

    >>> any_of(["met", "meets", "went"])
    'me(?:t|ets)|went'
    """
    return "|".join(_grouped(patterns)) or "(?!)"


def _grouped(patterns: Sequence[str]) -> list[str]:
    """The patterns in order, those of one first letter together up to the next that begins with none."""
    result: list[str] = []
    alike: dict[str, list[str]] = {}
    for pattern in patterns:
        letter = _first_letter(pattern)
        if not letter or letter.swapcase() in alike:
            # Where capitals do not matter, words are not to change their order.
            result += _factored(alike)
            alike = {}
        if letter:
            alike.setdefault(letter, []).append(pattern)
        else:
            result.append(pattern)
    return result + _factored(alike)


def _factored(alike: Mapping[str, Sequence[str]]) -> list[str]:
    result: list[str] = []
    for letter, patterns in alike.items():
        if len(patterns) == 1:
            result += patterns
            continue
        rest = _grouped([pattern[1:] for pattern in patterns])
        result.append(letter + (rest[0] if len(rest) == 1 else f"(?:{'|'.join(rest)})"))
    return result


def _first_letter(pattern: str) -> str:
    """The letter that a pattern begins with; empty if it begins otherwise, or may do without that letter."""
    if not pattern[:1].isalpha() or pattern[1:2] in ("?", "*", "+", "{") or _is_choice(pattern):
        return ""
    return pattern[0]


def _is_choice(pattern: str) -> bool:
    """Whether a pattern is several, with "|" outside brackets."""
    if "|" not in pattern:
        return False
    pattern = _ESCAPED.sub("", pattern)
    while (outside := _GROUP.sub("", pattern)) != pattern:
        pattern = outside
    return "|" in pattern
