"""What is said of whole years, in SQLite: where each kind ends is found by halving, in one question."""

from __future__ import annotations

import json
from operator import itemgetter

from data.order import COARSENESS
from data.store.tables.arranging import COARSER, ArrangedEvents, Stretch

# Of each stretch the first event that begins after its day or is said finely enough lies from low to high:
# the one in the middle tells in which half. Asked one by one, they would keep the first screen waiting.
_HALVING = """
WITH RECURSIVE halved(day, low, high, is_fine) AS (
    SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]'), NULL
    FROM json_each(?1)
    UNION ALL
    SELECT day, low, high, (
        SELECT begin_day IS NULL OR begin_day > day OR precision IS NULL
            OR precision IN (SELECT value FROM json_each(?2))
        FROM event WHERE position >= (low + high) / 2 ORDER BY position LIMIT 1
    )
    FROM halved WHERE is_fine IS NULL AND low < high
    UNION ALL
    SELECT day, iif(is_fine, low, (low + high) / 2 + 1), iif(is_fine, (low + high) / 2, high), NULL
    FROM halved WHERE is_fine IS NOT NULL
)
SELECT day, low FROM halved WHERE low = high
"""


class Stretches(ArrangedEvents):
    """Finds the stretches of what is said of whole years."""

    def _stretches(self) -> list[Stretch]:
        found: list[Stretch] = []
        januaries = self._januaries()
        for span, fineness in COARSER:
            ends = dict(
                self._ask(_HALVING, (json.dumps(januaries), json.dumps(COARSENESS[1 : fineness + 1])))
            )
            # What is said more coarsely than a year is so of what is said more coarsely than a month.
            januaries = [(day, first, ends[day]) for day, first, _ in januaries if ends[day] > first]
            found += [(day, span, first, end) for day, first, end in januaries]
        return sorted(found, key=itemgetter(0))
