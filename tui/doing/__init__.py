"""What is done for a screen: actions in classes of their own, loaded when the first of them is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.screens.events import EventScreen
    from tui.screens.keyed import Keyed
    from tui.state.session import Session


class Doing:
    """Methods ``action_<id>`` for actions of the table that a screen leaves to others."""

    screen: Keyed

    def __init__(self, screen: Keyed) -> None:
        self.screen = screen


class OnEvents(Doing):
    """What is done with the events of a session."""

    screen: EventScreen

    @property
    def session(self) -> Session:
        """What the user is looking at."""
        return self.screen.session
