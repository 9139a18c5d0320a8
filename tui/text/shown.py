"""Text from documents as the screen can show it: on one line, and as wide as its characters together."""

from __future__ import annotations

from data.printable import printable

#: The indent of its later lines, and pieces of printable text with their looks.
Paragraph = tuple[str, tuple[tuple[str, str], ...]]

# Joiners, variation selectors, skin tones and invisible marks: what they do to the width of their neighbours
# differs from terminal to terminal, so a line with one would not stay aligned. Without them widths add up.
_UNSTEADY = dict.fromkeys((0x00AD, 0x200B, 0x200D, 0x2060, *range(0xFE00, 0xFE10), *range(0x1F3FB, 0x1F400)))


def shown(text: str) -> str:
    """Text from a document as one line that is safe to print and as wide as its characters together."""
    made = printable(text)
    return made if made.isascii() else made.translate(_UNSTEADY)
