"""Titles of events: who did what, in a line that is whole."""

from __future__ import annotations

import pytest

from data.events import make_events, reports
from data.events.titles.fitting.shortening import LONGEST
from tests.helpers.dated_documents import Writer


@pytest.mark.parametrize(
    ("marked", "title"),
    [
        # dates with their prepositions go
        ("Kersti Ilves opened the bridge {on Monday=2024-07-08}.", "Kersti Ilves opened the bridge"),
        ("{In March 2019=2019-03}, Kersti Ilves opened the bridge.", "Kersti Ilves opened the bridge"),
        (
            "Ilves spoke at the {2019=2019} harbour conference in Oslo.",
            "Ilves spoke at the harbour conference in Oslo",
        ),
        (
            "The fire {in June 2020=2020-06} along the quay destroyed a ferry.",
            "The fire along the quay destroyed a ferry",
        ),
        # sources and ties go
        (
            "The bridge over the sound is safe to use, Kersti Ilves told reporters.",
            "The bridge over the sound is safe to use",
        ),
        ("However, Kersti Ilves opened the bridge.", "Kersti Ilves opened the bridge"),
        ("So far, Kersti Ilves has opened two bridges.", "Kersti Ilves has opened two bridges"),
        (
            (
                "The mayor pointed out that Norway and Estonia have worked together on three bridges "
                "over the northern sound, and on two of the ferries that the storm had sunk."
            ),
            "The mayor: Norway and Estonia have worked together on three bridges",
        ),
        ("According to the mayor, Kersti Ilves opened the bridge.", "Kersti Ilves opened the bridge"),
        ("OSLO (Reuters) — Kersti Ilves opened the bridge.", "Kersti Ilves opened the bridge"),
        # the source stays where the date is that of the saying
        (
            "Kersti Ilves told reporters {on Monday=2024-07-08} that the bridge is safe.",
            "Kersti Ilves told reporters that the bridge is safe",
        ),
        # offices before names go
        ("Norwegian Prime Minister Kersti Ilves opened the bridge.", "Kersti Ilves opened the bridge"),
        # who speaks stands before his own words
        (
            "“We will rebuild the bridge and the quay,” said Kersti Ilves.",
            "Kersti Ilves: We will rebuild the bridge and the quay",
        ),
        ("The bridge, Okoye said, will close early this autumn.", "The bridge will close early this autumn"),
        # what is beside the point goes
        ("Kersti Ilves (right) opened the bridge.", "Kersti Ilves opened the bridge"),
    ],
)
def test_title(write: Writer, marked: str, title: str) -> None:
    (report,) = reports(write(marked))
    assert report.title == title


@pytest.mark.parametrize(
    ("marked", "titles"),
    [
        (
            "Kersti Ilves opened the bridge {in 2019=2019} and closed the ferry to Bergen {in 2021=2021}.",
            ["Kersti Ilves opened the bridge", "Kersti Ilves closed the ferry to Bergen"],
        ),
        (
            "Kersti Ilves dines with Ada Okoye, whom she last met in Bergen {in 2018=2018}.",
            [
                "Kersti Ilves dines with Ada Okoye",
                "Kersti Ilves met Ada Okoye in Bergen",
            ],
        ),
    ],
)
def test_titles_of_clauses(write: Writer, marked: str, titles: list[str]) -> None:
    assert [report.title for report in reports(write(marked))] == titles


@pytest.mark.parametrize("length", range(60, 260, 7))
def test_long_sentences_are_cut_between_words(write: Writer, length: int) -> None:
    sentence = (
        "Kersti Ilves opened the bridge with a speech about the storm, the quay and the people of " * 4
    )[:length]
    (report,) = reports(write(sentence + "."))
    assert len(report.title) <= LONGEST
    words = sentence.replace(",", "").split()
    assert report.title.replace(",", "").split()[-1] in words
    assert not report.title.endswith((" the", " of", " and", " a", ","))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        # he who speaks on is who spoke last
        (
            "Berg said it was late. “We will open the quay at noon,” he said.",
            "Jonas Berg: We will open the quay",
        ),
        (
            "“It is late,” said Jonas Berg. “We will open the quay at noon,” he said.",
            "Jonas Berg: We will open",
        ),
        (
            "Berg, the mayor, said so. “We will open the quay at noon,” he added.",
            "Jonas Berg: We will open the quay",
        ),
        # that is not sure where others are named, or a thing speaks
        (
            "Berg said Ada Okoye was ill. She met Kersti Ilves. “We will open the quay at noon,” she said.",
            "We will",
        ),
        (
            "The mill told Berg it was late. “We will open the quay at noon,” he said.",
            "We will open the quay",
        ),
        # nobody speaks of himself by name
        (
            "Berg said it was late. The mayor Jonas Berg will open the quay at noon, he said.",
            "The mayor Jonas Berg will",
        ),
        # who somebody is may stand before his verb
        (
            (
                "Jonas Berg, a senior fellow at the Institute of Northern Harbours and Ferries in the town"
                " of Moss, said the quay will be opened at noon."
            ),
            "Jonas Berg: The quay will be opened",
        ),
        # capitals are those of the rest
        (
            "Berg met him. the mayor of moss, jonas berg, will open the quay at noon in moss.",
            "The mayor of Moss, Jonas",
        ),
        (
            "Berg met him. “we are ready for a larger quay in moss,” the mayor jonas berg said.",
            "Jonas Berg: We are ready for a larger quay in Moss",
        ),
    ],
)
def test_who_speaks(write: Writer, text: str, title: str) -> None:
    lead = "Jonas Berg came to Moss in the rain to see the harbour and the mill of the town. "
    told = reports(write(lead + text))
    assert told[-1].title.startswith(title)


