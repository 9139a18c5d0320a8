"""What begins once and is called by what it is: a naval exercise, a rail strike, a murder trial."""

from __future__ import annotations

import re
from functools import cache

from data.events.cues import alternatives, cues
from data.events.guarded import Guarded
from data.events.words import has_any


def beginnings(text: str) -> frozenset[str]:
    """What a text says began, with the word that tells what it is.

    >>> sorted(beginnings("Norway and Sweden began a naval exercise in the Skagerrak."))
    ['naval exercise']
    """
    words = cues(None).words
    found = ((one["behind"] or one["before"]).lower() for one in _beginning().finditer(text))
    return frozenset(one for one in found if one.split()[0] not in words["kinds_of_any_paper"])


def bare_beginnings(text: str) -> frozenset[str]:
    """What a text says began that its readers know ("the trial opened", "they went on trial").

    >>> sorted(bare_beginnings("The trial of Ada Okoye and her brother, which began on Monday, goes on."))
    ['trial']
    """
    told = text.lower()
    if not has_any(told, cues(None).words["undertakings"]):
        return frozenset()
    return frozenset(one["thing"] or one["stood"] for one in _bare_beginning().finditer(told))


@cache
def _bare_beginning() -> re.Pattern[str]:
    words = cues(None).words
    begins, things, articles, on = (
        alternatives([*words[name]])
        for name in ("undertakings_begin", "undertakings", "pointers", "begins_undertaking")
    )
    which = alternatives([*words["relatives"]])
    of_whom = rf"(?:\sof\s[^.;]{{1,80}}?)?(?:,\s(?:{which}))?"
    return re.compile(
        rf"\b(?:{articles})\s(?P<thing>{things}){of_whom}\s(?:{begins})\b|\b(?:{on})\s(?P<stood>{things})\b"
    )


@cache
def _beginning() -> Guarded:
    words = cues(None).words
    begins, things = alternatives([*words["undertakings_begin"]]), alternatives([*words["undertakings"]])
    what = rf"(?P<{{}}>[a-z]+\s(?:{things}))"
    behind = rf"\b(?:{begins})\s(?:a|an|the|their|its)\s(?:[a-z]+\s)??{what.format('behind')}\b"
    before = rf"\b{what.format('before')}(?:\s[^,.;]{{1,60}})?\s(?:{begins})\b"
    return Guarded(rf"{behind}|{before}", words["undertakings_begin"], re.IGNORECASE)
