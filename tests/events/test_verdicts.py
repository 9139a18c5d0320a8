"""What verdicts come to by the words of two passages."""

from __future__ import annotations

import pytest

from data.events.comparing.verdicts import other_outcomes
from tests.helpers.made_reports import made_report


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("A jury found Dahl guilty.", "His partner Nilsen walked free.", True),
        ("Dahl was acquitted.", "Dahl was jailed for two years.", True),
        ("Dahl was convicted of fraud.", "Dahl was sentenced to two years.", False),
        ("Dahl was convicted and Nilsen acquitted.", "Nilsen walked free.", False),
        ("Dahl was found not guilty.", "A court acquitted Dahl.", False),
        ("Dahl pleaded not guilty.", "Dahl spoke in court.", False),
    ],
    ids=[
        "guilty and free",
        "free and jailed",
        "convicted and sentenced",
        "of both",
        "not guilty",
        "no verdict",
    ],
)
def test_verdicts_that_ended_otherwise(one: str, other: str, *, differ: bool) -> None:
    assert other_outcomes(made_report(one), made_report(other)) is differ
