"""What is no time expression, in every language with rules of its own; the lines stand in ``traps.txt``."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from data.tagging import known_languages, tag

_LINES = Path(__file__).with_name("traps.txt").read_text(encoding="utf-8").splitlines()
_REGRESSION = Path(__file__).parent / "regression" / "en.toml"
_DOCUMENTS = tomllib.loads(_REGRESSION.read_text(encoding="utf-8"))["document"]

#: The traps that peers fall into, and the short English document that shows each.
NAMED = {
    "May the person and the modal": "May is a name and a verb",
    "March the verb": "March is a verb",
    "Sun": "the Sun",
    "second": "second",
    "rifles and rupees": "rifles and rupees",
    "page and phone numbers": "pages and telephones",
    "24-hour shops": "shops that never close",
    "model names": "models",
    "the Times": "newspapers",
    "numbers of headlines": "scores and ratios",
}


@pytest.mark.parametrize("line", _LINES)
def test_a_trap_holds_no_time_expression(line: str) -> None:
    language, text = line.split(" | ", 1)
    assert [text[each.start_char : each.end_char] for each in tag(text, language=language)] == []


@pytest.mark.parametrize("language", known_languages())
def test_every_language_has_traps(language: str) -> None:
    assert sum(line.startswith(f"{language} | ") for line in _LINES) >= 4


@pytest.mark.parametrize("trap", NAMED)
def test_every_named_trap_has_a_document(trap: str) -> None:
    assert NAMED[trap] in {document["shows"] for document in _DOCUMENTS}
