"""Quick look-ups: find, show, documents, conflicts, export, collections."""

from __future__ import annotations

import csv
import io
import json
import re
from contextlib import closing
from pathlib import Path

import pytest
from outcome import Run

from data import commands, judging
from data.cli import parser
from data.marks import on_events
from data.store import open_collection
from data.store.records import Selection


@pytest.fixture
def collection(run: Run, folder: Path, tmp_path: Path) -> str:
    path = str(tmp_path / "c.dateline")
    assert run("build", str(folder), "-c", path).code == 0
    return path


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


def test_the_limit_is_kept_and_told(run: Run, collection: str) -> None:
    whole = json.loads(run("find", "", "--format", "json", "-c", collection).out)["events"]
    assert len(whole) > 1
    outcome = run("find", "", "--limit", "1", "--format", "json", "-c", collection)
    assert json.loads(outcome.out)["events"] == whole[:1]
    assert f"1 of {len(whole)} events" in outcome.err


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
    data = b'{"id": "a", "text": "The minister resigned yesterday."}\n'
    run("build", "-", "-c", collection, stdin=data)
    assert run("find", "minister on:2024-07-09", "-c", collection).code == 1
    outcome = run("documents", "--set", "a", "2024-07-10", "-c", collection)
    assert outcome.code == 0
    assert "moved" in outcome.err
    assert run("find", "minister on:2024-07-09", "-c", collection).code == 0
    run("build", "-", "-c", collection, stdin=data)
    assert run("find", "minister on:2024-07-09", "-c", collection).code == 0
    run("documents", "--set", "a", "", "-c", collection)
    assert run("find", "minister on:2024-07-09", "-c", collection).code == 1


@pytest.mark.parametrize(("document", "date"), [("nonesuch", "2024-07-10"), ("a", "someday")])
def test_a_wrong_setting_is_wrong_use(run: Run, tmp_path: Path, document: str, date: str) -> None:
    run("build", "-", "-c", str(tmp_path / "c"), stdin=b'{"id": "a", "text": "It rained on 3 May 2020."}\n')
    outcome = run("documents", "--set", document, date, "-c", str(tmp_path / "c"))
    assert outcome.code == 2
    assert len(outcome.err.splitlines()) == 1


def test_a_removed_document_takes_its_events_along(run: Run, tmp_path: Path) -> None:
    collection = str(tmp_path / "c")
    run("build", "-", "-c", collection, stdin=b'{"id": "a", "text": "It rained on 3 May 2020."}\n')
    assert run("documents", "--remove", "a", "-c", collection).code == 0
    assert run("find", "rained", "-c", collection).code == 1


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


def test_every_passage_is_a_slice_of_its_file(run: Run, collection: str, folder: Path) -> None:
    text = (folder / "ferry.txt").read_bytes().decode("utf-8")
    data = json.loads(run("export", "--format", "json", "-c", collection).out)
    spans = {document["id"]: document["span"] for document in data["documents"]}
    for event in data["events"]:
        for passage in event["passages"]:
            start = spans[passage["document"]][0]
            assert text[start + passage["start_char"] : start + passage["end_char"]] == passage["text"]


def test_collections_are_listed_and_removed(run: Run, folder: Path) -> None:
    assert run("collections").code == 1
    run("build", str(folder))
    listing = run("collections")
    assert listing.code == 0
    name = listing.out.split()[0]
    assert run("find", "Voss").code == 0  # the one opened last
    assert run("collections", "--remove", name).code == 0
    assert run("collections").code == 1
    assert run("collections", "--remove", name).code == 2


def test_a_collection_with_marks_is_removed_only_if_told_so_twice(run: Run, folder: Path) -> None:
    run("build", str(folder))
    name = run("collections").out.split()[0]
    with closing(open_collection(run("collections").out.split()[-1], writing=True)) as store:
        judging.judge(store, on_events("tag", [next(store.events(Selection()))], "follow-up"))
    assert "1 marks" in run("collections").out
    refused = run("collections", "--remove", name)
    assert refused.code == 2
    assert "1 marks" in refused.err
    assert run("collections", "--yes").code == 2
    assert run("collections", "--remove", name, "--yes").code == 0
    assert run("collections").code == 1


