"""What the words around an expression say about its tense: future, past, or nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from data.dating.wording import hearsay
from data.dating.wording.clauses import REACH, WORD, joins_clause
from data.dating.wording.words_around import words_before, words_behind

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from data.dating.wording.cues import Cues, Tense

# A cue so many words before an expression is of the same clause, and so is one after an expression that opens
# its sentence.
_CLOSE = 4
# What is called stands at most so many words before what opens it.
_CALLED = 8
_OWNING = ("'s ", "’s ")
# A noun that an expression owns stands at most so many words behind it, the "s" counted.
_KIND = 4
# So few words before an expression open a sentence ("On Monday that will change").
_OPENING = 2


class Told(NamedTuple):
    """A tense, the word that tells it, and whether that word surely belongs to the expression."""

    tense: Tense
    word: str
    sure: bool


def tense_at(
    text: str, start: int, end: int, sentence: tuple[int, int], cues: Cues,
    attributions: re.Pattern[str] | None = None, *, ahead: bool = False,
) -> Told | None:  # fmt: skip
    """The tense at an expression and the word that shows it; None if no word does.

    An auxiliary directly after the expression decides; else the nearest cue before it in its sentence, else
    the nearest after it; the other way round if asked to look ahead, or in a language whose verb comes last.
    Who says it is passed over ("by spring, he said, it will").
    """
    first, last = max(sentence[0], start - REACH), min(sentence[1], end + REACH)
    before, hedged = words_before(text, first, start, attributions, cues)
    if hedged and before and before[-1] in cues.future.limits:
        # What lasts "until at least Monday" has no end yet.
        return Told("future", before[-1], sure=True)
    if cues.ends_with_saying(before):
        # "Asked them to stay in a statement on Friday": they were asked on Friday.
        before = [word for word in before if word != cues.infinitive.word]
    after = words_behind(text, end, last, attributions, cues)
    if after and after[0] in cues.clauses and len(before) > _OPENING:
        # "An announcement in July that jobs would go": what it said has a time of its own.
        after = []
    follows = bool(after) and text.startswith(f" {after[0]} ", end)
    if (said := hearsay.said_to_have_been(before, after, cues)) is not None:
        return Told("past", said, sure=True)
    told = _told_behind(text, end, before, after, cues) or _told_before(before, after, cues)
    if told is None and follows:
        told = _told_by_second_verb(before, after, cues)
    if told is not None:
        return told
    if joins_clause(text, start, sentence[0], cues):
        return _first(after, cues) or _last(before, cues)
    if clause := _place_behind(before, cues.clauses):
        # "She announced on Wednesday that on Friday she will resign": the clause's own verb comes first.
        return _last(before[clause:], cues) or _first(after, cues) or _last(before, cues)
    if follows and (told := _told_by_next_word(before, after, cues)) is not None:
        return told
    if cues.verb_last or ahead:
        return _looking_ahead(text, end, before, after, cues)
    return _looking_back(text, first, start, before, after, cues) or _alone(before, cues)


def _alone(before: Sequence[str], cues: Cues) -> Told | None:
    """What no verb tells: "we do not see buyers before the autumn"."""
    near = [word for word in before[-2:] if word not in cues.future.before_nouns]
    if near and near[-1] in cues.future.alone and not cues.future.negations.isdisjoint(before):
        return Told("future", near[-1], sure=False)
    return None


def _told_behind(
    text: str, end: int, before: Sequence[str], after: Sequence[str], cues: Cues
) -> Told | None:  # fmt: skip
    """What a noun directly behind an expression tells ("Friday's close", "an August fire")."""
    owned = _owned(text, end, after, cues)
    if owned is not None:
        return Told("past", owned, sure=True)
    if not after or not text.startswith(f" {after[0]}", end):
        return None
    if (contract := _names_contract(text, end, before, after, cues)) is not None:
        return Told("future", contract, sure=True)
    if after[0] in cues.past.behind or after[0] in cues.past.events:
        return Told("past", after[0], sure=True)
    if _tells_event_of_a_kind(text, end, after, cues):
        return Told("past", after[1], sure=True)
    return None


def _owned(text: str, end: int, after: Sequence[str], cues: Cues) -> str | None:
    """The noun of the past that an expression owns, or an event behind its kind ("Friday's deadly blast")."""
    if not text.startswith(_OWNING, end):
        return None
    for place in range(1, min(len(after), _KIND)):
        known = cues.past.events if place > 1 else cues.past.events | cues.past.owned
        row = " ".join(after[1 : place + 1])
        if after[place] in known and text.startswith((f"'s {row}", f"’s {row}"), end):
            return after[place]
    return None


def _told_before(before: Sequence[str], after: Sequence[str], cues: Cues) -> Told | None:
    """What the words directly before an expression tell ("the fire in August")."""
    if not before:
        return None
    limited = before[-1] in cues.future.limits
    happened = len(before) > 1 and before[-2] in cues.past.events and before[-3:-2] != [cues.infinitive.word]
    if happened and not limited:
        return Told("past", before[-2], sure=True)
    limited = limited or before[-1].casefold() in cues.future.limits
    if limited and not cues.future.delaying.isdisjoint(after[:_CLOSE]):
        # "Wurde bis Donnerstag verschoben".
        return Told("future", before[-1], sure=True)
    if limited and cues.past.done.intersection(after[:1]) and cues.future.limits.isdisjoint(before[-2:-1]):
        told = _last(before[:-1], cues)
        if told is None or told.tense == "past":
            # "Das Werk hat zum 1. Juli geschlossen".
            return Told("past", after[0], sure=False)
    if cues.future.undone.isdisjoint(before) and (set_for := _set_ahead(before, after, cues)):
        return Told("future", set_for, sure=True)
    return None


def _is_bound(before: Sequence[str], cues: Cues) -> bool:
    """Whether the word before an expression tells by itself on which side of it something was."""
    nearest = before[-1].casefold() if before else ""
    return nearest in cues.past.directly or nearest in cues.future.limits


def _told_by_second_verb(before: Sequence[str], after: Sequence[str], cues: Cues) -> Told | None:
    """What the verb directly behind an expression tells, where a verb is second ("Am Montag wird")."""
    if not cues.verb_second or _is_bound(before, cues):
        return None
    tense = cues.tense(after, 0)
    return None if tense is None else Told(tense, after[0], sure=True)


def _told_by_next_word(before: Sequence[str], after: Sequence[str], cues: Cues) -> Told | None:
    """What the word directly behind an expression tells as the verb of the expression's own clause."""
    place = _place_behind(before, cues.circumstances)
    if 1 < place < len(before) and _last(before[place:], cues) is None:
        # "It was due after tests in May had failed": the verb of its own clause tells.
        tense = cues.tense(after, 0)
        if tense is not None:
            return Told(tense, after[0], sure=True)
    if len(before) < _OPENING and after[0] in cues.future.directly:
        # "Friday is a holiday".
        return Told("future", after[0], sure=True)
    if after[0] in cues.future.directly and cues.tense(after, 0) == "future":
        # "Game time Tuesday is 7:05 p.m."
        return Told("future", after[0], sure=True)
    if after[0] in cues.auxiliaries:
        found = _first(after, cues)
        if found is not None and found.word == after[0]:
            return found
    return None


