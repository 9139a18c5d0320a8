"""What belongs together because each belongs with the next."""

from __future__ import annotations

from itertools import permutations

from data.events.kin import Kin


def test_who_is_joined_through_others_is_known_by_the_least_in_whatever_order() -> None:
    for order in permutations([(4, 2), (2, 7), (9, 7), (5, 3)]):
        kin = Kin(range(1, 10))
        for one, other in order:
            kin.join(one, other)
        assert [kin.least(one) for one in range(1, 10)] == [1, 2, 3, 2, 3, 6, 2, 8, 2]


def test_joining_again_changes_nothing() -> None:
    kin = Kin(["a", "b", "c"])
    for _ in range(2):
        kin.join("c", "b")
    assert [kin.least(one) for one in ("a", "b", "c")] == ["a", "b", "b"]
