"""A sentence that puts right the one before it is one passage with that."""

from __future__ import annotations

import pytest

from data.events import make_events
from data.events.timeline import report_document
from tests.helpers.dated_documents import Writer, dated_document

_NOTICE = "An earlier version of this story misstated the year that Norway invaded Kenya."


def test_what_it_puts_right_stands_in_its_passage(write: Writer) -> None:
    notice = write(f"{_NOTICE} It was {{2022=2022}}, not {{2019=2019}}.", document_id="a")
    story = write("Norway invaded Kenya {in February 2022=2022-02}.", document_id="b")
    (event,) = make_events([notice, story])
    assert event.edtf == "2022-02"
    assert {passage.text for passage in event.passages} == {
        f"{_NOTICE} It was 2022, not 2019.",
        "Norway invaded Kenya in February 2022.",
    }
    (conflict,) = event.conflicts
    assert {claim.value for claim in conflict.claims} == {"2022 (corrected)", "2019 (withdrawn)"}


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        # the day of an article dates nothing that it told
        (
            "An article {on 24 May=2024-05-24} said that 91 boats had sunk. It was 19 boats, not 91.",
            ["An article on 24 May said that 91 boats had sunk. It was 19 boats, not 91."],
        ),
        # what was never told is not put right
        (
            "The race {in May=2024-05} drew crowds. It was May, not 2019.",
            ["The race in May drew crowds.", "It was May, not 2019."],
        ),
    ],
)
def test_only_what_was_told_is_put_right(text: str, passages: list[str]) -> None:
    reports = report_document(dated_document(text))
    assert [report.passage.text for report in reports] == passages


def test_what_is_put_right_without_a_date_is_undated() -> None:
    text = "A story {on 24 May=2024-05-24} said that 91 boats had sunk. It was 19 boats, not 91."
    (report,) = report_document(dated_document(text))
    assert (report.start, report.title) == (None, "It was 19 boats, not 91")
