"""A desk: which reports are read, and which stay in memory."""

from __future__ import annotations

import pytest

from data.events import desk as desks
from data.events.comparing.cards import card, holder, note
from data.events.comparing.tables import Tables
from data.events.desk import Basis, Desk, Paper
from data.events.intervals import FARTHEST
from data.events.merging.linking import of_largest_year
from data.events.packed_report import pack_report
from data.events.report import Report
from data.events.timeline import report_document
from data.events.wishes import Names
from tests.helpers.dated_documents import Writer
from tests.helpers.made_reports import made_report

TEXT = (
    "Berg led the council {since 2019=since:2019}. He opened the pier {on 9 May 2024=2024-05-09}. "
    "It was closed {in 2023=2023}. Okoye had left {before 2001=before:2001}. Nobody knows {when=}."
)


class Told:
    """Gives reports by their holders, and counts how often it is asked."""

    def __init__(self, reports: list[Report]) -> None:
        self.reports = {holder(1, place): report for place, report in enumerate(reports)}
        self.asked: list[int] = []

    def __call__(self, held: int) -> Report:
        self.asked.append(held)
        return self.reports[held]

    def desk(
        self, days: tuple[int, ...] = (), dated: dict[int, Report] | None = None, together: int = 0
    ) -> Desk:
        paper = Paper(1, "a", None, None, None, frozenset(), days)
        basis = Basis(Names({}, ()), Tables({}, 0, {}))
        return Desk(basis, [paper], self, lambda held: pack_report(self.reports[held]), dated or {}, together)


def test_days_are_those_of_the_reports_and_read_only_where_they_are_open(write: Writer) -> None:
    dated = write(TEXT)
    reports = report_document(dated)
    of_all = card("a", 1, "", note(dated, reports))
    told = Told(reports)
    desk = told.desk(tuple(of_all.days))
    assert len({(one.start, one.end) for one in reports}) > 3
    assert [desk.days(held) for held in of_all.holders] == [(one.start, one.end) for one in reports]
    is_open = [one.start is None or one.end is None for one in reports]
    assert told.asked == [held for held, is_read in zip(of_all.holders, is_open, strict=True) if is_read]
    assert 0 < len(told.asked) < len(reports)


def test_days_that_others_tell_or_that_are_too_far_are_those_of_the_report() -> None:
    told = Told([made_report(start=5, end=6), made_report(start=FARTHEST + 1, end=FARTHEST + 2)])
    desk = told.desk((5, 6, FARTHEST, FARTHEST), {holder(1, 0): made_report(start=8, end=9)})
    assert [desk.days(held) for held in told.reports] == [(8, 9), (FARTHEST + 1, FARTHEST + 2)]


@pytest.mark.parametrize(("together", "times"), [(0, 2), (3, 1), (9, 2)])
def test_reports_that_are_gone_through_together_stay_within_limits(
    together: int, times: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desks, "_FEWEST_HELD", 2)
    monkeypatch.setattr(desks, "_MOST_HELD", 3)
    count = max(3, together)
    told = Told([made_report(f"They met {number} times.") for number in range(count)])
    desk = told.desk(together=together)
    for _ in range(2):
        assert [desk[held] for held in told.reports] == [*told.reports.values()]
    assert len(told.asked) == count * times


def test_the_largest_year_is_that_in_which_most_reports_begin(write: Writer) -> None:
    texts = (TEXT, "They met {on 1 May 2024=2024-05-01}. They met again {on 2 May 2024=2024-05-02}.")
    dated = [write(text, document_id=f"d{at}") for at, text in enumerate(texts)]
    cards = [card(one.document.id, at, "", note(one, report_document(one))) for at, one in enumerate(dated)]
    assert of_largest_year(cards) == 4  # what nobody knows stands at the day of its document
    assert of_largest_year([]) == 0
