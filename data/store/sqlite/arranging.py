"""What is said of whole years, in SQLite: where each kind ends is found by halving, in one question."""

from __future__ import annotations

import json
from operator import itemgetter

from data.order import COARSENESS
from data.store.tables.arranging import COARSER, ArrangedEvents, Stretch

# All events before the position ``low`` begin on the day and are said coarsely. The event a step further
# tells whether that holds up to there; then the step is halved. Asked one by one, they would keep the first
# screen waiting.
_HALVING = """
WITH RECURSIVE halved(day, low, high, step) AS (
    SELECT begin_day, position, json_extract(value, '$[2]'), json_extract(value, '$[3]')
    FROM json_each(?1) CROSS JOIN event ON position = json_extract(value, '$[1]')
    WHERE begin_day = json_extract(value, '$[0]') AND precision NOT IN (SELECT value FROM json_each(?2))
    UNION ALL
    SELECT day, low + step * (low + step <= high AND (
        SELECT begin_day = day AND precision NOT IN (SELECT value FROM json_each(?2))
        FROM event WHERE position >= low + step - 1 ORDER BY position LIMIT 1
    ) IS TRUE), high, step / 2
    FROM halved WHERE step > 0
)
SELECT day, low FROM halved WHERE step = 0
"""


class Stretches(ArrangedEvents):
    """Finds the stretches of what is said of whole years."""

    def _stretches(self) -> list[Stretch]:
        found: list[Stretch] = []
        januaries = self._januaries()
        for span, fineness in COARSER:
            stretches = [(day, first, end, _first_step(first, end)) for day, first, end in januaries]
            asked = json.dumps(stretches), json.dumps(COARSENESS[1 : fineness + 1])
            ends = dict(self._ask(_HALVING, asked))
            # What is said more coarsely than a year is so of what is said more coarsely than a month.
            januaries = [(day, first, ends[day]) for day, first, _ in januaries if day in ends]
            found += [(day, span, first, end) for day, first, end in januaries]
        return sorted(found, key=itemgetter(0))


def _first_step(first: int, end: int) -> int:
    """The largest power of two that is no longer than a stretch."""
    return 1 << (end - first).bit_length() - 1
