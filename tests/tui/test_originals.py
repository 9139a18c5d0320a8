"""Which program opens an original, and where."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from data.model import Document, Passage
from tui.outside.originals import Opening, Original, opening, original_of

SCREEN = {"DISPLAY": ":0"}

CASES = [
    ("text, no pager named", Original("/a/b.txt", line=7), {}, {"less"}, ("less", "+7", "/a/b.txt"), True),
    ("the user's pager", Original("/a/b.md", line=7), {"PAGER": "most -w"}, set(),
     ("most", "-w", "+7", "/a/b.md"), True),
    ("a pager that knows no line", Original("/a/b.md", line=7), {"PAGER": "cat"}, set(),
     ("cat", "/a/b.md"), True),
    ("text stays in the terminal", Original("/a/b.txt"), SCREEN, {"less", "xdg-open"},
     ("less", "+1", "/a/b.txt"), True),
    ("a page in the browser", Original("/a/b.html"), SCREEN, {"xdg-open"}, ("xdg-open", "/a/b.html"), False),
    ("a page over SSH", Original("/a/b.html"), {}, {"lynx", "xdg-open"}, ("lynx", "/a/b.html"), True),
    ("an address over SSH", Original("https://a.example/"), {"BROWSER": "w3m:lynx"}, set(),
     ("w3m", "https://a.example/"), True),
    ("a PDF on a desktop", Original("/a/b.pdf", page=3), SCREEN, {"xdg-open"},
     ("xdg-open", "/a/b.pdf"), False),
]  # fmt: skip


@pytest.mark.parametrize(("original", "environment", "there", "command", "in_terminal"),
                         [case[1:] for case in CASES], ids=[case[0] for case in CASES])  # fmt: skip
def test_the_program(original, environment, there, command, in_terminal):
    found = opening(original, environment, which=lambda name: name if name in there else None)
    assert found == Opening(command, in_terminal)


def test_the_users_own_command_opens_everything():
    found = opening(Original("/a/b c.pdf", page=3), SCREEN, "zathura -P {page} {path}", lambda _: None)
    assert found == Opening(("zathura", "-P", "3", "/a/b c.pdf"), in_terminal=True)


def test_what_is_filled_in_is_not_filled_in_again():
    found = opening(Original("/a/{line}.txt", line=4), {}, "view {path} {other}", lambda _: None)
    assert found == Opening(("view", "/a/{line}.txt", "{other}"), in_terminal=True)


@pytest.mark.parametrize("command", ["'less", "  "])
def test_a_command_without_words_is_as_none(command):
    environment = {"PAGER": command, "BROWSER": command}
    found = opening(Original("/a/b.txt"), environment, command, lambda name: name if name == "less" else None)
    assert found == Opening(("less", "+1", "/a/b.txt"), in_terminal=True)
    assert opening(Original("https://a.example/"), environment, command, lambda _: None) is None


def test_where_nothing_fits_nothing_is_opened():
    assert opening(Original("/a/b.pdf"), {}, which=lambda _: None) is None
    assert opening(Original("/a/b.txt"), {}, which=lambda _: None) is None
    assert opening(Original("https://a.example/"), {}, which=lambda _: None) is None


def document(path: str, url: str | None = None) -> Document:
    return Document(id="d", path=path, text="A harbour.", sha256="0", url=url)


PASSAGE = Passage(document="d", start_char=0, end_char=10, text="A harbour.", line=4, page=2)


def test_the_original_of_a_passage(tmp_path):
    box = tmp_path / "box.zip"
    with zipfile.ZipFile(box, "w") as archive:
        archive.writestr("a/b.txt", "A harbour.")
    assert original_of(document("box.zip"), PASSAGE, tmp_path) == Original(str(box), 4, 2)
    inside = original_of(document("box.zip!/a/b.txt"), PASSAGE, tmp_path)
    assert inside is not None
    assert (Path(inside.place).read_text(encoding="utf-8"), inside.line) == ("A harbour.", 4)
    assert (
        Path(inside.place).stat().st_mode & 0o077 == 0
        or Path(inside.place).parent.stat().st_mode & 0o077 == 0
    )
    assert original_of(document("box.zip!/no.txt"), PASSAGE, tmp_path) == Original(str(box))
    assert original_of(document("gone.txt"), PASSAGE, tmp_path) is None
    address = "https://a.example/story"
    assert original_of(document("gone.txt", address), PASSAGE, tmp_path) == Original(address)
    assert original_of(document("gone.txt", "javascript:alert(1)"), PASSAGE, tmp_path) is None


@pytest.mark.parametrize("encoding", ["koi8_r", "cp1251", "utf-16"])
def test_a_text_in_an_old_encoding_is_shown_as_a_copy_that_can_be_read(tmp_path, encoding):
    text = "Паром вернулся в порт в понедельник.\r\nНа причале стояли двести человек.\r\n"
    place = tmp_path / "a.txt"
    place.write_bytes(text.encode(encoding))
    found = opening(Original(str(place), line=2), {"PAGER": "less"})
    assert found is not None
    assert found.command[:2] == ("less", "+2")
    shown = Path(found.command[2])
    assert shown.name == "a.txt"
    assert shown.read_bytes().decode() == text
    assert place.read_bytes() == text.encode(encoding)


def test_a_text_in_utf_8_or_none_is_shown_itself(tmp_path):
    for name, data in (
        ("a.txt", "Ein Frühling.\n".encode()),
        ("b.txt", bytes(range(256)) * 4),
        ("c.txt", b""),
    ):
        place = tmp_path / name
        place.write_bytes(data)
        assert opening(Original(str(place)), {"PAGER": "less"}) == Opening(("less", "+1", str(place)), True)
