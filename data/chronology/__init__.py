"""A chronology that was kept in a spreadsheet: its rows as events added by hand."""

from __future__ import annotations

from data.chronology.rows import Sheet, read_sheet

__all__ = ["Sheet", "read_sheet"]