def test_a_removed_document_stays_out_until_it_is_restored(run: Run, tmp_path: Path) -> None:
    source, collection = tmp_path / "told.jsonl", str(tmp_path / "c")
    rain, snow = (
        {"id": "rain", "text": "It rained on 3 May 2020."},
        {"id": "snow", "text": "It snowed on 4 May 2020."},
    )
    source.write_text(f"{json.dumps(rain)}\n{json.dumps(snow)}\n", encoding="utf-8")
    run("build", str(source), "-c", collection)
    assert run("documents", "--remove", "rain", "-c", collection).code == 0
    assert run("documents", "--restore", "snow", "-c", collection).code == 2
    snow["text"] += " It thawed on 5 May 2020."
    source.write_text(f"{json.dumps(rain)}\n{json.dumps(snow)}\n", encoding="utf-8")
    run("build", str(source), "-c", collection)
    assert run("find", "thawed", "-c", collection).code == 0
    assert run("find", "rained", "-c", collection).code == 1
    listed = run("documents", "-c", collection)
    assert "rain" not in listed.out
    assert "removed: rain; back with" in listed.err
    assert run("documents", "--restore", "rain", "-c", collection).code == 0
    run("build", str(source), "-c", collection)
    assert run("find", "rained", "-c", collection).code == 0
    assert "removed" not in run("documents", "-c", collection).err


def test_a_removal_goes_to_a_colleagues_copy(run: Run, tmp_path: Path) -> None:
    told = (
        b'{"id": "a", "text": "It rained on 3 May 2020."}\n{"id": "b", "text": "It snowed on 4 May 2020."}\n'
    )
    mine, theirs, marks = (str(tmp_path / name) for name in ("mine", "theirs", "marks.jsonl"))
    for collection in (mine, theirs):
        run("build", "-", "-c", collection, stdin=told)
    run("documents", "--remove", "a", "-c", mine)
    run("export", "--format", "marks", "-o", marks, "-c", mine)
    run("import", marks, "-c", theirs)
    assert run("find", "rained", "-c", theirs).code == 1
    assert run("find", "snowed", "-c", theirs).code == 0


def test_marks_on_what_no_document_says_any_more_are_listed(run: Run, tmp_path: Path) -> None:
    source, collection = tmp_path / "a.txt", tmp_path / "c"
    source.write_text("News\n\nThe ferry sank on 3 May 2020.\n", encoding="utf-8")
    run("build", str(source), "-c", str(collection))
    with closing(open_collection(collection, writing=True)) as store:
        store.mark(on_events("tag", list(store.events(Selection()))[:1], "sea", by="Ada"))
    assert run("documents", "--waiting", "-c", str(collection)).code == 1
    source.write_text("News\n\nAll is well since 4 May 2020.\n", encoding="utf-8")
    run("build", str(source), "-c", str(collection))
    assert "1 mark is on what no document says any more" in run("documents", "-c", str(collection)).err
    outcome = run("documents", "--waiting", "-c", str(collection))
    assert outcome.code == 0
    assert "tagged “sea”, by Ada" in outcome.out
    assert "The ferry sank on 3 May 2020." in " ".join(outcome.out.split())


def test_several_documents_are_removed_at_once(run: Run, tmp_path: Path) -> None:
    told = {
        "a": "It rained on 3 May 2020.",
        "b": "It snowed on 4 May 2020.",
        "c": "It rained again on 5 May 2020.",
    }
    lines = "\n".join(json.dumps({"id": name, "text": text}) for name, text in told.items())
    collection = str(tmp_path / "c")
    run("build", "-", "-c", collection, stdin=lines.encode())
    assert run("documents", "--remove", "a", "z", "-c", collection).code == 2
    assert run("find", "on:2020-05-03", "-c", collection).code == 0
    outcome = run("documents", "--remove", "a", "b", "-c", collection)
    assert "2 documents are removed" in outcome.err
    assert run("find", "on:2020-05-03", "-c", collection).code == 1
    assert run("find", "on:2020-05-05", "-c", collection).code == 0


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
    line = json.dumps(
        {"id": "a\x1b[31m", "title": "\x1b[5mblink", "text": text, "publisher": "\x9b31m"}
    ).encode()
    run("build", "-", "-c", str(tmp_path / "c"), stdin=line)
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
