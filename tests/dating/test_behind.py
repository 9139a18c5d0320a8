"""What "two years later" of the past goes on from, if the last date named is that of writing."""

from __future__ import annotations

import pytest

from data.dating import resolve
from data.days import ordinal
from data.model import Published
from data.reading.texts.sentences import sentences
from data.tagging import tag

_DAY = ordinal(1997, 12, 3)
PUBLISHED = Published("1997-12-03", _DAY, _DAY, "given")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param(
            "His wife died in 1971 near limes that today line the road. Two years later he married again.",
            "1973",
            id="the last date before today",
        ),
        pytest.param(
            "He fell ill on May 4, 1971, near the limes that today line the road. Three days later he moved.",
            "1971-05-07",
            id="to the day",
        ),
        pytest.param(
            "He was found guilty on Nov. 20. It began in the 1970s, and sentencing is set for Dec. 11. "
            "A week later the judge threw out a charge.",
            "1997-W48",
            id="one that weeks can be counted from",
        ),
        pytest.param(
            "He will be freed on March 3, 1999. Two days later he is to fly home.",
            "1999-03-05",
            id="what lies ahead goes on from what lies ahead",
        ),
        pytest.param(
            "He came home in 1971, as he tells today. Two months later he fell ill.",
            "XXXX-XX",
            id="a month after a year is open",
        ),
        pytest.param(
            "The trial opens on Dec. 15. Police stormed the house on Monday, and the trial is sure to name "
            "them by Dec. 20. An hour later the man gave up.",
            "1997-12-01",
            id="hours after the last day that has passed",
        ),
        pytest.param(
            "The trial opens on Dec. 15. Police stormed the house. An hour later the man was dead.",
            "1997-12-03",
            id="hours, with no day that has passed",
        ),
        pytest.param(
            "The fair opens on Saturday at noon. An hour later the boats will leave.",
            "1997-12-06",
            id="hours of what lies ahead",
        ),
    ],
)
def test_the_past_goes_on_in_the_past(text: str, value: str) -> None:
    found = resolve(text, tag(text), sentences(text, "en"), PUBLISHED)
    assert [each.value for each in found if each.text.endswith("later")] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param(
            "The vote was put off until Dec. 20. The day before, he had threatened to quit.",
            "1997-12-02",
            id="behind a day ahead",
        ),
        pytest.param(
            "On Monday the house put the vote off until Dec. 20. The day before, he had threatened to quit.",
            "1997-11-30",
            id="before the day told last",
        ),
        pytest.param(
            "She will be sworn in on Dec. 20. The day before, she will meet the king.",
            "1997-12-19",
            id="unless it lies ahead itself",
        ),
    ],
)
def test_the_day_before_of_the_past(text: str, value: str) -> None:
    found = resolve(text, tag(text), sentences(text, "en"), PUBLISHED)
    assert [each.value for each in found if each.text.endswith("before")] == [value]
