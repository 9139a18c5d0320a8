"""What no date of its sentence dates, and the day it has then."""

from __future__ import annotations

from dataclasses import replace

import pytest

from data import days
from data.events.reporting.reports import reports
from data.model import Anchor
from tests.helpers.dated_documents import Writer

_LEAD = "The council of Moss gathered in the old town hall to talk about the harbour and its bridge. "
_PUBLISHED = "2024-07-08"


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        # a perfect does not say when
        (
            (
                "Okoye has led the council of the town and its harbour board for years"
                " since he won {in 2019=since:2019}."
            ),
            (None, "2019-01-01"),
        ),
        # before or after another day is no day
        (
            (
                "The plan for the new bridge across the fjord was dropped by the council"
                " after the mill burned down {in 2011=2011}."
            ),
            (None, "2011-01-01"),
        ),
        (
            (
                "Three years after the mill burned down {in 2011=2011}, the council of the town sold"
                " the land by the harbour."
            ),
            ("2011-01-01", None),
        ),
        # how things are, and a plan, beside a date
        (
            "The owners of the mill, who founded it {in 1990=1990}, are known for their care.",
            ("1990-01-01", None),
        ),
        (
            "The bridge, which burned down {in 2011=2011}, will be built anew by masons of the town.",
            ("2011-01-01", None),
        ),
        # what somebody tells of another time is of that time, and said on the day
        ('"Trade fell {in 2011=2011} by a third," Okoye said in the town hall.', ("2011-01-01", _PUBLISHED)),
        ("Okoye told the council {in 2011=2011} that trade had fallen.", ("2011-01-01",)),
        ('"Trade fell," Okoye said in a letter {in 2011=2011} to the council.', ("2011-01-01",)),
        ('"We shall open it {in 2030=2030}," Okoye said in the town hall.', ("2030-01-01", _PUBLISHED)),
        # "the worst since" bounds nothing
        (
            "The mill lost four hundred of its workers, its worst loss since it burned {in 2011=2011}.",
            (_PUBLISHED, "2011-01-01"),
        ),
        # a few words that only lead to the dated ones
        ("He succeeds Ilse Berg, who stepped down {in March 2023=2023-03}.", (None, "2023-03-01")),
        # who says it or aims at it does so on the day the document is about, however few the words
        ("Okoye said that the mill will close {in 2030=2030}.", (_PUBLISHED, "2030-01-01")),
        ("The mill agreed to close its harbour {in 2030=2030}.", (_PUBLISHED, "2030-01-01")),
        # however few its words, what goes on behind a clause in between, or stands beside another
        ("The mill, which had closed {in 2019=2019}, burned down again.", ("2019-01-01", _PUBLISHED)),
        (
            "Two mills by the harbour burned down; Berg sold a third one {in 2019=2019}.",
            (_PUBLISHED, "2019-01-01"),
        ),
        ("The mill burned down, having closed {in 2019=2019}.", (_PUBLISHED, "2019-01-01")),
        # a clause that tells enough of its own is of the day the document is about
        (
            (
                "The old harbour crane fell into the water with three workers in its cabin,"
                " which opened {in 1950=1950}."
            ),
            (_PUBLISHED, "1950-01-01"),
        ),
        # a time of many days that is only named
        ("Okoye led the council during the civil war.", (None,)),
        ("The mill burned down at the start of the occupation.", (None,)),
        ("The town sold its ferry in the last weeks of the siege.", (None,)),
        ("In the early days of the search nobody was found.", (None,)),
        ("Before the war in the north, Moss had two mills.", (None,)),
        # who tells of it does so on the day the document is about; "war" may be a part of another thing
        ("Okoye said that Moss had two mills before the war.", (_PUBLISHED,)),
        ("Okoye left the room during the war crimes trial.", (_PUBLISHED,)),
        ("Okoye left the room during the debate on the war.", (_PUBLISHED,)),
        # without any date beside it, so is every other
        ("Okoye has led the council.", (_PUBLISHED,)),
    ],
)
def test_what_a_dated_sentence_leaves_untold(
    write: Writer, sentence: str, told: tuple[str | None, ...]
) -> None:
    found = [report for report in reports(write(_LEAD + sentence)) if report.sentence == 1]
    assert tuple(days.iso(report.start) if report.start else None for report in found) == told


