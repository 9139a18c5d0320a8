"""Titles told from their own day, not from the day of writing: every sentence here is made up for this test."""

# ruff: noqa: E501 - a case is a line
from __future__ import annotations

from collections.abc import Callable

import pytest

from data.events import make_events, reports
from data.model import DatedDocument

Writer = Callable[..., DatedDocument]

CASES = [
    # what was last when somebody wrote was so on its day
    ("The two ministers last met in Bergen {in 2019=2019}.", 0, "The two ministers met in Bergen"),
    ("Kersti Ilves notably stayed away from the most recent fair in Holm {in May=2024-05}.", 0, "Kersti Ilves stayed away from the fair in Holm"),
    ("Ilves and Berg’s last face-to-face meeting was at a fair in Oslo {in 2019=2019}.", 0, "Ilves and Berg met face to face at a fair in Oslo"),
    ("The previous Baltic Ports conference was held in Riga {in 2022=2022}.", 0, "The Baltic Ports conference was held in Riga"),
    # but what came last of all stays so
    ("Kersti Ilves was last seen near the quay {in May=2024-05}.", 0, "Kersti Ilves was last seen near the quay"),
    ("The last keeper left the lighthouse {in 1988=1988}.", 0, "The last keeper left the lighthouse"),
    ("The last Danish attack on the fort failed {in 1658=1658}.", 0, "The last Danish attack on the fort failed"),
    ("Norway’s last whaling station closed {in 1968=1968}.", 0, "Norway’s last whaling station closed"),
    # whose president it is stands elsewhere
    ("Jonas Berg thanked its prime minister Kersti Ilves for the ships {in May=2024-05}.", 0, "Jonas Berg thanked Kersti Ilves for the ships"),
    # a capital by its name
    ("Kersti Ilves opened a fair in the Norwegian capital {on Monday=2024-07-08}.", 0, "Kersti Ilves opened a fair in Oslo"),
    ("The Norwegian capital was flooded {in 1950=1950}.", 0, "Oslo was flooded"),
    ("Kersti Ilves left the Norwegian capital, Oslo, {on Monday=2024-07-08}.", 0, "Kersti Ilves left the Norwegian capital, Oslo"),
    # what is only of its year
    ("The court was set up {in 2002=2002} under the Oslo Fishing Accord, a {1998=1998} treaty.", 1, "The Oslo Fishing Accord is a 1998 treaty"),
    # a correction tells what happened
    ("An earlier version misstated the year in which Norway joined the league. It was {2022=2022}, not {2019=2019}.", 1, "Norway joined the league"),
    # of the country that somebody speaks for
    ("Kersti Ilves, Norway's deputy fisheries minister, told the Holm Post {last month=2024-06} that the country would no longer keep to the quotas of the league if cod came back.", 0, "Kersti Ilves: Norway would no longer keep to the quotas of the league if cod came back"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "number", "title"), CASES)
def test_title(write: Writer, marked: str, number: int, title: str) -> None:
    assert reports(write(marked, published="2024-07-10"))[number].title == title


def test_small_letters_hide_no_office(write: Writer) -> None:
    text = (
        "Prime Minister Kersti Ilves came. President Jonas Berg came.\n\n"
        "{On monday=2024-07-08} prime minister kersti ilves and norwegian president jonas berg signed a treaty."
    )
    assert reports(write(text))[-1].title == "Kersti Ilves and Jonas Berg signed a treaty"


def test_talks_that_went_on_were_held(write: Writer) -> None:
    told = (
        "{On Tuesday=2024-07-09}, Prime Minister Kersti Ilves and President Jonas Berg continued talks over Norwegian timber.",
        "President Jonas Berg was set to hold talks with Prime Minister Kersti Ilves in Riga {on Tuesday=2024-07-09}.",
    )
    events = make_events(
        [write(text, document_id=str(at), published="2024-07-10") for at, text in enumerate(told)]
    )
    assert "Jonas Berg and Kersti Ilves met in Riga" in [event.title for event in events]


def test_who_came_is_told_before_a_visit(write: Writer) -> None:
    told = (
        "{On 23 August 2024=2024-08-23} the town thanked Kersti Ilves for her visit to Norway.",
        "Kersti Ilves visited Norway {on 23 August 2024=2024-08-23}.",
    )
    (event,) = make_events([write(text, document_id=str(at)) for at, text in enumerate(told)])
    assert event.title == "Kersti Ilves visited Norway"
