"""Saying what is done to a collection of an earlier version while it is opened, if that takes long."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextvars import ContextVar

Listener = Callable[[str], None]

LISTENER: ContextVar[Listener | None] = ContextVar("LISTENER", default=None)
"""Whoever opens collections may set it to learn of long upgrades, a sentence at a time."""

_PATIENCE = 1.0  # seconds: what is done sooner is not told
_BETWEEN = 5.0  # seconds from one sentence to the next


class Upgrade:
    """A collection on its way from one version to another.

    Args:
        name: what the user calls it.
        version: that it has.
        goal: the version it gets.
    """

    def __init__(self, name: str, version: int, goal: int) -> None:
        self._listener = LISTENER.get()
        self._began = time.monotonic()
        self._next = self._began + _PATIENCE
        self._told = False
        self._whole = (
            f"{name} was made by an earlier dateline and is brought up to date,"
            f" from version {version} to {goal}: please wait"
        )
        self._steps = goal - version
        self._step = 0
        self._what = ""

    def step(self, what: str | None) -> None:
        """Note what the next step does, in sentences of which the first is told."""
        self._step += 1
        self._what = (what or "").partition(";")[0].rstrip(".")
        self.tick()

    def tick(self) -> None:
        """Say how far it is, if it is time to; to be called while a step goes on."""
        now = time.monotonic()
        if self._listener is None or now < self._next:
            return
        if self._told:
            took = f"{now - self._began:.0f} s"
            self._listener(f"step {self._step} of {self._steps}, {took} so far: {self._what}")
        else:
            self._listener(self._whole)
        self._told = True
        self._next = now + _BETWEEN
