"""The day of what stands in the entries of logs and diaries."""

from __future__ import annotations

import pytest

from data import days
from data.dating.dated import date_reading
from data.events.reporting.reports import reports
from data.model import Document
from data.reading.making.published import given_date
from data.workers.reading import read_document

_LOG = """Night watch

2024-05-04 10:13 The alarm rang at the mill. The gate was open.
2024-05-04 23:50 Two guards arrived. They saw nobody.
[2024-05-05 02:30] A van was stolen in Mill Lane. It was found near the quarry.
"""
_CHRONOLOGY = """How the dam broke

- 4 May 2024: A crack was seen. Engineers closed the road.
- 6 May 2024: Water reached the gallery. Nobody was told.
- 9 May 2024: The dam broke. Forty houses were lost.
"""
_DIARY = """4 May 2024
We left the harbour. Anders fell ill.

5 May 2024
We reached the reef.

7 May 2024
The storm broke.
"""
_CALLS = """Calls

Monday, May 6
9:40 a.m. A dinghy was adrift. The owner was found.

Tuesday, May 7
6:05 a.m. Fog closed the channel. A pilot was hurt.
"""
_ARTICLE = """6 July 2024

The council of the harbour town voted on Friday to close the ferry line. Berg called it a shame.

3 May 2024
"""

_SAMPLES = """Sampling log

3 May 2024
09:10 Routine sample 112 taken at outlet.
15:45 Sample 112 positive for coliforms.

4 May 2024
08:20 Repeat sample 113 positive. Duty manager telephoned.
"""


def told(text: str) -> dict[str, str | None]:
    published = given_date("2024-07-08")
    assert published is not None
    read = read_document(
        Document(id="one", path="-", text=text, sha256="", language="en", published=published)
    )
    found = date_reading(read, published)
    return {
        text[one.passage.start_char : one.passage.end_char]: None
        if one.start is None
        else days.iso(one.start)
        for one in reports(found)
    }


@pytest.mark.parametrize(
    ("text", "sentence", "day"),
    [
        (_LOG, "The gate was open.", "2024-05-04"),
        (_LOG, "They saw nobody.", "2024-05-04"),
        (_LOG, "It was found near the quarry.", "2024-05-05"),
        (_CHRONOLOGY, "Engineers closed the road.", "2024-05-04"),
        (_CHRONOLOGY, "Forty houses were lost.", "2024-05-09"),
        (_DIARY, "Anders fell ill.", "2024-05-04"),
        (_DIARY, "We reached the reef.", "2024-05-05"),
        (_DIARY, "The storm broke.", "2024-05-07"),
        (_CALLS, "The owner was found.", "2024-05-06"),
        (_CALLS, "A pilot was hurt.", "2024-05-07"),
        # the date line of an article and that of another below it head nothing
        (_ARTICLE, "Berg called it a shame.", "2024-07-05"),
    ],
)
def test_what_stands_in_an_entry_is_of_its_day(text: str, sentence: str, day: str) -> None:
    assert told(text)[sentence] == day


def test_an_entry_without_a_verb_is_told() -> None:
    assert told(_SAMPLES) == {
        "09:10 Routine sample 112 taken at outlet.": "2024-05-03",
        "15:45 Sample 112 positive for coliforms.": "2024-05-03",
        "08:20 Repeat sample 113 positive.": "2024-05-04",
        "Duty manager telephoned.": "2024-05-04",
    }
