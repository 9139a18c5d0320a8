"""What was read: every document with its publication date and what that rests on; what failed, and why."""

from __future__ import annotations

import argparse
import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence

from data.building.judging import leave_out, take_in
from data.building.moves import Move, apply, moves
from data.building.report import file_reports, place_in
from data.citation import source_name
from data.commands import DONE, NOTHING_FOUND, SOME_FAILED
from data.commands._arguments import add_collection, edtf_date
from data.commands._collection import opened, opened_for_writing, say, say_trouble
from data.errors import InputError
from data.marks import told
from data.model import TELLING
from data.printable import printable
from data.store.lists import DocumentRow
from data.store.protocol import ReadingStore
from data.words import published_words

HELP = "what was read, with publication dates; set one, remove some"

_WIDTH = 80
_INDENT = "    "
_DEEPEST = 16


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
    change.add_argument("--remove", nargs="+", metavar="ID", help="take documents out of the collection")
    change.add_argument("--restore", nargs="+", metavar="ID", help="let builds read removed documents again")
    change.add_argument(
        "--waiting", action="store_true", help="the marks on passages that are in no document any more"
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="with --set: tell what would move, and change nothing"
    )
    add_collection(parser)


def run(options: argparse.Namespace) -> int:
    """List the documents, or change one."""
    if options.dry_run and options.set is None:
        raise InputError("Nothing to try", "--dry-run goes with --set", "Say --set ID DATE --dry-run.")
    if options.set is not None:
        return _set(options, *options.set)
    if options.remove is not None:
        return _remove(options)
    if options.restore is not None:
        return _restore(options)
    if options.waiting:
        return _waiting(options)
    if options.files:
        return _files(options)
    with opened(options.collection) as store:
        rows = store.documents()
        for row in rows:
            print("\n".join(_lines(row)))
        troubles = [trouble for record in store.files().values() for trouble in record.troubles]
        for trouble in troubles:
            say_trouble(trouble)
        _say_more(store)
        if any(trouble.lost for trouble in troubles):
            return SOME_FAILED
        return DONE if rows else NOTHING_FOUND


def _files(options: argparse.Namespace) -> int:
    with opened(options.collection) as store:
        reports = file_reports(store)
    lost = False
    for report in reports:
        print(printable(f"{report.record.path}  {report.words}"))
        for guess in report.guesses:
            print(printable(f"{_INDENT}{guess}"))
        for trouble in report.record.troubles:
            place = place_in(report.record, trouble)
            said = f"{f'{place}: ' if place else ''}{trouble.reason}. {trouble.hint}"
            print("\n".join(_wrapped(_INDENT, said)))
            lost |= trouble.lost
    if lost:
        return SOME_FAILED
    return DONE if reports else NOTHING_FOUND


def _lines(row: DocumentRow) -> Iterator[str]:
    """A document in a few lines of at most 80 columns, the id and the title first."""
    named = row.publisher or (row.byline and not row.title)
    name = source_name(row.publisher, None, row.path, row.byline) if named else ""
    source = f"{name}: " if name and not (row.title or "").startswith(name) else ""
    yield from _wrapped(f"{row.id}  ", f"{source}{row.title or 'without a title'}")
    place = row.path if row.line is None else f"{row.path}:{row.line}"
    tells = row.kind in TELLING
    kind = f"{row.kind} ({row.language or 'language unknown'})" if tells else row.kind
    yield from _wrapped(_INDENT, f"{kind}, {row.length} characters, {row.passages} passages in {place}")
    if tells:
        stated = row.published.basis in ("stated", "given")
        basis = f" ({row.published.basis})" if stated else ""
        yield from _wrapped(_INDENT, f"published {published_words(row.published)}{basis}")
        for reason in (row.published.evidence or "").split("; "):
            yield from _wrapped(f"{_INDENT}  ", reason)


def _wrapped(head: str, text: str) -> list[str]:
    return textwrap.wrap(
        printable(text),
        _WIDTH,
        initial_indent=printable(head),
        subsequent_indent=" " * min(len(head), _DEEPEST),
        break_long_words=False,
        break_on_hyphens=False,
    )


