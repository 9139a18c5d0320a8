"""The address of a collection on a server, and the password that is in none of what is shown or kept."""

from __future__ import annotations

from dataclasses import dataclass, field

from data.errors import CollectionError
from data.store.address import SCHEMES

_SECRETS = ("password", "sslpassword")
_HINT = "Write it like postgresql://user@host/database; in a name or a password @ is %40, # is %23, / is %2F."


@dataclass(frozen=True, slots=True)
class Address:
    """A server's collection: ``shown`` is its URL without a password, ``password`` the one that goes with it.

    ``key_password`` opens the key of a certificate (``sslpassword``).

    Without a password the library looks for one where PostgreSQL's own programs do: PGPASSWORD, ~/.pgpass,
    a service file.
    """

    shown: str
    password: str | None = field(default=None, repr=False)
    key_password: str | None = field(default=None, repr=False)


_passwords: dict[str, Address] = {}
"""By the address without it, for this process only: what was typed is told to nobody but the server."""


def parted(address: str) -> Address:
    """An address, and the password in it or, for one that is known without it, from before.

    Raises :class:`data.errors.CollectionError`, whose text repeats nothing of an address that cannot be read:
    it may be part of a password.
    """
    from urllib.parse import quote, unquote, urlencode, urlsplit

    try:
        parts = urlsplit(address)
        _ = parts.port  # a number, or it is none and was meant for something else
    except ValueError:
        raise _unreadable() from None
    # As PostgreSQL reads it, to which a + is a plus and no space.
    settings = [one.partition("=") for one in parts.query.split("&")] if parts.query else []
    query = [(unquote(name), unquote(value)) for name, _, value in settings]
    who, _, host = parts.netloc.rpartition("@")
    user, _, password = who.partition(":")
    if parts.fragment or "@" in who or parts.path.count("/") > 1 or not all(sign for _, sign, _ in settings):
        raise _unreadable()
    kept = [(name, value) for name, value in query if name not in _SECRETS]
    shown = f"{SCHEMES[0]}://{user}@{host}{parts.path}" if user else f"{SCHEMES[0]}://{host}{parts.path}"
    if kept:
        shown += "?" + urlencode(kept, quote_via=quote)
    given = dict(query).get("password") or unquote(password) or None
    known = _passwords.get(shown, Address(shown))
    return Address(shown, given or known.password, dict(query).get("sslpassword") or known.key_password)


def without_password(address: str) -> tuple[str, bool]:
    """An address as it may be shown and kept, and whether a password was in it.

    The password stays with this process: :func:`parted` finds it again.
    """
    whole = parted(address)
    if whole == Address(whole.shown) or whole.shown == address:
        return whole.shown, False
    _passwords[whole.shown] = whole
    return whole.shown, True


def _unreadable() -> CollectionError:
    return CollectionError("The address cannot be read", "it is no URL of a database", _HINT)
