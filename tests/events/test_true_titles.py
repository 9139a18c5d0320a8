"""Titles that tell no more than their source does: every sentence here is made up for this test.

A case is a marked text, the number of the report that is judged, and the titles that would do.
"""

# ruff: noqa: E501 - a case is a line
from __future__ import annotations

import pytest

from data.events import reports
from tests.helpers.dated_documents import Writer

CASES: list[tuple[str, int, list[str]]] = [
    # the acts of other days are not told in a clause's place
    ("They married {in 1956=1956} and divorced {in 1963=1963}.", 0, ["They married"]),
    ("They married {in 1956=1956} and divorced {in 1963=1963}.", 1, ["They divorced"]),
    ("Work is to start {in May=2025-05} and should be completed {by 2026=2026}.", 1, ["Work should be completed"]),
    # a phrase before the subject tells of it
    ("First proposed {in 1768=1768} by a smith, the Holm Canal was opened {in 1779=1779}.", 0, ["The Holm Canal was first proposed by a smith"]),
    # a reduced passive goes on
    ("The survey, carried out {in May=2024-05} by Holm and published only {in June=2024-06}, put the cost at two million.", 0, ["The survey was carried out by Holm"]),
    ("The survey, carried out {in May=2024-05} by Holm and published only {in June=2024-06}, put the cost at two million.", 1, ["The survey was published only", "The survey was published"]),
    # what is stressed is told as it is
    ("It was in Oslo {in 1966=1966} that Ada Okoye found the letter.", 0, ["Ada Okoye found the letter"]),
    ("It was Ada Okoye who {in 1966=1966} found the letter.", 0, ["Ada Okoye found the letter"]),
    # a word in "-ing" before a verb is its subject
    ("Since fighting resumed around Holm {in March=2024-03}, many families have left the valley.", 0, ["Fighting resumed around Holm"]),
    # what belongs to a verb stays with it
    ("The canal was handed back in {1920=1920}.", 0, ["The canal was handed back"]),
    ("Oil was cheap back in {1990=1990}.", 0, ["Oil was cheap"]),
    ("The recovery that we had hoped for in {2023=2023} is not coming.", 0, ["The recovery that we had hoped for is not coming"]),
    ("The judges will not decide before {June=2025-06}.", 0, ["The judges will not decide before June"]),
    # what a petition is about does not begin
    ("Many have signed a petition against the sale, which was started {last May=2023-05} by a diver.", 1, ["A petition against the sale was started by a diver"]),
    # a condition is not cut off
    ("If donors do not pay what they owe, rations will be halved from {1 June=2025-06-01}.", 0, ["If donors do not pay what they owe, rations will be halved"]),
    ("Holm waits, and unless the price falls by {5 May=2025-05-05}, the yard will close in {June=2025-06}.", -1, ["Holm waits, and unless the price falls, the yard will close"]),
    # somebody with what he has been
    # a line that is too long ends where it is whole
    ("An accountant who stole almost two million kroner from a charity to pay for racehorses and a villa was jailed {on Tuesday=2024-07-02}.", 0, ["An accountant was jailed"]),
    ("{In March=2024-03} inspectors from the Maritime Directorate had ordered the owner, Nordlinjen, to replace a pump on the upper deck.", 0, ["Inspectors from the Maritime Directorate had ordered Nordlinjen to replace a pump"]),
    ("Turkey and Norway have offered rescue teams, and the first Turkish aircraft, with sixty doctors and nine dogs on board, landed {on Monday=2024-07-08}.", 0, ["Turkey and Norway have offered rescue teams"]),
    ("The deal was blocked by the ministry in Oslo {in May=2024-05} on the grounds that it would have left only two makers of large lenses.", 0, ["The deal was blocked by the ministry in Oslo"]),
    # only a surname that the text uses shortens a name
    ("Dow Jones extended its tender offer for the shares of the harbour bank that it does not yet own itself {on Monday=2024-07-08}.", 0, ["Dow Jones extended its tender offer for the shares of the harbour bank"]),
    # whose verb it is, is told by what stands nearest before it
    ("Lind reached the final {in May=2024-05}, while the runner-up, Ada Okoye, was sent home {in June=2024-06}.", 1, ["Ada Okoye was sent home", "The runner-up, Ada Okoye, was sent home"]),
    # a paper, not what it is for
    ("They praised the permit for the Lesna dam, which the ministry granted {in 2021=2021}.", 1, ["The ministry granted the permit for the Lesna dam"]),
    # what stands before "that" wants it
    ("Ada Okoye found {on Saturday=2024-07-06} that the lock had been changed {in May=2024-05}.", 0, ["Ada Okoye found that the lock had been changed"]),
    # a contrast keeps its date
    # two clauses do not run together
    # what is announced may be no clause
    ("Mayor Ada Okoye announced a day of mourning for {Monday=2024-07-08} and promised that all those who had built the old dam would answer for it in court.", 0, ["Okoye announced a day of mourning", "Ada Okoye announced a day of mourning"]),
    # who is in a place, what is at one, and how many there are
    ("One manager in Oslo, who complained {in 2017=2017}, has left.", 1, ["One manager in Oslo complained"]),
    ("Shares of the bank, which were sold {in 2019=2019}, are worthless.", 0, ["Shares of the bank were sold"]),
    # what is announced stands behind it
    ("Mia Lund, who announced {in May=2024-05} that she would leave, was praised.", 0, ["Mia Lund announced that she would leave", "Mia Lund, who announced that she would leave, was praised"]),
    # an article goes with the word behind it
    ("A {2019=2019} audit found nothing.", 0, ["An audit found nothing"]),
    # what a date says of somebody may be a participle
    # what is restricted is not cut off from it
    ("The pit's owner said {on Sunday=2024-07-07} that it would resume work in the lower galleries only after an inquiry that might take months.", 0, ["The pit's owner said that it would resume work in the lower galleries…", "The pit's owner said that it would resume work in the lower galleries only after an inquiry", "The pit's owner: It would resume work in the lower galleries only after an inquiry"]),
    # what somebody tells of another year does not put the saying there
    ("Ada Okoye said that {in 2019=2019} the ferry had lost a third of its guests.", 0, ["Ada Okoye: The ferry had lost a third of its guests"]),
    ("Ada Okoye said {on Monday=2024-07-08} that the ferry had lost a third of its guests.", 0, ["Ada Okoye said that the ferry had lost a third of its guests"]),
    # who wants something to be does not want it as it is
    ("Mia Lund wanted the strike at the mill in Holm to be over as quickly as possible, she said {on Monday=2024-07-08}, and blamed the owner for it.", 0, ["Mia Lund wanted the strike at the mill in Holm to be over as quickly as possible", "Lund wanted the strike at the mill in Holm to be over as quickly as possible"]),
    # an occasion that is only mentioned has the date
    ("The visit — which coincides with {this week=2024-07-08/2024-07-14}'s harbour summit in Oslo — is a chance for all.", 0, ["The harbour summit in Oslo"]),
    # what goes with the main clause, behind a date that does not
    # the two countries are those told of last
    ("Norway and Denmark met. Norway likes Denmark. Denmark likes Norway. Berg met the Malaysian premier in Norway. The two countries were set to discuss trade.", -1, ["Malaysia and Norway were set to discuss trade"]),
    ("Norway and Denmark met. Norway likes Denmark. Denmark likes Norway. The fair began in the rain. The two countries were set to discuss trade.", -1, ["Denmark and Norway were set to discuss trade"]),
    # an apposition is no clause, and a main clause no aside
    ("Even as Berg, the leader of the largest town, embraced Okoye, the Danish mayor’s brutal use of the courts was on full display.", 0, ["Berg embraced Okoye"]),
    ("A little over a year after Norway invaded Denmark, the court accused Jonas Berg and Mia Lund, a top Norwegian official, of taking children.", 0, ["The court accused Jonas Berg and Mia Lund, a top Norwegian official, of taking children", "The court accused Berg and Mia Lund, a top Norwegian official, of taking children"]),
    # whom an office alone names is "he" of the next sentence
    ("The Danish President said he never refused to talk. He also said that the main priority of the town was the growth of the port and its trade.", 1, ["The Danish President: The main priority of the town was the growth of the port"]),
    # what a participle tells of behind an open clause
    ("It rained on Berg's visit to Norway, where he met Okoye and discussed peace efforts initiated by Denmark {last month=2024-06}.", 1, ["Peace efforts were initiated by Denmark"]),
    # where the source has lost words
    ("“{Last year=2023} trade fell by 17 percent, but in {May=2024-05}, both towns witnessed an Meanwhile, Berg also said that both go on.", 1, ["Both towns witnessed…"]),
    # who did so before
    ("Berg will travel to Moss for the first visit to the town by a Swedish leader since Ada Okoye in {1983=1983}.", 1, ["Ada Okoye’s visit to the town"]),
    # what was done by the way, and by what is not known
    ("The town relies on its port, reviving the ferry in {2017=2017}.", 1, ["The town revived the ferry"]),
    ("It still relies on Norway, reviving the ferry of Moss in {2017=2017} to counter the threat.", -1, ["The ferry of Moss was revived to counter the threat"]),
    # what grows is a quantity
    ("The war was paid for by Danish purchases of Norwegian oil products, which have increased {since 2021=since:2021}.", 1, ["Danish purchases of Norwegian oil products have increased"]),
    # whose surname stands first has no shorter name
    ("{On Monday=2024-07-08} the town of Holm told the council that Vice Premier Li Qiang would want complementary advantages.", 0, ["The town of Holm told the council that Li Qiang would want complementary advantages"]),
    # what is announced is told with it, and with whose aim it is
    ("As Berg left {on Monday=2024-07-08}, Danish officials announced their ambition to expand trade between both ports by {2030=2030}.", 1, ["Danish officials announced their ambition to expand trade between both ports"]),
    ("As Berg left {on Monday=2024-07-08}, Danish officials announced their ambition to expand trade between both ports by {2030=2030}.", 2, ["Danish officials announced their ambition to expand trade between both ports"]),
    ("{On Monday=2024-07-08} the council announced its plan to build two bridges by {2030=2030}.", 0, ["The council announced its plan to build two bridges"]),
    ("{On Monday=2024-07-08} the council announced its plan to build two bridges by {2030=2030}.", 1, ["The council’s plan to build two bridges"]),
    # whose visit it is stands right before it
    ("Jonas Berg slept. The mayor during his visit to Oslo, the first since {1991=since:1991}, asked for help.", 1, ["The mayor during his visit to Oslo asked for help", "The mayor’s visit to Oslo", "The mayor during his visit to Oslo, the first since 1991, asked for help"]),
    ("Jonas Berg slept. The mayor during his visit to Oslo, the first since the town gained its port in {1991=1991}, asked the council for help.", 1, ["The mayor’s visit to Oslo", "The mayor’s visit to Oslo, the first"]),
    # "it" that was something is what happened
    ("The government paid each family. It was the worst fire in Holm since {1988=since:1988}.", 1, ["It was the worst fire in Holm since 1988", "It was the worst fire in Holm"]),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "number", "acceptable"), CASES)
def test_title(write: Writer, marked: str, number: int, acceptable: list[str]) -> None:
    assert reports(write(marked, published="2024-07-10"))[number].title in acceptable


def test_he_may_be_whom_the_text_is_about(write: Writer) -> None:
    text = (
        "Ada Okoye, the botanist, died at her home in Cork {on Monday=2024-07-08}. Rain fell there. It was cold. "
        "Few came. She had found the orchid {in 1966=1966}. Ada Okoye was 91."
    )
    assert "Ada Okoye had found the orchid" in [report.title for report in reports(write(text))]
