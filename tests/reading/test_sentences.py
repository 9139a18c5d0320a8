"""Sentences: the examples of every language's table, and what holds for any text."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.reading import sentences

TABLES = {
    file.name.removesuffix(".toml"): tomllib.loads(file.read_text(encoding="utf-8"))
    for file in files("data.reading.texts").joinpath("sentence_ends").iterdir()
    if file.name.endswith(".toml")
}
EXAMPLES = [
    pytest.param(language, example, id=f"{language}-{number}")
    for language, table in sorted(TABLES.items())
    for number, example in enumerate(table["examples"])
]


def pieces(text: str, language: str | None = "en", **more: Any) -> list[str]:
    return [text[found.start_char : found.end_char] for found in sentences(text, language, **more)]


@pytest.mark.parametrize(("language", "example"), EXAMPLES)
def test_an_example_of_a_table(language: str, example: dict[str, Any]) -> None:
    assert pieces(example["text"], language) == example["sentences"]


@pytest.mark.parametrize("language", sorted(TABLES))
def test_every_table_has_examples(language: str) -> None:
    assert TABLES[language]["examples"]


def test_every_line_of_an_unwrapped_text_is_a_paragraph() -> None:
    text = "A short headline\nThe first paragraph is one line. " + "It is long. " * 12 + "\nThe next follows"
    assert pieces(text)[0] == "A short headline"
    assert pieces(text)[-1] == "The next follows"


def test_a_narrow_column_is_joined_and_a_list_of_headlines_is_not() -> None:
    column = (
        "The lock of Velden, which has let\n"
        "barges pass since 1871, was moved.\n"
        "The river board had voted for the\n"
        "plan on Monday, as the mayor Ada\n"
        "Stern had asked it to do in April."
    )
    assert [piece.split("\n")[0] for piece in pieces(column)] == [
        "The lock of Velden, which has let",
        "The river board had voted for the",
    ]
    headlines = [
        "Why the tide tables are wrong again",
        "The cook who feeds the north quay",
        "Ten walks along the old canal",
    ]
    assert pieces("\n".join(headlines)) == headlines


def test_hand_wrapped_lines_are_joined() -> None:
    text = (
        "The council met on the first Monday of the month and heard the\n"
        "treasurer, who had little to say. The meeting then turned to the\n"
        "bridge, which has been shut since the flood. Nobody knew when it\n"
        "would open.\n\nA second paragraph stands alone."
    )
    assert len(pieces(text)) == 4
    assert pieces(text)[0].endswith("say.")


def test_what_an_empty_line_follows_does_not_tell_whether_lines_were_wrapped() -> None:
    text = (
        "Dear Ms Lund,\n\nI met Dr Okoye in Moss on Sunday. She told me that she warned\n"
        "Jonas Berg by telephone in May. The family of the captain\ncalled me this morning.\n\n"
        "Can you tell me when she left?\n\nHannah"
    )
    assert "She told me that she warned\nJonas Berg by telephone in May." in pieces(text)


def test_a_clock_at_the_head_of_an_entry_ends_no_sentence() -> None:
    log = "Monday, May 6\n9:40 a.m. A dinghy was adrift.\n6 p.m. The owner came at 8 p.m. A crew helped him."
    assert pieces(log) == [
        "Monday, May 6",
        "9:40 a.m. A dinghy was adrift.",
        "6 p.m. The owner came at 8 p.m.",
        "A crew helped him.",
    ]


def test_list_marks_are_left_out() -> None:
    assert pieces("  • One point\n  • Another point.\n# A heading") == [
        "One point",
        "Another point.",
        "A heading",
    ]


def test_furniture_is_left_out_and_never_crossed() -> None:
    text = "It rained on Monday READ MORE: SUN and on Tuesday."
    start = text.index("READ")
    assert pieces(text, furniture=[(start, start + 14)]) == ["It rained on Monday", "and on Tuesday."]


def test_a_language_without_a_table_is_cut_too() -> None:
    assert pieces("वे मास्को गए। वे लौटे।", "hi") == ["वे मास्को गए।", "वे लौटे।"]
    assert len(pieces("今日は雨です。明日は晴れです。", "ja")) == 2


def test_no_language_counts_as_english() -> None:
    assert pieces("Mr. Bean left. He ran.", None) == ["Mr. Bean left.", "He ran."]


TEXTS = st.text(st.sampled_from(list("ab AB.!?\n\r\"'“”•-12…।é\ufeff\u2028[]")), max_size=80) | st.text(
    max_size=60
)


@given(TEXTS, st.sampled_from(["en", "de", "hi", "ja", None]))
def test_sentences_are_trimmed_ordered_and_cover_every_word(text: str, language: str | None) -> None:
    at = 0
    for found in sentences(text, language):
        piece = text[found.start_char : found.end_char]
        assert piece == piece.strip()
        assert piece
        assert "\n\n" not in piece
        assert found.start_char >= at
        assert not any(letter.isalnum() for letter in text[at : found.start_char])
        at = found.end_char
    assert not any(letter.isalnum() for letter in text[at:])


@given(TEXTS, st.tuples(st.integers(0, 80), st.integers(0, 80)))
def test_sentences_never_touch_furniture(text: str, ends: tuple[int, int]) -> None:
    start, end = min(min(ends), len(text)), min(max(ends), len(text))
    for found in sentences(text, furniture=[(start, end)]):
        assert start == end or found.end_char <= start or found.start_char >= end


@pytest.mark.parametrize(
    ("language", "pieces"),
    [
        ("fr", ["Le maire est parti lundi soir.", "« Je reviendrai », a-t-il dit."]),
        ("fr", ["« Je pars.", "Tout est dit. »", "Le maire a tenu parole."]),
        ("fr", ["« Je pars. » dit-il."]),
        ("ru", ["Мэр ушел в понедельник.", "« Я вернусь », — сказал он."]),
    ],
)
def test_quotation_marks_may_have_a_space_inside(language: str, pieces: list[str]) -> None:
    text = " ".join(pieces)
    assert [text[one.start_char : one.end_char] for one in sentences(text, language)] == pieces


def test_a_heading_in_bold_is_a_sentence_unless_a_number_is_all_that_it_tells() -> None:
    text = "2. **Roads.** Ms Pell was heard. **Dr.** Lind came.\n\n3. **Next meeting.** 3 May 2024."
    assert pieces(text) == [
        "2. **Roads.**", "Ms Pell was heard.", "**Dr.** Lind came.", "3. **Next meeting.** 3 May 2024.",
    ]  # fmt: skip
