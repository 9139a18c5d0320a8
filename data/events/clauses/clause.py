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
from data.events.clauses.focus import Focus
from data.events.clauses.lasting import with_its_days
from data.events.clauses.mentioned_dates import is_of_an_apposition
from data.events.clauses.modality import judge
from data.events.clauses.parts_by_dates import parts_by_dates
from data.events.clauses.place_line import place_line
from data.events.clauses.segments import Segment, resumed, segments, tells
from data.events.clauses.stretch import Stretch
from data.events.clauses.tense import describes_subject_of_now, disagreement, is_term, tells_of_now
from data.events.cues import Cues
from data.model import Expression

# An unknown verb may be among so many words (one less blanks).
_WORDS_OF_CLAUSE = 4

_Spread = Sequence[tuple[Segment, Dating | None]]
"""The segments of a sentence, each with the date that it has so far."""


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
    spread = counted(_spread(given, unknown, stretch), ahead, stretch)
    return _joined(spread, text, cues)


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


def _spread(given: _Spread, unknown: Sequence[int], stretch: Stretch) -> _Spread:
    """Give undated segments the date that governs them, but where a time of their own is ``unknown``."""
    return _with_tellings(_from_before(_from_behind(given, unknown, stretch), stretch), stretch)


def _from_behind(given: _Spread, unknown: Sequence[int], stretch: Stretch) -> _Spread:
    """Give segments the date of what follows beside them ("they met, and on Monday they parted")."""
    text = stretch.text
    spread = list(given)
    for index in range(len(spread) - 2, -1, -1):
        segment, dating = spread[index]
        following, later = spread[index + 1]
        if (
            dating is None
            and later is not None
            and following.tie in ("shared", "strong", "at once")
            and not (following.tie == "strong" and _is_closed_relative(segment, text, stretch.cues))
            and not later.is_open
            and not any(segment.start <= at < segment.end for at in unknown)
            and not (segment.tie == "shared" and any(dated for _, dated in spread[:index]))
            and text[segment.end - 2] != ";"
            and not (_is_joined(following, text, stretch.cues) and _has_happened(segment, later, stretch))
            and not _is_lasting(segment, following, later, stretch)
        ):
            spread[index] = (segment, later)
    return spread


def _from_before(given: _Spread, stretch: Stretch) -> _Spread:
    """Give segments the date of what stands before them and goes on in them."""
    spread = list(given)
    host: Dating | None = None
    # What goes on behind a clause in between goes on with what stood before it.
    outer: Dating | None = None
    between = False
    before: Dating | None = None
    for index, (segment, dating) in enumerate(spread):
        if segment.tie == "confined" and not between:
            outer, between = host, True
        if dating is None:
            if segment.tie == "resumed":
                dating = outer
            elif segment.tie == "told" or (
                segment.tie == "strong" and not _is_within(spread, index, stretch.text, stretch.cues)
            ):
                dating = host
            else:
                dating = before
            if dating is not None and not _goes_on(segment, dating, stretch):
                dating = None
            spread[index] = (segment, dating)
        if segment.tie in ("main", "strong", "resumed", "told", "listed"):
            host = dating
        between = between and segment.tie not in ("main", "resumed")
        before = dating
    return spread


def _goes_on(segment: Segment, dating: Dating, stretch: Stretch) -> bool:
    """Whether a date that stands before a segment may hold in it too."""
    if segment.tie in ("main", "saying"):
        return False
    if dating.is_open and segment.tie != "confined":
        # "Since 2019" holds in its own clause only.
        return False
    if segment.tie == "strong":
        return not _tells_of_now(segment, dating, stretch)
    return segment.tie != "shared" or not _has_happened(segment, dating, stretch)


