"""Clauses of a sentence by the dates they carry.

An expression dates the clause it belongs to. The clauses of a sentence together cover it; neighbouring
clauses with the same date are one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from data.events.cues import THIRD_PERSON, Cues
from data.events.datings import Dating, datings, governing
from data.events.focus import Focus
from data.events.place_line import place_line
from data.events.tense import disagreement
from data.model import Expression

# A shorter piece is no clause of its own.
_SHORTEST = 12
# A date so near behind the reporting verb is that of the saying ("said on Monday that"), in characters.
_BESIDE = 6
_LIST = re.compile(r"[,;]\s|,?\s(?=(?:and|but|or|followed\sby)\s)")
# "since winning": told without a verb that ends a sentence.
_PARTICIPLE = re.compile(r"\w+\s\w{2,}(?:ing|ed)\b")
_SUBJECT = re.compile(r"[^,]{2,80},?\s?\Z")


class Clause(NamedTuple):
    """A range of the document's text and its date; None: it takes the focus date."""

    start: int
    end: int
    dating: Dating | None


class _Segment(NamedTuple):
    """A piece of a sentence between two borders.

    ``tie`` tells how it hangs on what is before it: "main", "strong" (stands beside it), "shared" (its date
    holds there too), "confined" (its date does not), "resumed" (goes on after a confined piece), "told"
    (what somebody said), "saying" (who said it), "listed" (another date of the same).
    """

    start: int
    end: int
    tie: str


def clauses(
    start: int, end: int, text: str, expressions: Sequence[Expression], cues: Cues, focus: Focus | None = None
) -> list[Clause]:
    """The dated clauses of the sentence ``text[start:end]``, in order, covering it.

    ``focus`` is the day its document is about: what is told in the present tense is not of an older date.
    """
    found = datings(expressions, text, cues)
    head = place_line(text, start, end)
    if head is not None:
        found = [dating for dating in found if dating.start_char >= head.end] or found
    if not found:
        return [Clause(start, end, None)]
    segments = _resumed(_segments(start, end, text, found, cues, focus), text, found, cues)
    found = [dating for dating in found if not _only_compares(dating, segments, text, cues)]
    given: list[tuple[_Segment, Dating | None]] = []
    for segment in segments:
        inside = [dating for dating in found if segment.start <= dating.start_char < segment.end]
        dating = governing(inside)
        cut = None
        if dating is not None and focus is not None:
            cut = disagreement(text, segment.start, segment.end, dating, focus, cues)
        if cut is not None:
            given.append((segment._replace(end=cut), None))
            segment = _Segment(cut, segment.end, "confined")
        given.append((segment, dating))
    return _joined(_spread(given, focus), text, cues)


def _segments(
    start: int, end: int, text: str, found: Sequence[Dating], cues: Cues, focus: Focus | None
) -> list[_Segment]:
    piece = text[start:end]
    cuts: list[tuple[int, str]] = []
    for match in cues.boundary.finditer(piece):
        if match.lastgroup == "strong":
            cuts.append((start + match.end(), "strong"))
            continue
        at = start + match.start() + len(match.group()) - len(match.group().lstrip(", "))
        tie = "confined" if match["confined"] else "shared" if match["shared"] else "strong"
        if tie == "confined" and _is_mere_date(match["confined"], at, found, text):
            continue
        if tie == "confined" and cues.at_once.search(text, start, at):
            tie = "shared"
        cuts.append((at, tie))
    cuts += _of_sayings(start, end, text, found, cues, focus)
    cuts += _of_lists(start, text, found, cues)
    if (head := place_line(text, start, end)) is not None:
        cuts = [cut for cut in cuts if cut[0] > head.end]
    covered = [(dating.start_char, dating.end_char) for dating in found]
    cuts = sorted(
        cut for cut in cuts if start < cut[0] < end and not any(a <= cut[0] < b for a, b in covered)
    )
    fronted = cues.fronted_clause.match(piece)
    tie = "main"
    if fronted is not None and not _is_mere_date(fronted[1], start, found, text):
        tie = "confined" if fronted["always"] or found[0].precision != "day" else "main"
    segments: list[_Segment] = []
    at = start
    for cut, next_tie in cuts:
        if cut > at:
            segments.append(_Segment(at, cut, tie))
            at, tie = cut, next_tie
    segments.append(_Segment(at, end, tie))
    return segments


