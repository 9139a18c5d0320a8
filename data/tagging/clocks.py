"""Times of day: from what words say of hour, minute and part of the day to the time that TIMEX3 writes."""

from __future__ import annotations

from typing import Any

from data.tagging.numbers import as_number

# "Monday evening at 8" is 20:00.
_AFTER_NOON = ("TAF", "TEV")
# Noon and midnight, which ends a day unless something lasts from it.
_MIDNIGHT = "T24:00"
_NEED_NO_PART = ("T12:00", _MIDNIGHT)
# "Ten o'clock tonight" is 22:00, "two o'clock at night" 2:00.
_NIGHT = 5


def read_time(draft: dict[str, Any]) -> bool:
    """Sort out the time of day of a draft's fields; False if its hour is no number ("some o'clock").

    Hours, minutes and seconds with the part of the day become one time as TIMEX3 writes it, "T20:30".
    """
    if "hhmm" in draft:
        digits = draft.pop("hhmm").zfill(4)
        draft["hour"], draft["minute"] = digits[:2], digits[2:]
    clock = draft.get("time") or ""
    if clock == _MIDNIGHT and draft.get("role") == "from":
        draft["time"] = "T00:00"
    if clock in _NEED_NO_PART:
        # "From 10 a.m. until noon": the part of the first end is none of the second.
        draft.pop("part", None)
    elif "part" in draft and clock[1:2].isdecimal():
        # "Half past eight in the evening", in a language that has a word for half past eight.
        draft["hour"], draft["minute"] = clock[1:3], clock[4:6]
    if "hour" not in draft:
        return True
    said, minute = as_number(draft.pop("hour")), draft.pop("minute", None)
    if said is None:
        return False
    hour = int(said)
    if (left := draft.pop("minute_to", None)) is not None:
        # "Ten minutes to one" is 12:50.
        hour, minute = (hour - 2) % 12 + 1, 60 - int(left)
    if minute is None:
        minute = (said - hour) * 60
    after_noon = draft.get("time") in _AFTER_NOON or (draft.get("time") == "TNI" and hour >= _NIGHT)
    part = draft.pop("part", "pm" if after_noon else None)
    second = draft.pop("second", None)
    if part == "pm" and hour < 12:
        hour += 12
    elif part == "am" and hour == 12:
        hour = 0
    tail = f"T{hour:02d}:{int(minute):02d}"
    draft["time"] = tail + (f":{int(second):02d}" if second is not None else "")
    return True


def is_clock(time: str) -> bool:
    """Whether a time of the day ("T10:30", "TMO", "") can be one; an hour may be 24, the end of a day."""
    hour, *rest = time[1:].split(":")
    if not hour.isdecimal():
        return True
    minute = rest[0] if rest else "0"
    return len(hour) == 2 and int(hour) <= 24 and (not minute.isdecimal() or int(minute) <= 59)
