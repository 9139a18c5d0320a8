"""The app under a pilot, and its screen as text."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from data import days
from data.store import open_collection
from tui.app import Dateline

WIDE, NARROW = (120, 40), (80, 24)


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
