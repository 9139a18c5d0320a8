"""Durations and sets as TIMEX3 writes them (P2Y, PT36H, P2Y6M, PXW), and the days of one tied to a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.dating.calendar import spans

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.dating.calendar.spans import Span
    from data.dating.wording.lengths import Bound
    from data.model import Unit

_LETTERS: dict[str, str] = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "weekday": "D", "weekend": "WE", "week": "W",
    "month": "M", "quarter": "Q", "year": "Y", "decade": "DE",
    "century": "CE", "millennium": "ML",
}  # fmt: skip
_PARTS_OF = {
    "year": (12, "month"), "hour": (60, "minute"), "minute": (60, "second"), "day": (24, "hour"),
    "decade": (10, "year"), "century": (100, "year"), "quarter": (3, "month"),
}  # fmt: skip
# "A decade and a half" is fifteen years.
_IN_YEARS = ("decade", "century")
#: Units of a time of day, which no day is counted in.
FINE = ("second", "minute", "hour")
# Units that TIMEX3 has no letter for.
_TOLD_AS = {"fortnight": (2, "week"), "season": (3, "month"), "half": (6, "month")}


def duration_value(amount: Sequence[tuple[float | None, Unit]]) -> str:
    """The TIMEX3 value of an amount of time; a count of None is X, halves are told in the next finer unit."""
    dates, times = "", ""
    for count, unit in _whole(amount):
        letter = _LETTERS[unit]
        text = "X" if count is None else f"{count:.4f}".rstrip("0").rstrip(".")
        if letter.startswith("T"):
            times += text + letter[1:]
        else:
            dates += text + letter
    return "P" + dates + ("T" + times if times else "")


def days_of_length(
    amount: Sequence[tuple[float | None, Unit]], bound: Bound, base: Span, value: str
) -> Span | None:
    """The days of a length of time that begins or ends with an anchor; None for hours and unknown counts.

    The first months of a year are told to the month.
    """
    ends = bound == "ends"
    day = base.end + 1 if ends else base.start
    for count, unit in amount:
        if count is None or unit in FINE:
            return None
        day = spans.day_away(day, unit, -count if ends else count)
    start, end = (day, base.end) if ends else (base.start, day - 1)
    if start > end:
        return None
    by_months = base.unit == "year" and all(unit in spans.MONTHS_OF_UNIT for _, unit in amount)
    return spans.Span(start, end, "month" if by_months else "day", value, "day")


def _whole(amount: Sequence[tuple[float | None, Unit]]) -> list[tuple[float | None, str]]:
    pieces: list[tuple[float | None, str]] = []
    for count, unit in amount:
        factor, name = _TOLD_AS.get(unit, (1, unit))
        total = None if count is None else count * factor
        if total is not None and total != int(total) and name in _PARTS_OF:
            finer, part = _PARTS_OF[name]
            whole = 0 if name in _IN_YEARS else int(total)
            rest = (total - whole) * finer
            if abs(rest - round(rest)) < 1e-6:
                if whole:
                    pieces.append((whole, name))
                pieces.append((round(rest), part))
                continue
        pieces.append((total, name))
    return pieces