def test_before_an_hour_it_is_of_that_day(write: Writer) -> None:
    text = "Shares of the mill by the harbour rose by nine crowns before it was sold at {noon=2024-07-08}."
    dated = write(_LEAD + text)
    dated = replace(dated, expressions=tuple(replace(one, type="TIME") for one in dated.expressions))
    found = [report.start and days.iso(report.start) for report in reports(dated) if report.sentence == 1]
    assert found == [_PUBLISHED, _PUBLISHED]


def test_the_lead_keeps_the_day_the_document_is_about(write: Writer) -> None:
    text = "Ilves has opened the bridge of Moss, which had been closed {since 2019=since:2019}."
    first = reports(write(text))[0]
    assert days.iso(first.start) == _PUBLISHED


def test_a_second_verb_is_of_the_clause_it_goes_on(write: Writer) -> None:
    text = _LEAD + "No one has left since {March 2023=2023-03}, when the court accused them and sought them."
    last = reports(write(text))[-1]
    assert last.passage.text.endswith("when the court accused them and sought them.")
    assert days.iso(last.start) == "2023-03-01"


def test_what_a_figure_is_compared_with_ends_with_its_sentence(write: Writer) -> None:
    text = "Sales were nine million compared with four. {Last month=2024-06} the mill closed the quay."
    last = reports(write(text))[-1]
    assert days.iso(last.start) == "2024-06-01"


def test_a_time_counted_from_what_is_not_so_fine_is_not_known(write: Writer) -> None:
    dated = write(_LEAD + "The council sold the mill {a day earlier=}.")
    (earlier,) = dated.expressions
    counted = replace(earlier, anchor=Anchor("expression", "2024-05", "follows 2024-05"))
    starts = [
        [one.start and days.iso(one.start) for one in reports(replace(dated, expressions=(each,)))]
        for each in (earlier, counted)
    ]
    assert starts == [[_PUBLISHED, _PUBLISHED], [_PUBLISHED, None]]


def test_what_is_told_shortly_before_a_visit_is_of_another_day(write: Writer) -> None:
    before = "Shortly before the visit of Ilves, the council received the premier of Denmark in the old mill."
    hours = "Hours before Ilves landed, a fire broke out in the old mill by the harbour."
    told = [reports(write(_LEAD + sentence))[-1] for sentence in (before, hours)]
    assert [one.start and days.iso(one.start) for one in told] == [None, _PUBLISHED]


def test_a_weekday_that_may_be_one_of_two_is_not_the_day_the_document_is_about(write: Writer) -> None:
    dated = write(_LEAD + "Ilves and Okoye hold a meeting in the harbour of Moss {on Tuesday=}.")
    (tuesday,) = dated.expressions
    doubtful = replace(
        tuesday, value="XXXX-WXX-2", anchor=Anchor("published", None, "published on one of two days")
    )
    found = reports(replace(dated, expressions=(doubtful,)))[-1]
    assert (found.start, found.reasons) == (None, ("no date of its own: 'on Tuesday' is not known",))


def test_the_session_beside_a_dated_one_is_of_its_day(write: Writer) -> None:
    text = (
        "The ferry yard of Moss signed a contract for two ships {today=2024-07-08} with an old line. "
        "Shares in the yard closed higher after they had fallen {on Friday=2024-07-05}."
    )
    told = [one for one in reports(write(text)) if one.sentence == 1]
    assert [one.start and days.iso(one.start) for one in told] == ["2024-07-08", "2024-07-05"]
