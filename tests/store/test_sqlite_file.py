"""The file of a collection: whose it is, how old, who writes, and what happens when things go wrong."""

from __future__ import annotations

import os
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from data.errors import CollectionError
from data.query import select
from data.store import open_collection
from data.store.records import Selection
from data.store.sqlite import migrations, open_store, opening, schema
from tests.store.made import document, event, passage, put
from tests.store.port import EVENT, PORT

ROOT = Path(__file__).resolve().parents[2]
as_user = pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may write everywhere")


class TestWhoseFile:
    def test_none(self, tmp_path: Path) -> None:
        with pytest.raises(CollectionError, match="No such collection"):
            open_store(tmp_path / "none.dateline")

    def test_no_folder(self, tmp_path: Path) -> None:
        with pytest.raises(CollectionError, match="cannot be opened"):
            open_store(tmp_path / "none" / "x.dateline", writing=True)

    @pytest.mark.parametrize("writing", [False, True])
    def test_a_folder(self, tmp_path: Path, writing: bool) -> None:
        with pytest.raises(CollectionError, match="is a folder"):
            open_store(tmp_path, writing=writing)

    @pytest.mark.parametrize("writing", [False, True])
    def test_a_pipe_that_nobody_writes_into(self, tmp_path: Path, writing: bool) -> None:
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(CollectionError, match="is a device or a pipe"):
            open_store(tmp_path / "pipe", writing=writing)

    @pytest.mark.parametrize("writing", [False, True])
    def test_some_text(self, tmp_path: Path, writing: bool) -> None:
        letter = tmp_path / "letter.txt"
        letter.write_text("Dear editor, " * 200, encoding="utf-8")
        before = letter.read_bytes()
        with pytest.raises(CollectionError, match="Not a collection"):
            open_store(letter, writing=writing)
        assert letter.read_bytes() == before

    @pytest.mark.parametrize("writing", [False, True])
    def test_a_database_of_another_program(self, tmp_path: Path, writing: bool) -> None:
        place = tmp_path / "other.db"
        with sqlite3.connect(place) as other:
            other.execute("CREATE TABLE mine (x)")
        other.close()
        before = place.read_bytes()
        with pytest.raises(CollectionError, match="another program"):
            open_store(place, writing=writing)
        assert place.read_bytes() == before
        assert [other.name for other in tmp_path.iterdir()] == ["other.db"]

    def test_an_empty_file_becomes_a_collection(self, tmp_path: Path) -> None:
        place = tmp_path / "empty"
        place.touch()
        with pytest.raises(CollectionError, match="is empty"):
            open_store(place)
        with open_store(place, writing=True) as store:
            assert store.totals().documents == 0

    @pytest.mark.parametrize("name", ["a b?c#d%41.dateline", "é♥.dateline", "-"])
    def test_any_name_will_do(self, tmp_path: Path, name: str) -> None:
        open_store(tmp_path / name, writing=True).close()
        assert (tmp_path / name).stat().st_size > 0
        open_store(tmp_path / name).close()

    def test_servers_are_refused_in_one_line(self) -> None:
        with pytest.raises(CollectionError, match="postgresql"):
            open_collection("postgresql://reader@news/archive")

    def test_a_server_address_tells_no_password(self) -> None:
        with pytest.raises(CollectionError) as refused:
            open_collection("postgresql://reader:secret@news/archive")
        assert "secret" not in str(refused.value)


