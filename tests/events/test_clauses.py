"""Which day each clause of a sentence tells, and where a clause ends."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from data import days, edtf
from data.events import reports
from data.events.clauses.clause import clauses
from data.events.clauses.focus import focus
from data.events.clauses.stretch import Stretch
from data.events.cues import cues
from data.model import Anchor, DatedDocument
from tests.helpers.dated_documents import Writer

_TABLE = tomllib.loads(Path(__file__).with_name("clauses.toml").read_text(encoding="utf-8"))


def rows(kind: str) -> list[tuple[str, list[tuple[str, str | None]]]]:
    """The sentences of a kind in ``clauses.toml``, each with its clauses and their dates."""
    return [(one["text"], [(words, date or None) for words, date in one["clauses"]]) for one in _TABLE[kind]]


CASES, OF_NOW = rows("case"), rows("of_now")


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_clauses(write: Writer, marked: str, expected: list[tuple[str, str | None]]) -> None:
    dated = write(marked)
    text = dated.document.text
    found = clauses(Stretch(text, 0, len(text), cues("en")), dated.expressions)
    told = [
        (
            text[clause.start : clause.end],
            clause.dating and edtf.write(clause.dating.start, clause.dating.end, clause.dating.precision),
        )
        for clause in found
    ]
    assert told == expected


@pytest.mark.parametrize(("marked", "expected"), OF_NOW)
def test_clauses_of_now(write: Writer, marked: str, expected: list[tuple[str, str | None]]) -> None:
    dated = write(marked)
    text = dated.document.text
    found = clauses(Stretch(text, 0, len(text), cues("en"), focus(dated)), dated.expressions)
    assert [
        (text[one.start : one.end], one.dating and days.iso_year(days.civil(one.dating.start or 0).year))
        for one in found
    ] == expected


def test_a_day_named_behind_words_that_point_at_it(write: Writer) -> None:
    dated = write("On {that day=2024-07-08}, {May 3=2024-05-03}, the mill closed its quay.")
    text, (pointing, named) = dated.document.text, dated.expressions
    pointing = replace(pointing, anchor=Anchor("expression", "2024-07-08", "the day told before"))
    (only,) = clauses(Stretch(text, 0, len(text), cues("en")), [pointing, named])
    assert only.dating is not None
    assert days.iso(only.dating.start) == "2024-05-03"


def test_the_last_letters_of_a_word_are_no_article() -> None:
    attributive = cues("en").attributive
    assert all(attributive.search(before) for before in ("for the ", "Oslo’s ", "the towns’ "))
    assert not any(attributive.search(before) for before in ("asked for a visa ", "left Japan "))


@pytest.mark.parametrize("marked", [case[0] for case in CASES])
def test_clauses_cover_the_sentence(write: Writer, marked: str) -> None:
    dated = write(marked)
    text = dated.document.text
    found = clauses(Stretch(text, 0, len(text), cues("en")), dated.expressions)
    assert found[0].start == 0
    assert found[-1].end == len(text)
    for before, after in pairwise(found):
        assert text[before.end : after.start].strip() == ""


def test_the_words_of_a_relative_clause_have_its_head(write: Callable[..., DatedDocument]) -> None:
    found = reports(write("Guests praised the harbour festival, which closed {on Monday=2024-07-08}."))
    (closing,) = [report for report in found if report.passage.text.startswith("which")]
    assert {"clos", "festival"} <= closing.words
