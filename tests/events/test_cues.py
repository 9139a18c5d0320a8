"""How a language's tables are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.events import cues as tables


def test_a_list_that_stands_in_two_tables_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "xx"
    folder.mkdir()
    (folder / "clauses.toml").write_text('begins = ["a", "b"]\nends = ["c"]\n', encoding="utf-8")
    (folder / "names.toml").write_text('begins = ["d"]\n', encoding="utf-8")
    monkeypatch.setattr(tables, "_LANGUAGES", tmp_path)
    with pytest.raises(ValueError, match=r"names\.toml: in another table too: begins"):
        tables.cues("xx")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('begins = "after"', r"names\.toml: begins: neither a list of words nor"),
        ('begins = ["after", 7]', r"names\.toml: begins: neither a list of words nor"),
        ('begins = [""]', r"names\.toml: begins: neither a list of words nor"),
        ('participles = ["made", "(built"]', r"xx: no pattern: participles: \(built"),
    ],
)
def test_a_list_that_is_none_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str, told: str
) -> None:
    folder = tmp_path / "xx"
    folder.mkdir()
    (folder / "names.toml").write_text(line, encoding="utf-8")
    monkeypatch.setattr(tables, "_LANGUAGES", tmp_path)
    with pytest.raises(ValueError, match=told):
        tables.cues("xx")


def test_the_forms_of_firms_are_words_of_bodies_in_every_language() -> None:
    for language in ("en", "de", "nl"):
        bodies = tables.cues(language).words["organisation_words"]
        assert {"Ltd", "Ltd.", "GmbH", "plc"} <= bodies
        assert "Co" not in bodies
