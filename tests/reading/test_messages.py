"""Chats that a phone exported and posts copied from a network: a document a message, with its own day."""

from __future__ import annotations

import pytest

from data.dating import publication_dates
from data.model import Document
from data.reading import read_bytes
from data.workers import read_document

PHONE = """\
[14/03/2023, 09:11:02] Quay: Messages and calls are end-to-end encrypted. Nobody else can read them.
[14/03/2023, 09:12:33] Tilda M: The crane on berth 4 has come down. It hit the office roof.
And the harbour master was in there yesterday.
[14/03/2023, 09:13:41] Tilda M: \u200eimage omitted
[02/04/2023, 07:40:19] Old Pelle: The port stays closed until Friday.
"""
OTHER_PHONE = """\
3/14/23, 9:11 PM - Mia created group "Siren"
3/14/23, 9:12 PM - Mia: Did you hear the siren? It went on for ten minutes.
3/15/23, 7:02 AM - Jens Orth: It was out by midnight.
"""
POSTS = """\
Conversation

Noor Adani
@nooradani
The crack was seen in 2019 by a diver who was not hired again after that.
7:42 PM · Mar 14, 2023
12.4K
Views
Noor Adani
@nooradani
·
Mar 15, 2023
A tug captain wrote to the port on 3 February. The letter was opened on the day after the accident.
4
88
Terms of Service
Privacy Policy
"""


def read(text: str) -> list[Document]:
    return list(read_bytes("saved.txt", text.encode()).documents)


def test_each_message_of_a_chat_is_a_document_with_its_sender_and_day() -> None:
    found = read(PHONE)
    assert [one.kind for one in found] == ["furniture", "article", "furniture", "article"]
    crane, closed = (one for one in found if one.kind == "article")
    assert (crane.byline, crane.published.value, crane.published.basis) == ("Tilda M", "2023-03-14", "stated")
    assert crane.title == "The crane on berth 4 has come down. It hit the office roof."
    assert (closed.byline, closed.published.value) == ("Old Pelle", "2023-04-02")
    assert "".join(one.text for one in found) == PHONE


def test_stamps_of_a_chat_are_furniture() -> None:
    crane = next(one for one in read(PHONE) if one.kind == "article")
    ((start, end),) = crane.furniture
    assert crane.text[start:end] == "[14/03/2023, 09:12:33] Tilda M: "


def test_the_month_may_stand_first_and_the_year_be_short() -> None:
    told = [(one.byline, one.published.value) for one in read(OTHER_PHONE) if one.kind == "article"]
    assert told == [("Mia", "2023-03-14"), ("Jens Orth", "2023-03-15")]


def test_a_day_that_may_be_two_is_not_chosen() -> None:
    found = read("[03/04/2023, 09:12:33] Mia: The ferry is late.\n[03/04/2023, 09:13:00] Jens: Again?\n")
    assert [one.published.value for one in found] == [None, None]


def test_the_order_of_the_messages_tells_day_from_month() -> None:
    text = "[11/04/2023, 09:12] Mia: The ferry is late.\n[12/04/2023, 09:13] Jens: Again?\n"
    text += "[01/05/2023, 10:00] Mia: It runs on time now.\n"
    assert [one.published.value for one in read(text)] == ["2023-04-11", "2023-04-12", "2023-05-01"]


@pytest.mark.parametrize(
    "text",
    [
        "14/03/2023, 09:12 - The tug left the quay.\n14/03/2023, 09:40 - The barge was adrift at the pier.\n",
        "[14/03/2023, 09:12] Mia: This is a single message that somebody copied.\n",
    ],
    ids=["a log", "one message"],
)
def test_what_is_no_chat_stays_whole(text: str) -> None:
    assert [one.kind for one in read(text)] == ["article"]


def test_posts_have_their_writers_and_days() -> None:
    found = [one for one in read(POSTS) if one.kind == "article"]
    dates = publication_dates([read_document(one) for one in found], {})
    assert [(one.byline, dates[one.id].value) for one in found] == [
        ("Noor Adani", "2023-03-14"),
        ("Noor Adani", "2023-03-15"),
    ]
    assert [one.title is not None and one.title[:9] for one in found] == ["The crack", "A tug cap"]


def test_a_post_inside_an_article_is_no_document_of_its_own() -> None:
    text = (
        "Diver was never called again\n\nBy Ida Holm\n\nThe diver who saw the crack in 2019 was not hired"
        " again, papers seen by this newspaper show.\n\nNoor Adani\n@nooradani\nThe letter was opened after"
        " the accident.\n\nThe port said on Tuesday that it would look into the matter before the summer.\n"
    )
    assert len(read(text)) == 1
