"""Plain text in columns: read one after another, told from tables and from text that only has gaps."""

from __future__ import annotations

import textwrap
from itertools import zip_longest

import pytest

from data.reading import read_bytes
from data.reading.pages.columns import pages_in_columns

FERRY = [
    "NORHOLM - The ferry came back on Monday after a winter in the dry dock, and many stood on the quay.",
    "Its captain, Ada Lind, said that the crew had waited for it since October, when a rudder broke.",
    "The harbour board will meet on Thursday to speak of a second ship.",
]
BRIDGE = [
    "VIGO - The council voted on Tuesday to close the old bridge to lorries, as its northern pillar moved.",
    "Engineers measured it twice in March. The mayor said that nobody had to fear for a car or a bicycle.",
    "A report is to be ready by 4 June 2024.",
]


def set_in(width: int, title: str, byline: str, paragraphs: list[str]) -> list[str]:
    """The lines of a column: a title, who wrote it, paragraphs with a blank line between."""
    lines = [*textwrap.wrap(title, width), "", byline]
    for paragraph in paragraphs:
        lines += ["", *textwrap.wrap(paragraph, width)]
    return lines


WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
LEFT = set_in(40, "Island ferry returns after a winter", "By Jonas Berg", FERRY)
RIGHT = set_in(40, "Old bridge is closed to lorries", "By Pia Moreno", BRIDGE)


def side_by_side(*columns: list[str], level: bool = True) -> str:
    """Columns of 40 letters with a gutter; where they are not level, each line has a row of its own."""
    if not level:
        columns = tuple(
            [line for one in column for line in (("", one) if number else (one, ""))]
            for number, column in enumerate(columns)
        )
    return "\n".join(
        "".join(line.ljust(46) for line in row).rstrip() for row in zip_longest(*columns, fillvalue="")
    )


@pytest.mark.parametrize("level", [True, False], ids=["level", "not level"])
def test_columns_are_read_one_after_another(level: bool) -> None:
    reading = read_bytes("page.txt", side_by_side(LEFT, RIGHT, level=level).encode())
    articles = [one for one in reading.documents if one.kind == "article"]
    assert [(one.title, one.byline) for one in articles] == [
        ("Island ferry returns after a winter", "Jonas Berg"),
        ("Old bridge is closed to lorries", "Pia Moreno"),
    ]
    for article, paragraphs in zip(articles, (FERRY, BRIDGE), strict=True):
        assert all(paragraph in article.text for paragraph in paragraphs)
        assert (article.span, article.line) == (None, None)
    (told,) = reading.troubles
    assert "columns" in told.reason
    assert not told.lost


def test_a_line_across_the_columns_stays_where_it_is() -> None:
    across = "The Norholm Herald, the daily paper of the islands, Friday, 8 March 2024"
    page = f"{across}\n\n{side_by_side(LEFT, RIGHT)}\n\nPrinted by the Norholm Press, which is in Brume.\n"
    text = "".join(one.text for one in read_bytes("page.txt", page.encode()).documents)
    assert text.startswith(across)
    assert text.index(BRIDGE[2]) < text.index("Printed by")


def test_the_head_of_a_paper_is_a_line_each() -> None:
    page = f"{'The Norholm Herald':>30}\n{'Friday, 8 March 2024':>31}\n\n{side_by_side(LEFT, RIGHT)}\n"
    first = read_bytes("page.txt", page.encode()).documents[0]
    assert first.text.startswith("The Norholm Herald\n\nFriday, 8 March 2024\n\n")
    assert first.publisher == "The Norholm Herald"


def test_paragraphs_of_two_lines_stay_apart() -> None:
    short = [f"On {day} the ferry from Norholm came late, as it does." for day in WEEK]
    page = side_by_side(set_in(40, "Late again", "By Ada Lind", short), RIGHT)
    text = "".join(one.text for one in read_bytes("page.txt", page.encode()).documents)
    assert "\n\n".join(short) in text


def test_three_columns_and_two_pages() -> None:
    third = set_in(40, "School choir wins in Porto", "By Rui Alves", [FERRY[1], BRIDGE[1], FERRY[2]])
    page = side_by_side(LEFT, RIGHT, third)
    reading = read_bytes("page.txt", f"{page}\f{side_by_side(RIGHT, LEFT)}\f".encode())
    found = "".join(one.text for one in reading.documents)
    titles = ("Island ferry", "Old bridge", "School choir")
    assert sorted(titles, key=found.index) == list(titles)
    assert {len(one.pages) for one in reading.documents} == {2}


TABLE = "\n".join(
    f"{1990 + year}".ljust(20) + f"{year * 371} t".ljust(20) + f"{year} %" for year in range(30)
)
INDENTED = "\n\n".join(textwrap.indent(textwrap.fill(one, 60), " " * 8) for one in (*FERRY, *BRIDGE))
SPEAKERS = "\n".join(f"LIND:                    {one}" for one in (*FERRY, *BRIDGE, *FERRY))


@pytest.mark.parametrize("text", [TABLE, INDENTED, SPEAKERS, "\n\n".join(FERRY)])
def test_other_text_is_left_as_it_is(text: str) -> None:
    assert pages_in_columns(text) is None
    assert all(one.span is not None for one in read_bytes("x.txt", text.encode()).documents)
