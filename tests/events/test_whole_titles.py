"""A title is a whole clause: nothing that its verb asks for is gone, and no cut turns what it says."""

# ruff: noqa: E501 - a case is a line
from __future__ import annotations

import pytest

from data.events import reports
from data.events.cues import cues
from data.events.titles.cutting import GOES_ON
from data.events.titles.shortening import LONGEST
from data.events.titles.title import title
from data.events.titles.wholeness import is_whole
from data.events.titles.wording import Telling
from tests.helpers.dated_documents import Writer

# A marked text, the number of the report that is judged, its title.
DATES = [
    # a date between commas goes with both of them
    ("The second storm, {in 1903=1903}, took the roof off the mill.", 0, "The second storm took the roof off the mill"),
    ("Berg retired in Moss, {in 1988=1988}, after a long illness.", 0, "Berg retired in Moss after a long illness"),
    # a length of time before the main clause is none of it; a noun in "-ed" is no verb
    ("Eight weeks after the worst bloodshed in the upper valley in half a century, the two towns still argued {on Monday=2024-07-08} about where it was.", 0, "The two towns still argued about where it was"),
    # it stays where a verb asks for it
    ("The crew spent {the winter of 1911=1911} on the ice off Norhaven.", 0, "The crew spent the winter of 1911 on the ice off Norhaven"),
    ("The quarrel goes back to {June 2015=2015-06}, and nobody in Moss knows why.", 0, "The quarrel goes back to June 2015, and nobody in Moss knows why"),
    # where it is what the line is about
    ("{Sunday=2024-07-07} is a day of mourning in Norhaven.", 0, "Sunday is a day of mourning in Norhaven"),
    # where it is what something is compared with
    ("Ada Okoye won her first title since {2016=2016} in the hall of Moss.", 0, "Ada Okoye won her first title since 2016 in the hall of Moss"),
    # where it parts what one verb tells
    ("Norway sent two ships {on Monday=2024-07-01}, Iceland three {on Friday=2024-07-05}.", 0, "Norway sent two ships on Monday, Iceland three on Friday"),
    # what only leads to it goes with it
    ("Mia Lund reached the hut shortly before {midnight=2024-07-07}.", 0, "Mia Lund reached the hut"),
    ("The lamp will burn until {Friday=2024-07-12}, perhaps until {Sunday=2024-07-14}.", 0, "The lamp will burn"),
    # an American date is one with its comma
    ("The {May 5, 2019,=2019-05-05} fire in the mill killed two.", 0, "The fire in the mill killed two"),
    # "and" is the clause's, not the date's
    ("The quay was sold for a song, and since {1990=1990} nobody has used the old crane.", 0, "Nobody has used the old crane"),
    # "and" before it loses its comma too
    # a verb that needs to be told until when
    ("The tannery went on until {1989=../1989}, long after the mill.", 0, "The tannery went on until 1989, long after the mill"),
    ("The law takes hold with effect from {1 August=2024-08-01}.", 0, "The law takes hold"),
    # whose day it is goes with it
    ("The yard reported a loss for its {third quarter=2023-35}, citing the price of steel.", 0, "The yard reported a loss, citing the price of steel"),
    # until when they have it; the last day of something
    ("The town gave a party on {the last day=2024-06-28} of the fair.", 0, "The town gave a party on the last day of the fair"),
    # "on" belongs to it
    ("The two towns were friends, but from {2022=since:2022} on, the gap between them grew.", 1, "The gap between them grew"),
    # a line that compares with it
    ("The price of herring fell to its lowest since {1992=1992}.", 0, "The price of herring fell to its lowest since 1992"),
    ("Under the deal signed {last May=2024-05}, Norway must pay for nine boats.", 0, "Under the deal signed last May, Norway must pay for nine boats"),
    # what is only reported stays so
    ("The quay was sold {in 2018=2018} and the old crane has reportedly gone.", 1, "The old crane has reportedly gone"),
    # a small word at the end may belong to the verb
    ("The old guard took over in {1972=1972}.", 0, "The old guard took over"),
    ("The council was asked to pay {on Friday=2024-07-05}, and it did not.", 0, "The council was asked to pay, and it did not"),
]  # fmt: skip

