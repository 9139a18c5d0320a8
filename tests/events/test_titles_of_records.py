"""Titles from minutes, reports in numbered parts, wire stories that run for weeks, and words of others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from data.events import make_events, reports
from data.events.titles.meant.named_first import NamedFirst
from tests.helpers.dated_documents import Writer


def test_whom_a_line_begins_with_takes_part(write: Writer) -> None:
    marked = "The Harbour Agency objected {on 17 May=2024-05-17}. It withdrew that {on 1 July=2024-07-01}."
    assert [report.who for report in reports(write(marked))] == [("Harbour Agency",)] * 2


def test_a_paragraph_number_is_no_part_of_a_name(write: Writer) -> None:
    marked = "33.3 The Harbour Agency objected {on 17 May=2024-05-17}."
    (report,) = reports(write(marked))
    assert report.who == ("Harbour Agency",)


def test_the_writer_of_a_mail_takes_part_in_what_he_tells() -> None:
    first = NamedFirst((), "Ann Berg", {"Ann Berg": "Berg"})
    assert first.with_it(("Mia Lund",), "Ann Berg: I met Lund") == ("Ann Berg", "Mia Lund")
    assert first.with_it((), "Berg: We met in Oslo") == ("Ann Berg",)
    assert first.with_it((), "The harbour is open") == ()


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Lund sat opposite me, furious about the mole {on Monday=2024-07-08}.",
            "Ann Berg: Lund sat opposite me, furious about the mole",
        ),
        (
            "Thank you for the evening at the old mole {on Monday=2024-07-08}.",
            "Ann Berg: Thank you for the evening at the old mole",
        ),
    ],
)
def test_me_and_you_are_told_by_the_writer_of_a_mail(write: Writer, text: str, title: str) -> None:
    dated = write(text, publisher="quay.example")
    mail = replace(dated, document=replace(dated.document, byline="Ann Berg"))
    (report,) = reports(mail)[:1]
    assert report.title == title


def test_a_story_is_not_about_the_paper_it_stands_in(write: Writer) -> None:
    text = (
        "The County Chronicle\n\nDiggers move in at the old mole.\n\n"
        "The plan was approved {in May=2024-05} by the council.\n\nThe County Chronicle is printed weekly."
    )
    titles = [report.title for report in reports(write(text, publisher="The County Chronicle"))]
    assert "The plan was approved by the council" in titles


def test_a_decision_names_nobody(write: Writer) -> None:
    (report,) = reports(write("AGREED that the fair be moved to {May 2025=2025-05}."))[-1:]
    assert report.who == ()


def test_what_is_only_told_to_have_been_said_before_is_of_no_day(write: Writer) -> None:
    marked = (
        "The council corrected the figure {on Thursday=2024-07-04}, saying that 17 houses had burned and not "
        "19 as it had announced {a day earlier=2024-07-03}."
    )
    told = {report.title: report.start for report in reports(write(marked))}
    assert told.pop("The council had announced") is None
    assert None not in told.values()


def test_a_city_with_its_clause_is_a_place_and_the_story_stays_where_it_was_written(write: Writer) -> None:
    marked = (
        "OSLO, {July 8=2024-07-08} (Wire) - A plane left for Bergen, where storms {last month=2024-06} "
        "destroyed 200 houses."
    )
    first, second = reports(write(marked))
    assert first.where == ("Oslo",)
    assert second.where == ("Bergen",)


@pytest.mark.parametrize(
    ("language", "sentence", "title"),
    [
        (
            "de",
            (
                "Die Hafenpolizei hatte {Anfang Juli=2024-07} mitgeteilt, dass mehr als zwölf Kutter ohne "
                "Licht ausgelaufen seien."
            ),
            "Die Hafenpolizei hatte Anfang Juli mitgeteilt, dass mehr als zwölf Kutter ohne Licht…",
        ),
        (
            "es",
            (
                "El puente nuevo de Holm, cerrado {el lunes=2024-07-08} por la tormenta, se abrió al tráfico "
                "después de unas horas."
            ),
            "El puente nuevo de Holm, cerrado por la tormenta, se abrió al tráfico después de unas…",
        ),
    ],
)
def test_a_line_of_another_language_ends_at_no_comma(
    write: Writer, language: str, sentence: str, title: str
) -> None:
    (report,) = reports(write(sentence, language=language))
    assert report.title == title


def test_a_toll_of_many_days_is_no_telling_of_one_night(write: Writer) -> None:
    spread = "Fever spread in Bergen."
    told = (
        (
            "2024-07-06",
            f"{spread} The toll of the fever in Bergen stood at 15 dead {{on Friday=2024-07-05}}.",
        ),
        ("2024-07-07", f"{spread} Four people died of the fever in Bergen {{on Saturday=2024-07-06}}."),
    )
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
    events = make_events([early, late])
    assert sorted({one.document for one in event.passages} for event in events) == [{"a"}, {"b"}]


def test_what_is_done_in_a_paper_is_of_its_day_and_what_is_told_of_it_is_not(write: Writer) -> None:
    (asked,) = reports(
        write("By letter dated {5 May 2024=2024-05-05} Mia Lund asked the board to think again.")
    )
    (cited,) = reports(write("Mia Lund cited a letter dated {5 May 2024=2024-05-05} in her speech."))
    assert (asked.basis, cited.basis) == ("stated", "inferred")
