"""Pieces of a sentence between borders, and how each hangs on what is before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from data.events.clauses.borders import (
    ENOUGH_WORDS,
    SHORTEST,
    Border,
    Tie,
    of_circumstances,
    of_clauses_of_now,
    of_joined_clauses,
    of_lists,
    of_main_verbs,
    of_objects,
    of_what_is_done_besides,
)
from data.events.clauses.dating import Dating
from data.events.clauses.pairs import inside_occasions, of_pairs
from data.events.clauses.place_line import place_line
from data.events.clauses.sayings import of_sayings
from data.events.clauses.stretch import Stretch
from data.events.cues import Cues
from data.events.hints import SOURCE
from data.events.words import lowered

# A verb that goes on behind a clause in between may be the last word ("died.").
_VERB = 4
_SUBJECT = re.compile(r"[^,]{2,80},?\s?\Z")


class Segment(NamedTuple):
    """A piece of a sentence between two borders."""

    start: int
    end: int
    tie: Tie


def segments(stretch: Stretch, found: Sequence[Dating]) -> list[Segment]:
    """The pieces of a sentence that gives dates, in order, covering it."""
    text, start, end, cues = stretch.text, stretch.start, stretch.end, stretch.cues
    piece = stretch.words
    cuts = _borders(stretch, found)
    described = cues.described.match(piece)
    if described is not None and cues.finite.search(described["subject"].lower()) is None:
        cuts.append((start + described.start("clause"), "confined"))
    if stretch.hints & SOURCE:
        cuts += of_sayings(stretch, found)
    cuts += of_circumstances(stretch, found)
    cuts += of_what_is_done_besides(stretch, found)
    cuts += of_lists(stretch, found)
    cuts += of_objects(stretch, found)
    cuts += of_main_verbs(stretch, found)
    cuts += of_joined_clauses(stretch, found)
    cuts += of_clauses_of_now(stretch, found)
    if (head := place_line(text, start, end)) is not None:
        cuts = [cut for cut in cuts if cut[0] > head.end]
    within = inside_occasions(stretch, found, cuts)
    cuts = [cut for cut in cuts if cut not in within]
    cuts += of_pairs(stretch, found, cuts)
    if (length := cues.fronted_length.match(piece)) is not None:
        cuts = [cut for cut in cuts if cut[0] != start + length.end()]
    covered = [(dating.start_char, dating.end_char) for dating in found]
    # A date may begin what stands beside the rest; "since 2019" is no clause.
    between = min((cut for cut, tie in cuts if tie == "confined"), default=end)
    said = {cut for cut, tie in cuts if tie == "saying" and between < cut}
    cuts = sorted(
        (cut, tie)
        for cut, tie in cuts
        # "Two died in the flood | that came in May, | the police said": no other date of the same.
        if tie != "listed" or cut not in said
        if start < cut < end and not any(a + (tie == "strong") <= cut < b for a, b in covered)
    )
    pieces: list[Segment] = []
    at, tie = start, "confined" if length is not None else _first_tie(stretch, found)
    for cut, next_tie in cuts:
        if cut > at:
            pieces.append(Segment(at, cut, tie))
            at, tie = cut, next_tie
    pieces.append(Segment(at, end, tie))
    return pieces


def _borders(stretch: Stretch, found: Sequence[Dating]) -> list[Border]:
    """Where a clause begins by the word that ties it to what is before it, or by a mark like a semicolon."""
    text, start, end, cues = stretch.text, stretch.start, stretch.end, stretch.cues
    cuts: list[Border] = []
    for match in cues.boundary.finditer(lowered(stretch.words)):
        if match.lastgroup == "strong":
            cuts.append((start + match.end(), "strong"))
            continue
        at = start + match.start() + len(match.group()) - len(match.group().lstrip(", "))
        if match["verb"] and cuts and _goes_on_inside(cuts[-1], at, text, found, cues):
            continue
        confined = match["confined"]
        if (match["shared"] or confined) in cues.words["behind_comma"] and not match["comma"]:
            continue
        if match["shared"] and text[start:at].rstrip().rpartition(" ")[2].lower() in cues.words["binds_as"]:
            continue
        if not confined:
            tie: Tie = "shared" if match["shared"] else "strong"
            if match["shared"] in cues.words["reasons"] and _had_been(text, at, end, cues):
                tie = "confined"
            if match["shared"] in cues.words["accompanying"] and _follows_dated(cuts, at, text, found):
                tie = "resumed"
            cuts.append((at, tie))
        elif not (
            _is_mere_date(confined, at, found, text, cues)
            or _is_aside(confined, at, found, text, cues)
            or (confined in cues.words["clause_openers"] and _is_before_saying(at, found, text, cues))
        ):
            cuts.append(_confined(at, stretch))
    return cuts


def _had_been(text: str, at: int, end: int, cues: Cues) -> bool:
    """Whether the first verb behind a place is a past perfect."""
    verb = cues.finite.search(text[at:end].lower())
    return verb is not None and verb.group() in cues.words["had_been"]


def _follows_dated(cuts: Sequence[Border], at: int, text: str, found: Sequence[Dating]) -> bool:
    """Whether a comma closes a clause with its own date ("since the fire of 1990, | with Berg cheering")."""
    if not cuts or cuts[-1][1] != "confined" or text[at - 2] != ",":
        return False
    inside = [dating for dating in found if cuts[-1][0] <= dating.start_char]
    return len(inside) == 1 and inside[0].end_char == at - 2


def _confined(at: int, stretch: Stretch) -> Border:
    """The border of a clause whose date is its own, unless what is before it happened at once with it."""
    text, start, end, cues = stretch.text, stretch.start, stretch.end, stretch.cues
    at_once = cues.at_once.search(text, start, at)
    if at_once is None:
        return at, "confined"
    # "He landed hours after the town was struck": of one day, and two things to tell.
    enough = text.count(" ", at, end) >= ENOUGH_WORDS
    if at_once.start() > start and enough and cues.finite.search(text[at:end].lower()) is not None:
        return at_once.start(), "at once"
    return at, "shared"


def _first_tie(stretch: Stretch, found: Sequence[Dating]) -> Tie:
    """Whether a sentence begins with its main clause, or with one whose date is its own."""
    piece, cues = stretch.words, stretch.cues
    fronted = cues.fronted_clause.match(piece)
    if fronted is not None and not _is_mere_date(fronted[1], stretch.start, found, stretch.text, cues):
        return "confined" if fronted["always"] or not found or found[0].precision != "day" else "main"
    # "Born in Oslo in 1961, she studied law"
    born = found and cues.participle_head.match(piece[:1].lower() + piece[1:40]) is not None
    return "confined" if born else "main"


def _goes_on_inside(cut: Border, at: int, text: str, found: Sequence[Dating], cues: Cues) -> bool:
    """Whether a second verb is of the clause that ``cut`` begins ("when they accused him and sought him")."""
    begin, tie = cut
    return (
        tie in ("confined", "shared")
        and "," not in text[begin:at]
        and cues.finite_word.search(text, begin, at) is not None
        and not any(dating.start_char > at for dating in found)
    )


def _is_mere_date(cue: str, at: int, found: Sequence[Dating], text: str, cues: Cues) -> bool:
    """Whether "since" or "after" belongs to the date itself ("since 2019") rather than to a clause."""
    lower, words = cue.lower(), cues.words
    if lower not in words["date_prepositions"] and lower not in words["fronted_unless_a_day"]:
        return False
    behind = at + len(cue)
    return any(
        not dating.attributive
        and 0 <= dating.start_char - behind <= 5
        and text[behind : dating.start_char].strip() in {"", *words["between_since_and_date"]}
        for dating in found
    )


def _is_before_saying(at: int, found: Sequence[Dating], text: str, cues: Cues) -> bool:
    """Whether the next date is that of who says it all ("hurt after a fall, the union said on Monday")."""
    later = next((dating for dating in found if dating.start_char > at), None)
    comma = -1 if later is None else text.rfind(", ", at, later.start_char)
    if later is None or comma < 0:
        return False
    said = cues.saying.search(text, comma, later.start_char)
    return said is not None and text[said.end() : later.start_char].strip() in (
        "",
        *cues.words["date_prepositions"],
    )


def _is_aside(cue: str, at: int, found: Sequence[Dating], text: str, cues: Cues) -> bool:
    """Whether a phrase between commas has no verb and no date ("in 2021, before the war, to 9 in 2023")."""
    comma = text.find(", ", at)
    later = [dating for dating in found if dating.start_char > at]
    if comma < 0 or not later or later[0].start_char < comma:
        return False
    if cue.lower().rpartition(" ")[2] in cues.words["relatives"]:
        # "the driver, who had been drinking, hit a tree on Saturday"
        return cues.resumption.match(text, comma) is not None
    return cues.finite.search(text[at:comma].lower()) is None and cues.figure.match(text, comma) is not None


def resumed(pieces: Sequence[Segment], stretch: Stretch, found: Sequence[Dating]) -> list[Segment]:
    """Part what goes on behind a clause in between; that clause keeps the subject it stands behind."""
    text, cues = stretch.text, stretch.cues
    result: list[Segment] = []
    between: int | None = None
    for segment in pieces:
        inside = [dating for dating in found if segment.start <= dating.start_char < segment.end]
        cut = None
        if between is not None and _resumes(segment, text, cues):
            cut = segment.start
        elif between is not None and _is_inside(segment, text, cues):
            cut = _resumption(segment, inside[0].end_char if inside else None, result[:between], text, cues)
        elif segment.tie == "confined":
            between = len(result)
            if inside:
                cut = _resumption(segment, inside[0].end_char, result, text, cues)
        else:
            between = None
        if cut is None or between is None:
            result.append(segment)
            continue
        if segment.start < cut:
            result.append(segment._replace(end=cut))
        if between == 1 and result[0].tie == "main" and _is_subject(text, result[0], found, cues):
            result[:2] = [Segment(result[0].start, result[1].end, "confined")]
        result.append(Segment(cut, segment.end, "resumed"))
        between = None
    return result


def _resumes(segment: Segment, text: str, cues: Cues) -> bool:
    """Whether a piece begins with the verb that goes on ("whose pay was cut in May, | promised to ...")."""
    return segment.tie == "listed" and cues.resumption.match(text, segment.start - 2) is not None


def _is_inside(segment: Segment, text: str, cues: Cues) -> bool:
    """Whether a piece may be a part of the clause in between that is before it, and hold its end."""
    if segment.tie in ("shared", "at once") or cues.goes_on.match(text, segment.start) is not None:
        return True
    return segment.tie in ("confined", "listed") and text[segment.start - 2] != ","


def _resumption(
    segment: Segment, at: int | None, before: Sequence[Segment], text: str, cues: Cues
) -> int | None:
    """Where the main clause goes on in a piece, looked for from ``at`` or its beginning; None if nowhere."""
    told = any(
        tells(text, one.start, one.end, cues)
        for one in before
        if cues.subordinator.match(text, one.start) is None
    )
    pattern = cues.resumption if told else cues.main_begins
    match = pattern.search(text, segment.start if at is None else at, segment.end)
    if match is None:
        return None
    # "Who was elected in May, | died."
    shortest = _VERB if cues.resumption.match(text, match.start()) is not None else SHORTEST
    return match.end() if match.end() + shortest < segment.end else None


def _is_subject(text: str, segment: Segment, found: Sequence[Dating], cues: Cues) -> bool:
    """Whether a piece holds no verb and no date: the subject of the verb behind the clause in between."""
    piece = text[segment.start : segment.end]
    if any(segment.start <= dating.start_char < segment.end for dating in found):
        return False
    return _SUBJECT.match(piece) is not None and not tells(text, segment.start, segment.end, cues)


def tells(text: str, start: int, end: int, cues: Cues) -> bool:
    """Whether a piece holds a verb of its own, or names a source ("according to the ministry")."""
    words = text[start:end]
    lower = words.lower()
    return (
        cues.finite.search(lower) is not None
        or cues.finite_word.search(lower) is not None
        or cues.source.match(lower) is not None
        or cues.name_and_verb.search(words) is not None
    )
