"""Clauses whose day is counted from the one beside them: "fell on Tuesday, a day after the bank closed"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from data import days
from data.events.clauses.dating import Dating, dates
from data.events.clauses.focus import Focus
from data.events.clauses.place_line import place_line
from data.events.clauses.segments import Segment
from data.events.clauses.stretch import Stretch
from data.events.cues import Cues
from data.model import Expression

_LENGTH = re.compile(r"P(?P<count>\d{1,2})(?P<unit>[DWMY])\Z")
# The word before a length of time is looked for so far before it.
_BESIDE = 12
_DAYS_OF = {"D": 1, "W": 7}


def lengths(expressions: Sequence[Expression], text: str, cues: Cues) -> list[Expression]:
    """The exact lengths of time before "after" or "before", from which a clause may be counted."""
    took = [[word] for word in cues.words["took"]]
    return [
        one
        for one in expressions
        if one.type == "DURATION"
        and one.mod is None
        and cues.counted.match(text, one.end_char) is not None
        and text[max(0, one.start_char - _BESIDE) : one.start_char].split()[-1:] not in took
        and _LENGTH.match(one.value) is not None
    ]


def is_counted(dating: Dating | None) -> bool:
    """Whether a clause's day is counted from the one beside it."""
    return dating is not None and not dates(dating.expressions[-1])


def counted(
    spread: Sequence[tuple[Segment, Dating | None]],
    found: Sequence[Expression],
    stretch: Stretch,
) -> list[tuple[Segment, Dating | None]]:
    """The segments, those counted from the one beside them with their length of time and its day.

    Args:
        spread: the segments of a sentence with their dates.
        found: its lengths of time that stand before "after" or "before".
        stretch: that sentence. A clause of it in the past without a date is of the day of the focus.
    """
    text, cues = stretch.text, stretch.cues
    result = list(spread)
    for length in found:
        result = _fronted(result, length, text, cues)
        for at, (segment, dating) in enumerate(result):
            fronted = _opens(segment, length, text, cues)
            if not (fronted or text[length.end_char : segment.start].isspace()):
                continue
            beside = at + 1 if fronted else at - 1
            if not 0 <= beside < len(result) or not _tells_past(segment, text, cues):
                continue
            host, of_host = result[beside]
            own = dating is not None and dating is not of_host
            if own and _is_of_figures(dating, text, cues):
                # "A day after it told of its profit for the third quarter": then, and not in the quarter.
                own = False
            if own and of_host is None:
                result[beside] = (host, _shifted(dating, length, text, cues, back=True))
            elif not own:
                if of_host is None and _tells_past(host, text, cues):
                    of_host = _told_before(spread, length) or _of_focus(stretch.focus, length)
                result[at] = (segment, _shifted(of_host, length, text, cues))
    return result


def _opens(segment: Segment, length: Expression, text: str, cues: Cues) -> bool:
    """Whether a segment begins with a length of time, the place at its head, "only" and the like aside."""
    head = place_line(text, segment.start, segment.end)
    before = text[segment.start if head is None else head.end : length.start_char].strip().lower()
    return segment.start <= length.start_char and (not before or before in cues.words["merely"])


def _is_of_figures(dating: Dating | None, text: str, cues: Cues) -> bool:
    """Whether a date only says what period figures are of ("a loss for the third quarter")."""
    if dating is None or dating.precision in ("day", "week"):
        return False
    before = text[max(0, dating.start_char - _BESIDE) : dating.start_char].lower().split()[-1:]
    return not cues.words["of_figures"].isdisjoint(before)


def _fronted(
    spread: list[tuple[Segment, Dating | None]], length: Expression, text: str, cues: Cues
) -> list[tuple[Segment, Dating | None]]:
    """The segments, the main clause behind one that begins with a length of time parted from it."""
    first, dating = spread[0]
    if not _opens(first, length, text, cues) or dating is not None:
        return spread
    begins = cues.main_begins.search(text, length.end_char, first.end)
    if begins is None:
        return spread
    parted = first._replace(end=begins.end()), first._replace(start=begins.end(), tie="resumed")
    if not all(_tells_past(one, text, cues) for one in parted):
        return spread
    return [*((one, None) for one in parted), *spread[1:]]


def _tells_past(segment: Segment, text: str, cues: Cues) -> bool:
    verb = cues.finite.search(text[segment.start : segment.end].lower())
    return verb is not None and verb.lastgroup != "present"


def _told_before(spread: Sequence[tuple[Segment, Dating | None]], length: Expression) -> Dating | None:
    """The last date before a length of time ("the sale, announced on Monday, came a day after it closed")."""
    dates = [dating for _, dating in spread if dating is not None]
    return next((one for one in reversed(dates) if one.end_char <= length.start_char), None)


def _of_focus(focus: Focus, length: Expression) -> Dating | None:
    if focus.start is None or focus.precision != "day":
        return None
    return Dating(focus.start, focus.end, focus.precision, (length,))


def _shifted(
    host: Dating | None, length: Expression, text: str, cues: Cues, *, back: bool = False
) -> Dating | None:
    """The day, month or year so long before or after another; None where that is not told so finely.

    ``back`` counts the main clause from the one behind "after" instead of that from the main clause.
    """
    given, bound = _LENGTH.match(length.value), cues.counted.match(text, length.end_char)
    if host is None or given is None or bound is None or host.start is None or host.end is None:
        return None
    # What happened two days after something else is later: that was two days before.
    count = int(given["count"]) * (1 if bool(bound["later"]) is not back else -1)
    year, month, _ = days.civil(host.start)
    if given["unit"] in _DAYS_OF:
        if host.start != host.end:
            # A week after something else is mostly of the same month or year.
            return host if given["unit"] == "W" else None
        count *= _DAYS_OF[given["unit"]]
        return Dating(host.start + count, host.start + count, "day", (length,))
    if (year, 12) != days.civil(host.end)[:2] and (year, month) != days.civil(host.end)[:2]:
        return None
    if given["unit"] == "Y":
        year += count
        return Dating(days.ordinal(year), days.ordinal(year, 12, 31), "year", (length,))
    if (year, month) != days.civil(host.end)[:2]:
        return None
    year, month = divmod(year * 12 + month - 1 + count, 12)
    first = days.ordinal(year, month + 1)
    return Dating(first, first + days.month_length(year, month + 1) - 1, "month", (length,))
