"""A date that a sentence gives: the days that one expression, or several together, stand for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from data.model import Expression, Precision

FINENESS: dict[Precision | None, int] = {
    "day": 0, "week": 1, "month": 2, "season": 3, "quarter": 3, "half": 4, "fiscal-year": 5, "year": 5,
    "decade": 6, "century": 7, None: 8,
}  # fmt: skip
"""Precisions, finest first: the finer of two dates for one clause is the one it happened on."""
# A quotation longer than this is not looked for.
_LONGEST_QUOTE = 400
_QUOTES = (("“", "”"), ("``", "''"))


@dataclass(frozen=True, slots=True)
class Dating:
    """The days some expressions give a clause; ``expressions`` are those that say so, in order.

    ``attributive`` says that they only describe a noun ("the 2018 contract"); ``timed`` is the time of
    the day that they, or another date beside them, tell, with where in the text it is told.
    """

    start: int | None
    end: int | None
    precision: Precision | None
    expressions: tuple[Expression, ...]
    attributive: bool = False
    timed: tuple[int, str] | None = None

    @property
    def start_char(self) -> int:
        """Where its first expression begins."""
        return self.expressions[0].start_char

    @property
    def end_char(self) -> int:
        """Where its last expression ends."""
        return self.expressions[-1].end_char

    @property
    def is_open(self) -> bool:
        """Whether one end is open ("since 2019", "until Friday")."""
        return self.start is None or self.end is None


def dates(expression: Expression) -> bool:
    """Whether an expression can date a clause: a date or time with days, no set or "now".

    A length does so only as a part of a year ("the first nine months of 2008").
    """
    if expression.start is None and expression.end is None:
        return False
    if expression.type == "DURATION":
        return expression.precision == "month"
    return expression.type in ("DATE", "TIME") and not expression.value.endswith("_REF")


def governing(inside: Sequence[Dating]) -> Dating | None:
    """The one of several dates in a clause that dates it: no mere attribute, the finest, the first."""
    if not inside:
        return None
    stated = [dating for dating in inside if not dating.attributive] or list(inside)
    return min(stated, key=lambda dating: (FINENESS[dating.precision], dating.start_char))


def is_quoted(dating: Dating, text: str, start: int) -> bool:
    """Whether a date stands in a quotation: it has the speaker's own time."""
    before = text[max(0, dating.start_char - _LONGEST_QUOTE) : dating.start_char]
    if any(before.rfind(opening) > before.rfind(closing) for opening, closing in _QUOTES):
        return True
    # Straight marks open and close by turns.
    return text.count('"', start, dating.start_char) % 2 == 1
