"""Gives everything its days: expressions, publication dates, and the calendar they rest on."""

from __future__ import annotations

from data.dating.publication.dates import own_dates, publication_dates
from data.dating.resolution import resolve

__all__ = ["own_dates", "publication_dates", "resolve"]
