"""Mails that tests write, and what is read of them."""

from __future__ import annotations

import mailbox
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from data.model import Document
from data.reading import FileReading, read_bytes, sentences

TEXT = "The ferry came back on Monday.\n\nTwo hundred people stood on the quay.\n"


def message(text: str = TEXT, **headers: str) -> EmailMessage:
    """A mail; headers given as empty are left out."""
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
    """What is read of a mail."""
    return read_bytes("x.eml", mail if isinstance(mail, bytes) else mail.as_bytes())


def document(mail: EmailMessage | bytes) -> Document:
    """The only document of a mail, which is read without trouble."""
    found = reading(mail)
    assert found.troubles == ()
    (only,) = found.documents
    return only


def read_sentences(read_one: Document) -> list[str]:
    """The sentences of a document but those of its furniture."""
    found = sentences(read_one.text, "en", furniture=read_one.furniture)
    return [read_one.text[one.start_char : one.end_char] for one in found]


def box(tmp_path: Path, *mails: Any) -> Path:
    """A mail box of these mails."""
    file = tmp_path / "x.mbox"
    written = mailbox.mbox(file)
    for mail in mails:
        written.add(mail)
    written.close()
    return file
