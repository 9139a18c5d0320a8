"""Clauses with the titles a reader would take: every sentence here is made up for this test.

A case is a marked text (its last clause or the one with the given number is judged) and the titles that
would do.
"""

# ruff: noqa: E501 - a case is a line
from __future__ import annotations

import pytest

from data.events import reports
from data.events.cues import cues
from data.events.titles.faults import faults
from data.events.titles.shortening import LONGEST
from tests.helpers.dated_documents import Writer

# text, number of the report, acceptable titles
GOLD: list[tuple[str, int, list[str]]] = [
    # dates and their prepositions leave no hole
    ("Kersti Ilves visited Oslo {in July=2024-07} and praised the harbour.", 0, ["Kersti Ilves visited Oslo and praised the harbour"]),
    ("{Last year=2023}'s fair drew nine thousand guests.", 0, ["The fair drew nine thousand guests"]),
    ("Ada Okoye held {last year=2023}'s summit on a screen.", 0, ["Ada Okoye held the summit on a screen"]),
    ("The council met at the end of {2023=2023} in Bergen.", 0, ["The council met in Bergen"]),
    ("The ferry sank on the evening of {December 6=2023-12-06} off Bergen.", 0, ["The ferry sank off Bergen"]),
    ("Ada Okoye will visit Oslo on {July 8=2024-07-08}-{9=2024-07-09} and hold talks there.", 0, ["Ada Okoye will visit Oslo and hold talks there"]),
    ("Trade reached two billion in the fiscal year {2023-24=2023}.", 0, ["Trade reached two billion"]),
    ("Kersti Ilves used her turn on **{14 May=2024-05-14}** to complain about the fees.", 0, ["Kersti Ilves used her turn to complain about the fees"]),
    ("The {2019=2019} border clash at the lake killed four.", 0, ["The border clash at the lake killed four"]),
    ("{Friday=2024-07-05}’s storm tore the roof off the station.", 0, ["The storm tore the roof off the station"]),
    # relative clauses get their noun
    ("The treaty, which was signed in Oslo {in 2018=2018}, still divides the town.", 0, ["The treaty was signed in Oslo"]),
    ("The town still quarrels over the treaty, which was signed in Oslo {in 2018=2018}.", 1, ["The treaty was signed in Oslo"]),
    ("Mia Berg, who arrived in Bergen {in 1961=1961}, believes the ferry should stay.", 0, ["Mia Berg arrived in Bergen"]),
    ("Mia Berg, who arrived in Bergen {in 1961=1961}, believes the ferry should stay.", 1, ["Mia Berg believes the ferry should stay"]),
    ("They mourned Lars Holm, who died in a northern prison {earlier this year=2024}.", 1, ["Lars Holm died in a northern prison"]),
    ("Kersti Ilves dines with Ada Okoye, whom she last met in Bergen {in 2018=2018}.", 1, ["Kersti Ilves met Ada Okoye in Bergen"]),
    ("A dispute concerns a treaty, which the two towns signed {last May=2024-05}.", 1, ["The two towns signed a treaty"]),
    ("She toured the valley, where twenty soldiers were killed {in June=2024-06}.", 1, ["Twenty soldiers were killed in the valley"]),
    ("She recalled the visit, during which Ada Okoye signed the pact {in 2011=2011}.", 1, ["Ada Okoye signed the pact during the visit"]),
    # participles become sentences
    ("The law upholds an agreement reached between the two towns {in 1991=1991}.", 1, ["An agreement was reached between the two towns"]),
    ("Kersti Ilves wants new ships after winning a third term {last month=2024-06}.", 1, ["Kersti Ilves won a third term"]),
    ("Kersti Ilves is courting the ports after being returned to power {last month=2024-06}.", 1, ["Kersti Ilves was returned to power"]),
    ("Ada Okoye is serving a sentence for the {May 1995=1995-05} bombing of a bus that killed nine.", 1, ["The bombing of a bus killed nine"]),
    # background clauses lose what ties them
    ("It is her first visit since the palace sent troops into Norhaven {in 2022=2022}.", 1, ["The palace sent troops into Norhaven"]),
    ("The harbour is busier than before the flood of the quay {in 2020=2020}.", 1, ["The flood of the quay"]),
    ("After Ada Okoye landed in Oslo {on Monday=2024-07-08}, it rained.", 0, ["Ada Okoye landed in Oslo"]),
    ("When Kersti Ilves visited Bergen {on Friday=2024-07-05}, she greeted the mayor.", 0, ["Kersti Ilves visited Bergen"]),
    ("As Ada Okoye wrapped up her visit {on Tuesday=2024-07-02}, rain fell.", 0, ["Ada Okoye wrapped up her visit"]),
    # what goes on gets its subject
    ("Kersti Ilves opened the bridge {in 2019=2019} and hosted Ada Okoye in Bergen {in 2021=2021}.", 1, ["Kersti Ilves hosted Ada Okoye in Bergen"]),
    ("The harbour company closed its yard {in 2019=2019} and sold two ships {in 2021=2021}.", 1, ["The harbour company sold two ships"]),
    # sources
    ("The ferry sank off Bergen {on Friday=2024-07-05}, officials said.", 0, ["The ferry sank off Bergen"]),
    ("According to the ministry, the ferry sank off Bergen {on Friday=2024-07-05}.", 0, ["The ferry sank off Bergen"]),
    ("“Today’s harbour is no place for war,” Ada Okoye told Kersti Ilves {in 2022=2022}.", 0, ["Ada Okoye: Today’s harbour is no place for war"]),
    ("“We have set a target of nine new ships,” the mayor said {on Friday=2024-07-05}.", 0, ["The mayor: We have set a target of nine new ships"]),
    ("“We will rebuild the bridge and the quay,” said Kersti Ilves.", 0, ["Kersti Ilves: We will rebuild the bridge and the quay"]),
    (
        "The harbour office said {on Friday=2024-07-05} that the long bridge over the sound will be closed to lorries for most of the winter.",
        0,
        ["The harbour office: The long bridge over the sound will be closed to lorries"],
    ),
    ("Opening day was a joy to see https://t.example — Kersti Ilves (@ilves) {July 5, 2024=2024-07-05}", 0, ["Kersti Ilves: Opening day was a joy to see"]),
    ("Pictures from a visit to Norhaven, our old friend — Kersti Ilves (@ilves) {July 5, 2024=2024-07-05}", 0, ["Kersti Ilves’s visit to Norhaven"]),
    # ties, labels, date lines, markup
    ("Meanwhile, Ada Okoye left for Oslo {on Friday=2024-07-05}.", 0, ["Ada Okoye left for Oslo"]),
    ("Following this, Ada Okoye rang the mayor {on Friday=2024-07-05}.", 0, ["Ada Okoye rang the mayor"]),
    ("Before that, Ada Okoye rang the mayor {on Friday=2024-07-05}.", 0, ["Ada Okoye rang the mayor"]),
    ("OSLO, {July 5=2024-07-05} (Agency) — Ada Okoye closed the fair {on Thursday=2024-07-04}.", 0, ["Ada Okoye closed the fair"]),
    ("ST HALVARD (Agency) — Ada Okoye closed the fair {on Thursday=2024-07-04}.", 0, ["Ada Okoye closed the fair"]),
    ("Economic ties: Trade with Norhaven rose by a third {in 2023=2023}.", 0, ["Trade with Norhaven rose by a third"]),
    ("**Ships.** The yard delivered nine tugs {in 2023=2023}.", 0, ["The yard delivered nine tugs"]),
    ("Ada Okoye closed the fair {on Thursday=2024-07-04} | WATCH", 0, ["Ada Okoye closed the fair"]),
    # pronouns
    ("Kersti Ilves arrived early. She left for Oslo {on Friday=2024-07-05}.", 1, ["Kersti Ilves left for Oslo"]),
    ("Kersti Ilves arrived early. Her visit to Oslo began {on Friday=2024-07-05}.", 1, ["Kersti Ilves’s visit to Oslo began"]),
    ("Kersti Ilves greeted Ada Okoye. The two leaders met again {in 2022=2022} in Oslo.", 1, ["Kersti Ilves and Ada Okoye met again in Oslo"]),
    ("Kersti Ilves greeted Ada Okoye. Their meeting ended {on Friday=2024-07-05} in Oslo.", 1, ["Kersti Ilves and Ada Okoye’s meeting ended in Oslo"]),
    ("The bridge is old. It collapsed {in 1912=1912} and was rebuilt.", 1, ["The bridge collapsed and was rebuilt"]),
    # offices before names
    ("Norwegian Prime Minister Kersti Ilves left Oslo {on Friday=2024-07-05}.", 0, ["Kersti Ilves left Oslo"]),
    # long lines end where a phrase does
    (
        "Kersti Ilves arrived in Bergen {on Friday=2024-07-05} for her first visit to the port since the storm, a sign that the two towns remain close despite their long quarrel over fees.",
        0,
        ["Kersti Ilves arrived in Bergen for her first visit to the port", "Kersti Ilves arrived in Bergen for her first visit to the port since the storm"],
    ),
    (
        "Kersti Ilves meets with Ada Okoye {on Friday=2024-07-05} on the sidelines of the yearly harbour summit in Bergen, the old port on the western coast.",
        0,
        ["Kersti Ilves meets with Ada Okoye on the sidelines of the yearly harbour summit in Bergen"],
    ),
    (
        "Kersti Ilves, speaking in the wake of the storm that had broken three of the piers, called the fees a great mistake {on Friday=2024-07-05}.",
        0,
        ["Kersti Ilves called the fees a great mistake"],
    ),
    (
        "Almost immediately after Ada Okoye arrived, the leaders of the ports showed their new friendship on an outdoor terrace {on Friday=2024-07-05}.",
        0,
        ["The leaders of the ports showed their new friendship on an outdoor terrace"],
    ),
    (
        "Ada Okoye was set to hold talks with Kersti Ilves {on Friday=2024-07-05}, a day after the guests had arrived in Bergen amid a storm.",
        0,
        ["Ada Okoye was set to hold talks with Kersti Ilves", "Okoye was set to hold talks with Ilves, a day after the guests had arrived in Bergen"],
    ),
    # states and plans read alike
    ("Deliveries have doubled {since 2021=since:2021}.", 0, ["Deliveries have doubled"]),
    ("Ada Okoye is due to open the fair {on July 20=2024-07-20}.", 0, ["Ada Okoye is due to open the fair"]),
    ("The mayor is to report on the idea {by July 20=2024-07-20}.", 0, ["The mayor is to report on the idea"]),
    ("Kersti Ilves did not attend the fair in Oslo {last year=2023}.", 0, ["Kersti Ilves did not attend the fair in Oslo"]),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "number", "acceptable"), GOLD)
def test_title(write: Writer, marked: str, number: int, acceptable: list[str]) -> None:
    found = reports(write(marked))
    assert found[number].title in acceptable


@pytest.mark.parametrize("acceptable", [case[2] for case in GOLD])
def test_acceptable_titles_have_no_faults(acceptable: list[str]) -> None:
    for line in acceptable:
        assert len(line) <= LONGEST
        assert faults(line, cues("en")) == 0


@pytest.mark.parametrize(
    "line",
    [
        "", "It", "Updated", "Which was signed in Oslo", "The visit in", "Ilves visited the port of",
        "This, Ilves called Okoye and told her", "Kersti Ilves told reporters", "Since the flood of the quay",
    ],
)  # fmt: skip
def test_lines_that_cannot_stand_alone_have_faults(line: str) -> None:
    assert faults(line, cues("en")) > 0
