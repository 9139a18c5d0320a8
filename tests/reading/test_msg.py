"""Outlook messages, in compound files that are written here: no writer of them is at hand."""

from __future__ import annotations

import struct
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

import pytest

from data.reading import FileReading, read_bytes

TEXT = "The ferry came back on Monday.\r\n\r\nTwo hundred people stood on the quay.\r\n"
END, FAT, NONE = 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
SECTOR = 512


Tree = dict[str, Any]  # of streams' bytes, and of storages


def compound_file(tree: Tree) -> bytes:
    """A compound file ([MS-CFB], version 3) of streams and storages; every stream fills whole sectors."""
    entries: list[tuple[str, int, bytes]] = [("Root Entry", 5, b"")]  # name, type, content
    children: list[list[int]] = [[]]

    def add(parent: int, inside: Tree) -> None:
        for name, content in inside.items():
            children[parent].append(len(entries))
            is_storage = isinstance(content, dict)
            entries.append((name, 1 if is_storage else 2, b"" if is_storage else content))
            children.append([])
            if is_storage:
                add(len(entries) - 1, content)

    add(0, tree)
    right = [NONE] * len(entries)
    for siblings in children:
        siblings.sort(key=lambda at: (len(entries[at][0]), entries[at][0].upper()))
        for one, following in pairwise(siblings):
            right[one] = following
    sectors: list[bytes] = []
    table: list[int] = []

    def chain(data: bytes) -> int:
        count = max(1, -(-len(data) // SECTOR))
        first = len(sectors)
        for number in range(count):
            sectors.append(data[number * SECTOR : (number + 1) * SECTOR].ljust(SECTOR, b"\0"))
            table.append(first + number + 1 if number + 1 < count else END)
        return first

    directory = b""
    for at, (name, kind, content) in enumerate(entries):
        encoded = name.encode("utf-16-le")
        # Streams below 4,096 bytes would live in the small sectors; padding spares them.
        content = content.ljust(4096, b"\0") if kind == 2 else content
        start = chain(content) if kind == 2 else END
        directory += (
            (encoded + b"\0\0").ljust(64, b"\0")
            + struct.pack(
                "<HBBIII",
                len(encoded) + 2,
                kind,
                1,
                NONE,
                right[at],
                children[at][0] if children[at] else NONE,
            )
            + bytes(36)
            + struct.pack("<IQ", start, len(content))
        )
    first_of_directory = chain(directory)
    tables = -(-(len(table) + 4) // 128)
    first_of_table = len(sectors)
    table += [FAT] * tables
    packed = struct.pack(f"<{len(table)}I", *table).ljust(tables * SECTOR, b"\xff")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack(
        "<HHHHH6xIIIIIIIIII",
        0x3E,
        3,
        0xFFFE,
        9,
        6,
        0,
        tables,
        first_of_directory,
        0,
        4096,
        END,
        0,
        END,
        0,
        first_of_table,
    )
    head += struct.pack("<I", first_of_table + 1) if tables > 1 else b""
    return head.ljust(SECTOR, b"\xff") + b"".join(sectors) + packed


def properties(sent: datetime | None) -> bytes:
    if sent is None:
        return bytes(32)
    ticks = int((sent - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10_000_000
    return bytes(32) + struct.pack("<IIQ", 0x00390040, 6, ticks)


def message(text: str = TEXT, sent: datetime | None = None, more: Tree | None = None) -> bytes:
    tree: Tree = {"__properties_version1.0": properties(sent)}
    for number, value in (
        ("0037", "Ferry – return"),
        ("0C1A", "Jörg Lind"),
        ("5D01", "press@coast.example"),
        ("1000", text),
    ):
        tree[f"__substg1.0_{number}001F"] = value.encode("utf-16-le")
    return compound_file({**tree, **(more or {})})


def reading(data: bytes) -> FileReading:
    return read_bytes("x.msg", data)


def test_text_subject_sender_and_date() -> None:
    found = reading(message(sent=datetime(2024, 3, 4, 17, 20, tzinfo=UTC)))
    assert found.troubles == ()
    (only,) = found.documents
    assert only.text == TEXT.replace("\r\n", "\n").rstrip()
    assert (only.title, only.byline, only.publisher) == ("Ferry – return", "Jörg Lind", "coast.example")
    assert (only.published.value, only.published.basis) == ("2024-03-04T17:20+00:00", "stated")


def test_html_where_there_is_no_text() -> None:
    html = b"<html><body><p>The ferry came back on Monday.</p></body></html>"
    (only,) = reading(message("", more={"__substg1.0_10130102": html})).documents
    assert (only.text, only.published.basis) == ("The ferry came back on Monday.", "unknown")


def test_attached_messages_are_read_with_their_own_day() -> None:
    """Outlook keeps them as storages, the header of their properties being shorter."""
    moment = datetime(2024, 3, 1, 9, 0, tzinfo=UTC)
    own: Tree = {
        "__properties_version1.0": properties(moment)[8:].ljust(4104, b"\0"),
        "__substg1.0_0037001F": "Rudder".encode("utf-16-le"),
        "__substg1.0_0C1A001F": "Ada Lind".encode("utf-16-le"),
        "__substg1.0_1000001F": "The rudder broke on Thursday.".encode("utf-16-le"),
    }
    attached: Tree = {"__substg1.0_3701000D": own}
    sent = datetime(2024, 3, 4, 17, 20, tzinfo=UTC)
    first, second = reading(message(sent=sent, more={"__attach_version1.0_#00000000": attached})).documents
    assert first.published.value == "2024-03-04T17:20+00:00"
    assert (second.title, second.byline, second.text) == (
        "Rudder",
        "Ada Lind",
        "The rudder broke on Thursday.",
    )
    assert second.published.value == "2024-03-01T09:00+00:00"


def test_attached_documents_are_read() -> None:
    attached: Tree = {
        "__substg1.0_3707001F": "bridge.txt".encode("utf-16-le"),
        "__substg1.0_37010102": b"The bridge fell on Tuesday.".ljust(4096),
    }
    _, second = reading(message(more={"__attach_version1.0_#00000000": attached})).documents
    assert (second.path, second.title) == ("x.msg!/bridge.txt", "The bridge fell on Tuesday.")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"It rained.", "no Outlook message"),
        (compound_file({"WordDocument": b"x"}), "no Outlook message"),
        (message()[:600], "damaged"),
        (message(""), "no text"),
    ],
)
def test_a_bad_file_is_one_trouble(data: bytes, reason: str) -> None:
    found = reading(data)
    assert found.documents == ()
    (only,) = found.troubles
    assert reason in only.reason


def test_an_address_in_other_letters_leaves_the_sender_by_name() -> None:
    more = {"__substg1.0_5D01001F": "post@küste.example".encode("utf-16-le")}
    (only,) = reading(message(more=more)).documents
    assert only.byline == "Jörg Lind"
