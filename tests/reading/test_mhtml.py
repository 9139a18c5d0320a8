"""Pages saved with their pictures: the page is read, its address kept."""

from __future__ import annotations

from email.message import EmailMessage
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest

from data.reading import read_bytes
from data.reading.making.known_formats import format_of

PAGE = (
    '<html lang="en"><head><title>Ferry returns</title>'
    '<meta property="article:published_time" content="2024-03-04T18:20:00Z"></head>'
    "<body><article><p>The ferry came back on Monday.</p><img src='cid:1'></article></body></html>"
)


def saved(page: str = PAGE, charset: str = "utf-8") -> bytes:
    file = MIMEMultipart("related", type="text/html")
    file["From"] = "<Saved by Blink>"
    file["Snapshot-Content-Location"] = "https://coast.example/ferry"
    file["Date"] = "Fri, 1 Nov 2024 10:00:00 -0000"
    part = MIMEText(page, "html", charset)
    part["Content-Location"] = "https://coast.example/ferry"
    file.attach(part)
    file.attach(MIMEImage(b"\x89PNG", "png"))
    return file.as_bytes()


def test_the_page_is_read_as_any_page() -> None:
    (only,) = read_bytes("x.mhtml", saved()).documents
    assert only.text == "The ferry came back on Monday."
    assert (only.title, only.publisher, only.path) == ("Ferry returns", "coast.example", "x.mhtml")
    assert only.url == "https://coast.example/ferry"
    assert only.published.value == "2024-03-04T18:20:00Z"


def test_the_day_of_saving_is_no_publication_date() -> None:
    (only,) = read_bytes(
        "x.mht", saved("<html><body><p>The ferry came back on Monday.</p></body></html>")
    ).documents
    assert only.published.basis == "unknown"


def test_the_charset_of_the_part_counts() -> None:
    text = "Президент приехал в понедельник вечером."
    (only,) = read_bytes("x.mht", saved(f"<p>{text}</p>", "koi8-r")).documents
    assert only.text == text


@pytest.mark.parametrize(
    "data", [b"It rained.", b"From: a\nContent-Type: multipart/related\n\nx", saved("")[:300]]
)
def test_a_bad_file_is_one_trouble(data: bytes) -> None:
    (only,) = read_bytes("x.mhtml", data).troubles
    assert "no page" in only.reason


def test_a_saved_page_without_a_name_is_recognised() -> None:
    assert vars(format_of("-", saved()))["__name__"].endswith("from_mhtml")
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@b.example", "c@d.example", "Ferry"
    mail.set_content("<p>x</p>", subtype="html")
    mail.add_related(b"\x89PNG", "image", "png", cid="1")
    assert vars(format_of("-", mail.as_bytes()))["__name__"].endswith("from_eml")


def test_an_address_in_other_letters_is_no_reason_to_leave_the_page_out() -> None:
    data = saved().replace(b"https://coast.example/ferry", "https://coast.example/fähre".encode())
    (only,) = read_bytes("x.mhtml", data).documents
    assert only.text == "The ferry came back on Monday."
