"""A sentence whose subject only points back is told by the thing behind its verb."""

# ruff: noqa: E501 - a case is a line
from __future__ import annotations

import pytest

from data.events import make_events
from tests.helpers.dated_documents import Writer

CASES = [
    ("Norway voted. This followed the general election {in December 2023=2023-12}.", "The general election"),
    ("It followed the fire of the old mill {in May=2024-05}, and Berg wept.", "The fire of the old mill"),
    ("This led to fighting in the towns of the Holm valley {in autumn 2023=2023-23}.", "Fighting in the towns of the Holm valley"),
    ("Much is new. This shift is evident in Norway’s low presidency of the Nordic Council {last year=2023}, and now the decision not to go.", "Norway’s low presidency of the Nordic Council"),
    ("Much is new. “This is evident in Norway’s low presidency of the Nordic Council {last year=2023},” Mia Lund said.", "Mia Lund: Norway’s low presidency of the Nordic Council"),
    # whose it was
    ("President Jonas Berg landed in Oslo. This is his second visit outside Norway {this year=2024}.", "Jonas Berg’s second visit outside Norway"),
    ("Jonas Berg met Mia Lund. It was their fourth conversation {this year=2024}.", "Jonas Berg and Mia Lund’s fourth conversation"),
    # what "this" did is told, not a thing behind it
    ("This announcement was confirmed by Jonas Berg {in May=2024-05}.", "This announcement was confirmed by Jonas Berg"),
    ("This led Jonas Berg to resign {in May=2024-05}.", "This led Jonas Berg to resign"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title"), CASES)
def test_the_line_of_what_points_back(write: Writer, text: str, title: str) -> None:
    assert [event.title for event in make_events([write(text)]) if event.basis == "stated"] == [title]
