"""Clauses of a sentence by the dates they carry.

An expression dates the clause it belongs to. The clauses of a sentence together cover it; neighbouring
clauses with the same date are one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from data.events.clauses.borders import SHORTEST
from data.events.clauses.clocks import with_clock
from data.events.clauses.comparisons import only_compares, only_ranks
from data.events.clauses.counted import counted, lengths
from data.events.clauses.dating import Dating, dates, governing
from data.events.clauses.datings import datings
from data.events.clauses.lasting import with_its_days
from data.events.clauses.mentioned_dates import is_of_an_apposition
from data.events.clauses.parts_by_dates import parts_by_dates
from data.events.clauses.place_line import place_line
from data.events.clauses.segments import Segment, resumed, segments, tells
from data.events.clauses.spreading import Spread, spread
from data.events.clauses.stretch import Stretch
from data.events.clauses.tense import describes_subject_of_now, disagreement, is_term, tells_of_now
from data.events.cues import Cues
from data.model import Expression

# An unknown verb may be among so many words (one less blanks).
_WORDS_OF_CLAUSE = 4


class Clause(NamedTuple):
    """A range of the document's text and its date; None: it takes the focus date."""

    start: int
    end: int
    dating: Dating | None


def clauses(stretch: Stretch, expressions: Sequence[Expression]) -> list[Clause]:
    """The dated clauses of a sentence with these time expressions, in order, covering it."""
    text, start, end = stretch.text, stretch.start, stretch.end
    cues = stretch.cues
    told = [expression for expression in expressions if dates(expression)]
    ahead = lengths(expressions, text, cues)
    if not told and not ahead:
        return [Clause(start, end, None)]
    dated = datings(expressions, text, cues, start)
    found = [with_its_days(dating, expressions, text, cues) for dating in dated]
    head = place_line(text, start, end)
    if head is not None:
        found = [dating for dating in found if dating.start_char >= head.end] or found
    if cues.knows_verbs:
        pieces = resumed(segments(stretch, found), stretch, found)
    else:
        pieces = parts_by_dates(stretch, found)
    found = [dating for dating in found if not only_compares(dating, pieces, text, cues)]
    found = [dating for dating in found if not is_of_an_apposition(dating, text, cues, start)]
    found = [
        dating
        for dating in found
        if not is_term(dating, stretch)
        and not only_ranks(dating, stretch)
        and not describes_subject_of_now(dating, stretch)
    ]
    given: list[tuple[Segment, Dating | None]] = []
    for segment in pieces:
        inside = [dating for dating in found if segment.start <= dating.start_char < segment.end]
        dating = with_clock(governing(inside), inside, cues)
        if dating is None:
            dating = _of_the_time_before(segment, found, told, text, cues)
        cut = None
        if dating is not None:
            cut = disagreement(dating, replace(stretch, start=segment.start, end=segment.end))
        if cut is not None:
            tie = "main" if tells_of_now(text, segment.start, cut, cues) else segment.tie
            given.append((Segment(segment.start, cut, tie), None))
            segment = Segment(cut, segment.end, "confined")
        given.append((segment, dating))
    unknown = [one.start_char for one in expressions if _is_unknown(one)]
    dated_parts = counted(spread(given, unknown, stretch), ahead, stretch)
    return _joined(dated_parts, text, cues)


def _of_the_time_before(
    segment: Segment, found: Sequence[Dating], told: Sequence[Expression], text: str, cues: Cues
) -> Dating | None:
    """The date that a clause tells more of ("since 1985, when the camp was built"), both ends known."""
    words = text[segment.start : segment.end]
    if words.partition(" ")[0].lower() not in cues.words["relative_of_time"]:
        return None
    for last in told:
        if last.end_char > segment.start or text[last.end_char : segment.start].strip(" ,_-—–("):
            continue
        same = next((dating for dating in found if dating.expressions[-1] is last), None)
        # "From 1996 to 1999, when he left": of the last year.
        if same is not None and not same.is_open and last.role != "to":
            return same
        return Dating(last.start, last.end, last.precision, (last,))
    return None


def _is_unknown(expression: Expression) -> bool:
    """Whether an expression names days that nothing tells ("last year", with nothing to count from)."""
    if expression.type not in ("DATE", "TIME") or expression.value.endswith("_REF"):
        return False
    return expression.start is None and expression.end is None


def _joined(parts: Spread, text: str, cues: Cues) -> list[Clause]:
    """Neighbours of one date as one clause; what holds no verb and no date is its neighbour's."""
    result: list[Clause] = []
    for segment, dating in parts:
        kept = result[-1] if result else None
        # "Who was elected in May, | died."
        resumes = segment.tie == "resumed" and text[segment.start - 2] == ","
        short = segment.end - segment.start < SHORTEST and segment.tie != "saying" and not resumes
        dated = dating is not None and (segment.tie != "confined" or dating.start_char >= segment.start)
        told = dated or segment.tie == "resumed" or tells(text, segment.start, segment.end, cues)
        front = len(result) == 1 and kept is not None and _is_mere_front(kept)
        if kept is not None and (
            front or short or not told or (kept.dating is dating and segment.tie != "at once")
        ):
            result[-1] = Clause(kept.start, segment.end, kept.dating)
        elif kept is not None and _is_part(text, kept, segment, cues):
            result[-1] = Clause(kept.start, segment.end, dating)
        else:
            result.append(Clause(segment.start, segment.end, dating))
    return [_trimmed(clause, text) for clause in result]


def _is_part(text: str, clause: Clause, behind: Segment, cues: Cues) -> bool:
    """Whether an undated piece is part of the dated one behind it: too few words, and no verb among them."""
    if clause.dating is not None or tells(text, clause.start, clause.end, cues):
        return False
    piece = text[clause.start : clause.end]
    few = piece.count(" ") < _WORDS_OF_CLAUSE
    return few or (behind.tie != "confined" and cues.preposition.match(piece) is not None)


def _is_mere_front(clause: Clause) -> bool:
    """Whether nothing but a date with two ends stands before the main clause ("Today, as it rains, ...")."""
    dating = clause.dating
    return dating is not None and not dating.is_open and clause.end - clause.start < SHORTEST


def _trimmed(clause: Clause, text: str) -> Clause:
    piece = text[clause.start : clause.end]
    start = clause.start + len(piece) - len(piece.lstrip())
    return Clause(start, start + len(piece.strip()), clause.dating)
