"""Lines that put right what was said before: "It was 2022, not 2019"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from data.events.cues import alternatives, cues
from data.events.guarded import Guarded
from data.events.report import Report
from data.model import About


class Correction(NamedTuple):
    """What is right and what was wrong, as written, and the report that says so."""

    about: About
    right: str
    wrong: str
    report: int


def corrections(members: Sequence[Report]) -> list[Correction]:
    """The corrections that reports make, of dates and of figures."""
    found = []
    negation = _negation()
    for index, report in enumerate(members):
        text = report.passage.text
        for match in negation.finditer(text):
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
    return _it_was().search(text) is not None or any(mark in text.lower() for mark in marks)


@cache
def _negation() -> Guarded:
    """What was wrong, behind what is right ("in March, not in May")."""
    words = cues(None).words
    nots, before, ends = (
        alternatives([*words[f"wrong_{name}"]]) for name in ("behind", "behind_words", "up_to")
    )
    return Guarded(
        rf",?\s+(?:{nots})\s+(?:(?:{before})\s+)?"
        rf"(?P<wrong>(?:[\w$€£’'-]|[.,](?=\d))+(?:\s(?!(?:{ends})\b)[\w’'-]+){{0,3}})",
        words["wrong_behind"],
        re.IGNORECASE,
    )


@cache
def _it_was() -> re.Pattern[str]:
    """What tells that a figure is put right ("it was 40")."""
    words = cues(None).words
    subjects, verbs = alternatives([*words["put_right"]]), alternatives([*words["is_or_was"]])
    return re.compile(rf"\b(?:{subjects})\s+(?:{verbs})\b", re.IGNORECASE)
