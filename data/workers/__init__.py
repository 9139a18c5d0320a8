"""Reading files where they can do no harm: in processes with limits, on this machine or on a cluster.

A file is read and its documents are tagged by pure functions. They run through an
:class:`~data.workers.executor.Executor`, which like one of ``concurrent.futures`` takes a function with its
arguments and promises what it yields: :class:`Processes` of this machine, or a
:class:`~data.workers.cluster.Cluster`. :func:`read_streaming` reads one file without holding all its
documents. Nothing here knows a collection.
"""

from __future__ import annotations

from data.workers.desks import ManyHands
from data.workers.event_rows import RowsElsewhere
from data.workers.executor import Executor
from data.workers.inside import WorkerLostError
from data.workers.ordered import FileRead, read_in_order
from data.workers.processes import Process, Processes, cores
from data.workers.reading import WorkedOut, read_document, read_one
from data.workers.reporting import reports_here, reports_in_order, stumbled
from data.workers.streaming import read_streaming

__all__ = [
    "Executor",
    "FileRead",
    "ManyHands",
    "Process",
    "Processes",
    "RowsElsewhere",
    "WorkedOut",
    "WorkerLostError",
    "cores",
    "read_document",
    "read_in_order",
    "read_one",
    "read_streaming",
    "reports_here",
    "reports_in_order",
    "stumbled",
]