def test_a_long_line_is_not_cut_off_before_its_verb(write: Writer) -> None:
    text = (
        "The delay in repairs to the ferries following the winter storms has prompted talks between"
        " the council and the harbour board of the old town."
    )
    told = reports(write(text))[0].title
    assert told.startswith("The delay in repairs to the ferries following the winter storms has prompted")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        # a first letter printed larger
        (
            "H ours before the ferry sank, Ilves spoke in Oslo.",
            "Hours before the ferry sank, Ilves spoke in Oslo",
        ),
        ("F erries left the port early. Two ferries came back.", "Ferries left the port early"),
        ("T cells were grown in a dish in Oslo.", "T cells were grown in a dish in Oslo"),
        # a line does not end before what it asks for
        (
            (
                "A new form, the 3+3 harbour meeting between the Transport and Fisheries ministers "
                "of both towns will also take place in Oslo."
            ),
            "A new form, the 3+3 harbour meeting between the Transport and Fisheries ministers…",
        ),
        (
            "Deed of the harbour mill, shown to the mayor; see https://deeds.example/12",
            "Deed of the harbour mill, shown to the mayor",
        ),
        ("The old mill was sold for two million crowns.12", "The old mill was sold for two million crowns"),
    ],
)
def test_a_line_is_whole(write: Writer, text: str, title: str) -> None:
    assert reports(write(text))[0].title == title


def test_a_question_tells_nothing(write: Writer) -> None:
    assert reports(write("Was the inspection in Bergen {on 14 March=2024-03-14}?")) == []
    assert reports(write("Why did the ferry sink {on 14 March=2024-03-14}?"))


def test_a_body_is_not_called_by_its_last_word(write: Writer) -> None:
    lead = "Nord lost much of what it had won in the long case about its old name and its harbour mill. "
    text = "Nord Corvin lost the long and bitter case about its old name and its own mill at the harbour."
    told = reports(write(f"{lead}{text} The council of Moss praised Nord."))[1].title
    assert told.startswith("Nord Corvin")


def test_a_measure_is_not_parted(write: Writer) -> None:
    marked = (
        "Danish officials said {on Friday=2024-07-05} that Norway could send as many as 40 ships "
        "{early next year=2025}."
    )
    assert reports(write(marked))[-1].passage.text.startswith("that Norway could send as many as 40")


def test_talks_that_went_on_were_held(write: Writer) -> None:
    told = (
        (
            "{On Tuesday=2024-07-09}, Prime Minister Kersti Ilves and President Jonas Berg continued talks "
            "over Norwegian timber."
        ),
        (
            "President Jonas Berg was set to hold talks with Prime Minister Kersti Ilves in Riga "
            "{on Tuesday=2024-07-09}."
        ),
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


def test_what_a_source_has_lost_is_of_no_time(write: Writer) -> None:
    marked = (
        "Trade fell {last year=2023}, but in {May=2024-05} both towns saw an Meanwhile, Berg said that both "
        "go on."
    )
    assert [one.basis for one in reports(write(marked))] == ["stated", "inferred"]


def test_a_phrase_before_a_verb_of_saying_is_no_speaker(write: Writer) -> None:
    marked = (
        "Dahl came. At the start of {Tuesday=2024-07-09}’s talks in the old town hall he told the crews that "
        "the price of the fish that they land would fall."
    )
    assert ":" not in reports(write(marked))[-1].title


def test_when_is_no_part_of_the_subject(write: Writer) -> None:
    marked = (
        "The mayor in recent years has grown fond of the fair, saying Moss is ready to play host to it "
        "{next month=2024-08}, for all its worries about the harbour."
    )
    assert reports(write(marked))[-1].title.startswith("The mayor said Moss is ready to play host to it")


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
