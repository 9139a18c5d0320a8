"""A real Dask cluster on this machine: a scheduler and workers as programs of their own, on free ports."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Self

PATIENCE = 60.0


class DaskCluster:
    """A scheduler with workers of one thread each; a task that ends one worker is given up at once."""

    def __init__(self, folder: Path, workers: int = 2, *, path: Sequence[str] = tuple(sys.path)) -> None:
        self._folder = folder
        self._environment = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join(path),
            "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0",
        }
        self._started = 0
        self.programs: list[subprocess.Popen[bytes]] = []
        self.address = self._start(
            r"Scheduler at: +(tcp://\S+)", "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard"
        )
        for _ in range(workers):
            self.add_worker()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for program in reversed(self.programs):
            program.kill()
            program.wait()

    def add_worker(self) -> None:
        self._start(
            r"Registered to: +(\S+)", "worker", self.address, "--host", "127.0.0.1", "--nthreads", "1",
            "--no-nanny", "--no-dashboard", "--local-directory", str(self._folder),
        )  # fmt: skip

    def kill_worker(self) -> None:
        self.programs[-1].kill()

    def _start(self, ready: str, *arguments: str) -> str:
        self._started += 1
        log = self._folder / f"{self._started}.log"
        with log.open("wb") as out:
            program = subprocess.Popen(
                [sys.executable, "-m", "dask", *arguments],
                stdin=subprocess.DEVNULL, stdout=out, stderr=out, env=self._environment, cwd=self._folder,
            )  # fmt: skip
        self.programs.append(program)
        deadline = time.monotonic() + PATIENCE
        while (found := re.search(ready, log.read_text(encoding="utf-8"))) is None:
            assert program.poll() is None, log.read_text(encoding="utf-8")
            assert time.monotonic() < deadline, log.read_text(encoding="utf-8")
            time.sleep(0.05)
        return found[1]
