"""The part of a range that its date stands in, where the rest would be told in its place.

"Norway hopes so, and the envoy mocked the council on Monday" tells on Monday's line that the envoy mocked the
council; "they discussed the conflict that escalated in 2022" tells of 2022 that the conflict escalated.
"""

from __future__ import annotations

import re

from data.events.clauses.dating import Dating
from data.events.cues import Cues
from data.events.patterns import UPPER
from data.events.titles.fitting.line_subject import subject_of
from data.events.titles.standing_alone.calamities import calamity
from data.events.titles.standing_alone.described_subjects import phrase_before
from data.events.titles.standing_alone.forms import was
from data.events.titles.standing_alone.heads import with_ing
from data.events.titles.standing_alone.relative_nouns import agreeing, asks
from data.events.titles.surroundings import noun_before
from data.events.titles.wording.worded import Telling, worded
from data.events.words import lowered

_ENDS = ' .,;:—–”"\n'
_COMMAS = (",", ";", "–", "—", "”", '"')
# Without one of these no clause begins.
_MARKS = (", ", "; ", " –", " —")
# Where a clause with a subject of its own may begin.
_JOINT = re.compile(r"[,;]\s(?:and|but)\s|;\s|\s[–—]\s")
_ANY_JOINT = re.compile(rf"{_JOINT.pattern}|,\s")
_RELATIVE = re.compile(r"\s(?:that|which|who)\s(?P<told>(?:(?!\s(?:that|which|who)\s)[^,;:])+)$")
_WHEN = re.compile(
    rf"(?:^|[\s,;])(?:be\sit\s)?(?P<who>[{UPPER}][\w’-]+(?:\s[{UPPER}][\w’-]+){{0,2}})\swhen\s(?:it|he|she|they)\s"
    r"(?P<told>(?:was|were|had)\s.+)$"
)
_WHEN_ALONE = re.compile(r"when\s(?:it|he|she|they)\s(?P<told>(?:was|were|had)\s.+)$")
_NAME_BEFORE = re.compile(rf"((?:[{UPPER}][\w’-]+\s){{0,2}}[{UPPER}][\w’-]+),?\s\Z")
_OWNED = re.compile(r"['’]s\s")
_BLANK = re.compile(r"\s")
# An occasion is told with the place behind it.
_TO_NOUN = 40
_PLACE = re.compile(r"\s(?:in|at|on|with|between|of)\s[^,;.–—]{2,50}(?<!\s)")


def dated_part(text: str, telling: Telling, cues: Cues) -> Telling | str | None:
    """A narrower range, or a line made of one; None if the whole range is to be told."""
    if not telling.dates:
        return None
    dates = [date for date in telling.dates if telling.start <= date[0] < telling.end]
    if dates and all(last <= dates[0][1] for _, last in dates):
        # The ends of one range ("between May 2 and May 7")
        del dates[1:]
    if len(dates) != 1:
        return None
    first, last = dates[0]
    before = text[telling.start : first]
    told: Telling | str | None = None
    if " that " in before or " which " in before or " who " in before:
        told = _of_relative(text, telling, first, last, cues)
    if not told and text.startswith(" ", last):
        told = _of_participle(text, telling, first, last, cues)
    if not told:
        told = _before_participle(text, telling, first, last, cues)
    if not told and ("when " in before or "with " in before):
        told = _of_circumstance(text, telling, first, last, cues)
    if not told and ", " in before:
        main = phrase_before(text, telling.start, first, cues)
        told = telling._replace(start=main) if main > 0 else None
    if not told and any(mark in before for mark in _MARKS):
        told = _of_joint(text, telling, first, cues)
    return told or None


