"""The time of day that dates a clause, and which of several is an event's."""

from __future__ import annotations

from itertools import permutations

import pytest

from data import edtf
from data.dating import date_reading
from data.events import make_events
from data.events.making import clock_told
from data.events.report import Report
from data.model import DatedDocument, Document, Event, Published, Reading, Sentence
from data.reading.texts.sentences import sentences
from data.tagging import tag
from tests.helpers.made_reports import made_report


def dated(text: str, document_id: str = "a", published: str = "2024-07-09") -> DatedDocument:
    """A document, tagged and dated as a build does it."""
    day = edtf.parse(published)
    given = Published(published, day.start, day.end, "given")
    document = Document(
        id=document_id, path=f"{document_id}.txt", text=text, sha256="0", language="en", published=given
    )
    told = tuple(Sentence(*one) for one in sentences(text, "en"))
    return date_reading(Reading(document, told, tag(text)), given)


def clocks(text: str) -> dict[str, str | None]:
    """The passages of a text and the times that date them."""
    return {passage.text: passage.clock for event in make_events([dated(text)]) for passage in event.passages}


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("At 10:15 a.m. on Monday a crane fell into the harbour.", "T10:15"),
        ("A crane fell into the harbour on Monday at 10:15 a.m.", "T10:15"),
        ("On Monday a crane fell into the harbour at 10:15 a.m.", "T10:15"),
        ("A crane fell into the harbour at 23:40 local time on Monday.", "T23:40"),
        ("A crane fell into the harbour at 4 p.m. EDT on Monday.", "T16:00 EDT"),
        ("A crane fell into the harbour on Monday shortly before noon.", "T12:00/BEFORE"),
        ("A crane fell into the harbour just after 7 p.m. on Monday.", "T19:00/AFTER"),
        ("A crane fell into the harbour at about 7 p.m. on Monday.", "T19:00/APPROX"),
        ("A crane fell into the harbour on Monday evening.", "TEV"),
        ("A crane fell into the harbour early on Monday.", "TMO/START"),
        ("A crane fell into the harbour late Monday.", "TEV/END"),
        ("A crane fell into the harbour late yesterday.", "TEV/END"),
        ("On Monday afternoon, at 3:30 p.m., a crane fell into the harbour.", "T15:30"),
        ("The port was closed from 9 a.m. to 5 p.m. on Monday.", "T09:00"),
        # a day with no time of its own
        ("A crane fell into the harbour on Monday.", None),
        ("On Monday the 8 a.m. train to Leeds was cancelled.", None),
        ("A crane had fallen into the harbour earlier in the day.", None),
        ("A crane fell into the harbour later that day.", None),
        ("The port will be closed until 6 p.m. on Wednesday.", None),
        ("The port has been closed since 6 a.m. on Monday.", None),
    ],
)
def test_the_time_that_dates_a_clause(text: str, clock: str | None) -> None:
    assert set(clocks(text).values()) == {clock}


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        (
            "Police said on Monday evening that the van was stolen at 2:30 a.m. on Sunday.",
            {
                "Police said on Monday evening": "TEV",
                "that the van was stolen at 2:30 a.m. on Sunday.": "T02:30",
            },
        ),
        (
            "The blaze began at 9 p.m. on Sunday and was put out at 4 a.m. on Monday.",
            {
                "The blaze began at 9 p.m. on Sunday": "T21:00",
                "and was put out at 4 a.m. on Monday.": "T04:00",
            },
        ),
        # a day that holds on both sides, and an hour that does not
        (
            "Ada Okoye landed hours after the town was struck at 10:15 a.m. on Monday by a missile.",
            {
                "Ada Okoye landed": None,
                "hours after the town was struck at 10:15 a.m. on Monday by a missile.": "T10:15",
            },
        ),
    ],
)
def test_each_clause_has_its_own_time(text: str, clauses: dict[str, str | None]) -> None:
    assert clocks(text) == clauses


