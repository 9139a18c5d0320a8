"""The app under a pilot, its screen as text, and waiting for what another thread does."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from data import days
from data.store import open_collection
from tui.app import Dateline

WIDE, NARROW = (120, 40), (80, 24)
PATIENCE = 60.0
"""Seconds after which a wait has failed: a machine at work on much else is slow, and no fault."""


@asynccontextmanager
async def started(address, size=WIDE, **more) -> AsyncIterator:
    store = open_collection(address)
    app = Dateline(store, "small", address=str(address), today=days.ordinal(2024, 9, 30), **more)
    async with app.run_test(size=size) as pilot:
        while not app.is_settled:
            await pilot.pause()
        await pilot.pause()
        yield app, pilot
    store.close()


def lines(app) -> list[str]:
    """The text on the screen, line by line."""
    width, height = app.size
    shown = app.screen._compositor.render_strips(app.size)
    return [strip.text.ljust(width) for strip in shown][:height]


def text(app) -> str:
    return "\n".join(lines(app))


def titles(app) -> list[str]:
    """The titles of all events of the list, shown or not."""
    return [app.session.row_at(row).title for row in range(app.session.count)]


async def until(pilot, awaited: str | Callable[[], object]) -> None:
    """Let messages pass until the screen says something, or until something holds."""
    deadline = time.monotonic() + PATIENCE
    while not (awaited in text(pilot.app) if isinstance(awaited, str) else awaited()):
        assert time.monotonic() < deadline, f"waited in vain for {awaited!r}:\n{text(pilot.app)}"
        await pilot.pause(0.01)
