"""What is worked out on the way from reports to events, kept for the next time.

Values of a kind are short and much alike: each is packed with what it has in common with the first of its
kind left out. That one is kept for it under a key of its own. A collection that has values of a kind without
it has them from an earlier dateline, each packed by itself, or they are long.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from data.store.connection import Engine
from data.store.packed import pack, unpack

_CHUNK = 500  # values fetched at a time
_LIKE = "\x01"
"""The key, before all others, under which the first value of a kind is kept, that others are like."""
_LONGEST = 8_192  # bytes: a value longer than that has enough in common with itself
_OF_KIND = "SELECT value FROM kept WHERE kind = ?"


class KeptTable(Engine):
    """The part of a collection that is only kept to spare work: without it all is worked out again."""

    def kept(self, kind: str) -> Iterator[tuple[str, bytes]]:
        """All that is kept of a kind on the way from reports to events, with its keys."""
        after, like = _LIKE, self._like(kind)
        while rows := self._query(
            f"SELECT key, value FROM kept WHERE kind = ? AND key > ? ORDER BY key LIMIT {_CHUNK}",
            (kind, after),
        ):
            yield from ((key, unpack(value, like)) for key, value in rows)
            after = rows[-1][0]

    def kept_of(self, kind: str, keys: Iterable[str]) -> dict[str, bytes]:
        """What is kept of a kind under these keys."""
        wanted, like = [*keys], self._like(kind)
        found: dict[str, bytes] = {}
        for at in range(0, len(wanted), _CHUNK):
            rows = self._query(
                f"SELECT key, value FROM kept WHERE kind = ? AND {self._among('key', str)}",
                (kind, self._listed(wanted[at : at + _CHUNK])),
            )
            found.update((key, unpack(value, like)) for key, value in rows)
        return found

    def keep(self, kind: str, values: Mapping[str, bytes | None]) -> None:
        """Keep these by their keys, in the place of what was kept; None takes one away."""
        if not values:
            return
        with self.transaction() as connection:
            connection.executemany(
                "DELETE FROM kept WHERE kind = ? AND key = ?",
                [(kind, key) for key, value in values.items() if value is None],
            )
            come = {key: value for key, value in values.items() if value is not None}
            like = self._like(kind)
            if come and not (like or connection.execute(f"{_OF_KIND} LIMIT 1", (kind,)).fetchone()):
                first = next(iter(come.values()))
                if len(first) <= _LONGEST:
                    like = first
                    connection.execute("INSERT INTO kept VALUES (?, ?, ?)", (kind, _LIKE, pack(like)))
            connection.executemany(
                "INSERT INTO kept VALUES (?, ?, ?)"
                " ON CONFLICT (kind, key) DO UPDATE SET value = excluded.value",
                [(kind, key, pack(value, like)) for key, value in come.items()],
            )

    def forget_kept(self) -> None:
        """Keep nothing on the way from reports to events."""
        with self.transaction() as connection:
            connection.execute("DELETE FROM kept")

    def _like(self, kind: str) -> bytes:
        """What the values of a kind are packed with; nothing where each is packed by itself."""
        rows = self._query(f"{_OF_KIND} AND key = ?", (kind, _LIKE))
        return unpack(rows[0][0]) if rows else b""
