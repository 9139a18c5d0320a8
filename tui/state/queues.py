"""What a fact-checker goes through: queries with names, beside those that the user saves."""

from __future__ import annotations

from typing import NamedTuple


class Queue(NamedTuple):
    """A query with a name and what it is for."""

    name: str
    query: str
    told: str


QUEUES = (
    Queue("disputed", "is:conflict -status:verified", "to check first: the sources disagree"),
    Queue("single source", "is:single-source -status:verified -status:withdrawn", "to check: one source"),
    Queue("not checked", "-status:verified -status:withdrawn", "whatever is neither verified nor withdrawn"),
    Queue("denied", "is:denied", "did not happen, the sources say"),
    Queue("planned", "is:planned", "announced for later when it was written"),
    Queue("doubtful", "is:doubtful", "a date can be read in several ways: editing offers them"),
    Queue("undated", "is:undated", "no source and no document gives a date"),
    Queue("yours", "is:marked", "what you verified, tagged or noted"),
    Queue("new", "is:new", "what the last reading brought"),
)
"""The queues there are, in the order of the list."""