SUBJECTS = [
    # who goes on behind what somebody said is not sure: all of it is told
    ("Ada Okoye wrote that the pump broke down {on 3 May=2024-05-03} and was mended {on 9 May=2024-05-09}.", 1, "Ada Okoye wrote that the pump broke down and was mended"),
    # the subject right before the verb
    ("Berg told the council that the crane was safe {on Monday=2024-07-01} and that talks would begin {on 20 July=2024-07-20}.", 1, "Talks will begin"),
    # who goes on is not sure: he who said it, or what he told of
    ("The harbour office said the probe, Ulla, touched down {on Monday=2024-07-01} and sent its first picture {on Tuesday=2024-07-02}.", 1, "The harbour office said the probe, Ulla, touched down and sent its first picture"),
    # a participle goes on passive where nothing is acted on
    ("The yard was leased {in 2001=2001} to a Dane and sold again {in 2009=2009}.", 1, "The yard was sold again"),
    # the verb behind a relative clause is the sentence's own
    ("The boat that was found adrift {in March=2024-03} after the storm will be sold {on 20 July=2024-07-20}.", 1, "The boat that was found adrift after the storm will be sold"),
    # a noun that is only placed by the one behind it
    ("A letter from the mayor, printed {in 2020=2020}, changed nothing.", 0, "A letter from the mayor was printed"),
    ("The brewery at Norhaven, which closed {in 1971=1971}, is now a museum of hops.", 0, "The brewery at Norhaven closed"),
    # whose brother, with his name between commas
    # behind an age
    ("The mayor thanked Hilda Holm, 84, whose father died in the mill {in 1938=1938}.", 1, "Hilda Holm’s father died in the mill"),
    # the verb behind a comma is no source
    ("The harbour master, who came from Moss, told the crews that the ice would hold until spring and no longer.", 0, "The harbour master: The ice would hold until spring and no longer"),
    # who goes on behind a relative clause is the one it is about
    # the one behind "that", not who said so
    ("Lund explained that the plan, which the shop had handed in {on 4 March=2024-03-04}, would be judged {on 18 July=2024-07-18}.", 2, "The plan will be judged"),
    # a form is no noun
    ("Repairs of the quay were begun {in 2005=2005}, interrupted {in 2007=2007} for lack of money.", 1, "Repairs of the quay were interrupted for lack of money"),
    # who is described by a noun between commas
    ("Nordfisk, a firm from Moss, searched the sea floor {in 2006=2006} and announced {in 2009=2009} that it had found the wreck.", 1, "Nordfisk announced that it had found the wreck"),
    # the date is that of the verb behind the clause in between
    ("Norway, which argued that the ship was its own, joined the case {in 2010=2010}.", 0, "Norway, which argued that the ship was its own, joined the case"),
    # a question that the sentence is about
    # workers are no verb
    ("Dock workers unloaded two ships {on Monday=2024-07-08}, bringing the number of those at the quay to nine.", 0, "Dock workers unloaded two ships, bringing the number of those at the quay to nine"),
]  # fmt: skip

CUTS = [
    # not before what "not" or "so" is about
    ("The head of the harbour board told those who had come to the hall that this was not the hour for songs and that the boats would leave.", 0, "The head of the harbour board told those who had come to the hall…"),
    # before another "that"
    ("Looking out over the water of the sound, Kersti Ilves said that this was no winter for small boats and that she had told the crews of all the ships so.", 0, "Kersti Ilves said that this was no winter for small boats"),
    # not between "as" and what it says
    ("A landslide above the village in the north of the island buried the school and the mill, and killed as many as ninety.", 0, "A landslide above the village in the north of the island buried the school and the mill"),
    # not before the small word that belongs to a verb
    ("The cabinet of the islands fell three hundred days after it was sworn in, when the smallest of its four parties left.", 0, "The cabinet of the islands fell three hundred days after it was sworn in"),
    # a main clause is no phrase before another one
    ("At least nine boats were lost off the western islands, the coast guard said, in the worst storm of these sixty years.", 0, "At least nine boats were lost off the western islands"),
    # a clause between commas inside another
    ("The quay sank a little after a lorry full of stones, though it was far too heavy for it, had stood on it.", 0, "The quay sank a little after a lorry full of stones had stood on it"),
    # an aside goes with its commas
    ("The ferry company let two hundred people go after it lost its oldest customer, a maker of nets, to a rival in Denmark.", 0, "The ferry company let two hundred people go"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "number", "title"), [*DATES, *SUBJECTS, *CUTS])
def test_the_title_is_whole(write: Writer, marked: str, number: int, title: str) -> None:
    told = reports(write(marked))[number].title
    assert told == title
    assert len(told) <= LONGEST


@pytest.mark.parametrize(
    "line",
    [
        "The first fire, began in the paint shop",
        "The roof was built at a cost of nine million, refused to close",
        "Anyone who wants to cross the sound",
        "Whether the crews will see any of their pay again",
        "The swing that was taken down",
        "The house will decide whether Ada Okoye",
        "Five days short of the record, and beat the champion",
        "Lars Holm, whose daughter died in the storm",
        "Ada Okoye’s visit — which was timed for the fair",
    ],
)
def test_a_line_without_the_verb_of_its_subject(line: str) -> None:
    assert not is_whole(line, cues("en"))


@pytest.mark.parametrize(
    "line",
    [
        "The fire began in the paint shop",
        "The boat was towed to Oslo, escorted by two tugs",
        "The library, damaged by fire, was rebuilt",
        "Anyone who wants to cross the sound will have to wait",
        "That something was wrong with the pump had been known",
        "Critics fear that the quay will sink",
        "The talks that ended the strike",
        "Berg: What the crews want is pay",
    ],
)
def test_a_line_with_it(line: str) -> None:
    assert is_whole(line, cues("en"))


def test_a_line_that_goes_on_says_so(write: Writer) -> None:
    text = (
        "Kersti Ilves used her last speech in the old hall to complain that the nine towns account"
        " for only a sixth of the trade of the islands."
    )
    told = reports(write(text))[0].title
    assert told.endswith(GOES_ON)
    assert told.removesuffix(GOES_ON) in text


def test_a_line_ends_before_no_verb_of_what_somebody_said(write: Writer) -> None:
    text = (
        "Kersti Ilves had said that trade with the islands is one of the most important pillars of the"
        " common work of both of the councils."
    )
    assert " is one of " in reports(write(text))[0].title


def test_where_dates_are_all_that_is_told_they_stay_without_markup() -> None:
    text = "**Military help.** Extended from 2021 to 2031."
    telling = Telling(0, len(text), [(text.index("from"), len(text) - 1)], (), (), told_by=False)
    assert title(text, telling, cues("en")) == "Extended from 2021 to 2031"
