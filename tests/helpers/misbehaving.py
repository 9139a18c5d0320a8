"""Tasks for workers that do what a hostile file may make a library do; a worker finds them by name."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from data.events.desk import Desk
from data.events.report import Report
from data.model import DatedDocument, Document, Reading, Trouble
from data.reading.making.source import Source
from data.reading.reader import stream_source
from data.workers.inside import Facts, shared
from data.workers.reading import WholeFile, WorkedOut, read_all
from data.workers.reporting import report_all


def said(text: str) -> Iterator[Trouble]:
    yield Trouble("said", None, text, "")


def said_at_length(word: str, times: int) -> Iterator[Trouble]:
    yield from said(word * times)


def several(count: int, seconds: float) -> Iterator[Trouble]:
    for number in range(count):
        time.sleep(seconds)
        yield from said(str(number))


def hang() -> Iterator[Any]:
    while True:
        pass
    yield


def sleep_for_ever() -> Iterator[Any]:
    time.sleep(3600)
    yield None


def say_what_is_shared() -> Iterator[Trouble]:
    yield from said(shared())


def die_elsewhere(_: Desk, own: int) -> str:
    if os.getpid() != own:
        os._exit(5)
    return "done"


def person(desk: Desk, name: str) -> str:
    return desk.basis.names.of_person(name)


def no_report(held: int) -> Report:
    raise KeyError(held)


def crash() -> Iterator[Any]:
    os.kill(os.getpid(), signal.SIGSEGV)
    yield None


def leave() -> Iterator[Any]:
    os._exit(5)
    yield


def eat_memory() -> Iterator[Trouble]:
    eaten = []
    while True:
        eaten.append(bytes(8 << 20))
    yield


def stumble() -> Iterator[Trouble]:
    yield from said("one")
    raise ValueError("over a stone")


def send_a_stranger() -> Iterator[Path]:
    yield Path("not a word of the model")


def write(path: str) -> Iterator[Trouble]:
    Path(path).write_bytes(b"a letter home")
    yield from said("written")


def write_below_python(path: str) -> Iterator[Trouble]:
    """Through a descriptor that was opened before anything was forbidden, as a C library would."""
    import ctypes

    library = ctypes.CDLL(None)
    library.fopen.restype = ctypes.c_void_p
    file = library.fopen(path.encode(), b"w")
    library.fputs(b"a letter home", ctypes.c_void_p(file))
    library.fclose(ctypes.c_void_p(file))
    yield from said("written")


def delete(path: str) -> Iterator[Trouble]:
    Path(path).unlink()
    yield from said("deleted")


def connect(port: int) -> Iterator[Trouble]:
    socket.create_connection(("127.0.0.1", port), timeout=5).close()
    yield from said("connected")


def start_a_program() -> Iterator[Trouble]:
    subprocess.run(["true"], check=True)
    yield from said("started")


def say_or_crash(values: Sequence[str]) -> Iterator[tuple[int, Trouble]]:
    for at, value in enumerate(values):
        if value == "crash":
            yield from crash()
        yield at, Trouble("said", None, value, "")


def same_rules() -> str:
    return "the same"


def other_rules() -> str:
    """Tells something else in every process."""
    return str(os.getpid())


def process() -> Iterator[Trouble]:
    yield from said(str(os.getpid()))


BY_NAME: dict[str, Callable[[], Iterator[Trouble]]] = {
    "sleeps.pdf": sleep_for_ever,
    "crashes.pdf": crash,
    "leaves.pdf": leave,
    "eats.pdf": eat_memory,
    "stumbles.pdf": stumble,
}


KILLER = "kills.pdf"
"""A file that ends the process which started the worker: on a cluster the one that stands for the machine."""

SLOW = "slow.html"


def read_all_or_misbehave(
    values: Sequence[Document | WholeFile], *, working_out: bool = False
) -> Iterator[tuple[int, Facts | Reading | WorkedOut | Trouble]]:
    """As ``read_all``, but some names are those of files that make a library misbehave."""
    for at, value in enumerate(values):
        name = value.path.rpartition("/")[2]
        if name in BY_NAME:
            yield from ((at, item) for item in BY_NAME[name]())
        if name == KILLER or (isinstance(value, Document) and value.title == KILLER):
            os.kill(os.getppid(), signal.SIGKILL)
        if name == SLOW:
            time.sleep(2)
        yield from ((at, item) for _, item in read_all([value], working_out=working_out))


def stream_or_misbehave(source: Source) -> Iterator[Document | Trouble]:
    """As ``stream_source``, with the same names."""
    name = source.path.rpartition("/")[2]
    if name in BY_NAME:
        yield from BY_NAME[name]()
    yield from stream_source(source)


def place_of_reading(source: Source) -> Iterator[Trouble]:
    yield from said(f"{os.getpid()} {len(source.data)}")


def report_all_or_hang(documents: Sequence[DatedDocument]) -> Iterator[tuple[int, list[Report]]]:
    if any("never ends" in dated.document.text for dated in documents):
        yield from hang()
    yield from report_all(documents)
