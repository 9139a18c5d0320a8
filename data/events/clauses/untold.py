"""Whether a clause beside a dated one leaves its own day untold.

A sentence that gives a date tells what else it tells of another time, and often does not say which: it is
left undated rather than put on the day the document is about. Who says it or aims at it does so on that
day, and a sentence without any date is of that day, unless it names a time of many days instead ("during
the war"). Counted on news, that day is right for one in eight of the other clauses of a few words, and for
half of the longer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from data.events.clauses.borders import ENOUGH_WORDS
from data.events.clauses.clause import Clause
from data.events.clauses.counted import is_counted
from data.events.clauses.modality import Judgement
from data.events.clauses.stretch import Stretch
from data.events.cues import Cues
from data.events.hints import LONG_TIME, SESSION, SOURCE
from data.model import Expression

# "..., saying that": what stands before it is a whole clause.
_PARTICIPLE = re.compile(r",\s\w{3,}ing\s")


def of_unknown_time(expressions: Sequence[Expression], text: str, start: int, end: int, cues: Cues) -> str:
    """Why the range ``text[start:end]`` names a time that is not known; else empty.

    It is counted from another expression ("a day earlier", told of a month), is one of two days ("on
    Tuesday", where the day of writing is not sure), or lies beside a stay ("shortly before her visit, ...").
    """
    for one in expressions:
        if one.start is None and one.end is None and start <= one.start_char < end:
            counted = one.type in ("DATE", "TIME") and one.anchor.kind == "expression"
            doubtful = one.type == "DATE" and one.anchor.kind == "published" and one.value[0] == "X"
            if counted or doubtful:
                return f"{one.text!r} is not known"
    beside = cues.beside_a_stay.match(text, start, end)
    return "" if beside is None else f"{beside.group().rstrip(',')!r} is another day"


def untold(sentence: Stretch, parts: Sequence[Clause], place: int, judgement: Judgement) -> str:
    """Why an undated clause has no day; empty if it is of the focus date.

    ``parts`` are the clauses of its sentence, ``place`` is its own among them.
    """
    text, cues, hints = sentence.text, sentence.cues, sentence.hints
    alone = len(parts) == 1
    if alone and not hints & LONG_TIME:
        return ""
    start, end, _ = parts[place]
    if not alone and judgement.modality == "uncertain":
        return "" if _aims(sentence, parts, place) else judgement.reason or ""
    if hints & SOURCE and cues.saying.search(text, start, end) is not None:
        return ""
    if hints & LONG_TIME and (long_time := cues.long_time.search(text, start, end)) is not None:
        return f"{long_time.group()!r} tells no day"
    if alone:
        return ""
    if hints & SESSION and cues.session.search(text[start:end].lower()) is not None:
        # "Shares closed higher after falling on Tuesday": a market's day is known.
        return ""
    if judgement.kind == "state" or judgement.modality in ("planned", "conditional"):
        return "a state or a plan whose day is not told"
    return _untold_beside_a_date(sentence, parts, place)


def _untold_beside_a_date(sentence: Stretch, parts: Sequence[Clause], place: int) -> str:
    """Why a clause beside a dated one is not of the day on which that is told; else empty."""
    text, cues = sentence.text, sentence.cues
    start, end, _ = parts[place]
    dating = parts[place + 1].dating if place + 1 < len(parts) else None
    if dating is not None and sentence.focus.is_ahead(dating.start):
        # Who aims at a day to come does so now ("the union refused | to end the strike before May").
        return ""
    beside = (parts[place - 1] if place else None, parts[place + 1] if place + 1 < len(parts) else None)
    if any(one is not None and is_counted(one.dating) for one in beside):
        # That one is counted from it.
        return ""
    if _only_bounded(sentence, parts, place):
        return "only told to be before or after another day"
    if text.count(" ", start, end) + 1 < ENOUGH_WORDS and not _is_main(text, start, end, cues):
        return "too short to be dated beside a date"
    return ""


def _only_bounded(sentence: Stretch, parts: Sequence[Clause], place: int) -> bool:
    """Whether a clause is only told to lie before or after what the one beside it dates."""
    text, cues = sentence.text, sentence.cues
    start, end, _ = parts[place]
    begin, behind, dating = parts[place + 1] if place + 1 < len(parts) else (end, end, None)
    after_length = place == 1 and cues.fronted_length.match(text, parts[0].start, parts[0].end) is not None
    # Before an hour of a day, it is of that day too.
    by_the_hour = dating is not None and dating.expressions[-1].type == "TIME"
    bounded = dating is not None and not by_the_hour and cues.bounding.match(text, begin, behind) is not None
    return after_length or (bounded and cues.rarity.search(text, start, begin) is None)


def _aims(sentence: Stretch, parts: Sequence[Clause], place: int) -> bool:
    """Whether a clause tells who wants what is told behind it of a day to come ("asked them | to pay")."""
    if place + 1 == len(parts):
        return False
    begin, _, dating = parts[place + 1]
    ahead = dating is not None and sentence.focus.is_ahead(dating.start)
    return ahead and sentence.cues.infinitive.match(sentence.text, begin) is not None


def _is_main(text: str, start: int, end: int, cues: Cues) -> bool:
    """Whether a clause goes on behind one in between, or stands beside another with a verb of its own."""
    if cues.resumption.match(text, start - 2) is not None:
        return True
    parted = text[end - 1] == ";" or _PARTICIPLE.match(text, end - 1) is not None
    return parted and cues.finite_word.search(text, start, end) is not None
