"""Folders of generated news that are built, changed and built again, and what their collections hold."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Mapping
from contextlib import closing
from itertools import islice
from pathlib import Path

from data import pipeline
from data.commands._collection import timeline
from data.export import write
from data.store import open_collection
from data.store.records import Selection
from tests.benchmarks.generate import documents


def filled(folder: Path, *, seed: int, files: int, each: int) -> Path:
    """The folder, made and with so many files of so many generated documents in it: 0.jsonl, 1.jsonl ..."""
    folder.mkdir(exist_ok=True)
    made = documents(seed=seed)
    for number in range(files):
        put(folder / f"{number}.jsonl", islice(made, each))
    return folder


def put(file: Path, records: Iterable[Mapping[str, object]]) -> None:
    file.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")


def taken(file: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def exported(address: str | Path) -> str:
    """All that a collection holds, as JSON."""
    out = io.StringIO()
    with closing(open_collection(address)) as store:
        write("json", timeline(store, Selection()), out)
    return out.getvalue()


def built(folder: Path, address: str | Path, *, jobs: int | None = None) -> str:
    """What a collection holds once a folder is built into it."""
    list(pipeline.build([str(folder)], address, jobs=jobs))
    return exported(address)
