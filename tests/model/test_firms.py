"""Forms in law behind the names of firms are known as they are written."""

from __future__ import annotations

import pytest

from data.firms import is_form_of_firm


@pytest.mark.parametrize("word", ["Ltd", "Inc.", "GmbH", "S.p.A", "N.V.", "plc"])
def test_a_form_is_known_with_full_stops_or_without(word: str) -> None:
    assert is_form_of_firm(word)


@pytest.mark.parametrize("word", ["", "Lund", "ag", "Group", "COMPANY"])
def test_another_word_is_none(word: str) -> None:
    assert not is_form_of_firm(word)
