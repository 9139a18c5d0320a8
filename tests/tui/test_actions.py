"""The table of actions: complete, unambiguous, and each with a method, a help and a test."""

from __future__ import annotations

import re
from pathlib import Path
from pkgutil import resolve_name

import pytest

from tui.keys.actions import ACTIONS, EVERYWHERE, Place, key_name
from tui.keys.keymap import Keymap
from tui.screens.compare import CompareScreen
from tui.screens.document import DocumentScreen
from tui.screens.documents import DocumentsScreen
from tui.screens.facets import FacetsScreen
from tui.screens.gaps import GapsScreen
from tui.screens.help import HelpScreen, help_text
from tui.screens.keyed import Keyed
from tui.screens.links import LinksScreen
from tui.screens.palette import fitting
from tui.screens.quotation import QuotationScreen
from tui.screens.timeline import TimelineScreen
from tui.screens.tracks import TracksScreen
from tui.screens.troubles import TroublesScreen
from tui.screens.views import ViewsScreen
from tui.screens.why import WhyScreen
from tui.text.glyphs import UNICODE

KEYMAP = Keymap()
SCREENS: dict[Place, type[Keyed]] = {
    "timeline": TimelineScreen,
    "tracks": TracksScreen,
    "document": DocumentScreen,
    "compare": CompareScreen,
    "why": WhyScreen,
    "facets": FacetsScreen,
    "views": ViewsScreen,
    "gaps": GapsScreen,
    "documents": DocumentsScreen,
    "links": LinksScreen,
    "quotation": QuotationScreen,
    "help": HelpScreen,
    "troubles": TroublesScreen,
}


def test_every_place_has_a_screen():
    assert set(SCREENS) == set(EVERYWHERE)
    assert all(place == screen.PLACE for place, screen in SCREENS.items())


@pytest.mark.parametrize("action", ACTIONS, ids=lambda one: one.id)
def test_an_action_is_whole(action):
    assert action.help.endswith(".")
    assert action.keys
    assert action.label == action.label.lower()
    for place in action.places:
        screen = SCREENS[place]
        doers = [screen, *(resolve_name(f"tui.doing.{name}") for name in screen.DOING)]
        assert any(callable(getattr(one, f"action_{action.id}", None)) for one in doers)


@pytest.mark.parametrize("action", ACTIONS, ids=lambda one: one.id)
def test_an_action_is_tested(action):
    tests = "".join(
        path.read_text(encoding="utf-8") for path in sorted(Path(__file__).parent.glob("test_*.py"))
    )
    names = re.findall(r"async def test_(\w+)", tests) + re.findall(r'\("(\w+)", \["', tests)
    # As words of their own: "up" is no part of "group".
    wanted = re.compile(rf"(?:^|_){action.id}(?:_|$)")
    assert any(map(wanted.search, names)), f"no test of the screens names {action.id}"


@pytest.mark.parametrize("place", EVERYWHERE)
def test_a_key_has_one_meaning_in_a_place(place):
    keys = [key for action in KEYMAP.actions_of(place) for key in action.keys]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("place", EVERYWHERE)
def test_nothing_needs_ctrl_alt_or_a_function_key(place):
    alone = [
        action.id
        for action in KEYMAP.actions_of(place)
        if all(re.match(r"ctrl\+|alt\+|f\d", key) for key in action.keys)
    ]
    # Half pages are a convenience beside pages, and ^Z is that of every shell; the palette has them too.
    assert set(alone) <= {"half_down", "half_up", "suspend"}


@pytest.mark.parametrize("place", EVERYWHERE)
def test_the_help_names_every_key_of_its_place(place):
    said = "\n".join("".join(piece for piece, _ in pieces) for _, pieces in help_text(place, UNICODE, KEYMAP))
    for action in KEYMAP.actions_of(place):
        assert action.help in said
        for key in action.keys:
            assert key_name(key) in said


def test_the_help_names_every_field_of_a_query():
    said = "\n".join(
        "".join(piece for piece, _ in pieces) for _, pieces in help_text("timeline", UNICODE, KEYMAP)
    )
    for field in ("who:", "where:", "source:", "on:", "after:", "before:", "is:conflict", "status:verified"):
        assert field in said


def test_the_footer_begins_with_what_is_wanted_most():
    assert [one.id for one in KEYMAP.footer_of("timeline")][:3] == ["filter", "search", "open"]


@pytest.mark.parametrize(
    ("typed", "first"), [("zoom o", "zoom_out"), ("quit", "quit"), ("wrong words", None)]
)
def test_the_palette_finds_by_words(typed, first):
    found = fitting(typed, KEYMAP.actions_of("timeline"))
    assert (found[0].id if found else None) == first


def test_the_readme_names_a_key_of_every_action():
    readme = Path(__file__).parents[2].joinpath("README.md").read_text(encoding="utf-8")
    keys = set(re.findall(r"`([^`]+)`", readme.partition("## Keys")[2].partition("\n## ")[0]))
    unnamed = [one.id for one in ACTIONS if one.keys and keys.isdisjoint(map(key_name, one.keys))]
    assert unnamed == []
