"""Names to complete, in SQLite."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.store.sqlite.connection import Connected

if TYPE_CHECKING:
    from data.store.lists import NameCount

_LOOKED_INTO = 20_000  # names, the most frequent, of which any word may be typed
_LAST_CHARACTER = "\U0010ffff"
_NAMES = ("'who'", "'where'", "'publisher'", "'tag'")


class Names(Connected):
    """Finds names as they are typed."""

    def names(self, prefix: str, limit: int = 20) -> list[NameCount]:
        """Names that have a word beginning so, the most frequent first."""
        from data.store.lists import NameCount

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
