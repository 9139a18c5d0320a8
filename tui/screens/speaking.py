"""A screen that says something until the next key."""

from __future__ import annotations

from tui.actions import Action
from tui.screens.keyed import Keyed


class Speaking(Keyed):
    """What an action says stands in the status line until the next one."""

    said = ""

    def say(self, words: str) -> None:
        """Tell the user something until the next key."""
        self.said = words
        self.tell()

    def tell(self) -> None:
        """Show what is said or, if that is nothing, where the user is."""
        raise NotImplementedError

    def perform(self, action: Action) -> None:
        self.said = ""
        super().perform(action)
