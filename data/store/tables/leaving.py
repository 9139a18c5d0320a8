"""What a user leaves for the next session: views, and where it ended."""

from __future__ import annotations

from collections.abc import Mapping

from data.store.connection import Engine


class Leaving(Engine):
    """Keeps views and states."""

    def save_view(self, name: str, query: str | None) -> None:
        """Keep a query under a name; None forgets it."""
        with self._keeping() as connection:
            connection.execute("DELETE FROM view WHERE name = ?", (name,))
            if query is not None:
                connection.execute("INSERT INTO view VALUES (?, ?)", (name, query))

    def keep_state(self, user: str, state: Mapping[str, str | None]) -> None:
        """Keep values by their keys; None forgets one."""
        with self._keeping() as connection:
            for key, value in state.items():
                connection.execute('DELETE FROM state WHERE "user" = ? AND key = ?', (user, key))
                if value is not None:
                    connection.execute("INSERT INTO state VALUES (?, ?, ?)", (user, key, value))
