"""Names to complete, in SQLite."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.store.sqlite.connection import Connected

if TYPE_CHECKING:
    from data.store.lists import FacetField, NameCount

_LOOKED_INTO = 20_000  # names, the most frequent, of which any word may be typed
_LAST_CHARACTER = "\U0010ffff"
_BY_ANY_WORD = (
    "SELECT * FROM (SELECT value, count FROM facet INDEXED BY facet_count"
    f" WHERE field = ?1 ORDER BY count DESC LIMIT {_LOOKED_INTO})"
    " WHERE value LIKE ?2 || '%' ESCAPE '\\' OR value LIKE '% ' || ?2 || '%' ESCAPE '\\'"
)
_BY_FIRST_WORD = (
    " UNION SELECT value, count FROM facet"
    f" WHERE field = ?1 AND value COLLATE NOCASE BETWEEN ?3 AND ?3 || '{_LAST_CHARACTER}'"
)
_MOST_FREQUENT = " ORDER BY count DESC, value LIMIT ?4"


class Names(Connected):
    """Finds names as they are typed."""

    def names(self, field: FacetField, prefix: str, limit: int = 20) -> list[NameCount]:
        """Values of a field that have a word beginning so, the most frequent first."""
        from data.store.lists import NameCount

        typed = prefix.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        asked = _BY_ANY_WORD + (_BY_FIRST_WORD if prefix else "") + _MOST_FREQUENT
        return [NameCount(*row) for row in self._query(asked, (field, typed, prefix, limit))]
