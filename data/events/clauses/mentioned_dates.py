"""Dates that a sentence only mentions: they say nothing of when it happened what it tells.

A law's year, a paper's date, the older of two figures, what goods are for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from data.events.clauses.dating import Dating
from data.events.cues import Cues
from data.model import Expression

HOLIDAY = "holiday"
"""So begin the names of the rules that find feasts."""
# What a date is compared with stands at most so many characters before it.
_FAR = 120
# How far before its date the noun of an occasion is looked for, and what may stand between them.
_FAR_NOUN = 50
_PLACE = re.compile(r"(?:\s(?:in|at)\s[^\W\d_a-z]\S*(?:\s[^\W\d_a-z]\S*)?)?\s")
# A feast directly before a noun, which may be an occasion ("the Easter uprising").
_NEXT_NOUN = re.compile(r"\s[a-z][\w’'-]+(?:\s[a-z][\w’'-]+)?")
# The number of a paragraph; and so many words there are from "by" to "dated".
_LABEL = re.compile(r"\s*(?:\d{1,3}\.?){1,4}\s")
_WORDS_OF_PAPER = 5


def telling(found: Sequence[Dating], text: str, cues: Cues, start: int) -> list[Dating]:
    """Of the dates of a sentence those that tell when something happened; ``start`` is where it begins."""
    told = [
        dating
        for dating in found
        if not _is_compared_with(dating, text, cues, start) and not _is_mere_age(dating, text, cues, start)
    ]
    now = [dating for dating in told if not _is_risen_from(dating, text, cues, start)]
    if now or (told and cues.risen_to.search(text, start, told[0].start_char) is not None):
        told = now
    told = [
        dating
        for dating in told
        if not _is_spoken_of(dating, text, cues, start)
        and not _is_of_goods(dating, text, cues)
        and not _is_looked_into(dating, text, cues, start)
        and not _only_describes(dating, text, cues, start)
    ]
    return [dating for at, dating in enumerate(told) if not (at and _is_of_a_noun(dating, text, cues))]


def is_of_an_apposition(dating: Dating, text: str, cues: Cues, start: int) -> bool:
    """Whether a date stands in what a subject is called ("Berg, head of the mill since 2005, resigned")."""
    comma = text.rfind(", ", start, dating.start_char)
    if comma < 0 or cues.resumption.match(text, dating.end_char) is None:
        return False
    called = text[comma + 2 : dating.start_char]
    if " " not in called.strip() or cues.preposition.match(called) or cues.participle_head.match(called):
        return False
    return cues.finite_word.search(text, start, dating.start_char) is None


def is_of_a_law(expression: Expression, text: str, cues: Cues, start: int) -> bool:
    """Whether a year is only that of a law that something rests on ("jailed under a 1987 law").

    ``start`` is where the sentence begins in the text.
    """
    if expression.precision != "year" or cues.law_behind.match(text, expression.end_char) is None:
        return False
    return cues.rests_on_law.search(text[start : expression.start_char]) is not None


def _is_compared_with(dating: Dating, text: str, cues: Cues, start: int) -> bool:
    """Whether a date is that of what something is compared with ("the worst flood since 1990")."""
    before = max(start, dating.start_char - _FAR)
    return cues.compared.search(text, before, dating.start_char) is not None


def _is_mere_age(dating: Dating, text: str, cues: Cues, start: int) -> bool:
    """Whether a decade or a century only describes or is aimed at ("a 20th century art", "by the 2030s")."""
    if dating.precision not in ("decade", "century") or dating.start_char == start:
        return False
    word = text[start : dating.start_char].rstrip().rpartition(" ")[2].lower()
    return word not in cues.words["of_an_age"]


def _is_risen_from(dating: Dating, text: str, cues: Cues, start: int) -> bool:
    """Whether a date is that of an older figure ("from 40 in 1980 to 90", "down from a year earlier")."""
    before = max(start, dating.start_char - _FAR)
    if cues.risen_from.search(text, before, dating.start_char) is not None:
        return True
    last = dating.expressions[-1].text.rpartition(" ")[2].lower()
    word = text[before : dating.start_char].rstrip().rpartition(" ")[2].lower()
    return last in cues.words["told_from_another"] and word in cues.words["risen_from"]


def _is_of_a_noun(dating: Dating, text: str, cues: Cues) -> bool:
    """Whether a date only says when an occasion was that the clause mentions ("his talks days earlier")."""
    last = dating.expressions[-1].text.rpartition(" ")[2].lower()
    if last not in cues.words["told_from_another"]:
        return False
    before = text[max(0, dating.start_char - _FAR_NOUN) : dating.start_char]
    nouns = list(cues.occasion_noun.finditer(before))
    return bool(nouns) and _PLACE.fullmatch(before, nouns[-1].end()) is not None


def _is_spoken_of(dating: Dating, text: str, cues: Cues, start: int) -> bool:
    """Whether a date is a paper's, or spoken of ("the treaty dated 3 May", "called 2009 a bad year").

    It is the date of who says something in such a paper.
    """
    word = text[start : dating.start_char].rstrip().rpartition(" ")[2].lower()
    if dating.precision == "year" and word in cues.words["of_years"]:
        return True
    if word not in cues.words["of_papers"] or cues.saying.search(text, start, dating.start_char) is not None:
        return False
    if cues.by_paper.search(text[start : dating.start_char]) is not None:
        # "She refused by letter dated 5 August"
        return False
    first, *others = _LABEL.sub("", text[start : dating.start_char], count=1).lower().split()
    # "By letter dated 5 August she asked": what was done in the paper was done that day.
    return first not in cues.words["done_in_papers"] or len(others) > _WORDS_OF_PAPER


def _is_of_goods(dating: Dating, text: str, cues: Cues) -> bool:
    """Whether a date tells what goods are for ("oil for May delivery", "the Christmas cash")."""
    if cues.of_goods.match(text, dating.end_char) is not None:
        return True
    described = _NEXT_NOUN.match(text, dating.end_char)
    if described is None or not dating.expressions[-1].rule.startswith(HOLIDAY):
        return False
    return cues.occasion_noun.search(described.group()) is None


def _is_looked_into(dating: Dating, text: str, cues: Cues, start: int) -> bool:
    """Whether it dates a thing that somebody asks about later ("an inquiry into the fire of 1 March")."""
    before = max(start, dating.start_char - _FAR_NOUN)
    return cues.looked_into.search(text, before, dating.start_char) is not None


def _only_describes(dating: Dating, text: str, cues: Cues, start: int) -> bool:
    """Whether a date that describes a noun is a law's, or that of a thing which somebody tells."""
    if not dating.attributive:
        return False
    if any(is_of_a_law(one, text, cues, start) for one in dating.expressions):
        return True
    return _describes_what_is_told(dating, text, cues, start)


def _describes_what_is_told(dating: Dating, text: str, cues: Cues, start: int) -> bool:
    """Whether a date only describes a thing that somebody tells ("reported a third-quarter loss")."""
    if dating.precision in ("day", "week"):
        return False
    before = text[start : dating.start_char].lower().split()
    while before and before[-1] in cues.words["determiners"]:
        before.pop()
    return before[-1:] != [] and before[-1] in cues.words["of_things"]
