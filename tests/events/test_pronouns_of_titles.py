"""What "it", "they", "he" and "him" stand for in the line of a later sentence or clause. All sentences are made up.

A case is a marked text and the title of its last dated report.
"""

# ruff: noqa: E501 - a case is a line
from __future__ import annotations

import pytest

from data.events import reports
from tests.helpers.dated_documents import Writer

THINGS = [
    # behind a date, a noun with what is linked to it, a row of sentences with "it"
    ("{In 2019=2019} the trade of the two towns rarely passed 10 million crowns. In {the fiscal year 2020-21=fiscal:2020} it came to 8.1 million.", "The trade of the two towns came to 8.1 million"),
    ("{In 2019=2019} the trade of the two towns rarely passed 10 million crowns. In {2020=2020} it came to 8.1 million. {Three years later=2023} it was 65 million.", "The trade of the two towns was 65 million"),
    # whose it is, and a noun with a word that says nothing
    ("Erdal's party won a seat in the autumn. In {December=2023-12} it agreed to open the harbour.", "Erdal's party agreed to open the harbour"),
    ("The bank itself is waiting for a decision. It submitted a plan on {February 1=2024-02-01}.", "The bank submitted a plan"),
    # what happened is no thing, and several are not "it"
    ("The two mayors hope to triple trade. {Last year=2023} it was about 11 million.", "It was about 11 million"),
    # another clause of one sentence
    ("{A month later=2024-01} the council opened an inquiry, and in {July=2024-07} it accused the mill of fraud.", "The council accused the mill of fraud"),
    ("The council asked for a loan in {May=2024-05}, and in {July=2024-07} it was granted.", "It was granted"),
    # "they" behind a date; whom a sentence acts on is not who acts
    ("On {7 March=1938-03-07}, the rebels took the Moss bridge. By {14 April=1938-04-14}, they had pushed through to the sea.", "The rebels had pushed through to the sea"),
    ("Shares of the mill fell by a tenth on {Friday=2024-07-05}. They touched a record of 52 crowns in {March 2000=2000-03}.", "Shares of the mill touched a record of 52 crowns"),
    ("The councillors sent them home without a loan. They returned on {December 4=2024-12-04} by train.", "They returned by train"),
]  # fmt: skip

PERSONS = [
    # an office with its country, behind a date
    ("The president of Norway warned in {December=1996-12} of a cold peace. But in {May 1997=1997-05} he signed an agreement with Kenya.", "The president of Norway signed an agreement with Kenya"),
    # what a body says of him, and a phrase at the head
    ("Peder Dahl will not be away from Jonas Berg for long. The chancellery said {on Thursday=2024-07-04} that he would be in Bergen.", "The chancellery said that Peder Dahl would be in Bergen"),
    ("Peder Dahl did mention the harbour. The minister said {on Tuesday=2024-07-09} that he was angry.", "The minister said that he was angry"),
    ("Peder Dahl did mention the harbour. At the start of {Tuesday=2024-07-09}’s talks he told Jonas Berg that the crews were angry.", "At the start of the talks Peder Dahl told Jonas Berg that the crews were angry"),
    # who follows
    ("When he landed in Oslo {on Tuesday=2024-07-09}, Peder Dahl was met by Ada Okoye.", "Peder Dahl landed in Oslo"),
    ("Since {March 2023=since:2023-03}, when the court issued a warrant for his arrest, Peder Dahl has not left Norway.", "The court issued a warrant for Peder Dahl’s arrest"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "title"), [*THINGS, *PERSONS])
def test_the_title_of_the_last_dated_report(write: Writer, marked: str, title: str) -> None:
    assert [one.title for one in reports(write(marked)) if one.basis == "stated"][-1] == title


OWNERS = [
    # a noun that is left out
    ("Shares of Nordfisk climbed 3 percent {on Monday=2024-07-08}; Pomo's fell 6 percent in Oslo {on Tuesday=2024-07-09}.", "Pomo's shares fell 6 percent in Oslo"),
    ("Exports of Norway rose {in 2022=2022}, and those of Kenya fell {in 2023=2023}.", "Exports of Kenya fell"),
    ("The mayor left {on Monday=2024-07-08}; Pomo's chief Jonas Berg came {on Tuesday=2024-07-09}.", "Pomo's chief Jonas Berg came"),
    # a day owns nothing
    ("Yesterday's gain was large. The gain was helped {on Tuesday=2024-07-09} by a fall in the price of oil.", "The gain was helped by a fall in the price of oil"),
    # one apostrophe in one line
    ("Mia Lund lives in Moss. Her ship's bell was sold {on Monday=2024-07-08}.", "Mia Lund's ship's bell was sold"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "title"), OWNERS)
def test_whose_it_is(write: Writer, marked: str, title: str) -> None:
    assert [one.title for one in reports(write(marked)) if one.basis == "stated"][-1] == title


def test_what_a_source_has_lost_is_of_no_time(write: Writer) -> None:
    marked = "Trade fell {last year=2023}, but in {May=2024-05} both towns saw an Meanwhile, Berg said that both go on."
    assert [one.basis for one in reports(write(marked))] == ["stated", "inferred"]


def test_a_phrase_before_a_verb_of_saying_is_no_speaker(write: Writer) -> None:
    marked = "Dahl came. At the start of {Tuesday=2024-07-09}’s talks in the old town hall he told the crews that the price of the fish that they land would fall."
    assert ":" not in reports(write(marked))[-1].title


def test_when_is_no_part_of_the_subject(write: Writer) -> None:
    marked = "The mayor in recent years has grown fond of the fair, saying Moss is ready to play host to it {next month=2024-08}, for all its worries about the harbour."
    assert reports(write(marked))[-1].title.startswith("The mayor said Moss is ready to play host to it")
