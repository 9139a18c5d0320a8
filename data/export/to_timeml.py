"""Documents as TimeML with inline TIMEX3: one file a document."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count
from pathlib import Path
from typing import TextIO
from urllib.parse import quote

from data.errors import InputError, cannot_write
from data.export import Timeline
from data.export.timeml import timeml
from data.model import DatedDocument

SUFFIX = ".tml"


def write(timeline: Timeline, out: TextIO) -> None:
    """Write the one document of a timeline; raises InputError if there are several."""
    write_only(timeline.dated(), out)


def write_only(documents: Iterable[DatedDocument], out: TextIO) -> int:
    """Write the one document there is, if there is one, and say how many it was.

    Raises InputError for a second one, before anything is written.
    """
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
    """Write each document into a file of its own, named by its id; how many. Raises InputError.

    Files that know nothing of one another may use an id twice: the second document's is "ID (2)".
    """
    written: set[str] = set()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for document in documents:
            name = _free(_file_name(document.document.id), written)
            written.add(name)
            with (folder / f"{name}{SUFFIX}").open("w", encoding="utf-8", newline="") as out:
                out.write(timeml(document))
    except OSError as error:
        raise cannot_write(str(folder), error, "a folder") from error
    return len(written)


def _file_name(document_id: str) -> str:
    """An id, which may be anything, as the name of a file that stays in its folder."""
    name = quote(document_id, safe=" ()+,=@'")
    return f"%2E{name[1:]}" if name.startswith(".") else name


def _free(name: str, written: set[str]) -> str:
    """The name, numbered if it is written already."""
    if name not in written:
        return name
    return next(again for number in count(2) if (again := f"{name} ({number})") not in written)
