"""Scrolling by the terminal itself: lines that only move are not sent again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from textual.widget import Widget

if TYPE_CHECKING:
    from textual.app import App
    from textual.strip import Strip

_BEGIN_FRAME = "\x1b[?2026h"
"""What follows is shown at once when Textual's frame ends, by terminals that know this."""


def moved_rows(before: Sequence[Strip], after: Sequence[Strip], by: int) -> range:
    """The rows among which lines have moved up by ``by`` (down, if negative); empty if that saves nothing.

    Lines that stay in their rows at the top and the bottom, such as a heading that remains in sight, are
    no part of it.
    """
    if len(before) != len(after) or not 0 < abs(by) <= len(after) // 2:
        return range(0)
    differ = [y for y, (old, new) in enumerate(zip(before, after, strict=True)) if old != new]
    if not differ:
        return range(0)
    rows = range(differ[0], differ[-1] + 1)
    moved = sum(y + by in rows and before[y + by] == after[y] for y in rows)
    stay = len(rows) - len(differ)
    return rows if moved > stay + len(rows) // 2 else range(0)


def moved_lines(lines: Sequence[Strip], rows: range, by: int, come: Strip) -> list[Strip]:
    """Lines of which those in ``rows`` have moved up by ``by``, or down; ``come`` is what comes in."""
    return [
        lines[y] if y not in rows else lines[y + by] if y + by in rows else come for y in range(len(lines))
    ]


def scroll_sequence(lines: range, by: int) -> str:
    """What moves lines of the terminal, counted from 0, up by ``by``, or down.

    Line feeds and reverse line feeds inside margins (DECSTBM) do it in every terminal since the VT100.
    """
    where, step = (lines[-1], "\n" * by) if by > 0 else (lines[0], "\x1bM" * -by)
    return f"\x1b[{lines[0] + 1};{lines[-1] + 1}r\x1b[{where + 1}H\x1b[m{step}\x1b[r"


def scroll(app: App[object], lines: range, by: int) -> None:
    """Move lines of the terminal before the next frame is drawn."""
    driver = app._driver
    if driver is not None:
        begin = _BEGIN_FRAME if app._sync_available else ""
        driver.write(begin + scroll_sequence(lines, by))


def parts_beside(widget: Widget, lines: range) -> Iterator[Widget]:
    """What else stands in these lines of the screen, or lies over them."""
    around = {*widget.ancestors, widget}
    for part in widget.screen.walk_children(Widget):
        region = part.region
        if region.area and part not in around and region.y <= lines[-1] and lines[0] < region.bottom:
            yield part
