"""Time expressions only: every document with what was found in it, nothing kept.

Documents of one file help one another to their publication dates (of a long file those that stand near
one another); files do not.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

from data.commands import DONE, NOTHING_FOUND, SOME_FAILED
from data.commands._arguments import add_reading
from data.commands._collection import say_trouble
from data.commands._output import standard
from data.commands._reasoning import reasoning
from data.dating import date_readings
from data.errors import InputError
from data.export.records import tagged_record
from data.export.to_timeml import write_folder, write_only
from data.model import DatedDocument, Reading, Trouble
from data.printable import in_json
from data.reading import Given, find_files
from data.workers import Process, read_streaming

_DATED_TOGETHER = 256  # documents of a file: memory is not to grow with the number of them

HELP = "time expressions only, as JSON Lines, TimeML or text"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files and folders; - is standard input")
    add_reading(parser)
    parser.add_argument("--format", choices=tuple(_WRITERS), default="jsonl", help="default: jsonl")
    parser.add_argument("-o", "--output", metavar="DIR", help="a folder: one file a document (timeml)")


def run(options: argparse.Namespace) -> int:
    """Tag and print; exit code 3 if some of the input failed, 1 if there was nothing to tag."""
    if options.format in _WITHOUT_FOLDER and options.output is not None:
        reason = f"{options.format} goes to standard output"
        raise InputError("No folder is needed", reason, "Leave -o out, or redirect.")
    files, troubles = find_files(options.paths)
    failed = list(troubles)
    for trouble in troubles:
        say_trouble(trouble)

    def told(trouble: Trouble) -> None:
        if trouble.lost:
            failed.append(trouble)
        say_trouble(trouble)

    given = Given.of(options.published, options.language)
    with Process() as process:
        found = (read_streaming(file.path, process, given) for file in files)
        count = _WRITERS[options.format](_dated(found, told), options.output)
    if failed:
        return SOME_FAILED
    return DONE if count else NOTHING_FOUND


def _dated(
    files: Iterable[Iterable[Reading | Trouble]], told: Callable[[Trouble], None]
) -> Iterator[DatedDocument]:
    """The documents of files, those of each dated among themselves; troubles are told at once."""
    for found in files:
        readings = _readings(found, told)
        while group := list(islice(readings, _DATED_TOGETHER)):
            yield from date_readings(group, {})


def _readings(found: Iterable[Reading | Trouble], told: Callable[[Trouble], None]) -> Iterator[Reading]:
    for item in found:
        if isinstance(item, Trouble):
            told(item)
        else:
            yield item


def _write_jsonl(dated: Iterable[DatedDocument], _folder: str | None) -> int:
    count = 0
    for item in dated:
        count += 1
        sys.stdout.write(in_json(tagged_record(item.document, item.expressions)) + "\n")
    return count


def _write_text(dated: Iterable[DatedDocument], _folder: str | None) -> int:
    """The text and the reasoning side by side, for writers of rules."""
    count = 0
    for item in dated:
        if count:
            print()
        count += 1
        for line in reasoning(item):
            print(line)
    return count


def _write_timeml(dated: Iterable[DatedDocument], folder: str | None) -> int:
    return write_only(dated, standard()) if folder is None else write_folder(dated, Path(folder))


_WITHOUT_FOLDER = ("jsonl", "text")
_WRITERS: dict[str, Callable[[Iterable[DatedDocument], str | None], int]] = {
    "jsonl": _write_jsonl,
    "timeml": _write_timeml,
    "text": _write_text,
}
