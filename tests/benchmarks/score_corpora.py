"""Scores of tagging and dating on the TIMEX3 corpora that lie beside the repository.

Documents are split by the parity of the SHA-256 of their id: rules may be tuned on the even half, the odd
half is only scored. ``python -m tests.benchmarks.score_corpora --errors CORPUS`` lists errors of the even.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
from typing import Any

from data.dating import resolve
from data.days import from_iso
from data.model import Published
from data.reading.texts.sentences import sentences
from data.tagging import tag
from tests.benchmarks.tables import ROOT, write_table
from tests.helpers.halves import is_even

SHARED = ROOT.parent / "shared"
CORPORA = ("timebank", "aquaint", "wikiwars-train", "tweets-train")
_MEASURES = ("value_f1", "type_f1", "strict_f1", "relaxed_f1")


def main() -> None:
    """Score every corpus, and write ``results/score_corpora.md``."""
    if not (SHARED / "corpora").is_dir():
        print(f"no corpora in {SHARED / 'corpora'}: nothing scored")
        return
    scorer = _scorer()
    write_table(
        "score_corpora",
        "Time expressions on the corpora",
        ("corpus", "half", "documents", "value F1", "type F1", "strict F1", "relaxed F1"),
        [row for corpus in CORPORA for row in _rows(scorer, corpus)],
        "TempEval-3 measures. Rules were tuned on even halves. WikiWars types every expression DATE; the "
        "values of tweets are in a style of their own.",
    )


def print_errors(corpus: str) -> None:
    """Print the errors on the even half of a corpus, one a line."""
    scorer = _scorer()
    half = {key: value for key, value in _gold(scorer, corpus).items() if is_even(key)}
    _, errors, _ = scorer.score(half, _found(scorer, corpus))
    scorer.print_errors(errors, half, sys.stdout)


def _rows(scorer: Any, corpus: str) -> list[tuple[object, ...]]:
    gold, found = _gold(scorer, corpus), _found(scorer, corpus)
    rows: list[tuple[object, ...]] = []
    for even in (True, False):
        half = {key: value for key, value in gold.items() if is_even(key) is even}
        counts, _, _ = scorer.score(half, found)
        scores = scorer.summarise(counts)
        shown = [f"{100 * scores[measure]:.1f}" for measure in _MEASURES]
        rows.append((corpus, "even" if even else "odd", len(half), *shown))
    return rows


def _scorer() -> Any:
    """The corpora's own scorer as a module."""
    spec = importlib.util.spec_from_file_location("score_timex", SHARED / "tools" / "score_timex.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(SHARED / "tools" / "score_timex.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _gold(scorer: Any, corpus: str) -> dict[str, Any]:
    gold: dict[str, Any] = scorer.read_directory(str(SHARED / "corpora" / corpus))
    return gold


def _found(scorer: Any, corpus: str) -> dict[str, list[Any]]:
    """What is found in each document of a corpus, as the scorer reads it."""
    with (SHARED / "corpora" / f"{corpus}.jsonl").open(encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines]
    found = {}
    for document in documents:
        text = document["text"]
        expressions = resolve(text, tag(text), sentences(text, "en"), _published(document))
        found[document["id"]] = [
            scorer.Timex(each.start_char, each.end_char, each.text, each.type, each.value)
            for each in expressions
        ]
    return found


def _published(document: dict[str, str]) -> Published:
    """The creation time that the corpus gives a document."""
    value = document.get("dct") or None
    try:
        day = from_iso(value[:10]) if value else None
    except ValueError:
        day = None
    return Published(value, day, day, "given") if day else Published()


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--errors", metavar="CORPUS", help="list the even half's errors of one corpus")
    options = arguments.parse_args()
    if options.errors:
        print_errors(options.errors)
    else:
        main()
