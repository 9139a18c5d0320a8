"""Titles that a reader of the list understands: whose sales, which country's government, where it is cut."""

# ruff: noqa: E501 - a case is a line
from __future__ import annotations

import pytest

from data.events import make_events, reports
from data.events.titles.shortening import LONGEST
from tests.helpers.dated_documents import Writer

PUMPS = "Corvane Industries reported a loss {on Tuesday=2024-07-09}. "
IRGENS = "Tomas Irgens died. He was 88. He loved his boat, and he hated noise. His house stood on a hill. "
RESIGNED = (
    "The former fisheries minister of Norway resigned. Norwegian papers had asked for it for weeks, "
    "and Norway votes in autumn. "
)


@pytest.mark.parametrize(
    ("marked", "title"),
    [
        # what a company has is told with its name
        (f"{PUMPS}Net income dropped to 81 million euros {{in May=2024-05}}.", "Corvane’s net income dropped to 81 million euros"),
        (f"{PUMPS}UK sales rose 2 percent {{in May=2024-05}}.", "Corvane’s UK sales rose 2 percent"),
        (f"{PUMPS}{{In May=2024-05}}, the board rejected a bid from a rival.", "Corvane’s board rejected a bid from a rival"),
        (f"{PUMPS}The company cut its forecast {{in May=2024-05}}.", "Corvane cut its forecast"),
        (f"{PUMPS}The pump maker shut a mill {{in May=2024-05}}.", "Corvane shut a mill"),
        # what a thing is about was told before
        ("Nordfisk made its offer for Corvane Ltd in spring. It was rejected. The offer expired {on Friday=2024-07-05}.", "The offer for Corvane Ltd expired"),
        # that of another stays as it is
        (f"{PUMPS}Pumpworks Inc. went bankrupt. Its stock fell to nothing {{in May=2024-05}}.", "Its stock fell to nothing"),
        # the government is that of the country that the text is about
        (f"{RESIGNED}The opposition said {{on Friday=2024-07-05}} that it would sue.", "Norway’s opposition said that it would sue"),
        # unless the sentence before tells of another one
        (f"{RESIGNED}Talks with Sweden failed. The government gave up {{on Friday=2024-07-05}}.", "The government gave up"),
        # who goes on in his own quotation
        (
            "“The pool is closed,” said Jonas Berg. “We will drain it and then sell our land {in May=2024-05}.”",
            "Jonas Berg: We will drain it and then sell our land",
        ),
        # offices of a body go with it
        ("FBI Director Ada Okoye left Oslo {on Friday=2024-07-05}.", "Ada Okoye left Oslo"),
        # a text that names one man once and goes on about him
        (f"{IRGENS}The town gave a concert. Many came. {{In 1961=1961}} he founded a quartet.", "Tomas Irgens founded a quartet"),
        ("Tomas Irgens died. He married the pianist Astrid Moe; she died {in 2007=2007}.", "Astrid Moe died"),
        # where somebody did what he did
        ("They jailed the clerk of the academy where she had worked {since 2011=since:2011}.", "She had worked at the academy"),
        # the saying behind a relative clause has its own day
        (
            "Tests link a lost trawler to the death of a diver who had left Oslo, a harbour official said {on Friday=2024-07-05}.",
            "A harbour official: Tests link a lost trawler to the death of a diver who had left Oslo",
        ),
        # what stands before a date, a word of time that describes, several who say nothing
        ("{In the course of 1918=1918}, the crew grew to ninety.", "The crew grew to ninety"),
        ("Fares were hit by {overnight=2024-07-08} losses in Oslo.", "Fares were hit by losses in Oslo"),
        ("{On Friday=2024-07-05}, the seven states adopted a charter for the whole of the northern sea and its many islands.", "The seven states adopted a charter for the whole of the northern sea and its many islands"),
        # what a firm reports of its quarter, what somebody missed, a noun with a clause of its own
        (f"{PUMPS}Earnings for its {{fourth quarter=2024-01/2024-03}} fell 50 percent.", "Corvane’s earnings fell 50 percent"),
        ("Mia Lund had missed the whole of {2018=2018} with a broken foot.", "Mia Lund had missed the whole of 2018 with a broken foot"),
        # what agencies type
        ("Okoye kept the boat -- a red one -- {until May=until:2024-05}.", "Okoye kept the boat – a red one"),
        ("{In May=2024-05}, Okoye wanted the sale to serve as a `bridge' to the island.", "Okoye wanted the sale to serve as a bridge to the island"),
    ],
)  # fmt: skip
def test_title_of_the_last_report(write: Writer, marked: str, title: str) -> None:
    assert reports(write(marked))[-1].title == title


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        # a line that goes on ends with a phrase
        ("The northern council focused {in May=2024-05} on hunting down the remaining owners of the abandoned trawlers.", "The northern council focused on hunting down the remaining owners…"),
        # not before its verb, and not where what is asked for would be lost
        ("The harbour wardens of both islands ordered the northern crews {in May=2024-05} to surrender their fishing licences to the port.", "The harbour wardens of both islands ordered the northern crews to surrender their fishing…"),
        # what only places the subject goes first
        ("Elected wardens in and around Moss warned the northern harbour crews {in May=2024-05} that they should expect little help.", "Elected wardens warned the northern harbour crews that they should expect little help"),
        # several openings go one after the other
        ("Alarmed by the fire, and in a hurry to rebuild what was left of the northern quay, the town passed the Harbour Act {in May=2024-05}.", "The town passed the Harbour Act"),
        ("Most importantly, Mia Lund was found {in May=2024-05} on a farm.", "Mia Lund was found on a farm"),
        # who says it without what he is, be it a list
        ("Corvane Co., a seller of pumps, valves and other iron goods, said {on Friday=2024-07-05} that it would merge with a firm from Oslo.", "Corvane Co. said that it would merge with a firm from Oslo"),
        ("The northern music label Corvane Discs lost its court case against Corvane Pumps {in May=2024-05} in the High Court of the islands.", "The northern music label Corvane Discs lost its court case against Corvane Pumps"),
        # one noun of two, and what hangs on it, are not parted
        ("The wardens of the northern harbour town filed a suit {in May=2024-05} against computer and television makers of the south.", "The wardens of the northern harbour town filed a suit"),
        # those who did it are still to come
        ("Mia Lund vowed {in May=2024-05} to hunt down and bring to justice those who had sunk the two ferries of the northern islands.", "Mia Lund vowed to hunt down and bring to justice those who had sunk the two ferries…"),
        ("Jonas Berg, who follows it for a bank, said {in May=2024-05} that he expected the Moss, Ont., maker of pumps to earn more than ever.", "Jonas Berg said that he expected the Moss, Ont., maker of pumps to earn more than ever"),
    ],
)  # fmt: skip
def test_title_of_a_long_sentence(write: Writer, sentence: str, title: str) -> None:
    (report, *_) = reports(write(sentence))
    assert report.title == title
    assert len(report.title) <= LONGEST


@pytest.mark.parametrize(
    ("clear", "unclear"),
    [
        ("Nordfisk raised its offer {on Friday=2024-07-05}.", "The offer was raised {on Friday=2024-07-05}."),
        ("Nordfisk will rebuild {on Friday=2024-07-12}.", "We will rebuild {on Friday=2024-07-12}."),
        ("The quay of Moss opened {on Friday=2024-07-05}.", "The latter opened {on Friday=2024-07-05}."),
        ("The Post told all {on Friday=2024-07-05}.", "The Post told reporters {on Friday=2024-07-05}."),
        ("The Post said so {on Friday=2024-07-05}.", "The Post said in an editorial {on Friday=2024-07-05}:"),
    ],
)
def test_what_is_not_understood_alone_is_less_important(write: Writer, clear: str, unclear: str) -> None:
    (one,) = make_events([write(clear)])
    (other,) = make_events([write(unclear)])
    assert other.importance < one.importance


def test_a_verb_of_no_list_tells_something(write: Writer) -> None:
    (told,) = make_events([write("The new chip crams 90 parts into a box {on Friday=2024-07-05}.")])
    (other,) = make_events([write("The new chip held 90 parts in a box {on Friday=2024-07-05}.")])
    assert told.importance == other.importance
