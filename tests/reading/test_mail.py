"""Mail: text, sender and date; quotations apart; attachments; mail boxes."""

from __future__ import annotations

import mailbox
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from data.model import Document
from data.reading import FileReading, read_bytes, sentences, stream_file
from data.reading.making.known_formats import format_of
from data.reading.opening import limits

TEXT = "The ferry came back on Monday.\n\nTwo hundred people stood on the quay.\n"


def message(text: str = TEXT, **headers: str) -> EmailMessage:
    mail = EmailMessage()
    for name, value in {
        "From": "Jörg Lind <press@coast.example>",
        "To": "desk@herald.example",
        "Subject": "Ferry – return",
        "Date": "Mon, 04 Mar 2024 18:20:00 +0100",
        **headers,
    }.items():
        if value:
            mail[name] = value
    mail.set_content(text)
    return mail


def reading(mail: EmailMessage | bytes) -> FileReading:
    return read_bytes("x.eml", mail if isinstance(mail, bytes) else mail.as_bytes())


def document(mail: EmailMessage | bytes) -> Document:
    found = reading(mail)
    assert found.troubles == ()
    (only,) = found.documents
    return only


def read_sentences(read_one: Document) -> list[str]:
    found = sentences(read_one.text, "en", furniture=read_one.furniture)
    return [read_one.text[one.start_char : one.end_char] for one in found]


def test_text_subject_sender_and_date() -> None:
    read_one = document(message())
    assert read_one.text == TEXT.rstrip()
    assert (read_one.title, read_one.byline, read_one.publisher) == (
        "Ferry – return",
        "Jörg Lind",
        "coast.example",
    )
    assert (read_one.published.value, read_one.published.basis) == ("2024-03-04T18:20+01:00", "stated")
    assert "Mon, 04 Mar 2024" in (read_one.published.evidence or "")
    assert (read_one.span, read_one.line, read_one.language) == (None, None, "en")


def test_a_free_host_is_no_publisher() -> None:
    assert document(message(From="ann@gmail.com")).publisher == "ann@gmail.com"


@pytest.mark.parametrize(
    ("written", "byline"),
    [
        ('"Berg, Ann" <ann@quay.example>', "Ann Berg"),
        ('"Okoye Lind, Ada M." <ada@quay.example>', "Ada M. Okoye Lind"),
        ('"Nordfisk, Inc." <press@nordfisk.example>', "Nordfisk, Inc."),
        ('"Berg, Lund and Holm" <office@berg.example>', "Berg, Lund and Holm"),
    ],
)
def test_who_writes_is_called_by_the_given_name_first(written: str, byline: str) -> None:
    assert document(message(From=written)).byline == byline


@pytest.mark.parametrize("date", ["", "soon", "Mon, 99 Foo 2024", "Mon, 04 Mar 99999 10:00:00 +0000"])
def test_a_date_that_is_none_is_unknown(date: str) -> None:
    data = message(Date="").as_bytes()
    assert document(f"Date: {date}\n".encode() + data).published.basis == "unknown"


@pytest.mark.parametrize("charset", ["utf-8", "koi8-r", "cp1251"])
def test_charsets(charset: str) -> None:
    text = "Президент приехал в понедельник вечером и встретился с министром."
    mail = message()
    mail.set_content(text, charset=charset)
    assert document(mail).text == text


def test_a_charset_that_is_wrong_is_guessed() -> None:
    text = "Le président a été reçu à l'hôtel de ville où l'on fêtait déjà Noël."
    data = b"From: a@b.example\nSubject: \xe9t\xe9\nContent-Type: text/plain; charset=nonsense\n\n"
    read_one = document(data + text.encode("cp1252"))
    assert read_one.text == text


def test_plain_text_goes_before_html_and_html_is_read_without_it() -> None:
    mail = message()
    mail.add_alternative("<p>The page came on Monday.</p>", subtype="html")
    assert document(mail).text == TEXT.rstrip()
    mail = message()
    quoted = "<blockquote type=cite>They left on Friday.</blockquote>"
    mail.set_content(f"<p>One.</p><img src='https://track.example/x.gif'>{quoted}<p>Two.</p>", subtype="html")
    assert document(mail).text == "One.\n\nTwo."


