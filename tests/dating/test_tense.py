"""Which way a bare weekday or month points, by the words around it; written on Friday, 22 March 2013."""

from __future__ import annotations

import pytest

from data.dating import resolve
from data.days import from_iso
from data.model import Published, Sentence
from data.tagging import tag
from tests.helpers.marked_lines import DAY, found_and_wanted

_LINES = """
Lawmakers could not be reached Thursday. | Thursday=2013-03-21
The two leaders met Tuesday to discuss the plan. | Tuesday=2013-03-19
Thousands gathered to protest the law on Wednesday. | Wednesday=2013-03-20
Obama traveled to Israel to meet with leaders Wednesday. | Wednesday=2013-03-20
I am to take the bag to the ferry on Tuesday evening. | Tuesday evening=2013-03-26TEV
It agreed to buy the mill for twice Thursday's closing price. | Thursday=2013-03-21
Traders hope to win back Thursday's losses. | Thursday=2013-03-21
See you on Tuesday at the café. | Tuesday=2013-03-26
Obama to visit Israel Wednesday | Wednesday=2013-03-27
The ministry called on the guards to release him in a statement on Thursday. | Thursday=2013-03-21
The ministry called on the guards to release him on Thursday. | Thursday=2013-03-28
The mayor will speak of it in an interview on Tuesday. | Tuesday=2013-03-26
The hearing won't be held Monday. | Monday=2013-03-25
The trial was postponed until Monday. | Monday=2013-03-25
The trial had been scheduled for Monday. | Monday=2013-03-18
A trial had been set for May 13 by the judge. | May 13=2013-05-13
The flight had originally been planned for June but was delayed. | June=2012-06
The bank had held talks of its own with the builders in May. | May=2012-05
The bank lent a million to shipbuilders on Monday. | Monday=2013-03-18
The trial would have begun Monday. | Monday=2013-03-18
A protest is planned for Sunday. | Sunday=2013-03-24
Parliament is set to vote Tuesday on the bill. | Tuesday=2013-03-26
The crews will be sent home on reduced pay from 1 May. | 1 May=2013-05-01
Parliament set a vote for Tuesday. | Tuesday=2013-03-26
The vote Tuesday will decide. | Tuesday=2013-03-26
Police said the attack Tuesday was the worst. | Tuesday=2013-03-19
A meeting of ministers on Monday will discuss the bailout. | Monday=2013-03-25
He will appear in court Monday, police said. | Monday=2013-03-25
He appeared in court Monday and will return Tuesday. | Monday=2013-03-18; Tuesday=2013-03-26
Smith, who was arrested Monday, will appear in court. | Monday=2013-03-18
Monday's meeting will be his last. | Monday=2013-03-25
Monday's attack killed 12. | Monday=2013-03-18
Ahead of Monday's meeting, leaders talked. | Monday=2013-03-25
The bank has until Monday to find a solution. | Monday=2013-03-25
The bank said it must find a solution by Monday. | Monday=2013-03-25
Banks, closed since Saturday, will reopen Tuesday. | Saturday=2013-03-16; Tuesday=2013-03-26
The measure passed on Thursday and heads to the Senate on Monday. | Thursday=2013-03-21; Monday=2013-03-25
The shuttle is to land Saturday. | Saturday=2013-03-23
He is scheduled to be sentenced June 5. | June 5=2013-06-05
He was sentenced Dec. 5. | Dec. 5=2012-12-05
His birthday is April 7. | April 7=2013-04-07
The tax cuts expired Jan. 1. | Jan. 1=2013-01-01
Elections in November gave his party a majority. | November=2012-11
The company will report in October. | October=2013-10
It was the biggest drop since July. | July=2012-07
The film opens in July. | July=2013-07
The program, which was launched in October, will end in June. | October=2012-10; June=2013-06
He hopes to run in May. | May=2013-05
A December poll showed 54 percent in favor. | December=2012-12
the annual meeting in April | April=2013-04
The next hearing is April 12. | April 12=2013-04-12
A book to be published in June tells of it. | June=2013-06
She was the first to be killed Monday. | Monday=2013-03-18
A suspect was said to be held Monday. | Monday=2013-03-18
He admitted planning the July 27 suicide attacks. | July 27=2012-07-27
Rates have fallen, and by Thursday they stood at 3 percent. | Thursday=2013-03-21
The court ordered him to be present on Sunday. | Sunday=2013-03-24
They asked to be free on Sunday. | Sunday=2013-03-24
She was thought to be happy on Sunday. | Sunday=2013-03-17
The vote Sunday did not bring a winner. | Sunday=2013-03-17
It issued a red warning for Saturday. | Saturday=2013-03-23
The report comes out Monday. | Monday=2013-03-25
By Sunday, the mayor said, crews will reach it. | Sunday=2013-03-24
The exchange, closed Thursday, reopens Monday. | Thursday=2013-03-21; Monday=2013-03-25
A union called a strike for Tuesday. | Tuesday=2013-03-26
He fell ill last Thursday. | last Thursday=2013-03-14
Voters go to the polls Sunday. | Sunday=2013-03-24
Ministers will hold a call Thursday, he said Wednesday. | Thursday=2013-03-28; Wednesday=2013-03-20
Officials on Thursday said they may close schools Monday. | Thursday=2013-03-21; Monday=2013-03-25
The report, due Thursday, may show growth. | Thursday=2013-03-28
"We will decide Monday," he told reporters Thursday. | Monday=2013-03-25; Thursday=2013-03-21
The ECB gave Cyprus until Monday to agree. | Monday=2013-03-25
Work began in September and is to be finished by August. | September=2012-09; August=2013-08
The third fire broke out on Monday, when the alarm would not ring. | Monday=2013-03-18
The board will meet on Monday, when it may name a chief. | Monday=2013-03-25
The flight was due after tests in May had failed. | May=2012-05
The strike began on Monday, when a deadline set by the union passed. | Monday=2013-03-18
"They have moved on," he wrote in a note to clients on Tuesday. | Tuesday=2013-03-19
They have asked the mill to close on Tuesday. | Tuesday=2013-03-26
The bank's shareholders gather in Tampa on Tuesday. | Tuesday=2013-03-26
The flight is due after tests in May. | May=2013-05
They will meet as early as Monday, officials said. | Monday=2013-03-25
On Tuesday the mayor, who took office in May, is to speak. | Tuesday=2013-03-26; May=2012-05
Sunday's race, held each year since 1990, will go ahead. | Sunday=2013-03-24; each year=P1Y; 1990=1990
They canceled all flights until Monday. | Monday=2013-03-25
Monday's game, moved to Oslo, was lost. | Monday=2013-03-18
He promised to retire, only to change his mind in December. | December=2012-12
The storm is on course to hit the coast on Saturday. | Saturday=2013-03-23
Managers will take a 10% pay cut through May. | May=2013-05
December corn fell four cents. | December=2013-12
In December corn fell four cents. | December=2012-12
The December gold contract rose. | December=2013-12
In November it forecast a loss. | November=2012-11
Snow is forecast for Sunday. | Sunday=2013-03-24
He had asked for the shaft to be shut, most recently in August. | August=2012-08
It repeated its forecast for 2014, given in February. | 2014=2014; February=2013-02
He has been given until Monday to leave. | Monday=2013-03-25
Nobody sees a cut before July. | July=2013-07
We do not see any buyers before May. | May=2013-05
The ban was not lifted before May. | May=2012-05
Its bid fell through in May. | May=2012-05
It cut its outlook for April on Monday. | April=2013-04; Monday=2013-03-18
It was mended on March 4, eight days before. | March 4=2013-03-04; eight days before=2013-03-04
The rate will be 9% by 2015, up from 6% three years earlier. | 2015=2015; three years earlier=2012
The deadline would have run out on 15 March. | 15 March=2013-03-15
Game time Saturday is 7:05 p.m. | Saturday=2013-03-23; 7:05 p.m.=2013-03-23T19:05
Tuesday's game is at 7:05 p.m. | Tuesday=2013-03-26; 7:05 p.m.=2013-03-26T19:05
They are off Monday before opening a series on Tuesday night. | Monday=2013-03-25; Tuesday night=2013-03-26TNI
"I've got nothing to do until November," he said. | November=2013-11
Polls open in five days, and the count may take two more. | five days=2013-03-27
Costs will have doubled in a few years. | a few years=PXY
"As much as a man may take in ten years," she said. | ten years=P10Y
"""

