"""Lines that put right what was said before: "It was 2022, not 2019"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from data.events.cues import cues
from data.events.report import Report
from data.model import About

_NOT = re.compile(
    r",?\s+(?:and\s+)?not\s+(?:on\s+|in\s+|at\s+)?(?P<wrong>(?:[\w$€£’'-]|[.,](?=\d))+(?:\s(?!as\b)[\w’'-]+){0,3})",
    re.IGNORECASE,
)
_IT_WAS = re.compile(r"\b(?:it|that|they|there|he|she)\s+(?:was|were|is|are)\b", re.IGNORECASE)


class Correction(NamedTuple):
    """What is right and what was wrong, as written, and the report that says so."""

    about: About
    right: str
    wrong: str
    report: int


def corrections(members: Sequence[Report]) -> list[Correction]:
    """The corrections that reports make, of dates and of figures."""
    found = []
    for index, report in enumerate(members):
        text = report.passage.text
        if "not" not in text:
            continue
        for match in _NOT.finditer(text):
            wrong = match["wrong"].strip()
            right = _date_before(report, match.start())
            if right and any(mark.isdigit() for mark in wrong):
                found.append(Correction("date", right, wrong, index))
                continue
            before = text[: match.start()].rsplit(None, 1)[-1:]
            if before and _counts(before[0]) and _counts(wrong) and _corrects(text):
                found.append(Correction("figure", before[0], wrong, index))
    return found


def _date_before(report: Report, at: int) -> str:
    """The expression that dates a report if a text's place is right behind it; else empty."""
    expression = report.passage.expression
    if expression is None or not 0 <= at - (expression.end_char - report.passage.start_char) <= 1:
        return ""
    return expression.text


def _counts(text: str) -> bool:
    return text[0].isdecimal() or text.split()[0].lower() in cues(None).numbers


def _corrects(text: str) -> bool:
    marks = cues(None).words["corrections"]
    return _IT_WAS.search(text) is not None or any(mark in text.lower() for mark in marks)
