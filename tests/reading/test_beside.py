"""What lines are by the lines beside them."""

from __future__ import annotations

import pytest

from data.reading.articles.beside import is_person, is_post, told_by_neighbours
from data.reading.articles.lines import lines_of

PROSE = "The harbour bridge was closed on Tuesday after a barge had struck it before dawn, the police said."


def cues(text: str) -> dict[str, str | None]:
    return {line.text: line.cue for line in told_by_neighbours(lines_of(text))}


@pytest.mark.parametrize(
    ("text", "line", "cue"),
    [
        (f"Bridge closed after barge hits pier\n\nIda Holm\n3 May 2022\n\n{PROSE}", "Ida Holm", "byline"),
        (f"Bridge closed after barge hits pier\n\n3 May 2022\nIda Holm\n\n{PROSE}", "Ida Holm", "byline"),
        (f"Orlava Dam\n\n3 May 2022\n\n{PROSE}", "Orlava Dam", None),
        (f"Bridge closed again\n\n3 May 2022\nThe Sunde Post\n\n{PROSE}", "The Sunde Post", None),
        (f"{PROSE}\n\nImage caption,\nThe bridge at noon\n\n{PROSE}", "The bridge at noon", "line"),
        (f"Image\nThe bridge at noon\nCredit...Ivo Lamm\n\n{PROSE}", "The bridge at noon", "line"),
        (f"A headline of five words\n3 May 2022\nComment\n12\n\n{PROSE}", "Comment", "line"),
        (f"{PROSE}\n\nComment\n\nBert\n\nI saw it coming.", "Comment", "comments"),
        (f"{PROSE}\n\nTags\nBridges\nBarges\n\n{PROSE}", "Barges", "line"),
        (f"https://a.example/b\nBridge closed after barge hit it\n\n{PROSE}", "https://a.example/b", "page"),
    ],
)  # fmt: skip
def test_a_line_is_told_by_its_neighbours(text: str, line: str, cue: str | None) -> None:
    assert cues(text)[line] == cue


def test_the_name_at_the_edge_of_a_page_is_furniture_but_for_the_first() -> None:
    text = (
        f"Harbour Board Bulletin\n\n{PROSE}\n\nPage 1 of 2\n\nHarbour Board Bulletin\n\n{PROSE} So it did.\n"
    )
    told = [line.cue for line in told_by_neighbours(lines_of(text)) if line.text == "Harbour Board Bulletin"]
    assert told == [None, "line"]


@pytest.mark.parametrize("text", ["Ida Holm", "Jan van Dyk", "KENJI OGAWA, staff writer", "Оксана Гай"])
def test_names_of_people(text: str) -> None:
    assert is_person(text)


@pytest.mark.parametrize(
    "text", ["Press Office", "MEDIA RELEASE", "Harbour", "Court of Appeal", "March Sale"]
)
def test_other_words_with_capitals(text: str) -> None:
    assert not is_person(text)


def test_an_hour_above_a_headline_begins_a_post() -> None:
    lines = lines_of(f"9:02 p.m. ET, February 7, 2023\nTwo bridges out of use tonight\n\n{PROSE}")
    assert is_post(lines, 0)
    assert not is_post(lines, 1)
