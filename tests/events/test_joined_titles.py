"""Lines of clauses that share a verb, a term or a subject with what stands beside them. All sentences are made up.

A case is a marked text and the title of its last dated report.
"""

# ruff: noqa: E501 - a case is a line
from __future__ import annotations

import pytest

from data.events import reports
from tests.helpers.dated_documents import Writer

CASES = [
    # a term is no date of the deed
    ("Ada Okoye upheld the ruling {in February=2024-02} and gave the family until {the end of that month=2024-02-29} to comply.", "Ada Okoye gave the family until the end of that month to comply"),
    ("To make them comparable, each index is based on {the close of 1969=1969} equaling 100.", "To make them comparable, each index is based on the close of 1969 equaling 100"),
    ("In {the last month=1945-08} of Great Northern War II in Lapland, Danish forces marched on the town of Moss.", "Danish forces marched on the town of Moss"),
    # who tells stands behind it
    ("Jonas Berg lost half of his bonus because of the affair, the firm disclosed {in October=2023-10}.", "The firm: Jonas Berg lost half of his bonus because of the affair"),
    # two deeds in "-ing"
    ("Nordfisk had fought for months in {2023=2023}, before closing the mill in Moss and selling the land {in early May=2024-05}.", "Nordfisk closed the mill in Moss and sold the land"),
    # what is asked is no noun
    ("The union met {last week=2024-07-01/2024-07-07} and will investigate who shot down the plane of Jonas Berg {on April 6=2024-04-06}.", "The union met and will investigate who shot down the plane of Jonas Berg"),
    ("A spokesman declined to say whether Everett Holm, whose grandfather founded the firm {in 1911=1911}, would stay.", "Everett Holm’s grandfather founded the firm"),
    # what somebody wants of several who are not named
    ("Jonas Berg used his turn {on 14 November=2023-11-14} to complain of the toll, and suggested that they fix the figure as a target {for next year=2025}.", "Jonas Berg suggested that they fix the figure as a target"),
    # a verb before its subject
    ("Then came another sister, Georgina, {in 1983=1983}, followed by Manuel.", "Another sister, Georgina, came"),
    # a cause keeps its words
    ("Because of the fierce resistance of a few guards at Moss, {in July 1861=1861-07}, the march was stopped.", "Because of the fierce resistance of a few guards at Moss, the march was stopped"),
    # a verb that begins a sentence is no given name
    ("Leaving Oslo, Peder Dahl marched to the sea. He reached the coast at Moss {in December 1864=1864-12}.", "Peder Dahl reached the coast at Moss"),
    # a part of a word says nothing
    ("Ministers of member-states meeting in Oslo agreed {on Friday=2024-07-05} to set up a panel of seven.", "Ministers of member-states meeting in Oslo agreed to set up a panel of seven"),
]  # fmt: skip


def test_a_measure_is_not_parted(write: Writer) -> None:
    marked = "Danish officials said {on Friday=2024-07-05} that Norway could send as many as 40 ships {early next year=2025}."
    assert [one.passage.text for one in reports(write(marked))][-1].startswith(
        "that Norway could send as many as 40"
    )


@pytest.mark.parametrize(("marked", "title"), CASES)
def test_the_title_of_the_last_dated_report(write: Writer, marked: str, title: str) -> None:
    assert [one.title for one in reports(write(marked)) if one.basis == "stated"][-1] == title
