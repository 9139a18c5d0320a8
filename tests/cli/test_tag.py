"""``dateline tag``: time expressions only, in every format."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from pathlib import Path

from outcome import Run

LINE = b'{"id": "wire/7", "text": "The minister resigned on Monday.", "published": "2024-07-10"}\n'


def test_json_lines_with_the_documented_fields(run: Run) -> None:
    outcome = run("tag", "-", stdin=LINE)
    assert outcome.code == 0
    (record,) = [json.loads(line) for line in outcome.out.splitlines()]
    assert (record["id"], record["path"], record["span"], record["kind"]) == ("wire/7", "-", None, "article")
    assert record["published"]["value"] == "2024-07-10"
    assert record["published"]["basis"] == "stated"
    (expression,) = record["expressions"]
    expected = {
        "text": "Monday",
        "type": "DATE",
        "value": "2024-07-08",
        "start": "2024-07-08",
        "end": "2024-07-08",
        "precision": "day",
        "mod": None,
        "quant": None,
        "freq": None,
    }
    assert {name: expression[name] for name in expected} == expected
    assert expression["anchor"]["kind"] == "published"
    assert expression["anchor"]["value"] == "2024-07-10"
    assert expression["rule"]


def test_offsets_are_of_the_decoded_file(run: Run, folder: Path) -> None:
    text = (folder / "ferry.txt").read_text(encoding="utf-8")
    for line in run("tag", str(folder)).out.splitlines():
        record = json.loads(line)
        start, end = record["span"]
        for expression in record["expressions"]:
            place = slice(start + expression["start_char"], start + expression["end_char"])
            assert place.stop <= end
            assert text[place] == expression["text"]


def test_byte_order_mark_and_line_ends_count(run: Run, tmp_path: Path) -> None:
    data = "\ufeffStorm over Holm\r\n\r\nA storm hit Holm on 3 May 2020.\r\n"
    (tmp_path / "dos.txt").write_bytes(data.encode("utf-8"))
    record = json.loads(run("tag", str(tmp_path / "dos.txt")).out)
    (expression,) = record["expressions"]
    place = slice(record["span"][0] + expression["start_char"], record["span"][0] + expression["end_char"])
    assert data[place] == "3 May 2020"


def test_timeml_of_one_document(run: Run) -> None:
    outcome = run("tag", "-", "--format", "timeml", stdin=LINE)
    root = ET.fromstring(outcome.out)  # noqa: S314 - made by the command under test
    assert [timex.attrib["value"] for timex in root.iter("TIMEX3")] == ["2024-07-10", "2024-07-08"]


def test_timeml_of_several_documents_needs_a_folder(run: Run, tmp_path: Path) -> None:
    several = LINE + b'{"id": "../b", "text": "It rained on 3 May 2020."}\n'
    refused = run("tag", "-", "--format", "timeml", stdin=several)
    assert refused.code == 2
    assert "-o DIR" in refused.err
    target = tmp_path / "out"
    assert run("tag", "-", "--format", "timeml", "-o", str(target), stdin=several).code == 0
    assert sorted(path.name for path in target.iterdir()) == ["%2E.%2Fb.tml", "wire%2F7.tml"]


def test_text_shows_the_reasoning(run: Run) -> None:
    outcome = run("tag", "-", "--format", "text", stdin=LINE)
    assert outcome.code == 0
    assert "Monday" in outcome.out
    assert "2024-07-08" in outcome.out
    assert "published 2024-07-10" in outcome.out


def test_without_a_publication_date_a_weekday_keeps_its_x(run: Run) -> None:
    record = json.loads(run("tag", "-", stdin=b'{"text": "The minister resigned on Monday."}').out)
    (expression,) = record["expressions"]
    assert (expression["value"], expression["start"], expression["end"]) == ("XXXX-WXX-1", None, None)
    assert record["published"]["basis"] == "unknown"


def test_a_broken_line_does_not_stop_the_rest(run: Run) -> None:
    outcome = run("tag", "-", stdin=b'{"text": 7}\n' + LINE)
    assert outcome.code == 3
    assert len(outcome.out.splitlines()) == 1
    assert "-:1" in outcome.err


def test_a_missing_path_is_exit_3(run: Run, tmp_path: Path) -> None:
    outcome = run("tag", str(tmp_path / "nowhere"))
    assert outcome.code == 3
    assert "nowhere" in outcome.err
