"""Every export format: byte for byte as a golden file has it, and readable by those it is for."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from data import export
from data.export.to_md import escape
from tests.helpers.ferry_timeline import TEXT, events, timeline

GOLDEN = Path(__file__).with_name("golden")


def written(name: str) -> str:
    out = io.StringIO(newline="")
    export.write(name, timeline(), out)
    return out.getvalue()


def test_the_formats_are_those_of_the_folder() -> None:
    assert export.formats() == ["csv", "html", "ics", "json", "jsonl", "marks", "md", "timelinejs", "timeml"]


@pytest.mark.parametrize("name", export.formats())
def test_as_the_golden_file(name: str) -> None:
    golden = GOLDEN / f"timeline.{name}"
    assert written(name) == golden.read_bytes().decode("utf-8")


@pytest.mark.parametrize("name", ["md", "html"])
def test_what_was_asked_for_is_the_title(name: str) -> None:
    out = io.StringIO(newline="")
    export.write(name, replace(timeline(), title="Timeline: who:<Modi>"), out)
    title = out.getvalue().partition("Timeline: ")[2].partition("\n")[0]
    assert title.startswith("who:\\<Modi\\>" if name == "md" else "who:&lt;Modi&gt;")


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(KeyError):
        export.write("../records", timeline(), io.StringIO())


def test_json_is_one_object_with_the_documented_fields() -> None:
    data = json.loads(written("json"))
    assert data["dateline"] == 1
    assert [document["id"] for document in data["documents"]] == ["port-1"]
    by_hand, first, undated = data["events"]
    assert (by_hand["by"], by_hand["citation"], by_hand["passages"]) == ("Ada", "Port annals, p. 3", [])
    assert (first["start"], first["end"], first["edtf"]) == ("2024-07-08", "2024-07-08", "2024-07-08")
    assert (undated["start"], undated["end"], undated["edtf"]) == (None, None, None)
    assert first["conflicts"][0]["claims"][0] == {"value": "at least 12 dead", "passages": [1]}
    for passage in first["passages"]:
        assert TEXT[passage["start_char"] : passage["end_char"]] == passage["text"]
    assert first["time"] == {"value": "T06:40", "mod": None, "zone": None, "begins": "06:40"}
    assert [passage["time"] for passage in first["passages"]] == [
        {"value": "T06:40", "mod": "APPROX", "zone": "CEST", "begins": "06:40"}, None,
    ]  # fmt: skip
    assert by_hand["time"] is None
    expression = first["passages"][0]["expression"]
    assert expression["anchor"] == {
        "kind": "published",
        "value": "2024-07-09",
        "reason": "said in the past tense",
    }
    assert first["passages"][1]["expression"] is None


def test_json_of_nothing_is_still_an_object() -> None:
    out = io.StringIO()
    export.write("json", export.Timeline(lambda: iter(()), lambda: iter(())), out)
    assert json.loads(out.getvalue()) == {"dateline": 1, "documents": [], "events": []}


def test_csv_opens_in_a_spreadsheet_without_running_a_formula() -> None:
    text = written("csv")
    assert text.startswith("\ufeffid,")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert rows[1]["title"] == "'=Ferry *Aurora* sinks"
    assert rows[1]["who"] == "Port of Brume; Aurora"
    assert rows[1]["sources"] == "Harbour Times, 9 July 2024, line 1; Harbour Times, 9 July 2024, line 2"
    assert rows[1]["timing"] == "Monday"
    assert rows[2]["date"] == "undated"
    assert (rows[0]["sources"], rows[0]["quote"]) == ("Port annals, p. 3", "")


def of_one(name: str, clock: str | None) -> str:
    """The sinking alone, at a time of day."""
    sinking = replace(events()[1], clock=clock)
    out = io.StringIO(newline="")
    export.write(name, replace(timeline(), events=lambda: iter([sinking])), out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("clock", "starts"),
    [
        ("T06:40", "DTSTART:20240708T064000"),
        ("T06:40:15", "DTSTART:20240708T064015"),
        ("T06:40/APPROX", "DTSTART;VALUE=DATE:20240708"),
        ("T06:40 CEST", "DTSTART;VALUE=DATE:20240708"),
        ("TEV", "DTSTART;VALUE=DATE:20240708"),
        ("T24:00", "DTSTART;VALUE=DATE:20240708"),
        (None, "DTSTART;VALUE=DATE:20240708"),
    ],
)
def test_a_calendar_has_an_hour_only_where_one_was_told(clock: str | None, starts: str) -> None:
    lines = of_one("ics", clock).split("\r\n")
    assert starts in lines
    assert any(line.startswith("DTEND") for line in lines) is ("VALUE=DATE" in starts)


@pytest.mark.parametrize(
    ("clock", "words", "time"),
    [
        ("T06:40/BEFORE CEST", "8 July 2024, before 06:40 CEST", {"hour": 6, "minute": 40}),
        ("TAF/END", "8 July 2024, late afternoon", {}),
        (None, "8 July 2024", {}),
    ],
)
def test_a_slide_has_the_time_in_words(clock: str | None, words: str, time: dict[str, int]) -> None:
    (slide,) = json.loads(of_one("timelinejs", clock))["events"]
    assert slide["display_date"] == words
    assert slide["start_date"] == {"year": 2024, "month": 7, "day": 8} | time
    assert "end_date" not in slide


def test_markdown_keeps_document_text_from_being_markup() -> None:
    text = written("md")
    assert r"=Ferry \*Aurora\* sinks" in text
    assert r"At least 12 people \[sic\] died, \| the port said." in text
    references = re.findall(r"\[\^(\d+)\](?!:)", text)
    notes = re.findall(r"^\[\^(\d+)\]:", text, re.M)
    assert references == notes == ["1", "2", "3", "4"]


@pytest.mark.parametrize(
    "hostile", ["[x](javascript:alert(1))", "<b>", "a\nb\x1b[2J", "![p](u)", "| a | b |"]
)
def test_markdown_escape(hostile: str) -> None:
    out = escape(hostile)
    assert "\n" not in out
    assert "\x1b" not in out
    assert not re.search(r"(?<!\\)[\[\]<>|]", out)


def test_the_fixture_says_what_it_quotes() -> None:
    passages = [passage for event in events() for passage in event.passages]
    assert passages
    for passage in passages:
        assert TEXT[passage.start_char : passage.end_char] == passage.text


def test_a_name_that_runs_from_the_right_does_not_draw_its_date_along() -> None:
    page = written("html")
    assert '<cite dir="ltr">' in page
    assert all("<bdi>" in line for line in page.splitlines() if "<cite dir" in line)
