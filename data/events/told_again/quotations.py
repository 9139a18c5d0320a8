"""What somebody said word for word: one saying wherever it is quoted, of one day and by one speaker."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from data.events.acts import NOTHING
from data.events.intervals import compatible, length
from data.events.report import Report

# So many words in a row are the same only where the same saying is quoted.
_RUN = 7
_QUOTED = re.compile(r"[“\"]([^“”\"]+)(?:[”\"]|$)")
_WORD = re.compile(r"\w+")
_MARKS = str.maketrans("", "", "'’")
_REMEMBERED = 1 << 15

Run = tuple[str, ...]


class Quotation(NamedTuple):
    """What stands between quotation marks, and its words in small letters."""

    text: str
    words: Run


@lru_cache(maxsize=_REMEMBERED)
def quotations(text: str) -> tuple[Quotation, ...]:
    """The quotations of a text.

    >>> quotations("“Fish don’t vote,” she said.")
    (Quotation(text='Fish don’t vote', words=('fish', 'dont', 'vote')),)
    """
    if "“" not in text and '"' not in text:
        return ()
    return tuple(
        Quotation(match[1].strip(" ,."), tuple(_WORD.findall(match[1].translate(_MARKS).lower())))
        for match in _QUOTED.finditer(text)
    )


def without_quotations(text: str) -> str:
    """A text with blanks in the place of what it quotes."""
    return _QUOTED.sub(lambda match: " " * len(match.group()), text)


@lru_cache(maxsize=_REMEMBERED)
def quoted_runs(text: str) -> frozenset[Run]:
    """All runs of a few words within the quotations of a text: two texts that share one quote one saying."""
    found = [words[at : at + _RUN] for _, words in quotations(text) for at in range(len(words) - _RUN + 1)]
    return frozenset(found) or NOTHING


def with_quoted_again(reports: Sequence[Report], published: Mapping[str, int | None]) -> list[Report]:
    """The reports, those that quote again what another document dates with its day.

    A day of its own is given up only in a document of unknown date, where it is counted from other words.

    Args:
        reports: all reports of a collection.
        published: the last day on which each document may have been published, by its id.
    """
    dated: dict[Run, list[Report]] = defaultdict(list)
    for report in reports:
        if report.basis == "stated" and not report.snippet and _is_firm(report, published):
            for run in quoted_runs(report.passage.text):
                dated[run].append(report)
    return [_dated_by_quotation(report, dated, published) for report in reports] if dated else [*reports]


def _is_firm(report: Report, published: Mapping[str, int | None]) -> bool:
    """Whether a report's day is stated by itself, or counted from a known publication date."""
    expression = report.passage.expression
    known = published.get(report.passage.document) is not None
    return known or (expression is not None and expression.anchor.kind == "explicit")


def _dated_by_quotation(
    report: Report, dated: Mapping[Run, Sequence[Report]], published: Mapping[str, int | None]
) -> Report:
    if report.basis == "stated" and _is_firm(report, published):
        return report
    written = published.get(report.passage.document)
    meant: dict[int, Report] = {}
    for run in quoted_runs(report.passage.text):
        for other in dated.get(run, ()):
            same = other.passage.document == report.passage.document
            if not same and (written is None or (other.end is not None and other.end <= written)):
                meant[id(other)] = other
    if not meant:
        return report
    days = [(one.start, one.end) for one in meant.values()]
    finest = min(meant.values(), key=lambda one: (length((one.start, one.end)), one.passage.document))
    if not all(compatible((finest.start, finest.end), other) for other in days):
        return report
    return replace(
        report, start=finest.start, end=finest.end, precision=finest.precision, basis="inferred",
        recalled=True,
        reasons=(f"quotes what another passage dates: {finest.title}",),
    )  # fmt: skip
