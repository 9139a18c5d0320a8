"""Mail: text, sender and date; quotations apart; attachments; mail boxes."""

from __future__ import annotations

import mailbox
from pathlib import Path

import pytest

from data.reading import read_bytes, stream_file
from data.reading.making.known_formats import format_of
from data.reading.opening import limits
from tests.helpers.mails import TEXT, box, document, message, read_sentences, reading


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
