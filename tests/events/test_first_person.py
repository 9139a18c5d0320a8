"""Mails and posts say "I": the line names who wrote them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from data.events import reports
from data.model import DatedDocument
from tests.helpers.dated_documents import Writer


def titles(dated: DatedDocument, **fields: Any) -> list[str]:
    document = replace(dated.document, **fields)
    return [one.title for one in reports(replace(dated, document=document))]


@pytest.mark.parametrize(
    ("marked", "title"),
    [
        ("I met the mate in Moss {yesterday=2024-07-07}.", "Ada Okoye: I met the mate in Moss"),
        (
            "The mate asked me for a receipt {on Friday=2024-07-05}.",
            "Ada Okoye: The mate asked me for a receipt",
        ),
        ("The harbour master left Moss {on Friday=2024-07-05}.", "The harbour master left Moss"),
        ("The US fleet left Moss {on Friday=2024-07-05}.", "The US fleet left Moss"),
    ],
)
def test_a_mail_is_told_by_who_wrote_it(write: Writer, marked: str, title: str) -> None:
    assert titles(write(marked), publisher="nordfisk.example", byline="Ada Okoye", title="Cash") == [title]


def test_a_post_is_told_by_its_account(write: Writer) -> None:
    dated = write("We closed the quay {today=2024-07-08}.")
    assert titles(dated, byline="@mossport") == ["@mossport: We closed the quay"]


def test_what_a_mail_quotes_is_not_said_by_its_writer(write: Writer) -> None:
    dated = write("The mate wrote to her. “The quay was dark. I saw nobody {on Friday=2024-07-05}.”")
    told = titles(dated, publisher="nordfisk.example", byline="Ada Okoye", title="Cash")
    assert not any(title.startswith("Ada Okoye") for title in told)


def test_an_article_tells_nothing_in_the_first_person_of_its_author(write: Writer) -> None:
    dated = write("I left Moss {in May=2024-05}.", publisher="Coast Post")
    assert titles(dated, byline="Ada Okoye", title="An interview") == ["I left Moss"]


def test_writers_whose_names_leave_no_room_are_left_out(write: Writer) -> None:
    """Four names are longer than a line: the time to cut it to what they leave would have no end."""
    names = "Ada Okoye-Lindqvist, Bartholomew Mossgiel, Constantina Papadimitriou and Desmond Featherstone"
    marked = "I met the harbour master in Moss {yesterday=2024-07-07} and told him what the divers had found."
    (only,) = titles(write(marked), byline=names, title="Cash")
    assert only.startswith("I met the harbour master in Moss")
