"""Titles tell what their date dates: the clause, the occasion or the saying it stands with, and by name."""

# ruff: noqa: E501 - a case is a line
from __future__ import annotations

import pytest

from data.events import reports
from data.events.titles.shortening import LONGEST
from tests.helpers.dated_documents import Writer

BY_NAME = [
    # an office at the head of a sentence
    ("Deputy Health Minister Jonas Berg cut the ribbon {on Monday=2024-07-08}.", "Jonas Berg cut the ribbon"),
    ("Defence Minister Jonas Berg of Norway visited the quay in Moss {on Monday=2024-07-08}.", "Jonas Berg of Norway visited the quay in Moss"),
    # who is told of by office alone
    ("Norwegian President Kersti Ilves flew home. The Norwegian president attended the fair in Bergen {last week=2024-07-01/2024-07-07}.", "Kersti Ilves attended the fair in Bergen"),
    ("Prime Minister Ada Okoye was glad. “We have set a target of nine ships {by 2030=2030},” the prime minister said.", "Ada Okoye: We have set a target of nine ships"),
    # two in one sentence are the ones whose talks they were
    ("Mia Lund met Lars Holm. Mia Lund and Lars Holm ate. Lars Holm paid Mia Lund. Kersti Ilves and the mayor of Moss, Jonas Berg, gave a statement following their talks in the castle in Oslo {on July 5=2024-07-05}.", "Kersti Ilves and Jonas Berg’s talks in the castle in Oslo"),
    # the two leaders are those at the head of something
    ("President Kersti Ilves met Prime Minister Ada Okoye. Minister Lars Holm came. Lars Holm sat. Lars Holm ate. Kersti Ilves met Ada Okoye again. Kersti Ilves left Ada Okoye. The two leaders signed the treaty in Oslo {on July 5=2024-07-05}.", "Kersti Ilves and Ada Okoye signed the treaty in Oslo"),
    # whose arrest it is
    ("The judges accuse Jonas Berg, for whose arrest they ask. A court in Oslo issued a warrant for his arrest {in March=2024-03}.", "A court in Oslo issued a warrant for Jonas Berg’s arrest"),
    # which deal
    ("The deal, worth over 5 million, was signed {in 2018=2018}. It is odd that the town went on with the S-40 deal.", "The S-40 deal, worth over 5 million, was signed"),
    ("Norway is a member of the International Court. The court issued two warrants {in June=2024-06}.", "The International Court issued two warrants"),
    # who took part in a dated occasion belongs to it
    ("Mayor Per Dahl resigned {on Friday=2024-07-05} over his trip to Oslo with the shipowner Kersti Ilves {in November 2015=2015-11}.", "Per Dahl’s trip to Oslo with the shipowner Kersti Ilves"),
    ("Per Dahl resigned {on Friday=2024-07-05} because of a meeting with Kersti Ilves {in November 2015=2015-11}.", "A meeting with Kersti Ilves"),
    # a body that is named only later, or beside another of its kind, need not be the one that is meant
    ("The court jailed Ada Okoye {in June=2024-06}. She will go to the Federal Court.", "The court jailed Ada Okoye"),
    ("The District Court of Moss heard both. The Federal Court was closed. The court jailed Ada Okoye {in June=2024-06}.", "The court jailed Ada Okoye"),
    ("Ada Okoye’s visit will be short. The visit was announced by the palace {last month=2024-06}.", "Ada Okoye’s visit was announced by the palace"),
    ("Ada Okoye’s visit came before Lars Holm’s visit. The visit was announced by the palace {last month=2024-06}.", "The visit was announced by the palace"),
]  # fmt: skip

BY_SAYING = [
    ("The price will fall, Jonas Berg said {on Monday=2024-07-08}.", "Jonas Berg: The price will fall"),
    ("Police arrested four men in Bergen, the ministry said {on Monday=2024-07-08}.", "The ministry: Police arrested four men in Bergen"),
    ("Nordfisk Group plans daily ferries between Oslo and Moss, the company said {on Monday=2024-07-08}.", "Nordfisk Group plans daily ferries between Oslo and Moss"),
    ("After the rain, the two towns argued {on Monday=2024-07-08} about where it was.", "The two towns argued about where it was"),
    ("The harbour will “give room to forty ships,” Ada Okoye told reporters in Oslo {last week=2024-07-01/2024-07-07}, adding that it was needed by all who live there.", "Ada Okoye: The harbour will give room to forty ships"),
    ("Speaking at a press conference in Moss {on June 22=2024-06-22}, PM Ada Okoye said, \"The floods in Chile and Peru are a deep concern for all of us who live by the sea.\"", "Okoye: The floods in Chile and Peru are a deep concern for all of us who live by the sea"),
    ("President Kersti Ilves {on Thursday=2024-07-04} said Norway, Iceland and Sweden could act as mediators in the talks over the fishing grounds.", "Kersti Ilves: Norway, Iceland and Sweden could act as mediators in the talks"),
]  # fmt: skip

