"""What documents are about: the names of their headlines and those they give most often."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from data.events.report import Report

# Names that a document gives in its headline or so often are what it is about.
_HEADLINE, _OFTEN, _MOST = 4, 3, 6


def subjects(reports: Iterable[Report]) -> dict[str, frozenset[str]]:
    """The names that each document is about, by its id."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for report in reports:
        weight = _OFTEN if report.sentence < _HEADLINE else 1
        for name in (*report.who, *report.where):
            counts[report.passage.document][name] += weight
    return {
        document: frozenset(
            name
            for name, count in sorted(names.items(), key=lambda item: (-item[1], item[0]))[:_MOST]
            if count >= _OFTEN
        )
        for document, names in counts.items()
    }
