"""The headers of a mail message in plain words: who sent it, and when."""

from __future__ import annotations

import re
from email.utils import parseaddr, parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from data.firms import is_form_of_firm
from data.reading.making.whole import stated_or_none
from data.reading.opening.encoding import decode

if TYPE_CHECKING:
    from data.model import Published

# Hosts where everybody may have a mail box: the host tells nothing of the sender.
_FREE_HOSTS = frozenset({
    "aol.com", "gmail.com", "gmx.de", "gmx.net", "googlemail.com", "hotmail.com", "icloud.com", "live.com",
    "mail.ru", "outlook.com", "proton.me", "protonmail.com", "qq.com", "rediffmail.com", "web.de",
    "yahoo.com", "yandex.ru",
})  # fmt: skip
_LONGEST_HEADER = 5000  # letters; the time to decode one grows with its square
# "Berg, Jonas", as address books have it; not so "Berg, Lund and Holm", "Nordfisk, Inc."
_SURNAME_FIRST = re.compile(
    r"(?P<surname>[^\W\d_a-z][\w’'-]+(?:\s[^\W\d_a-z][\w’'-]+)?),\s(?P<given>[^\W\d_a-z][\w’'.-]*(?:\s[^\W\d_a-z][\w’'.-]*)?)"
)
_BEHIND_A_NAME = frozenset({"Esq", "II", "III", "Jr", "KC", "MBA", "MD", "MP", "PhD", "Ph.D", "QC", "Sr"})


def sender(written: str) -> tuple[str, str]:
    """Who sent a message, by its From header in plain words, and the house whose address that is.

    The house is the address's host, or the address where anybody may have one there; empty without either.
    """
    if "@" not in written and "<" not in written:
        return written, ""
    name, address = parseaddr(written.replace("[mailto:", "<").replace("]", ">"))
    turned = _SURNAME_FIRST.fullmatch(name)
    if turned is not None and not _stands_behind_a_name(turned["given"]):
        name = f"{turned['given']} {turned['surname']}"
    host = address.rpartition("@")[2].lower()
    if "." not in host:
        return name or address or written, ""
    return name or address, address if host in _FREE_HOSTS else host


def _stands_behind_a_name(written: str) -> bool:
    return written.rstrip(".") in _BEHIND_A_NAME or is_form_of_firm(written)


def sent(date: Any) -> Published | None:
    """The publication date that a message's Date header states; None if it states none."""
    try:
        moment = parsedate_to_datetime(str(date))
    except (TypeError, ValueError, OverflowError):
        return None
    return stated_or_none(moment.isoformat(timespec="minutes"), f"the mail's date: {words(date)}")


def words(header: Any) -> str:
    """A header in plain words: its encoded parts decoded, on one line."""
    from email.header import decode_header

    pieces = []
    try:
        for piece, charset in decode_header(str(header)[:_LONGEST_HEADER]):
            pieces.append(piece if isinstance(piece, str) else _decoded(piece, charset))
    except ValueError:
        return " ".join(str(header)[:_LONGEST_HEADER].split())
    return " ".join("".join(pieces).split())


def _decoded(piece: bytes, charset: str | None) -> str:
    try:
        return piece.decode("ascii" if charset in (None, "unknown-8bit") else charset)
    except (LookupError, UnicodeError):
        decoded = decode(piece)
        return decoded.text if decoded is not None else piece.decode("ascii", "replace")
