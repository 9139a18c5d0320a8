"""Following a real folder: new files come in, the cursor stays, the new is marked, rest costs nothing."""

from __future__ import annotations

import threading

import pytest

from data.building.watching import Watch
from data.pipeline import Settings, build
from data.store import open_collection
from tests.helpers.piloted import text, until
from tui.app import Dateline
from tui.background import loading
from tui.background.to_read import ToRead
from tui.cli import main

NEWS = (
    "Bridge of {0} opens\n\nBRUME, 9 July 2024 - The bridge of {0} was opened on {1} by Mayor Clara Voss.\n"
)


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "letters"
    place.mkdir()
    (place / "holm.txt").write_text(NEWS.format("Holm", "6 July 2024"), encoding="utf-8")
    return place


@pytest.fixture(autouse=True)
def looks(monkeypatch):
    """Looks follow one another fast, and are counted."""
    monkeypatch.setattr(loading, "POLL", 0.02)
    counted = threading.Semaphore(0)

    class Counted(Watch):
        def changes(self):
            found = super().changes()
            counted.release()
            return found

    monkeypatch.setattr("data.building.watching.Watch", Counted)
    return counted


@pytest.fixture
async def pilot(folder, tmp_path):
    address = tmp_path / "c.dateline"
    open_collection(address, writing=True).close()
    store = open_collection(address)
    app = Dateline(store, "letters", address=str(address), to_read=ToRead((str(folder),), follow=True))
    async with app.run_test(size=(120, 30)) as running:
        yield running
    store.close()


async def test_a_new_file_comes_in_is_marked_and_the_cursor_stays(pilot, folder):
    await until(pilot, "1 file read")
    assert "following" in text(pilot.app)
    here = pilot.app.session.current.id
    (folder / "storm.txt").write_text("Storm at sea\n\nA storm hit Sal on 3 May 2020.\n", encoding="utf-8")
    await until(pilot, "1 file read, 1 unchanged.")
    assert pilot.app.session.current.id == here
    assert pilot.app.session.row > 0
    marked = [line for line in text(pilot.app).splitlines() if "+●" in line]
    assert marked
    assert all("Sal" in line for line in marked)


async def test_a_changed_file_is_read_again_and_a_vanished_one_is_told(pilot, folder):
    await until(pilot, "1 file read")
    (folder / "holm.txt").write_text(NEWS.format("Vladin", "16 June 2024"), encoding="utf-8")
    await until(pilot, "Vladin")
    (folder / "holm.txt").unlink()
    await until(pilot, "2 troubles")


async def test_rest_posts_nothing(pilot, looks):
    await until(pilot, "1 file read")
    posted: list[object] = []
    pilot.app._reading._post = posted.append
    while looks.acquire(blocking=False):
        pass
    for _ in range(5):
        looks.acquire(timeout=20)
    assert posted == []


async def test_read_again_reads_without_waiting_for_a_change(pilot, monkeypatch):
    await until(pilot, "1 file read")
    monkeypatch.setattr(loading, "POLL", 3600)
    await pilot.press("R")
    assert "Already reading" not in text(pilot.app)
    await until(pilot, "Nothing has changed in the files.")


async def test_read_again_knows_the_files_of_a_collection_opened_alone(folder, tmp_path):
    address = tmp_path / "c.dateline"
    settings = Settings(published="2024-07-09")
    for _ in build([str(folder)], address, settings):
        pass
    (folder / "holm.txt").write_text("The ferry sank on Monday off Holm, the mayor said.\n", encoding="utf-8")
    store = open_collection(address)
    app = Dateline(store, "c", address=str(address))
    async with app.run_test(size=(120, 30)) as running:
        await running.press("R")
        await until(running, "1 file read, 0 unchanged.")
        # What was given for its reading is not lost: Monday is counted from it.
        await until(running, "8 Jul")
        await running.press("R")
        await until(running, "Nothing has changed in the files.")
        (folder / "holm.txt").unlink()
        await running.press("R")
        await until(running, "No files to read again")
    store.close()


async def test_read_again_tells_of_all_files_whatever_was_given_for_them(folder, tmp_path):
    address = tmp_path / "c.dateline"
    (folder / "storm.txt").write_text("A storm hit Sal on Monday.\n", encoding="utf-8")
    for name, published in (("holm.txt", None), ("storm.txt", "2024-07-09")):
        for _ in build([str(folder / name)], address, Settings(published=published)):
            pass
    for one in folder.iterdir():
        one.write_text(f"{one.read_text(encoding='utf-8')}\nIt rained on 3 May 2020.\n", encoding="utf-8")
    store = open_collection(address)
    app = Dateline(store, "c", address=str(address))
    async with app.run_test(size=(120, 30)) as running:
        await running.press("R")
        await until(running, "2 files read, 0 unchanged.")
        (folder / "holm.txt").write_text("A storm hit Sal on 4 May 2020.\n", encoding="utf-8")
        await running.press("R")
        await until(running, "1 file read, 1 unchanged.")
    store.close()


async def test_leaving_ends_the_thread(folder, tmp_path):
    address = tmp_path / "c.dateline"
    open_collection(address, writing=True).close()
    store = open_collection(address)
    app = Dateline(store, "letters", address=str(address), to_read=ToRead((str(folder),), follow=True))
    async with app.run_test(size=(120, 30)) as running:
        await until(running, "1 file read")
        (thread,) = [one for one in threading.enumerate() if one.name == "reading"]
    thread.join(timeout=20)
    assert not thread.is_alive()
    store.close()


def test_following_needs_something_to_follow(capfd, monkeypatch):
    import sys

    for stream in (sys.stdout, sys.stderr):
        monkeypatch.setattr(stream, "isatty", lambda: True, raising=False)
    assert main(["--follow"]) == 2
    assert "Nothing to follow" in capfd.readouterr().err
