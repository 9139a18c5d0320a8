"""Giving the terminal back to the shell for a while, as Ctrl+Z does in every program."""

from __future__ import annotations

import os
import signal


def stopped() -> bool:
    """Stop this process and those it started until the shell goes on with them; False if no shell would.

    Without a shell that controls jobs (``ssh host dateline``, a window of tmux of its own) the kernel ignores
    the signal, so that nothing stops for good. The terminal must be as the shell left it.
    """
    gone_on: list[int] = []
    stop = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
    go_on = signal.signal(signal.SIGCONT, lambda number, _: gone_on.append(number))
    try:
        os.killpg(os.getpgrp(), signal.SIGTSTP)
    finally:
        signal.signal(signal.SIGTSTP, stop)
        signal.signal(signal.SIGCONT, go_on)
    return bool(gone_on)
