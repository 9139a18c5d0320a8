"""How often the events of whole news articles have the dates that a careful reader gives them.

The floors are what the program reached when they were set, a little rounded down: they keep what is there.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from data.events import make_events
from tests.helpers.marked_articles import articles, score

_RECALL, _PRECISION = 0.85, 0.88


@pytest.mark.slow
def test_the_dates_of_articles(tmp_path: Path) -> None:
    dated, mentions = articles(tmp_path)
    found = score(dated, mentions, make_events(dated))
    assert found.mentions == len(mentions)
    told = "\n".join(found.errors)
    assert found.recall >= _RECALL, told
    assert found.precision >= _PRECISION, told
