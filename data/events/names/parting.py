"""What of a run of capitalised words is no name, or no part of one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from data.events.cues import Cues
from data.events.gazetteer import Gazetteer
from data.events.names.placed import BEFORE
from data.events.names.runs import Run

# "I'm", "As I've"
_OWN = re.compile(r"(?:\w+\s)?I['’]\w+$")
_QUOTES = frozenset('“”"')
_DIGIT = re.compile(r"\d")
# "480 BC", "the fifth century BC", "AD 79"; in "Vancouver, BC" it is a place.
_ERAS = frozenset(("BC", "BCE", "CE", "AD", "B.C", "A.D"))
_IN_FRONT_OF_ERA = re.compile(r"(?:\d|\bcentury|\bcenturies|\bmillennium)[ \xa0]?\Z")
_YEAR_BEHIND = re.compile(r"[ \xa0]?\d{1,4}\b")
_REACH = 16


def names_nobody(run: Run, text: str, cues: Cues, atlas: Gazetteer) -> bool:
    """Whether words with capitals are a people, a figure ("S-40"), an era, "I'm", or a work's title."""
    name = run.text
    if name.removeprefix("The ") in atlas.peoples or name in cues.words["adjectives"]:
        return True
    if "I" in name and _OWN.match(name) is not None:
        return True
    if not name.isalpha() and _DIGIT.search(name) is not None and name.replace(".", "") not in cues.acronyms:
        return True
    if name in _ERAS and _IN_FRONT_OF_ERA.search(text, max(0, run.start - _REACH), run.start) is not None:
        return True
    if name == "AD" and _YEAR_BEHIND.match(text, run.end) is not None:
        return True
    return _is_quoted(run, text)


def name_alone(run: Run, text: str, cues: Cues) -> Run | None:
    """The run without words that are no part of its name; None if nothing is left, itself if all are."""
    words = run.text.split(" ")
    if words[0].islower() or _begins_with_noun(run, words, text, cues):
        at = run.start + len(words[0]) + 1
        return run._replace(start=at, chain=at, text=" ".join(words[1:])) if words[1:] else None
    if words[1:] and words[-1] == "I" and words[-2] not in cues.words["given_names"]:
        # "at Easter I will"
        return run._replace(end=run.end - 2, text=run.text[:-2])
    return run


def _is_quoted(run: Run, text: str) -> bool:
    """Whether several words stand in quotation marks by themselves: a work's title ("White Corridor")."""
    if " " not in run.text or run.start == 0 or text[run.start - 1] not in _QUOTES:
        return False
    return text[run.end : run.end + 2].lstrip(",.")[:1] in _QUOTES


def _begins_with_noun(run: Run, words: Sequence[str], text: str, cues: Cues) -> bool:
    """Whether the first of several words with capitals is a noun before a name.

    "Der Frachter Ida Berg" in a language whose nouns have capitals, "the Quaker Ida Berg" in any other.
    """
    if run.titled or len(words) < 2:
        return False
    given = cues.words["given_names"]
    if not cues.capitalised_nouns and (len(words) < 3 or words[0] in given or words[1] not in given):
        return False
    if not cues.words["organisation_words"].isdisjoint(words):
        return False
    return cues.attributive.search(text, max(0, run.start - BEFORE), run.start) is not None
