"""JSON Lines: the text as it is, ids verbatim, one trouble for each bad line."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.model import Document
from data.reading import NOTHING_GIVEN, Given, read_bytes


def document(line: dict[str, Any], given: Given = NOTHING_GIVEN) -> Document:
    reading = read_bytes("x.jsonl", json.dumps(line).encode(), given)
    assert reading.troubles == ()
    (only,) = reading.documents
    return only


def test_every_field() -> None:
    line = {
        "id": " a/1 é\n",
        "title": "Bridge opens",
        "text": "\n\nThe bridge\r\n opened. ",
        "published": "2024-07-08T10:13:00+05:30",
        "publisher": "Coast Post",
        "url": "https://example.org/1",
        "language": "en",
        "more": [1],
    }
    read_one = document(line)
    assert read_one.id == line["id"]
    assert read_one.text == line["text"]
    assert (read_one.title, read_one.publisher) == ("Bridge opens", "Coast Post")
    assert (read_one.url, read_one.language) == ("https://example.org/1", "en")
    assert (read_one.span, read_one.line, read_one.path, read_one.kind) == (None, 1, "x.jsonl", "article")
    assert (read_one.published.value, read_one.published.basis) == (line["published"], "stated")


def test_only_the_text_is_required() -> None:
    read_one = document({"text": "It rained on the day of the fair and the tents were wet."})
    assert read_one.id == read_one.sha256[:12]
    assert (read_one.title, read_one.published.basis, read_one.language) == (None, "unknown", "en")


@pytest.mark.parametrize(
    "value", ["2024-07-08", "2024-07", "2024", "2022-23", "2024-07-08T23:59:59Z", "2024-07-08 10:13"]
)
def test_dates_that_are_read(value: str) -> None:
    assert document({"text": "a", "published": value}).published.start is not None
    assert document({"text": "a", "dct": value}).published.value == value


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("03/11/2022", '"03/11/2022" may be 2022-03-11 or 2022-11-03'),
        ("25/12/2022", '"25/12/2022" is no date'),
        ("soon", '"soon" is no date'),
    ],
)
def test_a_date_that_cannot_be_taken_says_why(written: str, reason: str) -> None:
    reading = read_bytes("x.jsonl", json.dumps({"text": "a", "published": written}).encode())
    assert reading.documents[0].published.start is None
    assert [trouble.reason for trouble in reading.troubles] == [reason]


def test_published_goes_before_its_alias() -> None:
    assert document({"text": "a", "published": "2024", "dct": "2020"}).published.value == "2024"
    assert document({"text": "a", "published": None, "dct": "2020"}).published.value == "2020"


def test_what_the_user_gave_wins() -> None:
    read_one = document({"text": "a", "published": "2024", "language": "de"}, Given.of("2020", "fr"))
    assert (read_one.published.value, read_one.published.basis) == ("2020", "given")
    assert read_one.language == "fr"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{broken", "no JSON"),
        ('{"text": "a"} trailing', "no JSON"),
        ("[1]", "no text"),
        ("12", "no text"),
        ({"title": "a"}, "no text"),
        ({"text": None}, "no text"),
        ({"text": ["a"]}, "no text"),
        ({"text": "a", "id": ["b"]}, "id"),
        ({"text": "a", "id": ""}, "id"),
        ("[" * 100_000, ""),
    ],
)
def test_a_line_that_is_no_document(line: object, reason: str) -> None:
    text = line if isinstance(line, str) else json.dumps(line)
    reading = read_bytes("x.jsonl", f'{{"text": "before"}}\n\n{text}\n{{"text": "after"}}\n'.encode())
    assert [one.text for one in reading.documents] == ["before", "after"]
    assert [one.line for one in reading.documents] == [1, 4]
    (only,) = reading.troubles
    assert (only.path, only.line) == ("x.jsonl", 3)
    assert reason in only.reason


@pytest.mark.parametrize("value", ["yesterday", "2024-13-01", "8 July 2024", 2024, ["2024"]])
def test_a_wrong_date_is_told_and_the_document_read_without_it(value: object) -> None:
    reading = read_bytes("x.jsonl", json.dumps({"text": "a", "published": value}).encode())
    assert reading.documents[0].published.basis == "unknown"
    assert (reading.troubles[0].line, "no date" in reading.troubles[0].reason) == (1, True)


def test_a_wrong_title_is_told_and_left_out() -> None:
    reading = read_bytes("x.jsonl", b'{"text": "a", "title": 3}')
    assert reading.documents[0].title is None
    assert "title" in reading.troubles[0].reason


def test_an_id_used_for_another_text_is_an_error_line() -> None:
    reading = read_bytes(
        "x.jsonl", b'{"id": "1", "text": "a"}\n{"id": "1", "text": "b"}\n{"id": "1", "text": "a"}'
    )
    assert [one.text for one in reading.documents] == ["a"]
    (only,) = reading.troubles
    assert only.line == 2
    assert "line 1" in only.reason


def test_a_number_as_id_is_kept_as_written() -> None:
    assert document({"text": "a", "id": 17}).id == "17"


def test_equal_texts_without_ids_are_documents_of_their_own() -> None:
    first, second = read_bytes("x.jsonl", b'{"text": "a"}\n{"text": "a"}').documents
    assert first.id != second.id
    assert first.sha256 == second.sha256


def test_other_line_ends_do_not_end_a_line() -> None:
    (only,) = read_bytes("x.jsonl", '{"text": "a\u2028b\u0085c"}\r\n'.encode()).documents
    assert only.text == "a\u2028b\u0085c"


def test_half_a_character_keeps_the_offsets() -> None:
    reading = read_bytes("x.jsonl", rb'{"text": "a\ud800b", "title": "\udc00"}')
    assert reading.documents[0].text == "a\ufffdb"
    assert reading.documents[0].title == "\ufffd"
    assert len(reading.troubles) == 1


def test_a_byte_order_mark_and_utf_16() -> None:
    assert read_bytes("-", b'\xef\xbb\xbf{"text": "a"}').documents[0].text == "a"
    assert read_bytes("x.jsonl", '\ufeff{"text": "é"}\n'.encode("utf-16-le")).documents[0].text == "é"


@given(st.text(), st.text(st.characters(exclude_characters="\0", codec="utf-8"), min_size=1))
def test_text_and_id_come_out_verbatim(text: str, own_id: str) -> None:
    read_one = document({"text": text, "id": own_id})
    assert (read_one.text, read_one.id) == (text, own_id)


def test_names_that_other_programs_give_the_fields() -> None:
    line = '{"headline": "Ferry", "body": "It came.", "publish_date": "12 Sep 2024", "source": "Coast Post"}'
    (only,) = read_bytes("x.jsonl", line.encode()).documents
    assert (only.title, only.text, only.publisher) == ("Ferry", "It came.", "Coast Post")
    assert only.published.value == "2024-09-12"


@pytest.mark.parametrize(
    ("field", "letters", "kept"),
    [("title", 1_000_000, 2_000), ("publisher", 501, 500), ("byline", 501, 500), ("url", 2_001, None)],
)
def test_a_field_that_is_too_long_is_cut_or_left_out_and_told(
    field: str, letters: int, kept: int | None
) -> None:
    line = {"text": "It rained on the day of the fair.", field: "x" * letters}
    reading = read_bytes("x.jsonl", json.dumps(line).encode())
    (only,), (trouble,) = reading.documents, reading.troubles
    assert getattr(only, field) == (None if kept is None else "x" * kept)
    assert (trouble.line, trouble.lost) == (1, False)
    assert f'the "{field}" has {letters:,} letters' in trouble.reason


def test_an_id_that_cannot_be_looked_up_costs_its_line_alone() -> None:
    lines = [{"id": name, "text": "It rained."} for name in ("a", "x" * 501, "b\0c", "b")]
    reading = read_bytes("x.jsonl", "\n".join(map(json.dumps, lines)).encode())
    assert [document.id for document in reading.documents] == ["a", "b"]
    assert [(one.line, one.lost) for one in reading.troubles] == [(2, True), (3, True)]


@pytest.mark.parametrize("code", ["../../../secrets", "x" * 10_000, "English", "e", "en/..", "en\n", "de\0"])
def test_a_language_that_is_no_code_is_told_by_the_text(code: str) -> None:
    line = {"text": "It rained on the day of the fair and the tents were wet.", "language": code}
    reading = read_bytes("x.jsonl", json.dumps(line).encode())
    (only,), (trouble,) = reading.documents, reading.troubles
    assert only.language == "en"
    assert "is no code such as en or de" in trouble.reason
    assert len(trouble.reason) < 120


@pytest.mark.parametrize("code", ["en-GB", "pt_BR", "zh-Hant-TW", "DE"])
def test_a_language_code_is_kept_as_it_is(code: str) -> None:
    assert document({"text": "It rained.", "language": code}).language == code
