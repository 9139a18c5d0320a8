"""The address of a collection on a server, and the password that is in none of what is shown or kept."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

from data.errors import CollectionError

SCHEMES = ("postgresql", "postgres")
_SECRET = ("password", "sslpassword", "passfile_password")
_HINT = "Write it like postgresql://user@host/database."

_passwords: dict[str, str] = {}
"""By the address without it, for this process only: nothing else is to be told a password that was typed."""


@dataclass(frozen=True, slots=True)
class Address:
    """A server's collection: ``shown`` is its URL without a password, ``password`` what was in it."""

    shown: str
    password: str | None = None


def is_on_server(address: str) -> bool:
    """Whether an address is one that :func:`parted` reads."""
    return address.partition("://")[0].lower() in SCHEMES and "://" in address


def parted(address: str) -> Address:
    """An address and the password in it.

    Raises :class:`data.errors.CollectionError`, whose text repeats nothing of an address that cannot be read:
    it may be part of a password.
    """
    try:
        parts = urlsplit(address)
        host = parts.netloc.rpartition("@")[2]
        user, mark, password = parts.netloc.rpartition("@")[0].partition(":")
        query = parse_qsl(parts.query, keep_blank_values=True, strict_parsing=bool(parts.query))
    except ValueError as error:
        raise CollectionError("The address cannot be read", "it is no URL of a server", _HINT) from error
    if "#" in address or "@" in host or len(parts.path.strip("/").split("/")) > 1:
        raise CollectionError(
            "The address cannot be read",
            "in names and passwords @ is written %40, # is %23 and / is %2F",
            _HINT,
        )
    secrets = [value for name, value in query if name == "password"]
    kept = [(name, value) for name, value in query if name not in ("password", "sslpassword")]
    netloc = f"{user}@{host}" if user else host
    shown = urlunsplit((SCHEMES[0], netloc, parts.path, urlencode(kept, quote_via=quote), ""))
    if not mark and not secrets:
        return Address(shown)
    return Address(shown, secrets[-1] if secrets else unquote(password))


def keep_password(address: Address) -> None:
    """Let this process open the address without its password."""
    if address.password is not None:
        _passwords[address.shown] = address.password


def password_for(address: Address) -> str | None:
    """The password of an address: its own, or the one that this process was given; None leaves it to libpq."""
    return address.password if address.password is not None else _passwords.get(address.shown)