def _with_tellings(given: _Spread, stretch: Stretch) -> _Spread:
    """Give who says something the day of what is told, where that is the day of the telling."""
    spread = list(given)
    for index, (segment, dating) in enumerate(spread):
        # Who says it says it on the day the document is about; if that is the day of what is told, it is one.
        told = index + 1 if index + 1 < len(spread) and spread[index + 1][0].tie == "told" else index - 1
        if dating is None and (segment.tie == "saying" or told > index) and told >= 0:
            of_told = spread[told][1]
            if of_told is not None and _is_said_then(of_told, spread[told][0], stretch):
                spread[index] = (segment, of_told)
    return spread


def _is_joined(segment: Segment, text: str, cues: Cues) -> bool:
    """Whether a conjunction ties a clause to what is before it ("and will speak in May")."""
    return text[segment.start : segment.end].partition(" ")[0].lower() in cues.words["conjunctions"]


def _is_closed_relative(segment: Segment, text: str, cues: Cues) -> bool:
    """Whether a clause is about a noun and ends with a comma: then "and" goes on with the main clause."""
    if segment.tie != "confined" or text[segment.end - 2] != ",":
        return False
    return cues.relative_head.match(text, segment.start) is not None


def _is_within(spread: _Spread, index: int, text: str, cues: Cues) -> bool:
    """Whether no comma parts a verb from the clause in between ("which fell in May and broke")."""
    start = spread[index][0].start
    inside = spread[index - 1][0].tie == "confined" and text[start - 2] != ","
    return inside and cues.goes_on.match(text, start) is not None


def _is_lasting(segment: Segment, following: Segment, later: Dating, stretch: Stretch) -> bool:
    """Whether a clause tells how things are, before one of what happened ("they often meet, but in 2019")."""
    text, cues, focus = stretch.text, stretch.cues, stretch.focus
    if focus.start is None or later.end is None or later.end >= focus.start:
        return False
    lower = text[segment.start : segment.end].lower()
    verb = cues.finite.search(lower)
    is_present = verb is not None and verb.lastgroup == "present" and following.tie == "shared"
    if is_present and cues.finite.search(text[following.start : following.end].lower()) is not None:
        return True
    return judge(lower, cues).kind == "state"


def _tells_of_now(segment: Segment, dating: Dating, stretch: Stretch) -> bool:
    """Whether a clause is in the present, and the date before it is of the past ("... and has sold many")."""
    focus = stretch.focus
    if focus.start is None or dating.end is None or dating.end >= focus.start:
        return False
    verb = stretch.cues.finite.search(stretch.text[segment.start : segment.end].lower())
    return verb is not None and verb.lastgroup == "present"


def _has_happened(segment: Segment, dating: Dating, stretch: Stretch) -> bool:
    """Whether a clause is in the past, and the date beside it is to come ("will close in May, yet rose")."""
    if not stretch.focus.is_ahead(dating.start):
        return False
    lower = stretch.text[segment.start : segment.end].lower()
    verb = stretch.cues.finite.search(lower)
    if verb is None or verb.lastgroup != "past":
        return False
    return stretch.cues.expected.match(lower, verb.start()) is None


def _is_said_then(dating: Dating, told: Segment, stretch: Stretch) -> bool:
    """Whether the days of what is told are also those of its telling.

    What is still to come in a month or a year is told on a day of it ("said the mill would close this year").
    """
    if stretch.focus.start is None:
        return True
    if not _holds(dating, stretch.focus):
        return False
    lower = stretch.text[told.start : told.end].lower()
    return dating.precision == "day" or judge(lower, stretch.cues).modality not in ("planned", "conditional")


def _holds(dating: Dating, focus: Focus) -> bool:
    if dating.start is None or dating.end is None or focus.start is None or focus.end is None:
        return False
    return dating.start <= focus.start and focus.end <= dating.end


def _joined(spread: _Spread, text: str, cues: Cues) -> list[Clause]:
    """Neighbours of one date as one clause; what holds no verb and no date is its neighbour's."""
    result: list[Clause] = []
    for segment, dating in spread:
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
