"""Publication dates in the names of files and in addresses."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from data.days import iso, month_length, ordinal

if TYPE_CHECKING:
    from data.model import Document

_NAME_DATE = re.compile(
    r"(?<![^\W_])((?:1[89]|20)\d\d)"
    r"(?:-(\d\d)-(\d\d)|_(\d\d)_(\d\d)|(\d\d)(\d\d)|/(\d{1,2})/(\d{1,2}))(?![^\W_])"
)
# In the name of a copy: the day it was made.
_KEPT = re.compile(
    r"(?<![^\W_])(?:web\.archive\.org/web/|archive\.(?:today|ph|is)/|saved|capture[ds]?|wayback|snapshots?"
    r"|screenshots?|screen.shot|downloads?|downloaded|crawl(?:ed)?|scan(?:ned)?|backup|export(?:ed)?"
    r"|accessed|retrieved|printed)[^/]{0,20}\Z",
    re.IGNORECASE,
)


def name_date(document: Document, *, alone: bool = True) -> tuple[int, str] | None:
    """A day written in the file's name or the address, and where; not that of a copy made for keeping.

    The file's name speaks for an article that stands in it ``alone``.
    """
    named = PurePath(document.path).name if alone else ""
    for text, said in ((document.url, "the address"), (named, "the file's name")):
        for match in _NAME_DATE.finditer(text or ""):
            if _KEPT.search(text or "", 0, match.start()):
                continue
            year, month, day = (int(part) for part in match.groups() if part is not None)
            if 1 <= month <= 12 and 1 <= day <= month_length(year, month):
                number = ordinal(year, month, day)
                return number, f"{said} says {iso(number)}"
    return None