def dated_occasion(text: str, telling: Telling, cues: Cues) -> str:
    """The occasion that a range dates ("June’s summit in Oslo", "the June summit"); empty if none."""
    for first, last in telling.dates:
        owned = _OWNED.match(text, last, telling.end) if telling.start <= first else None
        if owned is None and cues.attributive.search(text, max(telling.start, first - _TO_NOUN), first):
            owned = _BLANK.match(text, last, telling.end)
        noun = cues.occasion_noun.search(text, last, min(telling.end, last + _TO_NOUN))
        if owned is None or noun is None or "," in text[owned.end() : noun.start()]:
            continue
        place = _PLACE.match(text, noun.end(), telling.end)
        if place is not None or " " in text[owned.end() : noun.end()]:
            return f"{cues.article.capitalize()}{text[owned.end() : place.end() if place else noun.end()]}"
    return ""


def mentions_occasion(text: str, dating: Dating, end: int, cues: Cues) -> bool:
    """Whether a date is that of an occasion behind it, in a clause on something else ("this week's fair")."""
    if not dating.attributive:
        return False
    span = (dating.start_char, dating.end_char)
    return bool(dated_occasion(text, Telling(span[0], end, [span], (), (), told_by=False), cues))


def _of_relative(text: str, telling: Telling, first: int, last: int, cues: Cues) -> str:
    """What a noun with a clause of its own tells ("... the conflict that erupted in May").

    On a weekday the main clause may have happened.
    """
    if text[last : telling.end].strip(_ENDS):
        return ""
    before = _without_preposition(text[telling.start : first], cues)
    clause = _RELATIVE.search(before)
    if clause is None:
        return ""
    noun = noun_before(before[: clause.start()], cues)
    harmed = cues.finite_word.match(clause["told"])
    disaster = calamity(noun, before[: clause.start()], harmed.group(), cues) if harmed is not None else ""
    if disaster:
        noun = disaster
    elif noun and " " not in noun:
        # "a dispute over pay that has dragged on"
        head, _, link = before[: clause.start()].removesuffix(noun).rstrip().rpartition(" ")
        linked = noun_before(head, cues)
        if linked and link in cues.words["occasion_prepositions"] | cues.words["place_prepositions"]:
            noun = f"{linked} {link} {noun}"
    head, _, link = before[: clause.start()].removesuffix(noun).rstrip().rpartition(" ")
    if link in cues.words["agents"] and (made := noun_before(head, cues)):
        # "a painting by a pupil of Berg that was stolen"
        noun = f"{made} {link} {noun}"
    told = clause["told"].rstrip()
    verb = cues.finite_word.match(told)
    if verb is None or " " not in noun or asks(noun, cues):
        return ""
    noun = agreeing(noun, before[: clause.start()], verb.group(), cues)
    weekday = not cues.words["weekdays"].isdisjoint(text[first:last].split())
    return "" if weekday and " " in told else f"{noun} {told}"


def _of_participle(text: str, telling: Telling, first: int, last: int, cues: Cues) -> str:
    """What is told of a subject beside its verb ("the missiles ordered in 2018 have arrived")."""
    if cues.finite_word.match(text, last + 1) is None:
        return ""
    noun, _, verb = _without_preposition(text[telling.start : first], cues).rstrip().rpartition(" ")
    several = noun.endswith("s") and noun[:1].isupper()
    if cues.participle_head.match(verb) is None or not (several or cues.determined.match(noun)):
        return ""
    whole = " ".join(noun.split())
    if (
        "," in whole
        or whole.rpartition(" ")[2] in cues.words["pronouns_of_clauses"]
        or not cues.words["relatives"].isdisjoint(whole.split())
        or cues.finite_word.search(whole)
    ):
        return ""
    is_planned = cues.planned_before.search(text, telling.start, first) is not None
    if is_planned and cues.held_behind.match(text, last, telling.end):
        # "The debate planned for Thursday did not take place"
        return f"{whole} {text[last + 1 : telling.end]}"
    if verb in cues.words["done_to_occasions"]:
        # "The minutes of the meeting held in May were signed": it was the meeting that was held.
        occasion = noun_before(whole, cues)
        whole = occasion if cues.occasion_noun.fullmatch(occasion.rpartition(" ")[2]) else whole
    return f"{whole} {was(whole, cues)} {verb}"


