"""Who says something: where that parts from what is said, and whether a date is that of the saying."""

from __future__ import annotations

import re
from collections.abc import Sequence

from data import days
from data.events.clauses.borders import SHORTEST, Border
from data.events.clauses.dating import Dating, is_quoted
from data.events.clauses.focus import Focus
from data.events.clauses.stretch import Stretch
from data.events.cues import Cues

#: The words that name a source take so many characters at most.
LONGEST_SOURCE = 60
# What denies a verb stands so close before it, in characters.
_CLOSE = 12
# A date so near behind the reporting verb is that of the saying ("said on Monday that"), in characters.
_BESIDE = 6
_OPENS = re.compile('[“"]|``')


def of_sayings(stretch: Stretch, found: Sequence[Dating]) -> list[Border]:
    """Where what is said parts from who says it, if a date is told in it."""
    text, start, end = stretch.text, stretch.start, stretch.end
    cues, focus = stretch.cues, stretch.focus
    cuts: list[Border] = []
    piece = stretch.words
    head = cues.reporting.search(piece)
    if head is not None and not cues.relative.search(piece, 0, head.start()):
        cut = start + head.end()
        begins = begins_told(head, cues)
        before = text[start : start + head.start()].rstrip().rpartition(" ")[2].lower()
        # "Could be announced as early as Monday"
        is_done = head["verb"] in cues.words["of_things"] and before in cues.words["passive_helpers"]
        for dating in found:
            # "Said its May loss": behind an article alone, a date is of what is said.
            article = dating.attributive and " " not in text[cut : dating.start_char].strip()
            describes = article or text.startswith(("'s", "’s"), dating.end_char)
            # "Said that last year": behind "that" or a quotation mark it is of that too.
            of_told = begins or _OPENS.search(text, cut, dating.start_char) is not None
            beside = 0 <= dating.start_char - cut <= _BESIDE and not (describes or of_told)
            own = beside or _ends_saying(dating, cut, text, cues)
            if own or _is_of_a_thing_told(head["verb"], dating, cut, stretch):
                cut = dating.end_char
        own = any(dating.start_char < cut and not is_quoted(dating, text, start) for dating in found)
        later = [dating for dating in found if dating.start_char >= cut]
        # "Declared a truce five days later"
        of_a_thing = (
            head["verb"] in cues.words["of_things"]
            and bool(later)
            and "," not in text[cut : later[0].start_char]
            and cues.finite.search(text[cut:end].lower()) is None
        )
        planned = any(focus.is_ahead(dating.end) for dating in later)
        hears = head["verb"] in cues.words["tells_hearers"] or head["verb"] in cues.words["warns_hearers"]
        if later and hears and cut == start + head.end():
            # "Learnt of it in May and told the council in June": nothing is said but when it was told.
            of_a_thing |= _is_hearer(text[cut : later[0].start_char], cues)
        told = planned or (own and not of_a_thing)
        if later and told and (begins or not is_done) and cut + SHORTEST < end:
            cuts.append((cut, "told"))
    bare = piece.rstrip(" .,")
    planned = bool(found) and focus.is_ahead(found[-1].start)
    # "We lost May," she said: who tells of a day does not tell it then.
    quoted = bool(found) and is_quoted(found[-1], text, start)
    tail = cues.attribution_tail.search(bare) if planned or quoted or len(found) > 1 else None
    if tail is not None and tail.start() >= SHORTEST:
        at = start + tail.start() + len(tail.group()) - len(tail.group().lstrip(",”\" '"))
        if found[0].end_char <= at and (planned or quoted or at <= found[-1].start_char):
            cuts.append((at, "saying"))
    return cuts


def _is_hearer(words: str, cues: Cues) -> bool:
    """Whether only who was told stands between a reporting verb and a date ("told | the council in")."""
    dated = cues.date_prepositions.search(words.lower())
    hearer = words[: dated.start() if dated is not None else None].strip()
    if hearer and all(word[:1].isupper() for word in hearer.split()):
        return True
    one = hearer.lower()
    return cues.determined.match(f"{one} ") is not None and cues.words["stops"].isdisjoint(one.split()[1:])


def _is_of_a_thing_told(verb: str, dating: Dating, cut: int, stretch: Stretch) -> bool:
    """Whether a day is that on which somebody told a thing ("reported a loss for the quarter on Friday")."""
    cues = stretch.cues
    if verb not in cues.words["of_things"] or dating.precision != "day" or dating.attributive:
        return False
    if stretch.focus.is_ahead(dating.end) or dating.start_char < cut:
        return False
    between = stretch.text[cut : dating.start_char]
    return "," not in between and cues.finite_word.search(between) is None


def _ends_saying(dating: Dating, cut: int, text: str, cues: Cues) -> bool:
    """Whether what is told begins right behind a date ("said at the mill on Monday | that")."""
    if dating.start_char < cut or cues.told_behind.match(text, dating.end_char) is None:
        return False
    # "Declared a dividend, payable May 3 to those who hold shares": its own day stands behind a comma.
    between = text[cut : dating.start_char]
    return "," not in between and cues.finite_word.search(between) is None


def told_from(said: re.Match[str] | None, lower: str, dating: Dating | None, start: int, cues: Cues) -> int:
    """How many characters at a clause's head only name the source; 0 if the date is that of the saying."""
    if said is None or said.start() > LONGEST_SOURCE or dates_the_saying(said, dating, start, cues):
        return 0
    return 0 if cues.modality.search(lower, 0, said.start()) else said.end()


def dates_the_saying(said: re.Match[str] | None, dating: Dating | None, start: int, cues: Cues) -> bool:
    """Whether a date stands beside the reporting verb ("said Monday that", "on Monday told")."""
    if said is None or dating is None:
        return False
    before = start + said.start("verb") - dating.end_char
    after = dating.start_char - (start + said.end())
    return 0 <= before <= 24 or (-12 <= after <= 24 and not (after >= 0 and begins_told(said, cues)))


def is_said_denial(
    said: re.Match[str] | None, dating: Dating | None, start: int, lower: str, cues: Cues
) -> bool:
    """Whether a clause that denies something is dated by the day on which somebody said so.

    It is not if the saying itself is denied ("did not say on Monday"), or only goes on with a denial.
    """
    if said is None or not dates_the_saying(said, dating, start, cues):
        return False
    verb = said.start("verb")
    denied = cues.modality.search(lower, max(0, verb - _CLOSE), said.end("verb"))
    joined = not cues.words["conjunctions"].isdisjoint(lower[:verb].split()[-1:])
    return not joined and (denied is None or denied.lastgroup != "denied")


def tells_another_year(
    said: re.Match[str] | None, dating: Dating | None, start: int, focus: Focus, cues: Cues
) -> bool:
    """Whether somebody tells what was in an earlier year than that of the day the document is about."""
    if said is None or dating is None or dates_the_saying(said, dating, start, cues):
        return False
    if dating.end is None or focus.start is None:
        return False
    return days.civil(dating.end).year < days.civil(focus.start).year


def begins_told(said: re.Match[str], cues: Cues) -> bool:
    """Whether what is told begins behind a reporting verb, with its date ("said that | last year")."""
    return said.group().rpartition(" ")[2] in cues.words["relative_links"]
