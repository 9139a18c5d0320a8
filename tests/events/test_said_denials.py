"""What somebody denies is dated by the day on which it was said, and that it was said happened."""

from __future__ import annotations

import pytest

from data.events import reports
from tests.helpers.dated_documents import Writer

CASES = [
    (
        (
            "“Norway has not condemned the raid, but that doesn’t mean that it supports it,” Mia Lund told "
            "the Post {late last year=2023}."
        ),
        "happened",
    ),
    ("Norway has not signed the treaty, Mia Lund said {on Monday=2024-07-08}.", "happened"),
    ("Mia Lund said Jonas Berg did not visit Oslo {on Monday=2024-07-08}.", "denied"),
    ("Mia Lund would not show the letter but said {on Monday=2024-07-08} that it was long.", "denied"),
    ("Mia Lund did not visit Oslo {on Monday=2024-07-08}.", "denied"),
]


@pytest.mark.parametrize(("text", "modality"), CASES)
def test_what_is_denied_and_what_is_said(write: Writer, text: str, modality: str) -> None:
    (told,) = [report for report in reports(write(text)) if report.basis == "stated"]
    assert told.modality == modality