def test_a_day_is_told_by_the_clock() -> None:
    lines = [
        "On Monday evening Mayor Ada Okoye thanked the divers.",
        "The harbour office promised an inquiry on Monday.",
        "Rescuers pulled two men from the water on Monday, shortly before noon.",
        "At 10:15 a.m. on Monday a crane fell into the harbour.",
    ]
    for some in permutations(lines):
        events = make_events([dated(line, f"d{at}") for at, line in enumerate(some)])
        assert [event.clock for event in events] == ["T10:15", "T12:00/BEFORE", "TEV", None]


def test_an_event_of_several_days_has_no_hour() -> None:
    (visit,) = make_events([dated("Ada Okoye arrived in Oslo on Monday evening for a two-day visit.")])
    assert visit.edtf == "2024-07-08/2024-07-09"
    assert (visit.passages[0].clock, visit.clock) == ("TEV", None)


# which of several


def report(
    clock: str | None,
    document: str,
    *,
    day: int = 10,
    snippet: bool = False,
    text: str = "They met Ada Okoye.",
) -> Report:
    return made_report(
        text, document=document, clock=clock, snippet=snippet, start=day, end=day, precision="day"
    )


@pytest.mark.parametrize(
    ("told", "clock"),
    [
        ([], None),
        ([None, None], None),
        (["TEV", "T19:30"], "T19:30"),
        (["T19:30/APPROX", "TEV", "TEV"], "T19:30/APPROX"),
        (["T19:30/APPROX", "T19:35"], "T19:35"),
        # as most documents tell it
        (["T19:30", "T19:40", "T19:40"], "T19:40"),
        # universal time is added for readers elsewhere
        (["T17:30 GMT", "T17:30 GMT", "T19:30"], "T19:30"),
        (["T17:30 GMT", "T19:00/AFTER"], "T19:00/AFTER"),
        (["T17:30 GMT", "TEV"], "T17:30 GMT"),
        (["T10:15 EST", "T20:45"], "T20:45"),
        # else as the passage has it by which it is told
        (["T19:30", "T19:40"], "T19:30"),
        (["T19:40", "T19:30"], "T19:40"),
    ],
)
def test_the_finest_time_counts(told: list[str | None], clock: str | None) -> None:
    members = [report(one, f"d{at}") for at, one in enumerate(told)] or [report(None, "d")]
    assert clock_told(members, members[0]) == clock


def test_only_a_passage_of_the_event_s_day_tells_its_time() -> None:
    members = [report(None, "a"), report("T10:15", "b", day=11)]
    assert clock_told(members, members[0]) is None


def test_the_hour_of_another_act_is_not_that_of_the_line() -> None:
    visit = report(None, "a", text="Ada Okoye landed in Oslo at first light.")
    talks = report("TAF", "b", text="Ada Okoye met the mayor.")
    arrival = report("T06:10", "c", text="Ada Okoye arrived in Oslo.")
    assert clock_told([visit, talks], visit) is None
    assert clock_told([talks, visit], talks) == "TAF"
    assert clock_told([visit, talks, arrival], visit) == "T06:10"


def test_search_results_outweigh_no_article() -> None:
    members = [report("T10:15", "a"), *(report("T11:00", name, snippet=True) for name in "bcd")]
    assert clock_told(members, members[0]) == "T10:15"
    assert clock_told(members[1:], members[1]) == "T11:00"


def test_two_zones_are_no_contradiction() -> None:
    texts = (
        "The ferry Aurora sank off Bergen at 4 p.m. on Monday, killing 12 people.",
        "The ferry Aurora sank off Bergen at 1400 GMT on Monday, killing 12 people.",
    )
    events: list[Event] = make_events([dated(text, f"d{at}") for at, text in enumerate(texts)])
    (sunk,) = [event for event in events if len(event.passages) == 2]
    assert (sunk.clock, sunk.conflicts) == ("T16:00", ())
    assert {passage.clock for passage in sunk.passages} == {"T16:00", "T14:00 GMT"}