def _of_sayings(
    start: int, end: int, text: str, found: Sequence[Dating], cues: Cues, focus: Focus | None
) -> list[tuple[int, str]]:
    """Where what is said parts from who says it, if a date is told in it."""
    cuts: list[tuple[int, str]] = []
    piece = text[start:end]
    head = cues.reporting.search(piece)
    if head is not None and not cues.relative.search(piece, 0, head.start()):
        cut = start + head.end()
        for dating in found:
            if 0 <= dating.start_char - cut <= _BESIDE:
                cut = dating.end_char
        own = any(dating.start_char < cut for dating in found)
        later = [dating for dating in found if dating.start_char >= cut]
        planned = (
            focus is not None
            and focus.end is not None
            and any(dating.start is not None and dating.start > focus.end for dating in later)
        )
        if later and (own or planned) and cut + _SHORTEST < end:
            cuts.append((cut, "told"))
    bare = piece.rstrip(" .,")
    tail = cues.attribution_tail.search(bare)
    if tail is not None and tail.start() >= _SHORTEST:
        at = start + tail.start() + len(tail.group()) - len(tail.group().lstrip(",”\" '"))
        if found[0].end_char <= at <= found[-1].start_char:
            cuts.append((at, "saying"))
    return cuts


def _of_lists(start: int, text: str, found: Sequence[Dating], cues: Cues) -> list[tuple[int, str]]:
    """Where one of several dated things ends and the next begins ("Oslo in 1952, Bergen in 1955")."""
    cuts: list[tuple[int, str]] = []
    stated = [dating for dating in found if not dating.attributive]
    for one, other in pairwise(stated):
        match = _LIST.match(text, one.end_char, other.start_char)
        if match is None or cues.finite.search(text[start : one.start_char].lower()) is None:
            continue
        behind = cues.finite.search(text[match.end() : other.start_char].lower())
        if (
            behind is None
            and match.group().startswith(",")
            and match.group().endswith(" ")
            and len(stated) < 3
        ):
            continue
        if other.start_char - match.end() >= _SHORTEST:
            cuts.append((match.end(), "listed"))
    return cuts


def _is_mere_date(cue: str, at: int, found: Sequence[Dating], text: str) -> bool:
    """Whether "since" or "after" belongs to the date itself ("since 2019") rather than to a clause."""
    behind = at + len(cue)
    return any(
        0 <= dating.start_char - behind <= 5
        and text[behind : dating.start_char].strip() in ("", "the", "late", "early")
        for dating in found
    )


def _resumed(segments: list[_Segment], text: str, found: Sequence[Dating], cues: Cues) -> list[_Segment]:
    """Part what goes on behind a clause in between; that clause keeps the subject it stands behind."""
    result: list[_Segment] = []
    for segment in segments:
        inside = [dating for dating in found if segment.start <= dating.start_char < segment.end]
        cut = None
        if segment.tie == "confined" and inside:
            told = any(_tells(text, before, cues) for before in result)
            pattern = cues.resumption if told else cues.main_begins
            match = pattern.search(text, inside[-1].end_char, segment.end)
            cut = match.end() if match is not None and match.end() + _SHORTEST < segment.end else None
        if cut is None:
            result.append(segment)
            continue
        if result and result[-1].tie == "main" and _is_subject(text, result[-1], found, cues):
            result[-1] = _Segment(result[-1].start, cut, "confined")
        else:
            result.append(segment._replace(end=cut))
        result.append(_Segment(cut, segment.end, "resumed"))
    return result


