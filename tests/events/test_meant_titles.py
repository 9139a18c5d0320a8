"""Titles that name what a noun or pronoun of a long story means: which raid, which club, whom, what, where."""

# ruff: noqa: E501 - a case is a line
from __future__ import annotations

import pytest

from data.events import reports
from tests.helpers.dated_documents import Writer

MARTA = "Marta Holm, who drew the maps of the sound, has died. Her maps hung in schools. She loved her boat and her dog, and she sang. "
CASES = {
    "what was introduced with more words": [
        ("Three men stood trial over an armed raid on a bakery in Moss. The raid took place {on 2 May=2024-05-02}.", "The armed raid on a bakery in Moss took place"),
        ("They came in a stolen milk van. The van was found {on 3 May=2024-05-03} in a ditch.", "The stolen milk van was found in a ditch"),
        ("The siege of Velin in words and pictures\n\nThe siege began {on 6 May=2024-05-06}.", "The siege of Velin began"),
        ("The lorries bring 400 doses of oral vaccine. The doses arrived {on 6 May=2024-05-06}.", "The doses of oral vaccine arrived"),
    ],
    "what is newly told of is another one": [
        ("They paid for an armed raid on a bakery. In Hamar there was a raid too. The raid failed {on 2 May=2024-05-02}.", "The raid failed"),
        ("The old mayor of Moss left. The mayor died {on 2 May=2024-05-02}.", "The mayor died"),
    ],
    "the only one of its kind": [
        ("Moss Rovers have lost eight points. Fans wept. The club was founded {in 1911=1911}.", "Moss Rovers was founded"),
        ("The Holm Museum of Clocks has a new roof. The museum opened {in 1911=1911}.", "The Holm Museum of Clocks opened"),
        ("She wrote to the Port and Harbour Administration. The agency closed its file {in May=2024-05}.", "The Port and Harbour Administration closed its file"),
        ("Moss Rovers met Hamar City. The club was founded {in 1911=1911}.", "The club was founded"),
        ("A flood hit the town of Hamar. The town was rebuilt {in 1911=1911}.", "The town of Hamar was rebuilt"),
    ],
    "a firm that is called one": [
        ("Nordlys, the Norwegian lamp chain, is for sale. Nordlys was run by Aksel Nordlys and Lars Nordlys. The company went public {in 1996=1996}.", "Nordlys went public"),
    ],
    "whom a surname and a pronoun mean": [
        ("Marta Holm has died. Her daughter, Ida Holm, said so {on Monday=2024-07-01}. Holm retired {in 1955=1955} and left Oslo {in 1956=1956}.", "Holm left Oslo"),
        (f"{MARTA}{{In 1957=1957}} the map office hired her as a clerk.", "The map office hired Marta Holm as a clerk"),
        (f"{MARTA}She married Olof Berg. They parted {{in 1971=1971}}.", "Marta Holm and Olof Berg parted"),
        (f"{MARTA}She married Olof Berg. After leaving {{in 1993=1993}} she moved to Hamar.", "Marta Holm moved to Hamar"),
        (f"{MARTA}A friend bought her house {{in 1957=1957}}.", "A friend bought her house"),
    ],
    "what a verb acts on": [
        ("Turkey opened its embassy in Oslo {in 1968=1968}, closed it {in 1980=1980} and reopened it {in 1984=1984}.", "Turkey reopened its embassy"),
        ("Norway imposed sanctions on Belmark. They were lifted {in 2016=2016}.", "The sanctions on Belmark were lifted"),
        ("Oslo gave the besiegers ten days to leave. They complied {on 4 May=2024-05-04}.", "The besiegers complied"),
        ("The council put it into the attic. It moved to the castle {in 1907=1907}.", "It moved to the castle"),
        ("The slump came after the Holm Bank had gone public. The bank was weak. The crash hit it hard {in 1931=1931}.", "The crash hit the bank hard"),
    ],
    "one or several": [
        ("One of the saws, which was bought {in 2011=2011}, failed often before it was scrapped {in 2015=2015}.", "One of the saws was scrapped"),
        ("The Santa Ines was built in Japan {in 1984=1984} and sold {in 1999=1999}.", "The Santa Ines was sold"),
        ("The Santa Ines was built in Japan. It ran aground near Bohol {in 2006=2006}.", "The Santa Ines ran aground near Bohol"),
        ("The mission was approved {in 2008=2008} and almost cancelled {in 2012=2012}.", "The mission was almost cancelled"),
        ("Students took the library. Police tried to remove them {in May=2024-05}.", "Police tried to remove the students"),
        ("Footpath 14 was closed. The county promised {in May=2024-05} to reopen it by summer.", "The county promised to reopen Footpath 14 by summer"),
        ("Kotara's national university is at war. The university was closed {in 1998=1998}.", "Kotara's national university was closed"),
        ("The lease was suspended two days after the fire and revoked {in May=2024-05}.", "The lease was revoked"),
        # what is not told of
        ("The council met. Berg made it clear {in May=2024-05} that he would leave.", "Berg made it clear that he would leave"),
        ("The council met. The clock was returned, and Berg lent it to Moss {in May=2024-05}.", "Berg lent it to Moss"),
    ],
    "who made what": [
        ("A painting by a pupil of Berg that was stolen {in 1989=1989} has been found.", "A painting by a pupil of Berg was stolen"),
        ("The captain of the ship ignored a storm before it sank {last year=2023} with the loss of nine lives, a board of inquiry said in a report published {on Friday=2024-07-05}.", "A board of inquiry: The captain of the ship ignored a storm"),
        ("Brunel Foods, the maker of Choko bars, is ill. Brunel is old. Operating profit fell {in 2023=2023}.", "Brunel’s operating profit fell"),
    ],
    "what a document is about": [
        ("Crack found in the Holm dam\n\nBuses came. The lake was lowered {on Monday=2024-07-08}.", "The lake was lowered (Holm)"),
        ("Talks with Hamar failed. Hamar was angry. The old bridge was closed {on Monday=2024-07-08}.", "The old bridge was closed (Hamar)"),
        # nobody, as who did it; no city, as where, if there is another; nothing
        ("Jonas Berg was a baker. Berg was tall. Berg sang. A street was renamed {on Monday=2024-07-08}.", "A street was renamed"),
        ("Talks in Vienna failed. Vienna was wet. They had met in Moscow. Papers were signed {on Monday=2024-07-08}.", "Papers were signed"),
        # where it has a name, may be of another, or of what is named only once
        ("Talks with Hamar failed. Hamar was angry. Jonas Berg left {on Monday=2024-07-08}.", "Jonas Berg left"),
        ("Talks with Hamar failed. Hamar was angry. The government fell {on Monday=2024-07-08}.", "The government fell"),
        ("Talks with Hamar failed. The old bridge was closed {on Monday=2024-07-08}.", "The old bridge was closed"),
        ("STOLEN boat found in Holm\n\nA shed was full. The owner paid a fine {on Monday=2024-07-08}.", "The owner paid a fine (Holm)"),
    ],
    "whose it is, and what takes place": [
        ("Berg won the match between Jonas Berg and Mia Lund. The match began {on Monday=2024-07-08}.", "The match between Jonas Berg and Mia Lund began"),
        ("She asked for a debate in parliament, which is due to take place {on Monday=2024-07-15}.", "A debate in parliament is due to take place"),
        ("They mourn the killing of 23 sailors whose bodies were found near Moss {in August=2019-08}.", "23 sailors’ bodies were found near Moss"),
        (f"{MARTA}Jonas Berg wrote to her in anger {{in 1971=1971}}.", "Jonas Berg wrote to Marta Holm in anger"),
        (f"{MARTA}There she found {{in 1952=1952}} how eels travel.", "Marta Holm found how eels travel"),
        ("The branch in {Spring=2024-21} Garden Road shut {on 23 August=2024-08-23}.", "The branch in Spring Garden Road shut"),
        ("Lisbon, {6 May 2017=2017-05-06} - The old airport of the city was closed {on Friday=2017-05-05}.", "The old airport of the city was closed"),
    ],
    "who is not named": [
        ("Surinder Gill was a driver. Gill sang. Gill died. An engineer had warned the owners. He left the firm in anger {in May=2024-05}.", "He left the firm in anger"),
        ("Mette Krag was asked. Krag said no. A woman of 72 died {on Monday=2024-07-08} when her boat had to turn {on Friday=2024-07-05}.", "Her boat had to turn"),
    ],
    "capitals and cuts": [
        ("Queens were brought from Rome. The law on foreign queens was made {in May=2024-05}.", "The law on foreign queens was made"),
        ("The minister of the northern fisheries, Paul Harkness, resigned {on Monday=2024-07-08} after admitting that he had kept the crown's own ferry for himself for weeks.", "Paul Harkness resigned after admitting that he had kept the crown's own ferry for himself"),
        ("The Municipal Theatre of Moss\n\nLamps were few. A bomb destroyed the stage {in May=1945-05}.", "A bomb destroyed the stage (Municipal Theatre of Moss)"),
    ],
    "where there is": [
        ("Jonas Berg was jailed in Hamar. He died there {in 2013=2013}.", "Jonas Berg died in Hamar"),
    ],
    "what is to come": [
        ("The port office said that it would meet the mayor {next week=2024-07-15/2024-07-21}.", "The port office will meet the mayor"),
        ("The port office said that it would meet the mayor {in May=2024-05}.", "The port office said that it would meet the mayor"),
        ("Schools will reopen {on 27 July=2024-07-27} at the earliest.", "Schools will reopen"),
    ],
    "what the date is of": [
        ("Berg said that the works were part of a harbour rescue plan announced {in May=2024-05}.", "A harbour rescue plan was announced"),
        ("The office answered none of the letters sent {in May=2024-05}.", "The office answered none of the letters"),
        ("By then floods had spoilt the harvest, and {in May=2024-05} the old firm asked for help.", "The old firm asked for help"),
        ("{Last year=2023} they asked for the return of a clock that Berg had bought at an auction {in 1936=1936}.", "Berg had bought a clock at an auction"),
        ("The museum showed arms and, {in May=2024-05}, a whole boat in parts.", "The museum showed arms and a whole boat in parts"),
        ("He was fined in spring, but the charges were dropped {in May=2024-05} and revived {in June=2024-06}.", "The charges were revived"),
        ("When Jonas Berg fell ill, few knew. When he died {in 1902=1902}, his widow Agnes ran the mill for eleven years.", "Jonas Berg died"),
        ("Her novel won the August Prize {in 2001=2001}.", "Her novel won the August Prize"),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("text", "title"), [case for cases in CASES.values() for case in cases])
def test_the_title_of_the_last_dated_report(write: Writer, text: str, title: str) -> None:
    stated = [report for report in reports(write(text)) if report.basis == "stated"]
    assert stated[-1].title == title
