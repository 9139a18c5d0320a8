"""Worker processes: what they refuse, what they survive, and that none is left behind."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from data.errors import DatelineError
from data.model import Published, Trouble
from data.workers import Processes, WorkerLostError
from data.workers.inside import Facts
from data.workers.packing import pack, unpack
from tests.helpers import misbehaving

PATIENCE = 20.0


@pytest.fixture(scope="module")
def processes() -> Iterator[Processes]:
    with Processes(1, seconds=0.5, memory=512 << 20) as made:
        yield made


def ask(processes: Processes, function: Callable[..., Iterator[Trouble]], *arguments: object) -> list[str]:
    items = processes.submit(function, *arguments).result(timeout=PATIENCE)
    return [item.reason for item in items]


def runs(pid: int) -> bool:
    told = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], check=False, capture_output=True, text=True)
    return told.stdout.strip()[:1] not in ("", "Z")


def wait_until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.01)


def test_a_worker_is_another_process_and_stays(processes: Processes) -> None:
    (first,), (second,) = ask(processes, misbehaving.process), ask(processes, misbehaving.process)
    assert first == second != str(os.getpid())
    assert processes.processes == [int(first)]


def test_each_item_has_the_whole_time(processes: Processes) -> None:
    assert ask(processes, misbehaving.several, 6, 0.1) == ["0", "1", "2", "3", "4", "5"]


LOST = [
    ("hang", "more than 0 seconds"),
    ("sleep_for_ever", "more than 0 seconds"),
    ("crash", "crashes (SIGSEGV)"),
    ("leave", "ended from outside (code 5)"),
    ("eat_memory", "more than 512 MB of memory"),
    ("stumble", "ValueError: over a stone"),
]


@pytest.mark.parametrize(("name", "reason"), LOST, ids=lambda one: one)
def test_a_lost_task_says_why_and_the_next_one_is_done(processes: Processes, name: str, reason: str) -> None:
    with pytest.raises(WorkerLostError) as lost:
        ask(processes, getattr(misbehaving, name))
    assert reason in lost.value.reason
    assert lost.value.hint
    assert ask(processes, misbehaving.said, "still here") == ["still here"]


def test_a_worker_that_is_killed_costs_its_task(processes: Processes) -> None:
    (pid,) = ask(processes, misbehaving.process)
    future = processes.submit(misbehaving.several, 100, 0.4)
    os.kill(int(pid), signal.SIGKILL)
    with pytest.raises(WorkerLostError, match="SIGKILL"):
        future.result(timeout=PATIENCE)
    assert ask(processes, misbehaving.said, "still here") == ["still here"]


def test_only_words_of_the_model_are_taken_from_a_worker(processes: Processes) -> None:
    with pytest.raises(Exception, match="a worker sent a pathlib"):
        processes.submit(misbehaving.send_a_stranger).result(timeout=PATIENCE)
    assert ask(processes, misbehaving.said, "still here") == ["still here"]


def test_nothing_is_written_or_deleted(processes: Processes, tmp_path: Path) -> None:
    (tmp_path / "kept").write_bytes(b"kept")
    with pytest.raises(WorkerLostError, match="nothing is written"):
        ask(processes, misbehaving.write, str(tmp_path / "new"))
    with pytest.raises(WorkerLostError, match="nothing is written"):
        ask(processes, misbehaving.write, str(tmp_path / "kept"))
    with pytest.raises(WorkerLostError, match="os.remove"):
        ask(processes, misbehaving.delete, str(tmp_path / "kept"))
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("kept", b"kept")]


def test_not_even_c_code_writes_a_byte(processes: Processes, tmp_path: Path) -> None:
    ask(processes, misbehaving.write_below_python, str(tmp_path / "new"))
    assert sum(file.stat().st_size for file in tmp_path.iterdir()) == 0


def test_no_connection_is_made(processes: Processes) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        with pytest.raises(WorkerLostError, match=r"may not use socket\."):
            ask(processes, misbehaving.connect, server.getsockname()[1])
        server.settimeout(0)
        with pytest.raises(BlockingIOError):
            server.accept()


def test_no_program_is_started(processes: Processes) -> None:
    with pytest.raises(WorkerLostError, match=r"may not use subprocess\."):
        ask(processes, misbehaving.start_a_program)


def test_several_tasks_run_at_once() -> None:
    with Processes(2) as two:
        futures = [two.submit(misbehaving.several, 3, 0.2) for _ in range(2)]
        for future in futures:
            future.result(timeout=PATIENCE)
        assert len(two.processes) == 2


def test_closing_kills_what_hangs() -> None:
    processes = Processes(2)
    futures = [processes.submit(misbehaving.sleep_for_ever) for _ in range(3)]
    wait_until(lambda: len(processes.processes) == 2)
    pids = processes.processes
    processes.close()
    processes.close()
    assert not any(runs(pid) for pid in pids)
    for future in futures[:2]:
        with pytest.raises(WorkerLostError):
            future.result(timeout=PATIENCE)


def test_they_start_from_a_thread_of_a_program_without_standard_streams() -> None:
    script = """
        import sys, threading
        from tests.helpers import misbehaving
        from data.workers import Processes

        def work():
            with Processes(1) as processes:
                found.extend(processes.submit(misbehaving.said, "here").result())

        found = []
        class NoStream:
            def fileno(self): return -1
            def flush(self): pass
        sys.stderr = sys.stdout = NoStream()
        thread = threading.Thread(target=work); thread.start(); thread.join()
        sys.exit(0 if found else 1)
    """
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)], env=environment, check=False, timeout=PATIENCE
    )
    assert done.returncode == 0


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_no_worker_outlives_its_reader(end: signal.Signals) -> None:
    script = """
        import signal, sys
        from tests.helpers import misbehaving
        from data.workers import Processes
        signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background ignores it
        processes = Processes(2, seconds=1)
        futures = [processes.submit(misbehaving.several, 1000, 0.1), processes.submit(misbehaving.hang)]
        while len(processes.processes) < 2: pass
        print(*processes.processes, flush=True)
        futures[0].result()
    """
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    reader = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(script)],
        env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    assert reader.stdout is not None
    with reader.stdout:
        pids = [int(pid) for pid in reader.stdout.readline().split()]
    assert len(pids) == 2
    reader.send_signal(end)
    reader.wait(timeout=PATIENCE)
    wait_until(lambda: not any(runs(pid) for pid in pids))


def test_a_program_that_does_not_start_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with Processes(1) as processes, pytest.raises(DatelineError, match="No process to read files in"):
        processes.submit(misbehaving.said, "").result(timeout=PATIENCE)


def test_words_of_the_model_arrive_as_they_were() -> None:
    sent = (Trouble("a", 1, "b", "c", lost=False), Published("2024", 1, 2, "stated", "e"), Facts("0", 1, 2))
    assert tuple(unpack(pack(one)) for one in sent) == sent
