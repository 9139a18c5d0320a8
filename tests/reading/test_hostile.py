"""Hostile and damaged files of every format: told, in time, and without harm to what stands beside them."""

from __future__ import annotations

import gzip
import io
import random
import time
from collections.abc import Callable
from email.message import EmailMessage

import docx
import pytest
from fpdf import FPDF
from hypothesis import given, settings
from hypothesis import strategies as st

from data.reading import read_bytes
from data.reading.making.known_formats import suffixes
from tests.helpers.zipped import zipped

TEXT = "The ferry came back on Monday, and two hundred people stood on the quay.\n"
SECONDS = 10.0
"""On a busy machine; alone, each takes under two."""


def open_document(paragraphs: str, before: str = "") -> bytes:
    names = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    names += 'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    body = f"<office:body><office:text>{paragraphs}</office:text></office:body>"
    content = f"{before}<office:document-content {names}>{body}</office:document-content>"
    return zipped({"content.xml": content})


def entities() -> str:
    grow = "".join(f'<!ENTITY x{n} "{f"&x{n - 1};" * 10}">' for n in range(1, 9))
    return f'<!DOCTYPE d [<!ENTITY x0 "aaaaaaaaaa">{grow}]>'


MAIL = b"From: a@b.example\nTo: c@d.example\nSubject: x\n"
HOSTILE: dict[str, tuple[str, Callable[[], bytes]]] = {
    "a line of 10 MB": ("x.txt", lambda: TEXT.replace("\n", " ").encode() * 140_000),
    "10 MB of spaces": ("x.txt", lambda: b"a" + b" " * 10_000_000 + b"b"),
    "10 MB of dots": ("x.txt", lambda: b"a" + b"." * 10_000_000 + b"b"),
    "10 MB of stars": ("x.txt", lambda: b"a" + b"*" * 10_000_000 + b"b"),
    "NUL bytes in a text": ("x.txt", lambda: b"It rained\0 on Monday.\n" * 30),
    "NUL bytes in a page": ("x.html", lambda: b"<p>It rained\0 on Monday.</p>" * 30),
    "braces in RTF": ("x.rtf", lambda: b"{\\rtf1 " + b"{" * 500_000),
    "a bomb of entities": ("x.odt", lambda: open_document("<text:p>&x8; rained</text:p>", entities())),
    "elements without end": ("x.odt", lambda: open_document("<text:p>" * 3000)),
    "a page of open elements": ("x.html", lambda: b"<div>" * 100_000 + b"It rained."),
    "a page of brackets": (
        "x.html",
        lambda: b"<script type='application/ld+json'>" + b"[" * 200_000 + b"</script><p>x</p>",
    ),
    "a long subject": ("x.eml", lambda: MAIL + b"X-Y: " + b"=?utf-8?q?a?= " * 100_000 + b"\n\nIt rained."),
    "a message of quotations": ("x.eml", lambda: MAIL + b"\n" + b"> a:\n" * 200_000),
    "a message of many headers": ("x.eml", lambda: MAIL + b"X-A: b\n" * 100_000 + b"\nIt rained."),
    "a table of many columns": ("x.csv", lambda: b"text" + b",a" * 300_000 + b"\n" + b"a," * 300_000),
    "a table of quotation marks": ("x.csv", lambda: b'text\n"' + b'""' * 2_000_000),
    "a line of brackets": ("x.jsonl", lambda: b"[" * 2_000_000),
    "a web archive of headers": ("x.warc", lambda: b"WARC/1.0\r\n" + b"A: b\r\n" * 100_000),
    "a bomb in gzip": ("x.txt.gz", lambda: gzip.compress(bytes(50_000_000))),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_take_no_long_time(name: str) -> None:
    path, made = HOSTILE[name]
    data = made()
    begun = time.monotonic()
    reading = read_bytes(path, data)
    assert time.monotonic() - begun < SECONDS
    assert reading.documents or reading.troubles


def word() -> bytes:
    file, written = io.BytesIO(), docx.Document()
    written.add_paragraph(TEXT)
    written.save(file)
    return file.getvalue()


def pdf() -> bytes:
    written = FPDF()
    written.add_page()
    written.set_font("helvetica", size=11)
    written.multi_cell(0, 5, TEXT)
    return bytes(written.output())


def mail() -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "a@b.example", "Ferry"
    message.set_content(TEXT)
    message.add_alternative(f"<p>{TEXT}</p>", subtype="html")
    message.add_attachment(TEXT.encode(), "text", "plain", filename="a.txt")
    return message.as_bytes()


SOUND = {
    "x.docx": word(),
    "x.pdf": pdf(),
    "x.eml": mail(),
    "x.mbox": b"From a@b.example Mon Mar 4 18:20:00 2024\n" + mail(),
    "x.zip": zipped({"a.txt": TEXT}),
    "x.odt": open_document(f"<text:p>{TEXT}</text:p>"),
    "x.rtf": rf"{{\rtf1\ansi{{\info{{\title a}}}} {TEXT}\par}}".encode(),
    "x.html": f"<html><body><article><p>{TEXT}</p></article></body></html>".encode(),
    "x.csv": f'id,text\n1,"{TEXT}"\n'.encode(),
    "x.txt.gz": gzip.compress(TEXT.encode()),
}


@pytest.mark.parametrize("path", SOUND)
def test_what_is_sound_is_read(path: str) -> None:
    reading = read_bytes(path, SOUND[path])
    assert reading.troubles == ()
    assert all(TEXT.strip() in document.text for document in reading.documents)


@settings(deadline=None, max_examples=150)
@given(st.sampled_from(sorted(SOUND)), st.integers(0, 1 << 30), st.booleans())
def test_no_damage_raises(path: str, seed: int, cut: bool) -> None:
    chance = random.Random(seed)
    data = bytearray(SOUND[path])
    if cut:
        del data[chance.randrange(len(data)) :]
    for _ in range(chance.randrange(1, 20)):
        if data:
            data[chance.randrange(len(data))] = chance.randrange(256)
    reading = read_bytes(path, bytes(data))
    assert reading.documents or reading.troubles


@settings(deadline=None)
@given(st.sampled_from(suffixes()), st.binary(max_size=300))
def test_no_bytes_raise(suffix: str, data: bytes) -> None:
    reading = read_bytes(f"x{suffix}", data)
    assert reading.documents or reading.troubles


@pytest.mark.parametrize("suffix", suffixes())
def test_a_picture_of_another_name_is_one_trouble(suffix: str) -> None:
    reading = read_bytes(f"x{suffix}", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xd8\xff" * 20)
    assert reading.documents == ()
    assert len(reading.troubles) == 1


def test_an_entity_stays_unresolved_and_the_rest_is_read() -> None:
    outside = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    found = read_bytes("x.odt", open_document("<text:p>&e;It rained.</text:p>", outside))
    assert [one.text for one in found.documents] == ["It rained."]
    assert found.troubles == ()


@pytest.mark.parametrize(
    ("name", "data"),
    [("x.eml", mail()), ("x.rtf", b"{\\rtf1\\ansi It rained on Monday.\\par It snowed on Tuesday.}")],
)
def test_what_is_read_of_a_file_cut_off_is_told_as_such(name: str, data: bytes) -> None:
    assert read_bytes(name, data).troubles == ()
    found = read_bytes(name, data[: len(data) * 2 // 3])
    assert found.documents
    assert ["cut off" in one.reason for one in found.troubles] == [True]
    assert not any(one.lost for one in found.troubles)
