"""Make the picture of the screen in the README: ``python docs/picture.py`` (or ``make picture``)."""

from __future__ import annotations

import asyncio
import tempfile
from contextlib import closing
from pathlib import Path

from data import collection, pipeline
from data.store import open_collection
from tui.app import Dateline
from tui.screens.timeline import DETAIL_REST

PICTURE = Path(__file__).with_name("screen.svg")
SIZE = (120, 36)


async def _draw(address: Path) -> str:
    with closing(open_collection(address)) as store:
        app = Dateline(store, "samples")
        async with app.run_test(size=SIZE) as pilot:
            await pilot.press("d", *(_key(letter) for letter in "2022-09-16"), "enter", "j")
            await pilot.pause(3 * DETAIL_REST)  # the detail is drawn when the keys rest
            return app.export_screenshot(title="dateline")


def _key(letter: str) -> str:
    return {" ": "space", ":": "colon", "-": "minus"}.get(letter, letter)


def main() -> None:
    """Build the samples in a temporary place, show them, keep the picture."""
    with tempfile.TemporaryDirectory() as folder:
        address = Path(folder) / "samples.dateline"
        for _ in pipeline.build([str(collection.SAMPLES)], address):
            pass
        PICTURE.write_text(asyncio.run(_draw(address)), encoding="utf-8")
    print(f"wrote {PICTURE}")


if __name__ == "__main__":
    main()
