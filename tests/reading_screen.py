"""Waiting for a screen that is fed from another thread."""

from __future__ import annotations


def text(app) -> str:
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips(app.size))


async def until(pilot, said: str) -> None:
    """Let messages pass until the screen says something; the test's own time limit is the last resort."""
    for _ in range(500):
        await pilot.pause()
        if said in text(pilot.app):
            return
        await pilot._wait_for_screen()
    raise AssertionError(f"{said!r} is not on the screen:\n{text(pilot.app)}")
