"""``dateline tag``: time expressions only, in every format."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tests.helpers.outcome import Run

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
    assert list(record) == ["id", "path", "span", "kind", "published", "expressions"]
    assert list(record["published"]) == ["value", "start", "end", "basis", "evidence"]


def test_offsets_are_of_the_decoded_file(run: Run, folder: Path) -> None:
    text = (folder / "ferry.txt").read_text(encoding="utf-8")
    records = [json.loads(line) for line in run("tag", str(folder)).out.splitlines()]
    assert any(record["expressions"] for record in records)
    for record in records:
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
    root = ET.fromstring(outcome.out)
    assert [timex.attrib["value"] for timex in root.iter("TIMEX3")] == ["2024-07-10", "2024-07-08"]


def test_timeml_of_several_documents_needs_a_folder(run: Run, tmp_path: Path) -> None:
    several = LINE + b'{"id": "../b", "text": "It rained on 3 May 2020."}\n'
    refused = run("tag", "-", "--format", "timeml", stdin=several)
    assert refused.code == 2
    assert "-o DIR" in refused.err
    target = tmp_path / "out"
    assert run("tag", "-", "--format", "timeml", "-o", str(target), stdin=several).code == 0
    assert sorted(path.name for path in target.iterdir()) == ["%2E.%2Fb.tml", "wire%2F7.tml"]


def test_text_stands_beside_its_reasoning(run: Run) -> None:
    outcome = run("tag", "-", "--format", "text", stdin=LINE)
    assert outcome.code == 0
    left, right = zip(*[line.split(" |", 1) for line in outcome.out.splitlines()[2:]], strict=True)
    assert "".join(left).strip() == "The minister resigned on [Monday]."
    told = " ".join(" ".join(right).split())
    assert told == (
        "[Monday] DATE 2024-07-08 @25 8 July 2024 rule weekday; "
        "anchor published 2024-07-10: published 2024-07-10, past tense 'resigned'"
    )


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_text_and_reasoning_fit_the_terminal(run: Run, monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    text = "The minister, who had come on Monday, resigned three days later in the late 1990s. " * 4
    line = json.dumps({"text": text, "published": "2024-07-10"}).encode()
    shown = run("tag", "-", "--format", "text", stdin=line).out.splitlines()[2:]
    assert columns - 12 <= max(map(len, shown)) <= columns
    bars = {line.index(" |") for line in shown}
    assert len(bars) == 1


def test_reasoning_tells_doubts_and_roles_and_prints_no_controls(run: Run) -> None:
    text = "Held July 8-9,\u001b[31m or on 03/04/2021 by May, every Monday."
    line = json.dumps({"text": text, "published": "2024-07-10"}).encode()
    out = run("tag", "-", "--format", "text", stdin=line).out
    assert "\x1b" not in out
    told = " ".join(" ".join(part.split(" |", 1)[-1] for part in out.splitlines()).split())
    assert "[July 8] DATE 2024-07-08 role from @5" in told
    assert "4 March 2021, or 3 April 2021" in told
    assert "[every Monday] SET XXXX-WXX-1 quant EVERY" in told
    assert "no days of its own" in told


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
