"""Where a line that is too long may end: where it is whole, and says nothing else than the whole of it.

Where it may not end so it ends at a word, and a mark shows that it goes on.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from data.events.cues import Cues
from data.events.titles.refusals import EDGES, wants_more

# A line goes on behind this.
GOES_ON = "…"
_SHORT_END = re.compile(r"[,;]\s(?:[^,]{1,14}|(?:an?|the)\s[\w-]+)$")
# The least a cut of each kind leaves: at a clause, at a phrase far on, at "and" before a verb, at "and", at a
# phrase.
_SHORTEST_CUTS = (32, 50, 50, 32, 45, 32)


def cut_short(line: str, names: Collection[str], cues: Cues, longest: int) -> str:
    """The line cut to at most ``longest`` characters, none of ``names`` in two."""
    named = [(at, at + len(name)) for name in names if (at := line.find(name)) >= 0]
    for cuts, shortest in zip(cues.cuts, _SHORTEST_CUTS, strict=True):
        for match in reversed(list(cuts.finditer(line, shortest, longest + 1))):
            ending = "no_end" if line[match.start()] == " " else "never_last"
            cut = _SHORT_END.sub("", rightly_ended(line[: match.start()], cues, ending))
            cut = rightly_ended(cut, cues, ending)
            if not shortest <= len(cut) <= longest or wants_more(cut, line, cues):
                continue
            if not any(first < len(cut) < last for first, last in named):
                return cut
    return rightly_ended(line[: line.rfind(" ", 1, longest)], cues) + GOES_ON


def rightly_ended(line: str, cues: Cues, words: str = "no_end") -> str:
    """The line without loose marks at its end and without words of a list that ask for more."""
    no_end = cues.words[words]
    while True:
        line = line.rstrip(EDGES)
        last = line[line.rfind(" ") + 1 :]
        if last == line or last.lower() not in no_end:
            return line
        if last in cues.words["relative_links"] and cues.preposition.fullmatch(f"{_before(line)} "):
            # "They are sorry for that": it links nothing.
            return line
        line = line[: -len(last)]


def _before(line: str) -> str:
    """The last word but one."""
    return line.rpartition(" ")[0].rstrip().rpartition(" ")[2]
