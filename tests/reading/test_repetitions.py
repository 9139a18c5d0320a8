"""A sentence that a long document has again and again is read so often and no more."""

from __future__ import annotations

import pytest

from data.model import Document, Reading, Trouble
from data.reading import sentences
from data.reading.opening import limits
from data.reading.texts.repetitions import without_repetitions
from data.workers import read_one

HEADING = "The council of Norholm met on 3 May 2019."
ITEMS = [f"It spoke of bridge number {number}, as it had on the day before." for number in range(6)]


def document(text: str) -> Document:
    return Document(id="a", path="a.txt", text=text, sha256="", language="en")


def test_what_stood_there_so_often_before_is_furniture() -> None:
    text = " ".join(part for item in ITEMS for part in (HEADING, item))
    found, count = without_repetitions(document(text), 4)
    assert count == 2
    assert [text[start:end] for start, end in found.furniture] == [HEADING] * 2
    read = sentences(text, furniture=found.furniture)
    assert len(read) == 2 * len(ITEMS) - 2
    assert [one for one in read if text[one.start_char : one.end_char] == HEADING] == list(read[:8:2])


def test_repetitions_that_follow_one_another_are_one_range() -> None:
    text = f"{ITEMS[0]}\n\n" + f"{HEADING}\n\n" * 9 + ITEMS[1]
    found, count = without_repetitions(document(text), 3)
    assert count == 6
    ((start, end),) = found.furniture
    assert text[start:end] == "\n\n".join([HEADING] * 6)


def test_a_text_without_repetitions_is_left_as_it_is() -> None:
    own = document(" ".join(ITEMS))
    assert without_repetitions(own, 1) == (own, 0)


def test_the_report_of_a_file_tells_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LONG_LETTERS", 100)
    monkeypatch.setattr(limits, "SENTENCE_TIMES", 3)
    text = "\n\n".join([ITEMS[0], *[HEADING] * 9])
    found = list(read_one("a.txt", data=text.encode()))
    (trouble,) = (one for one in found if isinstance(one, Trouble))
    (reading,) = (one for one in found if isinstance(one, Reading))
    assert (trouble.reason, trouble.lost) == ("6 sentences stand there that came 3 times before", False)
    assert len(reading.mentions) == 4
