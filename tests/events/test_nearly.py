"""An event whose passage says its date only nearly."""

from __future__ import annotations

import pytest

from data.events import make_events
from data.words import event_words
from tests.events.test_clocks import dated


@pytest.mark.parametrize(
    ("text", "date", "words"),
    [
        ("The church was founded around 1100.", "1100~", "about 1100"),
        ("The mill burnt down in May 1897.", "1897-05", "May 1897"),
        ("The mill burnt down before 1897.", "../1896", "before 1897"),
        # the hour is nearly so, and not the day
        ("A crane fell into the harbour at about 7 p.m. on 8 July 2024.", "2024-07-08", None),
    ],
)
def test_nearly(text: str, date: str, words: str | None) -> None:
    (one,) = make_events([dated(text)])
    assert one.edtf == date
    assert words is None or event_words(one) == words


def test_who_says_the_year_itself_counts() -> None:
    texts = ("Ada Okoye founded the Wren Museum around 1897.", "Ada Okoye founded the Wren Museum in 1897.")
    (one,) = make_events([dated(text, f"d{at}") for at, text in enumerate(texts)])
    assert len(one.passages) == 2
    assert one.edtf == "1897"
