"""Tagging and dating against a bare ``re`` pass and dateparser's search: the same text, one run."""

from __future__ import annotations

import re
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from data.dating import date_readings
from data.model import Document
from data.reading import read_file
from data.workers import read_document
from tests.benchmarks.tables import ROOT, write_table

RUNS = 5
CORPORA = ROOT.parent / "shared" / "corpora"
NAMES = ("timebank", "aquaint", "wikiwars-train")
# dateparser's search is too slow for whole corpora; it gets the first characters of each.
_PEER_CHARACTERS = 100_000
_BARE = re.compile(
    r"\b(?:\d{1,4}|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|tomorrow|year|month|week|day)s?\b",
    re.IGNORECASE,
)


def main() -> None:
    """Measure, and write ``results/tagging.md``."""
    rows = [_row(name, CORPORA / f"{name}.jsonl") for name in NAMES if (CORPORA / f"{name}.jsonl").exists()]
    if not rows:
        print(f"no corpora in {CORPORA}: nothing measured")
        return
    write_table(
        "tagging",
        "Time expressions: speed",
        (
            "corpus",
            "KB of text",
            "dateline, KB/s",
            "bare re pass, KB/s",
            "dateparser, KB/s",
            "of re",
            "of dateparser",
        ),
        rows,
        f"Finding and dating, sentences included, one process, start-up apart; medians of {RUNS} runs. "
        f"dateparser searches the first {_PEER_CHARACTERS // 1000} KB of each corpus, once.",
    )


def _row(name: str, path: Path) -> tuple[str, ...]:
    documents = read_file(str(path)).documents
    text = "\n".join(document.text for document in documents)
    size = len(text.encode()) / 1000
    ours = size / _median(lambda: _tag(documents))
    bare = size / _median(lambda: sum(1 for _ in _BARE.finditer(text)))
    peer = _dateparser(text)
    speeds = (f"{size:.0f}", f"{ours:.0f}", f"{bare:.0f}", f"{peer:.0f}")
    return (name, *speeds, f"{ours / bare:.2f}", f"{ours / peer:.0f}")


def _tag(documents: tuple[Document, ...]) -> None:
    for document in documents:
        for _ in date_readings([read_document(document)], {}):
            pass


def _dateparser(text: str) -> float:
    from dateparser.search import search_dates

    part = text[:_PEER_CHARACTERS]
    search_dates("on 3 May 2020", languages=["en"])
    started = time.perf_counter()
    for paragraph in part.split("\n"):
        if paragraph.strip():
            search_dates(paragraph, languages=["en"])
    return len(part.encode()) / 1000 / (time.perf_counter() - started)


def _median(work: Callable[[], object]) -> float:
    taken = []
    work()
    for _ in range(RUNS):
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
    return statistics.median(taken)
