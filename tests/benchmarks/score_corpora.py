"""Score tagging and dating on the TIMEX3 corpora, and measure their speed.

    python tests/benchmarks/score_corpora.py [--write] [--errors CORPUS]

The corpora and the scorer lie beside the repository, in ``../shared``. Documents are split by the parity of
the SHA-256 of their id: rules may be tuned on the even half; the odd half is only scored.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
RESULTS = Path(__file__).parent / "results" / "corpora.md"
CORPORA = ("timebank", "aquaint", "wikiwars-train", "tweets-train")
sys.path.insert(0, str(ROOT))

from data.dating import resolve  # noqa: E402
from data.days import from_iso  # noqa: E402
from data.model import Published, Sentence  # noqa: E402
from data.tagging import tag  # noqa: E402


def scorer() -> Any:
    """The corpora's scorer as a module."""
    spec = importlib.util.spec_from_file_location("score_timex", SHARED / "tools" / "score_timex.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def documents(corpus: str) -> list[dict[str, str]]:
    """The documents of a corpus as its JSON Lines file has them."""
    with (SHARED / "corpora" / f"{corpus}.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def is_even(identifier: str) -> bool:
    """Whether a document is of the half that may be read and tuned on."""
    return hashlib.sha256(identifier.encode()).digest()[-1] % 2 == 0


def published(document: dict[str, str]) -> Published:
    """The creation time that the corpus gives a document."""
    value = document.get("dct") or None
    try:
        day = from_iso(value[:10]) if value else None
    except ValueError:
        day = None
    return Published(value, day, day, "given") if day else Published()


def sentences(text: str) -> list[Sentence]:
    """The sentences of a text."""
    try:
        from data.reading.sentences import sentences as split
    except ImportError:
        found, start = [], 0
        for match in re.finditer(r"[.!?]['\")]*\s+(?=[A-Z\"'(`])|\n\s*\n", text):
            found.append(Sentence(start, match.start() + 1))
            start = match.end()
        return [*found, Sentence(start, len(text))]
    return list(split(text, "en"))


def expressions(document: dict[str, str]) -> list[dict[str, Any]]:
    """The expressions of a document, as the scorer reads them."""
    text = document["text"]
    found = resolve(text, tag(text), sentences(text), published(document))
    return [{"start_char": each.start_char, "end_char": each.end_char, "text": each.text,
             "type": each.type, "value": each.value} for each in found]  # fmt: skip


def scores(module: Any, corpus: str, errors: bool = False) -> list[dict[str, Any]]:
    """The scores of the even and the odd half of a corpus; prints the even half's errors if asked."""
    gold = module.read_directory(str(SHARED / "corpora" / corpus))
    system = {}
    for document in documents(corpus):
        system[document["id"]] = [
            module.Timex(each["start_char"], each["end_char"], each["text"], each["type"], each["value"])
            for each in expressions(document)
        ]
    rows = []
    for even in (True, False):
        half = {key: value for key, value in gold.items() if is_even(key) is even}
        counts, mistakes, _ = module.score(half, system)
        rows.append({"corpus": corpus, "half": "even" if even else "odd", "documents": len(half),
                     **module.summarise(counts)})  # fmt: skip
        if errors and even:
            module.print_errors(mistakes, half, sys.stdout)
    return rows


def speeds(names: tuple[str, ...]) -> list[tuple[str, float]]:
    """KB of text a second, in one process and one run: ours cold and warm, a bare pass, dateparser's search.

    The first pass of ours shows what a cold start costs; dateparser reads a sample, as it is slow.
    """
    texts = [(document["text"], published(document)) for name in names for document in documents(name)]
    split = [sentences(text) for text, _ in texts]
    size = sum(len(text.encode()) for text, _ in texts)
    bare = re.compile(r"\b(?:January|Monday|\d{4})\b")

    def ours() -> None:
        for (text, day), parts in zip(texts, split, strict=True):
            resolve(text, tag(text), parts, day)

    def one_expression() -> None:
        for text, _ in texts:
            bare.findall(text)

    cold, warm = size / 1000 / seconds(ours), size / 1000 / seconds(ours)
    single = size / 1000 / seconds(one_expression)
    from dateparser.search import search_dates

    sample = texts[0][0][:2_000]
    search_dates(sample, languages=["en"])
    searched = len(sample.encode()) / 1000 / seconds(lambda: search_dates(sample, languages=["en"]))
    return [
        ("tagging and dating", warm),
        ("the same, first pass of a process", cold),
        ("one regular expression over the same text", single),
        ("dateparser's search", searched),
    ]


def seconds(work: Callable[[], object]) -> float:
    """The time that a piece of work takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def table(rows: list[dict[str, Any]], pace: list[tuple[str, float]]) -> str:
    """The scores and speeds as Markdown tables."""
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True,
                            check=False).stdout.strip()  # fmt: skip
    lines = [
        "# Time expressions on the corpora",
        "",
        f"Commit {commit}; written by tests/benchmarks/score_corpora.py. TempEval-3 measures.",
        "Rules were tuned on even halves. WikiWars types every expression DATE; the values of tweets",
        "are in a style of their own.",
        "",
        "| corpus | half | documents | value F1 | type F1 | strict F1 | relaxed F1 |",
        "|---|---|--:|--:|--:|--:|--:|",
    ]
    lines += [
        f"| {row['corpus']} | {row['half']} | {row['documents']} | {100 * row['value_f1']:.1f} | "
        f"{100 * row['type_f1']:.1f} | {100 * row['strict_f1']:.1f} | {100 * row['relaxed_f1']:.1f} |"
        for row in rows
    ]
    lines += ["", "| one process, one run | KB of text a second | ratio |", "|---|--:|--:|"]
    lines += [f"| {label} | {value:.0f} | {value / pace[0][1]:.2f} |" for label, value in pace]
    return "\n".join([*lines, ""])


def main() -> None:
    """Print the table, or the errors on the tuning half of one corpus."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--write", action="store_true", help="write the table to results/")
    arguments.add_argument("--errors", metavar="CORPUS", help="list the tuning half's errors of one corpus")
    options = arguments.parse_args()
    module = scorer()
    if options.errors:
        scores(module, options.errors, errors=True)
        return
    pace = speeds(("timebank", "aquaint", "wikiwars-train"))
    rows = [row for corpus in CORPORA for row in scores(module, corpus)]
    text = table(rows, pace)
    print(text)
    if options.write:
        RESULTS.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
