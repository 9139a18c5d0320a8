"""A date that the tense of the verb beside it cannot have is that of other words, or of none."""

from __future__ import annotations

import pytest

from data import days, edtf
from data.events.clauses.clause import clauses
from data.events.clauses.focus import Focus
from data.events.clauses.stretch import Stretch
from data.events.cues import cues
from tests.helpers.dated_documents import Writer

FOCUS = Focus(days.ordinal(2024, 7, 8), days.ordinal(2024, 7, 8), "day", "")


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # what is blamed or praised may be older
        (
            "The board blamed a choice made {in 2011=2011}.",
            [("The board blamed a choice", None), ("made in 2011.", "2011")],
        ),
        # what describes the noun of what will be done is no verb of the clause
        (
            "Sealed boxes will reach the school {by 3 December=2024-12-03}.",
            [("Sealed boxes will reach the school by 3 December.", "2024-12-03")],
        ),
        (
            "The cancelled race will be held {on 22 November=2024-11-22}.",
            [("The cancelled race will be held on 22 November.", "2024-11-22")],
        ),
        (
            "Officials predicted prices would rise {in May=2025-05}.",
            [("Officials predicted", None), ("prices would rise in May.", "2025-05")],
        ),
        # what somebody must do has the day to come, what was done before it has not
        (
            "Berg was freed on bail of $8,000 and must return {on 1 December=2024-12-01}.",
            [("Berg was freed on bail of $8,000 and", None), ("must return on 1 December.", "2024-12-01")],
        ),
        (
            "The mill shut its doors and will be torn down {in May=2025-05}.",
            [("The mill shut its doors", None), ("and will be torn down in May.", "2025-05")],
        ),
        (
            "Berg was expected in Oslo and will speak {on Friday=2024-07-12}.",
            [("Berg was expected in Oslo and will speak on Friday.", "2024-07-12")],
        ),
        # what a court rules begins with its subject
        (
            "The court ruled that the ship must leave {in May=2025-05}.",
            [("The court ruled", None), ("that the ship must leave in May.", "2025-05")],
        ),
        (
            "The town bought a bridge that the army will move {in May=2025-05}.",
            [("The town bought a bridge", None), ("that the army will move in May.", "2025-05")],
        ),
        # the present does not happen in the past
        (
            "The court upholds a law passed {in 1990=1990}.",
            [("The court upholds a law", None), ("passed in 1990.", "1990")],
        ),
        (
            "She is serving a sentence for the {May 1995=1995-05} bombing of a bus.",
            [("She is serving a sentence", None), ("for the May 1995 bombing of a bus.", "1995-05")],
        ),
        (
            "Berg bought the mill in {1990=1990} and is now its only owner.",
            [("Berg bought the mill in 1990", "1990"), ("and is now its only owner.", None)],
        ),
        (
            "The council wants to replace the ferries that were built in {1957=1957}.",
            [("The council wants to replace the ferries", None), ("that were built in 1957.", "1957")],
        ),
        # nor the past in the future
        (
            "Okoye accepted an invitation to come to Oslo {in 2025=2025}.",
            [("Okoye accepted an invitation", None), ("to come to Oslo in 2025.", "2025")],
        ),
        (
            "The palace said Okoye will visit Oslo {on July 20=2024-07-20}.",
            [("The palace said", None), ("Okoye will visit Oslo on July 20.", "2024-07-20")],
        ),
        (
            "Okoye will visit Oslo {on July 20=2024-07-20}, the palace said.",
            [("Okoye will visit Oslo on July 20,", "2024-07-20"), ("the palace said.", None)],
        ),
        (
            "Okoye wants to visit all the towns {by December=2024-12}.",
            [("Okoye wants to visit all the towns by December.", "2024-12")],
        ),
        # nor is what is said of the day of the saying
        (
            "The union reacted angrily, saying the mill had broken a promise {in 2019=2019}.",
            [
                ("The union reacted angrily,", None),
                ("saying the mill had broken a promise in 2019.", "2019"),
            ],
        ),
        # what is talked about is older than the talk
        (
            "The guests condemned the town’s invasion of Norhaven {in 2022=2022}.",
            [("The guests condemned", None), ("the town’s invasion of Norhaven in 2022.", "2022")],
        ),
        # how things are is not of the day of what happened
        (
            "The towns often hold fairs, but the last one was in Moss {in 2019=2019}.",
            [("The towns often hold fairs,", None), ("but the last one was in Moss in 2019.", "2019")],
        ),
        # "the show" is no verb of the present, and "would have" none either
        ("The show opened in Moss {in 2019=2019}.", [("The show opened in Moss in 2019.", "2019")]),
        (
            "The talks could have ended {in 2019=2019} without a word.",
            [("The talks could have ended in 2019 without a word.", "2019")],
        ),
        # what was expected is expected for its day
        (
            "Okoye was expected to visit Oslo {on July 20=2024-07-20}.",
            [("Okoye was expected to visit Oslo on July 20.", "2024-07-20")],
        ),
        ("Okoye visited Oslo {in 2019=2019}.", [("Okoye visited Oslo in 2019.", "2019")]),
        # how long something holds is not when it was done
        (
            "The council signed a lease of the pier from {2021=2021/2031} to 2031.",
            [("The council signed a lease of the pier from 2021 to 2031.", None)],
        ),
        (
            "The lease of the pier was extended until {2031=../2031}.",
            [("The lease of the pier was extended until 2031.", None)],
        ),
        (
            "The lease of the pier will run until {2031=../2031}.",
            [("The lease of the pier will run until 2031.", "../2031")],
        ),
        ("The council let the pier {this year=2024}.", [("The council let the pier this year.", "2024")]),
    ],
)
def test_dates_that_are_not_the_verbs(
    write: Writer, marked: str, expected: list[tuple[str, str | None]]
) -> None:
    dated = write(marked)
    text = dated.document.text
    found = clauses(Stretch(text, 0, len(text), cues("en"), FOCUS), dated.expressions)
    assert [
        (
            text[clause.start : clause.end],
            clause.dating and edtf.write(clause.dating.start, clause.dating.end, clause.dating.precision),
        )
        for clause in found
    ] == expected
