"""A page as lines with places, and the running text that pages become."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.model import Link


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of a page: its text, its links, and its place in points from the page's lower left corner."""

    text: str
    left: float
    right: float
    bottom: float
    height: float
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page in reading order, its height in points, and the distance of its lines if known."""

    lines: tuple[PageLine, ...]
    height: float
    pitch: float = 0.0


@dataclass(frozen=True, slots=True)
class RunningText:
    """The text of all pages; ``pages`` are the offsets at which each begins."""

    text: str
    furniture: tuple[tuple[int, int], ...]
    pages: tuple[int, ...]
    links: tuple[Link, ...]
