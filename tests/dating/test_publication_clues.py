"""What clues agree on, and the weekday as on which a text speaks."""

from __future__ import annotations

from collections import Counter

import pytest

from data.dating.publication.clues import Clue, Weekdays, agreement


def test_the_days_on_which_most_weight_agrees_are_kept() -> None:
    clues = [Clue(((1, 10),), 1.0, "a"), Clue(((8, 20),), 1.0, "b"), Clue(((40, 45),), 1.5, "c")]
    agreed = agreement(clues)
    assert agreed is not None
    assert (agreed.first, agreed.last) == (8, 10)
    assert [clue.reason for clue in agreed.clues] == ["a", "b"]


def test_several_stretches_that_weigh_the_same_decide_nothing() -> None:
    assert agreement([Clue(((1, 2),), 1.0, "a"), Clue(((9, 9),), 1.0, "b")]) is None


def test_bounds_and_days_without_a_year_decide_nothing_by_themselves() -> None:
    assert agreement([Clue(((5, None),), 1.0, "a", "bound"), Clue(((None, 9),), 1.0, "b", "bound")]) is None
    assert agreement([Clue(((5, 9), (400, 404)), 1.0, "a", "support")]) is None


def test_a_bound_chooses_between_years() -> None:
    clues = [
        Clue(((5, 9), (400, 404)), 1.0, "a", "support"),
        Clue(((300, None),), 1.0, "b", "bound"),
        Clue(((380, 450),), 0.5, "c"),
    ]
    agreed = agreement(clues)
    assert agreed is not None
    assert (agreed.first, agreed.last) == (400, 404)


def test_no_clues_no_agreement() -> None:
    assert agreement([]) is None


@pytest.mark.parametrize(
    ("past", "future", "lead", "likely"),
    [
        ([1], [2], 1, {1}),  # arrived on Monday, talks to follow on Tuesday
        ([1], [2], 2, {1, 2}),  # are to talk on Tuesday, a day after he arrived
        ([4], [6], 4, {4, 5}),  # won on Thursday, will ride through the town on Saturday
        ([1], [], 1, {1, 2}),
        ([7], [1], 7, {7}),  # will meet on Monday, officials said on Sunday
        ([4, 5, 5], [], 4, {5, 6}),  # said on Thursday; on Friday ...
        ([5], [], None, {5, 6, 7, 1}),  # no lead: a paper of the weekend, or of Monday
        ([2], [], None, {2, 3}),  # no weekend before the next paper
        ([6], [], None, {6, 7, 1}),
        ([1, 2], [2], None, {1, 2}),  # a Tuesday of last week, another to come
        ([], [1], 1, {7, 1}),
        ([], [1], None, set()),
        ([], [], None, set()),
    ],
)
def test_the_text_speaks_as_on_a_few_weekdays(
    past: list[int], future: list[int], lead: int | None, likely: set[int]
) -> None:
    assert Weekdays(Counter(past), Counter(future), lead).likely() == likely


def test_a_weekend_gone_by_lies_before_publication() -> None:
    weekdays = Weekdays(past=Counter({4: 1}), future=Counter({2: 1}), lead=4)
    assert weekdays.likely() == {4, 5}
    weekdays.weekend = True
    assert weekdays.likely() == {7, 1, 2}
