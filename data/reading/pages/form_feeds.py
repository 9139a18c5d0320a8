"""Plain text that form feeds part into pages: where each begins, and what stands at the edges of many."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from data.reading.pages.edges import LONGEST_RUNNING_LINE, many_of, without_numbers
from data.reading.pages.page import RunningText

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LINE = re.compile(r"[^\n\r\f]*\S[^\n\r\f]*")
_BLANK = re.compile(r"\n[ \t\r]*\n")
# So many lines and blocks at either edge may be running heads.
_EDGE = 4

_Range = tuple[int, int]


def text_on_pages(text: str) -> RunningText | None:
    """A text as its pages, the lines at their edges that come again set apart; None without form feeds."""
    if "\f" not in text:
        return None
    starts = [0, *(at.end() for at in re.finditer("\f", text.rstrip("\f\n\r ")))]
    if len(starts) == 1:
        return None
    pages = [
        _blocks(text, [line.span() for line in _LINE.finditer(text, start, end)])
        for start, end in zip(starts, (*starts[1:], len(text)), strict=True)
    ]
    heads = [blocks[:_EDGE] for blocks in pages]
    feet = [[block[::-1] for block in blocks[: -_EDGE - 1 : -1]] for blocks in pages]
    edges = {*_running(text, heads), *_running(text, feet)}
    return RunningText(text, tuple(sorted(edges)), tuple(starts), ())


def _blocks(text: str, lines: Sequence[_Range]) -> list[list[_Range]]:
    """Lines without a blank one between them, together."""
    blocks: list[list[_Range]] = []
    for line in lines:
        if not blocks or _BLANK.search(text, blocks[-1][-1][1], line[0]):
            blocks.append([])
        blocks[-1].append(line)
    return blocks


def _running(text: str, edges: Sequence[Sequence[Sequence[_Range]]]) -> Iterator[_Range]:
    """The lines that come on many pages, whatever their numbers, from the edge inwards.

    Blocks of such lines only, or else the one line at the very edge, which may stand close to the text.
    """

    def key(line: _Range) -> str:
        return without_numbers(text[line[0] : line[1]])

    often = Counter(
        one for blocks in edges for one in {key(line) for block in blocks for line in block[:_EDGE]}
    )
    enough = many_of(edges)

    def comes_again(line: _Range) -> bool:
        return often[key(line)] >= enough and line[1] - line[0] <= LONGEST_RUNNING_LINE

    for blocks in edges:
        for number, block in enumerate(blocks):
            if len(block) <= _EDGE and all(map(comes_again, block)):
                yield from block
                continue
            if number == 0 and comes_again(block[0]):
                yield block[0]
            break
