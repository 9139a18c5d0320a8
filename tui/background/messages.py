"""Messages that pass between the reading thread and the screens: what happened, never what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from data.building.progress import Progress
    from data.errors import DatelineError


class ReadingWentOn(Message):
    """A file has been read, or a later stage begun."""

    def __init__(self, progress: Progress) -> None:
        super().__init__()
        self.progress = progress

    def can_replace(self, message: Message) -> bool:
        """Whether a later message makes this one needless: it does, unless this one tells of trouble."""
        return isinstance(message, ReadingWentOn) and not self.progress.troubles


class Answered(Message):
    """The collection has answered a question that took long; ``use`` does what was wanted of it."""

    def __init__(self, use: Callable[[], None]) -> None:
        super().__init__()
        self.use = use


class ReadingEnded(Message):
    """Nothing more is being read; ``error`` says why if it could not go on."""

    def __init__(self, error: DatelineError | None = None) -> None:
        super().__init__()
        self.error = error
