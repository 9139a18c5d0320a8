"""The first key of every action in every place: it is done there, and the screen goes on answering."""

from __future__ import annotations

import pytest

from tests.helpers.piloted import started
from tui.doing.outside import Outside
from tui.keys.actions import EVERYWHERE
from tui.keys.keymap import Keymap
from tui.screens.keyed import Keyed

WAYS = {
    "timeline": [],
    "tracks": ["B", *"who:visitor", "enter"],
    "document": ["enter"],
    "compare": ["C"],
    "why": ["p"],
    "facets": ["F"],
    "views": ["V"],
    "gaps": ["L"],
    "documents": ["O"],
    "quotation": ["Y"],
    "help": ["?"],
    "troubles": ["!"],
}
"""The keys that lead from an event with two sources to each place; none of these documents has links."""

LEAVES = ("escape", "back", "quit")


def test_every_place_is_tried():
    assert {*WAYS, "links"} == set(EVERYWHERE)


@pytest.mark.slow
@pytest.mark.parametrize("place", WAYS)
async def test_every_action_of_a_place_is_done_by_its_key(address, monkeypatch, place):
    actions = [one for one in Keymap().actions_of(place) if one.id not in LEAVES]
    done = []
    perform = Keyed.perform

    def told(screen, action):
        done.append(action.id)
        perform(screen, action)

    monkeypatch.setattr(Keyed, "perform", told)
    monkeypatch.setattr(Outside, "open_original", lambda *_: None)
    async with started(address) as (app, pilot):
        for action in actions:
            while app.screen is not app._timeline:
                app.pop_screen()
            await pilot.pause()
            app.session.filter("")
            await pilot.press("g", "j", "j", *WAYS[place])
            await pilot.pause()
            assert place == app.screen.PLACE
            await pilot.press(action.keys[0])
            await pilot.pause()
            assert done[-1] == action.id
            assert app.return_code is None
            await pilot.press("escape", "escape")
            await pilot.pause()
