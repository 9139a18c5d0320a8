"""How rare things are in a collection, and how seldom that moves."""

from __future__ import annotations

import pytest

from data.events.comparing.tables import Tables


def total(reports: int) -> int:
    return Tables({}, reports, {}).total


@pytest.mark.parametrize(
    ("reports", "rounded"),
    [
        (0, 1),
        (1, 1),
        (15, 15),
        (17, 16),
        (718, 704),
        (8191, 7680),
        (8192, 8192),
        (12_000, 8192),
        (122_908, 65_536),
    ],
)
def test_the_number_of_reports_is_rounded_down(reports: int, rounded: int) -> None:
    assert total(reports) == rounded


def test_in_a_large_collection_it_moves_once_while_the_collection_doubles() -> None:
    grown = [total(reports) for reports in range(1 << 16, 1 << 20, 1 << 10)]
    assert sorted(set(grown)) == [1 << 16, 1 << 17, 1 << 18, 1 << 19]
    assert grown == sorted(grown)
