"""Reading in the background: progress, stopping, troubles, and a mistake that must not be silent."""

from __future__ import annotations

import threading

import pytest

from data.building.progress import Progress
from data.errors import InputError
from data.model import Trouble
from data.store import open_collection
from tests.helpers.piloted import text, until
from tui.app import Dateline
from tui.background.to_read import ToRead


class Reading:
    """A pipeline that waits before each file until the test lets it go on."""

    def __init__(self, files: int = 3, error: Exception | None = None) -> None:
        self.files, self.error = files, error
        self.go_on = threading.Semaphore(0)
        self.stopped = False

    def __call__(self, *_paths_and_settings, cancelled, **_more):
        read = 0
        yield Progress(done=0, total=self.files, path="", stage="reading")
        for number in range(self.files):
            self.go_on.acquire()
            if cancelled():
                self.stopped = True
                break
            if self.error is not None:
                raise self.error
            trouble = Trouble(f"{number}.txt", None, "it is empty", "Nothing to do.") if number == 1 else None
            yield Progress(
                done=number + 1, total=self.files, path=f"letters/{number}.txt", stage="reading",
                read=number + 1, troubles=() if trouble is None else (trouble,),
            )  # fmt: skip
            read = number + 1
        yield Progress(done=read, total=self.files, path="", stage="events", read=read)


@pytest.fixture
def reading(monkeypatch):
    made = Reading()
    monkeypatch.setattr("data.pipeline.build", made)
    return made


@pytest.fixture
async def pilot(address):
    store = open_collection(address)
    app = Dateline(store, "small", address=str(address), to_read=ToRead(("letters",)))
    async with app.run_test(size=(100, 30)) as running:
        yield running
    store.close()


async def test_progress_is_shown_and_the_list_stays_alive(reading, pilot):
    await until(pilot, "reading 0 of 3")
    reading.go_on.release()
    await until(pilot, "reading 1 of 3  letters/0.txt  (Esc stops)")
    await pilot.press("j", "R")
    assert pilot.app.session.row == 1
    # What a key did is told while the reading goes on, until the next key.
    assert "Already reading." in text(pilot.app)
    reading.go_on.release()
    await until(pilot, "reading 2 of 3")
    assert "Already reading." in text(pilot.app)
    await pilot.press("v", "v")
    assert "status: verified · u takes it back" in text(pilot.app)
    await pilot.press("u", "k", "j")
    assert "reading 2 of 3  letters/1.txt  (Esc stops)" in text(pilot.app)
    reading.go_on.release()
    await until(pilot, "3 files read, 0 unchanged.")
    assert pilot.app.session.row == 1
    await pilot.press("R")
    await until(pilot, "reading 0 of 3")
    reading.go_on.release(3)
    await until(pilot, "3 files read")


async def test_escape_stops_reading_and_keeps_what_was_read(reading, pilot):
    reading.go_on.release()
    await until(pilot, "reading 1 of 3")
    await pilot.press("escape")
    await until(pilot, "Stopping; what was read is kept.")
    reading.go_on.release()
    await until(pilot, "1 file read")
    assert reading.stopped


async def test_escape_is_not_lost_while_events_are_made(reading, pilot):
    reading.go_on.release(3)
    await until(pilot, "3 files read")
    await pilot.press("f", *"delhi", "enter")
    pilot.app.screen.progress = Progress(done=0, total=0, path="", stage="events")
    await pilot.press("escape")
    assert pilot.app.session.text == ""


async def test_troubles_while_reading_are_counted(reading, pilot):
    reading.go_on.release(2)
    await until(pilot, "reading 2 of 3")
    assert "! 2 troubles" in text(pilot.app)
    reading.go_on.release()
    await until(pilot, "3 files read")
    assert "! 2 troubles" in text(pilot.app)


async def test_standard_input_is_read_once(reading, address):
    store = open_collection(address)
    app = Dateline(store, "standard input", address=str(address), to_read=ToRead(("-",)))
    reading.go_on.release(3)
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, "3 files read")
        await pilot.press("R")
        await until(pilot, "No files to read again: none is known here. Name them at the start")
    store.close()


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            InputError("No such file", "letters", "Check the spelling."),
            "No such file: letters. Check the spelling.",
        ),
        (RuntimeError("oh"), "Reading stopped by a mistake of dateline: RuntimeError: oh."),
    ],
    ids=["input", "mistake"],
)
async def test_an_error_is_told(reading, pilot, error, said):
    reading.error = error
    reading.go_on.release()
    await until(pilot, said)


async def test_other_work_that_ends_ends_no_reading(reading, pilot):
    reading.go_on.release()
    await until(pilot, "reading 1 of 3")
    pilot.app.change_collection(lambda _store: None)
    await until(pilot, lambda: pilot.app.screen.progress is None)
    reading.go_on.release()
    await until(pilot, "reading 2 of 3")
    await pilot.press("escape")
    await until(pilot, "Stopping; what was read is kept.")
    reading.go_on.release()
    await until(pilot, "2 files read")
    assert reading.stopped


@pytest.mark.parametrize("follow", [False, True])
async def test_a_mistake_in_the_thread_is_told(reading, address, monkeypatch, follow):
    def fail(_watch_or_paths):
        raise ZeroDivisionError("no share")

    monkeypatch.setattr("data.building.watching.Watch", fail)
    store = open_collection(address)
    app = Dateline(store, "small", address=str(address), to_read=ToRead(("letters",), follow=follow))
    reading.go_on.release(3)
    async with app.run_test(size=(100, 30)) as pilot:
        said = "Following stopped by a mistake of dateline: ZeroDivisionError" if follow else "3 files read"
        await until(pilot, said)
        assert not app.is_reading
    store.close()
