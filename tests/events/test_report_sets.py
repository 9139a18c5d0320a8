"""What short reports of several publishers contradict each other about: as a careful reader marked it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.events.report_sets import SETS, score

# What a set has that is not seen: most is told in passages of different events, or of no stated day.
MISSED = {
    "bridge_collapse": {"412"},
    "cement_merger": {"Zurich", "54", "Aumann"},
    "fishing_summit": {"Tangier", "40 million", ""},
    "mountain_crash": {"", "21"},
    "island_governor": {"600", "Sefo", "six months"},
    "licungo_floods": {"nine"},
    "palace_coup": {"Mze", "six"},
    "prisoner_exchange": {"Marib"},
    "train_derails": {"210", "1988", "17"},
    "treasurer_trial": {""},
}
# One event of a set that is told in two, by words of the first of its passages.
PARTED = {
    "ferry_capsizes": ["capsized off Tanga"],
    "cement_merger": ["agreed on Monday to merge"],
    "fishing_summit": [
        "opened a two-day summit",
        "opened a two-day summit",
        "planned for Dakar in November",
        "stormed out",
    ],
    "palace_coup": ["seized the presidential palace", "had left Comoros by boat"],
    "prisoner_exchange": ["exchanged 180 prisoners"],
    "train_derails": ["left the rails"],
}
MISDATED = {
    "fishing_summit": ["ended in Tangier on Friday"],
    "train_derails": ["left the rails"],
}


@pytest.mark.parametrize("path", SETS, ids=[path.stem for path in SETS])
def test_a_set_of_reports(path: Path, tmp_path: Path) -> None:
    scored = score(path, tmp_path)
    assert {one.one for one in scored.missed} == MISSED.get(path.stem, set())
    assert scored.found or path.stem in MISSED
    assert not scored.invented
    assert not scored.confused
    assert [one for one, _ in scored.parted] == PARTED.get(path.stem, [])
    assert scored.misdated == MISDATED.get(path.stem, [])
