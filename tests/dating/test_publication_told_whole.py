"""Publication dates by short clauses that another document tells whole, with the day."""

from __future__ import annotations

import pytest

from data.dating import publication_dates
from data.days import ordinal
from data.model import Published
from tests.helpers.read_texts import read_text

DAY = ordinal(2021, 9, 1)
SAID = "a harbour without a crane is a bath, and whoever pays for a crane has bought himself a harbour"
QUOTED = f"“{SAID.capitalize()},” the harbour master said on 9 June 2021.\n\n"
# A sentence that has many words beside those of the clause: as a whole it is like no other one.
CLAUSE = (
    "After Astrid Kvist reopened Bergen's yard over the weekend, welders, riggers, painters, chandlers, "
    "apprentices, pensioners and a brass band from the upper valley queued between dripping hulls for soup, "
    "contracts, handshakes, umbrellas and raffle tickets.\n\n"
)
UNDATED = f"{CLAUSE}Nobody here forgets the old joke: “{SAID.capitalize()}.”"
LISTS = "Prices, tides, ferries and a recipe for eel filled the page of that paper, as they do.\n\n"


def found(*told: str, text: str = UNDATED) -> Published:
    day = Published("2021-09-01", DAY, DAY, "stated", "the file says so")
    readings = [
        read_text(LISTS + one, f"{at}", title=f"told {at}", published=day) for at, one in enumerate(told)
    ]
    return publication_dates([*readings, read_text(text, "undated")], {})["undated"]


def test_the_sentences_as_wholes_are_not_alike() -> None:
    assert not found("On 10 July 2021 Bergen saw its yard reopened by Astrid Kvist.").is_known


def test_a_clause_told_whole_elsewhere_dates_its_text() -> None:
    date = found(QUOTED, "On 10 July 2021 Bergen saw its yard reopened by Astrid Kvist.")
    assert (date.value, date.basis) == ("2021-07-11/2021-07-17", "inferred")
    assert date.evidence == "“the weekend” is told as 10 July 2021 (“told 1”)"


@pytest.mark.parametrize(
    ("why", "told", "text"),
    [
        (
            "nothing bounds the text",
            [QUOTED, "On 10 July 2021 Bergen saw its yard reopened by Astrid Kvist."],
            CLAUSE,
        ),
        (
            "that day was no weekend",
            [QUOTED, "On 7 July 2021 Bergen saw its yard reopened by Astrid Kvist."],
            UNDATED,
        ),
        (
            "that day was before the words that the text quotes",
            [QUOTED, "On 5 June 2021 Bergen saw its yard reopened by Astrid Kvist."],
            UNDATED,
        ),
        (
            "that day was long after them",
            [QUOTED, "On 18 December 2021 Bergen will see its yard reopened by Astrid Kvist."],
            UNDATED,
        ),
        (
            "a word of the clause is not told there",
            [QUOTED, "On 10 July 2021 Bergen saw its yard closed by Astrid Kvist."],
            UNDATED,
        ),
        (
            "it is told of two weekends",
            [
                QUOTED,
                "On 10 July 2021 Bergen saw its yard reopened by Astrid Kvist.",
                "On 24 July 2021 Bergen saw its yard reopened by Astrid Kvist, for good this time.",
            ],
            UNDATED,
        ),
        (
            "a clause of few words is told of many days",
            [QUOTED, "On 10 July 2021 Kvist was in Bergen."],
            f"Kvist was in Bergen over the weekend. {UNDATED.removeprefix(CLAUSE)}",
        ),
    ],
)
def test_nothing_is_tied(why: str, told: list[str], text: str) -> None:
    assert not found(*told, text=text).is_known, why


NEWS = f"The shipwrights of Bergen speak this week of little else. {CLAUSE}Mayor Ilse Tveit kissed a hull."


@pytest.mark.parametrize(
    ("told", "days"),
    [
        # the latest of the days of which it tells
        ("Mayor Ilse Tveit kissed a hull on 14 July 2021, first of all.", "2021-07-14/2021-07-15"),
        # what is told of another week, was only planned, or has other words
        ("Mayor Ilse Tveit kissed a hull on 14 June 2021, first of all.", "2021-07-11/2021-07-17"),
        ("Mayor Ilse Tveit will have kissed a hull on 14 October 2021.", "2021-07-11/2021-07-17"),
        ("Mayor Ilse Tveit kissed a bishop on 14 July 2021, first of all.", "2021-07-11/2021-07-17"),
    ],
)
def test_news_narrows_the_week(told: str, days: str) -> None:
    opened = "On 10 July 2021 Bergen saw its yard reopened by Astrid Kvist."
    text = f"{NEWS} {UNDATED.removeprefix(CLAUSE)}"
    assert found(QUOTED, opened, told, text=text).value == days


def test_a_text_without_news_is_not_narrowed() -> None:
    opened = "On 10 July 2021 Bergen saw its yard reopened by Astrid Kvist."
    kissed = "Mayor Ilse Tveit kissed a hull on 14 July 2021, first of all."
    text = f"{NEWS.replace('this week ', '')} {UNDATED.removeprefix(CLAUSE)}"
    assert found(QUOTED, opened, kissed, text=text).value == "2021-07-11/2021-07-17"
