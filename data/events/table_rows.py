"""Rows of tables that begin with a date ("28.09.2015 | 120,000 | Blue Anchor"): each tells an event."""

from __future__ import annotations

import re
from collections.abc import Sequence

from data.model import Expression

# The first cell of a row is short and has a number.
_ROW = r"(?:\| ?)?(?=[^|\n]*\d)[^|\n]{4,30}\|[^|\n]+\|?[^\n]*"
_ROWS = re.compile(rf"^{_ROW}\n{{1,2}}{_ROW}$", re.MULTILINE)
_LETTERS = re.compile(r"[^\W\d_]{2}")


class TableRows:
    """The rows of one document's tables; two that follow one another make a table.

    Args:
        text: the document's text, in which a bar stands between the cells of a row.
    """

    def __init__(self, text: str) -> None:
        self._has_table = "|" in text and _ROWS.search(text) is not None

    def cells(self, piece: str, inside: Sequence[Expression]) -> list[str]:
        """What stands beside the date in a dated row; nothing for any other line, or for numbers alone.

        Args:
            piece: a line.
            inside: the time expressions in it.
        """
        if not self._has_table or not inside or inside[0].type != "DATE" or inside[0].start is None:
            return []
        first, bar, rest = piece.strip().removeprefix("|").partition("|")
        if not bar or first.strip() != inside[0].text or _LETTERS.search(rest) is None:
            return []
        return [cell for one in rest.split("|") if (cell := one.strip())]
