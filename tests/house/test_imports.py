"""What may not be loaded where: proved by starting the program and looking at what it loaded."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SCREEN = {"textual", "rich"}
HEAVY = {"pydantic", "dateparser", "charset_normalizer", "sentencex", "trafilatura", "pypdfium2", "lxml"}


def loaded(code: str, home: Path) -> set[str]:
    """The top-level packages that a piece of code loads in a fresh interpreter."""
    script = f"import sys\n{code}\nprint('\\n'.join({{name.partition('.')[0] for name in sys.modules}}))"
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env={"XDG_DATA_HOME": str(home), "HOME": str(home), "PATH": "/usr/bin:/bin"},
    )
    return set(done.stdout.split())


def test_building_and_finding_load_no_screen(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Storm over Holm\n\nA storm hit Holm on 3 May 2020.\n", encoding="utf-8")
    code = (
        "from tui.cli import main\n"
        f"main(['build', {str(file)!r}, '-c', {str(tmp_path / 'c')!r}])\n"
        f"main(['find', 'storm on:2020-05', '-c', {str(tmp_path / 'c')!r}])"
    )
    assert not loaded(code, tmp_path) & (SCREEN | HEAVY)


def test_a_look_up_loads_no_parser(tmp_path: Path) -> None:
    code = "import data.commands.find, data.store.sqlite, data.query"
    modules = loaded(
        f"{code}\nassert not any(n.startswith(('data.tagging', 'data.events')) for n in sys.modules)",
        tmp_path,
    )
    assert not modules & (SCREEN | HEAVY)


@pytest.mark.parametrize("module", ["tui.app", "tui.screens.timeline"])
def test_the_first_screen_waits_for_nothing_heavy(module: str, tmp_path: Path) -> None:
    assert not loaded(f"import {module}", tmp_path) & HEAVY
