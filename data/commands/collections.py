"""The collections in the user's data folder: how many documents and events, how large, since when."""

from __future__ import annotations

import argparse
import datetime
import sys
from contextlib import closing
from pathlib import Path

from data import collection
from data.commands import DONE, NOTHING_FOUND
from data.commands._collection import say
from data.errors import DatelineError, InputError
from data.printable import printable
from data.store import open_collection
from data.store.sqlite.beside import SIDE_FILES
from data.words import counted

HELP = "what collections there are; remove one"
_YES = ("y", "yes")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("--remove", metavar="NAME", help="delete a collection, which building makes again")
    parser.add_argument("--yes", action="store_true", help="with --remove: even if marks go with it, unasked")


def run(options: argparse.Namespace) -> int:
    """List the collections, or remove one."""
    if options.remove is not None:
        return _remove(options.remove, sure=options.yes)
    if options.yes:
        raise InputError("Nothing to agree to", "--yes goes with --remove", "Say --remove NAME --yes.")
    paths = collection.known()
    for path in paths:
        print(_line(path))
    if not paths:
        say("dateline: no collections yet. Make one with: dateline build PATH")
        return NOTHING_FOUND
    return DONE


def _line(path: Path) -> str:
    changed = datetime.datetime.fromtimestamp(path.stat().st_mtime, tz=datetime.UTC).date().isoformat()
    name = printable(path.name.removesuffix(collection.SUFFIX))
    size = sum(file.stat().st_size for file in _files(path))
    try:
        with closing(open_collection(path)) as store:
            totals, marks = store.totals(), len(store.marks())
    except DatelineError as error:
        return f"{name}  {error.reason}"
    sizes = (totals.documents, "document"), (totals.events, "event"), (marks, "mark")
    counts = "  ".join(counted(number, noun) for number, noun in sizes)
    return f"{name}  {counts}  {size / 1_000_000:.1f} MB  {changed}  {printable(str(path))}"


def _files(path: Path) -> list[Path]:
    files = [path.with_name(path.name + suffix) for suffix in ("", *SIDE_FILES)]
    return [file for file in files if file.exists()]


def _remove(name: str, *, sure: bool) -> int:
    for path in collection.known():
        if path.name.removesuffix(collection.SUFFIX) != name:
            continue
        at_risk = _at_risk(path)
        if at_risk and not sure and not _agreed(f"{name} has {at_risk}. Delete it?"):
            hint = "Say --yes to delete it all the same; dateline export --format marks keeps the marks."
            raise InputError("Not removed", f"{name} has {at_risk}", hint)
        for file in _files(path):
            file.unlink()
        say(f"dateline: removed {path}")
        return DONE
    raise InputError("No such collection", name, "See their names with: dateline collections")


def _at_risk(path: Path) -> str:
    """What building the collection again would not bring back, in words; empty if all would come back."""
    try:
        with closing(open_collection(path)) as store:
            marks = len(store.marks())
    except DatelineError:
        return "perhaps marks, but it cannot be read"
    return f"{counted(marks, 'mark')} that no building brings back" if marks else ""


def _agreed(question: str) -> bool:
    """Whether the user says yes; where nobody can be asked, nobody does."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    print(f"{printable(question)} [y/N] ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in _YES
