"""Publication dates of sets of documents: never wrong, and as close as a careful reader gets."""

from __future__ import annotations

import pytest

from tests.helpers.publication_sets import Case, cases


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.family}-{case.name}-{case.document}")
def test_no_date_is_wrong(case: Case) -> None:
    assert case.verdict != "wrong", f"{case.found.value} for {case.gold}: {case.found.evidence}"
