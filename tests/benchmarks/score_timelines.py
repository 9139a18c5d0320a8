"""Score events on the TimeLine corpora: the dates of gold event mentions, and what is merged.

The corpora and their scorer lie beside the repository, in ``../shared``. Documents are split by the parity of
the SHA-256 of their id: rules may be tuned on the even half; the odd half is only scored.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from data import days
from data.dating import date_readings
from data.events import make_events
from data.events.clauses.dating import dates
from data.model import DatedDocument, Precision
from data.reading import read_file
from data.workers import read_document
from tests.benchmarks.tables import ROOT, write_table
from tests.helpers.halves import is_even

SHARED = ROOT.parent / "shared"
CORPORA = ("timeline15-trial", "timebank-timeline", "aquaint-timeline")
# The scorer's own defaults: how much of a sentence a passage must cover, and the longest lenient interval.
_OVERLAP, _LONGEST_LENIENT = 0.5, 366

Timeline = Callable[[Iterable[DatedDocument]], dict[str, Any]]
"""What makes an export of documents, as far as the scorer reads it."""


def documents(corpus: str) -> list[DatedDocument]:
    """A corpus read and dated as the program does it."""
    reading = read_file(str(SHARED / "corpora" / corpus / "docs.jsonl"))
    return list(date_readings([read_document(document) for document in reading.documents], {}))


def exported(dated: Iterable[DatedDocument]) -> dict[str, Any]:
    """The documents' timeline with what the scorer reads of an export."""
    dated = list(dated)
    return {
        "documents": [{"id": one.document.id} for one in dated],
        "events": [
            {
                "id": event.id,
                "start": days.iso(event.start),
                "end": days.iso(event.end),
                "precision": event.precision,
                "passages": [
                    {
                        "document": passage.document,
                        "start_char": passage.start_char,
                        "end_char": passage.end_char,
                    }
                    for passage in event.passages
                ],
            }
            for event in make_events(dated)
        ],
    }


def at_first_dates(dated: Iterable[DatedDocument]) -> dict[str, Any]:
    """The timeline of a baseline: each sentence at the first date it tells, else at the publication date."""
    dated = list(dated)
    return {
        "documents": [{"id": one.document.id} for one in dated],
        "events": [
            {
                "start": days.iso(start),
                "end": days.iso(end),
                "precision": precision,
                "passages": [
                    {"document": one.document.id, "start_char": first_char, "end_char": end_char}
                ],
            }
            for one in dated
            for first_char, end_char, start, end, precision in _first_dates(one)
        ],
    }  # fmt: skip


def _first_dates(one: DatedDocument) -> Iterator[tuple[int, int, int | None, int | None, Precision | None]]:
    published = one.document.published
    telling = [expression for expression in one.expressions if dates(expression)]
    for sentence in one.sentences:
        inside = (told for told in telling if sentence.start_char <= told.start_char < sentence.end_char)
        first = next(inside, None)
        start, end, precision = (
            (published.start, published.end, "day")
            if first is None
            else (first.start, first.end, first.precision)
        )
        yield sentence.start_char, sentence.end_char, start, end, precision


def scorer() -> ModuleType:
    """The corpora's scorer as a module."""
    spec = importlib.util.spec_from_file_location("score_timeline", SHARED / "tools" / "score_timeline.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError("score_timeline.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gold(corpora: Iterable[str], kept: set[str], tool: ModuleType) -> dict[Any, Any]:
    """The gold mentions of the kept documents, headlines included."""
    mentions: dict[Any, Any] = {}
    for corpus in corpora:
        path: Path = SHARED / "corpora" / corpus / "gold.jsonl"
        mentions |= tool.load_gold(str(path), True)
    return {key: mention for key, mention in mentions.items() if str(mention["doc"]) in kept}


def score(corpora: dict[str, list[DatedDocument]], timeline: Timeline = exported) -> dict[str, Any]:
    """The scorer's figures for these corpora taken together, one timeline for each."""
    tool = scorer()
    timelines = [timeline(dated) for dated in corpora.values()]
    together = {
        "documents": [one for timeline in timelines for one in timeline["documents"]],
        "events": [one for timeline in timelines for one in timeline["events"]],
    }
    kept = {one["id"] for one in together["documents"]}
    figures, _ = tool.score(together, gold(corpora, kept, tool), _OVERLAP, _LONGEST_LENIENT)
    return dict(figures)


def _row(name: str, corpora: dict[str, list[DatedDocument]]) -> list[object]:
    figures, baseline = score(corpora), score(corpora, at_first_dates)
    dating, merging = figures["a_dating_recall"], figures["d_merging"]
    shares = (
        dating["strict"],
        figures["b_date_precision"]["strict"],
        dating["lenient"],
        figures["b_date_precision"]["lenient"],
        figures["c_coverage"]["mentions"],
        merging["pair_recall"],
        merging["pair_precision_date"],
        baseline["a_dating_recall"]["strict"],
        baseline["b_date_precision"]["strict"],
    )
    return [name, figures["gold"]["dated"], *("-" if one is None else f"{100 * one:.1f}" for one in shares)]


def main() -> None:
    """Score both halves, each corpus and all together, and write the table."""
    if not SHARED.is_dir():
        print("score_timelines: the corpora are not beside the repository")
        return
    corpora = {corpus: documents(corpus) for corpus in CORPORA}
    rows: list[list[object]] = []
    for half, wanted in (("even", True), ("odd", False)):
        kept = {
            name: [one for one in dated if is_even(one.document.id) is wanted]
            for name, dated in corpora.items()
        }
        rows += [_row(f"{name}, {half}", {name: dated}) for name, dated in kept.items()]
        rows.append(_row(f"all three, {half}", kept))
    rows.append(_row("all documents", corpora))
    write_table(
        "score_timelines",
        "Dates and merging of events on the TimeLine corpora",
        (
            "documents", "dated mentions", "a strict", "b' strict", "a lenient", "b' lenient", "coverage",
            "pair recall", "pairs of compatible dates", "a of the baseline", "b' of the baseline",
        ),
        rows,
        "Shares in per cent, by `score_timeline.py`: a is the recall of dates, b' their precision."
        " The even documents were open for tuning, the odd ones were only scored."
        " The baseline gives each sentence its first date, else the publication date.",
    )  # fmt: skip


if __name__ == "__main__":
    main()
