"""What the screens look like: few, for each takes seconds. What they say is tested elsewhere."""

from __future__ import annotations

import pytest

from data import days
from data.store import open_collection
from tui.app import Dateline

NARROW, WIDE = (80, 24), (120, 40)


@pytest.fixture
def app(address):
    store = open_collection(address)
    yield Dateline(store, "small", today=days.ordinal(2024, 9, 30))
    store.close()


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
def test_timeline(app, snap_compare, size):
    assert snap_compare(app, terminal_size=size, press=["j", "j"])


def test_timeline_without_colour(address, snap_compare, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    store = open_collection(address)
    assert snap_compare(Dateline(store, "small"), terminal_size=NARROW, press=["j"])
    store.close()


def test_timeline_in_ascii_and_light(address, snap_compare):
    store = open_collection(address)
    app = Dateline(store, "small", ascii_only=True)
    assert snap_compare(app, terminal_size=NARROW, press=["j", "T", "T"])
    store.close()


def test_main_events_of_each_year(many, snap_compare):
    store = open_collection(many)
    assert snap_compare(Dateline(store, "many"), terminal_size=WIDE, press=["space", "space", "Z"])
    store.close()


def test_hostile_event(app, snap_compare):
    assert snap_compare(app, terminal_size=WIDE, press=["j", "j", "j"])


def test_wrong_filter(app, snap_compare):
    assert snap_compare(app, terminal_size=NARROW, press=["f", *"delhi is:no"])


def test_nothing_matches(app, snap_compare):
    assert snap_compare(app, terminal_size=NARROW, press=["f", *"zebra", "enter"])


def test_document(app, snap_compare):
    assert snap_compare(app, terminal_size=NARROW, press=["j", "j", "enter", "J"])


def test_help(app, snap_compare):
    assert snap_compare(app, terminal_size=WIDE, press=["?"])


def test_palette(app, snap_compare):
    assert snap_compare(app, terminal_size=NARROW, press=[":", "z"])
