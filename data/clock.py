"""Times of day as they were said, one text each: their order, and the words for them.

A *clock* is what TIMEX3 writes behind a day ("T10:15", "TEV"), behind a stroke TIMEX3's modifier if there is
one ("T12:00/BEFORE", "TMO/START"), and behind a blank the zone as written, unless it is the local one
("T05:30 GMT"). It is taken at face value: nothing is converted from one zone to another.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

LOCAL = "local"
"""The zone of what was said to be local time, which needs no word."""
_UNIVERSAL = ("GMT", "UTC", "Z")

_TAIL = re.compile(
    r"T(?:(?P<hour>[01]\d|2[0-4])(?::(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:\.\d+)?)?)?"
    r"|(?P<part>MO|MI|AF|EV|NI))\Z"
)
_MINUTE, _HOUR, _DAY = 60, 3_600, 86_400

# A part of the day begins at so many hours, some with a modifier at others: a convention of this program, by
# which an evening comes after an afternoon, and what was early in the morning may have been before dawn.
_BEGINS: dict[str, dict[str, int]] = {
    "MO": {"": 6, "START": 4, "MID": 9, "END": 10},
    "MI": {"": 12},
    "AF": {"": 12, "MID": 14, "END": 16},
    "EV": {"": 18, "END": 21},
    "NI": {"": 21, "END": 23},
}
_NAMES = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night"}
_SHORT_NAMES = {"MO": "morn.", "MI": "midday", "AF": "aft.", "EV": "eve.", "NI": "night"}
_WORDS = {
    "BEFORE": "before {}", "AFTER": "after {}", "APPROX": "about {}",
    "START": "early {}", "MID": "mid-{}", "END": "late {}",
}  # fmt: skip
_SIGNS = {"BEFORE": "<{}", "AFTER": ">{}", "APPROX": "~{}"}

# Of what was said of the same moment stands first what was before it, then what was at it, then what may have
# been later: a part of the day that begins there, what was after it.
_RANKS = {"BEFORE": 0, "AFTER": 3}
_EXACT, _PART = 1, 2
_PLACES = 4
_NO_CLOCK = (_DAY + 1) * _PLACES


class _Said(NamedTuple):
    """A clock taken apart: the match of its tail, its modifier and its zone, empty if it has none."""

    tail: re.Match[str]
    mod: str
    zone: str


@lru_cache(maxsize=4_096)
def _said(clock: str) -> _Said:
    said, _, zone = clock.partition(" ")
    tail, _, mod = said.partition("/")
    match = _TAIL.match(tail)
    if match is None or _seconds(match) > _DAY:
        raise ValueError(f"{clock!r} is no time of day such as T10:15 or TEV")
    return _Said(match, mod, zone)


def _seconds(tail: re.Match[str]) -> int:
    if tail["part"]:
        return _BEGINS[tail["part"]][""] * _HOUR
    return int(tail["hour"]) * _HOUR + int(tail["minute"] or 0) * _MINUTE + int(tail["second"] or 0)


def clock(tail: str, mod: str | None = None, zone: str | None = None) -> str:
    """The clock of a TIMEX3 tail ("T10:15"), a modifier and a zone; raises ValueError for another tail.

    >>> clock("T05:30", "APPROX", "GMT")
    'T05:30/APPROX GMT'
    """
    made = tail
    if mod in _WORDS:
        made += f"/{mod}"
    if zone and zone != LOCAL:
        made += f" {zone}"
    _said(made)
    return made


def tail(clock: str) -> str:
    """What TIMEX3 writes behind the day."""
    return _said(clock).tail[0]


def mod(clock: str) -> str | None:
    """TIMEX3's modifier; None without one."""
    return _said(clock).mod or None


def zone(clock: str) -> str | None:
    """The zone as written; None if none was told, or the local one."""
    return _said(clock).zone or None


def is_universal(clock: str) -> bool:
    """Whether the zone is that which wires add for readers elsewhere ("10:35 a.m. (0735 GMT)")."""
    return _said(clock).zone in _UNIVERSAL


def is_part_of_day(clock: str) -> bool:
    """Whether a part of the day was said ("in the evening") and no time by the clock."""
    return bool(_said(clock).tail["part"])


def begin(clock: str) -> int:
    """The second of the day at which a clock stands, a part of the day at its first; 86,400 is its end.

    >>> begin("T10:15") // 60, begin("TEV") // 3600, begin("TMO/END") // 3600
    (615, 18, 10)
    """
    told = _said(clock)
    part = told.tail["part"]
    if part:
        hours = _BEGINS[part]
        return hours.get(told.mod, hours[""]) * _HOUR
    return _seconds(told.tail)


def place(clock: str | None) -> int:
    """Where in its day an event of a clock stands, as a number; without one it stands behind all others."""
    if clock is None:
        return _NO_CLOCK
    told = _said(clock)
    rank = _RANKS.get(told.mod, _PART if told.tail["part"] else _EXACT)
    return begin(clock) * _PLACES + rank


def looseness(clock: str) -> int:
    """How loosely it was said: 0 by the clock, 1 about, before or after such a time, 2 a part of the day."""
    told = _said(clock)
    return 2 if told.tail["part"] else int(bool(told.mod))


def clock_words(clock: str) -> str:
    """A time of day in words: "10:15", "before 12:00", "about 05:30 GMT", "late evening".

    >>> clock_words("T12:00/BEFORE EDT"), clock_words("TEV/END")
    ('before 12:00 EDT', 'late evening')
    """
    told = _said(clock)
    words = _WORDS.get(told.mod, "{}").format(_figures(told.tail) or _NAMES[told.tail["part"]])
    return f"{words} {told.zone}" if told.zone else words


def short_clock_words(clock: str) -> str:
    """The same for a narrow column, to the minute and without a zone: "10:15", "<12:00", "eve.".

    >>> short_clock_words("T12:00:30/BEFORE EDT"), short_clock_words("TEV/END")
    ('<12:00', 'eve.')
    """
    told = _said(clock)
    figures = _figures(told.tail)[: len("00:00")]
    return _SIGNS.get(told.mod, "{}").format(figures or _SHORT_NAMES[told.tail["part"]])


def _figures(tail: re.Match[str]) -> str:
    """A tail as a clock shows it; empty for a part of the day."""
    if tail["part"]:
        return ""
    seconds = f":{tail['second']}" if tail["second"] else ""
    return f"{tail['hour']}:{tail['minute'] or '00'}{seconds}"
