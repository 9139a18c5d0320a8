"""Documents as TimeML with inline TIMEX3: one file a document."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TextIO
from urllib.parse import quote

from data.errors import InputError
from data.export import Timeline
from data.export.timeml import timeml
from data.model import DatedDocument

SUFFIX = ".tml"


def write(timeline: Timeline, out: TextIO) -> None:
    """Write the one document of a timeline; raises InputError if there are several."""
    write_only(timeline.dated(), out)


def write_only(documents: Iterable[DatedDocument], out: TextIO) -> int:
    """Write the one document there is, if there is one, and say how many it was."""
    only = None
    for document in documents:
        if only is not None:
            raise InputError(
                "TimeML holds one document",
                "there are several",
                "Name a folder with -o DIR for one file each.",
            )
        only = document
    if only is None:
        return 0
    out.write(timeml(only))
    return 1


def write_folder(documents: Iterable[DatedDocument], folder: Path) -> int:
    """Write each document into a file of its own, named by its id; how many. Raises InputError."""
    count = 0
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for document in documents:
            count += 1
            # An id may be anything; as a file's name it must stay in the folder.
            name = quote(document.document.id, safe=" ()+,=@'")
            name = f"%2E{name[1:]}" if name.startswith(".") else name
            with (folder / f"{name}{SUFFIX}").open("w", encoding="utf-8", newline="") as out:
                out.write(timeml(document))
    except OSError as error:
        raise InputError(
            "Cannot write", f"{folder}: {error.strerror}", "Name a folder you can write to."
        ) from error
    return count
