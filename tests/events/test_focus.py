"""The day a document is about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from data import days
from data.events.clauses.focus import focus
from data.model import DatedDocument

LONG = "The council of the harbour town voted to close the old ferry line for good"
PERFECT = LONG.replace("voted", "has voted")
PRESENT = LONG.replace("voted", "is eager")


@pytest.mark.parametrize(
    ("marked", "published", "expected"),
    [
        (f"{LONG} {{on Friday=2024-07-05}}. It rained.", "2024-07-08", "2024-07-05"),
        (f"{LONG}. It rained {{on Friday=2024-07-05}}.", "2024-07-08", "2024-07-08"),
        (f"{LONG} {{on 1 June=2024-06-01}}.", "2024-07-08", "2024-07-08"),
        (f"{LONG} {{next Friday=2024-07-12}}.", "2024-07-08", "2024-07-08"),
        (f"{LONG} {{in June=2024-06}}.", "2024-07-08", "2024-07-08"),
        (f"Ferry closes\n{LONG} {{on Friday=2024-07-05}}.", "2024-07-08", "2024-07-05"),
        # of two days the later one is the news
        (
            f"{LONG} {{on Friday=2024-07-05}}, a week after the fire {{of 28 June=2024-06-28}}.",
            "2024-07-08",
            "2024-07-05",
        ),
        (
            "A man sought since {28 June=2024-06-28} was found {on Sunday=2024-07-07} near the harbour.",
            "2024-07-08",
            "2024-07-07",
        ),
        # but not one told by the way
        (
            f"{LONG} {{on Friday=2024-07-05}}, a step that moved crowds {{on Sunday=2024-07-07}}.",
            "2024-07-08",
            "2024-07-05",
        ),
        # a lead without a day leaves a fresh one to the sentences behind it
        (f"{PERFECT}. It rained {{on Sunday=2024-07-07}}.", "2024-07-08", "2024-07-07"),
        (f"{LONG}. It rained. They met {{on Sunday=2024-07-07}}.", "2024-07-08", "2024-07-07"),
        (
            f"{LONG}. It rained. It rained. It rained. They met {{on Sunday=2024-07-07}}.",
            "2024-07-08",
            "2024-07-08",
        ),
        (f"{PERFECT}. It rained {{on Friday=2024-07-05}}.", "2024-07-08", "2024-07-08"),
        (f"{LONG}. Shares of the line fell {{on Sunday=2024-07-07}}.", "2024-07-08", "2024-07-08"),
        # not one that tells how things are now
        (f"{PRESENT}. It rained {{on Sunday=2024-07-07}}.", "2024-07-08", "2024-07-08"),
        # the line before the lead dates the document, and its news where the lead does not
        (
            f"MOSS, Norway, {{July 8=2024-07-08}} -- {LONG} {{on Friday=2024-07-05}}.",
            "2024-07-08",
            "2024-07-05",
        ),
        (f"MOSS, Norway, {{July 7=2024-07-07}} -- {LONG}.", "2024-07-08", "2024-07-07"),
        # a byline stands before the lead
        (
            f"Ferry closes\nBy ADA BERG\nStaff Writer\n{LONG} {{on Friday=2024-07-05}}.",
            "2024-07-08",
            "2024-07-05",
        ),
        # neither a long headline nor a line with nothing but a date is the lead
        (f"{LONG}\n{LONG} {{on Friday=2024-07-05}}.", "2024-07-08", "2024-07-05"),
        (f"Ferry\n{{8 July=2024-07-08}}\n{LONG} {{on Friday=2024-07-05}}.", "2024-07-08", "2024-07-05"),
        # a headline is told whole by the lead, and else names the day itself
        (f"Both stop {{same day=2024-07-08}}\n{LONG} {{on Friday=2024-07-05}}.", "2024-07-08", "2024-07-05"),
        (f"Ferry stops {{on Friday=2024-07-05}}\n{LONG}.", "2024-07-08", "2024-07-05"),
        # minutes are of the meeting's day, whatever it was told
        (
            f"# Moss\n\nMinutes of the Port Board\n\n{LONG} {{on Friday=2024-07-05}}.",
            "2024-07-08",
            "2024-07-08",
        ),
        (f"OSLO, {{6 July=2024-07-06}} (AP) -- {LONG} {{on Friday=2024-07-05}}.", "2024-07-08", "2024-07-05"),
    ],
)
def test_focus_date(write: Callable[..., DatedDocument], marked: str, published: str, expected: str) -> None:
    found = focus(write(marked, published=published))
    assert days.iso(found.start) == days.iso(found.end) == expected


def test_without_publication_date_there_is_no_focus_date(write: Callable[..., DatedDocument]) -> None:
    assert focus(write(f"{LONG}.", published=None)).start is None
