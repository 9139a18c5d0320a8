"""Web archives and packed files: each page a document with its address."""

from __future__ import annotations

import gzip
import io
import json

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from data.reading import read_bytes
from data.reading.making.known_formats import format_of
from data.reading.opening import limits

PAGE = b"<html><body><article><p>The ferry came back on Monday.</p></article></body></html>"


def archive(*answers: tuple[str, str, bytes], packed: bool = True, status: str = "200 OK") -> bytes:
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("crawl", {"software": "a test"}))
    for url, kind, content in answers:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(url, "response", payload=io.BytesIO(content), http_headers=headers)
        )
        writer.write_record(
            writer.create_warc_record(url, "request", payload=io.BytesIO(b"GET / HTTP/1.1\r\n\r\n"))
        )
    return file.getvalue()


ANSWERS = (
    ("https://coast.example/ferry", "text/html; charset=utf-8", PAGE),
    ("https://coast.example/x.png", "image/png", b"\x89PNG"),
    (
        "https://coast.example/rain.php",
        "text/plain;charset=koi8-r",
        "Дождь шёл весь понедельник.".encode("koi8-r"),
    ),
)


@pytest.mark.parametrize(("path", "packed"), [("x.warc", False), ("x.warc.gz", True)])
def test_pages_and_texts_with_their_addresses(path: str, packed: bool) -> None:
    found = read_bytes(path, archive(*ANSWERS, packed=packed))
    assert found.troubles == ()
    first, second = found.documents
    assert (first.text, first.url) == ("The ferry came back on Monday.", "https://coast.example/ferry")
    assert (first.publisher, first.published.basis) == ("coast.example", "unknown")
    assert first.path == f"{path}!/https://coast.example/ferry"
    assert second.text == "Дождь шёл весь понедельник."


def test_answers_that_found_nothing_are_left_out() -> None:
    (only,) = read_bytes("x.warc", archive(*ANSWERS, packed=False, status="404 Not Found")).troubles
    assert "no page" in only.reason


def test_a_page_too_large_is_told_and_the_others_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MEMBER_BYTES", 1000)
    large = ("https://coast.example/large", "text/plain", b"It rained. " * 500)
    found = read_bytes("x.warc", archive(large, *ANSWERS, packed=False))
    assert len(found.documents) == 2
    assert found.troubles[0].path.endswith("large")


@pytest.mark.parametrize(
    ("path", "data", "reason"),
    [
        ("x.warc", b"", "empty"),
        ("x.warc", b"It rained.", "no web archive"),
        ("x.warc", archive(packed=False), "no page"),
        ("x.warc.gz", b"It rained.", "not packed"),
        ("x.warc.gz", archive(*ANSWERS)[:-20], "damaged"),
        ("x.txt.gz", gzip.compress(b"\0" * (8 << 20)), "250 times"),
        ("x.gz", gzip.compress(gzip.compress(gzip.compress(b"It rained."))), "deeper"),
    ],
)
def test_a_bad_archive_is_one_trouble(path: str, data: bytes, reason: str) -> None:
    found = read_bytes(path, data)
    assert found.documents == ()
    (only,) = found.troubles
    assert reason in only.reason


def test_an_archive_that_breaks_off_is_read_so_far() -> None:
    data = archive(*ANSWERS, packed=False)
    found = read_bytes("x.warc", data[: data.index(b"rain.php") + 20])
    assert [one.url for one in found.documents] == ["https://coast.example/ferry"]


def test_packed_files_keep_their_name_and_lines() -> None:
    data = gzip.compress(json.dumps({"text": "It rained."}).encode())
    (only,) = read_bytes("x.jsonl.gz", data).documents
    assert (only.path, only.line, only.text) == ("x.jsonl.gz", 1, "It rained.")
    (text,) = read_bytes("x.txt.gz", gzip.compress(b"It rained.")).documents
    assert (text.path, text.span) == ("x.txt.gz", (0, 10))


def test_archives_packed_in_themselves() -> None:
    data = gzip.compress(gzip.compress(gzip.compress(b"It rained.")))
    assert "deeper" in read_bytes("x.txt.gz.gz.gz", data).troubles[0].reason


def test_an_archive_without_a_name_is_recognised() -> None:
    assert vars(format_of("-", archive(packed=False)))["__name__"].endswith("from_warc")
