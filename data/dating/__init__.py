"""Gives everything its days: expressions, publication dates, and the calendar they rest on."""

from __future__ import annotations

from data.dating.publication import publication_dates
from data.dating.resolution import resolve

__all__ = ["publication_dates", "resolve"]
