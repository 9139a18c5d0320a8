"""The title of a clause, or of its whole sentence where the clause alone cannot be understood.

A clause that hangs on others is given its own head; where that cannot be done, what would be the best line
of those that may stand in its place is told, and none that tells of other days.
"""

from __future__ import annotations

import re

from data.events.cues import Cues
from data.events.hints import SOURCE
from data.events.titles.finishing import finished, with_speaker
from data.events.titles.fitting.faults import faults, tells
from data.events.titles.fitting.line_subject import subject_of
from data.events.titles.fitting.shortening import SHORTEST
from data.events.titles.fitting.wholeness import is_parted, is_whole
from data.events.titles.own_lines import OwnLine, own_line
from data.events.titles.speakers import LONGEST_SPEAKER, names_source, speaker_of
from data.events.titles.standing_alone.dated_parts import dated_occasion
from data.events.titles.standing_alone.described_subjects import phrase_before
from data.events.titles.title import title, title_of_all, title_of_date
from data.events.titles.wording.quoted import is_as_said
from data.events.titles.wording.told_ranges import told_range
from data.events.titles.wording.worded import Telling, worded

_SPEAKER_BEFORE = re.compile(
    r"[A-Z][\w.’-]+(?:\s[A-Z][\w.’-]+){1,3}(?=,\s(?:(?:a|an|the)\s[^,]{2,60},\s){1,3}$)"
)
_VERB_BEFORE = re.compile(r"(\w+)\s$")
# A word so long tells something.
_TELLING = 4
_NEXT = re.compile(r"[,;—–]\s+")
# With so many blanks something else is told behind "and": "on Monday and again in May" tells nothing else.
_WORDS_OF_ANOTHER = 3
# So much worse than a fault it is to tell what happened on other days.
_OTHER_DAYS = 4
# What was said tells something with so many words, less one, if its verb is not known.
_WORDS_OF_TELLING = 3


def best_title(text: str, clause: Telling, sentence: Telling, cues: Cues) -> str:
    """The title of a clause, or of its whole sentence where the clause alone cannot be understood."""
    told = (
        _of_saying(text, clause, sentence, cues)
        or _of_condition(text, clause, sentence, cues)
        or title_of_date(text, clause, cues)
    )
    if told:
        return told
    if is_as_said(text, clause.start, clause.end, cues):
        return title(text, sentence, cues)
    whole = clause.start == sentence.start and tells(text[clause.start : clause.end], cues)
    if whole and clause.end <= phrase_before(text, clause.start, sentence.end, cues):
        # "Born in 1930, | she went to sea"
        whole = False
    tells_hearers = whole and cues.told_that.search(text[clause.start : clause.end]) is not None
    if tells_hearers or (whole and not _goes_on(text, clause, sentence, cues)):
        # What follows is a part of it ("arrested a man | for the theft of 1990").
        return title(text, sentence, cues)
    clause = told_range(text, clause, sentence, cues)
    own = own_line(text, clause, sentence, cues)
    if own is None:
        return title(text, sentence, cues)
    if own.is_whole or cues.lost.search(own.line) is not None or not faults(own.text, cues):
        # Where the source has lost words, nothing else tells what they told.
        return own.text
    return _instead(text, own, clause, sentence, cues)


