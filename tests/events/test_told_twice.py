"""Titles of sentences with several days, and of those that begin with who somebody was: all made up here."""

# ruff: noqa: E501 - a case is a line
from __future__ import annotations

from collections.abc import Callable

import pytest

from data.events import reports
from data.model import DatedDocument

Writer = Callable[..., DatedDocument]

DEAD = "Marta Holm, the pilot, died {on Saturday=2024-07-06}. "
CASES = {
    "who somebody was before what she did": [
        (f"{DEAD}Born in Moss {{in 1930=1930}}, she learnt to sail.", 1, "Marta Holm was born in Moss"),
        (f"{DEAD}Born in Moss {{in 1930=1930}}, the daughter of a smith, she moved to Oslo {{in 1950=1950}}.", 2, "Marta Holm moved to Oslo"),
        (f"{DEAD}The youngest daughter of a smith, she moved to Oslo {{in 1950=1950}}.", 1, "Marta Holm moved to Oslo"),
        (f"{DEAD}Elected to the harbour board {{in 1970=1970}}, Holm fought for a lock.", 1, "Holm was elected to the harbour board"),
        (f"{DEAD}A keen sailor, she crossed the sound {{in 1970=1970}}.", 1, "Marta Holm crossed the sound"),
        ("When the bridge fell {in 1970=1970}, Ada Okoye ran.", 0, "The bridge fell"),
    ],
    "two that are promised for two days": [
        ("Ada Okoye promised to mend the quay by {May 2025=2025-05} and to open a fair {in 2026=2026}.", 1, "Ada Okoye promised to mend the quay"),
        ("Ada Okoye promised to mend the quay by {May 2025=2025-05} and to open a fair {in 2026=2026}.", 2, "Ada Okoye promised to open a fair"),
        ("The flood is expected to reach Moss {on Thursday=2024-07-11} and to fall {on Friday=2024-07-12}.", -1, "The flood is expected to fall"),
    ],
    "what only shows or says it": [
        ("The Harbour List won the vote {on Sunday=2024-07-07}, final results showed {on Monday=2024-07-08}.", 1, "The Harbour List won the vote"),
        ("At least nine sailors drowned, the coast guard said {on Monday=2024-07-08}.", 0, "The coast guard: At least nine sailors drowned"),
    ],
    "what points back": [
        ("A similar accident at Holm killed two {in 2019=2019}.", 0, "An accident at Holm killed two"),
        ("The port of Holm was flooded {in 2019=2019} as well.", 0, "The port of Holm was flooded"),
        ("Few came. Her deputy, Jonas Berg, was cleared {in May=2024-05}.", 1, "Jonas Berg was cleared"),
    ],
    "a comma that only its date needed": [
        ("Moss Rovers were last {in October=2023-10}, when they hired Jonas Berg.", 0, "Moss Rovers were last when they hired Jonas Berg"),
    ],
    "a day that is set": [
        ("The trial of Jonas Berg is set for {13 September=2024-09-13}.", 0, "The trial of Jonas Berg is to be held"),
    ],
    "whose it is that several take or throw out": [
        ("Jonas Berg ran. FBI agents searched his shop in Moss {in May=2024-05}.", 1, "FBI agents searched Jonas Berg’s shop in Moss"),
        ("Jonas Berg ran. The constitutional court threw out his petition {in May=2024-05}.", 1, "The constitutional court threw out Jonas Berg’s petition"),
        ("Jonas Berg ran. A journalist sold his story {in May=2024-05}.", 1, "A journalist sold his story"),
        ("Jonas Berg ran. The towns called for the return of Elian to his father {in May=2024-05}.", 1, "The towns called for the return of Elian to his father"),
    ],
    "the only woman": [
        ("Mr. Jonas Berg lost to Mrs. Marta Holm. President Jonas Berg was driven out by his men. She is to name a cabinet by {Friday=2024-07-12}.", -1, "Marta Holm is to name a cabinet"),
    ],
    "who did it behind a phrase of a place": [
        (f"{DEAD}Holm was loved for her maps. Few drew like her. At the world fair in Oslo {{in 1950=1950}} she won a cup.", -1, "At the world fair in Oslo, Marta Holm won a cup"),
    ],
    "what goes with its verb": [
        ("A boy was operated on during {the night=2024-07-08}.", 0, "A boy was operated on"),
        ("Lorries will be let through from {20 November=2024-11-20}.", 0, "Lorries will be let through"),
        ("Norway expelled two envoys of Holmland {on Friday=2024-07-05} in a row over the tapping of the telephones of ministers.", 0, "Norway expelled two envoys of Holmland"),
    ],
    "who is named behind what he is": [
        ("The operator, Nordlift SA, was fined. It renewed the cables {in 2020=2020}.", 1, "Nordlift SA renewed the cables"),
    ],
    "what goes on behind a length": [
        ("Jonas Berg confessed after 16 hours without a lawyer, and withdrew the confession {in May=2024-05}.", -1, "Jonas Berg withdrew the confession"),
    ],
    "who resigned was not resigned by anybody": [
        ("It was kept from ministers until {2015=2015}. The chairman of the Harbour Board, Jonas Berg, resigned {in January=2024-01}.", -1, "The chairman of the Harbour Board, Jonas Berg, resigned"),
    ],
    "one of two things": [
        ("The soldiers reached the Rhine and found the bridge. An attempt to blow it up failed {in March=2024-03}.", 1, "An attempt to blow it up failed"),
    ],
    "what she did in the year that is told": [
        (f"{DEAD}After the war she trained as a nurse in Bergen, and {{in 1951=1951}} she married a teacher, Olav Haug.", 1, "Marta Holm married a teacher, Olav Haug"),
    ],
    "an age before an adverb": [
        ("Jonas Berg, 39, allegedly tipped off Simon Hale {in 2016=2016}.", 0, "Jonas Berg allegedly tipped off Simon Hale"),
    ],
    "a people": [
        ("The Dutch, champions of Europe, had never reached a final. They knocked out Sweden {on Wednesday=2024-07-03}.", 1, "The Dutch knocked out Sweden"),
        ("Danish prisoners did most of it. It was finished {in 1918=1918}.", 1, "It was finished"),
    ],
    "what the company says of itself": [
        ("Nordfisk Inc. bought a mill. Nordfisk narrowed its loss as it sold more cod, the company said {on Thursday=2024-07-04}.", 1, "Nordfisk narrowed its loss as it sold more cod"),
    ],
    "he of a new paragraph is whom the text is about": [
        ("Jonas Berg, the trumpeter, died {on Saturday=2024-07-06}. He was 88. Berg drank. Berg toured. He drove a taxi. Olav Haug had heard him.\n\nHe left Ghana and settled in Hamburg {in 1966=1966}.", -1, "Jonas Berg left Ghana and settled in Hamburg"),
    ],
    "what confirms something is not the place it is of": [
        ("Mr. Cape Marden came. A check in the district of Cape Marden confirmed {on Thursday=2024-07-04} that Liberal candidate Ada Okoye won by 14 votes.", 1, "A check confirmed that Liberal candidate Ada Okoye won by 14 votes"),
    ],
    "a firm of a country": [
        ("Danish chemicals group Nordkem swung to a profit. Nordkem grew. Danish chemicals group Nordkem cut its costs. It had lost 58 million {in 2020=2020}.", -1, "Nordkem had lost 58 million"),
    ],
    "who works somewhere": [
        ("An engineer at the cement works, Jonas Berg, warned his superiors {in March 1996=1996-03} that lime had been found in each of the wells of the lower town.", 0, "Berg warned his superiors that lime had been found in each of the wells of the lower town"),
    ],
    "what broke is no place": [
        ("She would not sign the plans for a dam at Storvik, which broke {six years later=1985}.", 1, "A dam at Storvik broke"),
    ],
    "a firm that its lead calls by what it does": [
        ("Salmon farmer Havlaks Vest more than doubled its profit. The company bought a mill {in May=2024-05}.", 1, "Havlaks Vest bought a mill"),
        ("Salmon farmer Havlaks Vest more than doubled its profit. The company grew. It opened a plant in Alta {in May=2024-05}.", 2, "Havlaks Vest opened a plant in Alta"),
    ],
    "those of a sentence that begins with its day": [
        ("{In 1967=1967} volunteers began to clear the locks. They were joined by the county {in 1985=1985}.", 1, "Volunteers were joined by the county"),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("marked", "number", "title"), [case for cases in CASES.values() for case in cases])
def test_title(write: Writer, marked: str, number: int, title: str) -> None:
    assert reports(write(marked, published="2024-07-10"))[number].title == title


def test_a_line_without_a_name_is_of_the_team_that_a_report_begins_with(write: Writer) -> None:
    text = (
        "Holm Athletic came from behind to beat Penwick {on Sunday=2024-07-07}. Penwick led at the break.\n\n"
        "Holm were last until May. The ground was rebuilt {in 2020=2020}."
    )
    assert reports(write(text))[-1].title == "The ground was rebuilt (Holm Athletic)"
