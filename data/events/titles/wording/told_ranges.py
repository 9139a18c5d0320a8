"""The range of text that a clause's line is made of: with what its verb wants, without what goes on."""

from __future__ import annotations

import re

from data.events.cues import Cues
from data.events.titles.wording.worded import Telling, worded

_COMMA = re.compile(r",\s")


def told_range(text: str, clause: Telling, sentence: Telling, cues: Cues) -> Telling:
    """The clause with what its first and last words belong to, and without what follows another comma."""
    return _whole(text, _closed(text, _opened(text, clause, sentence, cues), cues), cues)


def _opened(text: str, clause: Telling, sentence: Telling, cues: Cues) -> Telling:
    """A clause with what its verb wants behind it ("who announced in May | that he would leave")."""
    if clause.end >= sentence.end:
        return clause
    line = worded(text, clause.start, clause.end, clause, cues)
    last = line.rpartition(" ")[2]
    if cues.that.match(text, clause.end) is not None:
        wants = cues.finite_word.fullmatch(last) is not None
    else:
        # "They announced | their plan for May"
        thing = cues.determined.match(text, clause.end + 1) is not None
        wants = thing and cues.saying.fullmatch(last) is not None
    if not wants:
        return clause
    return clause._replace(end=sentence.end, names=sentence.names)


def _closed(text: str, clause: Telling, cues: Cues) -> Telling:
    """A relative clause only up to the next comma, if its date stands before that.

    What follows may belong to the main clause ("Berg beat Lund, who had won in 2021, by 14 seconds").
    """
    start = clause.start
    passive = cues.goes_on.match(text, start) is not None and cues.passive.search(text, start, clause.end)
    if cues.relative_head.match(text, start) is None and not passive:
        inner = cues.inner_clause.match(text, start, clause.end)
        if inner is None or cues.finite_word.search(inner["subject"]) is not None:
            return clause
        start = inner.start("clause")
        about = text[start : clause.end].partition(" ")[0] in cues.words["relative_things"]
        dated = all(last <= start for _, last in clause.dates)
        if about and dated and cues.subordinator.match(inner["subject"]):
            # "after the journey in May, which they praised"
            return clause._replace(end=inner.end("subject"))
    for comma in _COMMA.finditer(text, start, clause.end):
        at = comma.start()
        dated = any(start < last <= at for _, last in clause.dates)
        if dated and not any(first < at < last for first, last in clause.dates):
            return clause._replace(end=at) if cues.finite_word.search(text, start, at) else clause
    return clause


def _whole(text: str, clause: Telling, cues: Cues) -> Telling:
    """A clause without what somebody also says in it, if the verb is gone ("and added that the quay")."""
    for also in reversed([*cues.also_said.finditer(text, clause.start, clause.end)]):
        that = cues.that.match(text, also.end()) or also
        gone = cues.finite_word.search(text, that.end(), clause.end) is None
        return clause._replace(end=also.start()) if gone and that.end() < clause.end else clause
    return clause
