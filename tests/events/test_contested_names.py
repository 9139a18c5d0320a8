"""One office and two names for its holder: within one document, and in a search result beside an article."""

from __future__ import annotations

import pytest

from data.events import make_events
from data.events.names.holders import Holder, holders
from data.model import Conflict, DatedDocument
from tests.helpers.dated_documents import Writer

OFFICE = "At a briefing, Foreign Minister Ada Okoye said the talks had gone well. "
SHE = "“Nothing was signed,” she said."
DOUBT = ("foreign minister Ada Okoye", "Lindqvist")


def names_in_doubt(documents: list[DatedDocument], severity: str = "apparent") -> list[tuple[str, ...]]:
    found: list[Conflict] = [one for event in make_events(documents) for one in event.conflicts]
    assert all((one.about, one.severity) == ("name", severity) for one in found)
    return [tuple(claim.value for claim in one.claims) for one in found]


@pytest.mark.parametrize(
    ("text", "doubts"),
    [
        (f"{OFFICE}Lindqvist said the visit was short. {SHE}", [DOUBT]),
        (f"{OFFICE}The ferry was late. Lindqvist said the visit was short. {SHE}", [DOUBT]),
        # Her own name, somebody who is known, a body, and somebody who speaks between the two.
        (f"{OFFICE}Okoye said the visit was short. {SHE}", []),
        (f"Karin Lindqvist met her in Oslo. {OFFICE}Lindqvist said the visit was short. {SHE}", []),
        (f"{OFFICE}Nordfisk said the visit was short. “Nothing was signed,” it said.", []),
        (f"{OFFICE}Lindqvist said the visit was short. Jonas Berg said so too. {SHE}", []),
        (f"{OFFICE}A fisherman said it rained. Lindqvist said the visit was short. {SHE}", []),
    ],
)  # fmt: skip
def test_a_lone_name_behind_the_holder_of_an_office(
    write: Writer, text: str, doubts: list[tuple[str, ...]]
) -> None:
    assert names_in_doubt([write(text)]) == doubts


ARTICLE = (
    "Kersti Ilves met Ada Okoye in Moscow {on Monday=2024-07-08}. "
    "“All is ready,” Kremlin spokesman Jonas Berg told reporters."
)
RESULT = "Ada Okoye will come to Moscow soon and meet Kersti Ilves, Kremlin spokesperson Maria Lind said."


@pytest.mark.parametrize(
    ("result", "doubts"),
    [
        (RESULT, [("Jonas Berg", "Maria Lind")]),
        # The same man, another office, and another matter.
        (RESULT.replace("Maria Lind", "Jonas A. Berg"), []),
        (RESULT.replace("Kremlin spokesperson", "adviser"), []),
        ("Trawlers may not land in Bergen, Kremlin spokesperson Maria Lind said.", []),
    ],
)
def test_a_search_result_that_names_another(
    write: Writer, result: str, doubts: list[tuple[str, ...]]
) -> None:
    documents = [
        write(ARTICLE, document_id="a"),
        write(result, document_id="b", kind="snippets", published=None),
    ]
    assert [tuple(sorted(names)) for names in names_in_doubt(documents, "hard")] == doubts


def test_a_house_has_one_spokesman_and_a_ministry_several() -> None:
    assert holders("Kremlin spokesman Jonas Berg spoke.") == (Holder("spokesman", "Kremlin", "Jonas Berg"),)
    assert holders("Norway’s spokesman Jonas Berg spoke.") == ()
