"""What goes on behind the news of a day, in the past or for a quarter, and what does not."""

from __future__ import annotations

import pytest

from data import days
from data.events.reporting.reports import reports
from tests.helpers.dated_documents import Writer

_PUBLISHED = "2024-07-08"
_DATED = "The council of Moss sold its harbour to the mill {in 1990=1990}."


@pytest.mark.parametrize(
    ("behind", "day"),
    [
        (" Berg opened a shop on the quay.", "1990-01-01"),
        (" Berg opened a shop. Many of the boats left for Oslo.", "1990-01-01"),
        # what somebody says by the way, or how things are now, ends nothing
        (" “It was time,” Berg says. She opened a shop on the quay.", "1990-01-01"),
        (" Berg said it was time. Boats left for Oslo.", "1990-01-01"),
        # what names a time of its own, another paragraph, the present, a saying, a quotation, a time before
        (" They closed the quay {for years=PXY}.", _PUBLISHED),
        ("\nBerg opened a shop on the quay.", _PUBLISHED),
        (" The quay is a museum.", _PUBLISHED),
        (" Berg said the quay was lost.", _PUBLISHED),
        (" Berg called the sale “a shame”.", _PUBLISHED),
        (" Before the sale, boats landed there.", _PUBLISHED),
        # a paragraph that tells of many things
        (" Berg opened a shop on the quay." + " Boats left for Oslo." * 40, _PUBLISHED),
    ],
)
def test_a_paragraph_tells_of_one_thing(write: Writer, behind: str, day: str) -> None:
    last = reports(write(f"Harbour news\n{_DATED}{behind}"))[-1]
    assert (last.start and days.iso(last.start), last.basis) == (day, "inferred")


def test_what_a_clause_about_a_noun_dates_last_does_not_go_on(write: Writer) -> None:
    text = (
        "Harbour news\nBerg wrote to the owner {in 2018=2018}, who left {in 2019=2019}. Nobody answered him."
    )
    last = reports(write(text))[-1]
    assert last.start is not None
    assert days.iso(last.start) == _PUBLISHED


# So many sentences are no paragraph that tells of one thing.
_LONG_RUN = "The mill of Moss is by the sea. " * 25


@pytest.mark.parametrize(
    ("behind", "day"),
    [
        (" Berg opened a shop on the quay. Boats left for Oslo.", "2024-06-03"),
        # another paragraph, a saying, the present
        ("\nBerg opened a shop on the quay.", _PUBLISHED),
        (" Berg said the quay was lost.", _PUBLISHED),
        (" Berg opens a shop on the quay.", _PUBLISHED),
    ],
)
def test_a_date_that_opens_its_sentence_sets_the_scene(write: Writer, behind: str, day: str) -> None:
    last = reports(
        write(f"{_LONG_RUN}{{On Monday=2024-06-03}} the council of Moss sold its harbour.{behind}")
    )[-1]
    assert (last.start and days.iso(last.start), last.basis) == (day, "inferred")


def test_nothing_goes_on_from_a_date_by_the_way(write: Writer) -> None:
    text = "The council sold the harbour to the mill, which it had founded {in 1990=1990}."
    last = reports(write(text + " The mill closed the quay to fishing boats."))[-1]
    assert last.start is not None
    assert days.iso(last.start) == _PUBLISHED


def test_nothing_goes_on_from_a_plan_or_a_day_of_the_news(write: Writer) -> None:
    for dated in ("The council will sell the quay {in 2030=2030}.", "It sold it {on Monday=2024-07-08}."):
        last = reports(write(dated + " The mill closed the quay to fishing boats."))[-1]
        assert last.start is not None
        assert days.iso(last.start) == _PUBLISHED


@pytest.mark.parametrize(
    "dated",
    ["A pact of {1990=1990} forbade it.", "That was {in 1990=1990}, and on that day the mill closed."],
)
def test_a_date_that_is_no_setting_sets_no_scene(write: Writer, dated: str) -> None:
    last = reports(write(f"{_LONG_RUN}{dated} Berg opened a shop on the quay."))[-1]
    assert last.start is not None
    assert days.iso(last.start) == _PUBLISHED


def test_prices_are_no_background(write: Writer) -> None:
    text = "The bank cut its debt {in June=2024-06}. The shares fell 20 cents to $36.25."
    last = reports(write(text))[-1]
    assert last.start is not None
    assert days.iso(last.start) == _PUBLISHED


def test_a_day_before_publication_is_not_to_come(write: Writer) -> None:
    text = (
        "Okoye opened the bridge {on Saturday=2024-07-06}."
        " The queue grew to ten metres {on Sunday=2024-07-07}."
    )
    last = reports(write(text))[-1]
    assert last.passage.text == "The queue grew to ten metres on Sunday."


def test_prices_are_those_of_the_last_session_named(write: Writer) -> None:
    text = (
        "The mill of Moss wants to buy the harbour, it told the council.\n"
        "It made its offer {on Friday=2024-07-05}.\nShares of the mill fell 20 cents to $36.25.\n"
        "Its sales rose to $29 million.\n"
    )
    found = [days.iso(report.start) for report in reports(write(text))]
    assert found == [_PUBLISHED, "2024-07-05", "2024-07-05", _PUBLISHED]
