"""Texts, titles, ids and marks that would steer a terminal: each command tells them, and steers nothing."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from pathlib import Path

import pytest

from data.cli import main
from data.export import to_marks
from data.marks import on_passages

STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
HOSTILE = (
    "\x1b]0;owned\x07\x1b[2J",
    "\x9b31m\x90q\x9d",
    "\u202e\u2066\u200f\u061c",
    "[bold red]x[/] [link=file:///etc/passwd]y[/link] [/nope]",
    "\u0301\u0300 \u0301",
    "\x1bP+q\x1b\\",
    "\x00",
    "\r\x08",
)
FORMATS = ("json", "jsonl", "csv", "md", "ics", "timelinejs", "html", "marks")


def _write(folder: Path) -> None:
    folder.mkdir()
    for number, sign in enumerate(HOSTILE):
        told = f"The {sign} bridge at Holm {sign} opened on {number + 1} July 2024. Ann {sign} Berg came."
        text = f"Port {sign} news\n\n20 July 2024\n\n{told}\n"
        (folder / f"{number}.txt").write_bytes(text.encode())
    lines = [
        {
            "id": f"i{number}{sign}\n", "title": f"T {sign}", "publisher": f"P {sign}",
            "url": f"http://x/{sign}", "text": f"The {sign} quay opened on {number + 9} July 2024.",
            "published": "2024-07-20",
        }
        for number, sign in enumerate(HOSTILE)
    ]  # fmt: skip
    (folder / "lines.jsonl").write_text("\n".join(map(json.dumps, lines)))
    (folder / "honest.txt").write_text("The mill burned on 1 June 2024.\n")


def _marks(path: Path) -> None:
    """Marks that would steer a terminal by their fields; one has an id that would."""
    lines = [to_marks.HEAD]
    for number, sign in enumerate(HOSTILE):
        facts = dict.fromkeys(("title", "note", "citation"), f"pier {sign}")
        value = json.dumps(facts | {"date": "1998-05", "who": [sign + "x"], "tags": [sign + "y"]})
        mark = asdict(on_passages("event", value=value, by=f"Ada {sign}"))
        lines.append(mark | {"id": f"hand{number}"})
    lines.append(mark | {"id": "hand\x1b[2J\n"})
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines))


def test_no_command_steers_the_terminal(
    address: str, tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _write(tmp_path / "in")
    _marks(tmp_path / "marks.jsonl")
    assert main(["build", str(tmp_path / "in"), "-c", address]) in (0, 3)
    assert main(["import", str(tmp_path / "marks.jsonl"), "-c", address]) == 3
    assert "its id has other signs" in capfd.readouterr().err
    main(["find", "opened OR pier OR burned", "--limit", "100", "--format", "json", "-c", address])
    found = capfd.readouterr().out
    events = [event["id"] for event in json.loads(found)["events"]]
    assert len(events) >= 2 * len(HOSTILE)
    assert "The mill burned" in found
    commands = [["find", "opened OR pier"], ["documents"], ["documents", "--files"], ["conflicts"]]
    commands += [["export", "--format", name] for name in FORMATS]
    commands += [["find", "opened", "--format", name] for name in ("json", "csv", "md")]
    commands += [["show", event] for event in events]
    monkeypatch.setattr("data.commands._output.is_terminal", lambda: True)
    for command in commands:
        assert main([*command, "-c", address]) in (0, 1, 3), command
        told = capfd.readouterr()
        assert not STEERING.search(told.out.replace("\r\n", "\n") + told.err), command
    for name in ("jsonl", "timeml", "text"):
        main(["tag", str(tmp_path / "in" / "lines.jsonl"), "--format", name])
        assert not STEERING.search(capfd.readouterr().out), name


def test_json_tells_what_stood_there(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    signs = [sign for sign in HOSTILE if "\0" not in sign]
    lines = [json.dumps({"id": sign, "text": f"{sign} It rained on 3 July 2024."}) for sign in signs]
    (tmp_path / "lines.jsonl").write_text("\n".join(lines))
    main(["tag", str(tmp_path / "lines.jsonl")])
    assert [json.loads(line)["id"] for line in capfd.readouterr().out.splitlines()] == signs
