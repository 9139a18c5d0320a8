"""Titles as a careful reader would write them: sets in ``title_sets/``, of which each sentence is made up.

A case is a text with its dates marked, and by the numbers of its reports their titles; where several would
do, all of them. ``published`` is the day of a set's texts, if it is not that of all other tests.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from data.events import reports
from data.events.cues import cues
from data.events.titles.fitting.faults import faults
from data.events.titles.fitting.shortening import LONGEST
from tests.helpers.dated_documents import Writer

SETS = sorted((Path(__file__).parent / "title_sets").glob("*.toml"))


class Case(NamedTuple):
    """A text, the facts of its document, and by the number of a report the titles that would do."""

    text: str
    facts: dict[str, str]
    titles: dict[int, list[str]]


def cases(path: Path) -> Iterator[Case]:
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    facts = {"published": content["published"]} if "published" in content else {}
    for case in content["case"]:
        titles = {int(at): [one] if isinstance(one, str) else one for at, one in case["titles"].items()}
        yield Case(case["text"], facts, titles)


CASES = {f"{path.stem}-{number}": case for path in SETS for number, case in enumerate(cases(path))}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_titles(write: Writer, case: Case) -> None:
    found = [report.title for report in reports(write(case.text, **case.facts))]
    for number, acceptable in case.titles.items():
        assert found[number] in acceptable
        assert len(found[number]) <= LONGEST


@pytest.mark.parametrize("name", [name for name in CASES if name.startswith("gold-")])
def test_titles_that_would_do_have_no_faults(name: str) -> None:
    for line in [line for acceptable in CASES[name].titles.values() for line in acceptable]:
        assert len(line) <= LONGEST
        assert faults(line, cues("en")) == 0


@pytest.mark.parametrize(
    "line",
    [
        "", "It", "Updated", "Which was signed in Oslo", "The visit in", "Ilves visited the port of",
        "This, Ilves called Okoye and told her", "Kersti Ilves told reporters", "Since the flood of the quay",
    ],
)  # fmt: skip
def test_lines_that_cannot_stand_alone_have_faults(line: str) -> None:
    assert faults(line, cues("en")) > 0
