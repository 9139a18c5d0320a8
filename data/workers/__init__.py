"""Reading one file at a time where it can do no harm: in processes with limits, several at once if asked.

A file is read and its documents are tagged by one pure function, :func:`read_one`. It runs through
:class:`Processes`, which like an executor of ``concurrent.futures`` takes a function with its arguments and
gives a future. Nothing here knows a collection.
"""

from __future__ import annotations

from data.workers.inside import WorkerLostError
from data.workers.ordered import FileRead, read_in_order
from data.workers.processes import Processes
from data.workers.reading import read_document, read_one

__all__ = ["FileRead", "Processes", "WorkerLostError", "read_document", "read_in_order", "read_one"]
