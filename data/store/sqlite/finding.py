"""What helps to find: facets, names to complete, saved views, and where each user left off."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence

from data.store.protocol import FacetField, Facets, NameCount, Selection, View
from data.store.sqlite.selections import Selecting

COUNTED = 15_000
"""Events of a selection that are counted one by one; of more an even part is counted, the rest estimated."""

_LOOKED_INTO = 20_000  # names, the most frequent, of which any word may be typed
_LAST_CHARACTER = "\U0010ffff"
_NAMES = ("'who'", "'where'", "'publisher'")
_AT = "(SELECT value FROM json_each(?))"
_BY = {"count": "facet_count", "shown": "facet_shown"}
_LISTS = {"who": "who", "where": "place"}
_VALUES = {
    "modality": f"SELECT modality, count(*) FROM event WHERE position IN {_AT} GROUP BY 1",
    "verification": f"SELECT verification, count(*) FROM event WHERE position IN {_AT}"
    " AND verification IS NOT NULL GROUP BY 1",
    "document": "SELECT d.id, count(DISTINCT p.event) FROM passage p JOIN document d ON d.key = p.document"
    f" WHERE p.event IN {_AT} GROUP BY p.document",
    "publisher": "SELECT d.publisher, count(DISTINCT p.event) FROM passage p"
    f" JOIN document d ON d.key = p.document WHERE p.event IN {_AT} AND d.publisher IS NOT NULL GROUP BY 1",
}


class Finding(Selecting):
    """Facets, names, views and the reading state."""

    def facets(self, selection: Selection, field: FacetField, limit: int) -> Facets:
        """The most frequent values of a field among a selection's events."""
        with self._selecting():
            if selection.is_plain:
                count = "shown" if selection.shown else "count"
                rows = self._query(
                    f"SELECT value, {count} FROM facet INDEXED BY {_BY[count]}"
                    f" WHERE field = ? AND {count} > 0 ORDER BY {count} DESC, value LIMIT ?",
                    (field, limit),
                )
                return Facets(tuple(rows))
            positions = self._positions(selection)
            step = -(-len(positions) // COUNTED) or 1
            counts = self._counted(field, positions[::step])
        ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:limit]
        return Facets(tuple((value, count * step) for value, count in ranked), exact=step == 1)

    def names(self, prefix: str, limit: int = 20) -> list[NameCount]:
        """Names that have a word beginning so, the most frequent first."""
        typed = prefix.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        parts = [
            # Any word of the most frequent names, then the first word of all.
            "SELECT * FROM (SELECT value, field, count FROM facet INDEXED BY facet_count"
            f" WHERE field = {field} ORDER BY count DESC LIMIT {_LOOKED_INTO})"
            " WHERE value LIKE ?1 || '%' ESCAPE '\\' OR value LIKE '% ' || ?1 || '%' ESCAPE '\\'"
            for field in _NAMES
        ]
        if prefix:
            parts.append(
                f"SELECT value, field, count FROM facet WHERE field IN ({', '.join(_NAMES)})"
                f" AND value COLLATE NOCASE BETWEEN ?2 AND ?2 || '{_LAST_CHARACTER}'"
            )
        rows = self._query(
            f"{' UNION '.join(parts)} ORDER BY count DESC, value LIMIT ?3", (typed, prefix, limit)
        )
        return [NameCount(*row) for row in rows]

    def views(self) -> list[View]:
        """The user's saved views, by name."""
        return [View(*row) for row in self._query("SELECT name, query FROM view ORDER BY name")]

    def save_view(self, name: str, query: str | None) -> None:
        """Keep a query under a name; None forgets it."""
        with self._durably(), self._transaction() as connection:
            connection.execute("DELETE FROM view WHERE name = ?", (name,))
            if query is not None:
                connection.execute("INSERT INTO view VALUES (?, ?)", (name, query))

    def state(self, user: str) -> dict[str, str]:
        """What is kept for a user between sessions."""
        return dict(self._query("SELECT key, value FROM state WHERE user = ?", (user,)))

    def keep_state(self, user: str, state: Mapping[str, str | None]) -> None:
        """Keep values by their keys; None forgets one."""
        with self._transaction() as connection:
            for key, value in state.items():
                connection.execute("DELETE FROM state WHERE user = ? AND key = ?", (user, key))
                if value is not None:
                    connection.execute("INSERT INTO state VALUES (?, ?, ?)", (user, key, value))

    def _counted(self, field: FacetField, positions: Sequence[int]) -> Mapping[str, int]:
        listed = json.dumps(list(positions))
        if field not in _LISTS:
            return Counter(dict(self._query(_VALUES[field], (listed,))))
        counts: Counter[str] = Counter()
        column = _LISTS[field]
        for names, count in self._query(
            f"SELECT {column}, count(*) FROM event_detail WHERE event IN {_AT} GROUP BY 1", (listed,)
        ):
            for name in dict.fromkeys(json.loads(names)):
                counts[name] += count
        return counts
