"""What a command did: its exit code and what it wrote; and collections built by one."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


def build(run: Run, collection: str, *records: dict[str, str]) -> Outcome:
    """Build from JSON Lines in a file beside the collection: unlike standard input they need no worker."""
    source = Path(f"{collection}.jsonl")
    source.write_text("".join(f"{json.dumps(record)}\n" for record in records), encoding="utf-8")
    return run("build", str(source), "-c", collection)
