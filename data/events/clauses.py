"""Clauses of a sentence by the dates they carry.

An expression dates the clause it belongs to. The clauses of a sentence together cover it; neighbouring
clauses with the same date are one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from data.events.cues import Cues
from data.model import Expression, Precision

# Finest first: the finer of two dates for one clause is the one it happened on.
_FINENESS: dict[Precision | None, int] = {
    "day": 0, "week": 1, "month": 2, "season": 3, "quarter": 3, "half": 4, "fiscal-year": 5, "year": 5,
    "decade": 6, "century": 7, None: 8,
}  # fmt: skip
# A quotation longer than this is not looked for.
_LONGEST_QUOTE = 400


@dataclass(frozen=True, slots=True)
class Dating:
    """The days some expressions give a clause; ``expressions`` are those that say so, in order."""

    start: int | None
    end: int | None
    precision: Precision | None
    expressions: tuple[Expression, ...]
    attributive: bool = False

    @property
    def start_char(self) -> int:
        """Where its first expression begins."""
        return self.expressions[0].start_char

    @property
    def end_char(self) -> int:
        """Where its last expression ends."""
        return self.expressions[-1].end_char


class Clause(NamedTuple):
    """A range of the document's text and its date; None: it takes the focus date."""

    start: int
    end: int
    dating: Dating | None


class _Segment(NamedTuple):
    start: int
    end: int
    tie: str


def dates(expression: Expression) -> bool:
    """Whether an expression can date a clause: a date or time with days, no duration, set or "now"."""
    if expression.start is None and expression.end is None:
        return False
    return expression.type in ("DATE", "TIME") and not expression.value.endswith("_REF")


def datings(expressions: Sequence[Expression], text: str, cues: Cues) -> list[Dating]:
    """The dates a sentence's expressions give, ranges and lists ("Monday and Tuesday") taken together."""
    found: list[Dating] = []
    for expression in expressions:
        if not dates(expression):
            continue
        dating = _dating(expression, text, cues)
        previous = found[-1] if found else None
        if previous is not None and _belong_together(previous, dating, text):
            found[-1] = _together(previous, dating)
        else:
            found.append(dating)
    outside = [dating for dating in found if not _is_quoted(dating, text)]
    return outside or found


def _is_quoted(dating: Dating, text: str) -> bool:
    """Whether a date stands in a quotation: it has the speaker's own time."""
    before = text[max(0, dating.start_char - _LONGEST_QUOTE) : dating.start_char]
    return before.rfind("“") > before.rfind("”")


def _dating(expression: Expression, text: str, cues: Cues) -> Dating:
    start, end = expression.start, expression.end
    if expression.role == "since":
        end = None
    elif expression.role == "until":
        start = None
    before = text[max(0, expression.start_char - 24) : expression.start_char]
    after = text[expression.end_char : expression.end_char + 2]
    attributive = (
        len(after) == 2
        and after[0] in " -"
        and after[1].isalpha()
        and cues.attributive.search(before) is not None
    )
    return Dating(start, end, expression.precision, (expression,), attributive)


def _belong_together(one: Dating, other: Dating, text: str) -> bool:
    between = text[one.end_char : other.start_char].strip().lower()
    if one.expressions[-1].role == "from" and other.expressions[0].role == "to":
        return True
    if between in ("", ",", "on", "at", "of", "in", "(", ", in", ", on"):
        return _nested(one, other) or _nested(other, one)
    return between in ("and", "or", "to", "-", "–", ", and", "&") and one.precision == other.precision


def _nested(inner: Dating, outer: Dating) -> bool:
    if inner.start is None or inner.end is None or outer.start is None or outer.end is None:
        return False
    return outer.start <= inner.start and inner.end <= outer.end


def _together(one: Dating, other: Dating) -> Dating:
    expressions = one.expressions + other.expressions
    attributive = one.attributive and other.attributive
    if _nested(other, one):
        return Dating(other.start, other.end, other.precision, expressions, attributive)
    if _nested(one, other):
        return Dating(one.start, one.end, one.precision, expressions, attributive)
    start = one.start if one.start is None or other.start is None else min(one.start, other.start)
    end = one.end if one.end is None or other.end is None else max(one.end, other.end)
    return Dating(start, end, one.precision, expressions, attributive)


