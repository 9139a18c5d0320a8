"""Tense around an expression, and what an expression says of the day on which it was written."""

from __future__ import annotations

import pytest

from data.dating.publication.own_words.tellings import Account, account, publication_days
from data.days import from_iso, iso
from tests.helpers.read_texts import read_text


def account_of(text: str) -> Account:
    return account(read_text(text))


TENSES = [
    ("He arrived in Russia on Monday.", "past"),
    ("He will on Monday open the talks.", "future"),
    ("The king is scheduled to leave, the palace said on Thursday.", "past"),
    ("He is expected to continue talks on Tuesday.", "future"),
    ("The two spoke on Monday and are expected to go on.", "past"),
    ("He begins a visit starting Monday.", "future"),
    ("The bridge must be ready by Friday.", "future"),
    ("He was greeted by a guard of honour on Monday.", "past"),
    ("The spokesman told reporters Friday that trade would grow.", "past"),
    ("He is to visit the yard, a spokesman said, setting the tone for talks on Tuesday.", "future"),
]


@pytest.mark.parametrize(("text", "tense"), TENSES)
def test_the_clause_tells_of_the_past_or_the_future(text: str, tense: str) -> None:
    (telling,) = account_of(text).tellings
    assert telling.tense == tense


# The expression in its sentence, the days that it means, and the days on which it may have been written.
WRITTEN = [
    ("He arrived on Monday.", "2024-07-08", "2024-07-08", ("2024-07-08", "2024-07-14")),
    ("He will arrive on Monday.", "2024-07-08", "2024-07-08", ("2024-07-02", "2024-07-08")),
    ("He arrived on Monday.", "2024-07-09", "2024-07-09", None),
    ("He arrived on Tuesday.", "2024-07-08", "2024-07-09", ("2024-07-09", "2024-07-15")),
    ("He came last month.", "2024-08-23", "2024-08-23", ("2024-09-01", "2024-09-30")),
    ("He came last year.", "2023-03-17", "2023-03-17", ("2024-01-01", "2024-12-31")),
    ("He will come next week.", "2024-09-03", "2024-09-03", ("2024-08-25", "2024-09-01")),
    ("He came yesterday.", "2024-07-08", "2024-07-08", ("2024-07-09", "2024-07-09")),
    ("He came six weeks ago.", "2024-07-08", "2024-07-08", ("2024-08-15", "2024-08-23")),
    ("He came over the weekend.", "2024-08-23", "2024-08-23", ("2024-08-25", "2024-08-31")),
    ("He came over the weekend.", "2024-08-21", "2024-08-21", None),
    ("He came on July 8.", "2024-07-08", "2024-07-08", ("2024-07-08", "2025-05-04")),
    ("He came on July 8.", "2024-06-08", "2024-06-08", None),
]


@pytest.mark.parametrize(("text", "start", "end", "expected"), WRITTEN)
def test_an_expression_tells_when_it_was_written(
    text: str, start: str, end: str, expected: tuple[str, str] | None
) -> None:
    (telling,) = account_of(text).tellings
    first, last = from_iso(start), from_iso(end)
    assert first is not None
    assert last is not None
    days = publication_days(telling, first, last)
    assert (None if days is None else (iso(days[0]), iso(days[1]))) == expected


def test_the_weekdays_of_a_text_are_counted_by_tense_and_the_lead_is_kept() -> None:
    weekdays = account_of("He came on Monday. He will leave on Tuesday. He slept on Monday.").weekdays
    assert (dict(weekdays.past), dict(weekdays.future), weekdays.lead) == ({1: 2}, {2: 1}, 1)


BEFORE = [
    ("He resigned on Monday. On Thursday the firm had said that it would stay.", {4}),
    ("The telescope lifted off on Saturday after they had put off the launch.", set()),
    ("They met the heirs on Monday and had little to offer.", set()),
]


@pytest.mark.parametrize(("text", "weekdays"), BEFORE)
def test_what_was_before_the_rest_is_no_day_near_publication(text: str, weekdays: set[int]) -> None:
    assert set(account_of(text).weekdays.before) == weekdays
