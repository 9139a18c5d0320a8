"""What keeps a line from being understood by itself."""

from __future__ import annotations

import re

from data.events.cues import THIRD_PERSON, Cues
from data.events.titles.shortening import SHORTEST
from data.events.titles.wholeness import is_whole

_NAMED = re.compile(r"(?<=\s)[A-Z]|^[A-Z][a-z]+(?:['’]s)?\s(?:and\s[A-Z]|[a-z])")
_HOLE = re.compile(
    r",\s(?:(?:which|who)\s)?(?:first\s|originally\s)?(?:\w{3,}ed|began|built|born|made),\s|\s[-–—,]\s|\(\s|\*\*|\s[,.]|[-–—]$|\s(?:in|on|at|of|by|from)\s(?:and|or|in|on|to|at|but)\s"
)
_DONE_BY = re.compile(r"[A-Z]\w+(?:ed|en|wn|de|nt|ht)\sby\s")
_FEWEST_WORDS = 3


def faults(line: str, cues: Cues) -> int:
    """How many things keep a line from being understood by itself; 0 for a good one."""
    words = line.split()
    if not words:
        return 9
    first, last = words[0].lower(), words[-1].lower()
    found = 2 * (first in cues.words["dangling"])
    found += 2 * (len(line) < SHORTEST and len(words) < _FEWEST_WORDS)
    found += len(line) < SHORTEST and _NAMED.search(line) is None
    verb = cues.finite_word.search(line)
    found += 2 * (verb is None and not tells(line, cues))
    found += last in cues.words["no_end" if verb is None else "never_last"]
    wants = "wants_more" if len(words) <= _FEWEST_WORDS else "wants_always"
    found += last in cues.words[wants] and cues.passive.search(line) is None
    said = cues.saying.search(line)
    if said is not None and cues.passive.search(line, 0, said.end()) is not None:
        said = None
    found += 2 * (said is not None and _wants_words(line, said.end()) and ":" not in line)
    found += 2 * (not is_whole(line, cues))
    found += 2 * (verb is None and cues.preposition.match(line) is not None)
    found += 2 * (verb is not None and verb.start() == 0 and len(words) > 1)
    found += _HOLE.search(line) is not None
    found += _DONE_BY.match(line) is not None
    found += first.endswith("ing") or cues.subordinator.match(line) is not None
    found += not line[0].isupper() and not line[0].isdigit()
    return found


def _wants_words(line: str, end: int) -> bool:
    """Whether what somebody says is missing behind the verb that ends there, or follows no "that"."""
    short = len(line) - end < SHORTEST // 2
    return short or (line.startswith(",", end) and ", " not in line[:end])


def tells(line: str, cues: Cues) -> bool:
    """Whether a line holds a verb or names an occasion."""
    return (
        cues.finite_word.search(line) is not None
        or cues.occasion_noun.search(line) is not None
        or THIRD_PERSON.search(line) is not None
    )
