"""What is worked out on the way from reports to events, kept for the next time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from data.store.connection import Engine
from data.store.packed import pack, unpack

_CHUNK = 500  # values fetched at a time


class KeptTable(Engine):
    """The part of a collection that is only kept to spare work: without it all is worked out again."""

    def kept(self, kind: str) -> Iterator[tuple[str, bytes]]:
        """All that is kept of a kind on the way from reports to events, with its keys."""
        after = ""
        while rows := self._query(
            f"SELECT key, value FROM kept WHERE kind = ? AND key > ? ORDER BY key LIMIT {_CHUNK}",
            (kind, after),
        ):
            yield from ((key, unpack(value)) for key, value in rows)
            after = rows[-1][0]

    def kept_of(self, kind: str, keys: Iterable[str]) -> dict[str, bytes]:
        """What is kept of a kind under these keys."""
        wanted = [*keys]
        found: dict[str, bytes] = {}
        for at in range(0, len(wanted), _CHUNK):
            rows = self._query(
                f"SELECT key, value FROM kept WHERE kind = ? AND {self._among('key', str)}",
                (kind, self._listed(wanted[at : at + _CHUNK])),
            )
            found.update((key, unpack(value)) for key, value in rows)
        return found

    def keep(self, kind: str, values: Mapping[str, bytes | None]) -> None:
        """Keep these by their keys, in the place of what was kept; None takes one away."""
        if not values:
            return
        with self._transaction() as connection:
            connection.executemany(
                "DELETE FROM kept WHERE kind = ? AND key = ?",
                [(kind, key) for key, value in values.items() if value is None],
            )
            connection.executemany(
                "INSERT INTO kept VALUES (?, ?, ?)"
                " ON CONFLICT (kind, key) DO UPDATE SET value = excluded.value",
                [(kind, key, pack(value)) for key, value in values.items() if value is not None],
            )

    def forget_kept(self) -> None:
        """Keep nothing on the way from reports to events."""
        with self._transaction() as connection:
            connection.execute("DELETE FROM kept")
