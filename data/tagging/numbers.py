"""Numbers as texts write them: "25", "1,200", "2 1/2", "twenty-five", "a hundred", "two and a half"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def read_number(words: Sequence[str], values: Mapping[str, float], decimal: str = ".") -> float | None:
    """The number that tokens stand for; None where it is left open ("several").

    ``values`` gives number words in lower case their value; 100 and more multiply what stands before
    them, values below 1 ("half") are added, unknown words ("and", hyphens) join.
    """
    total, group, seen = 0.0, 0.0, False
    index = 0
    while index < len(words):
        word = words[index]
        if word.isdecimal():
            value, index = _in_digits(words, index, decimal)
            group, seen = group + value, True
            continue
        index += 1
        if word not in values:
            continue
        value = float(values[word])
        if value >= 1000:
            total, group = total + (group or 1.0) * value, 0.0
        else:
            group = _in_words(group, value, seen=seen)
        seen = True
    return total + group if seen else None


def _in_digits(words: Sequence[str], index: int, decimal: str) -> tuple[float, int]:
    """The number in digits that begins at an index, and the index behind it: "1 200", "1,200.5", "1/2"."""
    grouping = "." if decimal == "," else ","
    digits = words[index]
    while index + 1 < len(words):
        step = 2 if words[index + 1] == grouping and index + 2 < len(words) else 1
        more = words[index + step]
        if len(more) != 3 or not more.isdecimal():
            break
        digits += more
        index += step
    mark, part = words[index + 1 : index + 3] if index + 2 < len(words) else ("", "")
    if part.isdecimal() and mark == decimal:
        return float(f"{digits}.{part}"), index + 3
    if part.isdecimal() and mark == "/":
        return float(digits) / (float(part) or 1.0), index + 3
    return float(digits), index + 1


def _in_words(group: float, value: float, *, seen: bool) -> float:
    """The number below a thousand that a number word makes of those before it."""
    if value == 100 or (seen and value == 12 and group < 10):
        # "Two hundred", "two dozen".
        return (group or 1.0) * value
    if 10 <= group < 100 and 10 <= value < 100:
        # "Nineteen ninety-six": two pairs of digits, the way years are read aloud.
        return group * 100 + value
    return group + value


def as_number(count: Any) -> float | None:
    """A count as a number; None for "several" and for words that no number is made of."""
    try:
        return float(count)
    except (TypeError, ValueError):
        return None
