"""The events that the sample documents tell: found by query, with date, place and every source's passages."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from data import edtf
from data.cli import main
from data.days import from_iso

EXPECTED = tomllib.loads((Path(__file__).parent / "sample_events.toml").read_text("utf-8"))["event"]

# The same five events in five real files: a query, the date, a place, and independent publishers at least.
REAL = [
    ("Vladivostok", "2019", "Vladivostok", 3),
    ("Putin Modi summit", "2021-12-06", "Hyderabad House", 2),
    ("Modi Putin Samarkand", "2022-09-16", "Samarkand", 5),
    ("Modi Moscow", "2024-07-08/2024-07-09", "Moscow", 5),
    ("Kyiv on:2024-08-23", "2024-08-23", "Kyiv", 3),
]

Export = dict[str, Any]


@cache
def exported(collection: Path, query: str = "") -> Export:
    file = collection.with_suffix(".json")
    words = [query] if query else []
    main(["export", *words, "--format", "json", "-c", str(collection), "-o", str(file)])
    data: Export = json.loads(file.read_text("utf-8"))
    return data


def matching(data: Export, date: str, place: str, modality: str | None = None) -> list[Export]:
    """The events that overlap the date and name the place among theirs or in a passage."""
    wanted = edtf.parse(date)
    assert wanted.start is not None
    assert wanted.end is not None
    found = []
    for event in data["events"]:
        start, end = from_iso(event["start"]), from_iso(event["end"])
        if start is None or end is None or start > wanted.end or end < wanted.start:
            continue
        texts = [*event["where"], *(passage["text"] for passage in event["passages"])]
        if any(place.casefold() in text.casefold() for text in texts) and modality in (
            None,
            event["modality"],
        ):
            found.append(event)
    return found


def sources(event: Export, everything: Export) -> set[str]:
    """The documents with a passage in the event or in a part of it, as the expectations name them."""
    documents = {document["id"]: document for document in everything["documents"]}
    told = [event, *(part for part in everything["events"] if part["part_of"] == event["id"])]
    names = set()
    for passage in (passage for one in told for passage in one["passages"]):
        document = documents[passage["document"]]
        name = Path(document["path"]).name
        names |= {name, f"{name}#{document['id']}", f"{name}#{(document['publisher'] or '').casefold()}"}
    return names


def named(names: Iterable[str]) -> set[str]:
    """Sources as `sources` names them: publishers of articles of a capture in small letters."""
    return {name if "#" not in name or ".jsonl#" in name else name.casefold() for name in names}


def is_not_found(event: Export) -> bool:
    return "shortfall" in event and "missing" not in event


@pytest.mark.parametrize(
    "expected",
    [
        pytest.param(
            event,
            id=event["name"],
            marks=[pytest.mark.xfail(reason=event["shortfall"])] if is_not_found(event) else [],
        )
        for event in EXPECTED
    ],
)
def test_an_event_of_the_samples(expected: Export, samples_built: Path) -> None:
    answers = exported(samples_built, expected["query"])
    candidates = matching(answers, expected["date"], expected.get("place", ""), expected.get("modality"))
    assert candidates, [(event["edtf"], event["title"]) for event in answers["events"]]
    wanted = named(expected["sources"]) - named(expected.get("missing", ()))
    everything = exported(samples_built)
    missing = min((wanted - sources(event, everything) for event in candidates), key=len)
    assert not missing


# Of the same five: the days, and what the title of the most important event of those days must say.
TITLES = [
    ("2019-09-04/2019-09-05", ("Modi", "Putin", "Vladivostok")),
    ("2021-12-06", ("Modi", "Putin", "Hyderabad House")),
    ("2022-09-16", ("Modi", "Putin", "Samarkand")),
    ("2024-07-08/2024-07-09", ("Modi", "Moscow")),
    ("2024-08-23", ("Modi", "Ukraine")),
]


@pytest.mark.parametrize(("date", "words"), TITLES)
def test_the_most_important_event_of_its_days_has_a_telling_title(
    date: str, words: tuple[str, ...], samples_built: Path
) -> None:
    days = edtf.parse(date)
    assert days.start is not None
    assert days.end is not None
    inside = [
        event
        for event in exported(samples_built)["events"]
        if (start := from_iso(event["start"])) is not None and days.start <= start
        if (end := from_iso(event["end"])) is not None and end <= days.end
    ]
    best = max(inside, key=lambda event: float(event["importance"]))
    assert (best["edtf"], [word for word in words if word not in best["title"]]) == (date, [])


@pytest.mark.parametrize(("query", "date", "place", "publishers"), REAL)
def test_an_event_of_the_real_articles(
    query: str, date: str, place: str, publishers: int, seeds_built: Path
) -> None:
    candidates = matching(exported(seeds_built, query), date, place)
    assert candidates
    best = max(event["publishers"] for event in candidates)
    assert best >= publishers, [(event["title"], event["publishers"]) for event in candidates]


@pytest.mark.parametrize(
    ("date", "place"),
    [("2019", "Vladivostok"), ("2022-09-16", "Samarkand"), ("2024-07-08/2024-07-09", "Russia")],
)
def test_who_and_where_of_the_real_articles(date: str, place: str, seeds_built: Path) -> None:
    assert any(
        event["edtf"] == date
        and {"Narendra Modi", "Vladimir Putin"} <= set(event["who"])
        and place in event["where"]
        for event in exported(seeds_built)["events"]
    )
