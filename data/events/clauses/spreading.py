"""The date of a clause without one: that of what stands beside it, before it, or of what is told in it."""

from __future__ import annotations

from collections.abc import Sequence

from data.events.clauses.dating import Dating
from data.events.clauses.focus import Focus
from data.events.clauses.modality import judge
from data.events.clauses.segments import Segment
from data.events.clauses.stretch import Stretch
from data.events.cues import Cues

Spread = Sequence[tuple[Segment, Dating | None]]
"""The segments of a sentence, each with the date that it has so far."""


def spread(given: Spread, unknown: Sequence[int], stretch: Stretch) -> Spread:
    """Give undated segments the date that governs them.

    ``unknown`` is where times of their own begin that nothing dates: such a segment takes none from behind.
    """
    return _with_tellings(_from_before(_from_behind(given, unknown, stretch), stretch), stretch)


def _from_behind(given: Spread, unknown: Sequence[int], stretch: Stretch) -> Spread:
    """Give segments the date of what follows beside them ("they met, and on Monday they parted")."""
    text = stretch.text
    parts = list(given)
    for index in range(len(parts) - 2, -1, -1):
        segment, dating = parts[index]
        following, later = parts[index + 1]
        if (
            dating is None
            and later is not None
            and following.tie in ("shared", "strong", "at once")
            and not (following.tie == "strong" and _is_closed_relative(segment, text, stretch.cues))
            and not later.is_open
            and not any(segment.start <= at < segment.end for at in unknown)
            and not (segment.tie == "shared" and any(dated for _, dated in parts[:index]))
            and text[segment.end - 2] != ";"
            and not (_is_joined(following, text, stretch.cues) and _has_happened(segment, later, stretch))
            and not _is_lasting(segment, following, later, stretch)
        ):
            parts[index] = (segment, later)
    return parts


def _from_before(given: Spread, stretch: Stretch) -> Spread:
    """Give segments the date of what stands before them and goes on in them."""
    parts = list(given)
    host: Dating | None = None
    # What goes on behind a clause in between goes on with what stood before it.
    outer: Dating | None = None
    between = False
    before: Dating | None = None
    for index, (segment, dating) in enumerate(parts):
        if segment.tie == "confined" and not between:
            outer, between = host, True
        if dating is None:
            if segment.tie == "resumed":
                dating = outer
            elif segment.tie == "told" or (
                segment.tie == "strong" and not _is_within(parts, index, stretch.text, stretch.cues)
            ):
                dating = host
            else:
                dating = before
            if dating is not None and not _goes_on(segment, dating, stretch):
                dating = None
            parts[index] = (segment, dating)
        if segment.tie in ("main", "strong", "resumed", "told", "listed"):
            host = dating
        between = between and segment.tie not in ("main", "resumed")
        before = dating
    return parts


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


def _with_tellings(given: Spread, stretch: Stretch) -> Spread:
    """Give who says something the day of what is told, where that is the day of the telling."""
    parts = list(given)
    for index, (segment, dating) in enumerate(parts):
        # Who says it says it on the day the document is about; if that is the day of what is told, it is one.
        told = index + 1 if index + 1 < len(parts) and parts[index + 1][0].tie == "told" else index - 1
        if dating is None and (segment.tie == "saying" or told > index) and told >= 0:
            of_told = parts[told][1]
            if of_told is not None and _is_said_then(of_told, parts[told][0], stretch):
                parts[index] = (segment, of_told)
    return parts


def _is_joined(segment: Segment, text: str, cues: Cues) -> bool:
    """Whether a conjunction ties a clause to what is before it ("and will speak in May")."""
    return text[segment.start : segment.end].partition(" ")[0].lower() in cues.words["conjunctions"]


def _is_closed_relative(segment: Segment, text: str, cues: Cues) -> bool:
    """Whether a clause is about a noun and ends with a comma: then "and" goes on with the main clause."""
    if segment.tie != "confined" or text[segment.end - 2] != ",":
        return False
    return cues.relative_head.match(text, segment.start) is not None


def _is_within(parts: Spread, index: int, text: str, cues: Cues) -> bool:
    """Whether no comma parts a verb from the clause in between ("which fell in May and broke")."""
    start = parts[index][0].start
    inside = parts[index - 1][0].tie == "confined" and text[start - 2] != ","
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