def _before_participle(text: str, telling: Telling, first: int, last: int, cues: Cues) -> str:
    """A line without the participle at its end whose date goes ("answered no letter sent in May").

    Of what somebody says only that is of the date ("said that they were a part of a plan agreed in May").
    """
    if text[last : telling.end].strip(_ENDS):
        return ""
    front = _without_preposition(text[telling.start : first], cues).rstrip()
    told, _, form = front.rpartition(" ")
    if form in cues.words["paired"]:
        # "Filled between May 2 and May 7"
        told, _, form = told.rpartition(" ")
    before = told.rpartition(" ")[2]
    if (
        cues.participle_head.fullmatch(form) is None
        or not before.islower()
        or any(before in cues.words[name] for name in ("helping_verbs", "helping", "small_words"))
        or before.endswith("ly")
    ):
        return ""
    verb = cues.finite_word.search(told) or cues.name_and_verb.search(told)
    noun = noun_before(told, cues)
    several = noun.islower() and noun.endswith("s") and not noun.endswith("ss")
    if verb is None or not (" " in noun or several) or told.removesuffix(noun).rstrip().endswith(_COMMAS):
        # "He was ill, the firm | disclosed"
        return ""
    if " that " in told or cues.saying.search(told) is not None:
        return f"{noun} {was(noun, cues)} {form}" if cues.determined.match(noun) else ""
    return worded(text, telling.start, telling.start + len(told), telling, cues)


def _without_preposition(before: str, cues: Cues) -> str:
    prepositions = cues.date_prepositions.search(lowered(before))
    return before if prepositions is None else before[: prepositions.start()]


def _of_circumstance(text: str, telling: Telling, first: int, last: int, cues: Cues) -> str:
    """What is told by the way ("Iceland when it was in need", "with trade amounting to 65 million")."""
    line = worded(text, telling.start, last, telling, cues)
    when = _WHEN.search(line)
    if when is not None:
        return f"{when['who']} {when['told']}"
    when = _WHEN_ALONE.match(line)
    if when is not None:
        named = _NAME_BEFORE.search(text, max(0, telling.start - _TO_NOUN), telling.start)
        return "" if named is None else f"{named[1]} {when['told']}"
    if text.rfind("with ", telling.start, first) <= text.rfind(", ", telling.start, first):
        return ""
    line = worded(text, telling.start, telling.end, telling, cues)
    return with_ing(line[line.rfind("with ") :], cues)


def _of_joint(text: str, telling: Telling, first: int, cues: Cues) -> Telling | None:
    """The last clause before a date that has a subject of its own."""
    hangs = cues.goes_on.match(text, telling.start) or cues.subordinator.match(text, telling.start)
    joints = _JOINT if hangs is None else _ANY_JOINT
    for joint in reversed(list(joints.finditer(text, telling.start, first))):
        head = text[telling.start : joint.start()]
        if head.count("“") != head.count("”") or head.count('"') % 2 or head.count("(") != head.count(")"):
            continue
        part = telling._replace(start=joint.end())
        line = worded(text, part.start, part.end, part, cues)
        subject = subject_of(line, cues)
        known = (telling.antecedents or telling.about) and cues.he.match(line) is not None
        if not (subject or known) or not _tells(text, telling, joint.start(), cues):
            continue
        words = subject.lower().split()
        if subject and not cues.words["bounds"].isdisjoint(words):
            # "close its plant after orders | fell": no subject, a verb
            continue
        if not words or words[-1] not in cues.words["relatives"]:
            return part
    return None


def _tells(text: str, telling: Telling, end: int, cues: Cues) -> bool:
    """Whether a range tells something up to ``end``: it has a verb, and a subject before it."""
    line = cues.idle.sub("", worded(text, telling.start, end, telling, cues))
    hangs = cues.subordinator.match(line)
    if hangs is not None:
        line = line[hangs.end() :]
    elif cues.fronted.match(line) is not None and ", " in line:
        line = line.partition(", ")[2]
    verb = cues.finite_word.search(line)
    present = cues.name_and_verb.search(line)
    if present is not None and (verb is None or present.start() < verb.start()):
        verb = present
    return verb is not None and (bool(subject_of(line, cues)) or "," not in line[: verb.start()])
