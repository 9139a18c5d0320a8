"""Finds time expressions and what they mean apart from any anchor."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

from data.model import Meaning, Mention
from data.tagging.engine import Matcher
from data.tagging.eras import with_eras
from data.tagging.lexicon import BREAK
from data.tagging.meanings import meanings_of
from data.tagging.other_languages import is_known, other_mentions
from data.tagging.rules import known_languages, language_rules
from data.tagging.tokens import tokenise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.tagging.rules import Language

Role = Literal["from", "to", "since", "until", "before", "after"]
# A line break alone would not part what stands around furniture of one character.
_NO_DATE = "\0"
# The word between two ends of an interval, with its spaces and a comma, is no longer.
_JOINED = 12
# A clock that opens a line is not of the day that heads it on a short line of its own.
_ENTRY = re.compile(r"\n(?=\d{1,2}(?:[:.]\d\d(?!\d)| ?[ap]\.?m\b))")
_LONGEST_HEADING = 40
# A length of time tells since when or until when, but "after seven years" leaves no days out.
_OF_DAYS = ("DATE", "TIME")
_OPEN = ("since", "until")

__all__ = ["has_dates", "known_languages", "tag"]


def has_dates(language: str) -> bool:
    """Whether dates are found in a language, by its code ("pt", "pt-BR")."""
    return language.partition("-")[0].lower() in known_languages() or is_known(language)


@cache
def _matcher(language: str) -> Matcher:
    return Matcher(language_rules(language))


def tag(text: str, *, language: str = "en", furniture: Sequence[tuple[int, int]] = ()) -> tuple[Mention, ...]:
    """The time expressions of a text, in order, none overlapping another or touching furniture.

    Args:
        text: any text; offsets count its code points.
        language: a language code ("pt", "pt-BR"); in a language without rules only explicit dates are found.
        furniture: ranges of the text in which nothing is looked for.
    """
    if furniture:
        text = _blanked(text, furniture)
    stem = language.partition("-")[0].lower()
    if stem not in known_languages():
        return other_mentions(text, language)
    rules = language_rules(stem)
    tokens, offsets = tokenise(text)
    classes = "".join(map(rules.lexicon.classes.__getitem__, tokens))
    for line in _ENTRY.finditer(text):
        if line.start() - text.rfind("\n", 0, line.start()) <= _LONGEST_HEADING:
            place = bisect_right(offsets, line.start()) - 1
            classes = f"{classes[:place]}{BREAK}{classes[place + 1 :]}"
    roles = rules.lexicon.values.get("role", {})
    mentions: list[Mention] = []
    for left, matches in _matcher(stem).matches(classes):
        for variant, ranges, captures in matches:
            words = tuple(["".join(tokens[left + start : left + end]) if start >= 0 else ""
                           for start, end in captures])  # fmt: skip
            for meaning, (start, end) in zip(meanings_of(variant, words, rules), ranges, strict=True):
                if meaning is not None and start < end:
                    first = left + start
                    role = _role(tokens, first, roles) if meaning.role is None else None
                    if role in _OPEN or (role is not None and meaning.type in _OF_DAYS):
                        meaning = _bounding(meaning, role)
                    mentions.append(Mention(offsets[first], offsets[left + end], meaning, variant.rule.name))
    return _paired([*with_eras(mentions)], text, rules)


def _blanked(text: str, ranges: Sequence[tuple[int, int]]) -> str:
    """A text of the same length in which these ranges are blank, and begin with a mark that no date holds."""
    pieces: list[str] = []
    at = 0
    for start, end in sorted(ranges):
        if end > at:
            begin = max(start, at)
            pieces += (text[at:begin], _NO_DATE, "\n" * (end - begin - 1))
            at = end
    return "".join((*pieces, text[at:]))


def _paired(mentions: list[Mention], text: str, rules: Language) -> tuple[Mention, ...]:
    """The mentions, the two ends of an interval marked ("from 9 July until the end of August")."""
    opens, joins = rules.lexicon.values.get("opens", {}), rules.lexicon.values.get("joins", {})
    for place in range(len(mentions) - 1):
        first, last = mentions[place], mentions[place + 1]
        if first.meaning.role is not None or last.meaning.role not in (None, "until"):
            continue
        between = text[first.end_char : last.start_char]
        if len(between) > _JOINED or first.meaning.type != last.meaning.type:
            continue
        joined = joins.get(between.strip(" ,").casefold())
        if joined is not None and first.meaning.type in _OF_DAYS:
            before = text[max(0, first.start_char - _JOINED) : first.start_char].split()
            if before and opens.get(before[-1].casefold()) == joined:
                mentions[place] = replace(first, meaning=_bounding(first.meaning, "from"))
                mentions[place + 1] = replace(last, meaning=_bounding(last.meaning, "to"))
    return tuple(mentions)


def _role(tokens: list[str], first: int, roles: dict[str, Role]) -> Role | None:
    """What the word in front of a mention makes of it: "since" and "until" leave one end open."""
    return roles.get(tokens[first - 2].casefold()) if first > 1 and tokens[first - 1].isspace() else None


@lru_cache(maxsize=4_096)
def _bounding(meaning: Meaning, role: Role) -> Meaning:
    return replace(meaning, role=role)
