"""Where, between two dates of a sentence, the words of the one end and those of the other begin."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from data.events.clauses.dating import Dating
from data.events.clauses.planned_days import came_about
from data.events.clauses.stretch import Stretch
from data.events.cues import Cues

Tie = Literal["main", "strong", "shared", "at once", "confined", "resumed", "told", "saying", "listed"]
"""How a piece of a sentence hangs on what is before it.

"strong" stands beside it, "shared" has its date too, "at once" that too and tells a thing of its own, a
"confined" one does not share its date and a "resumed" one goes on behind such; "told" is what somebody said
and "saying" who said it; "listed" is another date of the same.
"""
Border = tuple[int, Tie]
"""Where a piece of a sentence begins, and how it hangs on the one before."""
# A shorter piece is no clause of its own, in characters.
SHORTEST = 12
# With fewer words (one more than blanks) a clause only leads to the dated one, or is told by the way.
ENOUGH_WORDS = 10


def of_circumstances(stretch: Stretch, found: Sequence[Dating]) -> list[Border]:
    """Where the main clause begins behind one of its day ("As she left on Monday, | they voted")."""
    text, start, end, cues = stretch.text, stretch.start, stretch.end, stretch.cues
    opening = cues.circumstance.match(text, start, end)
    if opening is None or not found:
        return []
    main = cues.main_begins.search(text, found[0].end_char, end)
    if main is None or text.count(" ", main.end(), end) < ENOUGH_WORDS:
        return []
    own = cues.finite.search(text[opening.end() : found[0].start_char].lower())
    goes_on = cues.finite.search(text[main.end() : end].lower())
    inside = text[found[0].end_char : main.start()].strip()
    return [(main.end(), "at once")] if own and goes_on and not inside else []


def of_what_is_done_besides(stretch: Stretch, found: Sequence[Dating]) -> list[Border]:
    """Where what was done by the way begins behind what is so now ("it has a port, | opening it in 2017")."""
    text, start, cues, focus = stretch.text, stretch.start, stretch.cues, stretch.focus
    if not found or found[0].end is None:
        return []
    if focus.start is not None and found[0].end >= focus.start:
        return []
    besides = list(cues.by_the_way.finditer(text, start, found[0].start_char))
    if not besides:
        return []
    verb = cues.finite.search(text[start : besides[-1].start()].lower())
    if verb is None or verb.lastgroup != "present" or cues.perfect.match(verb.group()) is not None:
        return []
    # "It will thrive, opening a port in 2017"
    planned = verb.group() in cues.words["helping_verbs"] - cues.words["is_or_was"]
    return [] if planned else [(besides[-1].start("at"), "listed")]


def of_lists(stretch: Stretch, found: Sequence[Dating]) -> list[Border]:
    """Where one of several dated things ends and the next begins ("Oslo in 1952, Bergen in 1955")."""
    text, start, cues = stretch.text, stretch.start, stretch.cues
    cuts: list[Border] = []
    stated = [dating for dating in found if not dating.attributive]
    for one, other in pairwise(stated):
        match = cues.next_listed.match(text, one.end_char, other.start_char)
        if match is None or cues.finite.search(text[start : one.start_char].lower()) is None:
            continue
        behind = cues.finite_word.search(text, match.end(), other.start_char)
        if (
            behind is None
            and match.group().startswith(",")
            and match.group().endswith(" ")
            and len(stated) < 3
            # "One closed in 2002, Berg and Holm in 2005": a second subject stands behind the comma.
            and not text[match.end()].isupper()
        ):
            continue
        if other.start_char - match.end() >= SHORTEST:
            cuts.append((match.end(), "listed"))
    return cuts


def of_joined_clauses(stretch: Stretch, found: Sequence[Dating]) -> list[Border]:
    """Where "and" joins a clause with a date of its own ("they met in May, and in July they parted")."""
    text, start, end, cues = stretch.text, stretch.start, stretch.end, stretch.cues
    prepositions = cues.words["date_prepositions"]
    cuts: list[Border] = []
    for one, other in pairwise(found):
        for joint in cues.joint.finditer(text, one.end_char, other.start_char):
            behind = text[joint.end() : other.start_char].lower()
            if prepositions.issuperset(behind.split()):
                behind = text[other.end_char : end].lower()
            elif not joint["comma"]:
                continue
            before = text[start : joint.start()].lower()
            if cues.finite.search(before) is not None and cues.finite.search(behind) is not None:
                cuts.append((joint.start("at"), "strong"))
    return cuts


def of_clauses_of_now(stretch: Stretch, found: Sequence[Dating]) -> list[Border]:
    """Where "and" joins to what is past how it is now ("it was signed in May, and work has begun")."""
    text, start, end, cues = stretch.text, stretch.start, stretch.end, stretch.cues
    focus = stretch.focus
    cuts: list[Border] = []
    if not found or focus.start is None or any(one.end is None or one.end >= focus.start for one in found):
        return cuts
    for joint in cues.joint.finditer(text, max(start, found[0].start_char), end):
        if found[-1].start_char > joint.end():
            continue
        behind = text[joint.end() : end].lower()
        verb = cues.finite.search(behind)
        before, subject = text[start : joint.start()], "" if verb is None else behind[: verb.start()]
        if verb is None or verb.lastgroup != "present" or "," in subject:
            continue
        # "And" may join two in a clause about a noun, or two of whom something is said.
        within = not cues.words["relatives"].isdisjoint(subject.split()) or cues.saying.search(before)
        if not within and cues.finite.search(before.lower()) is not None:
            cuts.append((joint.start("at"), "strong"))
    return cuts


def of_objects(stretch: Stretch, found: Sequence[Dating]) -> list[Border]:
    """Where a clause begins that tells which thing is meant ("took up the plan | that Berg wrote in May")."""
    if not found:
        return []
    text, start, cues = stretch.text, stretch.start, stretch.cues
    first = found[0].start_char
    for match in cues.restricted.finditer(text, start, first):
        before, behind = text[start : match.start()], text[match.end("at") : first]
        if (
            cues.finite.search(before.lower()) is None
            or cues.saying.search(text, start, match.end()) is not None
        ):
            continue
        if cues.finite.search(behind.lower()) is not None:
            return [(match.start("at"), "confined")]
    return _of_contact_clauses(stretch, first)


def _of_contact_clauses(stretch: Stretch, first: int) -> list[Border]:
    """Where somebody named before has what he did to a thing ("repaid the loan | it got in 1979").

    ``first`` is where the first date stands.
    """
    text, start, cues = stretch.text, stretch.start, stretch.cues
    for match in cues.contact_clause.finditer(text, start, first):
        before, between = text[start : match.start()], text[match.end() : first]
        told = cues.saying.search(text, start, match.end()) is not None or "," in between
        if told or cues.finite_word.search(between) is not None:
            continue
        if cues.finite.search(before.lower()) is not None:
            return [(match.start("at"), "confined")]
    return []


def of_main_verbs(stretch: Stretch, found: Sequence[Dating]) -> list[Border]:
    """Where a verb goes on behind a date of its subject ("The sanctions imposed in 1990 | were lifted")."""
    text, start, end, cues = stretch.text, stretch.start, stretch.end, stretch.cues
    cuts: list[Border] = []
    for dating in found:
        at = dating.end_char + 1
        verb = cues.finite_word.match(text, at, end) if text.startswith(" ", dating.end_char) else None
        if verb is None or at - start < SHORTEST or end - at < SHORTEST:
            continue
        if not _tells_of_its_noun(cues.clause_mark.split(text[start : dating.start_char])[-1], cues):
            continue
        behind = text[verb.end() : end].partition(",")[0]
        if not cues.words["relative_links"].isdisjoint(behind.split()[:1]):
            # "Figures released on Tuesday showed | that sales fell in May"
            continue
        if cues.participle_head.match(verb.group() + behind) and cues.finite_word.search(behind):
            # "A law passed in 1990 aimed at banks was struck down"
            continue
        if dating is found[-1] and came_about(text, start, end, dating, cues) is not None:
            # "The debate planned for Thursday did not take place"
            continue
        cuts.append((at, "resumed"))
    return cuts


def _tells_of_its_noun(subject: str, cues: Cues) -> bool:
    """Whether a noun has a verb of its own behind it ("a ship that sank", "a ship lost"), not before it."""
    verb = cues.finite_word.search(subject)
    if verb is None or cues.saying.search(subject) is not None:
        return False
    if not cues.words["relative_links"].isdisjoint(subject[verb.end() :].split()[:1]):
        # "Divers found that plates fitted in 1990 | had come loose": it begins what they found.
        return False
    words = subject[: verb.start()].lower().split()
    if not cues.words["relatives"].isdisjoint(words):
        return True
    if not words or cues.participle_head.match(verb.group()) is None:
        return False
    return cues.attributive.search(f"{words[-1]} ") is None and not words[-1].endswith("ly")


def belongs_before(text: str, start: int, at: int, cues: Cues) -> bool:
    """Whether what begins at a place belongs to the word before it ("was | signed", "the | postponed")."""
    return (
        cues.unparted.search(text, start, at) is not None
        or cues.attributive.search(text, start, at) is not None
    )


def begin_of_told(text: str, start: int, at: int, cues: Cues) -> int:
    """Where what is told begins that goes on at a place ("ruled | that the ship should leave")."""
    verb = text[at:].partition(" ")[0]
    words = text[start:at].lower()
    # "Papers show | that the board warned him": a verb of saying is told with what is said.
    shown = cues.finite_word.fullmatch(verb) is not None and cues.saying.search(words) is None
    if verb not in cues.words["modals"] and not shown:
        return at
    for link in cues.words["relative_links"]:
        before, found, subject = f" {words}".rpartition(f" {link} ")
        verb_before = cues.finite.search(before.rpartition(" ")[2]) is not None
        told = not shown or (verb_before and subject.strip())
        if found and told and cues.finite.search(subject) is None:
            return start + len(before)
    return at
