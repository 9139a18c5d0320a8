"""The pages for readers: what they name is there, and the commands they give are understood."""

from __future__ import annotations

import argparse
import re
import shlex
from pathlib import Path

import pytest

from data import cli, commands
from data.query import select
from data.query.fields import FIELDS
from tui.cli import command_line
from tui.configuration import configuration

ROOT = Path(__file__).parent.parent.parent
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")])
README = ROOT / "README.md"
FIELD_NAMES = {field.name for field in FIELDS}
PLACEHOLDERS = ("NAME", "CODE", "_N.", "*", "{")

LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
PATH = re.compile(r"(?<![\w/])(?:data|tui|tests|docs)/[\w./*-]*[\w*/]")
CODE = re.compile(r"`([^`\n]+)`")
OPTION = re.compile(r"(?<![\w-])--?[a-z][\w-]*")
FIELD = re.compile(r"(?:^|(?<=[\s(-]))([a-z]+):(?![/ ])")
BLOCK = re.compile(r"```sh\n(.*?)```", re.DOTALL)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_a_page_names_is_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    linked = {page.parent / place for place in LINK.findall(text)}
    named = {ROOT / place for place in PATH.findall(LINK.sub("", text))}
    places = {place for place in linked | named if not any(one in str(place) for one in PLACEHOLDERS)}
    assert sorted(str(place) for place in places if not place.exists()) == []


def given() -> list[str]:
    """Every command of ours in the blocks of a shell, by line; the others of a pipe left out."""
    found = []
    for page in PAGES:
        for block in BLOCK.findall(page.read_text(encoding="utf-8")):
            for line in block.splitlines():
                found += [part.strip() for part in re.split(r"\||&&", line.partition(" #")[0])]
    return list(dict.fromkeys(one for one in found if one.startswith("dateline ")))


@pytest.mark.parametrize("command", given())
def test_a_command_of_a_page_is_understood(command: str) -> None:
    words = shlex.split(command)[1:]
    if words[0] in commands.names():
        assert cli.parser(words[0]).parse_args(words).command == words[0]
    elif words[0] != "serve":
        options = command_line().parse_args(words)
        assert options.paths or options.collection


def spans() -> list[str]:
    """What the pages' running text sets as code."""
    return [
        span
        for page in PAGES
        for span in CODE.findall(re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL))
    ]


def options() -> list[tuple[str, str, str | None]]:
    """Of every option its command, its name and its help; of an action of a command, too."""
    found = []
    parsers = [command_line(), cli.parser()]
    for parser in parsers:
        for action in parser._actions:
            found += [(parser.prog, name, action.help) for name in action.option_strings]
            if isinstance(action, argparse._SubParsersAction):
                parsers += action.choices.values()
    return found


def test_an_option_that_running_text_names_is_there() -> None:
    known = {name for _, name, _ in options()}
    assert len(known) > 20
    named = {
        option
        for span in spans()
        if span.startswith(("dateline ", "-"))
        for option in OPTION.findall(span.partition(" -- ")[0])
    }
    assert len(named) > 5
    assert {one for one in named if one.startswith("--")} <= known


def test_every_option_says_what_it_does() -> None:
    assert [(command, name) for command, name, told in options() if not told] == []


def test_a_query_that_running_text_names_is_understood() -> None:
    named = [span for span in spans() if FIELD.search(span) or span.removesuffix(":") in FIELD_NAMES]
    assert len(named) > 5
    for query in named:
        name = query.removesuffix(":")
        assert name in FIELD_NAMES if name != query else select(query)


def test_the_settings_of_the_readme_are_understood(tmp_path: Path) -> None:
    (settings,) = re.findall(r"```toml\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    file = tmp_path / "config.toml"
    file.write_text(settings, encoding="utf-8")
    found = configuration(str(file))
    assert found.troubles == ()
    assert (found.theme, found.opener) == ("dark", "zathura -P {page} {path}")


def test_every_command_is_told() -> None:
    readme = README.read_text(encoding="utf-8")
    assert [
        name for name in commands.names() if f"dateline {name}" not in readme and f"| {name}" not in readme
    ] == []


def test_every_room_is_in_the_table_of_the_house() -> None:
    told = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rooms = [
        place.parent
        for base in ("data", "tui")
        for depth in ("*", "*/*")
        for place in (ROOT / base).glob(f"{depth}/__init__.py")
    ]
    assert len(rooms) > 50
    assert [str(room) for room in rooms if f"{room.name}/" not in told] == []
