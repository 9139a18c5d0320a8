"""What keeps a line from being understood by itself."""

from __future__ import annotations

import re

from data.events.cues import Cues
from data.events.titles.fitting.cutting import ends_told, ends_with_question
from data.events.titles.fitting.shortening import SHORTEST
from data.events.titles.fitting.wholeness import is_whole

_FEWEST_WORDS = 3
# "The chip crams a million parts": a verb that no list has.
_MAYBE_VERB = re.compile(r"\s[^\W\d]+(?<!s)\s[a-z]+[^s\s]s\s")
_TELLING = re.compile(r"[A-Z\d]")


def faults(line: str, cues: Cues) -> int:
    """How many things keep a line from being understood by itself; 0 for a good one."""
    words = line.split()
    if not words:
        return 9
    first, last = words[0].lower(), words[-1].lower()
    found = 2 * (first in cues.words["dangling"])
    found += 2 * (len(line) < SHORTEST and len(words) < _FEWEST_WORDS)
    found += len(line) < SHORTEST and cues.names_somebody.search(line) is None
    verb = cues.finite_word.search(line)
    found += 2 * (verb is None and not tells(line, cues))
    ends_badly = last in cues.words["no_end" if verb is None else "never_last"]
    found += ends_badly and not (ends_with_question(line, cues) or ends_told(line, cues))
    wants = "wants_more" if len(words) <= _FEWEST_WORDS else "wants_always"
    found += last in cues.words[wants] and cues.passive.search(line) is None
    said = cues.saying.search(line)
    heard = cues.passive.search(line, 0, said.end()) is not None if said is not None else False
    if heard or ends_told(line, cues):
        said = None
    found += 2 * (said is not None and _wants_words(line, said.end()) and ":" not in line)
    found += 2 * (not is_whole(line, cues))
    found += 2 * (verb is None and cues.preposition.match(line) is not None)
    found += 2 * (verb is not None and verb.start() == 0 and len(words) > 1)
    found += cues.hole.search(line) is not None
    found += cues.done_by.match(line) is not None
    found += (
        first.endswith(tuple(cues.words["endings_of_doing"])) or cues.subordinator.match(line) is not None
    )
    found += not line[0].isupper() and not line[0].isdigit()
    return found


def is_adrift(line: str, cues: Cues) -> bool:
    """Whether only the text around it tells what a line is about.

    It begins with a word for what another sentence names ("It relies on tolls"), somebody speaks who is not
    told ("We will rebuild"), it hangs on a clause that is not there, or nothing happens in it.
    """
    words = line.split(" ")
    first = words[0].lower()
    if first in cues.words["dangling"] or not cues.words["first_person"].isdisjoint(words):
        # "Both Norwegian and Swedish officials" are named.
        return ":" not in line and not (
            first in cues.words["paired_heads"] and words[1:2] and words[1][0].isupper()
        )
    if cues.subordinator.match(line) is not None and ", " not in line:
        return True
    if not tells(line, cues) and ":" not in line and _MAYBE_VERB.search(line) is None:
        return True
    said = cues.saying.search(line)
    if said is None or ":" in line or cues.finite_word.search(line, 0, said.start()) is not None:
        return False
    behind = line[said.end() :].strip()
    if cues.preposition.match(line, said.end() + 1) is not None:
        # "The paper said in an editorial"
        return cues.finite_word.search(behind) is None
    # "The commissioner told reporters"
    return not behind or behind in cues.words["hearers"]


def names_nothing(line: str, cues: Cues) -> bool:
    """Whether a line is about a thing of which there are many, and names no other ("The offer expired")."""
    bare = cues.one_of_many.match(line)
    if bare is None or cues.finite_word.match(line, bare.end()) is None:
        return False
    return _TELLING.search(line, bare.end()) is None


def _wants_words(line: str, end: int) -> bool:
    """Whether what somebody says is missing behind the verb that ends there, or follows no "that"."""
    short = len(line) - end < SHORTEST // 2
    return short or (line.startswith(",", end) and ", " not in line[:end])


def tells(line: str, cues: Cues) -> bool:
    """Whether a line holds a verb or names an occasion."""
    return (
        cues.finite_word.search(line) is not None
        or cues.occasion_noun.search(line) is not None
        or cues.name_and_verb.search(line) is not None
    )
