"""Names to complete, on a server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.store.postgres.connection import Connected

if TYPE_CHECKING:
    from data.store.lists import FacetField, NameCount

_LOOKED_INTO = 20_000  # names, the most frequent, of which any word may be typed


class Names(Connected):
    """Finds names as they are typed."""

    def names(self, field: FacetField, prefix: str, limit: int = 20) -> list[NameCount]:
        """Values of a field that have a word beginning so, the most frequent first."""
        from data.store.lists import NameCount

        typed = prefix.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        rows = self._query(
            "SELECT value, count FROM (SELECT value, count FROM facet WHERE field = ?"
            f" ORDER BY count DESC LIMIT {_LOOKED_INTO}) name WHERE value ILIKE ? OR value ILIKE ?"
            " ORDER BY count DESC, value LIMIT ?",
            (field, f"{typed}%", f"% {typed}%", limit),
        )
        return [NameCount(*row) for row in rows]
