"""Marks on a server, where many mark while one builds."""

from __future__ import annotations

from collections.abc import Iterable

from data.model import Mark
from data.store.connection import Connection
from data.store.postgres.connection import Connected
from data.store.tables.marking import MarkTables


class Marks(Connected, MarkTables):
    """Applies marks, unless a build is writing the events: then they wait for it."""

    def _settle(self, connection: Connection, marks: Iterable[Mark]) -> None:
        if not self._may_settle:
            connection.executemany(
                "INSERT INTO mark_waiting VALUES (?) ON CONFLICT DO NOTHING", [(mark.id,) for mark in marks]
            )
            return
        left = [mark for (mark,) in connection.execute("DELETE FROM mark_waiting RETURNING mark")]
        waited = self._kept(f"WHERE {self._among('m.id', str)}", (self._listed(left),)) if left else []
        super()._settle(
            connection, {mark.id: mark for mark in (*(one.mark for one in waited), *marks)}.values()
        )
