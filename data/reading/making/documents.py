"""The documents of a file or of a member of an archive; what its format cannot read is a trouble."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.model import Trouble
from data.reading.making.known_formats import format_of
from data.reading.opening.limits import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.model import Document
    from data.reading.making.source import Source


def documents_in(source: Source) -> Iterator[Document | Trouble]:
    """The documents of a file, or of a member of an archive, and what was wrong with it; never raises."""
    if source.data and not source.data.isspace():
        return untroubled(source, _of_its_format(source))
    return untroubled(source, iter(()))


def _of_its_format(source: Source) -> Iterator[Document | Trouble]:
    yield from format_of(source.name or source.path, source.data).read(source)


def untroubled(
    source: Source, found: Iterator[Document | Trouble], line: int | None = None
) -> Iterator[Document | Trouble]:
    """What a format finds, and a trouble in the place of what it raises; what was read before stays.

    Here, and nowhere else, whatever the library of a format raises is caught: faced with damaged and hostile
    files, libraries raise what they stumble over (IndexError, struct.error, RecursionError), and one such
    file must not end the reading of all others.
    """
    empty = True
    try:
        for item in found:
            empty = False
            yield item
        if empty:
            raise UnreadableError("the file is empty", "Nothing to do if that is as it should be.")
    except UnreadableError as refusal:
        yield Trouble(source.path, line, refusal.reason, refusal.hint)
    except MemoryError:
        reason = "it does not fit into the memory that reading may take"
        yield Trouble(source.path, line, reason, "Split it into smaller files.")
    except Exception as error:
        complaint = " ".join(str(error).split())[:200]
        told = f"{type(error).__name__}: {complaint}" if complaint else type(error).__name__
        yield Trouble(
            source.path,
            line,
            f"it cannot be read as what its name says ({told})",
            "It may be damaged, or another kind of file; open it in its own program and save it again.",
        )
