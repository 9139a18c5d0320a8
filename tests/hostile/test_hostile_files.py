"""The hostile set in one folder: each file is told or read, the honest ones are in, nothing gets out."""

from __future__ import annotations

import os
import socket
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from data.model import Trouble
from data.pipeline import build
from data.store import open_collection
from data.store.lists import FileRecord
from data.store.packed import unpack
from tests.helpers import hostile_files

LIMIT = 150.0
"""Seconds for the whole set, on a machine that does other things as well; it takes about eight alone."""

HUGE = {"huge.mbox": 256 << 20, "huge.txt": 2 << 30}
"""Bytes of files that begin honestly: a message of more than 64 MB, a text of more than 1024."""

REASONS = {
    "bomb.zip": "250 times",
    "bomb.txt.gz": "more than",
    "bomb.jsonl.gz": "250 times",
    "bomb.mbox": "250 times",
    "lying.zip": "damaged",
    "nested.zip": "not opened any deeper",
    "laughs.docx": "cannot be read",
    "laughs.odt": "cannot be read",
    "crowded.pdf": "250,000 objects",
    "million.pdf": "no text",
    "deep.pdf": "no text",
    "noise.pdf": "damaged",
    "deep.eml": "cannot be read",
    "parts.eml": "1000 parts",
    "deep.jsonl": "nested too deeply",
    "nul.txt": "binary",
    "nul.jsonl": "binary",
    "huge.mbox": "more than 64 MB",
    "huge.txt": "more than 1024 MB",
}
"""What the reader is told of each; the others of the set are read without harm."""


class Outcome(NamedTuple):
    """The build of the set."""

    seconds: float
    records: dict[str, FileRecord]
    troubles: dict[str, list[Trouble]]
    titles: set[str | None]
    text: bytes
    outside: set[Path]
    called: int


@pytest.fixture(scope="module")
def server() -> Iterator[socket.socket]:
    """Somebody who would notice a call."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0)
        yield listening


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory, server: socket.socket) -> Outcome:
    root = tmp_path_factory.mktemp("hostile")
    folder, secrets = root / "in" / "letters", root / "secrets"
    folder.mkdir(parents=True)
    secrets.mkdir()
    hostile_files.write_all(folder)
    (secrets / "secret.txt").write_bytes(hostile_files.story("the secret"))
    (folder / "link.txt").symlink_to(secrets / "secret.txt")
    (folder / "linked").symlink_to(secrets)
    (folder / "round").symlink_to(folder)
    call = f"http://127.0.0.1:{server.getsockname()[1]}"
    for name, content in _calling(call, (secrets / "secret.txt").as_uri()).items():
        (folder / name).write_bytes(content)
    for name, size in HUGE.items():
        with (folder / name).open("wb") as file:
            file.write(b"From ann@example.org Mon Jul  8 10:00:00 2024\nSubject: Huge\n\nIt rained.\n")
            file.truncate(size)  # a sparse file: it takes no room
    before = set(root.rglob("*"))
    began = time.monotonic()
    steps = list(build([str(folder)], root / "c.dateline"))
    seconds = time.monotonic() - began
    store = open_collection(root / "c.dateline")
    troubles: dict[str, list[Trouble]] = {}
    for trouble in (one for step in steps for one in step.troubles):
        name = os.path.relpath(trouble.path, folder).partition("!/")[0]
        troubles.setdefault(name, []).append(trouble)
    records = {Path(record.path).name: record for record in store.files().values()}
    titles = {row.title for row in store.documents()}
    store.close()
    called = 0
    try:
        server.accept()
        called = 1
    except BlockingIOError:
        pass
    text = _all_text(root / "c.dateline")
    made = {path for path in root.rglob("*") if not path.name.startswith("c.dateline")}
    return Outcome(seconds, records, troubles, titles, text, made - before, called)


def _calling(call: str, secret: str) -> dict[str, bytes]:
    """Files that name something elsewhere for a careless reader to fetch."""
    entity = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "{secret}">]>'
    table = f'<?xml version="1.0"?><!DOCTYPE html SYSTEM "{call}/table.dtd">'
    page = (
        f'<html><head><link rel="stylesheet" href="{call}/a.css"><base href="{call}"></head><body>'
        f'<img src="{call}/a.png"><iframe src="{call}/b"></iframe><p>It rained on 8 July 2024.</p></body>'
    )
    mail = f"From: ann@example.org\nSubject: Look\nContent-Type: text/html\n\n{page}"
    return {
        "entity.docx": hostile_files.word(entity + hostile_files.word_body("&e;")),
        "entity.odt": hostile_files.open_document(entity + hostile_files.open_body("&e;")),
        "entity.xhtml": (entity + "<html><body><p>Here: &e;</p></body></html>").encode(),
        "table.xhtml": (table + page).encode(),
        "table.odt": hostile_files.open_document(table + hostile_files.open_body("x")),
        "page.html": page.encode(),
        "page.eml": mail.encode(),
    }


def _all_text(collection: Path) -> bytes:
    with sqlite3.connect(collection) as connection:
        return b"\n".join(unpack(text) for (text,) in connection.execute("SELECT text FROM document_text"))


@pytest.mark.parametrize(("name", "reason"), REASONS.items(), ids=lambda one: one)
def test_a_hostile_file_is_told(outcome: Outcome, name: str, reason: str) -> None:
    told = outcome.troubles[name]
    assert any(reason in trouble.reason for trouble in told), told
    assert all(trouble.hint and "\n" not in trouble.reason + trouble.hint for trouble in told)
    assert len(told) <= 3


@pytest.mark.parametrize("name", sorted({*hostile_files.MAKERS, "page.html", "page.eml"} - set(REASONS)))
def test_a_strange_file_is_read(outcome: Outcome, name: str) -> None:
    assert name in outcome.records
    assert outcome.records[name].state == "read" or outcome.troubles[name]


def test_the_honest_ones_are_in(outcome: Outcome) -> None:
    assert {f"Bridge opens in {place}" for place in ("a", "z", "the bomb", "the box")} <= outcome.titles
    assert outcome.records["long-line.txt"].state == outcome.records["no-spaces.txt"].state == "read"


def test_it_takes_bounded_time(outcome: Outcome) -> None:
    assert outcome.seconds < LIMIT


def test_nothing_is_written_outside_the_collection(outcome: Outcome) -> None:
    assert outcome.outside == set()
    assert not any(Path(name).exists() for name in ("/tmp/rooted.txt", "climbed.txt"))


def test_members_with_climbing_names_only_name_documents(outcome: Outcome) -> None:
    assert outcome.records["climbing.zip"].state == "read"
    assert "Bridge opens in climb 0" in outcome.titles


def test_nobody_is_called(outcome: Outcome) -> None:
    assert outcome.called == 0


def test_links_that_leave_the_folder_and_foreign_entities_are_not_followed(outcome: Outcome) -> None:
    assert b"the secret" not in outcome.text
    assert "link.txt" not in outcome.records


def test_every_file_left_a_record(outcome: Outcome) -> None:
    assert {*hostile_files.MAKERS, "a-story.txt", "z-story.txt", "huge.mbox"} <= set(outcome.records)


def test_a_folder_that_links_to_itself_ends(outcome: Outcome) -> None:
    assert sum(name == "a-story.txt" for name in outcome.records) == 1
