"""Which of its dates a line wants: without them it says something else, or nothing."""

from __future__ import annotations

import re

from data.events.clauses.stretch import Stretch

NEAR = 40
"""So many characters before a date tell what it belongs to."""
WORD_BEHIND = re.compile(r"[ -](?P<word>[^\W\d_]+)")
"""The word that stands behind a date."""
ENDS = re.compile(r"[”\"']?(?:[,.;:—–]|\sand\s|\s*$)")
"""What stands behind a date with which something ends."""
# What a date is compared with may stand farther off.
_FAR = 120
_FORM = re.compile(r"\s(?P<form>[a-z]+)\s\Z")


def is_wanted(line: Stretch, at: int, first: int, last: int) -> bool:
    """Whether a line wants the date from ``first`` to ``last``, whose prepositions begin at ``at``."""
    return (
        _is_asked_for(line, at, first, last)
        or _tells_which(line, at, last)
        or _is_what_is_told(line, at, first, last)
        or _is_compared_with(line, at, first)
    )


def _is_asked_for(line: Stretch, at: int, first: int, last: int) -> bool:
    """Whether words around a date ask for it ("spent the summer", "gave them until Friday to leave")."""
    text, words = line.text, line.cues.words
    if line.cues.wants_date.search(text, max(line.start, at - NEAR), at) is not None:
        return True
    tie = text[at:first].strip().lower()
    if tie in words["bounds"] and not words["negations"].isdisjoint(text[line.start : at].lower().split()):
        # "They will not decide before June"
        return True
    onward = WORD_BEHIND.match(text, last, line.end)
    if tie in words["ends_of_terms"] and onward is not None and onward["word"] in words["infinitives"]:
        return True
    # "the player of the year"
    return tie in words["chains"] and line.cues.determined.match(text, first) is not None


def _tells_which(line: Stretch, at: int, last: int) -> bool:
    """Whether a date tells which thing is meant ("the last day of term", "the petition started in May")."""
    text, cues = line.text, line.cues
    if cues.of_something.match(text, last) is not None:
        return True
    form = _FORM.search(text, max(line.start, at - NEAR), at)
    if form is None or cues.participle_head.match(form["form"]) is None:
        return False
    front = text[line.start : form.start("form")]
    if cues.opening.search(front) is not None:
        # "The price that they set in May has": a verb of theirs.
        return False
    early = text[last : last + 1] == "," and "," not in front and cues.finite_word.search(front) is None
    early = early and cues.fronted.match(front) is not None
    # "The petition started in May has many names", "In the deal signed in May, ..."
    return early or cues.finite_word.match(text, last + 1) is not None


def _is_what_is_told(line: Stretch, at: int, first: int, last: int) -> bool:
    """Whether a line is about a date ("Saturday is a holiday", "the fair is on Friday")."""
    text, cues = line.text, line.cues
    ends = ENDS.match(text, last, line.end) is not None
    if ends and cues.is_or_was.search(text, max(line.start, at - NEAR), at) is not None:
        return True
    verb = cues.finite_word.match(text, last + 1) if at == first else None
    if verb is None:
        return False
    opens = text[line.start : first].strip(" “\"'`*_").rpartition(" ")[2].lower()
    if not opens and text.endswith(", ", 0, line.start):
        # "The board, set up in May, | today met": it goes on with the verb of what stands before.
        opens = ","
    return (
        not opens
        # "Berg, who was ill, today sought help"
        or (opens.endswith(",") and verb.group() in cues.words["helping_verbs"])
        # "as Easter week began"
        or opens in cues.words["subordinators"]
        or opens in cues.words["relative_links"]
    )


def _is_compared_with(line: Stretch, at: int, first: int) -> bool:
    """Whether a line compares with a date ("her first win since 2016")."""
    before = line.text[max(line.start, first - _FAR) : first]
    if not (line.text.startswith("since", at) or " than " in before):
        return False
    return line.cues.compared_with.search(before) is not None
