"""Titles of news of many kinds: courts, disasters, companies, sports, science, towns. All sentences are made up.

A case is a marked text, the number of the report that is judged, and the titles that would do.
"""

# ruff: noqa: E501 - a case is a line
from __future__ import annotations

from collections.abc import Callable

import pytest

from data.events import reports
from data.events.titles.shortening import LONGEST
from data.model import DatedDocument

Writer = Callable[..., DatedDocument]

GOLD: list[tuple[str, int, list[str]]] = [
    ("Police said the driver, who had been drinking, hit a tree on {Saturday=2024-07-06}.", 0, ["Police said the driver, who had been drinking, hit a tree"]),
    ("Born in Lagos in {1961=1961}, Ada Okoye studied law in London.", 0, ["Ada Okoye was born in Lagos"]),
    ("Born in Lagos in {1961=1961}, Ada Okoye studied law in London.", 1, ["Ada Okoye studied law in London"]),
    ("A jury in Leeds on {Thursday=2024-07-04} convicted Graham Pell of embezzling 2 million pounds from a children's charity between {2015=2015} and {2019=2019}.", 0, ["A jury in Leeds convicted Pell of embezzling 2 million pounds from a children's charity"]),
    ("Pell, who was arrested in {March 2022=2022-03} at Gatwick Airport, will be sentenced on {9 September=2024-09-09}.", 0, ["Pell was arrested at Gatwick Airport"]),
    ("Pell, who was arrested in {March 2022=2022-03} at Gatwick Airport, will be sentenced on {9 September=2024-09-09}.", 1, ["Pell will be sentenced"]),
    ("The trial of former finance minister Ana Duarte opened in Lisbon {last week=2024-07-01/2024-07-07}, three years after police raided her home.", 0, ["The trial of former finance minister Ana Duarte opened in Lisbon"]),
    ("Judge Helen Marsh dismissed the lawsuit in {May=2024-05}, saying the company had not proved any damage.", 0, ["Helen Marsh dismissed the lawsuit, saying the company had not proved any damage"]),
    ("An earthquake of magnitude 6.8 struck northern Chile early on {Tuesday=2024-07-09}, killing at least 14 people and cutting power to Iquique.", 0, ["An earthquake of magnitude 6.8 struck northern Chile"]),
    ("The quake was the strongest to hit the region since {2014=since:2014}, when six people died.", 1, ["Six people died"]),
    ("Floods swept through the valley on {Saturday night=2024-07-06} after two days of rain, officials said on {Sunday=2024-07-07}.", 0, ["Floods swept through the valley after two days of rain"]),
    ("Floods swept through the valley on {Saturday night=2024-07-06} after two days of rain, officials said on {Sunday=2024-07-07}.", 1, ["Officials: Floods swept through the valley after two days of rain"]),
    ("At least 40 passengers were hurt when a train derailed near Lyon on {Friday morning=2024-07-05}.", 0, ["At least 40 passengers were hurt when a train derailed near Lyon"]),
    ("Hurricane Nadia is expected to reach the coast of Florida on {Thursday=2024-07-11}.", 0, ["Hurricane Nadia is expected to reach the coast of Florida"]),
    ("Rescuers pulled a girl alive from the rubble on {Wednesday=2024-07-10}, four days after the building collapsed.", 0, ["Rescuers pulled a girl alive from the rubble, four days after the building collapsed"]),
    ("Novatek Systems said on {Tuesday=2024-07-09} it would buy rival Brightline for $3.2 billion in cash.", 0, ["Novatek Systems said it would buy rival Brightline for $3.2 billion in cash"]),
    ("Shares in Novatek fell 7 percent on {Wednesday=2024-07-10} after the company cut its forecast for {2025=2025}.", 0, ["Shares in Novatek fell 7 percent"]),
    ("Shares in Novatek fell 7 percent on {Wednesday=2024-07-10} after the company cut its forecast for {2025=2025}.", 1, ["The company cut its forecast"]),
    ("Brightline, founded in {2003=2003} by two students in Graz, employs 4,000 people.", 0, ["Brightline was founded by two students in Graz"]),
    ("Chief executive Laura Finch will step down in {January=2025-01}, the company announced {last month=2024-06}.", 0, ["Chief executive Laura Finch will step down"]),
    ("Chief executive Laura Finch will step down in {January=2025-01}, the company announced {last month=2024-06}.", 1, ["The company: Chief executive Laura Finch will step down"]),
    ("The merger, first announced in {February=2024-02}, was blocked by regulators in Brussels on {3 July=2024-07-03}.", 0, ["The merger was first announced"]),
    ("The merger, first announced in {February=2024-02}, was blocked by regulators in Brussels on {3 July=2024-07-03}.", 1, ["The merger was blocked by regulators in Brussels"]),
    ("Norway beat Italy 2-1 in Bergen on {Sunday=2024-07-07} to reach the final of the Women's World Cup.", 0, ["Norway beat Italy 2-1 in Bergen to reach the final of the Women's World Cup"]),
    ("Marta Silva won the 10,000 metres in Oslo on {Saturday=2024-07-06}, breaking a record that had stood since {1993=since:1993}.", 0, ["Marta Silva won the 10,000 metres in Oslo"]),
    ("The club sacked coach Dieter Braun on {Monday=2024-07-08} after five straight defeats.", 0, ["The club sacked coach Dieter Braun after five straight defeats"]),
    ("Ines Roth, who won gold at the {2016=2016} Olympics, retired in {2021=2021}.", 0, ["Ines Roth won gold at the Olympics"]),
    ("Ines Roth, who won gold at the {2016=2016} Olympics, retired in {2021=2021}.", 1, ["Ines Roth retired"]),
    ("Scientists at the University of Utrecht reported on {Thursday=2024-07-04} that they had grown a working kidney from stem cells.", 0, ["Scientists at the University of Utrecht reported that they had grown a working kidney"]),
    ("The probe, launched in {2018=2018}, entered orbit around Mercury {last December=2023-12}.", 0, ["The probe was launched"]),
    ("The probe, launched in {2018=2018}, entered orbit around Mercury {last December=2023-12}.", 1, ["The probe entered orbit around Mercury"]),
    ("Researchers found in {2020=2020} that the lake had lost a third of its water since {1975=since:1975}.", 0, ["Researchers found that the lake had lost a third of its water"]),
    ("The city council voted on {Tuesday night=2024-07-09} to close the old swimming pool.", 0, ["The city council voted to close the old swimming pool"]),
    ("Mayor Jean Aubert promised in {2020=2020} to build 500 flats; so far 120 have been finished.", 0, ["Jean Aubert promised to build 500 flats"]),
    ("Residents of Elm Street protested on {Saturday=2024-07-06} against plans for a car park.", 0, ["Residents of Elm Street protested against plans for a car park"]),
    ("The council of Moss approved the tunnel on {Monday=2024-07-08}. It is hardly surprising that residents protested on {Tuesday=2024-07-09}.", 1, ["It is hardly surprising that residents protested"]),
    ("The council of Moss approved the tunnel on {Monday=2024-07-08}. On {Tuesday=2024-07-09} it was too early to say who had won.", 1, ["It was too early to say who had won"]),
    ("The company runs a mill in Oslo. It is likely to close it on {Friday=2024-07-12}.", 1, ["The company is likely to close it"]),
    ("The bridge was closed in {2019=2019} because of cracks and reopened in {June=2024-06}.", 0, ["The bridge was closed because of cracks"]),
    ("The bridge was closed in {2019=2019} because of cracks and reopened in {June=2024-06}.", 1, ["The bridge was reopened"]),
    ("The library, damaged by a fire in {1974=1974}, was rebuilt by {1980=1980}.", 0, ["The library was damaged by a fire"]),
    ("The library, damaged by a fire in {1974=1974}, was rebuilt by {1980=1980}.", 1, ["The library was rebuilt"]),
    ("The teachers' union called off the strike planned for {12 September=2024-09-12}.", 1, ["The strike was planned"]),
    ("Police arrested three men on {Sunday=2024-07-07} in connection with the theft of a Rembrandt from a museum in Ghent in {2021=2021}.", 0, ["Police arrested three men in connection with the theft of a Rembrandt from a museum"]),
    ("Police arrested three men on {Sunday=2024-07-07} in connection with the theft of a Rembrandt from a museum in Ghent in {2021=2021}.", 1, ["The theft of a Rembrandt from a museum in Ghent"]),
    ("In {1994=1994}, Rwanda's army and militias killed some 800,000 people.", 0, ["Rwanda's army and militias killed some 800,000 people"]),
    ("The treaty, signed in Rome in {1957=1957}, created a common market.", 0, ["The treaty was signed in Rome"]),
    ('"We will not leave," farmer Otto Klein told reporters on {Monday=2024-07-08}.', 0, ["Otto Klein: We will not leave"]),
    ("The minister denied on {Friday=2024-07-05} that the government had known of the leak in {2022=2022}.", 0, ["The minister denied that the government had known of the leak"]),
    ("The minister denied on {Friday=2024-07-05} that the government had known of the leak in {2022=2022}.", 1, ["The minister denied that the government had known of the leak"]),
    ("Parliament could vote on the bill as early as {next week=2024-07-15/2024-07-21}.", 0, ["Parliament could vote on the bill"]),
    ("If the talks fail, the airline will cancel all flights on {Friday=2024-07-12}.", 0, ["If the talks fail, the airline will cancel all flights"]),
    ("The country joined the European Union in {2004=2004} and adopted the euro in {2009=2009}.", 0, ["The country joined the European Union"]),
    ("The country joined the European Union in {2004=2004} and adopted the euro in {2009=2009}.", 1, ["The country adopted the euro"]),
    ("A court in Madrid sentenced the former banker Luis Prado to eight years in prison on {Friday=2024-07-05}.", 0, ["A court in Madrid sentenced the former banker Luis Prado to eight years in prison"]),
    ("Prosecutors charged the doctor in {2021=2021} with falsifying records, but the case collapsed {last year=2023} when a witness died.", 0, ["Prosecutors charged the doctor with falsifying records"]),
    ("Prosecutors charged the doctor in {2021=2021} with falsifying records, but the case collapsed {last year=2023} when a witness died.", 1, ["The case collapsed when a witness died"]),
    ("The appeals court in Ottawa on {Monday=2024-07-08} upheld the {2022=2022} conviction of a pipeline executive.", 0, ["The appeals court in Ottawa upheld the conviction of a pipeline executive"]),
    ("The appeals court in Ottawa on {Monday=2024-07-08} upheld the {2022=2022} conviction of a pipeline executive.", 1, ["The conviction of a pipeline executive"]),
    ("Two former guards went on trial in Hamburg on {Thursday=2024-07-04} for the death of a prisoner in {2017=2017}.", 0, ["Two former guards went on trial in Hamburg for the death of a prisoner"]),
    ("Two former guards went on trial in Hamburg on {Thursday=2024-07-04} for the death of a prisoner in {2017=2017}.", 1, ["The death of a prisoner"]),
    ("The eruption, which began on {3 July=2024-07-03}, has forced 12,000 people from their homes on the island of Taal.", 0, ["The eruption began"]),
    ("A landslide buried part of the village of Sarno in {May 1998=1998-05}, killing 137 people.", 0, ["A landslide buried part of the village of Sarno, killing 137 people"]),
    ("Firefighters brought the blaze in the Lisbon suburb under control {early Wednesday=2024-07-10}.", 0, ["Firefighters brought the blaze in the Lisbon suburb under control"]),
    ("The storm made landfall near Mobile on {Saturday=2024-07-06} with winds of 180 km per hour.", 0, ["The storm made landfall near Mobile with winds of 180 km per hour"]),
    ("Carmaker Volta recalled 90,000 vans on {Tuesday=2024-07-09} because of faulty brakes.", 0, ["Carmaker Volta recalled 90,000 vans because of faulty brakes"]),
    ("Volta was fined 12 million euros in {2019=2019} for lying about emissions.", 0, ["Volta was fined 12 million euros for lying about emissions"]),
    ("The airline filed for bankruptcy protection on {Monday=2024-07-08}, blaming fuel prices and a strike that began in {May=2024-05}.", 0, ["The airline filed for bankruptcy protection"]),
    ("Siemens and Alstom abandoned their merger in {February 2019=2019-02}.", 0, ["Siemens and Alstom abandoned their merger"]),
    ("In {2023=2023} the chain opened 40 shops in Poland; {this year=2024} it plans to open 60.", 0, ["The chain opened 40 shops in Poland"]),
    ("Inflation slowed to 3.1 percent in {June=2024-06}, the statistics office said on {Wednesday=2024-07-10}.", 0, ["Inflation slowed to 3.1 percent"]),
    ("Inflation slowed to 3.1 percent in {June=2024-06}, the statistics office said on {Wednesday=2024-07-10}.", 1, ["The statistics office: Inflation slowed to 3.1 percent"]),
    ("Brazil won the Copa America in {2019=2019} by beating Peru 3-1 in Rio de Janeiro.", 0, ["Brazil won the Copa America by beating Peru 3-1 in Rio de Janeiro"]),
    ("Sprinter Kofi Mensah was banned for four years in {2022=2022} after testing positive for steroids.", 0, ["Sprinter Kofi Mensah was banned for four years after testing positive for steroids"]),
    ("Spain's Javier Ruiz won the 12th stage of the Tour de France on {Thursday=2024-07-04}.", 0, ["Spain's Javier Ruiz won the 12th stage of the Tour de France"]),
    ("The {2028=2028} Olympics will be held in Los Angeles.", 0, ["The Olympics will be held in Los Angeles"]),
    ("NASA launched the Orion capsule from Florida on {Tuesday=2024-07-09}.", 0, ["NASA launched the Orion capsule from Florida"]),
    ("A study published on {Monday=2024-07-08} in the journal Nature found that the glacier is melting twice as fast as in {2000=2000}.", 0, ["A study published in the journal Nature found that the glacier is melting twice as fast"]),
    ("Physicist Lise Meitner, who fled Berlin in {1938=1938}, explained nuclear fission {the following year=1939}.", 0, ["Physicist Lise Meitner fled Berlin"]),
    ("Physicist Lise Meitner, who fled Berlin in {1938=1938}, explained nuclear fission {the following year=1939}.", 1, ["Physicist Lise Meitner explained nuclear fission"]),
    ("The vaccine was approved in Canada in {December 2020=2020-12}, a week after Britain became the first country to license it.", 0, ["The vaccine was approved in Canada"]),
    ("The observatory in Chile recorded a flash on {14 March=2024-03-14} that lasted nine minutes.", 0, ["The observatory in Chile recorded a flash that lasted nine minutes"]),
    ("The mayor of Ghent, Tine Claes, resigned on {Thursday=2024-07-04} over a housing scandal.", 0, ["The mayor of Ghent, Tine Claes, resigned over a housing scandal"]),
    ("Claes, 54, had been mayor since {2016=since:2016}.", 0, ["Claes had been mayor"]),
    ("Protesters occupied the town hall for three days in {1968=1968}.", 0, ["Protesters occupied the town hall for three days"]),
    ("Governor Rita Moore signed a law on {Friday=2024-07-05} that will raise the minimum wage to $17 in {2026=2026}.", 0, ["Rita Moore signed a law"]),
    ("Soldiers seized power in Niger on {26 July 2023=2023-07-26}, hours after the presidential guard had detained President Mohamed Bazoum.", 0, ["Soldiers seized power in Niger, hours after the presidential guard had detained Bazoum"]),
    ("Israel and Egypt signed a peace treaty in Washington in {March 1979=1979-03}.", 0, ["Israel and Egypt signed a peace treaty in Washington"]),
    ("The museum reopened in {2011=2011} after eight years of work that cost 375 million euros.", 0, ["The museum reopened after eight years of work that cost 375 million euros"]),
    ("On {9 November 1989=1989-11-09} the Berlin Wall fell.", 0, ["The Berlin Wall fell"]),
    ("Queen Margrethe abdicated on {14 January 2024=2024-01-14}, 52 years after she took the throne.", 0, ["Queen Margrethe abdicated, 52 years after she took the throne"]),
    ("The company's founder, Otto Brandt, died in {1987=1987} at the age of 91.", 0, ["The company's founder, Otto Brandt, died at the age of 91"]),
    ("A gunman killed five people at a newspaper office in Annapolis in {June 2018=2018-06}.", 0, ["A gunman killed five people at a newspaper office in Annapolis"]),
    ('"The lake is dying," biologist Nadia Haddad said in an interview on {Tuesday=2024-07-09}.', 0, ["Nadia Haddad: The lake is dying"]),
    ("The ministry said the ship would be repaired by {the end of the year=2024}.", 0, ["The ministry said the ship would be repaired"]),
    ("Officials had warned in {2016=2016} that the bridge could collapse.", 0, ["Officials had warned that the bridge could collapse"]),
    ("No one was hurt in {Sunday=2024-07-07}'s fire at the chemical plant.", 0, ["No one was hurt in the fire at the chemical plant"]),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "number", "acceptable"), GOLD)
def test_title(write: Writer, marked: str, number: int, acceptable: list[str]) -> None:
    title = reports(write(marked, published="2024-07-10"))[number].title
    assert title in acceptable
    assert len(title) <= LONGEST