def test_lines_that_flow_are_joined() -> None:
    mail = message("The ferry came back \non Monday.\n")
    mail.set_param("format", "flowed")
    assert document(mail).text == "The ferry came back on Monday."


@pytest.mark.parametrize(
    "quoted",
    [
        "On Sunday, Ann Berg wrote:\n> They left on Friday.\n>\n> They came on Saturday.\n",
        "On 22 Sep 2023, at 21:15, Ann Berg <ann@quay.example> wrote:\n> They left on Friday.\n",
        "On Fri, Sep 22, 2023 at 9:15 PM Ann Berg <\nann@quay.example> wrote:\n\n> They left on Friday.\n",
        "> They left on Friday.\n\n> They came on Saturday.\n",
        "-----Original Message-----\nFrom: Ann\nSent: Friday\n\nThey left on Friday.\n",
        "________________________________\nFrom: Ann\nSent: Friday\n\nThey left on Friday.\n",
        "-- \nAnn Berg\nCoast Post, since 1871\n",
    ],
)
def test_quotations_and_signatures_are_furniture(quoted: str) -> None:
    read_one = document(message(f"They come on Monday.\n\n{quoted}"))
    assert read_sentences(read_one) == ["They come on Monday."]
    assert "They come on Monday." in document(message(f"{quoted}\nThey come on Monday.\n")).text


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


def test_signs_of_quotations_alone_are_none() -> None:
    text = "The ferry -- the old one -- carries > 300 people.\n__________\nIt rained."
    assert document(message(text)).furniture == ()


def test_a_message_that_only_quotes_is_read() -> None:
    assert read_sentences(document(message("> They left on Friday.\n"))) != []


def test_attached_documents_are_read_and_pictures_are_not() -> None:
    mail = message()
    mail.add_attachment(
        b"The bridge fell on Tuesday.", maintype="text", subtype="plain", filename="bridge.txt"
    )
    mail.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="bridge.png")
    mail.add_attachment(message("It rained.", Subject="Rain"))
    found = reading(mail)
    assert [one.reason for one in found.troubles] == ["attachments of other formats were left out (1 .png)"]
    assert [(one.path, one.title) for one in found.documents] == [
        ("x.eml", "Ferry – return"),
        ("x.eml!/bridge.txt", "The bridge fell on Tuesday."),
        ("x.eml!/message.eml", "Rain"),
    ]


def test_messages_inside_messages_are_opened_so_deep() -> None:
    mail = message("Layer 0")
    for layer in range(1, 6):
        outer = message(f"Layer {layer}")
        outer.add_attachment(mail)
        mail = outer
    found = reading(mail)
    assert [one.text for one in found.documents] == ["Layer 5", "Layer 4", "Layer 3"]
    assert "deeper" in found.troubles[0].reason


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"\n\nIt rained.", "no mail"),
        (b"From: a@b.example\n\n", "no text"),
        (b"From: a@b.example\nContent-Type: text/html\n\n<html></html>", "no text"),
        (b"From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n" + b"--x\n\na\n" * 1500, "parts"),
    ],
)
def test_a_bad_message_is_one_trouble(data: bytes, reason: str) -> None:
    found = reading(data)
    assert found.documents == ()
    (only,) = found.troubles
    assert reason in only.reason


def test_parts_nested_without_end() -> None:
    data = b"From: a@b.example\n" + b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n) for n in range(3000)
    )
    assert len(reading(data).troubles) == 1


def box(tmp_path: Path, *mails: Any) -> Path:
    file = tmp_path / "x.mbox"
    written = mailbox.mbox(file)
    for mail in mails:
        written.add(mail)
    written.close()
    return file


def test_a_mail_box_is_its_messages(tmp_path: Path) -> None:
    file = box(tmp_path, message("From here on it rained.\n"), message(Subject="Two"), message())
    found = read_bytes(str(file), file.read_bytes())
    assert found.troubles == ()
    assert [one.title for one in found.documents] == ["Ferry – return", "Two", "Ferry – return"]
    assert found.documents[0].text == "From here on it rained."
    lines = file.read_text(encoding="utf-8").split("\n")
    assert all(lines[(one.line or 0) - 1].startswith("From ") for one in found.documents)
    assert len({one.id for one in found.documents}) == 3
    assert tuple(stream_file(str(file))) == found.documents


