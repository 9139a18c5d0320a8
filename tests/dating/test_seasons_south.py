"""A season of a southern country, in the languages whose newspapers write of one."""

from __future__ import annotations

import pytest

from data.dating import resolve
from data.days import from_iso, iso
from data.model import Published
from data.reading import sentences
from data.tagging import tag

LINES = """
de | In Australien begann der Winter 2023 spät. | 2023-06-01
fr | En Argentine, l'hiver 2023 fut doux. | 2023-06-01
es | En Argentina el invierno de 2023 fue suave. | 2023-06-01
pt | No Brasil o inverno de 2023 foi ameno. | 2023-06-01
it | In Argentina l'inverno 2023 fu mite. | 2023-06-01
nl | In Australië was de winter van 2023 zacht. | 2023-06-01
ru | В Аргентине зимой 2023 года было тепло. | 2023-06-01
uk | В Аргентині взимку 2023 року було тепло. | 2023-06-01
es | En España el invierno de 2023 fue suave. | 2023-12-01
"""


@pytest.mark.parametrize("line", LINES.strip().splitlines())
def test_a_season_begins_when_it_does_there(line: str) -> None:
    language, text, begins = line.split(" | ")
    day = from_iso("2024-07-10")
    published = Published("2024-07-10", day, day, "given")
    mentions = tag(text, language=language)
    (found,) = resolve(text, mentions, sentences(text, language), published, language=language)
    assert iso(found.start) == begins
    assert "season" in (found.anchor.reason or "")