BY_CLAUSE = [
    ("Norway has shown it has sway, as was seen by the absence of some towns from {June=2024-06}'s fair in Moss, Jonas Berg, a senior analyst at Nordfisk, a think tank, wrote in a {July=2024-07} commentary.", "Berg: Norway has shown it has sway, as was seen by the absence of some towns from the fair"),
    ("She landed in Oslo hours after Norway had launched a great search for the ferry off Moss {on Monday=2024-07-08} that took nine lives.", "Norway had launched a great search for the ferry off Moss that took nine lives"),
    # the clause that the date stands in
    ("And while officials have urged Norway to wean itself off coal, the shipyard Nordfisk announced {last week=2024-07-01/2024-07-07} that it would build ferries in Moss.", "The shipyard Nordfisk announced that it would build ferries in Moss"),
    ("Norway hopes that Kenya will keep its distance, and the envoy Jonas Berg mocked the council {this week=2024-07-08/2024-07-14} for its jealousy.", "The envoy Jonas Berg mocked the council for its jealousy"),
    ("Officials discussed the fishing conflict that escalated {in 2022=2022}.", "The fishing conflict escalated"),
    ("They may help to end the conflict that erupted {on May 24, 2022=2022-05-24}.", "The conflict erupted"),
    ("It fed anyone, be it Iceland when it was in a deep crisis {two years ago=2022} or the Faroes.", "Iceland was in a deep crisis"),
    ("It fed anyone at all who would buy, as it had to, be it Iceland when it was in a deep crisis {two years ago=2022} or the Faroes, and {in 2023=2023} it stopped.", "Iceland was in a deep crisis"),
    ("In this photo issued by the palace, President Kersti Ilves, right, and Prime Minister Ada Okoye hold a meeting in Moss {on Tuesday=2024-07-02}.", "In this photo issued by the palace, Kersti Ilves and Ada Okoye hold a meeting in Moss"),
    ("Norway, likewise, hopes Kenya will keep its distance, and the envoy Jonas Berg mocked the council {this week=2024-07-08/2024-07-14} for it.", "The envoy Jonas Berg mocked the council for it"),
    ("The large Norwegian state-owned old shipyard Nordfisk announced {on Monday=2024-07-08} that it would build nine steel ferries for the islands.", "Nordfisk announced that it would build nine steel ferries for the islands"),
    ("A quarrel {in June=2024-06} along the disputed fishing border of the islands in the west dramatically altered their already touchy relationship with Nordfisk.", "A quarrel along the disputed fishing border of the islands"),
    # an occasion
    ("According to reports, during Prime Minister Ada Okoye's telephone conversation with Kersti Ilves {last month=2024-06}, it was agreed that Jonas Berg would go to Moss.", "Ada Okoye's telephone conversation with Kersti Ilves"),
    ("Norway has influence over poorer countries, as shown by the absence of some of them from {June=2024-06}'s peace summit in Switzerland.", "The peace summit in Switzerland"),
    # what is beside the point
    ("Norway’s exports of dried and salted fish to Kenya rose from $2.5 million {in 2021=2021}, before the storms over the western sea, to $46.5 million {in 2023=2023}.", "Norway’s exports of dried and salted fish to Kenya rose from $2.5 million to $46.5 million"),
    ("Norway is a lifeline for Kenya, with trade between the two countries amounting to nearly $65 million {in the last year=2023}.", "Trade between the two countries amounted to nearly $65 million"),
    # an occasion that another is about
    ("Okoye is expected to go to Moss, following up on the discussions from the {July=2024-07} summit in Oslo.", "The summit in Oslo"),
    # a length that is the point
    ("The Norwegian fishing season spans from {April to May=2024-04/2024-05}.", "The Norwegian fishing season spans from April to May"),
    ("Kersti Ilves stood beside Ada Okoye in Oslo {on Monday=2024-07-08} and signed a pact that runs until {2031=../2031}.", "Kersti Ilves stood beside Ada Okoye in Oslo and signed a pact that runs until 2031"),
    # a correction
    ("The original version of this story misstated the year that Norway joined the league. It was {2022=2022}, not 2019.", "Norway joined the league"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "title"), [*BY_NAME, *BY_SAYING, *BY_CLAUSE])
def test_the_title_of_what_is_dated(write: Writer, marked: str, title: str) -> None:
    found = [one.title for one in reports(write(marked, published="2024-07-10")) if one.basis == "stated"]
    assert title in found
    assert all(len(one) <= LONGEST for one in found)
