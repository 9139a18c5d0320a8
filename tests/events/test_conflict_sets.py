"""Small sets of documents with the conflicts that a careful reader finds in them: hard, apparent, or none.

They stand in ``conflict_sets/``, a file a subject. Every set is a test; what is told of one set counts
towards precision and recall together with all the others.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from data.events import make_events
from tests.helpers.dated_documents import Writer

Found = list[tuple[str, str]]


class Case(NamedTuple):
    """A set: texts of documents with marked dates, what they contradict each other about, and their days.

    Without ``published`` all of them are of one later day; "" is a document of which no day is known.
    """

    name: str
    texts: Sequence[str]
    hard: Sequence[str] = ()
    apparent: Sequence[str] = ()
    published: Sequence[str] = ()


def cases() -> Iterator[Case]:
    for path in sorted(Path(__file__).with_name("conflict_sets").glob("*.toml")):
        for one in tomllib.loads(path.read_text(encoding="utf-8"))["set"]:
            yield Case(**one)


CASES = list(cases())


def found(write: Writer, case: Case) -> Found:
    published = case.published or ["2024-07-20"] * len(case.texts)
    events = make_events(
        [
            write(text, document_id=f"d{at}", published=day, publisher=f"Paper {at}")
            for at, (text, day) in enumerate(zip(case.texts, published, strict=True))
        ]
    )
    return sorted((one.about, one.severity) for event in events for one in event.conflicts)


def wanted(case: Case) -> Found:
    told = [(case.hard, "hard"), (case.apparent, "apparent")]
    return sorted((about, severity) for abouts, severity in told for about in abouts)


@pytest.mark.parametrize("case", CASES, ids=[case.name.replace(" ", "-") for case in CASES])
def test_conflicts_of_a_set(write: Writer, case: Case) -> None:
    assert found(write, case) == wanted(case)


def test_talks_that_are_told_otherwise_have_no_day(write: Writer) -> None:
    case = next(case for case in CASES if case.name.startswith("talks that made no headway"))
    one, other = case.texts
    later = write(other.replace("2024-07-08", "2024-07-15"), document_id="b", published="2024-07-15")
    events = make_events([write(one, document_id="a"), later])
    (contested,) = (event for event in events if event.conflicts)
    assert (contested.start, contested.end, contested.precision) == (None, None, None)
    assert contested.reasons == ("merged: told with another outcome",)
