"""Whether a date can be that of a clause's verb.

"The court upholds the law passed in 1990": what is told in the present did not happen then, and the date
belongs to what stands just before it. "They decided to leave on Friday" is the same with a day to come.
"""

from __future__ import annotations

import re
from itertools import takewhile

from data import days
from data.events.clauses.borders import begin_of_told, belongs_before
from data.events.clauses.dating import Dating
from data.events.clauses.stretch import Stretch
from data.events.cues import Cues

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|``.*?''")
# A noun of so many words at most stands between what describes it and the verb.
_WORDS_OF_SUBJECT = 2
# What is cut off must tell something.
_SHORTEST = 12


def disagreement(dating: Dating, stretch: Stretch) -> int | None:
    """Where in a clause the part begins that its date belongs to; None if it dates the whole."""
    text, start, end = stretch.text, stretch.start, stretch.end
    cues, focus = stretch.cues, stretch.focus
    if focus.start is None or focus.end is None or dating.start is None or dating.end is None:
        return None
    past, future = dating.end < focus.start, focus.is_ahead(dating.start)
    if not past and not future:
        return None
    # What a quotation tells in the present was said on the date behind it.
    lower = _QUOTED.sub(lambda quoted: " " * len(quoted.group()), text[start:end].lower())
    date = dating.start_char - start
    determiners = cues.words["determiners"]
    # "The show opened": behind "the" stands no verb.
    verb = next(
        (
            match
            for match in cues.finite.finditer(lower, 0, date)
            if not (future and _describes_subject(lower, match, cues))
            if match.lastgroup != "present"
            or lower[: match.start()].rstrip().rpartition(" ")[2] not in determiners
        ),
        None,
    )
    if verb is None or (future and cues.expected.match(lower, verb.start()) is not None):
        return None
    if past and verb.lastgroup == "present":
        border = cues.inner_border
    elif past and verb.lastgroup == "about":
        border = cues.occasion_border
    elif future and (verb.lastgroup in ("past", "about") or _is_done(lower, verb, cues)):
        border = cues.aim_border
    else:
        return None
    # "Trade has grown, reaching 9 million in 2023" is of that year; "It works, reviving ties in 2023" is not.
    perfect = cues.perfect.match(verb.group()) is not None
    inner = future or verb.lastgroup == "about"
    behind = cues.inner_border if inner else border if perfect else cues.by_the_way
    for one in (border, behind):
        places = [
            match.start("at")
            for match in one.finditer(text, start + verb.end(), dating.start_char)
            if one is cues.aim_border or not belongs_before(text, start, match.start("at"), cues)
        ]
        if places:
            at = begin_of_told(text, start, places[-1], cues)
            return at if at > start and end - at >= _SHORTEST else None
    return None


def _describes_subject(lower: str, verb: re.Match[str], cues: Cues) -> bool:
    """Whether a past form stands before the noun of what will be done ("the sealed boxes will arrive")."""
    before = lower[: verb.start()].split()
    if before and (len(before) > 1 or before[0] not in cues.words["determiners"]):
        return False
    behind = lower[verb.end() :].split(maxsplit=_WORDS_OF_SUBJECT + 1)[: _WORDS_OF_SUBJECT + 1]
    noun = list(takewhile(lambda word: word not in cues.words["modals"], behind))
    if not noun or len(noun) == len(behind):
        return False
    return not any(word in cues.words["begins_phrase"] or word in cues.words["determiners"] for word in noun)


def _is_done(lower: str, verb: re.Match[str], cues: Cues) -> bool:
    """Whether a verb is in the present perfect ("has invited"); "has an option" tells how it is."""
    helped = cues.helper.match(lower, verb.start()) if cues.perfect.match(verb.group()) is not None else None
    form = "" if helped is None else helped.group().rpartition(" ")[2]
    return form in cues.words["inside_verbs"] or cues.participle_head.fullmatch(form) is not None


def tells_of_now(text: str, start: int, end: int, cues: Cues) -> bool:
    """Whether ``text[start:end]`` is in the present perfect, no date before it is its own ("has asked")."""
    verb = cues.finite.search(text[start:end].lower())
    return verb is not None and cues.perfect.match(verb.group()) is not None


def describes_subject_of_now(dating: Dating, stretch: Stretch) -> bool:
    """Whether a past date only describes what is told in the present ("the 1990 treaty calls for talks")."""
    text, start, end = stretch.text, stretch.start, stretch.end
    cues, focus = stretch.cues, stretch.focus
    if not dating.attributive or dating.precision == "day":
        # "The raids of May 7 show" tells of the raids.
        return False
    if focus.start is None or dating.end is None or dating.end >= focus.start:
        return False
    if cues.finite.search(text[start : dating.start_char].lower()) is not None:
        return False
    verb = cues.finite.search(text[dating.end_char : end].lower())
    return verb is not None and verb.lastgroup == "present" and cues.perfect.match(verb.group()) is None


def is_term(dating: Dating, stretch: Stretch) -> bool:
    """Whether days that reach beyond the document's are how long something holds, not when it was done.

    "They signed a programme from 2021 to 2031", written in 2021; "the judge barred him until 2009". What
    "stayed shut until 2009" was so up to then.
    """
    text, start = stretch.text, stretch.start
    cues, focus = stretch.cues, stretch.focus
    if not cues.knows_verbs:
        return False
    if dating.start is None and dating.expressions[0].role == "until":
        told = cues.finite_word.findall(text, start, dating.start_char)[-2:]
        lasts = told[-1:] != [] and told[-1] in cues.words["is_or_was"]
        return bool(told) and not lasts and cues.words["lasts"].isdisjoint(told)
    if focus.end is None or dating.end is None or dating.end <= focus.end:
        return False
    if dating.start is not None:
        this_year = days.civil(dating.end).year == days.civil(focus.end).year
        if this_year or focus.is_ahead(dating.start):
            return False
    verbs = list(cues.finite.finditer(text[start : dating.start_char].lower()))
    return bool(verbs) and verbs[-1].lastgroup == "past"