def test_a_box_may_leave_out_the_blank_line_before_a_message() -> None:
    head = "From ann@coast.example Mon Mar  4 18:20:00 2024\nFrom: ann@coast.example\nSubject: {}\n\n"
    told = "It rained.\nFrom Monday 4 March on it snowed, said the office in its report for 2024.\n"
    data = "".join(f"{head.format(number)}{told}" for number in (1, 2, 3))
    found = read_bytes("x.mbox", data.encode())
    assert found.troubles == ()
    assert [(one.title, one.text, one.line) for one in found.documents] == [
        (str(number), told.strip(), 1 + 6 * (number - 1)) for number in (1, 2, 3)
    ]


def test_a_bad_message_in_a_box_is_told_at_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = box(tmp_path, message("a\n" * 5000), b"From: a@b.example\n\n", message())
    monkeypatch.setattr(limits, "MEMBER_BYTES", 5000)
    found = read_bytes(str(file), file.read_bytes())
    assert [one.text for one in found.documents] == [TEXT.rstrip()]
    assert [trouble.line for trouble in found.troubles] == [1, 5011]


@pytest.mark.parametrize(("data", "reason"), [(b"", "empty"), (b"It rained.", "no mail box")])
def test_a_bad_box_is_one_trouble(data: bytes, reason: str) -> None:
    (only,) = read_bytes("x.mbox", data).troubles
    assert reason in only.reason


def test_mail_without_a_name_is_recognised(tmp_path: Path) -> None:
    for data, name in (
        (message().as_bytes(), "from_eml"),
        (box(tmp_path, message()).read_bytes(), "from_mbox"),
        (b"From: the harbour\nIt rained on Monday.\n\nNobody came.", "from_text"),
        (b"From Monday on it rained, said Ann in 2019.\nNobody came.", "from_text"),
    ):
        assert vars(format_of("-", data))["__name__"].endswith(name)


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


def test_attachments_of_other_formats_are_told_once_without_logos_and_signatures() -> None:
    mail = message()
    for name in ("sums.xls", "more.xls", "scan.png"):
        mail.add_attachment(b"\0", maintype="application", subtype="octet-stream", filename=name)
    mail.add_attachment(b"\0", maintype="image", subtype="png", filename="logo.png", cid="<logo@x.example>")
    mail.add_attachment(b"\0", maintype="image", subtype="gif", filename="line.gif", disposition="inline")
    mail.add_attachment(b"\0", maintype="application", subtype="pgp-signature", filename="signed.asc")
    found = reading(mail)
    (told,) = found.troubles
    assert told.reason == "attachments of other formats were left out (2 .xls, 1 .png)"
    assert not told.lost
    assert len(found.documents) == 1


def test_a_mail_box_tells_of_its_attachments_once(tmp_path: Path) -> None:
    path = tmp_path / "post.mbox"
    box = mailbox.mbox(str(path))
    for number in range(3):
        mail = message(f"The ferry of day {number} was late again.")
        mail.add_attachment(b"\0", maintype="application", subtype="octet-stream", filename="sums.xls")
        box.add(mail)
    box.close()
    found = read_bytes("post.mbox", path.read_bytes())
    assert [one.reason for one in found.troubles] == ["attachments of other formats were left out (3 .xls)"]
    assert len(found.documents) == 3


def test_a_line_without_end_in_a_mail_box_is_told_and_the_next_message_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(limits, "LINE_BYTES", 2 * limits.MEGABYTE)
    head = b"From ann@example.org Mon Mar  4 18:20:00 2024\nFrom: ann@example.org\nSubject: %s\n\n"
    data = head % b"Long" + b"x" * (3 * limits.MEGABYTE) + b"\n\n" + head % b"Short" + b"It rained.\n"
    found = read_bytes("x.mbox", data)
    assert [one.title for one in found.documents] == ["Short"]
    assert [(one.line, one.reason) for one in found.troubles] == [
        (1, "a line of this message, number 5 of the file, has more than 2 MB")
    ]
