"""Bytes of any size come back as they were packed."""

from __future__ import annotations

import random
import zlib

import pytest

from data.errors import CollectionError
from data.store.packed import pack, unpack

_WORDS = [f"word{number}" for number in range(400)]


def _text(size: int) -> bytes:
    source = random.Random(size)
    return " ".join(source.choices(_WORDS, k=size // 7 + 1)).encode()[:size]


@pytest.mark.parametrize("size", [0, 1, 300, 761, 762, 763, 5_000, 32_000, 40_000, 200_000])
@pytest.mark.parametrize("like", [0, 500, 20_000, 70_000])
def test_packed_bytes_come_back(size: int, like: int) -> None:
    data = _text(size)
    packed = pack(data, _text(like))
    assert unpack(packed, _text(like)) == data
    usual = zlib.compressobj(4, zdict=_text(like)[-32_768:]) if like else zlib.compressobj(4)
    assert len(packed) <= 1.1 * len(usual.compress(data) + usual.flush()) + 16


def test_other_bytes_are_told() -> None:
    with pytest.raises(CollectionError):
        unpack(b"not packed")
