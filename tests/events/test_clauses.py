from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from data import edtf
from data.events.clauses import clauses
from data.events.cues import cues
from data.model import DatedDocument

Writer = Callable[..., DatedDocument]

CASES = [
    # one date governs the whole sentence
    ("The minister resigned {on Friday=2024-07-05}.", [("The minister resigned on Friday.", "2024-07-05")]),
    ("The minister resigned.", [("The minister resigned.", None)]),
    # two dates, two clauses
    (
        "Ilves opened the bridge {in 2019=2019} and closed the ferry {two years later=2021}.",
        [("Ilves opened the bridge in 2019", "2019"), ("and closed the ferry two years later.", "2021")],
    ),
    # what follows "since" or "whom" stays there; the main clause takes the focus date
    (
        "Ilves is on his first tour since the flood of the harbour {in 2020=2020}.",
        [("Ilves is on his first tour", None), ("since the flood of the harbour in 2020.", "2020")],
    ),
    (
        "The tour will include a dinner with Okoye, whom he last met in Bergen {in 2018=2018}.",
        [
            ("The tour will include a dinner with Okoye,", None),
            ("whom he last met in Bergen in 2018.", "2018"),
        ],
    ),
    # "since 2019" is a date, no clause
    ("Trade has grown {since 2019=since:2019}.", [("Trade has grown since 2019.", "2019/..")]),
    # a date of the source's own day does not date what is quoted
    (
        "“{Today=2024-07-08} is a good day,” Ilves told guests {in 2018=2018}.",
        [("“Today is a good day,” Ilves told guests in 2018.", "2018")],
    ),
    # saying and what is said
    (
        "The palace said {on Thursday=2024-07-04} Okoye will visit Oslo {on July 8=2024-07-08}.",
        [("The palace said on Thursday", "2024-07-04"), ("Okoye will visit Oslo on July 8.", "2024-07-08")],
    ),
    # a finer date within a wider one is one date
    ("It burned {in 2019=2019}, {in March=2019-03}.", [("It burned in 2019, in March.", "2019-03")]),
    # days in a list are one span
    (
        "They met {Monday=2024-07-08} and {Tuesday=2024-07-09}.",
        [("They met Monday and Tuesday.", "2024-07-08/2024-07-09")],
    ),
    # what cannot be dated does not date
    ("They met {one Monday=}.", [("They met one Monday.", None)]),
]


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_clauses(write: Writer, marked: str, expected: list[tuple[str, str | None]]) -> None:
    dated = write(marked)
    text = dated.document.text
    found = clauses(0, len(text), text, dated.expressions, cues("en"))
    told = [
        (
            text[clause.start : clause.end],
            clause.dating and edtf.write(clause.dating.start, clause.dating.end, clause.dating.precision),
        )
        for clause in found
    ]
    assert told == expected


@pytest.mark.parametrize("marked", [case[0] for case in CASES])
def test_clauses_cover_the_sentence(write: Writer, marked: str) -> None:
    dated = write(marked)
    text = dated.document.text
    found = clauses(0, len(text), text, dated.expressions, cues("en"))
    assert found[0].start == 0
    assert found[-1].end == len(text)
    for before, after in pairwise(found):
        assert text[before.end : after.start].strip() == ""
