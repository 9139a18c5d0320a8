"""How every run of the program ends: with an exit code, and with one line where something went wrong."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

from data import lengths
from data.commands import DONE, WRONG_USE
from data.errors import NO_ROOM, DatelineError, QueryError
from data.printable import hushed, printable, shortened

STOPPED = 130
"""The exit code of what the user stopped: as shells have it, 128 and the signal's number."""

_MARKED = "backslashreplace"

_BESIDE = 200
"""Letters of a query that are shown on either side of a mistake."""


def ended(run: Callable[[], int]) -> int:
    """Run the program with standard streams that are fit for use; returns the exit code."""
    _make_fit()
    try:
        code = run()
        sys.stdout.flush()
    except DatelineError as error:
        return _tell(error)
    except BrokenPipeError:
        # The reader of our output has gone (dateline find ... | head): nothing is left to do.
        _write_no_more()
        return DONE
    except OSError as error:
        if error.errno not in NO_ROOM:
            raise
        _write_no_more()
        hint = "Make room where the output or temporary files go, and try again."
        return _tell(DatelineError("Cannot write", os.strerror(error.errno), hint))
    except KeyboardInterrupt:
        _say("stopped; what was read so far is kept")
        return STOPPED
    return code


def _make_fit() -> None:
    """Make up for streams that were closed by whoever started the program, and for terminals of few signs."""
    # In this order, as a file that is opened takes the lowest number that is free.
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - to the end
    # A terminal that cannot show a character gets a mark in its place instead of an error; the program gets
    # one in the place of bytes that are no text.
    for stream, marked in ((sys.stdin, "replace"), (sys.stdout, _MARKED), (sys.stderr, _MARKED)):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors=marked)


def _write_no_more() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _tell(error: DatelineError) -> int:
    """Print an error as one line, with the place marked if it is in a query; returns the exit code."""
    _say(str(error))
    if isinstance(error, QueryError) and error.query is not None:
        first = max(0, error.position - _BESIDE)
        near = error.query[first : error.position + _BESIDE]
        if hushed(near) == near:  # an address with a password is told nowhere
            print(f"  {printable(near)}\n  {' ' * (error.position - first)}^", file=sys.stderr)
    return WRONG_USE


def _say(words: str) -> None:
    print(f"dateline: {printable(shortened(hushed(words), lengths.LINE))}", file=sys.stderr)
