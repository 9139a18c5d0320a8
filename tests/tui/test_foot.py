"""What is said at the foot of a screen can be read whole, and what goes on below is told."""

from __future__ import annotations

import pytest

from tests.helpers.piloted import NARROW, lines, started, until
from tui.doing.finding import HINT
from tui.keys.hints import HINTS, Hints
from tui.keys.keymap import Keymap

LONG = (
    "Cannot write: a/very/long/name/of/a/folder/that/is/not/there/at/all.html: no such folder. Name another."
)


async def test_the_keys_make_room_for_the_rest_until_the_next_key(address):
    async with started(address, NARROW) as (app, pilot):
        app.screen.say(LONG)
        await pilot.pause()
        first, second = (line.split(" ! 1 trouble")[0].strip() for line in lines(app)[-2:])
        assert f"{first}{second}".replace(" ", "") == LONG.replace(" ", "")
        await pilot.press("j")
        await pilot.pause()
        assert lines(app)[-1].startswith(" f filter")


async def test_a_mistake_in_a_prompt_has_a_second_line(address):
    async with started(address, NARROW) as (app, pilot):
        await pilot.press("d", *"a day that nobody can know", "enter")
        await pilot.pause()
        told = " ".join(line.strip() for line in lines(app)[-2:])
        assert told.startswith("“a day that nobody can know” is no date that can be read. Try: 2022-09")
        assert told.endswith("last summer.")
        await pilot.press("ctrl+u", *"2021")
        await pilot.pause()
        assert "go to date: 2021" in lines(app)[-2]


@pytest.mark.parametrize("hint", [hint for hint, _ in HINTS])
def test_a_hint_fits_beside_the_place_in_eighty_columns(tmp_path, hint):
    hints = Hints(str(tmp_path / "hints.txt"), Keymap())
    for name, _ in HINTS[: [one for one, _ in HINTS].index(hint)]:
        hints.done(name)
    assert len(f" event 100,000 of 999,999 · {hints.hint()}") <= 80


def test_the_hint_of_the_filter_fits_into_eighty_columns():
    assert len(HINT) < 80


async def test_a_detail_that_goes_on_below_says_so(address):
    async with started(address, NARROW) as (app, pilot):
        assert not any(" more below " in line for line in lines(app))
        await pilot.resize_terminal(80, 16)
        await pilot.press("j", "j")
        await until(pilot, lambda: any(line.endswith(" more below ─") for line in lines(app)))