def _set(options: argparse.Namespace, document_id: str, date: str) -> int:
    if date:
        try:
            edtf_date(date)
        except argparse.ArgumentTypeError as error:
            raise InputError("Not a date", str(error), "Use EDTF or ISO, such as 2024-07-08.") from error
    if options.dry_run:
        with opened(options.collection) as store:
            _check(store, document_id)
            moved = moves(store, document_id, date or None)
    else:
        with opened_for_writing(options.collection) as writer:
            _check(writer, document_id)
            moved = apply(writer, document_id, date or None)
    for line in _moved_lines(moved, document_id):
        print(line)
    basis = date or "by its own words again"
    would, are = ("would be", "would move") if options.dry_run else ("is", "moved")
    passages = sum(move.kind != "published" for move in moved)
    others = len({move.document for move in moved} - {document_id})
    say(
        f"dateline: {document_id} {would} dated {basis}; {passages} passages {are}"
        f"{f', some in {others} other documents dated by it' if others else ''}"
    )
    return DONE


def _moved_lines(moved: Sequence[Move], document_id: str) -> Iterator[str]:
    """What moved, document by document, a line for all that is said and moves alike."""
    document = ""
    for move in moved:
        if move.document != document:
            document = move.document
            yield from _wrapped(f"{document}  ", move.title or "without a title")
        days = f"{move.before_words} -> {move.after_words}"
        if move.kind == "published":
            yield from _wrapped(_INDENT, f"published: {days}")
        elif move.kind == "expression":
            yield from _wrapped(_INDENT, f"{move.said}: {days} · {move.tells}")
    counts = Counter(
        (move.document, move.before_words, move.after_words) for move in moved if move.kind == "passage"
    )
    for (other, before, after), count in counts.items():
        whose = "" if other == document_id else f" in {other}"
        number = (
            "1 passage without a date of its" if count == 1 else f"{count} passages without a date of their"
        )
        yield from _wrapped("", f"{number} own{whose}: {before} -> {after}")


def _remove(options: argparse.Namespace) -> int:
    chosen = list(dict.fromkeys(options.remove))
    with opened_for_writing(options.collection) as store:
        for document_id in chosen:
            _check(store, document_id)
        leave_out(store, chosen)
    what = (
        f"{chosen[0]} is removed and stays"
        if len(chosen) == 1
        else f"{len(chosen)} documents are removed and stay"
    )
    say(f"dateline: {what} out of builds, until: dateline documents --restore ID")
    return DONE


def _restore(options: argparse.Namespace) -> int:
    with opened_for_writing(options.collection) as store:
        for document_id in options.restore:
            if document_id not in store.left_out():
                removed = ", ".join(sorted(store.left_out())) or "none"
                raise InputError("No removed document", document_id, f"Removed are: {removed}.")
        restored = take_in(store, options.restore)
    say(f"dateline: {', '.join(restored)} will be read by the next: dateline build PATH")
    return DONE


def _waiting(options: argparse.Namespace) -> int:
    with opened(options.collection) as store:
        waiting = store.waiting()
    for mark in waiting:
        print(printable(told(mark)))
        for passage in mark.passages:
            where = passage.path or passage.document
            print("\n".join(_wrapped(_INDENT, f"{where}: {passage.text}" if passage.text else where)))
    return DONE if waiting else NOTHING_FOUND


def _say_more(store: ReadingStore) -> None:
    """What the list of documents does not show: those removed, and marks on what is in none of them."""
    removed, waiting = store.left_out(), len(store.waiting())
    if removed:
        say(f"dateline: removed: {', '.join(sorted(removed))}; back with: dateline documents --restore ID")
    if waiting:
        are = "mark is" if waiting == 1 else "marks are"
        say(f"dateline: {waiting} {are} on what no document says any more: dateline documents --waiting")


def _check(store: ReadingStore, document_id: str) -> None:
    if store.document(document_id) is None:
        raise InputError("No such document", document_id, "See their ids with: dateline documents")
