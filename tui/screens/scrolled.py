"""A screen whose keys of movement scroll one widget."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from tui.screens.keyed import Keyed

_FAR = 1 << 40


class Scrolling(Protocol):
    """Something that scrolls by lines and knows the height of its page."""

    @property
    def page(self) -> int:
        """How many lines a page moves."""

    def scroll_by(self, lines: int) -> None:
        """Move by lines."""


class Scrolled(Keyed):
    """Movement by line, half page, page and to the ends."""

    @abstractmethod
    def scrolling(self) -> Scrolling:
        """The widget that is scrolled."""

    def action_down(self) -> None:
        self.scrolling().scroll_by(1)

    def action_up(self) -> None:
        self.scrolling().scroll_by(-1)

    def action_page_down(self) -> None:
        self.scrolling().scroll_by(self.scrolling().page)

    def action_page_up(self) -> None:
        self.scrolling().scroll_by(-self.scrolling().page)

    def action_half_down(self) -> None:
        self.scrolling().scroll_by(self.scrolling().page // 2)

    def action_half_up(self) -> None:
        self.scrolling().scroll_by(-(self.scrolling().page // 2))

    def action_first(self) -> None:
        self.scrolling().scroll_by(-_FAR)

    def action_last(self) -> None:
        self.scrolling().scroll_by(_FAR)