# By language: what is put off, what a verb behind its own date tells, and what is directly before one.
_OTHER_LANGUAGES = [
    ("de", "Die Wahl wurde bis Donnerstag verschoben.", "2013-03-28"),
    ("de", "Er blieb bis Donnerstag.", "2013-03-21"),
    ("es", "La huelga fue aplazada hasta el jueves.", "2013-03-28"),
    ("it", "Il voto fu sospeso fino a giovedì.", "2013-03-28"),
    ("it", "L'allarme è scattato giovedì.", "2013-03-21"),
    ("nl", "De wedstrijd werd uitgesteld tot donderdag.", "2013-03-28"),
    ("pt", "O prefeito suspendeu as aulas até quinta-feira.", "2013-03-28"),
    ("ru", "Мэр отменил плату до четверга.", "2013-03-28"),
    ("uk", "Мер скасував плату до четверга.", "2013-03-28"),
    ("pt", "O jogo é no domingo.", "2013-03-24"),
    ("es", "El partido es el domingo.", "2013-03-24"),
    ("es", "La noticia es que el domingo cayó.", "2013-03-17"),
    ("uk", "Зараз тепло, а з четверга похолодає.", "2013-03-28"),
]


@pytest.mark.parametrize("line", _LINES.strip().splitlines())
def test_direction(line: str) -> None:
    found, wanted = found_and_wanted(line)
    assert found == wanted