def _instead(text: str, own: OwnLine, clause: Telling, sentence: Telling, cues: Cues) -> str:
    """The best line for a clause whose own has faults: an occasion's, its own, a wider or its sentence's."""
    occasion = dated_occasion(text, clause, cues)
    if occasion:
        return finished(occasion, clause, cues)
    whole_sentence = title(text, sentence, cues)
    head = own.line if own.is_told else own.text
    if (own.is_told or cues.own_words.match(own.text)) and head[: SHORTEST // 2] in whole_sentence:
        # Who says it stands behind it.
        return whole_sentence
    wider = _with_clause_before(text, clause, sentence, cues)
    if own.is_told or _hangs(own.line, cues):
        # The day is that of this clause alone: what else its sentence tells was on another.
        if _tells_by_itself(own, cues):
            return own.text
        if tells(wider, cues) and wider.partition(" ")[0].lower() not in cues.words["dangling"]:
            return wider
    others = _OTHER_DAYS * (_says(own.text, cues) and _dates_others_too(clause, sentence))
    costs = {own.text: faults(own.text, cues) + (not tells(own.text, cues))}
    for line in (wider, whole_sentence):
        costs.setdefault(line, faults(line, cues) + _misses(line, own.text, cues) + others)
    return min(costs, key=costs.__getitem__)


def _tells_by_itself(own: OwnLine, cues: Cues) -> bool:
    """Whether the line of a clause that hangs on others, or that somebody says, tells something."""
    line = own.text
    if cues.relative_head.match(line) or cues.subordinator.match(line) or is_parted(line, cues):
        return False
    blanks = line.count(" ")
    return (tells(line, cues) and blanks > 1) or (own.is_told and blanks >= _WORDS_OF_TELLING)


def _says(line: str, cues: Cues) -> bool:
    """Whether a line is a clause with a verb that is not one of saying."""
    if cues.finite_word.search(line) is None or cues.infinitive.match(line) is not None:
        return False
    return is_whole(line, cues) and cues.saying.search(line) is None


def _dates_others_too(clause: Telling, sentence: Telling) -> bool:
    """Whether dates stand in a clause and beside it: the sentence tells of other days, too."""
    inside = [clause.start <= first < clause.end for first, _ in sentence.dates]
    return any(inside) and not all(inside)


def _misses(candidate: str, own: str, cues: Cues) -> int:
    """How much worse a line is that does not tell what a clause tells of "it": it tells another thing."""
    first, _, rest = own.partition(" ")
    if first.lower() not in cues.words["pointing"] or cues.finite_word.match(rest) is None:
        return 0
    words = {word for word in rest.split() if len(word) >= _TELLING}
    return 3 * (2 * len(words.intersection(candidate.split())) < len(words))


def _hangs(line: str, cues: Cues) -> bool:
    """Whether a clause is about a noun before it, or tells when or why something else was; nobody says it."""
    if cues.relative_head.match(line) is not None:
        return True
    return cues.subordinator.match(line) is not None and cues.saying.search(line) is None


def _goes_on(text: str, clause: Telling, sentence: Telling, cues: Cues) -> bool:
    """Whether a verb stands behind a clause in its sentence, or the clause only describes its subject."""
    line = text[clause.start : clause.end]
    if cues.described.match(line) is not None or cues.inner_clause.match(line) is not None:
        return True
    dated = sentence.dates[-1][0] >= clause.end if sentence.dates else False
    rest = text[clause.end : sentence.end].lstrip(" ,") if dated else ""
    if dated and cues.also_to.match(rest) is not None:
        # "It plans to open in May | and to close in June"
        return True
    if (
        dated
        and rest.partition(" ")[0] in cues.words["conjunctions"]
        and rest.count(" ") >= _WORDS_OF_ANOTHER
    ):
        # "The first block opens in May | and the second in June"
        return True
    return cues.finite_word.search(text, clause.end, sentence.end) is not None


def _of_condition(text: str, clause: Telling, sentence: Telling, cues: Cues) -> str:
    """The title of a clause behind its condition ("If it rains, | the fair will end"); empty without one."""
    before = cues.conditional.search(text[sentence.start : clause.start])
    if before is None or cues.relative_head.match(text, clause.start) is not None:
        return ""
    start = sentence.start + before.start("condition")
    if text[sentence.start : start].strip(' “"') == "":
        return title(text, sentence, cues)
    return title(text, sentence._replace(start=start, end=clause.end), cues)


def _of_saying(text: str, clause: Telling, sentence: Telling, cues: Cues) -> str:
    """The title of "..., the mayor said on Sunday": who says it, and what; empty for any other clause."""
    shown = text.rfind(", ", sentence.start, clause.start + 1) + 2
    facts = cues.facts_behind.match(text, shown) if shown > sentence.start else None
    if (
        facts is not None
        and facts.end() > clause.start
        and not cues.finite_word.search(text, facts.end(), clause.end)
    ):
        # "The League won the vote, final results | showed on Monday"
        return title(text, sentence._replace(end=shown), cues)
    if not sentence.hints & SOURCE:
        return ""
    verb = _VERB_BEFORE.search(text, sentence.start, clause.start)
    if verb is not None and cues.saying.fullmatch(verb[1]) is not None:
        # "..., wrote | in a July letter"
        clause = clause._replace(start=verb.start(1))
    clause = _without_relative_before(text, clause, cues)
    said = cues.saying.search(text, clause.start, clause.end)
    if said is None or clause.start == sentence.start or said.end() - clause.start > LONGEST_SPEAKER:
        return ""
    if _tells_more(text, said.end(), clause.end, cues) or cues.goes_on.match(text, clause.start):
        return ""
    if cues.relative_head.match(text, clause.start) or cues.subordinator.match(text, clause.start):
        return ""
    if said.end() == clause.end and cues.determined.match(text, clause.end + 1, sentence.end):
        # "As it rained, the council announced | its plan"
        return ""
    end, speaker = clause.start, None
    apposed = _SPEAKER_BEFORE.search(text, sentence.start, end) if said.start() == end else None
    if apposed is not None:
        # "Berg, an analyst at a bank, | wrote on Monday"
        end = apposed.start()
        speaker = next((name.name for name in sentence.names if name.start == end), None)
    elif names_source(text[clause.start : clause.end], cues):
        speaker = speaker_of(f", {text[clause.start : clause.end].strip(' ,.')}", sentence.names, cues)
    # What is said is told whole: a date in it is of other things than the saying.
    told = "" if speaker is None else title_of_all(text, sentence._replace(end=end), cues)
    if speaker is None or faults(told, cues):
        return ""
    return with_speaker(speaker, told, sentence, cues)


def _tells_more(text: str, start: int, end: int, cues: Cues) -> bool:
    """Whether a verb stands behind one of saying, other than in "in a report published"."""
    verb = cues.finite_word.search(text, start, end)
    if verb is None:
        return False
    where = cues.preposition.match(text[start : verb.start()].lstrip())
    return where is None or cues.participle_head.match(text, verb.start()) is None


def _without_relative_before(text: str, clause: Telling, cues: Cues) -> Telling:
    """A clause without the one about a noun that its saying follows ("a man who left, | the police said")."""
    hangs = cues.relative_head.match(text, clause.start) or cues.subordinator.match(text, clause.start)
    if hangs is None:
        return clause
    tail = cues.saying_behind.search(text, hangs.end(), clause.end)
    if tail is None or cues.finite_word.search(text, hangs.end(), tail.start()) is None:
        return clause
    dated = any(tail.end() <= first < clause.end for first, _ in clause.dates)
    return clause._replace(start=tail.start("who")) if dated else clause


def _with_clause_before(text: str, clause: Telling, sentence: Telling, cues: Cues) -> str:
    """The title of a clause together with the nearest one before it that has a subject; empty without one."""
    for match in reversed(list(_NEXT.finditer(text, sentence.start, clause.start))):
        line = worded(text, match.end(), clause.end, sentence, cues)
        hangs = cues.relative_head.match(line) is not None and cues.subordinator.match(line) is None
        # "The probe, | Ulla, touched down": what begins with a name in between is no clause.
        parted = cues.finite_word.match(line.partition(", ")[2]) is not None
        if not hangs and not parted and subject_of(line, cues):
            return finished(line, sentence, cues)
    return ""
