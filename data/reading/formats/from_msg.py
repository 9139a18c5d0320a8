"""Outlook messages (MSG): their properties, read through olefile, put into the shape of any other mail.

Sources: [MS-OXMSG] 2.1 to 2.4 (streams and storages), [MS-OXPROPS] 2 (the numbers of the properties).
"""

from __future__ import annotations

import io
import struct
from collections import Counter
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime, formataddr
from typing import TYPE_CHECKING, Any

from data.reading.mail.message import message_documents, told_left_out
from data.reading.opening import limits
from data.reading.opening.encoding import decode
from data.reading.opening.limits import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.model import Document, Trouble
    from data.reading.making.source import Source

SUFFIXES = (".msg",)

_SUBJECT, _SENDER, _ADDRESS, _SMTP_ADDRESS, _BODY, _HTML = "0037", "0C1A", "0C1F", "5D01", "1000", "1013"
_FILE_NAME, _LONG_FILE_NAME, _CONTENT = "3704", "3707", "3701"
_TIMES = (0x00390040, 0x0E060040)  # sent, delivered
_STREAM = "__substg1.0_"
_PROPERTIES = "__properties_version1.0"
_HEADER = 32  # bytes before the properties, of 16 bytes each; an attached message has 8 fewer
_MESSAGE = "000D"  # the type of what is a storage
_DEEPEST = 2 * limits.ARCHIVE_DEPTH  # storages
_Place = tuple[str, ...]
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)


def read(source: Source) -> Iterator[Document | Trouble]:
    """The message, and the documents attached to it."""
    import olefile

    if not olefile.isOleFile(data=source.data):
        raise UnreadableError("it is damaged, or no Outlook message", "Save it from Outlook again.")
    with olefile.OleFileIO(io.BytesIO(source.data)) as ole:
        if not ole.exists(_PROPERTIES):
            raise UnreadableError("it is no Outlook message", "Give it the suffix of its format.")
        message = _message(ole, ())
    others: Counter[str] = Counter()
    yield from message_documents(source, message.as_bytes(), others=others)
    yield from told_left_out(source, others)


def _message(ole: Any, place: _Place) -> EmailMessage:
    """The message whose properties stand in a storage; an attached message has a storage of its own in it."""
    message = EmailMessage()
    address = _text(ole, place, _SMTP_ADDRESS) or _text(ole, place, _ADDRESS)
    # Inside one firm's Exchange an address is a path ("/O=FIRM/CN=ANN").
    # One in other letters ("post@küste.example") can stand in no header.
    known = "@" in address and address.isascii()
    message["From"] = formataddr((_one_line(_text(ole, place, _SENDER)), address if known else ""))
    message["Subject"] = _one_line(_text(ole, place, _SUBJECT))
    moment = _moment(ole, place)
    if moment is not None:
        message["Date"] = format_datetime(moment)
    message.set_content(_text(ole, place, _BODY))
    html = _bytes(ole, place, _HTML)
    if html:
        message.add_alternative(html, "text", "html")
    inside = {
        entry[len(place)]
        for entry in ole.listdir()
        if tuple(entry[: len(place)]) == place and entry[len(place)].startswith("__attach")
    }
    for storage in sorted(inside)[: limits.MESSAGE_PARTS]:
        attached = (*place, storage)
        name = _text(ole, attached, _LONG_FILE_NAME) or _text(ole, attached, _FILE_NAME)
        content = _bytes(ole, attached, _CONTENT)
        whole = (*attached, f"{_STREAM}{_CONTENT}{_MESSAGE}")
        if ole.exists([*whole, _PROPERTIES]) and len(whole) <= _DEEPEST:
            message.add_attachment(_message(ole, whole))
        elif name and content:
            message.add_attachment(content, "application", "octet-stream", filename=_one_line(name))
    return message


def _bytes(ole: Any, place: _Place, number: str) -> bytes:
    name = [*place, f"{_STREAM}{number}0102"]
    return bytes(ole.openstream(name).read()) if ole.exists(name) else b""


def _text(ole: Any, place: _Place, number: str) -> str:
    """A property of type text: in UTF-16, or in the sender's code page, which is guessed."""
    for kind, encoding in (("001F", "utf-16-le"), ("001E", None)):
        name = [*place, f"{_STREAM}{number}{kind}"]
        if ole.exists(name):
            data = ole.openstream(name).read()
            if encoding is not None:
                return str(data.decode(encoding, "replace")).replace("\0", "")
            decoded = decode(data)
            return decoded.text if decoded is not None else ""
    return ""


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _moment(ole: Any, place: _Place) -> datetime | None:
    """When it was sent: tenths of microseconds since 1601, in an entry of 16 bytes."""
    data = ole.openstream([*place, _PROPERTIES]).read()
    entries = data[_HEADER - len(data) % 16 :]
    found = {
        tag: value
        for tag, value in struct.iter_unpack("<I4xQ", entries[: len(entries) // 16 * 16])
        if tag in _TIMES and value
    }
    for tag in _TIMES:
        if tag in found:
            try:
                return _EPOCH + timedelta(microseconds=found[tag] // 10)
            except OverflowError:
                return None
    return None
