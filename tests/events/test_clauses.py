"""Which day each clause of a sentence tells, and where a clause ends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest

from data import days, edtf
from data.events import reports
from data.events.clauses.clause import clauses
from data.events.clauses.focus import focus
from data.events.cues import cues
from data.model import Anchor, DatedDocument

Writer = Callable[..., DatedDocument]

CASES = [
    # a date goes on in the clause that tells more of it, closed at both ends
    (
        "{Since 1985=since:1985}, when the camp was built, nine hundred people have lived there.",
        [
            ("Since 1985,", "1985/.."),
            ("when the camp was built,", "1985"),
            ("nine hundred people have lived there.", None),
        ],
    ),
    # what a figure is compared with
    *(
        (sentence, [(sentence.replace("{2005=2005}", "2005"), None)])
        for sentence in (
            "The mill sold nine more boats than in {2005=2005}.",
            "Wood closed the day at 90, down 4 crowns from {2005=2005}.",
            "The mill is half as large as it was, and no richer than it was in {2005=2005}.",
            "Wood slipped below 80 crowns, a third less than at its peak in {2005=2005}.",
        )
    ),
    # when goods are to be handed over is not when their price fell
    (
        "Wood for {May=2025-05} delivery fell to 90 crowns.",
        [("Wood for May delivery fell to 90 crowns.", None)],
    ),
    (
        "The mill sold more boats in {2008=2008} than in {2005=2005}.",
        [("The mill sold more boats in 2008 than in 2005.", "2008")],
    ),
    # at the end of a range
    (
        "Berg ran the mill {from 1996=from:1996} {to 1999=to:1999}, when she was fired.",
        [("Berg ran the mill from 1996 to 1999,", "1996/1999"), ("when she was fired.", "1999")],
    ),
    # what money or food is for is not when it was stolen; an occasion is of its day
    (
        "They stole sacks of {Christmas=holiday:2023-12-25} cash.",
        [("They stole sacks of Christmas cash.", None)],
    ),
    (
        "The {Christmas=holiday:2023-12-25} ceremony was moved.",
        [("The Christmas ceremony was moved.", "2023-12-25")],
    ),
    # the day on which something is said in a paper
    (
        "The board blamed the crew in a report published {in March 2000=2000-03}.",
        [("The board blamed the crew in a report published in March 2000.", "2000-03")],
    ),
    # a day that opens the sentence, a clause of what was before, and the main one
    (
        "{In June 2000=2000-06}, weeks after the mill was sold, Berg opened a shop in Oslo.",
        [("In June 2000, weeks after the mill was sold, Berg opened a shop in Oslo.", "2000-06")],
    ),
    # a clause with a verb of its own is no comparison
    (
        "The mill needs four times as many boats before the herring comes back {in May=2025-05}.",
        [
            ("The mill needs four times as many boats", None),
            ("before the herring comes back in May.", "2025-05"),
        ],
    ),
    # what is told begins behind the day and place of the saying
    (
        "Berg said in the hall {on Monday=2024-07-08} that the mill will close {in 2030=2030}.",
        [("Berg said in the hall on Monday", "2024-07-08"), ("that the mill will close in 2030.", "2030")],
    ),
    # somebody is told to do something
    (
        "Ilves told the bank {last month=2024-06} to raise its capital {by May 2025=2025-05}.",
        [("Ilves told the bank last month", "2024-06"), ("to raise its capital by May 2025.", "2025-05")],
    ),
    # a date that describes a noun is not the day of the saying
    (
        "The mill said its {May=2024-05} loss was larger, and the council sold the quay in {June=2024-06}.",
        [
            ("The mill said its May loss was larger,", "2024-05"),
            ("and the council sold the quay in June.", "2024-06"),
        ],
    ),
    (
        "The mill was sold in {May=2024-05}, Berg wrote in a {July=2024-07} letter to the council.",
        [
            ("The mill was sold in May,", "2024-05"),
            ("Berg wrote in a July letter to the council.", "2024-07"),
        ],
    ),
    (
        "The mill ran up a debt from {2005=2005} on.",
        [("The mill ran up a debt from 2005 on.", "2005")],
    ),
    # what is between the subject and its verb may have two dates
    (
        "The mill, which was sold in {2005=2005} and closed in {2008=2008}, burned down in {2010=2010}.",
        [
            ("The mill, which was sold in 2005", "2005"),
            ("and closed in 2008,", "2008"),
            ("burned down in 2010.", "2010"),
        ],
    ),
    # a clause in between may have clauses of its own, and what goes on behind it a date of its own
    (
        (
            "The mill, which had lost as much as a third {on Thursday=2024-07-04} before winning it back,"
            " rose to 9 crowns."
        ),
        [
            ("The mill, which had lost as much as a third on Thursday before winning it back,", "2024-07-04"),
            ("rose to 9 crowns.", None),
        ],
    ),
    (
        "Berg, whose pay was halved in {June=2024-06}, agreed to stay until {2026=../2026}.",
        [("Berg, whose pay was halved in June,", "2024-06"), ("agreed to stay until 2026.", "../2026")],
    ),
    # what was before a year, or a month, is over with the one before it, and what was after begins with the
    # next; a day mostly counts itself
    ("The ferry sank after {2005=after:2005}.", [("The ferry sank after 2005.", "2006/..")]),
    ("The ferry sank after {Friday=after:2024-07-12}.", [("The ferry sank after Friday.", "2024-07-12")]),
    ("The ferry sank before {2005=before:2005}.", [("The ferry sank before 2005.", "../2004")]),
    ("The ferry sank before {May 2005=before:2005-05}.", [("The ferry sank before May 2005.", "../2005-04")]),
    ("The ferry sank before {Friday=before:2024-07-12}.", [("The ferry sank before Friday.", "2024-07-12")]),
    # "from" and a figure make no older figure of what was approved
    (
        "The bill, which takes cash from the $9 million approved {in May=2024-05}, fell {in July=2024-07}.",
        [
            ("The bill, which takes cash from the $9 million approved in May,", "2024-05"),
            ("fell in July.", "2024-07"),
        ],
    ),
    # a date that tells how rare a thing is, and that of an older figure
    (
        "The mill lost a third, its steepest fall since {2001=since:2001}.",
        [("The mill lost a third, its steepest fall since 2001.", None)],
    ),
    (
        "The rise, the fourth in a row since {2004=since:2004}, lifted prices.",
        [("The rise, the fourth in a row since 2004, lifted prices.", None)],
    ),
    (
        "Sales fell to 70 tons from 77 tons in {2005=2005}.",
        [("Sales fell to 70 tons from 77 tons in 2005.", None)],
    ),
    # years after a day is another day
    (
        "Three years after the mill burned down in {2011=2011}, the council sold its land.",
        [
            ("Three years after the mill burned down in 2011,", "2011"),
            ("the council sold its land.", None),
        ],
    ),
    # a clause begins with its own date
    (
        "The mill closed a hall in {May=2024-05}, and in {July=2024-07} it sold the rest.",
        [("The mill closed a hall in May,", "2024-05"), ("and in July it sold the rest.", "2024-07")],
    ),
    (
        "Berg sued the mill in {May=2024-05} over nine trees, and the mill sued back in {July=2024-07}.",
        [
            ("Berg sued the mill in May over nine trees,", "2024-05"),
            ("and the mill sued back in July.", "2024-07"),
        ],
    ),
    (
        "The mill lost nine million in {2005=2005} and in {2006=2006}.",
        [("The mill lost nine million in 2005 and in 2006.", "2005/2006")],
    ),
    # two dates in one clause part it where the words of the later one begin
    (
        "Okoye {on Monday=2024-07-01} praised the crews who fought the fire of the mill {in 1990=1990}.",
        [
            ("Okoye on Monday praised the crews", "2024-07-01"),
            ("who fought the fire of the mill in 1990.", "1990"),
        ],
    ),
    (
        "The council {on Monday=2024-07-01} upheld the {2019=2019} ruling on the pier.",
        [("The council on Monday upheld", "2024-07-01"), ("the 2019 ruling on the pier.", "2019")],
    ),
    # a form of a verb behind its subject is a clause of its own
    (
        "The library, damaged by a fire {in 1974=1974}, was rebuilt {by 1980=1980}.",
        [("The library, damaged by a fire in 1974,", "1974"), ("was rebuilt by 1980.", "1980")],
    ),
    # a period is not its last day; an older figure's date is not the one of what is told
    (
        "The mill lost nine million in {the quarter=2024-34} ended {30 June=2024-06-30}.",
        [("The mill lost nine million in the quarter ended 30 June.", "2024-34")],
    ),
    (
        "The guests rose from 40,000 in {1980=1980} to 90,000 {last year=2023}.",
        [("The guests rose from 40,000 in 1980 to 90,000 last year.", "2023")],
    ),
    # what goes on behind a clause in between, also where that has clauses of its own
    (
        "Berg, who remembers the {1956=1956} flood as a girl of nine, said the sea gives and takes.",
        [
            ("Berg, who remembers the 1956 flood as a girl of nine,", "1956"),
            ("said the sea gives and takes.", None),
        ],
    ),
    # what happened hours before is of the same day, and a thing of its own
    (
        "Ilves landed hours after a storm broke the pier and sank five boats in it {on Monday=2024-07-01}.",
        [
            ("Ilves landed", "2024-07-01"),
            (
                "hours after a storm broke the pier and sank five boats in it on Monday.",
                "2024-07-01",
            ),
        ],
    ),
    # what goes on behind a clause in between is of what stood before that
    (
        "Okoye, who was born in Oslo and left {in 1960=1960}, praised the people of the town.",
        [
            ("Okoye, who was born in Oslo and left in 1960,", "1960"),
            ("praised the people of the town.", None),
        ],
    ),
    # in front of a body is no time
    (
        "The plan will go before the town council {on 10 July=2024-07-10}.",
        [("The plan will go before the town council on 10 July.", "2024-07-10")],
    ),
    # a decade that is aimed at, or only describes, is no date
    (
        "Moss hopes for half of the trade by {the 2030s=203X}.",
        [("Moss hopes for half of the trade by the 2030s.", None)],
    ),
    ("Berg built boats in {the 1960s=196X}.", [("Berg built boats in the 1960s.", "196X")]),
    # months are told by the day they end on
    (
        "Trade grew in {the financial year=P1Y} ended {March 2024=2024-03}.",
        [("Trade grew in the financial year ended March 2024.", "2023-04-01/2024-03-31")],
    ),
    (
        "Sales rose in {the six months=P6M} to {30 June 2023=2023-06-30}.",
        [("Sales rose in the six months to 30 June 2023.", "2023-40")],
    ),
    # one date governs the whole sentence
    ("The minister resigned {on Friday=2024-07-05}.", [("The minister resigned on Friday.", "2024-07-05")]),
    ("The minister resigned.", [("The minister resigned.", None)]),
    # two dates, two clauses
    (
        "Ilves opened the bridge {in 2019=2019} and closed the ferry {two years later=2021}.",
        [("Ilves opened the bridge in 2019", "2019"), ("and closed the ferry two years later.", "2021")],
    ),
    # what follows "since" or "whom" stays there; the main clause takes the focus date
    (
        "Ilves is on his first tour since the flood of the harbour {in 2020=2020}.",
        [("Ilves is on his first tour", None), ("since the flood of the harbour in 2020.", "2020")],
    ),
    (
        "The tour will include a dinner with Okoye, whom he last met in Bergen {in 2018=2018}.",
        [
            ("The tour will include a dinner with Okoye,", None),
            ("whom he last met in Bergen in 2018.", "2018"),
        ],
    ),
    # "since 2019" is a date, no clause
    ("Trade has grown {since 2019=since:2019}.", [("Trade has grown since 2019.", "2019/..")]),
    # what goes on behind a clause in between
    (
        "Berg, who came to Oslo {in 1961=1961}, believes the ferry should stay.",
        [("Berg, who came to Oslo in 1961,", "1961"), ("believes the ferry should stay.", None)],
    ),
    (
        "Since the ruling was read {in May=2024-05}, they have stayed away.",
        [("Since the ruling was read in May,", "2024-05"), ("they have stayed away.", None)],
    ),
    # a list of dated things
    (
        "The league added Oslo {in 1952=1952}, Bergen joined it {in 1955=1955} and Moss left {in 1982=1982}.",
        [
            ("The league added Oslo in 1952,", "1952"),
            ("Bergen joined it in 1955", "1955"),
            ("and Moss left in 1982.", "1982"),
        ],
    ),
    # what a subject is called has a date of its own
    (
        "Berg, the head of the mill since {2005=since:2005}, sold the quay {on Monday=2024-07-01}.",
        [("Berg, the head of the mill since 2005, sold the quay on Monday.", "2024-07-01")],
    ),
    # the clause in between ends before what goes on behind it
    (
        "Berg, who sold the quay {in May=2024-05} to pay his debts, was forced to resign {in June=2024-06}.",
        [
            ("Berg, who sold the quay in May to pay his debts,", "2024-05"),
            ("was forced to resign in June.", "2024-06"),
        ],
    ),
    # what is added is no saying if it is a sum
    (
        "The court took 9 million {in 2004=2004}, added 4 million {in 2006=2006} and closed the case.",
        [
            ("The court took 9 million in 2004,", "2004"),
            ("added 4 million in 2006 and closed the case.", "2006"),
        ],
    ),
    # a year that something is said of
    (
        "Berg called {2005=2005} a hard year for the mill.",
        [("Berg called 2005 a hard year for the mill.", None)],
    ),
    # who speaks before a body stands in front of it
    (
        "Berg will speak before Congress {on Monday=2024-07-15}.",
        [("Berg will speak before Congress on Monday.", "2024-07-15")],
    ),
    # which thing is meant
    (
        "Berg took up the plan that Ilves had drawn {in May=2024-05}.",
        [("Berg took up the plan", None), ("that Ilves had drawn in May.", "2024-05")],
    ),
    (
        "Berg paid the fine of €4 million that the court had set {in May=2024-05}.",
        [("Berg paid the fine of €4 million", None), ("that the court had set in May.", "2024-05")],
    ),
    (
        "Berg made a loss in the year that ended {in May=2024-05}.",
        [("Berg made a loss in the year that ended in May.", "2024-05")],
    ),
    # a second verb without a comma is of the clause about the noun
    (
        "The mill went {in May=2024-05} to Berg, who closed the quay {in June=2024-06} and sold the boats.",
        [
            ("The mill went in May to Berg,", "2024-05"),
            ("who closed the quay in June and sold the boats.", "2024-06"),
        ],
    ),
    # what is only compared does not date; nor does what says how rare a thing is
    (
        "Profit rose to nine million {last year=2023}, up from four million {the year before=2022}.",
        [("Profit rose to nine million last year, up from four million the year before.", "2023")],
    ),
    # what was done then is told beside what happened
    (
        "As it closed {on Monday=2024-07-08}, they told us that it would be mended in a year or so.",
        [
            ("As it closed on Monday,", "2024-07-08"),
            ("they told us that it would be mended in a year or so.", "2024-07-08"),
        ],
    ),
    # what has a time of its own that is not known takes no other's
    (
        "{Last year=} the trade of the port fell by a half, but in {May 2024=2024-05} it rose.",
        [
            ("Last year the trade of the port fell by a half,", None),
            ("but in May 2024 it rose.", "2024-05"),
        ],
    ),
    # the dots of initials end no sentence
    (
        "It was the first trip to a D.E.F. member since {1983=since:1983}.",
        [("It was the first trip to a D.E.F. member since 1983.", None)],
    ),
    ("It was the first visit since {1983=since:1983}.", [("It was the first visit since 1983.", None)]),
    (
        "It was the first visit since {1983=since:1983}, the mayor said.",
        [("It was the first visit since 1983, the mayor said.", None)],
    ),
    (
        "Prices ended the day 9 percent lower, their worst fall since the crash of {1987=1987}.",
        [("Prices ended the day 9 percent lower, their worst fall since the crash of 1987.", None)],
    ),
    # the saying's own date, and a source's tail with another date
    (
        "The ferry sank {on Monday=2024-07-01}, the mayor told reporters {on Friday=2024-07-05}.",
        [("The ferry sank on Monday,", "2024-07-01"), ("the mayor told reporters on Friday.", "2024-07-05")],
    ),
    # soon after
    (
        "He was shot shortly after he came home {on Friday=2024-07-05}.",
        [("He was shot shortly after he came home on Friday.", "2024-07-05")],
    ),
    # a story's first line is no clause, and its date is not the story's
    (
        "OSLO, {July 6=2024-07-06} (Agency) — Ilves went home {on Friday=2024-07-05}.",
        [("OSLO, July 6 (Agency) — Ilves went home on Friday.", "2024-07-05")],
    ),
    # a date of the source's own day does not date what is quoted
    (
        "“{Today=2024-07-08} is a good day,” Ilves told guests {in 2018=2018}.",
        [("“Today is a good day,” Ilves told guests in 2018.", "2018")],
    ),
    # saying and what is said
    (
        "The palace said {on Thursday=2024-07-04} Okoye will visit Oslo {on July 8=2024-07-08}.",
        [("The palace said on Thursday", "2024-07-04"), ("Okoye will visit Oslo on July 8.", "2024-07-08")],
    ),
    # a finer date within a wider one is one date
    ("It burned {in 2019=2019}, {in March=2019-03}.", [("It burned in 2019, in March.", "2019-03")]),
    # days in a list are one span
    (
        "They met {Monday=2024-07-08} and {Tuesday=2024-07-09}.",
        [("They met Monday and Tuesday.", "2024-07-08/2024-07-09")],
    ),
    # up to then something was so
    (
        "The mill stayed shut {until 2009=until:2009}.",
        [("The mill stayed shut until 2009.", "../2009")],
    ),
    # so are years and months that follow each other; of others the first is told
    (
        "It lost money {in 2009=2009} and in {2010=2010}.",
        [("It lost money in 2009 and in 2010.", "2009/2010")],
    ),
    (
        "Prices rose {in May=2024-05}, {June=2024-06} and {July=2024-07}.",
        [("Prices rose in May, June and July.", "2024-05/2024-07")],
    ),
    ("Berg was fined {in 1996=1996} and {2004=2004}.", [("Berg was fined in 1996 and 2004.", "1996")]),
    # what cannot be dated does not date
    # what a date owns is told of it, not what is said before it
    (
        "Wide gaps remain before {next week=2024-07-15/2024-07-21}'s talks in the harbour of Oslo.",
        [
            ("Wide gaps remain", None),
            ("before next week's talks in the harbour of Oslo.", "2024-07-15/2024-07-21"),
        ],
    ),
    # a date behind "the order of" is the order's
    (
        "At this pace the mill will finish the order of {December 2021=2021-12} in {the late 2040s=204X}.",
        [("At this pace the mill will finish the order of December 2021 in the late 2040s.", "204X")],
    ),
    ("They met {one Monday=}.", [("They met one Monday.", None)]),
]

# Behind "and", how things are now is told apart from what happened, if the document's day is known.
OF_NOW = [
    (
        "The crane was ordered {in 2018=2018} and work has reportedly begun.",
        [("The crane was ordered in 2018", "2018"), ("and work has reportedly begun.", None)],
    ),
    (
        "{In 2018=2018} the mill was sold, and its boats are built in Oslo.",
        [("In 2018 the mill was sold,", "2018"), ("and its boats are built in Oslo.", None)],
    ),
    # the year of writing, among whose things something is the best
    (
        "Berg ran the fastest mile of {the year=2024}.",
        [("Berg ran the fastest mile of the year.", None)],
    ),
    (
        "Berg ran the fastest mile of {the year=2023}.",
        [("Berg ran the fastest mile of the year.", "2023")],
    ),
    # until when something holds is not when it was done
    (
        "The judge barred Berg from work {until 2009=until:2009}.",
        [("The judge barred Berg from work until 2009.", None)],
    ),
    # two of whom something is said
    (
        "Berg said {in 2018=2018} the mills of Moss and Oslo are old.",
        [("Berg said in 2018 the mills of Moss and Oslo are old.", "2018")],
    ),
]


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_clauses(write: Writer, marked: str, expected: list[tuple[str, str | None]]) -> None:
    dated = write(marked)
    text = dated.document.text
    found = clauses(0, len(text), text, dated.expressions, cues("en"))
    told = [
        (
            text[clause.start : clause.end],
            clause.dating and edtf.write(clause.dating.start, clause.dating.end, clause.dating.precision),
        )
        for clause in found
    ]
    assert told == expected


@pytest.mark.parametrize(("marked", "expected"), OF_NOW)
def test_clauses_of_now(write: Writer, marked: str, expected: list[tuple[str, str | None]]) -> None:
    dated = write(marked)
    text = dated.document.text
    found = clauses(0, len(text), text, dated.expressions, cues("en"), focus(dated))
    assert [
        (text[one.start : one.end], one.dating and days.iso_year(days.civil(one.dating.start or 0).year))
        for one in found
    ] == expected


def test_a_day_named_behind_words_that_point_at_it(write: Writer) -> None:
    dated = write("On {that day=2024-07-08}, {May 3=2024-05-03}, the mill closed its quay.")
    text, (pointing, named) = dated.document.text, dated.expressions
    pointing = replace(pointing, anchor=Anchor("expression", "2024-07-08", "the day told before"))
    (only,) = clauses(0, len(text), text, [pointing, named], cues("en"))
    assert only.dating is not None
    assert days.iso(only.dating.start) == "2024-05-03"


def test_the_last_letters_of_a_word_are_no_article() -> None:
    attributive = cues("en").attributive
    assert all(attributive.search(before) for before in ("for the ", "Oslo’s ", "the towns’ "))
    assert not any(attributive.search(before) for before in ("asked for a visa ", "left Japan "))


@pytest.mark.parametrize("marked", [case[0] for case in CASES])
def test_clauses_cover_the_sentence(write: Writer, marked: str) -> None:
    dated = write(marked)
    text = dated.document.text
    found = clauses(0, len(text), text, dated.expressions, cues("en"))
    assert found[0].start == 0
    assert found[-1].end == len(text)
    for before, after in pairwise(found):
        assert text[before.end : after.start].strip() == ""


def test_the_words_of_a_relative_clause_have_its_head(write: Callable[..., DatedDocument]) -> None:
    found = reports(write("Guests praised the harbour festival, which closed {on Monday=2024-07-08}."))
    (closing,) = [report for report in found if report.passage.text.startswith("which")]
    assert {"clos", "festival"} <= closing.words
