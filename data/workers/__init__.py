"""Reading one file at a time where it can do no harm: in processes with limits, several at once if asked.

A file is read and its documents are tagged by one pure function, :func:`read_one`. It runs through
:class:`Processes`, which like an executor of ``concurrent.futures`` takes a function with its arguments and
gives a future. :func:`read_streaming` reads one file without holding all its documents. Nothing here knows a
collection.
"""

from __future__ import annotations

from data.workers.inside import WorkerLostError
from data.workers.ordered import FileRead, read_in_order
from data.workers.processes import Process, Processes
from data.workers.reading import read_document, read_one
from data.workers.streaming import read_streaming

__all__ = [
    "FileRead",
    "Process",
    "Processes",
    "WorkerLostError",
    "read_document",
    "read_in_order",
    "read_one",
    "read_streaming",
]
