"""What a collection on the screen is read from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from data.pipeline import Settings


class ToRead(NamedTuple):
    """The files to be read into a collection.

    Attributes:
        paths: files and folders as the user named them; none for the files that the collection was read from.
        settings: what the user said of all of them, None if nothing.
        follow: whether they are watched and read again when they change.
    """

    paths: tuple[str, ...] = ()
    settings: Settings | None = None
    follow: bool = False

    def another_time(self) -> ToRead:
        """What can be read again: what came through standard input comes once."""
        return self._replace(paths=tuple(path for path in self.paths if path != "-"))
