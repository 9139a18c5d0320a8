"""What docs/newsroom.md says, done as it is written there."""

from __future__ import annotations

import shlex
from contextlib import closing
from pathlib import Path

import pytest

from data.cli import main
from data.marks import on_events
from data.store import open_collection
from data.store.postgres import schema
from data.store.records import Selection
from tests.helpers.postgres_server import EDITOR, NEWSROOM, OWNER, READER, Server, documented
from tests.store.made import document, event, passage, put

LETTER = "Port Nowhere, 3 May 2021\n\nThe ferry sank on Monday. The harbour was closed on 1 April 2020.\n"


@pytest.fixture
def letters(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "ferry.txt").write_text(LETTER)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def commands(server: Server) -> list[list[str]]:
    """The documented commands but for installing and the screen, on the server of the tests."""
    (script,) = documented("sh")
    here = script.replace("@news/", f"@127.0.0.1:{server.port}/")
    return [words for line in here.splitlines() if (words := shlex.split(line))[:2] in
            (["dateline", "build"], ["dateline", "find"])]  # fmt: skip


def test_the_page_as_it_is_written(server: Server, letters: Path, capsys: pytest.CaptureFixture[str]) -> None:
    building, finding = commands(server)
    assert main(building[1:]) == 0
    assert main(finding[1:]) == 0
    out, err = capsys.readouterr()
    assert "3 May 2021" in out
    assert f"postgresql://{OWNER}@127.0.0.1:{server.port}/archive" in err

    by_editor, by_reader = (server.url("archive", login) for login in (EDITOR, READER))
    assert main(["export", "--format", "csv", "-o", "chronology.csv", "-c", by_reader]) == 0
    lines = Path("chronology.csv").read_text().splitlines()
    assert any("ferry" in line for line in lines)
    for command in ("conflicts", "documents"):
        assert main([command, "-c", by_reader]) in (0, 1)
    capsys.readouterr()
    with closing(open_collection(by_reader)) as store:
        (read,) = store.documents()
    assert main(["documents", "--set", read.id, "2021-05-04", "-c", by_reader]) == 2
    line = capsys.readouterr().err
    assert line.count("\n") == 1
    assert "GRANT dateline_editor" in line
    (letters / "letters" / "second.txt").write_text(LETTER.replace("ferry", "barge"))
    assert main(["build", "letters", "-c", by_editor]) == 2
    assert "only the owner builds" in capsys.readouterr().err

    statement = documented("sql")[-1]
    assert server.sql(statement, "archive") == ""


def test_who_said_what_is_told_by_the_documented_question(server: Server) -> None:
    name = server.new_database()
    log = document("log", "The port was calm.")
    with closing(open_collection(server.url(name), writing=True)) as store:
        put(store, log)
        store.replace_events([event("e0", "2020", [passage(log, "The port was calm.")])])
    with closing(open_collection(server.url(name, EDITOR), writing=True)) as store:
        mark = on_events("tag", [next(store.events(Selection()))], "calm", by="A. Person")
        store.mark(mark)
        store.undo(mark.id, "A. Person")
    last, first = server.sql(documented("sql")[-1], name).splitlines()
    assert first.split("|")[1:] == [EDITOR, "said", "tag", "calm"]
    assert last.split("|")[1:3] == [EDITOR, "took back"]


def test_passwords_are_told_to_nobody(
    server: Server, letters: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PGPASSWORD")
    address = server.url(server.new_database(), OWNER, "let%2Fme%3Ain%40%25")
    assert main(["build", "letters", "-c", address]) == 0
    err = capsys.readouterr().err
    assert err.count("on the command line") == 1
    assert "let" not in err.replace("letters", "")
    assert main(["find", "ferry"]) == 0  # the last collection, in the same process
    wrong = server.url("archive", OWNER, "hush")
    assert main(["find", "ferry", "-c", wrong]) == 2
    assert "hush" not in capsys.readouterr().err


def test_the_page_names_what_there_is() -> None:
    text = NEWSROOM.read_text()
    assert all(f"`{name}`" in text for name in (schema.SCHEMA, schema.READER, schema.EDITOR))
