"""The collections in the user's data folder: how many documents and events, how large, since when."""

from __future__ import annotations

import argparse
import datetime
from pathlib import Path

from data import collection
from data.commands import DONE, NOTHING_FOUND
from data.commands._collection import say
from data.errors import DatelineError, InputError
from data.printable import printable
from data.store import open_collection

HELP = "what collections there are; remove one"
_SIDE_FILES = ("", "-wal", "-shm")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("--remove", metavar="NAME", help="delete a collection with all marks made in it")


def run(options: argparse.Namespace) -> int:
    """List the collections, or remove one."""
    if options.remove is not None:
        return _remove(options.remove)
    paths = collection.known()
    for path in paths:
        print(_line(path))
    if not paths:
        say("dateline: no collections yet. Make one with: dateline build PATH")
        return NOTHING_FOUND
    return DONE


def _line(path: Path) -> str:
    status = path.stat()
    changed = datetime.datetime.fromtimestamp(status.st_mtime, tz=datetime.UTC).date().isoformat()
    name = printable(path.name.removesuffix(collection.SUFFIX))
    try:
        store = open_collection(path)
    except DatelineError as error:
        return f"{name}  {error.reason}"
    totals = store.totals()
    store.close()
    size = f"{status.st_size / 1_000_000:.1f} MB"
    return f"{name}  {totals.documents} documents  {totals.events} events  {size}  {changed}  {path}"


def _remove(name: str) -> int:
    for path in collection.known():
        if path.name.removesuffix(collection.SUFFIX) == name:
            for suffix in _SIDE_FILES:
                path.with_name(path.name + suffix).unlink(missing_ok=True)
            say(f"dateline: removed {path}")
            return DONE
    raise InputError("No such collection", name, "See their names with: dateline collections")
