"""Bytes to text: marks and line ends kept, guesses told, pictures refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.reading.opening.encoding import decode

FRENCH = "Le président a été reçu à l'hôtel de ville où l'on fêtait déjà Noël. " * 6
RUSSIAN = "Президент приехал в понедельник вечером и встретился с министром обороны страны. " * 6


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        ("Olá\r\n".encode(), "Olá\r\n", "utf-8"),
        (b"\xef\xbb\xbfOl\xc3\xa1", "\ufeffOlá", "utf-8"),
        ("\ufeffOlá\r\n".encode("utf-16-le"), "\ufeffOlá\r\n", "utf-16-le"),
        ("\ufeffOlá".encode("utf-16-be"), "\ufeffOlá", "utf-16-be"),
        ("\ufeffOlá".encode("utf-32-le"), "\ufeffOlá", "utf-32-le"),
        (b"a\rb\nc\r\n\x0c\xc2\x85", "a\rb\nc\r\n\x0c\x85", "utf-8"),
    ],
)
def test_what_needs_no_guess(data: bytes, text: str, encoding: str) -> None:
    decoded = decode(data)
    assert decoded is not None
    assert (decoded.text, decoded.encoding, decoded.guess) == (text, encoding, None)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark(encoding: str) -> None:
    decoded = decode(FRENCH.encode(encoding))
    assert decoded is not None
    assert decoded.text == FRENCH
    assert decoded.guess is not None


@pytest.mark.parametrize(("text", "encoding"), [(FRENCH, "cp1252"), (RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r")])
def test_an_old_encoding_is_guessed_and_told(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded is not None
    assert decoded.text == text
    assert decoded.encoding in (decoded.guess or "")


CHINESE = "周二清晨，一艘运载砾石的驳船撞上北侧桥墩后，港口大桥关闭。没有人员受伤。\n"
JAPANESE = "港の橋は火曜日の朝、はしけが橋脚に衝突したため通行止めになった。けが人はいなかった。\n"


@pytest.mark.parametrize("text", [RUSSIAN, CHINESE, JAPANESE])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_in_other_scripts(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded is not None
    assert (decoded.text, decoded.encoding) == (text, encoding)
    assert "letters" in (decoded.guess or "")


def test_latin_letters_between_zero_bytes_are_no_other_script() -> None:
    assert decode(b"Harbour\0opens\n" * 40) is None


@pytest.mark.parametrize(
    ("text", "encoding"), [(JAPANESE, "cp932"), (CHINESE, "gb18030"), (JAPANESE * 8, "euc_jp")]
)
def test_encodings_of_east_asia_are_guessed(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded is not None
    assert (decoded.text, decoded.encoding) == (text, encoding)


@pytest.mark.parametrize("text", ["“It’s over,” he said – and left.\n", FRENCH, RUSSIAN[:100]])
def test_what_was_encoded_twice_is_read_once_more(text: str) -> None:
    windows = "".join(bytes((byte,)).decode("cp1252", "ignore") or chr(byte) for byte in text.encode("utf-8"))
    decoded = decode(windows.encode())
    assert decoded is not None
    assert decoded.text == text
    assert "twice" in (decoded.guess or "")


@pytest.mark.parametrize(
    "text",
    [
        "Old pages write Ã© and â€™ where é and ’ should be.",
        "Ãlvares and Ângela met in São Tomé. Â",
        "naïve façade, Zoë’s café",
        "It rained.",
    ],
)
def test_what_only_speaks_of_such_letters_is_left(text: str) -> None:
    decoded = decode(text.encode())
    assert decoded is not None
    assert (decoded.text, decoded.guess) == (text, None)


def test_one_broken_place_does_not_spoil_the_rest() -> None:
    decoded = decode(RUSSIAN.encode() + b"\xff" + RUSSIAN.encode())
    assert decoded is not None
    assert decoded.text == RUSSIAN + "\ufffd" + RUSSIAN
    assert "1 place" in (decoded.guess or "")


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n" + bytes(30), b"%PDF-1.7 x", b"PK\x03\x04", b"ab\0c\x01\x02"]
)
def test_no_text(data: bytes) -> None:
    assert decode(data) is None


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_are_not(data: bytes) -> None:
    decoded = decode(data)
    assert decoded is None or isinstance(decoded.text, str)


@given(st.text(max_size=100))
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    decoded = decode(text.encode("utf-8", "replace"))
    if decoded is not None and decoded.guess is None and decoded.encoding == "utf-8":
        assert decoded.text.encode() == text.encode("utf-8", "replace")
