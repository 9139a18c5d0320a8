"""The edition is the same for the same rules, and another once a rule changes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from data.building import edition

IMPORTED = re.compile(r"^\s*(?:from|import) data\.(\w+)", re.MULTILINE)
NO_RULES = ("errors", "garbage", "user")
"""What stages load beside that, which has no part in what they find."""


def test_another_rule_is_another_edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rules = tmp_path / "tagging" / "en"
    rules.mkdir(parents=True)
    monkeypatch.setattr(edition, "_HERE", tmp_path)

    def now() -> str:
        edition.edition.cache_clear()
        return edition.edition()

    try:
        (rules / "days.toml").write_text("a = 1\n", encoding="utf-8")
        first = now()
        assert now() == first
        (rules / "notes.md").write_text("no rule\n", encoding="utf-8")
        assert now() == first
        (rules / "days.toml").write_text("a = 2\n", encoding="utf-8")
        second = now()
        assert second != first
        (tmp_path / "words.py").write_text("A = 1\n", encoding="utf-8")
        assert now() not in (first, second)
    finally:
        edition.edition.cache_clear()


def rooms_of(path: Path) -> set[str]:
    """What of ``data`` a module loads, or a folder's modules."""
    files = path.rglob("*.py") if path.is_dir() else [path.with_suffix(".py")]
    found = (IMPORTED.findall(file.read_text(encoding="utf-8")) for file in files)
    return {name for names in found for name in names}


def test_all_that_the_stages_rest_on_is_a_part_of_it() -> None:
    data = Path(edition.__file__).parent.parent
    known: set[str] = set()
    wanted = set(edition.STAGES)
    while wanted > known:
        known, wanted = wanted, wanted.union(*(rooms_of(data / room) for room in wanted))
    assert known == {*edition.STAGES, *edition.SHARED, *NO_RULES}
