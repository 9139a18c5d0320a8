"""Gives everything its days: expressions, publication dates, and the calendar they rest on."""

from __future__ import annotations

from data.dating.dated import date_reading, date_readings
from data.dating.publication.dates import own_date, own_dates, publication_dates
from data.dating.resolving.resolution import resolve

__all__ = ["date_reading", "date_readings", "own_date", "own_dates", "publication_dates", "resolve"]
