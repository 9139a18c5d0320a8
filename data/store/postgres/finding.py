"""Names to complete, on a server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.store.postgres.connection import Connected

if TYPE_CHECKING:
    from data.store.lists import NameCount

_LOOKED_INTO = 20_000  # names of each kind, the most frequent, of which any word may be typed


class Names(Connected):
    """Finds names as they are typed."""

    def names(self, prefix: str, limit: int = 20) -> list[NameCount]:
        """Names that have a word beginning so, the most frequent first."""
        from data.store.lists import NameCount

        typed = prefix.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        kinds = " UNION ALL ".join(
            "(SELECT value, field, count FROM facet"
            f" WHERE field = '{field}' ORDER BY count DESC LIMIT {_LOOKED_INTO})"
            for field in ("who", "where", "publisher", "tag")
        )
        rows = self._query(
            f"SELECT value, field, count FROM ({kinds}) name WHERE value ILIKE ? OR value ILIKE ?"
            " ORDER BY count DESC, value LIMIT ?",
            (f"{typed}%", f"% {typed}%", limit),
        )
        return [NameCount(*row) for row in rows]
