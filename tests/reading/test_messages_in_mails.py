"""Messages that stand in another one: answered below it, forwarded with it, attached to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.reading import stream_file
from tests.helpers.mails import box, document, message, read_sentences, reading

_ORIGINAL = "> I met the captain in Moss on Sunday.\n> She told me of two holes in the hull.\n"


@pytest.mark.parametrize(
    ("head", "sender", "day"),
    [
        ("On Tue, 19 Mar 2019 at 09:31, Ann Berg <ann@quay.example> wrote:", "Ann Berg", "2019-03-19"),
        ("On Mar 19, 2019, at 9:31 AM, Ann Berg <ann@quay.example> wrote:", "Ann Berg", "2019-03-19"),
        ("On Fri, Sep 22, 2023 at 9:15 PM Ann Berg <\nann@quay.example> wrote:\n", "Ann Berg", "2023-09-22"),
        ("Am 03.04.2019 um 09:31 schrieb Ann Berg:", "Ann Berg", "2019-04-03"),
        ("Op di 19 mrt. 2019 om 09:31 schreef Ann Berg <ann@quay.example>:", "Ann Berg", "2019-03-19"),
        ("Le mar. 19 mars 2019 à 09:31, Ann Berg <ann@quay.example> a écrit :", "Ann Berg", "2019-03-19"),
    ],
)
def test_the_message_below_an_answer_is_a_document(head: str, sender: str, day: str) -> None:
    older = ">> They left on Friday.\n"
    mail = message(f"Thank you for that.\n\n{head}\n{_ORIGINAL}{older}-- \nJ. Lind", Subject="Re: Holes")
    answer, original = reading(mail).documents
    assert read_sentences(answer) == ["Thank you for that."]
    assert (original.title, original.byline, original.published.value) == ("Holes", sender, day)
    assert read_sentences(original) == [
        "I met the captain in Moss on Sunday.",
        "She told me of two holes in the hull.",
    ]


def test_the_message_below_an_answer_may_have_a_head_of_fields() -> None:
    head = "From: Ann Berg <ann@quay.example>\nSent: 22 March 2019 10:12\nSubject: Holes"
    block = f"-----Original Message-----\n{head}"
    mail = message(f"Thank you.\n\n{block}\n\n{_ORIGINAL.replace('> ', '')}", Subject="RE: Holes")
    _, original = reading(mail).documents
    assert (original.title, original.byline, original.published.value) == (
        "Holes",
        "Ann Berg",
        "2019-03-22T10:12",
    )


@pytest.mark.parametrize(
    "text",
    [
        f"Two things.\n\nOn 03/04/2019, Ann Berg wrote:\n{_ORIGINAL}",
        f"Two things.\n\nOn Sunday, Ann Berg wrote:\n{_ORIGINAL}",
        f"Two things.\n\nOn 19 March 2019, Ann Berg wrote:\n{_ORIGINAL}\nThat is not so.\n\n{_ORIGINAL}",
        "Two things.\n\nOn 19 March 2019, Ann Berg wrote:\n> Which?\n",
        f"On 19 March 2019, Ann Berg wrote:\n{_ORIGINAL}",
    ],
)
def test_what_is_not_sure_to_be_a_whole_message_is_none(text: str) -> None:
    assert len(reading(message(text)).documents) == 1


def test_what_is_answered_in_a_mail_box_has_a_message_of_its_own(tmp_path: Path) -> None:
    answer = message(f"Thank you.\n\nOn 19 March 2019, Ann Berg wrote:\n{_ORIGINAL}")
    assert len([*stream_file(str(box(tmp_path, answer)))]) == 1


FORWARDED = """See below, they opened it after all.

---------- Forwarded message ---------
From: Ida Holm <ida@harbour.example>
Date: {date}
Subject: Bridge opens
To: <desk@herald.example>

The bridge was opened on Monday at noon. Nobody cheered.
"""


@pytest.mark.parametrize(
    ("date", "value"),
    [
        ("Mon, 8 Jul 2024 10:00:00 +0200", "2024-07-08T10:00+02:00"),
        ("Mon, Jul 8, 2024 at 10:00 AM", "2024-07-08"),
        ("8 July 2024", "2024-07-08"),
        ("lundi 8 juillet 2024", "2024-07-08"),
        ("08/07/2024 10:00", None),
        ("some time ago", None),
    ],
)
def test_a_forwarded_message_is_a_document_with_its_own_date(date: str, value: str | None) -> None:
    mail, forwarded = reading(message(FORWARDED.format(date=date))).documents
    assert mail.published.value == "2024-03-04T18:20+01:00"
    assert read_sentences(mail) == ["See below, they opened it after all."]
    assert (forwarded.title, forwarded.byline, forwarded.publisher) == (
        "Bridge opens", "Ida Holm", "harbour.example",
    )  # fmt: skip
    assert forwarded.text == "The bridge was opened on Monday at noon. Nobody cheered."
    assert forwarded.published.value == value


def test_a_message_that_only_forwards_is_the_forwarded_ones() -> None:
    second = FORWARDED.replace("Forwarded message", "Weitergeleitete Nachricht").replace("From:", "Von:")
    text = (FORWARDED + second).replace("See below, they opened it after all.", "").format(date="8 July 2024")
    found = reading(message(text)).documents
    assert [one.byline for one in found] == ["Ida Holm", "Ida Holm"]
    assert len({one.id for one in found}) == 2


def test_a_forwarded_head_without_sender_or_date_is_text() -> None:
    text = "I wrote to them:\n\nBegin forwarded message:\n\nNothing came of it on Monday.\n"
    assert "Begin forwarded" in document(message(text)).text


def test_a_message_attached_to_another_has_its_own_date() -> None:
    outer, inner = message("See attached."), message("It rained.", Date="Mon, 08 Jul 2024 10:00:00 +0000")
    outer.add_attachment(inner)
    first, second = reading(outer).documents
    assert (first.published.start, second.published.value) != (second.published.start, None)
    assert second.published.value == "2024-07-08T10:00+00:00"
