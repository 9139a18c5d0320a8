"""One file after another, read document by document, in a guarded process wherever a library reads it.

What our own bounded code reads (JSON Lines line by line, small plain text) is read here; memory then does not
grow with the number of documents, and nothing is sent from process to process.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from data.model import Document, Reading, Trouble
from data.reading import NOTHING_GIVEN, Given, stream_file
from data.reading.formats import from_jsonl, from_text
from data.reading.making.documents import documents_in
from data.reading.making.known_formats import format_of
from data.reading.opening import limits
from data.reading.opening.continued import read_at_most
from data.reading.reader import read_whole, stream_source
from data.workers.dividing import HERE_BYTES, is_read_here
from data.workers.inside import WorkerLostError
from data.workers.reading import read_document

if TYPE_CHECKING:
    from data.reading.making.source import Source
    from data.reading.opening.continued import Readable
    from data.workers.processes import Process


def read_streaming(path: str, process: Process, given: Given = NOTHING_GIVEN) -> Iterator[Reading | Trouble]:
    """The documents of a file one by one, each read with its sentences and time expressions.

    ``-`` is standard input. Raises DatelineError if the process cannot be started.
    """

    def whole(source: Source, file: Readable) -> Iterator[Document | Trouble]:
        return _guarded(source, file, process)

    for item in stream_file(path, given, whole=whole):
        yield read_document(item) if isinstance(item, Document) else item


def _guarded(source: Source, file: Readable, process: Process) -> Iterator[Document | Trouble]:
    try:
        if not os.path.isfile(source.path):  # noqa: PTH113 - no, where it cannot be asked
            # A pipe cannot be opened again: its bytes are sent.
            given = replace(source, data=read_at_most(file, limits.FILE_BYTES))
            if len(given.data) <= HERE_BYTES and format_of(given.path, given.data) in (from_text, from_jsonl):
                yield from documents_in(given)
            else:
                yield from process.run(documents_in, given)
        elif is_read_here(source.path, os.path.getsize(source.path)):  # noqa: PTH202 - as above
            yield from read_whole(source, file)
        else:
            yield from process.run(stream_source, source)
    except WorkerLostError as lost:
        yield Trouble(source.path, None, lost.reason, lost.hint, again=lost.again)
