"""Text from documents made safe to print: control and escape characters become visible marks."""

from __future__ import annotations

_MARKS = {code: chr(0x2400 + code) for code in range(0x20)}
_MARKS[0x7F] = "\u2421"
_MARKS |= {code: "\ufffd" for code in range(0x80, 0xA0)}
# Embedding, override and isolate controls could reorder what stands around them (Unicode TR 36, 2.3).
_MARKS |= {code: "\ufffd" for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C)}
_MARKS |= {0x2028: "\u2424", 0x2029: "\u2424", 0xFEFF: ""}
_MARKS |= {code: "\ufffd" for code in range(0xD800, 0xE000)}
_LINE = dict(_MARKS) | {0x09: " ", 0x0A: " ", 0x0D: " ", 0x2028: " ", 0x2029: " "}
_TEXT = dict(_MARKS) | {0x09: "    ", 0x0D: "", 0x0A: "\n"}


def printable(text: str) -> str:
    """One line of printable text: line ends and tabs are spaces, other controls are marks such as ␛."""
    return text.translate(_LINE)


def printable_lines(text: str) -> str:
    """Printable text that keeps its line ends."""
    return text.translate(_TEXT)
