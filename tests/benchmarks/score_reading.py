"""Annotated documents: are articles, their heads and their publication dates found?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from data.dating import date_readings
from data.edtf import parse
from data.model import Document
from data.reading import read_bytes
from data.workers import read_document
from tests.benchmarks.tables import write_table
from tests.helpers.annotated import Annotated, Part, annotated

COUNTS = (
    "articles", "found", "exact", "within a line", "lines", "lines right",
    "titles", "titles right", "bylines", "bylines right", "publishers", "publishers right",
    "dates", "dates right", "dates bounded", "dates wrong", "dates unknown",
)  # fmt: skip


def main() -> None:
    """Score every document, and write ``results/score_reading.md``."""
    rows: list[tuple[object, ...]] = []
    total: Counter[str] = Counter()
    for document in annotated():
        score = score_of(document)
        total += score
        rows.append((document.name.partition(".")[0].replace("_", " "), *_cells(score)))
    rows.append(("**all**", *_cells(total)))
    exact, near = total["exact"], total["within a line"]
    write_table(
        "score_reading",
        "Articles, heads and publication dates in documents of our own",
        ("document", "articles", "found", "exact", "±1 line", "lines", "title", "byline", "publisher",
         "date right", "bounded", "wrong", "unknown"),
        rows,
        f"Boundaries to the line: precision {exact / total['found']:.2f}, recall "
        f"{exact / total['articles']:.2f}; within a line {near / total['found']:.2f} and "
        f"{near / total['articles']:.2f}. *lines*: those told rightly as article, furniture, results or "
        "error. Titles, bylines, publishers and dates are of articles whose document names them; a *bounded* "
        "date is an interval that holds the right day.",
    )  # fmt: skip


def _cells(score: Counter[str]) -> Iterator[str]:
    for name in ("articles", "found", "exact", "within a line"):
        yield str(score[name])
    for name in ("lines", "titles", "bylines", "publishers"):
        yield f"{score[f'{name} right']}/{score[name]}"
    for name in ("dates right", "dates bounded", "dates wrong", "dates unknown"):
        yield str(score[name])


def score_of(document: Annotated) -> Counter[str]:
    """How many of each of COUNTS there are in a document."""
    read = read_bytes(document.name, document.text.encode()).documents
    dated = [one.document for one in date_readings([read_document(one) for one in read], {})]
    lines = list(_lines(document.text))
    score = Counter(dict.fromkeys(COUNTS, 0))
    told, right = _line_kinds(lines, dated), _line_kinds(lines, document.parts)
    score["lines"] = len(lines)
    score["lines right"] = sum(map(str.__eq__, told, right))
    found = {_first_and_last(lines, *_span(one)): one for one in dated if one.kind == "article"}
    score["found"] = len(found)
    for part in document.parts:
        if part.kind != "article":
            continue
        score["articles"] += 1
        ends = _first_and_last(lines, part.start, part.end)
        score["exact"] += ends in found
        near = min(found, key=lambda other: _distance(ends, other), default=None)
        score["within a line"] += near is not None and max(map(abs, _apart(ends, near))) <= 1
        _score_head(score, part, found.get(near) if near is not None and _overlap(ends, near) else None)
    return +score


def _score_head(score: Counter[str], part: Part, found: Document | None) -> None:
    for name, wanted, told in (
        ("titles", part.title, found and found.title),
        ("bylines", part.byline, found and found.byline),
        ("publishers", part.publisher, found and found.publisher),
    ):
        score[name] += wanted is not None or (name != "titles" and told is not None)
        score[f"{name} right"] += wanted is not None and told == wanted
    if part.published is None:
        return
    score["dates"] += 1
    right = parse(part.published)
    published = found.published if found else None
    if published is None or published.start is None or published.end is None:
        score["dates unknown"] += 1
    elif (published.start, published.end) == (right.start, right.end):
        score["dates right"] += 1
    elif right.start is not None and published.start <= right.start <= published.end:
        score["dates bounded"] += 1
    else:
        score["dates wrong"] += 1


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """The ranges of lines that are not blank."""
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield at, at + len(line)
        at += len(line)


def _line_kinds(lines: list[tuple[int, int]], parts: list[Document] | tuple[Part, ...]) -> list[str]:
    kinds = []
    for start, end in lines:
        part = next((one for one in parts if _span(one)[0] <= start < _span(one)[1]), None)
        within = part is not None and any(first < end and start < after for first, after in _inside(part))
        kinds.append("furniture" if part is None or within else part.kind)
    return kinds


def _span(part: Document | Part) -> tuple[int, int]:
    if isinstance(part, Part):
        return part.start, part.end
    return part.span or (0, 0)


def _inside(part: Document | Part) -> list[tuple[int, int]]:
    if isinstance(part, Part):
        return part.inside
    at = _span(part)[0]
    return [(at + start, at + end) for start, end in part.furniture]


def _first_and_last(lines: list[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    own = [at for at, (first, _) in enumerate(lines) if start <= first < end]
    return own[0], own[-1]


def _apart(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    return one[0] - other[0], one[1] - other[1]


def _distance(one: tuple[int, int], other: tuple[int, int]) -> int:
    return sum(map(abs, _apart(one, other)))


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