def _only_compares(dating: Dating, segments: Sequence[_Segment], text: str, cues: Cues) -> bool:
    """Whether a date only says since when or before whom ("the first visit since Gandhi in 1983")."""
    for segment in segments:
        if segment.start <= dating.start_char < segment.end:
            words = text[segment.start : segment.end]
            return (
                segment.tie == "confined"
                and segment is not segments[0]
                and cues.finite.search(words.lower()) is None
                and cues.occasion_noun.search(words) is None
                and cues.relative_head.match(words) is None
                and _PARTICIPLE.match(words) is None
            )
    return False


def _is_subject(text: str, segment: _Segment, found: Sequence[Dating], cues: Cues) -> bool:
    """Whether a piece holds no verb and no date: the subject of the verb behind the clause in between."""
    piece = text[segment.start : segment.end]
    if any(segment.start <= dating.start_char < segment.end for dating in found):
        return False
    return _SUBJECT.match(piece) is not None and cues.finite.search(piece.lower()) is None


def _spread(
    given: Sequence[tuple[_Segment, Dating | None]], focus: Focus | None
) -> list[tuple[_Segment, Dating | None]]:
    """Give undated segments the date that governs them."""
    spread = list(given)
    for index in range(len(spread) - 2, -1, -1):
        segment, dating = spread[index]
        following, later = spread[index + 1]
        if (
            dating is None
            and later is not None
            and following.tie in ("shared", "strong")
            and not later.is_open
        ):
            spread[index] = (segment, later)
    host: Dating | None = None
    before: Dating | None = None
    for index, (segment, dating) in enumerate(spread):
        if dating is None:
            dating = host if segment.tie in ("strong", "resumed", "told") else before
            # "since 2019" holds in its own clause only.
            if dating is not None and (
                segment.tie in ("main", "saying") or (dating.is_open and segment.tie != "confined")
            ):
                dating = None
            spread[index] = (segment, dating)
        if segment.tie in ("main", "strong", "resumed", "told"):
            host = dating
        before = dating
    for index, (segment, dating) in enumerate(spread):
        # Who says it says it on the day the document is about; if that is the day of what is told, it is one.
        told = index + 1 if index + 1 < len(spread) and spread[index + 1][0].tie == "told" else index - 1
        if dating is None and (segment.tie == "saying" or told > index) and told >= 0:
            of_told = spread[told][1]
            if of_told is not None and (focus is None or focus.start is None or _holds(of_told, focus)):
                spread[index] = (segment, of_told)
    return spread


def _holds(dating: Dating, focus: Focus) -> bool:
    if dating.start is None or dating.end is None or focus.start is None or focus.end is None:
        return False
    return dating.start <= focus.start and focus.end <= dating.end


def _joined(spread: Sequence[tuple[_Segment, Dating | None]], text: str, cues: Cues) -> list[Clause]:
    """Neighbours of one date as one clause; what holds no verb and no date is its neighbour's."""
    result: list[Clause] = []
    for segment, dating in spread:
        kept = result[-1] if result else None
        short = segment.end - segment.start < _SHORTEST and segment.tie != "saying"
        told = dating is not None or _tells(text, segment, cues)
        if kept is not None and (kept.dating is dating or short or not told):
            result[-1] = Clause(kept.start, segment.end, kept.dating)
        elif kept is not None and kept.dating is None and not _tells(text, kept, cues):
            result[-1] = Clause(kept.start, segment.end, dating)
        else:
            result.append(Clause(segment.start, segment.end, dating))
    return [_trimmed(clause, text) for clause in result]


def _tells(text: str, piece: _Segment | Clause, cues: Cues) -> bool:
    """Whether a piece holds a verb of its own, or names a source ("according to the ministry")."""
    words = text[piece.start : piece.end]
    lower = words.lower()
    return (
        cues.finite.search(lower) is not None
        or cues.source.match(lower) is not None
        or THIRD_PERSON.search(words) is not None
    )


def _trimmed(clause: Clause, text: str) -> Clause:
    piece = text[clause.start : clause.end]
    start = clause.start + len(piece) - len(piece.lstrip())
    return Clause(start, start + len(piece.strip()), clause.dating)
