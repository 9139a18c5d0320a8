"""The user's settings: keys, layouts, colours, and what is wrong in the file."""

from __future__ import annotations

import pytest

from tests.helpers.piloted import started, text, until
from tui.configuration import configuration, configuration_path
from tui.keys.actions import ACTIONS, EVERYWHERE
from tui.keys.keymap import Keymap, layout, layouts, remapped


def written(tmp_path, text: str):
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    return configuration(str(path))


def id_of(keymap: Keymap, key: str, place="timeline") -> str | None:
    action = keymap.action(place, key)
    return None if action is None else action.id


def test_without_a_file_everything_is_as_in_the_table(tmp_path):
    settings = configuration(str(tmp_path / "none.toml"))
    assert settings.troubles == ()
    assert id_of(settings.keymap, "j") == "down"
    for place in EVERYWHERE:
        assert settings.keymap.actions_of(place) == tuple(one for one in ACTIONS if place in one.places)


def test_what_can_be_set(tmp_path):
    settings = written(
        tmp_path,
        '[screen]\ntheme = "light"\nascii = true\nopen = "view {path}"\n[keys]\ndown = ["n", "down"]\n'
        'next_match = ["ü"]\nnext_passage = ["ü"]\n',
    )
    assert settings.troubles == ()
    assert (settings.theme, settings.ascii, settings.opener) == ("light", True, "view {path}")
    keymap = settings.keymap
    assert [id_of(keymap, key) for key in ("n", "j", "ü", "k")] == ["down", None, "next_match", "up"]
    assert keymap.footer_of("timeline")[0].id == "filter"


def test_a_key_given_to_an_action_is_taken_from_the_others(tmp_path):
    settings = written(tmp_path, '[keys]\ndown = ["f"]\n')
    assert id_of(settings.keymap, "f") == "down"
    assert id_of(settings.keymap, "&") == "filter"
    assert settings.troubles == ()
    settings = written(tmp_path, '[keys]\ndown = ["p"]\n')
    [trouble] = settings.troubles
    assert trouble.reason == "[keys] why is left without a key"
    assert all(action.id != "why" for action in settings.keymap.footer_of("timeline"))


def test_a_key_given_to_two_actions_is_the_last_ones(tmp_path):
    settings = written(tmp_path, '[keys]\nup = ["ö"]\ndown = ["ö"]\n')
    assert id_of(settings.keymap, "ö") == "down"
    assert settings.keymap.actions_of("timeline")[1].keys == ()
    [trouble] = settings.troubles
    assert trouble.hint == "down has it."


@pytest.mark.parametrize("key", ["+", "ö", "space", "f5", "ctrl+d", "shift+tab", "alt+x", "ctrl+shift+left"])
def test_a_key_by_its_name(tmp_path, key):
    settings = written(tmp_path, f'[keys]\ndown = ["{key}"]\n')
    assert id_of(settings.keymap, key) == "down"
    assert all("no key is called" not in one.reason for one in settings.troubles)


WRONG = [
    ("theme", '[screen]\ntheme = "pink"\n', "[screen] theme = 'pink' is not one of terminal, dark, light"),
    ("ascii", "[screen]\nascii = 1\n", "[screen] ascii = 1 is not true or false"),
    ("layout", '[screen]\nlayout = "../x"\n', "[screen] layout = '../x' is not one of "),
    ("keys", '[keys]\ndown = "j"\n', "[keys] down = 'j' is not a list of keys"),
    ("unknown", "[screen]\ncolour = 1\n", "[screen] there is no setting 'colour'"),
    ("action", '[keys]\nfly = ["f"]\n', "[keys] there is no setting 'fly'"),
    ("table", "keys = 1\n", "[keys] keys is no table"),
    ("section", "[colours]\nx = 1\n", "[colours] there is no setting 'colours'"),
    ("twice", '[keys]\ndown = ["ö"]\nup = ["ö"]\n', "[keys] 'ö' is given to down and to up"),
    (
        "no key",
        '[keys]\ndown = ["contrl+n", "j"]\n',
        "[keys] no key is called 'contrl+n', which down is given",
    ),
    (
        "open",
        "[screen]\nopen = '\"view {path}'\n",
        "[screen] open = '\"view {path}' is not a command in quotes",
    ),
    ("TOML", "[screen\n", "the settings cannot be read: "),
]


@pytest.mark.parametrize(("text", "told"), [one[1:] for one in WRONG], ids=[one[0] for one in WRONG])
def test_a_mistake_is_told_and_costs_only_its_entry(tmp_path, text, told):
    settings = written(tmp_path, text)
    [trouble] = settings.troubles
    assert trouble.reason.startswith(told)
    assert trouble.hint
    assert trouble.path == str(tmp_path / "config.toml")
    assert id_of(settings.keymap, "q") == "back"


def test_bytes_that_are_no_text_are_told(tmp_path):
    path = tmp_path / "config.toml"
    path.write_bytes(b"\xff\xfe\x00")
    assert len(configuration(str(path)).troubles) == 1


@pytest.mark.parametrize("name", layouts())
def test_a_layout_stands_for_keys_and_takes_none_away(name):
    typed = layout(name)
    assert typed
    assert all(len(key) == 1 and len(meant) == 1 and meant.isascii() for key, meant in typed.items())
    keymap = Keymap(remapped(typed, {}))
    for place in EVERYWHERE:
        keys = [key for action in keymap.actions_of(place) for key in action.keys]
        assert len(keys) == len(set(keys))
        assert all(action.keys for action in keymap.actions_of(place))


def test_a_cyrillic_keyboard_needs_no_switching():
    keymap = Keymap(remapped(layout("ru"), {}))
    assert [id_of(keymap, key) for key in "ол/Ю?"] == ["down", "up", "search", "next_period", "help"]
    assert id_of(keymap, "j") == "down"
    assert keymap.actions_of("timeline")[0].keys[0] == "о"


def test_what_is_chosen_needs_no_switching_either(tmp_path):
    keymap = written(tmp_path, '[screen]\nlayout = "ru"\n').keymap
    assert [keymap.meant(key) for key in ("м", "v", "1", None)] == ["v", "v", "1", None]
    assert Keymap().meant("м") == "м"


def test_where_the_settings_are():
    assert configuration_path({"DATELINE_CONFIG": "/a/b.toml"}) == "/a/b.toml"
    assert configuration_path({"XDG_CONFIG_HOME": "/c"}) == "/c/dateline/config.toml"
    assert configuration_path({}).endswith("/.config/dateline/config.toml")


async def test_messages_name_the_keys_that_the_user_has(address, tmp_path):
    path = tmp_path / "config.toml"
    path.write_text(
        '[keys]\nundo = ["f5"]\nhide = ["ctrl+x"]\nshow_hidden = ["H"]\nothers = ["ö"]\nfilter = []\n',
        encoding="utf-8",
    )
    async with started(address, configuration=configuration(str(path))) as (app, pilot):
        await until(pilot, "ö: 1 state, undated")
        await pilot.press("H")
        assert "No event is hidden: ^X hides one." in text(app)
        await pilot.press("ctrl+x")
        assert "f5 takes it back" in text(app)
        await pilot.press("V")
        await pilot.pause()
        await pilot.press("a")
        assert "There is no filter to save: :filter sets one." in text(app)
        await pilot.press("q")
        await pilot.pause()
        await pilot.press("?")
        await pilot.pause()
        assert "A query (:filter)" in "\n".join(
            "".join(said for said, _ in line[1]) for line in app.screen._told
        )
