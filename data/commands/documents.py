"""What was read: every document with its publication date and what that rests on; what failed, and why."""

from __future__ import annotations

import argparse

from data import pipeline
from data.commands import DONE, NOTHING_FOUND, SOME_FAILED
from data.commands._arguments import add_collection, edtf_date
from data.commands._collection import opened, say, say_trouble
from data.errors import InputError
from data.printable import printable
from data.report import file_reports
from data.store.protocol import DocumentRow, Selection, Store
from data.words import published_words

HELP = "what was read, with publication dates; set one, remove one"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    change = parser.add_mutually_exclusive_group()
    change.add_argument(
        "--set",
        nargs=2,
        metavar=("ID", "DATE"),
        help='give a document its publication date ("" takes it back)',
    )
    change.add_argument(
        "--files", action="store_true", help="file by file: what was read, what was not, and why"
    )
    change.add_argument("--remove", metavar="ID", help="take a document out of the collection")
    add_collection(parser)


def run(options: argparse.Namespace) -> int:
    """List the documents, or change one."""
    if options.set is not None:
        return _set(options, *options.set)
    if options.remove is not None:
        return _remove(options)
    if options.files:
        return _files(options)
    with opened(options.collection) as store:
        rows = store.documents()
        for row in rows:
            print("\n".join(_lines(row)))
        troubles = [trouble for record in store.files().values() for trouble in record.troubles]
        for trouble in troubles:
            say_trouble(trouble)
        if any(trouble.lost for trouble in troubles):
            return SOME_FAILED
        return DONE if rows else NOTHING_FOUND


def _files(options: argparse.Namespace) -> int:
    with opened(options.collection) as store:
        reports = file_reports(store)
    lost = False
    for report in reports:
        print(printable(f"{report.record.path}  {report.words}"))
        for trouble in report.record.troubles:
            place = "" if trouble.line is None else f"line {trouble.line}: "
            print(printable(f"    {place}{trouble.reason}. {trouble.hint}"))
            lost |= trouble.lost
    if lost:
        return SOME_FAILED
    return DONE if reports else NOTHING_FOUND


def _lines(row: DocumentRow) -> list[str]:
    place = row.path if row.line is None else f"{row.path}:{row.line}"
    source = f"{row.publisher}: " if row.publisher else ""
    published = f"published {published_words(row.published)}"
    if row.published.evidence:
        published += f" [{row.published.basis}: {row.published.evidence}]"
    head = f"{row.id}  {row.kind}, {row.length} characters, {row.passages} passages  {place}"
    title = f"    {source}{row.title or 'without a title'}"
    return [printable(line) for line in (head, title, f"    {published}")]


def _set(options: argparse.Namespace, document_id: str, date: str) -> int:
    if date:
        try:
            edtf_date(date)
        except argparse.ArgumentTypeError as error:
            raise InputError("Not a date", str(error), "Use EDTF or ISO, such as 2024-07-08.") from error
    with opened(options.collection, writing=True) as store:
        _check(store, document_id)
        before = _dates(store)
        store.give_date(document_id, date or None)
        pipeline.refresh(store)
        after = _dates(store)
    moved = sum(before.get(event, days) != days for event, days in after.items())
    new = len(after.keys() - before.keys())
    basis = date or "by its own words again"
    say(f"dateline: {document_id} is dated {basis}; {moved} events moved, {new} are new")
    return DONE


def _dates(store: Store) -> dict[str, tuple[int | None, int | None]]:
    total = store.totals().events
    return {row.id: (row.start, row.end) for row in store.rows(Selection(), 0, total)}


def _remove(options: argparse.Namespace) -> int:
    with opened(options.collection, writing=True) as store:
        _check(store, options.remove)
        store.remove_document(options.remove)
        pipeline.refresh(store)
    say(f"dateline: {options.remove} is removed; building its file again brings it back")
    return DONE


def _check(store: Store, document_id: str) -> None:
    if store.document(document_id) is None:
        raise InputError("No such document", document_id, "See their ids with: dateline documents")
