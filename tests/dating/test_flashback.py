"""What a history goes on from once it has looked back."""

from __future__ import annotations

import pytest

from data.dating import resolve
from data.model import Published
from data.reading.texts.sentences import sentences
from data.tagging import tag

_SIEGE = "On 12 May 1808 the guns opened fire"
_LOOKS_BACK = "Maison had crossed the river on 3 April. Two days later he reached Ostheim."


def values(text: str) -> list[str]:
    return [each.value for each in resolve(text, tag(text), sentences(text, "en"), Published())]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(
            f"{_SIEGE}. Maison, who had lost an eye in June 1800, slept. Next day he rose. At noon he won.",
            ["1808-05-12", "1800-06", "1808-05-13", "1808-05-13T12:00"],
            id="behind a clause about a noun",
        ),
        pytest.param(
            f"{_SIEGE}. Maison, who lost an eye on 14 June 1800, slept. The next day he rose.",
            ["1808-05-12", "1800-06-14", "1808-05-13"],
            id="of which the year is told",
        ),
        pytest.param(
            f"{_SIEGE}. Maison, who had lost an eye on 14 June 1800 and was held the next day, slept.",
            ["1808-05-12", "1800-06-14", "1800-06-15"],
            id="but not within the clause",
        ),
        pytest.param(
            f"{_SIEGE}. Maison, who had lost an eye on 3 May, rose at noon. At dusk he won.",
            ["1808-05-12", "1808-05-03", "1808-05-12T12:00", "1808-05-12TEV"],
            id="a comma ends it",
        ),
        pytest.param(
            f"{_SIEGE}. Maison, who had lost an eye in June 1800, fled on 20 May. The next day he rose.",
            ["1808-05-12", "1800-06", "1808-05-20", "1808-05-21"],
            id="nor where another day is told behind it",
        ),
        pytest.param(
            f"{_SIEGE}. Maison had lost an eye in June 1800. The next day he attacked.",
            ["1808-05-12", "1800-06", "1808-05-13"],
            id="a month has no next day",
        ),
        pytest.param(
            f"{_SIEGE}. Maison had been held in 1800; he was freed the next day.",
            ["1808-05-12", "1800", "XXXX-XX-XX"],
            id="and a year none of another story",
        ),
        pytest.param(
            f"{_SIEGE}. Maison had lost an eye in June 1800. Two months later he could ride.",
            ["1808-05-12", "1800-06", "1800-08"],
            id="but it has another behind it",
        ),
        pytest.param(
            f"{_SIEGE}. Maison had been wounded on 14 June 1800. Two days later he was freed.",
            ["1808-05-12", "1800-06-14", "1800-06-16"],
            id="and a day goes on",
        ),
        pytest.param(
            f"{_SIEGE} at dawn.\n\n{_LOOKS_BACK}\n\nAt noon a storm broke. On the 15th he left.",
            ["1808-05-12", "1808-05-12TMO", "1808-04-03", "1808-04-05", "1808-05-12T12:00", "1808-05-15"],
            id="behind a paragraph",
        ),
        pytest.param(
            f"{_SIEGE}.\n\n{_LOOKS_BACK}\n\nAt noon a storm broke.",
            ["1808-05-12", "1808-04-03", "1808-04-05", "1808-04-05T12:00"],
            id="unless the story had come to no time of day",
        ),
        pytest.param(
            f"{_SIEGE} at dawn.\n\n{_LOOKS_BACK}\n\nOn 9 April he fell ill. The next day he wrote home.",
            ["1808-05-12", "1808-05-12TMO", "1808-04-03", "1808-04-05", "1808-04-09", "1808-04-10"],
            id="or another date follows",
        ),
        pytest.param(
            f"{_SIEGE} at dawn.\n\nMany had fled.\n\nMaison had been ill since 3 April.\n\nAt noon he won.",
            ["1808-05-12", "1808-05-12TMO", "1808-04-03", "1808-05-12T12:00"],
            id="behind two paragraphs",
        ),
    ],
)
def test_a_history_comes_back_from_a_flashback(text: str, wanted: list[str]) -> None:
    assert values(text) == wanted


_MUTINY = "The mutiny broke out on 27 October 1917.\n\n"


@pytest.mark.parametrize(
    ("paragraph", "wanted"),
    [
        pytest.param("Unrest had grown for months. In January bread was dear.", "1917-01", id="looks back"),
        pytest.param("Unrest was growing every week. In January bread was dear.", "1918-01", id="goes on"),
        pytest.param(
            "By December 1917 it had spread. In January bread was dear.", "1918-01", id="behind a date"
        ),
    ],
)
def test_a_paragraph_that_looks_back_goes_back_to_its_months(paragraph: str, wanted: str) -> None:
    assert values(_MUTINY + paragraph)[-1] == wanted
