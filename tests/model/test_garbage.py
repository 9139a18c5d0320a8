"""Cyclic garbage is looked for seldom; work that makes none is not slowed down by it."""

from __future__ import annotations

import gc
import subprocess
import sys
import weakref

from data.garbage import seldom_collected, uncollected


class _Node:
    """Something that holds itself."""

    def __init__(self) -> None:
        self.itself = self


def test_what_is_left_of_uncollected_work_counts_as_old() -> None:
    with uncollected():
        assert not gc.isenabled()
        kept = [[number] for number in range(5_000)]
    assert gc.isenabled()
    assert not gc.get_freeze_count()
    assert len(kept) == 5_000
    assert len(gc.get_objects(generation=0)) < 1_000


def test_garbage_of_uncollected_work_is_found_later() -> None:
    with uncollected():
        gone = weakref.ref(_Node())
    gc.collect()
    assert gone() is None


def test_what_was_frozen_stays_so() -> None:
    gc.freeze()
    with uncollected():
        pass
    assert gc.get_freeze_count()


def test_habits_are_as_before() -> None:
    before = gc.get_threshold()
    with seldom_collected():
        assert gc.get_threshold()[0] > before[0]
    assert gc.get_threshold() == before


def test_nothing_is_looked_at_when_the_process_ends() -> None:
    code = """
import gc
from data.garbage import given_back_at_the_end
given_back_at_the_end()
class Node:
    def __del__(self): print("looked at")
node = Node()
node.itself = node
del node
"""
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert told == ""
