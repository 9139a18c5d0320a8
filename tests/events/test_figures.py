"""Figures that a passage gives: their bounds, whose lives they count, how far they may be off."""

from __future__ import annotations

from math import inf

import pytest

from data.events.figures.passage import counts_harm, figures


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
        ("Some 60 to 70 per cent of Norway’s supplies came by sea.", "% of suppl", 60),
        ("They met for the 21st annual summit.", "number of summit", 21),
        ("They came for the third round of talks.", "number of round", 3),
        ("She left after a two-day visit.", "days of stay", 2),
        ("It was the first visit to Norway in 41 years.", "years before the first visit", 41),
        ("It was the first visit to Norway in three decades.", "years before the first visit", 30),
        ("Maria Lind, 83, died at home.", "years of age", 83),
        ("Maria Lind, aged 83, died at home.", "years of age", 83),
        ("The 83-year-old painter Maria Lind died.", "years of age", 83),
        ("A 6.1-magnitude earthquake shook Bergen.", "magnitude", 6.1),
        ("Imports were worth $60 billion, while exports stood at $4 billion.", "USD for exports", 4e9),
        ("The storm killed twenty-one people.", "killed", 21),
        ("Four nurses and 12 drivers died in the storm.", "killed", 4),
        ("Bombings on Aug. 7 killed 258 people.", "killed", 258),
        ("The death toll of the landslide rose to 33 on Thursday.", "killed", 33),
        ("By Thursday 212 people had fallen ill.", "ill", 212),
        ("In March 212 people were killed.", "killed", 212),
        ("The number of injured stood at more than 200.", "injured", 200),
        ("The toll rose by 12 to 46.", "killed", 46),
        ("Nineteen miners are known to have died.", "killed", 19),
        ("A ferry carrying 41 people capsized.", "aboard", 41),
        ("The ferry had 41 passengers and crew.", "aboard", 41),
        ("Turnout in the vote was 47 percent.", "% turnout", 47),
        ("They voted on a turnout of 47 per cent.", "% turnout", 47),
        ("Both sides freed captives: 210 captives went home.", "prisoners", 210),
        ("Lind, sentenced to seven years in prison, wept.", "years in prison", 7),
        ("A court found Maria Lind guilty and jailed her for 30 months.", "years in prison", 2.5),
        ("A court sentenced Maria Lind to three years and six months in prison.", "years in prison", 3.5),
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
        "In 2019 people stayed at home.",
        "The G20 nations met.",
        "Flight 218 died down on the screens.",
        "The number of jobs rose to 300 thousand kroner.",
        "Turnout rose 3 percent.",
        "Judge Lind sentenced her to seven years in prison.",
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
    assert [(figure.whose, figure.value) for figure in found] == [("IN", 20), ("CN", 4)]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("They want six lakh rifles.", 5.5e5, 6.5e5),
        ("They want 6,01,427 rifles.", 601427, 601427),
        ("They want 1,700 rifles.", 1650, 1750),
        ("They want 30-40 rifles.", 30, 40),
        ("They want dozens of rifles.", 24, inf),
        ("They want nearly 50 rifles.", 45, 50),
    ],
)
def test_how_far_a_number_may_be_off(text: str, low: float, high: float) -> None:
    (figure,) = figures(text)
    assert [figure.low, figure.high] == pytest.approx([low, high])


def test_the_scope_of_a_count() -> None:
    (figure,) = figures("Norway and Kenya signed five energy agreements.")
    assert figure.scope == {"energ"}
    (figure,) = figures("Norway and Kenya signed a record 28 agreements.")
    assert figure.scope == frozenset()


def test_a_part_of_a_number_is_not_counted_for_all() -> None:
    (told,) = figures("All but four of the 38 people aboard the bus left it.")
    assert (told.what, told.value) == ("aboard", 38)


@pytest.mark.parametrize(
    ("text", "is_harm"),
    [
        ("The raid killed more than three dozen people.", True),
        ("The death toll of the landslide rose to 33 on Thursday.", True),
        ("The storm killed the harvest of 2021.", False),
        ("28 MoUs were signed.", False),
    ],
)
def test_people_harmed_are_counted_where_a_word_tells_the_harm(text: str, is_harm: bool) -> None:
    assert counts_harm(text) is is_harm
    assert is_harm == any(figure.kind == "harm" for figure in figures(text))
