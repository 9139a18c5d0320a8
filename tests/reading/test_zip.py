"""ZIP archives: members as files inside, and what must not be unpacked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from data.reading import FileReading, Given, read_bytes, read_file
from data.reading.making.known_formats import format_of
from data.reading.opening import limits
from tests.helpers.zipped import zipped

STORY = b"Bridge opens at last\n\nThe bridge over the Sal was opened on Monday by the mayor.\n"
PAGE = b"<html><body><p>The ferry came back on Monday.</p></body></html>"


def reading(members: dict[str, bytes]) -> FileReading:
    return read_bytes("in/x.zip", zipped(members))


def test_members_are_files_inside() -> None:
    found = reading(
        {"b/one.txt": STORY, "two.html": PAGE, "picture.png": b"\x89PNG", "__MACOSX/._one.txt": b"x"}
    )
    (told,) = found.troubles
    assert (told.path, told.reason) == ("in/x.zip", "files of other formats were left out (1 .png)")
    assert not told.lost
    assert [document.path for document in found.documents] == ["in/x.zip!/b/one.txt", "in/x.zip!/two.html"]
    assert found.documents[0].text == STORY.decode()
    assert (found.documents[0].span, found.documents[0].line) == ((0, len(STORY)), 1)


def test_what_the_user_gave_is_for_all_members() -> None:
    found = read_bytes("x.zip", zipped({"a.txt": STORY, "b.txt": STORY[:40]}), Given.of("2020", "fr"))
    assert {(one.published.value, one.language) for one in found.documents} == {("2020", "fr")}


def test_the_same_text_twice_has_two_ids() -> None:
    first, second = reading({"a.txt": STORY, "b.txt": STORY}).documents
    assert first.id != second.id
    assert first.sha256 == second.sha256


def test_an_id_used_for_another_text_in_another_member_is_told() -> None:
    found = reading({
        "a.jsonl": json.dumps({"id": "1", "text": "It rained."}).encode(),
        "b.jsonl": json.dumps({"id": "1", "text": "It snowed."}).encode(),
        "c.jsonl": json.dumps({"id": "1", "text": "It rained."}).encode(),
    })  # fmt: skip
    assert [one.text for one in found.documents] == ["It rained."]
    other, same = found.troubles
    assert (other.path, other.lost, same.lost) == ("in/x.zip!/b.jsonl", True, False)
    assert "another text in line 1 of in/x.zip!/a.jsonl" in other.reason


def test_one_bad_member_does_not_stop_the_others() -> None:
    found = reading({"bad.pdf": b"no", "empty.txt": b"", "bad.jsonl": b"{", "good.txt": STORY})
    assert [document.path for document in found.documents] == ["in/x.zip!/good.txt"]
    assert [trouble.path for trouble in found.troubles] == [
        "in/x.zip!/bad.pdf", "in/x.zip!/empty.txt", "in/x.zip!/bad.jsonl",
    ]  # fmt: skip


def test_archives_inside_are_opened_one_level_deep() -> None:
    inner = zipped({"a.txt": STORY})
    found = reading({"inner.zip": inner, "outer.zip": zipped({"inner.zip": inner})})
    assert [document.path for document in found.documents] == ["in/x.zip!/inner.zip!/a.txt"]
    assert [trouble.path for trouble in found.troubles] == ["in/x.zip!/outer.zip!/inner.zip"]


def test_names_that_lead_elsewhere_only_name(tmp_path: Path) -> None:
    file = tmp_path / "in" / "x.zip"
    file.parent.mkdir()
    file.write_bytes(zipped({"../../evil.txt": STORY, "/etc/evil.txt": STORY, "c:\\evil.txt": STORY}))
    found = read_file(str(file))
    assert len(found.documents) == 3
    assert [path.name for path in tmp_path.rglob("*")] == ["in", "x.zip"]


def test_names_may_be_divided_as_windows_does() -> None:
    found = reading({"..\\up.txt": STORY, "in\\.hidden.txt": STORY, "__MACOSX\\._up.txt": STORY})
    assert [document.path for document in found.documents] == ["in/x.zip!/..\\up.txt"]


def test_a_bomb_is_refused_and_its_neighbours_are_read() -> None:
    found = reading({"bomb.txt": b"\0" * (8 << 20), "good.txt": STORY})
    assert [document.path for document in found.documents] == ["in/x.zip!/good.txt"]
    assert "grow" in found.troubles[0].reason


@pytest.mark.parametrize(
    ("limit", "value", "reason"),
    [
        ("MEMBER_BYTES", 50, "MB"),
        ("ARCHIVE_BYTES", 100, "unpacks to"),
        ("ARCHIVE_MEMBERS", 1, "more than 1 files"),
    ],
)
def test_limits(monkeypatch: pytest.MonkeyPatch, limit: str, value: int, reason: str) -> None:
    monkeypatch.setattr(limits, limit, value)
    found = reading({"a.txt": STORY, "b.txt": STORY})
    assert found.documents == ()
    assert reason in found.troubles[0].reason


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"It rained.", "damaged"),
        (zipped({"a.txt": STORY})[:-30], "damaged"),
        (zipped({}), "no file of a known format"),
        (zipped({"picture.png": b"x"}), "no file of a known format"),
    ],
)
def test_a_bad_archive_is_one_trouble(data: bytes, reason: str) -> None:
    found = read_bytes("x.zip", data)
    assert found.documents == ()
    (only,) = found.troubles
    assert reason in only.reason


def test_a_damaged_member_is_told() -> None:
    data = bytearray(zipped({"a.txt": STORY * 50}))
    data[45] ^= 0xFF
    (only,) = read_bytes("x.zip", bytes(data)).troubles
    assert (only.path, "damaged" in only.reason) == ("x.zip!/a.txt", True)


def test_a_locked_member_is_told() -> None:
    data = bytearray(zipped({"a.txt": STORY}))
    for mark in (data.index(b"PK\x03\x04") + 6, data.index(b"PK\x01\x02") + 8):
        data[mark] |= 1
    assert "password" in read_bytes("x.zip", bytes(data)).troubles[0].reason


def test_an_archive_without_a_name_is_recognised() -> None:
    assert vars(format_of("-", zipped({"a.txt": STORY})))["__name__"].endswith("from_zip")
