"""Errors that end a command: each has a title, a reason and a hint, and is told in one line."""

from __future__ import annotations

import errno

NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
"""A full disk; a user's share of it, or a file, that is as large as it may be."""


class DatelineError(Exception):
    """Something the user can mend.

    Attributes:
        title: what is wrong ("No such file").
        reason: where and why ("letters/march.txt").
        hint: what to do next ("Check the spelling, or give a folder.").
    """

    def __init__(self, title: str, reason: str, hint: str) -> None:
        super().__init__(f"{title}: {reason}. {hint}")
        self.title = title
        self.reason = reason
        self.hint = hint


class QueryError(DatelineError):
    """A mistake in a query; ``position`` is the offset of the mistake in the query's text, ``query``."""

    def __init__(self, reason: str, hint: str, position: int, query: str | None = None) -> None:
        super().__init__("The query has a mistake", reason, hint)
        self.position = position
        self.query = query


class CollectionError(DatelineError):
    """A collection that cannot be opened, read or written."""


class LostError(CollectionError):
    """A connection to a collection that was lost in the midst of something, of which nothing was written."""


class NotKeptError(CollectionError):
    """Something that could not be kept in a collection; whoever asked may go on with all else."""


class RightsError(NotKeptError):
    """Something that only others may do in a collection."""


class InputError(DatelineError):
    """A path, an argument or an input that cannot be used."""


def cannot_write(place: str, error: OSError, where: str) -> InputError:
    """What a user hears where a file or a folder cannot be written, whose room may have run out.

    Args:
        place: its path.
        error: what was raised.
        where: what else to name ("a file in a folder").
    """
    room = "Free some space, or name" if error.errno in NO_ROOM else "Name"
    reason = f"{place}: {error.strerror or error}"
    return InputError("Cannot write", reason, f"{room} {where} you can write to.")


def told(error: Exception, stopped: str) -> DatelineError:
    """An error as the user hears it, where a thread's own end would be silent.

    Args:
        error: what was raised; one that the user can mend stays as it is.
        stopped: what has stopped, as a sentence begins ("Reading stopped").
    """
    if isinstance(error, DatelineError):
        return error
    return DatelineError(
        f"{stopped} by a mistake of dateline",
        f"{type(error).__name__}: {error}",
        "What was kept before is safe; please report this.",
    )
