"""Quick look-ups: find, show, documents, conflicts, export; and what every command does."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

from data import commands
from data.cli import parser
from data.commands import find
from tests.helpers.outcome import Run, build


def event_id(run: Run, collection: str, query: str) -> str:
    data = json.loads(run("find", query, "--format", "json", "-c", collection).out)
    return str(data["events"][0]["id"])


def test_find_prints_cited_lines(run: Run, collection: str) -> None:
    outcome = run("find", "Voss", "-c", collection)
    assert outcome.code == 0
    assert re.search(r"^8 July 2024  .*Voss.*publisher", outcome.out, re.M)
    assert re.search(r"^    .*9 July 2024, line \d+: “.*Petrescu", outcome.out, re.M)


def test_find_nothing_is_exit_1_with_an_empty_output(run: Run, collection: str) -> None:
    outcome = run("find", "zeppelin", "-c", collection)
    assert (outcome.code, outcome.out) == (1, "")
    assert len(outcome.err.splitlines()) == 1
    assert re.search(r"nothing found in c \(\d+ events\)\.", outcome.err)


def test_a_wrong_query_is_one_line_with_its_place_marked(run: Run, collection: str) -> None:
    outcome = run("find", "ferry whoo:voss", "-c", collection)
    assert outcome.code == 2
    line, query, mark = outcome.err.splitlines()
    assert "whoo" in line
    assert query[mark.index("^") :].startswith("whoo")


def test_a_query_that_begins_with_a_hyphen_is_told_where_it_stands(run: Run, collection: str) -> None:
    outcome = run("find", "-voss", "-c", collection)
    assert outcome.code == 2
    assert "QUERY (behind -- if it begins with -)" in outcome.err
    assert run("find", "-c", collection, "--", "-voss").code == 0


def test_the_limit_is_kept_and_told(run: Run, collection: str) -> None:
    whole = json.loads(run("find", "", "--format", "json", "-c", collection).out)["events"]
    assert len(whole) > 1
    outcome = run("find", "", "--limit", "1", "--format", "json", "-c", collection)
    assert json.loads(outcome.out)["events"] == whole[:1]
    assert f"1 of {len(whole)} events" in outcome.err


def test_only_the_documents_of_what_is_printed_come_with_it(run: Run, folder: Path, tmp_path: Path) -> None:
    (folder / "mill.txt").write_text("HOLM, 10 July 2024 - The mill of Holm burnt down on Tuesday.\n")
    collection = str(tmp_path / "two.dateline")
    assert run("build", str(folder), "-c", collection).code == 0
    found = json.loads(run("find", "", "--limit", "1", "--format", "json", "-c", collection).out)
    told = {passage["document"] for event in found["events"] for passage in event["passages"]}
    assert [document["id"] for document in found["documents"]] == list(told)
    whole = json.loads(run("find", "", "--format", "json", "-c", collection).out)
    assert len(whole["documents"]) == 2


def test_very_many_more_are_not_counted(run: Run, collection: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(find, "_COUNTED", 1)
    outcome = run("find", "is:stated OR is:inferred", "--limit", "1", "-c", collection)
    assert outcome.err == "1 of more than 1 events; all of them without --limit\n"


@pytest.mark.parametrize("limit", ["0", "-1", "many"])
def test_a_wrong_limit_is_wrong_use(run: Run, collection: str, limit: str) -> None:
    assert run("find", "ferry", "--limit", limit, "-c", collection).code == 2


def test_today_fixes_what_a_query_counts_from(run: Run, collection: str) -> None:
    query = 'Voss on:"last summer"'
    assert run("find", query, "--today", "2025-03-01", "-c", collection).code == 0
    assert run("find", query, "--today", "2022-03-01", "-c", collection).code == 1


def test_csv_and_markdown_of_what_was_found(run: Run, collection: str) -> None:
    sheet = run("find", "Petrescu", "--format", "csv", "-c", collection).out
    assert {row["start"] for row in csv.DictReader(io.StringIO(sheet.removeprefix("\ufeff")))} == {
        "2024-07-08"
    }
    assert "**8 July 2024**" in run("find", "Petrescu", "--format", "md", "-c", collection).out


def test_show_tells_everything_of_an_event(run: Run, collection: str) -> None:
    outcome = run("show", event_id(run, collection, "Petrescu"), "-c", collection)
    assert outcome.code == 0
    for expected in ("8 July 2024 (stated)", "2024-07-08", "[1] ", "ferry.txt", "dated by “8 July 2024”"):
        assert expected in outcome.out


def test_show_of_an_unknown_event_is_exit_1(run: Run, collection: str) -> None:
    assert run("show", "nonesuch", "-c", collection).code == 1


def test_documents_lists_what_was_read_with_its_date(run: Run, collection: str) -> None:
    outcome = run("documents", "-c", collection)
    assert outcome.code == 0
    assert "ferry.txt" in outcome.out
    assert "Ferry line reopens between Brume and Holm" in outcome.out
    assert "published 9 July 2024" in outcome.out


def test_documents_tells_what_failed_too(run: Run, folder: Path, tmp_path: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    run("build", str(folder), "-c", str(tmp_path / "c"))
    outcome = run("documents", "-c", str(tmp_path / "c"))
    assert outcome.code == 3
    assert "empty.txt" in outcome.err


def test_a_date_set_by_hand_moves_what_hangs_on_it(run: Run, tmp_path: Path) -> None:
    collection = str(tmp_path / "c")
    told = {"id": "a", "text": "The minister resigned yesterday."}
    build(run, collection, told)
    assert run("find", "minister on:2024-07-09", "-c", collection).code == 1
    outcome = run("documents", "--set", "a", "2024-07-10", "-c", collection)
    assert outcome.code == 0
    assert "moved" in outcome.err
    assert run("find", "minister on:2024-07-09", "-c", collection).code == 0
    build(run, collection, told)
    assert run("find", "minister on:2024-07-09", "-c", collection).code == 0
    run("documents", "--set", "a", "", "-c", collection)
    assert run("find", "minister on:2024-07-09", "-c", collection).code == 1


@pytest.mark.parametrize(("document", "date"), [("nonesuch", "2024-07-10"), ("a", "someday")])
def test_a_wrong_setting_is_wrong_use(run: Run, tmp_path: Path, document: str, date: str) -> None:
    build(run, str(tmp_path / "c"), {"id": "a", "text": "It rained on 3 May 2020."})
    outcome = run("documents", "--set", document, date, "-c", str(tmp_path / "c"))
    assert outcome.code == 2
    assert len(outcome.err.splitlines()) == 1


def test_export_to_a_file_and_of_a_query(run: Run, collection: str, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    assert run("export", "Petrescu", "--format", "json", "-o", str(target), "-c", collection).code == 0
    data = json.loads(target.read_text(encoding="utf-8"))
    assert all(event["start"] == "2024-07-08" for event in data["events"])
    used = {passage["document"] for event in data["events"] for passage in event["passages"]}
    assert {document["id"] for document in data["documents"]} == used


def test_an_export_that_cannot_be_written_is_one_line(run: Run, collection: str, tmp_path: Path) -> None:
    outcome = run("export", "--format", "csv", "-o", str(tmp_path / "no" / "x.csv"), "-c", collection)
    assert outcome.code == 2
    assert len(outcome.err.splitlines()) == 1


@pytest.mark.parametrize("form", ["csv", "timeml"])
def test_an_export_into_a_link_that_leads_to_itself_is_one_line(
    run: Run, collection: str, tmp_path: Path, form: str
) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    outcome = run("export", "--format", form, "-o", str(tmp_path / "loop"), "-c", collection)
    assert (outcome.code, len(outcome.err.splitlines())) == (2, 1)
    assert "Cannot write" in outcome.err


def test_every_passage_is_a_slice_of_its_file(run: Run, collection: str, folder: Path) -> None:
    text = (folder / "ferry.txt").read_bytes().decode("utf-8")
    data = json.loads(run("export", "--format", "json", "-c", collection).out)
    spans = {document["id"]: document["span"] for document in data["documents"]}
    passages = [passage for event in data["events"] for passage in event["passages"]]
    assert passages
    for passage in passages:
        start = spans[passage["document"]][0]
        assert text[start + passage["start_char"] : start + passage["end_char"]] == passage["text"]


def test_without_any_collection_the_samples_are_searched(run: Run) -> None:
    outcome = run("find", "Vladivostok on:2019")
    assert outcome.code == 0
    assert "2019" in outcome.out


def test_conflicts_of_the_samples(run: Run) -> None:
    outcome = run("conflicts")
    assert outcome.code == 0
    assert re.search(r"claims that (cannot both be right|differ)", outcome.out)


@pytest.mark.parametrize("name", commands.names())
def test_every_command_has_help(run: Run, name: str) -> None:
    outcome = run(name, "--help")
    assert outcome.code == 0
    assert outcome.out.startswith(f"usage: dateline {name}")


def test_an_unknown_command_is_wrong_use(run: Run) -> None:
    assert run("explode").code == 2
    assert "build" in parser().format_help()


def test_hostile_text_reaches_the_terminal_harmless(run: Run, tmp_path: Path) -> None:
    text = "Mayor \x1b[2J\x1b]0;owned\x07Voss met [bold]Ivan[/bold] on 3 May 2020."
    told = {"id": "a\x1b[31m", "title": "\x1b[5mblink", "text": text, "publisher": "\x9b31m"}
    build(run, str(tmp_path / "c"), told)
    for command in (("find", "Voss"), ("documents",), ("export", "--format", "md")):
        outcome = run(*command, "-c", str(tmp_path / "c"))
        assert outcome.code == 0
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", outcome.out)


@pytest.mark.parametrize(
    "argv", [("find",), ("export", "--format", "xml"), ("build", "a", "--published", "soon"), ("explode",)]
)
def test_wrong_use_is_one_line_that_says_where_to_look(run: Run, argv: tuple[str, ...]) -> None:
    outcome = run(*argv)
    assert outcome.code == 2
    assert outcome.out == ""
    (line,) = outcome.err.splitlines()
    assert "--help" in line


def test_links_of_a_passage_are_shown_and_exported(run: Run, tmp_path: Path) -> None:
    path, page = str(tmp_path / "links.dateline"), tmp_path / "ferry.md"
    address = "https://harbour.example/report"
    page.write_text(f"On 8 July 2024 the ferry sank, says [the port]({address}).\n", encoding="utf-8")
    assert run("build", str(page), "-c", path).code == 0
    assert f"    links to {address}\n" in run("show", event_id(run, path, "ferry"), "-c", path).out
    (document,) = json.loads(run("export", "--format", "json", "-c", path).out)["documents"]
    (link,) = document["links"]
    text = page.read_text(encoding="utf-8")
    assert (text[link["start_char"] : link["end_char"]], link["address"]) == ("the port", address)
