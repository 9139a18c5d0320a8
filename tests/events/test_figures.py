from __future__ import annotations

from math import inf

import pytest

from data.events.figures import figures


@pytest.mark.parametrize(
    ("text", "what", "value"),
    [
        ("The raid killed more than three dozen people.", "killed", 36),
        ("At least 20 Indian soldiers were killed.", "killed", 20),
        ("The clash cost 23 lives.", "killed", 23),
        ("A fire injured 1,700 people.", "injured", 1700),
        ("The deal, worth more than $5bn, was signed.", "USD for deal", 5e9),
        ("It is a contract over 5.4 billion dollars.", "USD for deal", 5.4e9),
        ("The rifles cost Rs 5,000 crore, a deal of years.", "INR for deal", 5e10),
        ("They want 6,01,427 assault rifles.", "rifles", 601427),
        ("They want over five lakh such rifles.", "rifles", 5e5),
        ("28 MoUs were signed.", "agreements", 28),
    ],
)
def test_a_figure(text: str, what: str, value: float) -> None:
    assert (what, value) in [(figure.what, figure.value) for figure in figures(text)]


@pytest.mark.parametrize(
    "text",
    [
        "It grew by 20% last year.",
        "The AK 203 rifles are new.",
        "It costs $5 to enter.",
        "Two men stood there.",
    ],
)
def test_no_figure(text: str) -> None:
    assert figures(text) == ()


@pytest.mark.parametrize(
    ("bound", "low", "high"),
    [("", 40, 40), ("at least ", 40, inf), ("up to ", 0, 40), ("about ", 36, 44)],
)
def test_bounds(bound: str, low: float, high: float) -> None:
    (figure,) = figures(f"The flood killed {bound}40 people.")
    assert [figure.low, figure.high] == pytest.approx([low, high])


def test_whose_lives_a_figure_counts() -> None:
    found = figures("At least 20 Indian soldiers and four Chinese soldiers were killed.")
    assert {figure.whose for figure in found} <= {"IN", "CN"}
