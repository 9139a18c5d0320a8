"""Documents one by one: the same as all at once, with memory that does not grow with their number."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import random
import sys
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.model import Document, Trouble
from data.reading import Given, read_bytes, read_file, stream_file
from data.reading.formats import from_gz
from data.reading.formats.from_jsonl import stream
from data.reading.making.source import Source
from data.reading.opening import limits
from data.workers.inside import Facts
from data.workers.reading import read_one

LINE = {"text": "It rained on Monday and the tents were wet.", "published": "2024-07-08"}


def lines(count: int, size: int = 0) -> Iterator[str]:
    for number in range(count):
        yield (
            json.dumps({"id": f"doc-{number}", **LINE, "text": LINE["text"] + "x" * size + str(number)})
            + "\n"
        )


def test_the_same_as_all_at_once(tmp_path: Path) -> None:
    file = tmp_path / "x.jsonl"
    file.write_text("".join([*lines(50), "{broken\n", "\n", *lines(1), '{"text": "é"}']), encoding="utf-8")
    found = list(stream_file(str(file), Given.of("2020", "fr")))
    reading = read_bytes(str(file), file.read_bytes(), Given.of("2020", "fr"))
    assert [item for item in found if isinstance(item, Document)] == list(reading.documents)
    assert [item for item in found if isinstance(item, Trouble)] == list(reading.troubles)
    assert [document.line for document in reading.documents[-2:]] == [50, 54]


@pytest.mark.parametrize("name", ["x.txt", "x.html", "notes"])
def test_another_format_is_read_whole(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_bytes(b"<html><body><p>It rained on Monday.</p></body></html>")
    assert tuple(stream_file(str(file))) == read_bytes(str(file), file.read_bytes()).documents


def test_standard_input_is_streamed_and_stays_open(monkeypatch: pytest.MonkeyPatch) -> None:
    class Input:
        buffer = io.BytesIO("".join(lines(3)).encode())

    monkeypatch.setattr(sys, "stdin", Input())
    assert [item.path for item in stream_file("-")] == ["-"] * 3
    assert not Input.buffer.closed


def test_a_file_that_is_not_there() -> None:
    (only,) = stream_file("no/such.jsonl")
    assert isinstance(only, Trouble)
    assert list(stream_file("a\0b"))


def test_memory_does_not_grow_with_the_documents(tmp_path: Path) -> None:
    file = tmp_path / "x.jsonl"
    with file.open("w", encoding="utf-8") as out:
        out.writelines(lines(1000, 10_000))
    tracemalloc.start()
    try:
        assert sum(1 for _ in stream_file(str(file))) == 1000
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert file.stat().st_size > 10_000_000
    assert peak < 3_000_000


def test_utf_8_that_breaks_off_further_on_is_told_at_its_line(tmp_path: Path) -> None:
    file = tmp_path / "x.jsonl"
    odd = '{"text": "Le président a été reçu à l\'hôtel de ville où l\'on fêtait déjà Noël, très tôt."}\n'
    file.write_bytes("".join(lines(1000)).encode() + odd.encode("cp1252") + b'{"text": "It rained."}\n')
    *_, guess, document, last = stream_file(str(file))
    assert isinstance(guess, Trouble)
    assert (guess.line, guess.lost) == (1001, False)
    assert isinstance(document, Document)
    assert document.text == json.loads(odd)["text"]
    assert isinstance(last, Document)
    assert last.line == 1002


def test_a_line_too_long_is_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LINE_BYTES", 200_000)
    file = tmp_path / "x.jsonl"
    file.write_text("".join([*lines(1), *lines(1, 300_000), *lines(1, 100)]), encoding="utf-8")
    first, trouble, last = stream_file(str(file))
    assert isinstance(first, Document)
    assert isinstance(trouble, Trouble)
    assert (trouble.line, "MB" in trouble.reason) == (2, True)
    assert isinstance(last, Trouble)  # the first id, another text
    assert last.line == 3


def test_a_line_of_ten_megabytes_is_read() -> None:
    (only,) = read_bytes("x.jsonl", "".join(lines(1, 10_000_000)).encode()).documents
    assert len(only.text) > 10_000_000


class Drops:
    """A file that gives a few bytes at a time."""

    def __init__(self, data: bytes, size: int) -> None:
        self._file = io.BytesIO(data)
        self._size = size

    def read(self, size: int, /) -> bytes:
        return self._file.read(min(size, self._size))


@given(
    st.lists(st.text(st.sampled_from("aé\u0a0a\u0d0a\u2028\U0001f600 "), max_size=8), min_size=1, max_size=8),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"]),
    st.integers(1, 7),
)
def test_lines_are_whole_in_every_encoding(texts: list[str], encoding: str, size: int) -> None:
    written = "".join(
        json.dumps({"text": f"plain words {text}"}, ensure_ascii=False) + "\n" for text in texts
    )
    found = list(stream(Source("x.jsonl", b""), Drops(written.encode(encoding), max(size, 5))))
    read_texts = [item.text for item in found if isinstance(item, Document)]
    if encoding != "utf-16-le":  # a guess, from a beginning that may be short
        assert read_texts == [f"plain words {text}" for text in texts]


def mails(*texts: str) -> bytes:
    head = "From ann@example.org Mon Jul  8 10:00:00 2024\nFrom: ann@example.org\nSubject: Rain"
    return "".join(f"{head}\n\n{text}\n\n" for text in texts).encode()


@pytest.mark.parametrize(
    "name", ["x.mbox", "x.jsonl", "x.jsonl.gz", "x.mbox.gz", "x.txt.gz", "x.txt", "x.csv"]
)
def test_files_larger_than_what_is_read_whole(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "FILE_BYTES", 100)
    monkeypatch.setattr(limits, "ARCHIVE_BYTES", 100)
    data = mails("It rained.", "It snowed.") if "mbox" in name else "".join(lines(2)).encode()
    data = gzip.compress(data) if name.endswith(".gz") else data
    (tmp_path / name).write_bytes(data)
    found = read_file(str(tmp_path / name))
    if "jsonl" in name or "mbox" in name:
        assert (len(found.documents), found.troubles) == (2, ())
        assert found.sha256 == hashlib.sha256(data).hexdigest()
        assert found.size == len(data)
        assert found.modified == (tmp_path / name).stat().st_mtime_ns
    else:
        (trouble,) = found.troubles
        assert "MB" in trouble.reason


def test_what_is_packed_is_read_as_it_comes() -> None:
    taken = 0

    class Slow(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            nonlocal taken
            piece = super().read(size)
            taken += len(piece)
            return piece

    noise = random.Random(1)
    texts = ("".join(chr(noise.randrange(97, 123)) for _ in range(2_000)) for _ in range(300))
    data = gzip.compress("".join(json.dumps({"text": text}) + "\n" for text in texts).encode())
    found = from_gz.stream(Source("x.jsonl.gz", b""), Slow(data))
    assert isinstance(next(found), Document)
    assert taken < len(data) / 2
    assert sum(1 for _ in found) == 299


def test_a_packed_bomb_of_lines_ends_where_it_grows() -> None:
    data = gzip.compress("".join(lines(3)).encode() + b" " * (8 << 20))
    (trouble,) = read_bytes("x.jsonl.gz", data).troubles
    assert "250 times" in trouble.reason


def test_a_file_with_too_many_letters_is_read_so_far(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FILE_LETTERS", 100)
    file = tmp_path / "x.jsonl"
    file.write_text("".join(lines(4)), encoding="utf-8")
    *readings, trouble, facts = read_one(str(file))
    assert len(readings) == 2
    assert isinstance(trouble, Trouble)
    assert (trouble.line, "letters" in trouble.reason) == (3, True)
    assert isinstance(facts, Facts)
    assert facts.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()