def _looking_ahead(
    text: str, end: int, before: Sequence[str], after: Sequence[str], cues: Cues
) -> Told | None:  # fmt: skip
    """What the next cue behind an expression tells unless the verb before is surer, else what is before."""
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


def _looking_back(
    text: str, first: int, start: int, before: Sequence[str], after: Sequence[str], cues: Cues
) -> Told | None:
    """What the nearest cue before an expression tells, else the next one behind it."""
    nearest = before[-1].casefold() if before else ""
    if len(before) == 1 and nearest in cues.future.limits:
        return _first(after, cues) or _last(before, cues)
    if nearest in cues.past.since_or_from and _opens_clause(text, first, start):
        # "Desde el 1 de enero subirán las pensiones": the verb close behind tells which it is.
        return _first(after[:_CLOSE], cues) or _last(before, cues)
    return _last(before, cues) or _first(after, cues)


def _place_behind(words: Sequence[str], marks: Container[str]) -> int:
    """The place behind the last of some words that is a mark; 0 if none is."""
    return next((place for place in range(len(words), 0, -1) if words[place - 1] in marks), 0)


def _set_ahead(before: Sequence[str], after: Sequence[str], cues: Cues) -> str | None:
    """The verb that sets a day ahead: "declared Monday a day of prayer", "threatened strikes from Monday"."""
    if before[-1] in cues.future.declaring and not cues.future.declared.isdisjoint(after[:_CLOSE]):
        return before[-1]
    if before[-1] not in cues.future.starting:
        return None
    return next((word for word in before[-_CALLED:] if word in cues.future.calling), None)


def _opens_clause(text: str, first: int, start: int) -> bool:
    """Whether an offset opens its sentence, which begins at another, or a clause behind a comma."""
    return len(WORD.findall(text, max(first, text.rfind(",", first, start) + 1), start)) <= _OPENING


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
