"""The pages for readers: what they name is there, and the commands they give are understood."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from data import cli, commands
from tui.cli import command_line

ROOT = Path(__file__).parent.parent.parent
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")])
PLACEHOLDERS = ("NAME", "CODE", "_N.", "*", "{")

LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
PATH = re.compile(r"(?<![\w/])(?:data|tui|tests|docs)/[\w./*-]*[\w*/]")
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


def test_every_command_is_told() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [
        name for name in commands.names() if f"dateline {name}" not in readme and f"| {name}" not in readme
    ] == []


def test_every_room_is_in_the_table_of_the_house() -> None:
    told = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rooms = [place.parent for base in ("data", "tui") for place in (ROOT / base).glob("*/__init__.py")]
    assert len(rooms) > 20
    assert [str(room) for room in rooms if f"{room.name}/" not in told] == []
