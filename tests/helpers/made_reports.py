"""Reports made by hand, for what compares them."""

from __future__ import annotations

from typing import Any

from data.events.report import Report
from data.model import Passage


def made_report(
    text: str = "They met.",
    *,
    document: str = "a",
    start_char: int = 0,
    clock: str | None = None,
    **facts: Any,
) -> Report:
    """A report of a passage with this text; undated, in the first sentence and of nobody unless told."""
    passage = Passage(
        document=document, start_char=start_char, end_char=start_char + len(text), text=text, clock=clock
    )
    known: dict[str, Any] = {
        "start": None, "end": None, "precision": None, "basis": "stated", "modality": "happened",
        "kind": "event", "who": (), "where": (), "title": text, "sentence": 0, "words": frozenset(),
    }  # fmt: skip
    return Report(passage=passage, **known | facts)
