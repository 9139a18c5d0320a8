"""Take in what others made: a chronology from a spreadsheet, or the marks of a colleague's copy.

A chronology's rows become events added by hand, with their sources; dates may be EDTF or words, and a time
of day may stand behind them or in a column of its own. A file written by "export --format marks" is united
with the marks of the collection.
"""

from __future__ import annotations

import argparse
import sys
from contextlib import nullcontext
from datetime import datetime
from pathlib import Path

from data.building import judging
from data.commands import DONE, NOTHING_FOUND, SOME_FAILED
from data.commands._arguments import add_collection, add_today
from data.commands._collection import opened_for_writing, say, say_trouble
from data.errors import InputError
from data.marks import told
from data.marks.making import now
from data.model import Mark, Trouble
from data.printable import printable
from data.store.protocol import Store
from data.user import user_name
from data.words import counted

HELP = "take in a spreadsheet chronology, or a colleague's marks"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("file", metavar="FILE", help="a CSV file, or marks; - is standard input")
    add_collection(parser)
    add_today(parser)


def run(options: argparse.Namespace) -> int:
    """Take the file in; exit code 3 if some of its rows or marks could not be used, 1 if it holds nothing."""
    from data.export import to_marks

    data = _read(options.file)
    with opened_for_writing(options.collection) as store:
        lines = data[:200].split(b"\n", 1)
        if to_marks.is_marks(lines[0].decode("utf-8", "replace")):
            return _take_marks(store, options.file, data)
        return _take_chronology(store, options, data)


def _take_marks(store: Store, path: str, data: bytes) -> int:
    from data.export import to_marks

    found = list(to_marks.read(path, data))
    troubles = [one for one in found if isinstance(one, Trouble)]
    for trouble in troubles:
        say_trouble(trouble)
    taken = judging.take_over(store, [one for one in found if isinstance(one, Mark)])
    for ours, theirs in taken.contested:
        later, earlier = (theirs, ours) if (theirs.at, theirs.id) > (ours.at, ours.id) else (ours, theirs)
        where = theirs.passages[0].text or theirs.passages[0].document
        say(f"dateline: “{where}”: {told(later)}; before that: {told(earlier)}. The later one holds")
    waiting = len(store.waiting())
    said = f"{counted(taken.new, 'new mark')}, {taken.turned} taken back or put back, {taken.known} known"
    say(f"dateline: {said}; {waiting} wait for their passage" if waiting else f"dateline: {said}")
    if troubles:
        return SOME_FAILED
    return DONE if taken.new or taken.turned or taken.known else NOTHING_FOUND


def _take_chronology(store: Store, options: argparse.Namespace, data: bytes) -> int:
    from data.chronology import read_sheet

    today = options.today or datetime.now().astimezone().date().toordinal()
    sheet = read_sheet(options.file, data, store.event, by=user_name(), at=now(), today=today)
    taken = judging.take_over(store, sheet.marks)
    for trouble in sheet.troubles:
        say_trouble(trouble)
    added = sum(mark.kind == "event" for mark in sheet.marks)
    changes = len(sheet.marks) - added
    say(
        f"dateline: {counted(sheet.rows, 'row')} read: {counted(added, 'event')} by hand and "
        f"{counted(changes, 'change')}, "
        f"{taken.known} of them known already"
    )
    if any(trouble.lost for trouble in sheet.troubles):
        return SOME_FAILED
    return DONE if sheet.rows else NOTHING_FOUND


def _read(path: str) -> bytes:
    from data.reading.opening import limits
    from data.reading.opening.continued import read_at_most

    try:
        with nullcontext(sys.stdin.buffer) if path == "-" else Path(path).open("rb") as file:
            return read_at_most(file, limits.FILE_BYTES)
    except limits.UnreadableError as error:
        raise InputError("Cannot read", f"{printable(path)}: {error.reason}", error.hint) from error
    except OSError as error:
        raise InputError(
            "Cannot read", f"{printable(path)}: {error.strerror or error}", "Check the path."
        ) from error
