"""What is kept on the way to events comes back as it was given, whatever it was packed with."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from data.store.packed import pack
from data.store.protocol import Store
from data.store.sqlite import open_store

CARDS = {f"d{number}": f"the card of document {number}".encode() * 9 for number in range(700)}


def test_values_of_a_kind_come_back(writer: Store) -> None:
    writer.keep("card", CARDS)
    writer.keep("whole", {"": b"all of it"})
    writer.keep("card", {"d3": None, "d4": b"another", "d900": b""})
    wanted = {key: value for key, value in CARDS.items() if key != "d3"} | {"d4": b"another", "d900": b""}
    assert list(writer.kept("card")) == sorted(wanted.items())
    assert writer.kept_of("card", ["d0", "d4", "d3", "none"]) == {"d0": CARDS["d0"], "d4": b"another"}
    assert writer.kept_of("whole", [""]) == {"": b"all of it"}
    writer.forget_kept()
    assert list(writer.kept("card")) == []
    writer.keep("card", {"d1": CARDS["d2"]})
    assert writer.kept_of("card", ["d1"]) == {"d1": CARDS["d2"]}


def test_long_values_come_back(writer: Store) -> None:
    long = {"a": bytes(range(256)) * 300, "b": b"", "c": bytes(range(256)) * 299}
    writer.keep("state", long)
    writer.keep("state", {"d": b"short"})
    assert dict(writer.kept("state")) == {**long, "d": b"short"}


def test_what_is_alike_takes_less(tmp_path: Path) -> None:
    path = tmp_path / "kept.dateline"
    with open_store(path, writing=True) as store:
        store.keep("card", CARDS)
    raw = sqlite3.connect(path)
    (kept,) = raw.execute("SELECT sum(length(value)) FROM kept").fetchone()
    raw.close()
    assert kept < sum(len(pack(card)) for card in CARDS.values()) / 1.5


def test_values_of_an_earlier_dateline_are_read_and_joined(tmp_path: Path) -> None:
    path = tmp_path / "earlier.dateline"
    open_store(path, writing=True).close()
    raw = sqlite3.connect(path)
    raw.executemany(
        "INSERT INTO kept VALUES ('card', ?, ?)", [(key, pack(one)) for key, one in CARDS.items()]
    )
    raw.commit()
    raw.close()
    with open_store(path, writing=True) as store:
        store.keep("card", {"new": b"the card of document 9"})
        assert dict(store.kept("card")) == CARDS | {"new": b"the card of document 9"}
