"""What only says again who or what the subject of a line is, left out where there is no room for it."""

from __future__ import annotations

import re

from data.events.cues import Cues

# "Three of its members, Mia Lund, Jonas Berg and Ada Okoye, | asked"
_NAME = r"(?:[A-Z][\w.’'-]*\s){0,3}[A-Z][\w.’'-]+"
_APPOSED_NAMES = re.compile(
    rf"(?<=s),\s{_NAME}(?:,\s{_NAME}){{0,5}},?\s(?P<joint>[a-z]+)\s{_NAME},\s(?=[a-z])"
)


def without_names(line: str, cues: Cues) -> str:
    """The line without the names of several who are told by what they are, if its verb stands behind them."""
    apposed = _APPOSED_NAMES.search(line)
    if apposed is None or apposed["joint"] not in cues.words["conjunctions"]:
        return line
    last = line[: apposed.start()].rpartition(" ")[2]
    if cues.finite_word.match(line, apposed.end()) is None or cues.finite_word.fullmatch(last) is not None:
        # "Once that happens, Lund and Berg, should"
        return line
    return f"{line[: apposed.start()]} {line[apposed.end() :]}"


def without_long_apposition(line: str, cues: Cues) -> str:
    """The line without what its subject is, be it a list ("Nordfisk, a seller of cod and eels, said")."""
    name, comma, rest = line.partition(", ")
    if not comma or cues.finite_word.search(name) is not None or cues.fronted.match(name) is not None:
        return line
    if cues.determined.match(rest) is None:
        return line
    at = line.find(", ", len(name) + 2)
    while at >= 0:
        if cues.finite_word.match(line, at + 2) is not None:
            between = line[len(name) + 2 : at]
            plain = cues.finite_word.search(between) is None and cues.opening.search(between) is None
            return f"{name} {line[at + 2 :]}" if plain else line
        at = line.find(", ", at + 2)
    return line
