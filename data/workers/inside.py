"""What runs inside a worker process: it takes a function with arguments, and sends what the function yields.

The process confines itself before it touches a file. Three limits are the kernel's, so code that hangs or
crashes in a C library cannot get round them: address space, the time until the next item (an alarm that
ends the process), and files (none can grow by a byte, no core is dumped). Python code, libraries' included,
is refused connections, other processes and every change to the file system besides.

This module is all that a worker loads before its first task.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NoReturn

from data.garbage import given_back_at_the_end, seldom_collected
from data.printable import shortened
from data.workers.packing import pack, unpack_task

READY = b"ready"
SHARED = b"shared "
"""What a worker is sent beside tasks, which begin otherwise: a value that all tasks from now on share."""
END = b"end"
MISTAKE = b"mistake "
"""What a worker sends beside packed items, which begin otherwise: the end of a task, and what it raised."""
OUT_OF_MEMORY = 77
"""The exit code of a worker that ran into its limit of memory."""

_REFUSED = (
    "socket.", "subprocess.", "os.fork", "os.exec", "os.posix_spawn", "os.spawn", "os.system", "os.startfile",
    "os.chmod", "os.chown", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.symlink",
    "os.truncate", "os.utime", "os.setxattr", "os.removexattr", "shutil.", "tempfile.", "pty.", "webbrowser.",
)  # fmt: skip
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class WorkerLostError(Exception):
    """A task that its worker did not finish.

    Attributes:
        reason: why, to follow the file's name.
        hint: what the user can do.
        again: whether another try may end otherwise, as the worker was ended by something else.
    """

    def __init__(self, reason: str, hint: str, *, again: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.hint = hint
        self.again = again


@dataclass(frozen=True, slots=True)
class Facts:
    """A file as it was read: the hexadecimal digest of its bytes, their number, and when it was modified.

    ``modified`` counts nanoseconds since 1970; it is 0 for standard input.
    """

    sha256: str
    size: int
    modified: int


def main(descriptor: int, seconds: float, memory: int) -> None:
    """Serve tasks until the other side goes away.

    Args:
        descriptor: the connection's file descriptor.
        seconds: until a task's next item must come.
        memory: bytes of address space; 0 for no limit.
    """
    from multiprocessing.connection import Connection

    connection = Connection(descriptor)
    given_back_at_the_end()
    confine(memory)
    connection.send_bytes(READY)
    with seldom_collected():
        while True:
            try:
                given = connection.recv_bytes()
            except EOFError:
                return
            if given.startswith(SHARED):
                _received[:] = [unpack_task(given.removeprefix(SHARED))]
                continue
            function, arguments = unpack_task(given)
            try:
                for item in _in_time(function(*arguments), seconds):
                    connection.send_bytes(pack(item))
                connection.send_bytes(END)
            except MemoryError:
                _leave(OUT_OF_MEMORY)
            except BrokenPipeError:
                return
            except Exception as error:
                connection.send_bytes(MISTAKE + mistake(error)[0].encode(errors="replace"))


def shared() -> Any:
    """The value that the executor shares with its tasks; only inside of one."""
    (value,) = _received
    return value


_received: list[object] = []


def _in_time(items: Iterator[object], seconds: float) -> Iterator[object]:
    """Items, the clock running only while the next one is made: sending may wait for a slow reader."""
    while True:
        signal.setitimer(signal.ITIMER_REAL, seconds)
        try:
            item = next(items)
        except StopIteration:
            return
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
        yield item


def _leave(code: int) -> NoReturn:
    """End at once: with no memory left nothing can be relied upon."""
    os._exit(code)


def confine(memory: int) -> None:
    """Take from this process, for good, what reading a file does not need."""
    import resource

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the reader is told to stop, and ends its workers
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    sys.dont_write_bytecode = True
    limits = [(resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, 0)]
    if memory:
        limits.append((resource.RLIMIT_AS, memory))
    for limit, most in limits:
        resource.setrlimit(limit, (most, most))
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "open":
        path, _, flags = arguments
        if isinstance(flags, int) and flags & _WRITING and path != os.devnull:
            raise PermissionError("nothing is written while a file is read")
    elif event.startswith(_REFUSED):
        raise PermissionError(f"reading a file may not use {event}")


def mistake(error: Exception) -> tuple[str, str]:
    """What is told of a document that dateline stumbles over, and what the user can do: the others go on."""
    said = " ".join(f"{type(error).__name__}: {error}".split())
    return f"dateline made a mistake ({shortened(said, 200)})", "Please report this."


Task = tuple[Callable[..., Iterator[object]], tuple[object, ...]]
"""What a worker is sent: a function that can be imported by its name, and its arguments."""
