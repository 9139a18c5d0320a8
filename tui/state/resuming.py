"""Where a user was when the session ended, and going there again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from data import days
from data.errors import DatelineError
from tui.state.views import Look, View
from tui.timeline.arrangement import NAMES, By
from tui.timeline.lines import ZOOMS
from tui.timeline.sections import UNITS

if TYPE_CHECKING:
    from tui.state.session import Session
    from tui.timeline.spans import Span

_YES = "yes"


def state_of(session: Session) -> dict[str, str | None]:
    """Filter, view, span, tray, order, zoom, marks and the event under the cursor; None forgets a value."""
    current, span = session.current, session.span
    return {
        "filter": session.text or None,
        "inferred": _YES if session.view.inferred else None,
        "others": _YES if session.view.others else None,
        "span": None if span is None else f"{span.unit} {days.iso(span.start)}",
        "tray": _YES if session.tray else None,
        "by": session.by,
        "zoom": session.zoom.name,
        "marks": " ".join(session.marks) or None,
        "event": None if current is None else current.id,
    }


def resume(session: Session, state: Mapping[str, str]) -> None:
    """Bring a session to where it was; what no longer fits the collection or the program is left out."""
    session.set_marks(state.get("marks", "").split())
    names = [zoom.name for zoom in ZOOMS]
    zoom = names.index(state["zoom"]) if state.get("zoom") in names else session.zoom_number
    by: By = state["by"] if state.get("by") in NAMES else "time"  # type: ignore[assignment]  # one of them
    view = View(inferred=state.get("inferred") == _YES, others=state.get("others") == _YES)
    look = Look(zoom, view=view, tray=state.get("tray") == _YES, by=by)
    event = state.get("event")
    try:
        span = _span(state.get("span", ""))
        session.start(event, look._replace(text=state.get("filter", ""), span=span))
    except (DatelineError, ValueError):
        session.start(event, look)


def _span(kept: str) -> Span | None:
    """The stretch of time that was kept, None for all of it."""
    from tui.timeline.spans import span_around

    name, _, first = kept.partition(" ")
    unit = next((one for one in UNITS if one == name), None)
    day = days.from_iso(first or None)
    return None if unit is None or day is None else span_around(day, unit)
