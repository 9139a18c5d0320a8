"""Files that try to stop a reader, fill its memory, make it write or make it call home; made, not kept."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

from tests.helpers.zipped import zipped

STORY = "Bridge opens in {place}\n\nBRUME, 9 July 2024 - The bridge of {place} was opened on 8 July 2024.\n"
ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
LAUGHS = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "ha ha ">{ENTITIES}]>'
MEGABYTE = 1 << 20

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType=
"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
_RELATIONS = """<?xml version="1.0"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
Target="word/document.xml"/></Relationships>"""


def story(place: str) -> bytes:
    return STORY.format(place=place).encode()


def zip_bomb() -> bytes:
    return zipped({"story.txt": story("the bomb"), "bomb.txt": b"0" * (40 * MEGABYTE)})


def lying_zip() -> bytes:
    """A bomb whose directory says that it is small."""
    data = bytearray(zipped({"bomb.txt": b"0" * (8 * MEGABYTE)}))
    directory = data.index(b"PK\x01\x02")
    for place in (22, directory + 24):
        data[place : place + 4] = (100).to_bytes(4, "little")
    return bytes(data)


def nested_zips() -> bytes:
    data = zipped({"story.txt": story("the depth")})
    for level in range(6):
        data = zipped({f"{level}.zip": data, "story.txt": story(f"level {level}")})
    return data


def climbing_zip() -> bytes:
    names = ("../../climbed.txt", "/tmp/rooted.txt", "..\\..\\backwards.txt", "C:\\drive.txt")
    return zipped({name: story(f"climb {number}") for number, name in enumerate(names)})


def word(document: str) -> bytes:
    return zipped({
        "[Content_Types].xml": _TYPES.encode(), "_rels/.rels": _RELATIONS.encode(),
        "word/document.xml": document.encode(),
    })  # fmt: skip


def word_body(text: str) -> str:
    return (
        f'<w:document xmlns:w="{_WORD}"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>'
    )


def open_document(content: str) -> bytes:
    return zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": content.encode()})


def open_body(text: str) -> str:
    office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    words = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    return (
        f'<o:document-content xmlns:o="{office}" xmlns:t="{words}"><o:body><o:text><t:p>{text}</t:p>'
        "</o:text></o:body></o:document-content>"
    )


def pdf(content: bytes, more: bytes = b"") -> bytes:
    """One page with this content stream; PDFium finds the objects without a table of them."""
    packed = zlib.compress(content)
    return (
        b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<<>>>>endobj\n"
        b"4 0 obj<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream endobj\n%s"
        b"trailer<</Root 1 0 R>>\n%%%%EOF" % (len(packed), packed, more)
    )


def crowded_pdf() -> bytes:
    return pdf(b"0 0 m 9 9 l S\n" * 250_000)


def million_objects_pdf() -> bytes:
    return pdf(b"", b"".join(b"%d 0 obj null endobj\n" % number for number in range(5, 1_000_000)))


def deep_pdf() -> bytes:
    return pdf(b"[" * 2_000_000)


def deep_mail() -> bytes:
    head = b"From: ann@example.org\nSubject: Deep\nDate: Mon, 8 Jul 2024 10:00:00 +0000\nMIME-Version: 1.0\n"
    parts = b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (number, number)
        for number in range(3_000)
    )
    return head + parts + b"Content-Type: text/plain\n\nThe bridge was opened on 8 July 2024.\n"


def many_parts_mail() -> bytes:
    head = b'From: ann@example.org\nSubject: Parts\nContent-Type: multipart/mixed; boundary="b"\n\n'
    return head + b"--b\nContent-Type: text/plain\n\nx\n" * 30_000 + b"--b--\n"


def bomb_in_a_mail() -> bytes:
    """Two messages of a mail box, one with a bomb attached."""
    head = b"From ann@example.org Mon Jul  8 10:00:00 2024\nFrom: ann@example.org\n"
    mail = EmailMessage()
    mail["Subject"] = "Unpack me"
    mail.set_content("See what is attached.")
    mail.add_attachment(zip_bomb(), "application", "zip", filename="bomb.zip")
    return head + mail.as_bytes() + b"\n" + head + b"Subject: Bridge opens in the box\n\nIt opened in rain.\n"


MAKERS: dict[str, Callable[[], bytes]] = {
    "bomb.zip": zip_bomb,
    "lying.zip": lying_zip,
    "nested.zip": nested_zips,
    "climbing.zip": climbing_zip,
    "bomb.txt.gz": lambda: gzip.compress(b"0" * (40 * MEGABYTE)),
    "bomb.jsonl.gz": lambda: gzip.compress(b'{"text": "It rained."}\n' + b" " * (40 * MEGABYTE)),
    "bomb.mbox": bomb_in_a_mail,
    "laughs.docx": lambda: word(LAUGHS + word_body("&e9;")),
    "laughs.odt": lambda: open_document(LAUGHS + open_body("&e9;")),
    "laughs.xhtml": lambda: (LAUGHS + "<html><body><p>&e9;</p></body></html>").encode(),
    "crowded.pdf": crowded_pdf,
    "million.pdf": million_objects_pdf,
    "deep.pdf": deep_pdf,
    "noise.pdf": lambda: b"%PDF-1.7\n" + bytes(range(256)) * 400,
    "deep.eml": deep_mail,
    "parts.eml": many_parts_mail,
    "deep.html": lambda: b"<div>" * 200_000 + b"The bridge was opened on 8 July 2024.",
    "attributes.html": lambda: b"<p " + b" ".join(b"a%d=1" % one for one in range(200_000)) + b">x",
    "deep.jsonl": lambda: b'{"text": ' + b"[" * 200_000 + b"\n" + json.dumps({"text": "It rained."}).encode(),
    "nul.txt": lambda: b"The bridge\0 was opened\0\0 on 8 July 2024.\n" + b"\0" * 4_000,
    "nul.jsonl": lambda: b"\0" * 4_000 + b"\n" + json.dumps({"text": "Nul \0 on 8 July 2024."}).encode(),
    "long-line.txt": lambda: story("one line") + b"and it was so and so on " * 20_000,
    "no-spaces.txt": lambda: b"Bridge opens\n\n" + b"0123456789" * 200_000,
    "long-line.csv": lambda: b"title,text\nBridge," + b"word " * 100_000 + b"\n",
}
"""By name: how each is made. The names of the files tell what they are about."""


def write_all(folder: Path) -> None:
    """The whole set, with honest stories before and after."""
    for place in ("a", "z"):
        (folder / f"{place}-story.txt").write_bytes(story(place))
    for name, make in MAKERS.items():
        (folder / name).write_bytes(make())