class TestVersions:
    def test_a_new_file_has_ours(self, path: Path) -> None:
        with sqlite3.connect(path) as raw:
            assert raw.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)
            assert raw.execute("PRAGMA application_id").fetchone() == (schema.APPLICATION_ID,)
            assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        raw.close()

    @pytest.mark.parametrize("writing", [False, True])
    def test_a_newer_file_is_refused(self, path: Path, writing: bool) -> None:
        _set_version(path, schema.VERSION + 1)
        with pytest.raises(CollectionError, match="newer than this dateline"):
            open_store(path, writing=writing)

    def test_an_older_file_is_brought_up_to_date(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        later = schema.VERSION + 2

        def first(raw: sqlite3.Connection) -> None:
            raw.execute("CREATE TABLE first (x)")

        def second(raw: sqlite3.Connection) -> None:
            raw.execute("CREATE TABLE second AS SELECT * FROM first")

        monkeypatch.setattr(schema, "VERSION", later)
        with pytest.raises(CollectionError, match="earlier dateline"):
            open_store(path, writing=True)
        steps = {later - 2: first, later - 1: second}
        monkeypatch.setattr(migrations, "MIGRATIONS", steps)
        open_store(path).close()
        with open_store(path, writing=True) as store:
            assert store.event("e") == EVENT
            assert store._query("SELECT * FROM first") == store._query("SELECT * FROM second") == []
        open_store(path).close()

    def test_a_step_that_fails_changes_nothing(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def fail(raw: sqlite3.Connection) -> None:
            raw.execute("CREATE TABLE half (x)")
            raw.execute("CREATE TABLE half (x)")

        with monkeypatch.context() as patched:
            patched.setattr(schema, "VERSION", schema.VERSION + 1)
            patched.setattr(migrations, "MIGRATIONS", {schema.VERSION - 1: fail})
            with pytest.raises(CollectionError):
                open_store(path, writing=True)
        with open_store(path) as store:
            assert store.event("e") == EVENT


class TestReadingOnly:
    def test_the_file_stays_as_it_is(self, path: Path) -> None:
        before = path.read_bytes(), path.stat().st_mtime_ns
        with open_store(path) as store:
            store.rows(select("twelve OR is:marked"), 0, 9)
            store.periods(select("on:2024"), "month")
            assert list(store.events(Selection())) == [EVENT]
        assert (path.read_bytes(), path.stat().st_mtime_ns) == before

    @as_user
    def test_from_a_folder_without_the_right_to_write(self, path: Path) -> None:
        path.parent.chmod(0o500)
        try:
            with open_store(path) as store:
                assert store.event("e") == EVENT
            with pytest.raises(CollectionError):
                open_store(path, writing=True).give_date("port", "2024")
        finally:
            path.parent.chmod(0o700)

    def test_a_journal_that_cannot_be_made_is_done_without(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(opening, "_answers", lambda _: False)
        with open_store(path) as store:
            assert store.event("e") == EVENT


class TestTrouble:
    def test_two_cannot_write_at_once(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(opening, "WAIT", 0.05)
        first, second = open_store(path, writing=True), open_store(path, writing=True)
        with first, second, first.transaction():
            with pytest.raises(CollectionError, match="in use"):
                second.give_date("port", "2024")
            assert second.given_dates() == {}

    def test_a_full_disk(self, path: Path) -> None:
        with open_store(path, writing=True) as store:
            pages = store._query("PRAGMA page_count")[0][0]
            store._query(f"PRAGMA max_page_count = {pages}")
            with pytest.raises(CollectionError, match="disk is full"):
                put(store, document("long", " ".join(map(str, range(100_000)))))
            assert [row.id for row in store.documents()] == ["port"]
        with open_store(path) as store:
            assert store.event("e") == EVENT

    def test_a_damaged_file(self, path: Path) -> None:
        content = bytearray(path.read_bytes())
        content[4096:] = b"\x55" * (len(content) - 4096)
        path.write_bytes(content)
        with pytest.raises(CollectionError, match="damaged"):
            _read_all(path)

    def test_a_file_cut_short(self, path: Path) -> None:
        path.write_bytes(path.read_bytes()[:5_000])
        with pytest.raises(CollectionError):
            _read_all(path)

    def test_a_closed_store_says_so(self, path: Path) -> None:
        store = open_store(path)
        store.close()
        with pytest.raises(CollectionError):
            store.totals()


def _read_all(path: Path) -> None:
    with open_store(path) as store:
        store.documents()
        list(store.readings())
        list(store.events(select("twelve")))


def _set_version(path: Path, version: int) -> None:
    raw = sqlite3.connect(path)
    raw.execute(f"PRAGMA user_version = {version}")
    raw.close()


def test_a_tag_is_found_however_its_letters_are_capitalised(path: Path) -> None:
    icon = replace(PORT, id="icon", path="icon.txt", title="\ue009 Réunion")
    tagged = event("tagged", "2024-07-09", [passage(icon, "The ferry sank on Monday.")], tags=("Réunion",))
    with open_store(path, writing=True) as store:
        put(store, PORT, icon)
        store.replace_events([EVENT, tagged])
        for text in ("tag:RÉUNION", "tag:réunion", 'source:"\ue009 réunion"'):
            assert [row.id for row in store.rows(select(text), 0, 9)] == ["tagged"]
        # The character of an icon font in a title is not the one that stands for a sort.
        assert store.count(select("is:state")) == 0
