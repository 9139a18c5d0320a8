"""What the screens look like: each once, for a picture takes seconds. What they say is tested elsewhere."""

from __future__ import annotations

import pytest

from data import days
from data.store import open_collection
from tui.app import Dateline
from tui.configuration import Configuration

NARROW, WIDE, LARGE = (80, 24), (120, 40), (200, 60)
DARK, LIGHT = ["T"], ["T", "T"]


@pytest.fixture
def shot(address, snap_compare):
    """Compares a picture of the app after some keys."""
    opened = []

    def compare(press, size=NARROW, place=address, name="small", **more):
        store = open_collection(place)
        opened.append(store)
        app = Dateline(store, name, today=days.ordinal(2024, 9, 30), **more)
        return snap_compare(app, terminal_size=size, press=press)

    yield compare
    for store in opened:
        store.close()


@pytest.mark.parametrize("size", [NARROW, WIDE, LARGE], ids=["80x24", "120x40", "200x60"])
@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
def test_timeline(shot, size, theme):
    assert shot(["j", "j", *theme], size)


@pytest.mark.parametrize("size", [NARROW, WIDE, LARGE], ids=["80x24", "120x40", "200x60"])
def test_timeline_without_colour(shot, monkeypatch, size):
    monkeypatch.setenv("NO_COLOR", "1")
    assert shot(["j"], size)


def test_timeline_in_ascii(shot):
    assert shot(["j"], configuration=Configuration(ascii=True))


def test_main_events_of_each_year(shot, many):
    assert shot(["space", "space", "Z"], WIDE, many, "many")


def test_hostile_event(shot):
    assert shot(["j", "j", "j"], WIDE)


SCREENS = {
    "wrong filter": ["f", *"delhi is:no"],
    "nothing matches": ["f", *"zebra", "enter"],
    "by person": ["s", "w"],
    "tracks": ["B", *"delhi", "enter"],
    "document": ["j", "j", "enter", "J"],
    "compare": ["j", "j", "C"],
    "why": ["j", "j", "p"],
    "facets": ["F"],
    "views": ["V"],
    "gaps": ["L"],
    "documents": ["O"],
    "quotation": ["j", "j", "Y"],
    "troubles": ["!"],
    "palette": [":", "z"],
}


@pytest.mark.parametrize("keys", SCREENS.values(), ids=SCREENS)
def test_screen(shot, keys):
    assert shot(keys)


def test_help(shot):
    assert shot(["?"], WIDE)
