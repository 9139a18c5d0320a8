"""Outlook messages (MSG): their properties, read through olefile, put into the shape of any other mail.

Sources: [MS-OXMSG] 2.1 to 2.4 (streams and storages), [MS-OXPROPS] 2 (the numbers of the properties).
"""

from __future__ import annotations

import io
import struct
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime, formataddr
from typing import TYPE_CHECKING, Any

from data.reading import limits
from data.reading.encoding import decode
from data.reading.limits import UnreadableError
from data.reading.mail import message_documents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.model import Document, Trouble
    from data.reading.formats import Source

SUFFIXES = (".msg",)

_SUBJECT, _SENDER, _ADDRESS, _SMTP_ADDRESS, _BODY, _HTML = "0037", "0C1A", "0C1F", "5D01", "1000", "1013"
_FILE_NAME, _LONG_FILE_NAME, _CONTENT = "3704", "3707", "3701"
_TIMES = (0x00390040, 0x0E060040)  # sent, delivered
_STREAM = "__substg1.0_"
_PROPERTIES = "__properties_version1.0"
_BEFORE_PROPERTIES = 32  # bytes
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)


def read(source: Source) -> Iterator[Document | Trouble]:
    """The message, and the documents attached to it."""
    import olefile

    if not olefile.isOleFile(data=source.data):
        raise UnreadableError("it is damaged, or no Outlook message", "Save it from Outlook again.")
    with olefile.OleFileIO(io.BytesIO(source.data)) as ole:
        if not ole.exists(_PROPERTIES):
            raise UnreadableError("it is no Outlook message", "Give it the suffix of its format.")
        message = _message(ole)
    yield from message_documents(source, message.as_bytes())


def _message(ole: Any) -> EmailMessage:
    message = EmailMessage()
    address = _text(ole, "", _SMTP_ADDRESS) or _text(ole, "", _ADDRESS)
    # Inside one firm's Exchange an address is a path ("/O=FIRM/CN=ANN").
    message["From"] = formataddr((_one_line(_text(ole, "", _SENDER)), address if "@" in address else ""))
    message["Subject"] = _one_line(_text(ole, "", _SUBJECT))
    moment = _moment(ole)
    if moment is not None:
        message["Date"] = format_datetime(moment)
    message.set_content(_text(ole, "", _BODY))
    html = _bytes(ole, "", _HTML)
    if html:
        message.add_alternative(html, "text", "html")
    storages = sorted({entry[0] for entry in ole.listdir() if entry[0].startswith("__attach")})
    for storage in storages[: limits.MESSAGE_PARTS]:
        name = _text(ole, storage, _LONG_FILE_NAME) or _text(ole, storage, _FILE_NAME)
        content = _bytes(ole, storage, _CONTENT)
        if name and content:
            message.add_attachment(content, "application", "octet-stream", filename=_one_line(name))
    return message


def _bytes(ole: Any, storage: str, number: str) -> bytes:
    name = [part for part in (storage, f"{_STREAM}{number}0102") if part]
    return bytes(ole.openstream(name).read()) if ole.exists(name) else b""


def _text(ole: Any, storage: str, number: str) -> str:
    """A property of type text: in UTF-16, or in the sender's code page, which is guessed."""
    for kind, encoding in (("001F", "utf-16-le"), ("001E", None)):
        name = [part for part in (storage, f"{_STREAM}{number}{kind}") if part]
        if ole.exists(name):
            data = ole.openstream(name).read()
            if encoding is not None:
                return str(data.decode(encoding, "replace")).replace("\0", "")
            decoded = decode(data)
            return decoded.text if decoded is not None else ""
    return ""


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _moment(ole: Any) -> datetime | None:
    """When it was sent: tenths of microseconds since 1601, in an entry of 16 bytes."""
    data = ole.openstream(_PROPERTIES).read()
    found = {
        tag: value
        for tag, value in struct.iter_unpack(
            "<I4xQ", data[_BEFORE_PROPERTIES:][: (len(data) - 32) // 16 * 16]
        )
        if tag in _TIMES and value
    }
    for tag in _TIMES:
        if tag in found:
            try:
                return _EPOCH + timedelta(microseconds=found[tag] // 10)
            except OverflowError:
                return None
    return None
