"""How publication dates that have to be inferred compare with what a careful reader concludes."""

from __future__ import annotations

from collections import Counter

from tests.benchmarks.tables import write_table
from tests.helpers.publication_sets import cases

_VERDICTS = ("right", "contains", "unknown", "wrong")


def main() -> None:
    """Write the table."""
    found = cases()
    counts = {family: Counter[str]() for family in sorted({case.family for case in found})}
    for case in found:
        counts[case.family][case.verdict] += 1
    counts["all"] = sum(counts.values(), Counter[str]())
    rows = [
        [family.replace("_", " "), len({case.name for case in found if family in (case.family, "all")}),
         sum(count.values()), *(count[verdict] for verdict in _VERDICTS)]
        for family, count in counts.items()
    ]  # fmt: skip
    write_table(
        "score_publication",
        "Publication dates",
        ["sets", "number", "documents", "right", "interval contains the truth", "unknown", "wrong"],
        rows,
        "Sets of one to three short documents of our own (`tests/dating/publication_sets/`), whose dates a"
        " careful reader can tell to a day, to a stretch of days, by bounds, or not at all. *Right* is the"
        " day or one of two days, or the reader's own stretch or bounds; *wrong* is what excludes the truth,"
        " or claims what nobody can know.",
    )
