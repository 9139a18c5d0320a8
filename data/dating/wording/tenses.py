"""What the words around an expression say about its tense: future, past, or nothing."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from data.letters import LETTERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.dating.wording.cues import Cues, Tense

_WORD = re.compile(rf"{LETTERS}|\d+")
_REACH = 160
# A cue so many words before an expression is of the same clause, and so is one after an expression that opens
# its sentence.
_CLOSE = 4
# An adverb of habit stands at most so many words before what comes back.
_HABIT = 8

# What is called stands at most so many words before what opens it.
_CALLED = 8
# So few words before an expression open a sentence ("On Monday that will change").
_OPENING = 2

Clause = Literal["bound", "loose"]


class Told(NamedTuple):
    """A tense, the word that tells it, and whether that word surely belongs to the expression."""

    tense: Tense
    word: str
    sure: bool


def joins_clause(text: str, start: int, sentence: int, cues: Cues) -> bool:
    """Whether an offset begins a clause of its own, in a sentence that starts at another (", and in May")."""
    return bool(cues.joining) and text.endswith(cues.joining, sentence, start)


def clause_start(marks: str, text: str, start: int, sentence: int) -> int:
    """Where the clause of an offset begins: behind the nearest of some marks of its sentence."""
    # A sentence may be as long as a book: it is not searched to its beginning for each of its expressions.
    first = max(sentence, start - _REACH)
    return max(first, *(text.rfind(mark, first, start) + 1 for mark in marks))


def relative_clause(
    text: str, start: int, sentence: int, cues: Cues, sayings: re.Pattern[str] | None
) -> Clause | None:
    """The kind of clause about a noun that an offset lies in, whose sentence begins at another; None outside.

    "Strikes that began Friday" is bound to its noun; "Lee, who fell Friday" goes on with a story after a
    comma; "said that on Friday" is about no noun.
    """
    if not cues.relatives:
        return None
    first = clause_start(",;", text, start, sentence)
    words = _WORD.findall(text, first, start)
    opening = next((at for at in range(len(words) - 1, -1, -1) if words[at] in cues.relatives), None)
    if opening is None:
        return None
    if opening == 0:
        return "loose"
    said = sayings is not None and sayings.fullmatch(words[opening - 1]) is not None
    return None if said and words[opening] in cues.clauses else "bound"


def compares(text: str, start: int, sentence: int, cues: Cues) -> bool:
    """Whether a clause only compares with what is at an offset: "compared with 7.94% Monday"."""
    if not cues.past.comparing:
        return False
    first = clause_start(",", text, start, sentence)
    clause = text[first:start]
    return any(pair in clause for pair in cues.past.comparing)


def is_habitual(text: str, start: int, sentence: int, cues: Cues) -> bool:
    """Whether what is at an offset, in a sentence that begins at another, comes back: "usually in June"."""
    if not cues.habits:
        return False
    first = clause_start(",;:", text, start, sentence)
    return not cues.habits.isdisjoint(_WORD.findall(text, first, start)[-_HABIT:])


def tense_at(
    text: str, start: int, end: int, sentence: tuple[int, int], cues: Cues,
    attributions: re.Pattern[str] | None = None, *, ahead: bool = False,
) -> Told | None:  # fmt: skip
    """The tense at an expression and the word that shows it; None if no word does.

    An auxiliary directly after the expression decides; else the nearest cue before it in its sentence, else
    the nearest after it; the other way round if asked to look ahead, or in a language whose verb comes last.
    Who says it is passed over ("by spring, he said, it will").
    """
    first, last = max(sentence[0], start - _REACH), min(sentence[1], end + _REACH)
    # What stands behind a semicolon is a sentence of its own.
    before = _words(text, text.rfind(";", first, start) + 1 or first, start, attributions)
    while before and before[-1] in cues.articles:
        before.pop()
    if " ".join(before[-2:]) in cues.hedges:
        del before[-2:]
        if before and before[-1] in cues.future.limits:
            # What lasts "until at least Monday" has no end yet.
            return Told("future", before[-1], sure=True)
    if cues.ends_with_saying(before):
        # "Asked them to stay in a statement on Friday": they were asked on Friday.
        before = [word for word in before if word != cues.infinitive.word]
    until = last if (stop := text.find(";", end, last)) < 0 else stop
    after = _words(text, end, until, attributions, _asides(cues.relatives - cues.clauses))
    if after and after[0] in cues.clauses and len(before) > _OPENING:
        # "An announcement in July that jobs would go": what it said has a time of its own.
        after = []
    owned = after[1] if len(after) > 1 else ""
    if owned in cues.past.owned and text.startswith((f"'s {owned}", f"’s {owned}"), end):
        return Told("past", owned, sure=True)
    if after and text.startswith(f" {after[0]}", end):
        if (contract := _names_contract(text, end, before, after, cues)) is not None:
            return Told("future", contract, sure=True)
        if after[0] in cues.past.behind or after[0] in cues.past.events:
            return Told("past", after[0], sure=True)
        if _tells_event_of_a_kind(text, end, after, cues):
            return Told("past", after[1], sure=True)
    happened = len(before) > 1 and before[-2] in cues.past.events and before[-3:-2] != [cues.infinitive.word]
    if happened and before[-1] not in cues.future.limits:
        return Told("past", before[-2], sure=True)
    bound = before and before[-1].casefold() in cues.past.directly | cues.future.limits
    limited = before and before[-1].casefold() in cues.future.limits
    if limited and not cues.future.delaying.isdisjoint(after[:_CLOSE]):
        # "Wurde bis Donnerstag verschoben".
        return Told("future", before[-1], sure=True)
    if before and cues.future.undone.isdisjoint(before) and (set_for := _set_ahead(before, after, cues)):
        return Told("future", set_for, sure=True)
    if cues.verb_second and not bound and after and text.startswith(f" {after[0]} ", end):
        tense = cues.tense(after, 0)
        if tense is not None:
            return Told(tense, after[0], sure=True)
    if joins_clause(text, start, sentence[0], cues):
        return _first(after, cues) or _last(before, cues)
    clause = next((place for place in range(len(before), 0, -1) if before[place - 1] in cues.clauses), 0)
    if clause:
        # "She announced on Wednesday that on Friday she will resign": the clause's own verb comes first.
        found = _last(before[clause:], cues) or _first(after, cues)
        return found or _last(before, cues)
    behind = next(
        (place for place in range(len(before), 0, -1) if before[place - 1] in cues.circumstances), 0
    )
    if 1 < behind < len(before) and after and _last(before[behind:], cues) is None:
        # "It was due after tests in May had failed": the verb of its own clause tells.
        tense = cues.tense(after, 0)
        if tense is not None and text.startswith(f" {after[0]} ", end):
            return Told(tense, after[0], sure=True)
    if (
        len(before) < 2
        and after
        and after[0] in cues.future.directly
        and text.startswith(f" {after[0]} ", end)
    ):
        # "Friday is a holiday".
        return Told("future", after[0], sure=True)
    if after and after[0] in cues.auxiliaries and text.startswith(f" {after[0]} ", end):
        found = _first(after, cues)
        if found is not None and found.word == after[0]:
            return found
    if cues.verb_last or ahead:
        found = _first(after, cues)
        if found is not None and not cues.verb_last and found.word in cues.future.modals:
            # "It burned on Monday, when nobody would open": what would be is told as the verb before it is.
            return _last(before, cues) or found
        if found is not None and found.tense == "future" and text.startswith(cues.telling, end):
            # "It began on Monday, when a deadline passed": a noun looks ahead there, and no verb.
            told = _last(before, cues)
            passed = "past" in [cues.tense(after, place) for place in range(len(after))]
            if passed and told is not None and told.tense == "past" and told.sure:
                return told
        return found or _last(before, cues)
    if len(before) == 1 and before[0].casefold() in cues.future.limits:
        return _first(after, cues) or _last(before, cues)
    if before and before[-1].casefold() in cues.past.since_or_from and _opens_clause(text, first, start):
        # "Desde el 1 de enero subirán las pensiones": the verb close behind tells which it is.
        return _first(after[:_CLOSE], cues) or _last(before, cues)
    return _last(before, cues) or _first(after, cues)


def _set_ahead(before: Sequence[str], after: Sequence[str], cues: Cues) -> str | None:
    """The verb that sets a day ahead: "declared Monday a day of prayer", "threatened strikes from Monday"."""
    if before[-1] in cues.future.declaring and not cues.future.declared.isdisjoint(after[:_CLOSE]):
        return before[-1]
    if before[-1] not in cues.future.starting:
        return None
    return next((word for word in before[-_CALLED:] if word in cues.future.calling), None)


def _opens_clause(text: str, first: int, start: int) -> bool:
    """Whether an offset opens its sentence, which begins at another, or a clause behind a comma."""
    return len(_WORD.findall(text, max(first, text.rfind(",", first, start) + 1), start)) <= _OPENING


def _names_contract(
    text: str, end: int, before: Sequence[str], after: Sequence[str], cues: Cues
) -> str | None:  # fmt: skip
    """The noun behind an expression that looks ahead, maybe behind its kind ("December gold futures")."""
    if after[0] in cues.future.behind:
        return after[0]
    opens = not before or before[-1].casefold() in cues.future.before_nouns
    if opens and after[0] in cues.future.goods:
        return after[0]
    kind = len(after) > 1 and after[1] in cues.future.behind and after[0] not in cues.future.before_nouns
    if not (opens and kind and text.startswith(f" {after[0]} {after[1]}", end)):
        return None
    return after[1] if cues.tense(after, 0) is None else None


def _tells_event_of_a_kind(text: str, end: int, after: Sequence[str], cues: Cues) -> bool:
    """Whether an event stands behind an expression and one word that tells of what kind it is."""
    if len(after) < 2 or after[1] not in cues.past.events or after[0] == cues.infinitive.word:
        return False
    return text.startswith(f" {after[0]} {after[1]}", end) and cues.tense(after, 0) is None


def _words(
    text: str, start: int, end: int, attributions: re.Pattern[str] | None,
    asides: re.Pattern[str] | None = None,
) -> list[str]:  # fmt: skip
    """The words of a range of a text, without those that only tell who says it, and without asides."""
    if "," not in (piece := text[start:end]):
        return _WORD.findall(text, start, end)
    if attributions is not None:
        piece = attributions.sub(",", piece)
    if asides is not None:
        # "On Tuesday the mayor, who took office in May, is to speak".
        piece = asides.sub(",", piece)
    return _WORD.findall(piece)


@cache
def _asides(relatives: frozenset[str]) -> re.Pattern[str] | None:
    """What matches a clause about a noun between commas that one of some words opens; None without words."""
    return re.compile(rf"(?<=.),\s(?:{'|'.join(sorted(relatives))})\s[^,;]+,") if relatives else None


def _last(before: Sequence[str], cues: Cues) -> Told | None:
    for place in range(len(before) - 1, -1, -1):
        if (found := cues.tense(before, place)) is not None:
            return Told(found, before[place], _is_sure(before, place, found, cues))
    return None


def _is_sure(before: Sequence[str], place: int, tense: Tense, cues: Cues) -> bool:
    """Whether a cue before an expression surely belongs to it: it stands close.

    A past perfect looks back from however far ("had held talks on a merger in May"); what "had been set for
    May" may still be to come, and so may the end of a permit "signed and good until July".
    """
    if tense == "past" and before[place] in cues.future.limits:
        return False
    if tense == "future" and before[place] == cues.infinitive.word:
        # What was to be done may have had its day.
        return place > 0 and before[place - 1] not in cues.infinitive.directly_after
    if tense == "past" and before[place] in cues.future.moving and before[-1] in cues.future.targets:
        return False
    if tense == "past" and " ".join(before[place : place + 2]) in cues.past.comparing:
        return True
    perfect = tense == "past" and place > 0 and before[place - 1] in cues.future.undone
    return perfect or len(before) - place <= _CLOSE


def _first(after: Sequence[str], cues: Cues) -> Told | None:
    for place in range(len(after)):
        if (found := cues.tense(after, place)) is not None:
            return Told(found, after[place], sure=True)
    return None
