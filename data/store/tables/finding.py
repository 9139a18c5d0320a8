"""What helps to find: facets, saved views, and where each user left off."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from data.store.records import Selection
from data.store.tables.selections import Selecting

if TYPE_CHECKING:
    from data.store.lists import FacetField, Facets, View

COUNTED = 15_000
"""Events of a selection that are counted one by one; of more an even part is counted, the rest estimated."""

_BY = {"count": "facet_count", "shown": "facet_shown"}
_LISTS = {"who": "who", "where": "place"}
_TOLD = "passage p JOIN document d ON d.key = p.document WHERE {among}"
_VALUES = {
    "modality": ("position", "SELECT modality, count(*) FROM event WHERE {among} GROUP BY 1"),
    "verification": (
        "position",
        "SELECT verification, count(*) FROM event WHERE {among} AND verification IS NOT NULL GROUP BY 1",
    ),
    "document": ("p.event", f"SELECT d.id, count(DISTINCT p.event) FROM {_TOLD} GROUP BY d.id"),
    "publisher": (
        "p.event",
        f"SELECT d.publisher, count(DISTINCT p.event) FROM {_TOLD} AND d.publisher IS NOT NULL GROUP BY 1",
    ),
    # As a sum of texts it is told apart by its capitals, by which no engine finds it.
    "tag": ("event", "SELECT tag || '', count(*) FROM event_tag WHERE {among} GROUP BY 1"),
}
"""By field the column that holds an event's position, and the statement that counts the field's values."""


class Finding(Selecting):
    """Facets, views and the reading state."""

    def facets(self, selection: Selection, field: FacetField, limit: int) -> Facets:
        """The most frequent values of a field among a selection's events."""
        from data.store.lists import Facets

        with self._selecting():
            if selection.is_plain:
                count = "shown" if selection.shown else "count"
                rows = self._query(
                    f"SELECT value, {count} FROM facet {self._using(_BY[count])}"
                    f" WHERE field = ? AND {count} > 0 ORDER BY {count} DESC, value LIMIT ?",
                    (field, limit),
                )
                return Facets(tuple(rows))
            positions = self._positions(selection)
            step = -(-len(positions) // COUNTED) or 1
            counts = self._counted(field, positions[::step])
        ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:limit]
        return Facets(tuple((value, count * step) for value, count in ranked), exact=step == 1)

    def views(self) -> list[View]:
        """The user's saved views, by name."""
        from data.store.lists import View

        return [View(*row) for row in self._query("SELECT name, query FROM view ORDER BY name")]

    def state(self, user: str) -> dict[str, str]:
        """What is kept for a user between sessions."""
        return dict(self._query('SELECT key, value FROM state WHERE "user" = ?', (user,)))

    def _counted(self, field: FacetField, positions: Sequence[int]) -> Mapping[str, int]:
        listed = self._listed(positions)
        if field not in _LISTS:
            column, statement = _VALUES[field]
            return Counter(dict(self._query(statement.format(among=self._among(column)), (listed,))))
        import json

        counts: Counter[str] = Counter()
        column = _LISTS[field]
        for names, count in self._query(
            f"SELECT {column}, count(*) FROM event_detail WHERE {self._among('event')} GROUP BY 1", (listed,)
        ):
            for name in dict.fromkeys(json.loads(names)):
                counts[name] += count
        return counts
