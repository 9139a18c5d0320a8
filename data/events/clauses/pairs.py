"""Where, between each two dates that follow each other in a sentence, the words of the later one begin."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from data.events.clauses.borders import SHORTEST, Border, begin_of_told, belongs_before
from data.events.clauses.dating import Dating
from data.events.clauses.stretch import Stretch

# How far behind a date the noun stands that it describes.
_BEHIND = 30


def of_pairs(stretch: Stretch, found: Sequence[Dating], cuts: Sequence[Border]) -> list[Border]:
    """Where the words of the later of two dates begin ("praised on Monday | the rescue in 1990")."""
    text, cues = stretch.text, stretch.cues
    parted: list[Border] = []
    for one, other in pairwise(found):
        same = (one.start, one.end) == (other.start, other.end)
        if same or any(one.end_char <= cut <= other.start_char for cut, _ in cuts):
            continue
        # "Berg, who fell in May, was found in June": the clause in between ends at its comma.
        between = any(cut < one.start_char and tie == "confined" for cut, tie in cuts)
        if between and cues.resumption.search(text, one.end_char, other.start_char) is not None:
            continue
        at = _at_what_is_asked(stretch, one, other)
        if at is None and one is found[0]:
            at = _behind_condition(stretch, one, other)
        if at is None and not between:
            at = _where_it_goes_on(stretch, one, other)
        if at is None:
            at = _at_occasion(stretch, one, other)
        if at is not None:
            parted.append((at, "listed"))
    return parted


def _at_what_is_asked(stretch: Stretch, one: Dating, other: Dating) -> int | None:
    """Where, between two dates, begins what somebody asks whether it was so."""
    text, cues = stretch.text, stretch.cues
    asked = [match.start("at") for match in cues.asking_border.finditer(text, one.end_char, other.start_char)]
    tells = asked and cues.finite.search(text[asked[-1] : other.start_char].lower()) is not None
    return asked[-1] if tells else None


def _behind_condition(stretch: Stretch, one: Dating, other: Dating) -> int | None:
    """Where the main clause begins behind a condition that opens the sentence and has the first date."""
    text, cues = stretch.text, stretch.cues
    if cues.fronted_condition.match(text, stretch.start) is None:
        return None
    main = cues.main_begins.search(text, one.end_char, other.start_char)
    if main is None or cues.finite_word.search(text, main.end(), stretch.end) is None:
        return None
    return main.end()


def _where_it_goes_on(stretch: Stretch, one: Dating, other: Dating) -> int | None:
    """Where a second verb of one subject stands ("It rose on Friday, | fell on Monday")."""
    text, cues = stretch.text, stretch.cues
    goes_on = [match.end() for match in cues.resumption.finditer(text, one.end_char, other.start_char)]
    told = goes_on and cues.finite.search(text[stretch.start : one.start_char].lower()) is not None
    return goes_on[-1] if told else None


def _at_occasion(stretch: Stretch, one: Dating, other: Dating) -> int | None:
    """Where the occasion or the noun begins that has the later date, if enough stands on either side."""
    text, start, end, cues = stretch.text, stretch.start, stretch.end, stretch.cues
    follows = one.end is not None and other.start is not None and one.end < other.start
    aims = [cues.aim_border] if follows else []
    borders = (cues.occasion_border, cues.inner_border, cues.by_the_way, *aims)
    places = [
        match.start("at")
        for border in borders
        for match in border.finditer(text, one.end_char, other.start_char)
        if not belongs_before(text, start, match.start("at"), cues)
    ]
    if cues.finite.search(text[start : max(places, default=start)].lower()) is None:
        places = []
    if other.attributive:
        owner = cues.attributive.search(text, one.end_char, other.start_char)
        behind = cues.occasion_noun.search(text, other.end_char, min(end, other.end_char + _BEHIND))
        if owner is not None and behind is not None:
            places.append(owner.start())
    at = begin_of_told(text, start, max(places, default=start), cues)
    return at if at - start >= SHORTEST and end - at >= SHORTEST else None


def inside_occasions(stretch: Stretch, found: Sequence[Dating], cuts: Sequence[Border]) -> list[Border]:
    """The borders that only say who took part in a dated occasion ("his trip | with Berg in May")."""
    text, cues = stretch.text, stretch.cues
    inside: list[Border] = []
    for one, other in pairwise(found):
        shared = [cut for cut in cuts if cut[1] == "shared" and one.end_char < cut[0] < other.start_char]
        occasion = cues.occasion_border.search(text, one.end_char, other.start_char) if shared else None
        if occasion is None:
            continue
        at = occasion.start("at")
        if cues.finite.search(text[at : other.start_char].lower()) is None:
            inside += [cut for cut in shared if at < cut[0]]
    return inside
