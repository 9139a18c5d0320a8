"""Queries drawn from the grammar, against working them out event by event: whatever way an engine takes.

The small sizes send a small collection through what is meant for large ones: stretches, short lists, words
that are looked up one by one.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from data import days
from data.store.sqlite import (
    SqliteReadingStore,
    beginnings,
    bits,
    counting,
    frequent_words,
    gathering,
    selections,
    short_lists,
)
from data.store.tables.selections import STEP
from tests.store.asked import asked, drawn
from tests.store.asking import Whole, compare, written
from tests.store.motley import DrawingMotley, Motley
from tests.store.synthetic import Synthetic

QUERIES = 300
SYNTHETIC = Synthetic(1_200)
ASKED = [query.text for query in asked(SYNTHETIC, QUERIES, seed=7)]
SMALL: dict[object, dict[str, int]] = {
    selections: {"_FIRST_STEP": 4, "_STRETCH": 8 * STEP, "_WIDE": 200 * STEP},
    short_lists: {"_FEW": 60, "_LOOKED_UP": 100},
    gathering: {"_SMALL": 2 * STEP},
    bits: {"_DENSE": 4},
    beginnings: {"FEW": 1, "SOME": 12},
}
SEEDS, OF_A_SEED = 8, 80


@pytest.fixture(scope="module")
def whole(new_address: Callable[[], str]) -> Iterator[Whole]:
    with written_with_sets(SYNTHETIC, new_address(), 10) as whole:
        yield whole


@contextmanager
def written_with_sets(synthetic: Synthetic, address: str, taken: int) -> Iterator[Whole]:
    """A collection in which frequent words are ready, though it is small, and have changed since."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(frequent_words, "MANY", 100)
        patched.setattr(frequent_words, "_CHANGED", 1)
        with written(synthetic, address, taken) as whole:
            yield whole


@pytest.mark.slow
@pytest.mark.parametrize("sizes", [{}, SMALL], ids=["as they are", "small"])
def test_every_question_is_answered_as_event_by_event(
    whole: Whole, sizes: dict[object, dict[str, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    if sizes and not isinstance(whole.store, SqliteReadingStore):
        pytest.skip("these sizes are those of SQLite's store")
    make_small(sizes, monkeypatch)
    some = 0
    for text in ASKED:
        expected = whole.expected(text)
        some += 0 < len(expected) < len(whole.events)
        compare(whole.store, text, expected, days.ordinal(2005))
    assert some > QUERIES / 2


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(SEEDS))
def test_what_is_rare_in_news_is_found_too(
    new_address: Callable[[], str], seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    motley = Motley(160, seed)
    some = 0
    writing = written if seed % 4 else written_with_sets
    with writing(motley, new_address(), 5) as whole:
        if seed % 2 and isinstance(whole.store, SqliteReadingStore):
            make_small(SMALL, monkeypatch)
        for query in drawn(DrawingMotley(motley, random.Random(seed)), OF_A_SEED):
            expected = whole.expected(query.text)
            some += 0 < len(expected) < len(whole.events)
            compare(whole.store, query.text, expected, days.ordinal(1066))
    assert some > OF_A_SEED / 2


def make_small(sizes: dict[object, dict[str, int]], monkeypatch: pytest.MonkeyPatch) -> None:
    for module, values in sizes.items():
        for name, value in values.items():
            monkeypatch.setattr(module, name, value)
    for module in (selections, counting, gathering):
        monkeypatch.setattr(module, "FEW", beginnings.FEW)
    for module in (selections, short_lists):
        monkeypatch.setattr(module, "SOME", beginnings.SOME)
