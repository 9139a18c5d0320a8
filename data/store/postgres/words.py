"""The words of an event as the server's vectors: each word with its places."""

from __future__ import annotations

from collections.abc import Iterable

from data.store.connection import Connection
from data.store.folding import words
from data.store.postgres import schema
from data.store.postgres.connection import Connected
from data.store.tables.event_rows import Searched
from data.store.tables.writing import Writing

LONGEST = 500
"""Characters of a word that are looked up; the server takes 2046 bytes."""

_LAST_PLACE = 16_383  # the server counts no further
_MOST_PLACES = 255  # of one word; the server keeps no more
_MOST_BYTES = 900_000  # the server takes a megabyte; of what tells more only the beginning is found


def quoted(word: str) -> str:
    """A word as it is written in a vector or a search: nothing in it is an operator."""
    return f"'{word}'"


def vector(texts: Iterable[str]) -> str:
    """Texts as one vector; between them a place is left, so that no phrase runs from one into the next."""
    places: dict[str, list[int]] = {}
    place = size = 0
    for text in texts:
        for word in words(text):
            place += 1
            kept = word[:LONGEST]
            found = places.get(kept)
            if found is None:
                size += len(kept.encode()) + 8
                if size > _MOST_BYTES:
                    break
                places[kept] = [min(place, _LAST_PLACE)]
            elif len(found) < _MOST_PLACES and place <= _LAST_PLACE:
                found.append(place)
                size += 2
        place += 1
    return " ".join([f"{quoted(word)}:{','.join(map(str, found))}" for word, found in places.items()])


class Words(Connected, Writing):
    """Writes the words of events."""

    def _clear_timeline(self, connection: Connection) -> None:
        # Row by row, and with the indexes in place: whoever reads goes on reading what was there.
        for table in schema.OF_EVENTS.split(", "):
            connection.execute(f"DELETE FROM {table}")

    def _complete_timeline(self, connection: Connection) -> None:
        """The words of events are searched as they are written: no index waited."""

    def _make_ready(self, connection: Connection) -> None:
        """The server's indexes are all there is."""

    def _write_words(self, connection: Connection, texts: Iterable[Searched]) -> None:
        self._insert(
            connection,
            "event_text",
            (
                (
                    told.position, vector([told.title, *told.passages]), vector(told.who), vector(told.where),
                    vector(told.sources),
                )
                for told in texts
            ),
        )  # fmt: skip

    def _drop_words(self, connection: Connection, texts: Iterable[Searched]) -> None:
        positions = self._listed(told.position for told in texts)
        connection.execute(f"DELETE FROM event_text WHERE {self._among('event')}", (positions,))
