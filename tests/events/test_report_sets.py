"""What short reports of several publishers contradict each other about: as a careful reader marked it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.events.report_sets import SETS, score

# What a set has that is not seen: it is told in passages of different events.
MISSED = {"bridge_collapse": {"412"}, "cup_final": {"41,"}, "harbour_fire": {"30"}}


@pytest.mark.parametrize("path", SETS, ids=[path.stem for path in SETS])
def test_a_set_of_reports(path: Path, tmp_path: Path) -> None:
    scored = score(path, tmp_path)
    assert {one.one for one in scored.missed} == MISSED.get(path.stem, set())
    assert scored.found
    assert not scored.invented
