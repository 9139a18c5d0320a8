"""What the passages of one event say that cannot all be right."""

from __future__ import annotations

from collections.abc import Sequence

from data.events.report import Report
from data.model import Conflict


def conflicts(members: Sequence[Report]) -> tuple[Conflict, ...]:
    """The conflicts among reports of one event, in the order of its passages."""
    return ()
