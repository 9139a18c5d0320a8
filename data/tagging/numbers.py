"""Numbers as texts write them: "25", "1,200", "2 1/2", "twenty-five", "a hundred", "two and a half"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def read_number(words: Sequence[str], values: Mapping[str, float], decimal: str = ".") -> float | None:
    """The number that tokens stand for; None where it is left open ("several").

    ``values`` gives number words in lower case their value; 100 and more multiply what stands before
    them, values below 1 ("half") are added, unknown words ("and", hyphens) join.
    """
    total, group, seen = 0.0, 0.0, False
    grouping = "." if decimal == "," else ","
    index = 0
    while index < len(words):
        word = words[index]
        if word.isdecimal():
            digits = word
            while index + 1 < len(words):
                step = 2 if words[index + 1] == grouping and index + 2 < len(words) else 1
                more = words[index + step]
                if len(more) != 3 or not more.isdecimal():
                    break
                digits += more
                index += step
            value = float(digits)
            if index + 2 < len(words) and words[index + 1] == decimal and words[index + 2].isdecimal():
                value = float(f"{digits}.{words[index + 2]}")
                index += 2
            elif index + 2 < len(words) and words[index + 1] == "/" and words[index + 2].isdecimal():
                value = float(digits) / (float(words[index + 2]) or 1.0)
                index += 2
            group, seen = group + value, True
        elif word in values:
            value = float(values[word])
            if value >= 1000:
                total, group = total + (group or 1.0) * value, 0.0
            elif value == 100 or (seen and value == 12 and group < 10):
                group = (group or 1.0) * value
            elif 20 <= group < 100 and 10 <= value < 100 and group % 100 >= 10:
                # "nineteen ninety-six": two pairs of digits, the way years are read aloud.
                group = group * 100 + value
            elif 10 <= group < 20 and value >= 10:
                group = group * 100 + value
            else:
                group += value
            seen = True
        index += 1
    return total + group if seen else None
