"""One file in, its documents and troubles out: plain text, Markdown, whatever comes."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data import days
from data.reading import FileReading, Given, read_bytes, read_file, sentences
from data.reading.making.known_formats import format_of, suffixes

STORY = (
    "Bridge opens at last\n\nThe bridge over the Sal was opened on Monday by the mayor, who had promised it "
    "for nine years.\n\nNobody paid the toll.\n"
)


def test_a_plain_article(tmp_path: Path) -> None:
    file = tmp_path / "bridge.txt"
    file.write_bytes(STORY.encode())
    reading = read_file(str(file))
    (document,) = reading.documents
    digest = hashlib.sha256(STORY.encode()).hexdigest()
    assert reading == FileReading((document,), digest, len(STORY.encode()), file.stat().st_mtime_ns)
    assert (document.id, document.sha256) == (digest[:12], digest)
    assert (document.title, document.kind, document.language) == ("Bridge opens at last", "article", "en")
    assert (document.path, document.span, document.line) == (str(file), (0, len(STORY)), 1)
    assert document.published.basis == "unknown"


def test_a_markdown_title_loses_its_mark() -> None:
    (document,) = read_bytes("x.md", b"# Bridge opens\n\nThe mayor came on Monday.").documents
    assert document.title == "Bridge opens"
    assert document.text.startswith("# Bridge")


def test_what_the_user_gave_wins() -> None:
    (document,) = read_bytes("x.txt", STORY.encode(), Given.of("2024-07", "pt")).documents
    assert document.language == "pt"
    assert (document.published.value, document.published.basis) == ("2024-07", "given")
    assert (document.published.start, document.published.end) == days.month_span(2024, 7)


def test_a_given_date_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="soon"):
        Given.of("soon")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\r\n", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary"),
        (b"abc\0\0\1\2\3", "binary"),
    ],
)
def test_a_file_without_text_is_a_trouble(data: bytes, reason: str) -> None:
    reading = read_bytes("x.txt", data)
    assert reading.documents == ()
    assert reason in reading.troubles[0].reason
    assert reading.size == len(data)


def test_a_file_that_is_not_there_is_a_trouble() -> None:
    reading = read_file("no/such/file.txt")
    assert (reading.documents, len(reading.troubles)) == ((), 1)
    assert read_file("a\0b").troubles


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    reading = read_file(str(tmp_path))
    assert reading.documents == ()
    assert "directory" in reading.troubles[0].reason


def test_a_guessed_encoding_is_told_and_the_text_is_read() -> None:
    text = "Le président a été reçu à l'hôtel de ville où l'on fêtait déjà Noël. " * 4
    reading = read_bytes("x.txt", text.encode("cp1252"))
    assert reading.documents[0].text == text
    assert reading.documents[0].language == "fr"
    assert "guessed" in reading.troubles[0].reason


def test_byte_order_mark_and_line_ends_stay() -> None:
    text = "\ufeffBridge opens at last\r\n\r\nThe mayor came on Monday.\r\n"
    (document,) = read_bytes("x.txt", text.encode()).documents
    assert document.text == text
    assert document.title == "Bridge opens at last"
    found = sentences(document.text, document.language)
    assert [text[one.start_char : one.end_char] for one in found] == [
        "Bridge opens at last",
        "The mayor came on Monday.",
    ]


@pytest.mark.parametrize(
    ("path", "data", "name"),
    [
        ("x.TXT", b'{"text": "a"}', "from_text"),
        ("x.ndjson", b"plain", "from_jsonl"),
        ("-", b'\xef\xbb\xbf \n{"text": "a"}\n{"text": "b"}', "from_jsonl"),
        ("-", b"[1, 2]", "from_text"),
        ("notes", b"{not json}", "from_text"),
        ("-", b"It rained.", "from_text"),
    ],
)
def test_the_format_is_told_by_suffix_then_by_content(path: str, data: bytes, name: str) -> None:
    assert name_of_format(path, data) == name


def test_every_format_module_is_found() -> None:
    folder = Path(__file__).parents[2] / "data" / "reading" / "formats"
    modules = {file.stem for file in folder.glob("from_*.py")}
    assert {name_of_format(f"x{suffix}", b"") for suffix in suffixes()} == modules
    assert {".txt", ".md", ".jsonl"} <= set(suffixes())


def name_of_format(path: str, data: bytes) -> str:
    return str(vars(format_of(path, data))["__name__"]).rpartition(".")[2]


TEXTS = st.lists(
    st.sampled_from(
        ["It rained.", "Head line of five words", "\ufeff", "\r\n", "\n\n", "  • Menu", "é", "…"]
    ),
    max_size=30,
).map(" \n".join) | st.text(max_size=100)


@settings(deadline=None)
@given(TEXTS)
def test_documents_cover_the_file_and_are_their_slices(text: str) -> None:
    data = text.encode("utf-8", "replace")
    reading = read_bytes("x.txt", data)
    if not reading.documents:
        assert reading.troubles
        return
    if reading.troubles:
        return
    decoded = data.decode()
    at = 0
    for document in reading.documents:
        assert document.span is not None
        assert document.span[0] == at
        assert document.text == decoded[slice(*document.span)]
        assert document.line == decoded[:at].count("\n") + 1
        at = document.span[1]
    assert at == len(decoded)
    assert len({document.id for document in reading.documents}) == len(reading.documents)


@given(st.binary(max_size=200), st.sampled_from(["x.txt", "x.jsonl", "-"]))
def test_nothing_raises(data: bytes, path: str) -> None:
    reading = read_bytes(path, data)
    assert reading.documents or reading.troubles