@pytest.mark.parametrize(("language", "text", "value"), _OTHER_LANGUAGES)
def test_direction_in_other_languages(language: str, text: str, value: str) -> None:
    day = from_iso(DAY)
    published = Published(DAY, day, day, "given")
    mentions = tag(text, language=language)
    found = resolve(text, mentions, [Sentence(0, len(text))], published, language=language)
    assert [each.value for each in found if each.value.count("-") == 2] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Die Läden schließen am Samstag.", "2013-03-23"),
        ("Das Museum, das in Kiel eröffnet wurde, schließt am Dienstag.", "2013-03-26"),
        ("Er ließ am Dienstag die Brücke sperren.", "2013-03-19"),
        ("Sie verließ Kiel im November.", "2012-11"),
    ],
)
def test_a_verb_with_a_sharp_s_tells_its_tense(text: str, value: str) -> None:
    day = from_iso(DAY)
    mentions = tag(text, language="de")
    published = Published(DAY, day, day, "given")
    (found,) = resolve(text, mentions, [Sentence(0, len(text))], published, language="de")
    assert found.value == value


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("de", "Die 2010 gegründete Firma Nordhafen meldete am 5. März Insolvenz an.", "2013-03-05"),
        ("nl", "Het in 2010 opgerichte bedrijf ging op 5 maart failliet.", "2013-03-05"),
        ("de", "2010 gründete er eine Firma, am 5. März zog er nach Kiel.", "2010-03-05"),
    ],
)
def test_the_year_of_a_participle_is_not_that_of_its_sentence(language: str, text: str, value: str) -> None:
    day = from_iso(DAY)
    published = Published(DAY, day, day, "given")
    mentions = tag(text, language=language)
    found = resolve(text, mentions, [Sentence(0, len(text))], published, language=language)
    assert found[-1].value == value
