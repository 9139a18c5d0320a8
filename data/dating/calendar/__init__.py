"""Stretches of the calendar as words name them: days, seasons, holidays, fiscal years; of no text."""
