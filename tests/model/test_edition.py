"""The edition is the same for the same rules, and another once a rule changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.building import edition


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
        assert now() != first
    finally:
        edition.edition.cache_clear()