def clauses(start: int, end: int, text: str, expressions: Sequence[Expression], cues: Cues) -> list[Clause]:
    """The dated clauses of the sentence ``text[start:end]``, in order, covering it."""
    found = datings(expressions, text, cues)
    if not found:
        return [Clause(start, end, None)]
    segments = _segments(start, end, text, found, cues)
    given: list[tuple[_Segment, Dating | None]] = []
    for segment in segments:
        inside = [dating for dating in found if segment.start <= dating.start_char < segment.end]
        given.append((segment, _governing(inside)))
    return _joined(given, text)


def _segments(start: int, end: int, text: str, found: Sequence[Dating], cues: Cues) -> list[_Segment]:
    piece = text[start:end]
    cuts: list[tuple[int, str]] = []
    for match in cues.boundary.finditer(piece):
        at = (
            start
            + match.start()
            + (0 if match.lastgroup == "strong" else len(match.group()) - len(match.group().lstrip(", ")))
        )
        if match.lastgroup == "strong":
            at = start + match.end()
        tie = "confined" if match["confined"] else "shared" if match["shared"] else "strong"
        if tie == "confined" and _is_mere_date(match["confined"], at, found, text):
            continue
        cuts.append((at, tie))
    reporting = cues.reporting.search(piece)
    if reporting is not None and len(found) > 1:
        cut = start + reporting.end()
        for dating in found:
            if 0 <= dating.start_char - cut <= 6:
                cut = dating.end_char
        if any(dating.start_char < cut for dating in found) and cut + 12 < end:
            cuts.append((cut, "strong"))
    covered = [(dating.start_char, dating.end_char) for dating in found]
    cuts = sorted(
        cut for cut in cuts if start < cut[0] < end and not any(a <= cut[0] < b for a, b in covered)
    )
    segments: list[_Segment] = []
    at, tie = start, "main"
    for cut, next_tie in cuts:
        if cut > at:
            segments.append(_Segment(at, cut, tie))
            at, tie = cut, next_tie
    segments.append(_Segment(at, end, tie))
    return segments


def _is_mere_date(cue: str, at: int, found: Sequence[Dating], text: str) -> bool:
    """Whether "since" or "after" belongs to the date itself ("since 2019") rather than to a clause."""
    behind = at + len(cue)
    return any(
        0 <= dating.start_char - behind <= 5
        and text[behind : dating.start_char].strip() in ("", "the", "late", "early")
        for dating in found
    )


def _governing(inside: Sequence[Dating]) -> Dating | None:
    if not inside:
        return None
    stated = [dating for dating in inside if not dating.attributive] or list(inside)
    best = min(stated, key=lambda dating: (_FINENESS[dating.precision], dating.start_char))
    wide = [dating for dating in stated if dating.precision == best.precision]
    if len(wide) > 1 and best.precision != "day":
        result = wide[0]
        for dating in wide[1:]:
            result = _together(result, dating)
        return result
    return best


def _joined(given: Sequence[tuple[_Segment, Dating | None]], text: str) -> list[Clause]:
    """Give undated segments the date that governs them, and join neighbours of one date."""
    spread: list[tuple[_Segment, Dating | None]] = []
    for index, (segment, dating) in enumerate(given):
        if dating is None and index and segment.tie != "strong":
            # What hangs on the clause before it shares that clause's date.
            spread.append((segment, spread[-1][1]))
        else:
            spread.append((segment, dating))
    for index in range(len(spread) - 2, -1, -1):
        segment, dating = spread[index]
        following, later = spread[index + 1]
        if dating is None and later is not None and following.tie in ("shared", "strong"):
            spread[index] = (segment, later)
    for index in range(1, len(spread)):
        segment, dating = spread[index]
        if dating is None and spread[index - 1][1] is not None:
            spread[index] = (segment, spread[index - 1][1])
    result: list[Clause] = []
    for segment, dating in spread:
        if result and (result[-1].dating is dating or segment.end - segment.start < 12):
            kept = result[-1]
            result[-1] = Clause(kept.start, segment.end, kept.dating)
        else:
            result.append(Clause(segment.start, segment.end, dating))
    return [_trimmed(clause, text) for clause in result]


def _trimmed(clause: Clause, text: str) -> Clause:
    """The clause without white space at its ends."""
    piece = text[clause.start : clause.end]
    start = clause.start + len(piece) - len(piece.lstrip())
    return Clause(start, start + len(piece.strip()), clause.dating)
