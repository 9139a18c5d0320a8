"""Dates as other programs write them into tables and exports, brought into ISO 8601."""

from __future__ import annotations

from datetime import datetime

from data.numeric_dates import in_figures

# As strptime has them; each with an example.
WORDED = {
    "%a %b %d %H:%M:%S %z %Y": "Thu Sep 12 03:10:44 +0000 2024",
    "%a %b %d %H:%M:%S %Y": "Thu Sep 12 03:10:44 2024",
    "%a, %d %b %Y %H:%M:%S %z": "Thu, 12 Sep 2024 03:10:44 +0200",
    "%a, %d %b %Y %H:%M:%S GMT": "Thu, 12 Sep 2024 03:10:44 GMT",
    "%d %b %Y": "12 Sep 2024",
    "%d %B %Y": "12 September 2024",
    "%b %d, %Y": "Sep 12, 2024",
    "%B %d, %Y": "September 12, 2024",
    "%A, %B %d, %Y": "Thursday, September 12, 2024",
    "%A, %d %B %Y": "Thursday, 12 September 2024",
    "%Y/%m/%d": "2024/09/12",
    "%Y/%m/%d %H:%M:%S": "2024/09/12 03:10:44",
    "%Y%m%d": "20240912",
}


def in_iso(written: str, *, day_first: bool | None = None) -> str:
    """The day, with its time if that is written, in ISO 8601; what is no such date as it is.

    ``day_first`` says which order dates in figures have; where it is None and matters, they stay as they are.
    """
    written = " ".join(written.split())
    try:
        day = in_figures(written, day_first=day_first)
    except ValueError:
        return written
    if day is not None:
        return day
    for form in WORDED:
        try:
            moment = datetime.strptime(written, form)  # noqa: DTZ007 - not every form has a zone
        except ValueError:
            continue
        return moment.isoformat() if "%H" in form else moment.date().isoformat()
    return written
