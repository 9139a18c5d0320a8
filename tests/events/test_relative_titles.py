"""What a relative clause or a clause with a pronoun tells is told of whom and what it is about, or quoted."""

# ruff: noqa: E501 - a case is a line
from __future__ import annotations

import pytest

from data.events import reports
from data.events.cues import cues
from data.events.names.genders import likeliest
from data.events.titles.surroundings import noun_before
from tests.helpers.dated_documents import Writer

WITH_PREPOSITION = [
    ("They spoke of the battle of Holm, in which Norse troops beat the Danes {in 1639=1639}.", "Norse troops beat the Danes in the battle of Holm"),
    ("Nordfisk, to which Ada Okoye had written {in May=2024-05}, says that it will build no ships.", "Ada Okoye had written to Nordfisk"),
    ("The Ida Maria, on which forty people died {in March 1987=1987-03}, still lies off Moss.", "Forty people died on the Ida Maria"),
    ("Lund praised the atlas, of which forty pages were lost {in 2013=2013}.", "The atlas, of which forty pages were lost"),
    ("Jonas Berg, an astronomer after whom a street in Oslo was named {on Wednesday=2024-07-03}, wrote nine books on the planets.", "A street in Oslo was named after Jonas Berg"),
    ("His predecessor, Ada Okoye, from whom he had the keys {on March 1, 2023=2023-03-01}, did not come.", "Ada Okoye, from whom he had the keys"),
    # what stands behind it is the main clause
    ("The trawler, on which the cook had worked since {1949=since:1949}, was sold by its owners {in 1974=1974}.", "The trawler was sold by its owners"),
]  # fmt: skip

OTHERS = [
    ("They greeted Jonas Berg, who as a guest {in 2018=2018} accused Oslo of buying up the north.", "Jonas Berg as a guest accused Oslo of buying up the north"),
    ("Mia Lund beat Ada Okoye, who won the race {in 2021=2021}, by nine seconds.", "Ada Okoye won the race"),
    ("Kersti Ilves sat beside Jonas Berg, the mayor of Moss, whom she had met {on Wednesday=2024-07-03}, and a guard.", "Kersti Ilves had met Jonas Berg"),
    ("Nordfisk, whose founder Jonas Berg died {in 2019=2019}, has lost money in all years.", "Nordfisk, whose founder Jonas Berg died"),
    ("He spoke of Norhaven, whose autonomy Oslo revoked {on 5 August=2019-08-05}.", "Oslo revoked Norhaven’s autonomy"),
    ("He wrote of the march into the valley, which began {on 6 August=2024-08-06}.", "The march into the valley began"),
    ("It was a visitor whom the court was bound to arrest {in 2023=2023} by its charter.", "A visitor whom the court was bound to arrest by its charter"),
    ("The town expelled five Danes and a Swede who were questioned about the fire {last month=2024-06}, a paper said.", "Five Danes and a Swede were questioned about the fire"),
    ("Norway signed a contract {on Friday=2024-07-05} for nine ships, a purchase worth about $5 million that the council had spent {the summer=2018-06/2018-08} trying to prevent.", "A purchase that the council had spent the summer trying to prevent"),
    ("The guests went home {on Sunday=2024-07-07} with a declaration that few had thought possible {a week ago=2024-07-01}, and with a sentence on ships.", "A declaration that few had thought possible"),
    # the date is the main clause's
    ("Dr Susan Okello, who first raised the alarm, told the jury {in January=2024-01} that she had written to the mayor {in 2021=2021}.", "Susan Okello, who first raised the alarm, told the jury that she had written to the mayor"),
    ("Officials in Oslo ask who will speak for the north {next month=2024-08}.", "Officials in Oslo ask who will speak for the north"),
]  # fmt: skip

DATED_PARTS = [
    ("Mia Lund swam. After the drowning of two boys {in July 1963=1963-07} she asked the town for a school.", "Mia Lund asked the town for a school"),
    # what the date stands in, not what is so now
    ("The steel ferries ordered {in October 2018=2018-10} have started to arrive, a fact which the islanders have noticed.", "The steel ferries were ordered"),
    ("He said that talks could start from the draft that was initialled in Bergen {in 2022=2022}.", "The draft was initialled in Bergen"),
    # the main verb stands behind a clause without commas
    ("A memorial for the airmen who fell near Moss {in 1941=1941} was opened {on Wednesday=2024-07-03} by the mayor.", "A memorial for the airmen who fell near Moss was opened by the mayor"),
    # behind "the" no verb begins
    ("Jonas Berg is still expected in Oslo {next week=2024-07-15/2024-07-21} for the postponed harbour parade of {9 May=2024-05-09}.", "Jonas Berg is still expected in Oslo for the postponed harbour parade"),
]  # fmt: skip

