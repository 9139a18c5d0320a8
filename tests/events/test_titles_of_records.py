"""Titles from minutes, reports in numbered parts, wire stories that run for weeks, and words of others."""

# ruff: noqa: E501 - a case is a line
from __future__ import annotations

import pytest

from data.events import make_events, reports
from tests.helpers.dated_documents import Writer

MINUTES = [
    # the number of a paragraph is none of its words
    ("3.2 A public hearing was held at the Guildhall {on 3 March=2024-03-03}.", "A public hearing was held at the Guildhall"),
    ("12.4.1 Mia Lund left the board {on 3 March=2024-03-03}.", "Mia Lund left the board"),
    ("The fire cost 3.2 million crowns {in 2023=2023}.", "The fire cost 3.2 million crowns"),
    # what was decided
    ("RESOLVED, by 8 votes to 4, that the plan be sent back to the meeting of {19 July 2024=2024-07-19}.", "Resolved that the plan be sent back to the meeting"),
    ("AGREED that the fair be moved to {May 2025=2025-05}.", "Agreed that the fair be moved"),
    # it was the meeting that was held
    ("The minutes of the meeting held on {10 April 2024=2024-04-10} were approved and signed.", "The meeting was held"),
    # all in brackets
    ("(In our report of {May 9=2024-05-09}, the figure was given as 19.)", "In our report, the figure was given as 19"),
]  # fmt: skip

WIRES = [
    # who did it, not where he comes from
    ("The first victim was a porter from the Sandvik quarter who collapsed {on May 2=2024-05-02}.", "A porter from the Sandvik quarter collapsed"),
    ("They caught a nurse from the northern district who had fled {in May=2024-05}.", "A nurse from the northern district had fled"),
    ("Berg is a friend of the mayor who resigned {in May=2024-05}.", "The mayor resigned"),
    # what they found begins behind "that"
    ("Inspectors found that samples {on May 5=2024-05-05} had shown lead in nine of 20 jars.", "Inspectors found that samples had shown lead in nine of 20 jars"),
    # where it was
    ("Lund spoke of Bergen, where storms {last month=2024-06} destroyed 200 houses.", "Storms destroyed 200 houses (Bergen)"),
    ("MOSS, July 8 (Wire) - Fever broke out in the port of Bergen, where storms {last month=2024-06} left thousands without light.", "Storms left thousands without light (Bergen)"),
    # of how much it is a part
    ("The affair has cost the town 231,000 euros so far, of which 64,000 euros were paid to the museum {in April 2024=2024-04}.", "64,000 euros were paid to the museum"),
    ("Lund praised the atlas, of which forty pages were lost {in 2013=2013}.", "The atlas, of which forty pages were lost"),
    # who says it of him
    ("Rui Berg had led the yard for years. He was warned {in November=2023-11} that pumps were broken, the council said.", "The council: Rui Berg was warned that pumps were broken"),
    ("As the council said {on Friday=2024-07-05}, the bridge is shut.", "The council said that the bridge is shut"),
    # nobody speaks of himself so
    ("Lasse Rao, who abstained, called on her to resign. \"She should have spoken up {in March=2024-03} and she should resign now,\" he said {on Thursday night=2024-07-04}.", "Lasse Rao: She should have spoken up and she should resign now"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "line"), [*MINUTES, *WIRES])
def test_the_line_of_a_record(write: Writer, marked: str, line: str) -> None:
    assert line in [report.title for report in reports(write(marked)) if report.basis == "stated"]


def test_a_decision_names_nobody(write: Writer) -> None:
    (report,) = reports(write("AGREED that the fair be moved to {May 2025=2025-05}."))[-1:]
    assert report.who == ()


def test_what_is_only_told_to_have_been_said_before_is_of_no_day(write: Writer) -> None:
    marked = (
        "The council corrected the figure {on Thursday=2024-07-04}, saying that 17 houses had burned and not 19 "
        "as it had announced {a day earlier=2024-07-03}."
    )
    told = {report.title: report.start for report in reports(write(marked))}
    assert told.pop("The council had announced") is None
    assert None not in told.values()


def test_a_city_with_its_clause_is_a_place_and_the_story_stays_where_it_was_written(write: Writer) -> None:
    marked = "OSLO, {July 8=2024-07-08} (Wire) - A plane left for Bergen, where storms {last month=2024-06} destroyed 200 houses."
    first, second = reports(write(marked))
    assert first.where == ("Oslo",)
    assert second.where == ("Bergen",)


@pytest.mark.parametrize(
    ("language", "sentence", "title"),
    [
        (
            "de",
            "Die Hafenpolizei hatte {Anfang Juli=2024-07} mitgeteilt, dass mehr als zwölf Kutter ohne Licht ausgelaufen seien.",
            "Die Hafenpolizei hatte Anfang Juli mitgeteilt, dass mehr als zwölf Kutter ohne Licht…",
        ),
        (
            "es",
            "El puente nuevo de Holm, cerrado {el lunes=2024-07-08} por la tormenta, se abrió al tráfico después de unas horas.",
            "El puente nuevo de Holm, cerrado el lunes por la tormenta, se abrió al tráfico después de…",
        ),
    ],
)
def test_a_line_of_another_language_ends_at_no_comma(
    write: Writer, language: str, sentence: str, title: str
) -> None:
    (report,) = reports(write(sentence, language=language))
    assert report.title == title


def test_a_toll_of_many_days_is_no_telling_of_one_night(write: Writer) -> None:
    told = (
        ("2024-07-06", "Fever spread in Bergen. The toll of the fever in Bergen stood at 15 dead {on Friday=2024-07-05}."),
        ("2024-07-07", "Fever spread in Bergen. Four people died of the fever in Bergen {on Saturday=2024-07-06}."),
    )  # fmt: skip
    events = make_events([write(text, document_id=day, publisher=day, published=day) for day, text in told])
    assert not [
        event for event in events if len({one.document for one in event.passages}) > 1 and event.conflicts
    ]


def test_nobody_wrote_of_what_had_not_happened(write: Writer) -> None:
    early = write(
        "Two deaths at the old fort in Bergen had been counted twice.",
        document_id="a",
        published="2024-07-06",
    )
    late = write(
        "Three people died at the old fort in Bergen {on Monday=2024-07-08}.",
        document_id="b",
        published="2024-07-08",
    )
    assert all(len({one.document for one in event.passages}) == 1 for event in make_events([early, late]))
