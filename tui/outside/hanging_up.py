"""Ending as the user would when the connection drops or the machine goes down."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable

_ENDING = (signal.SIGHUP, signal.SIGTERM)


def end_when_hung_up(end: Callable[[], object]) -> None:
    """Have the program ended by ``end`` when a signal tells it to end.

    Signals come to the main thread alone: in another one nothing is done.
    """
    if threading.current_thread() is threading.main_thread():
        for sent in _ENDING:
            signal.signal(sent, lambda *_: _hang_up(end))


def _hang_up(end: Callable[[], object]) -> None:
    for sent in _ENDING:
        signal.signal(sent, signal.SIG_IGN)
    # The kernel tells a program whose shell has gone to go on as well. Textual would begin to read keys
    # again, from a terminal that is no more, and never end.
    signal.signal(signal.SIGCONT, lambda *_: None)
    # Who ends what Ctrl+Z stopped ("kill %1") has the terminal: reaching for it would stop it once more.
    signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGTTOU, signal.SIGTTIN))
    end()
