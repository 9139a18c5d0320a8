"""Read documents into a collection; only what is new or has changed is read again."""

from __future__ import annotations

import argparse
import os

from data import collection, pipeline
from data.commands import DONE, NOTHING_FOUND, SOME_FAILED
from data.commands._arguments import OF_PATHS, add_collection, add_jobs, add_reading
from data.commands._collection import damage_told, say, say_trouble, say_warning
from data.commands._passing import clear_passing, show_passing
from data.errors import InputError
from data.store.address import is_on_server
from data.words import counted

HELP = "read documents into a collection"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files and folders; - is standard input")
    add_collection(parser, OF_PATHS)
    add_reading(parser)
    parser.add_argument("--verify", action="store_true", help="compare unchanged files by their bytes")
    add_jobs(parser, "how many processes read at once (default: cores, at most 4)")
    parser.add_argument(
        "--dask",
        metavar="ADDRESS",
        help="read on the machines of a Dask cluster: the address of its scheduler, such as tcp://10.0.0.5:8786",
    )


def run(options: argparse.Namespace) -> int:
    """Build, telling progress and troubles on standard error."""
    choice = collection.choose(options.paths, options.collection)
    say_warning(choice)
    if _is_misspelt(choice):
        raise InputError("No such file or folder", ", ".join(choice.paths), "Check the spelling of the path.")
    settings = pipeline.Settings(options.published, options.language, options.verify)
    failed = 0
    step = None
    with damage_told(choice.address):
        for step in pipeline.build(
            choice.paths, choice.address, settings, jobs=options.jobs, dask=options.dask
        ):
            show_passing(f"{step.done}/{step.total} {step.path}" if step.stage == "reading" else step.stage)
            if step.troubles or step.stage == "done":
                clear_passing()
            for trouble in step.troubles:
                failed += trouble.lost
                say_trouble(trouble)
    if step is None:
        return NOTHING_FOUND
    collection.remember(choice)
    say(
        f"{counted(step.read, 'file')} read, {step.unchanged:,} unchanged, {failed:,} with trouble; "
        f"{counted(step.events, 'event')} in {choice.address}"
    )
    if failed:
        return SOME_FAILED
    return DONE if step.total else NOTHING_FOUND


def _is_misspelt(choice: collection.Choice) -> bool:
    """Whether nothing is there to be read, nor a collection of what was: then none is begun."""
    begun = is_on_server(choice.address) or os.path.exists(choice.address)  # noqa: PTH110 - no, where it cannot be asked
    return not begun and not any(path == "-" or os.path.lexists(path) for path in choice.paths)
