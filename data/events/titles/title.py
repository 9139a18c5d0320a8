"""A line for the timeline: who did what, where, taken from a range of text.

Dates, sources ("..., he said"), titles before names and words that only tie a sentence to the one before are
left out. What is still too long ends where a phrase does, never inside a word.
"""

from __future__ import annotations

import re

from data.events.cues import Cues
from data.events.titles.finishing import finished
from data.events.titles.fitting.faults import faults
from data.events.titles.standing_alone.dated_parts import dated_part
from data.events.titles.wording.worded import Telling, worded

# The foot of an embedded post: "— Name (@handle)".
_AUTHOR = re.compile(r"\s*—\s*([^—()]{3,40}?)\s*\(@\w+\).*$", re.DOTALL)


def title(text: str, telling: Telling, cues: Cues) -> str:
    """The title of one range of text; at most 90 characters, empty if nothing is left to tell."""
    told, amiss = _of_date(text, telling, cues)
    if told and not amiss:
        return told
    short = told if amiss == 1 else ""
    post = None
    if text.find("@", telling.start, telling.end) >= 0:
        post = _AUTHOR.search(text, telling.start, telling.end)
    end = telling.end if post is None else post.start()
    line = worded(text, telling.start, end, telling, cues)
    if post is None:
        told = finished(line, telling, cues)
        if short and faults(told, cues):
            # "A study was published", where the whole is cut off behind its date
            return short
        if " " not in told:
            # Of a date alone nothing is left.
            line = worded(text, telling.start, end, telling._replace(dates=()), cues)
            told = finished(line, telling, cues)
        return told
    head = line.partition(", ")[0]
    occasion = cues.occasion_noun.search(head)
    if occasion is not None and cues.finite_word.search(head) is None:
        # "Pictures of a visit to Oslo", says who made it.
        return finished(f"{post[1]}’s {head[occasion.start() :]}", telling, cues)
    return finished(line, telling, cues, post[1])


def title_of_all(text: str, telling: Telling, cues: Cues) -> str:
    """The title of a range as a whole, whatever part of it a date stands in."""
    return finished(worded(text, telling.start, telling.end, telling, cues), telling, cues)


def title_of_date(text: str, telling: Telling, cues: Cues) -> str:
    """The title of the part that the date stands in; empty if that is all or cannot be understood alone."""
    told, amiss = _of_date(text, telling, cues)
    return "" if amiss else told


def _of_date(text: str, telling: Telling, cues: Cues) -> tuple[str, int]:
    """The title of the part that the date stands in, and how many faults it has; empty if that is all."""
    part = dated_part(text, telling, cues)
    if part is None:
        return "", 0
    line = part if isinstance(part, str) else worded(text, part.start, part.end, part, cues)
    told = finished(line, telling if isinstance(part, str) else part, cues)
    return told, faults(told, cues)
