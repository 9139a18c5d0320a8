"""Times of day as a user types them, alone or behind a date."""

from __future__ import annotations

import re

from data.clock import clock

_TIME = re.compile(
    r"(?:,| at|, at)? (?:(?P<hour>\d\d?):(?P<minute>\d\d)(?P<second>:\d\d(?:\.\d+)?)?"
    r"(?: ?(?P<half>[ap])\.?m\.?)?"
    r"|(?P<hour12>\d\d?) ?(?P<half12>[ap])\.?m\.?)(?: ?(?P<zone>z|utc|gmt|[+-]\d\d:?\d\d))?\Z",
    re.IGNORECASE,
)
_NOON = 12
_NO_OFFSET = ("Z", "UTC", "GMT")


def read_time(text: str) -> str:
    """The clock that a time of day means ("10:15", "5 p.m. UTC"); raises ValueError with the reason."""
    timed = _TIME.fullmatch(f" {text.strip()}")
    if timed is None:
        raise ValueError(f"“{text.strip()}” is no time by the clock")
    return _clock_of(timed)


def without_time(text: str) -> tuple[str, str | None]:
    """A date without the time of day behind it, and the clock of that; raises ValueError if no day has it."""
    timed = _TIME.search(text)
    return (text, None) if timed is None else (text[: timed.start()], _clock_of(timed))


def _clock_of(timed: re.Match[str]) -> str:
    """The clock of a time of day; raises ValueError if no day has it."""
    hour, half = int(timed["hour"] or timed["hour12"]), (timed["half"] or timed["half12"] or "").lower()
    if half and not 1 <= hour <= _NOON:
        hour = -1
    elif half:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    zone = (timed["zone"] or "").upper()
    try:
        tail = f"T{hour:02d}:{timed['minute'] or '00'}{timed['second'] or ''}"
        return clock(tail, zone="UTC" if zone in _NO_OFFSET else zone)
    except ValueError as error:
        raise ValueError(f"“{timed[0].strip(' ,')}” is no time of day") from error
