"""What the timeline shows unless more is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.order import begin_day

if TYPE_CHECKING:
    from data.model import Event


def is_shown(event: Event) -> bool:
    """Whether the default view has an event: dated, no state, not hidden; stated or a document's main one."""
    if event.hidden or event.kind == "state" or begin_day(event.start, event.end) is None:
        return False
    return event.basis == "stated" or event.main
