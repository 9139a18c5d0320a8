"""Who waits for whom: locks that the server keeps for all who write one collection."""

from __future__ import annotations

from data.store.connection import Connection

WAIT = 60
"""Seconds to wait for another program's transaction before giving up."""
BUILDING, TIMELINE, MARKS = (0x64746C6E << 8 | number for number in (1, 2, 3))
"""Numbers of locks, in this order when several are held.

One program builds at a time. While it writes the timeline, marks, which are kept one after another, need not
wait: they are left to it to apply.
"""


def lock(connection: Connection, number: int) -> None:
    """Wait for a lock, and hold it to the end of the transaction."""
    connection.execute("SELECT pg_advisory_xact_lock(?)", (number,))


def try_to_share(connection: Connection, number: int) -> bool:
    """Hold a lock with others who share it, to the end of the transaction; False if one holds it alone."""
    return bool(connection.execute("SELECT pg_try_advisory_xact_lock_shared(?)", (number,)).fetchone()[0])