PRONOUNS = [
    # the day is that of the clause, not of what else the sentence tells
    ("Jonas Berg said in Oslo that he was glad to be the first guest to see Norway since it gained independence {in 1905=1905}.", "Norway gained independence"),
    ("Jonas Berg said that Norway was ready to buy more gas than ever since it signed its first contract with Qatar {in 1999=1999}.", "Norway signed its first contract with Qatar"),
    # who is told of in the main clause
    ("Jonas Berg greeted Lars Holm warmly. Mia Lund complained that the five towns buy little from each other, and suggested that they fix a target for {next year=2025}.", "Mia Lund suggested that they fix a target"),
    ("Arms made up half of what Norway earned in Kenya; {in 2019=2019} its share of Kenya's arms imports had fallen.", "Norway's share of Kenya's arms imports had fallen"),
]  # fmt: skip

GENDERED = [
    ("Jonas Berg left in May. He has been silent since his successor, Ada Okoye, ordered a review {last March=2024-03}.", "Jonas Berg’s successor, Ada Okoye, ordered a review"),
    # one of a pair, or who stands behind the verb: as likely as the other
    ("The war ended with a treaty signed by Jonas Berg and Lars Holm. He was toppled {in 2000=2000}.", "He was toppled"),
    ("The war ended when Jonas Berg met Lars Holm. He was toppled {in 2000=2000}.", "He was toppled"),
    ("Jonas Berg met Lars Holm. He was toppled {in 2000=2000}.", "Jonas Berg was toppled"),
    ("Mia Lund worked under Jonas Berg. He won the prize {in 1958=1958}.", "Jonas Berg won the prize"),
    ("Mia Lund praised Jonas Berg and Lars Holm. He resigned over the fire {in 2021=2021}.", "He resigned over the fire"),
    ("Mr Okoye died. Her brother climbed the Romsdal wall {in 1966=1966}.", "Her brother climbed the Romsdal wall"),
    ("Mr Okoye waited. His brother climbed the Romsdal wall {in 1966=1966}.", "Okoye’s brother climbed the Romsdal wall"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "line"), [*WITH_PREPOSITION, *OTHERS, *DATED_PARTS, *PRONOUNS, *GENDERED])
def test_line(write: Writer, marked: str, line: str) -> None:
    told = [report.title for report in reports(write(marked)) if report.basis == "stated"]
    assert line in told


def test_the_only_one_whom_a_pronoun_fits_is_meant_where_the_first_is_not() -> None:
    known = {"Mia Lund": "feminine", "Jonas Berg": "masculine", "Lars Holm": "masculine"}
    english = cues("en")
    assert likeliest(["Mia Lund", "Jonas Berg"], "He", known, english) == "Jonas Berg"
    assert likeliest(["Mia Lund", "Jonas Berg", "Lars Holm"], "he", known, english) == ""
    assert likeliest(["Ulv Moe", "Jonas Berg"], "he", known, english) == "Ulv Moe"
    assert likeliest([], "he", known, english) == ""


@pytest.mark.parametrize(
    ("before", "noun"),
    [
        ("praised the crew of the ferry,", "the ferry"),
        ("the last death was that of four soldiers", "four soldiers"),
        ("it flew past Venus,", "Venus"),
        ("she is on the town’s most wanted list,", "the town’s most wanted list"),
    ],
)
def test_noun_before(before: str, noun: str) -> None:
    assert noun_before(before, cues("en")) == noun


def test_no_given_name_is_of_both() -> None:
    words = cues("en").words
    assert not words["masculine_names"] & words["feminine_names"]


TWO = [
    # both hold the office, as far as the text tells
    ("President Kersti Ilves met Lars Holm. The two presidents signed the treaty {on July 5=2024-07-05}.", "Kersti Ilves and Lars Holm signed the treaty"),
    ("President Kersti Ilves came. Ada Okoye met Lars Holm. The two presidents signed the treaty {on July 5=2024-07-05}.", "The two presidents signed the treaty"),
    # "of" tells which two
    ("Kersti Ilves met Ada Okoye. The two presidents of the rest of {the weekend=2024-07-06/2024-07-07} were Lars Holm and Mia Lund.", "The two presidents were Lars Holm and Mia Lund"),
    # the leaders may be many
    ("Kersti Ilves met Ada Okoye. The leaders will dine in Oslo {on July 15=2024-07-15}.", "The leaders will dine in Oslo"),
    # who speaks is none of those spoken of
    ("Mia Lund wrote to Ada Okoye. \"They thought that the quay was lost,\" she said {in March=2024-03}.", "Mia Lund: They thought that the quay was lost"),
    ("Mia Lund wrote to Jonas Berg. \"He knew that the quay was lost,\" Lund said {in March=2024-03}.", "Mia Lund: Jonas Berg knew that the quay was lost"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "line"), TWO)
def test_two(write: Writer, marked: str, line: str) -> None:
    assert line in [report.title for report in reports(write(marked))]
