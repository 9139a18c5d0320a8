"""Running counts over the lines of a text, so that any stretch of it is judged at once."""

from __future__ import annotations

from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.reading.articles.lines import Line

_STRAIGHT = "\"'"
_CURLY = "“”‘’"
_MARKS_OF_A_HOUSE = 3


class Tallies:
    """Paragraphs, and straight and curly quotation marks in them, counted in any stretch of lines."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._paragraphs = list(accumulate((line.look == "prose" for line in lines), initial=0))

    def paragraphs(self, first: int, after: int) -> int:
        """The number of paragraphs from line ``first`` up to line ``after``, that one excluded."""
        return self._paragraphs[after] - self._paragraphs[first]

    def change_of_house(self, first: int, middle: int, after: int) -> bool:
        """Whether lines before and from ``middle`` are set by different houses.

        One house uses straight quotation marks, the other curly ones.
        """
        if self._is_of_one_house:
            return False
        straight, curly = self._marks
        straight_before = straight[middle] - straight[first]
        straight_after = straight[after] - straight[middle]
        curly_before, curly_after = curly[middle] - curly[first], curly[after] - curly[middle]
        return (_plainly(straight_before, curly_before) and _plainly(curly_after, straight_after)) or (
            _plainly(curly_before, straight_before) and _plainly(straight_after, curly_after)
        )

    @cached_property
    def _is_of_one_house(self) -> bool:
        """Whether all quotation marks are straight, as in most texts that are told apart by nothing else."""
        return all(line.text.isascii() for line in self._lines)

    @cached_property
    def _marks(self) -> tuple[list[int], list[int]]:
        """Straight and curly quotation marks, counted when a change of house is first asked for."""
        prose = [line.text if line.look == "prose" else "" for line in self._lines]
        straight, curly = (
            list(accumulate((sum(map(text.count, marks)) for text in prose), initial=0))
            for marks in (_STRAIGHT, _CURLY)
        )
        return straight, curly


def _plainly(more: int, less: int) -> bool:
    return more >= _MARKS_OF_A_HOUSE and less * 10 <= more
