"""Which line of a text is its title, and who published it as far as the text tells."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from data.reading.articles.parts import split

TABLE = tomllib.loads(Path(__file__).with_name("captures.toml").read_text(encoding="utf-8"))
PLAIN = TABLE["plain"]
HEADLINE, PARAGRAPHS = TABLE["stories"]["ferry"].values()
FERRY = "\n\n".join([HEADLINE, *PARAGRAPHS])


def test_a_masthead_is_the_publisher_and_not_the_title() -> None:
    body = "\n\n".join(PARAGRAPHS)
    part = split(f"THE NORHOLM HERALD\nMonday, 4 March 2024\n\n{HEADLINE}\n\n{body}")[0]
    assert (part.title, part.publisher) == (HEADLINE, "THE NORHOLM HERALD")


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Read the original article on Coastal Post", "Coastal Post"),
        (
            "“Nobody asked us,” he told The Island Tribune on Friday. The rest is silence for now.",
            "The Island Tribune",
        ),
        ("“Nobody asked us,” he told NATO on Friday, and NATO said nothing that could be printed.", None),
        ("“Nobody asked us,” he told Anna Berg on Friday. She wrote it down and went home again.", None),
    ],
)
def test_a_publisher_is_taken_only_where_the_text_is_plain(line: str, publisher: str | None) -> None:
    assert split(f"{FERRY}\n\n{line}\n")[0].publisher == publisher


def test_the_title_of_a_plain_article() -> None:
    assert split(PLAIN["subheadings"])[0].title == HEADLINE
    assert split(PLAIN["short_paragraphs"])[0].title == "Notes from the harbour"
    assert split("\n\n".join(PARAGRAPHS) * 3)[0].title is not None
    assert split("word " * 80)[0].title is None


@pytest.mark.parametrize(
    "line", ["Norholm, den 2. Oktober 2024", "le 1er août 2024", "Vigo, 3 de mayo de 2024", "4 июня 2024 г."]
)
def test_the_date_of_a_letter_is_not_its_title(line: str) -> None:
    letter = f"{line}\n\nFrau Ada Lind\n\nThe ferry came back on Monday, and many stood on the quay.\n"
    (only,) = split(letter)
    assert only.title == "Frau Ada Lind"


@pytest.mark.parametrize(
    "line", ["Sehr geehrte Frau Lind,", "Dear colleagues,", "Chère Madame,", "Уважаемые коллеги!"]
)
def test_the_salutation_of_a_letter_is_not_its_title(line: str) -> None:
    letter = f"Norholm, 2 May 2024\n\n{line}\n\nOn Friday the harbour basin is open again.\n\nJonas Berg\n"
    (only,) = split(letter)
    assert only.title == "On Friday the harbour basin is open again."
