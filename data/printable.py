"""Text from documents made safe to print: control and escape characters become visible marks."""

from __future__ import annotations

import re

_UNSAFE = "\ufffd"
_MARKS: dict[int, str] = {code: chr(0x2400 + code) for code in range(0x20)}
_MARKS |= {0x7F: "\u2421", 0xFEFF: "", 0x2028: "\u2424", 0x2029: "\u2424"}
_MARKS |= dict.fromkeys(range(0x80, 0xA0), _UNSAFE)  # C1 controls, among them the one-byte CSI
_MARKS |= dict.fromkeys(range(0xD800, 0xE000), _UNSAFE)  # lone surrogates cannot be written in UTF-8
# Marks, embeddings, overrides and isolates that reorder what stands around them (Unicode TR 36, 2.3).
_MARKS |= dict.fromkeys((0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), _UNSAFE)
_LINE = _MARKS | dict.fromkeys((0x09, 0x0A, 0x0D, 0x2028, 0x2029), " ")

_PAGE = {code: mark for code, mark in _MARKS.items() if code not in (0x09, 0x0A)}
# What JSON leaves as it is of the above.
_STEERING = re.compile(r"[\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

_SECRET = re.compile(r"(postgres(?:ql)?://[^\s/:@]*:)\S+@", re.IGNORECASE)
_NAMED_SECRET = re.compile(r"([?&](?:ssl)?password=)[^\s&]+", re.IGNORECASE)


def printable(text: str) -> str:
    """One line of printable text: line ends and tabs are spaces, other controls are marks such as ␛."""
    return text.translate(_LINE)


def printable_page(text: str) -> str:
    """Printable text of several lines: line ends and tabs stay as they are."""
    return text.replace("\r\n", "\n").translate(_PAGE)


def in_json(value: object) -> str:
    """A value as JSON in one line of its own letters, those that would steer a terminal as escapes.

    A reader of JSON finds the same text.
    """
    import json  # what only shows does not wait for it

    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))


def shortened(text: str, most: int = 1_000) -> str:
    """A text of at most about so many letters: of one that is longer the middle is left out."""
    return text if len(text) <= most else f"{text[: most // 2]} ... {text[-most // 2 :]}"


def hushed(text: str) -> str:
    """A text without the passwords of servers' addresses in it: what was typed in the wrong place, too."""
    return _NAMED_SECRET.sub(r"\1...", _SECRET.sub(r"\1...@", text))
