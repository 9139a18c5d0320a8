"""A spreadsheet's rows become events added by hand, or change those that came from the collection."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from data import days, edtf
from data.chronology import Sheet, read_sheet
from data.errors import InputError
from data.model import Event
from tests.store.made import document, event, passage

PORT = document("port", "The ferry sank on Monday.")
KNOWN = event(
    "e1", "2024-07-08", [passage(PORT, "The ferry sank on Monday.")], title="Ferry sinks",
    tags=("sea", "port"), note="call",
)  # fmt: skip


def sheet(text: str | bytes, known: Event | None = None) -> Sheet:
    data = text if isinstance(text, bytes) else text.encode()
    return read_sheet(
        "c.csv", data, lambda event_id: known if known and known.id == event_id else None,
        by="Ada", at="2024-09-30T08:00:00.000000Z", today=days.ordinal(2024, 9, 30),
    )  # fmt: skip


def facts(found: Sheet) -> list[dict[str, Any]]:
    return [json.loads(mark.value) for mark in found.marks]


WHEN = (
    "When;What happened;People;Place;Reference\r\n"
    '2022-09-16;Talks;"Ada Okoye; Kersti Ilves";Bergen;Port annals\r\n'
)
WHAT = (
    "EVENT\tdate\tparticipants\tlocation\tcitation\n"
    "Talks\t16 September 2022\tAda Okoye; Kersti Ilves\tBergen\tPort annals\n"
)


@pytest.mark.parametrize(
    "text",
    [
        "date,title,who,where,source\n2022-09-16,Talks,Ada Okoye; Kersti Ilves,Bergen,Port annals\n",
        "\ufeff" + WHEN,
        WHAT,
        "Year,Month,Day,Headline,Who,Where,Link\n2022,9,16,Talks,Ada Okoye;Kersti Ilves,Bergen,Port annals\n",
    ],
)  # fmt: skip
def test_headers_in_their_usual_spellings(text: str) -> None:
    assert facts(sheet(text))[-1] == {
        "title": "Talks", "date": "2022-09-16", "who": ["Ada Okoye", "Kersti Ilves"], "where": ["Bergen"],
        "citation": "Port annals",
    }  # fmt: skip


def test_a_source_is_cited_with_its_page_and_address() -> None:
    found = sheet(
        "event,source,page,url\nTalks,Port annals,112,https://a.example\nMore,,pp. 3-4,\nLast,Log,,\n"
    )
    assert [fact["citation"] for fact in facts(found)] == [
        "Port annals, page 112, https://a.example", "pp. 3-4", "Log",
    ]  # fmt: skip
    assert not found.troubles


def test_columns_that_are_not_taken_in_are_told_once() -> None:
    found = sheet("event,Checked by,basis,,Colour\nTalks,Ada,stated,,red\n")
    (told,) = found.troubles
    assert (told.line, told.lost) == (1, False)
    assert told.reason == "not taken in: the columns Checked by, Colour"


def test_a_wrong_row_is_one_line_and_the_rest_goes_on() -> None:
    found = sheet('date,title\n2022,"one\nline"\n2023,\n,Undated\n2024,last\n')
    assert [fact["title"] for fact in facts(found)] == ["one\nline", "Undated", "last"]
    assert [(trouble.line, trouble.lost) for trouble in found.troubles] == [(4, True)]
    assert found.rows == 4


def test_a_date_in_doubt_is_told_and_kept() -> None:
    found = sheet("date,title,note\n03/04/2021,Talks,call\nsoon,More,\n")
    assert facts(found) == [
        {"title": "Talks", "note": "call\ndate: 03/04/2021"}, {"title": "More", "note": "date: soon"},
    ]  # fmt: skip
    assert (
        "3 April or 4 March" in found.troubles[0].reason or "4 March or 3 April" in found.troubles[0].reason
    )
    assert not any(trouble.lost for trouble in found.troubles)


def test_the_order_of_figures_is_learnt_from_the_sheet() -> None:
    found = sheet("date,title\n03/04/2021,a\n25/12/2020,b\n")
    assert [fact["date"] for fact in facts(found)] == ["2021-04-03", "2020-12-25"]
    assert found.troubles == []


def test_unknown_words_go_to_the_note() -> None:
    found = sheet("title,status,modality\nTalks,Confirmed,planned\nMore,Single source,\n")
    assert facts(found) == [
        {"title": "Talks", "modality": "planned", "note": "verification: Confirmed"},
        {"title": "More", "verification": "single-source"},
    ]


def test_the_same_rows_again_are_the_same_marks() -> None:
    text = "date,title\n2022,Talks\n2023,Talks\n"
    first, second = sheet(text), sheet(text)
    assert [mark.id for mark in first.marks] == [mark.id for mark in second.marks]
    assert len({mark.id for mark in first.marks}) == 2


def test_a_known_row_changes_what_it_says_otherwise() -> None:
    text = "id,edtf,title,tags,note,verification\ne1,2024-07-09,'=Ferry sank,sea; new,call,verified\n"
    found = sheet(text, KNOWN)
    assert [(mark.kind, mark.value) for mark in found.marks] == [
        ("title", "=Ferry sank"), ("date", "2024-07-09"), ("verification", "verified"), ("tag", "new"),
        ("untag", "port"),
    ]  # fmt: skip
    same = "id,edtf,title,tags,note\ne1,2024-07-08,Ferry sinks,sea; port,call\n"
    assert sheet(same, KNOWN).marks == []
    assert sheet("id,title\ne1,Ferry sinks\n", replace(KNOWN, edtf=None)).marks == []


@pytest.mark.parametrize(
    ("date", "time", "told"),
    [
        ("2023-08-05 14:30", "", "2023-08-05T14:30"),
        ("2023-08-05T09:05:00", "", "2023-08-05T09:05:00"),
        ("2023-08-05T09:05Z", "", "2023-08-05T09:05Z"),
        ("5 August 2023 9:05 pm", "", "2023-08-05T21:05"),
        ("25.8.2023 7:40", "", "2023-08-25T07:40"),
        ("2023-08-05 00:00:00", "", "2023-08-05"),
        ("2023-08-05T00:00:00", "", "2023-08-05"),
        ("2023-08-05", "", "2023-08-05"),
        ("2023-08-05", "4 p.m.", "2023-08-05T16:00"),
        ("2023-08-05 14:30", "06:10 +05:30", "2023-08-05T06:10+05:30"),
    ],
)
def test_a_time_of_day_goes_with_its_day(date: str, time: str, told: str) -> None:
    found = sheet(f"date,time,title\n{date},{time},The dam breaks\n")
    assert facts(found) == [{"title": "The dam breaks", "date": told}]
    assert found.troubles == []


def test_a_time_without_a_day_or_that_is_none_goes_to_the_note() -> None:
    found = sheet("date,time,title\n2023-08,14:30,The dam breaks\n2023-08-05,after lunch,The dam is mended\n")
    assert [(fact["date"], fact["note"]) for fact in facts(found)] == [
        ("2023-08", "time: 14:30"), ("2023-08-05", "time: after lunch"),
    ]  # fmt: skip
    assert [one.reason for one in found.troubles] == ["“after lunch” is no time by the clock"]


@pytest.mark.parametrize(
    ("clock", "row", "changes"),
    [
        ("T10:15", "2024-07-08,10:15", []),
        ("T10:15", "2024-07-08,10:40", ["2024-07-08T10:40"]),
        ("T10:15", "2024-07-08,", ["2024-07-08"]),
        ("T10:15", "2024-07-09,10:15", ["2024-07-09T10:15"]),
        ("TEV", "2024-07-08,evening", []),
        ("TEV", "2024-07-08,19:30", ["2024-07-08T19:30"]),
        (None, "2024-07-08,", []),
        (None, "2024-07-08,7 a.m.", ["2024-07-08T07:00"]),
    ],
)
def test_a_time_that_was_edited_counts(clock: str | None, row: str, changes: list[str]) -> None:
    found = sheet(f"id,edtf,time,title\ne1,{row},Ferry sinks\n", replace(KNOWN, clock=clock))
    assert [(mark.kind, mark.value) for mark in found.marks] == [("date", value) for value in changes]
    assert found.troubles == []


EXPORTED = "id,start,end,edtf,date,title\n"


@pytest.mark.parametrize(
    ("row", "changes"),
    [
        ("e1,2024-07-08,2024-07-08,2024-07-08,8 July 2024,Ferry sinks", []),
        # one column was edited
        ("e1,2024-07-08,2024-07-08,2024-07-08,9 July 2024,Ferry sinks", ["2024-07-09"]),
        ("e1,2024-07-08,2024-07-08,2024-07-08,July 2024,Ferry sinks", ["2024-07"]),
        ("e1,2024-07-06,2024-07-08,2024-07-08,8 July 2024,Ferry sinks", ["2024-07-06/2024-07-08"]),
        ("e1,2024-07-08,2024-07-08,2024-07-10,8 July 2024,Ferry sinks", ["2024-07-10"]),
        # a spreadsheet wrote them in its way
        ("e1,08.07.2024,08.07.2024,2024-07-08,8 July 2024,Ferry sinks", []),
        ("e1,2024-07-08,2024-07-08,2024-07-08,2024-07-08,Ferry sinks", []),
        # edited before, and brought in again
        ("e1,2024-07-07,2024-07-07,2024-07-07,8 July 2024,Ferry sinks", []),
    ],
)
def test_the_column_of_a_date_that_was_edited_counts(row: str, changes: list[str]) -> None:
    found = sheet(f"{EXPORTED}{row}\n", KNOWN)
    assert [(mark.kind, mark.value) for mark in found.marks] == [("date", value) for value in changes]
    assert found.troubles == []


@pytest.mark.parametrize(
    ("row", "changes"),
    [
        ("e1,2024-07-01,2024-07-31,2024-07~,about July 2024,Ferry sinks", []),
        ("e1,2024-07-01,2024-07-31,2024-07~,July 2024,Ferry sinks", ["2024-07"]),
        ("e1,2024-07-01,2024-07-31,2024-07~,about June 2024,Ferry sinks", ["2024-06~"]),
    ],
)
def test_a_date_that_is_only_nearly_so_comes_back_as_it_went(row: str, changes: list[str]) -> None:
    start, end, precision = edtf.parse("2024-07~")
    known = replace(KNOWN, start=start, end=end, edtf="2024-07~", precision=precision)
    found = sheet(f"{EXPORTED}{row}\n", known)
    assert [mark.value for mark in found.marks] == changes
    assert found.troubles == []


def test_what_a_row_cannot_change_is_told() -> None:
    head = "id,edtf,date,title,who,where\n"
    found = sheet(f"{head}e1,2024-07-08,some day,Ferry sinks,Ada Okoye,\n", KNOWN)
    assert found.marks == []
    assert [(one.line, one.hint) for one in found.troubles] == [
        (2, "Join or part names with = on the screen."),
        (2, "The event keeps its date."),
    ]


@pytest.mark.parametrize("data", [b"", b"a,b\n1,2\n", b"\x89PNG\r\n\x1a\n\0\0"])
def test_what_is_no_chronology(data: bytes) -> None:
    with pytest.raises(InputError, match="Not a chronology"):
        sheet(data)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("LONG,2019,,", "the cell under title has 200,000 letters, more than 2,000"),
        ("Ferry sinks,LONG,,", "the cell under date has 200,000 letters, more than 500"),
        ("Ferry sinks,2019,A;SOME,", "a name has 90,000 letters, more than 500"),
        ("Ferry sinks,2019,LONG;LONG,", "the cell under who has 400,001 letters, more than 100,000"),
        ("Ferry sinks,2019,,LONG", "the cell under note has 200,000 letters, more than 100,000"),
    ],
)
def test_what_is_too_long_costs_its_row_alone(row: str, reason: str) -> None:
    long = row.replace("LONG", "x" * 200_000).replace("SOME", "x" * 90_000)
    found = sheet(f"title,date,who,note\nThe pier burns,2018,,\n{long}\nThe pier opens,2020,,\n")
    assert [one["title"] for one in facts(found)] == ["The pier burns", "The pier opens"]
    assert [(one.line, one.reason, one.lost) for one in found.troubles] == [(3, reason, True)]
    assert found.troubles[0].hint.startswith("Shorten it")


def test_old_encodings_are_read() -> None:
    assert facts(sheet("title;date\nPort d’Ålesund;2022\n".encode("cp1252")))[0]["title"] == "Port d’Ålesund"
    assert facts(sheet("title\tdate\nÅlesund\t2022\n".encode("utf-16")))[0]["title"] == "Ålesund"
