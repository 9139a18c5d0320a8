"""From dated sentences to events: what happened, when, to whom and where, told by which passages."""

from data.events.reporting.reports import reports
from data.events.timeline import make_events

__all__ = ["make_events", "reports"]
