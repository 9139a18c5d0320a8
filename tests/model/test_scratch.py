"""Bytes put aside: in memory, in a temporary file, and where there is no room."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from data.scratch import Scratch

ITEMS: tuple[list[bytes], ...] = ([b"one", b"", b"three"], [], [b"four" * 100])


@pytest.mark.parametrize("in_memory", [1 << 20, 8])
def test_items_come_back_as_they_were(in_memory: int) -> None:
    with Scratch(in_memory) as scratch:
        aside = [scratch.put(items) for items in ITEMS]

        assert [None if one is None else [*one] for one in aside] == [*ITEMS]


@pytest.mark.parametrize("in_memory", [1 << 20, 8])
def test_one_item_and_some_of_them_are_read_alone(in_memory: int) -> None:
    with Scratch(in_memory) as scratch:
        scratch.put([b"before"])
        aside = scratch.put(ITEMS[0])

        assert aside is not None
        assert aside[-1] == b"three"
        assert [*aside[1:]] == [b"", b"three"]
        with pytest.raises(IndexError):
            aside[3]


def test_where_there_is_no_room_it_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))

    with Scratch(40) as scratch:
        few = scratch.put([b"few"])
        many = scratch.put([b"many" * 10])

        assert few is not None
        assert [*few] == [b"few"]
        assert many is None
