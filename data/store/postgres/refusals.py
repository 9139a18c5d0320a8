"""The server's refusals in plain words, and whether an error means that the connection is gone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from data.errors import CollectionError, LostError, RightsError
from data.store.server_address import Address

if TYPE_CHECKING:
    import psycopg

_NO_RIGHT = "42501"
_FORGOTTEN = "42P01"
_NO_ENTRY = "no entry"  # has the code of all that is not allowed
# By the beginning of the server's code of the error: title, what it means, what to do.
_REFUSALS = (
    (_NO_RIGHT, "You may not do this here", "your role on the server does not allow it",
     "Ask the collection's owner: GRANT dateline_editor lets you mark, only the owner builds."),
    (_NO_ENTRY, "You may not read this collection", "your role may not connect to its database",
     "Ask its owner: GRANT dateline_reader lets you read, dateline_editor mark."),
    ("28", "The server does not let you in", "it knows no such user or password",
     "Check the user's name, and its password in PGPASSWORD or ~/.pgpass."),
    ("3D000", "No such database", "the server has none of this name",
     "Check the spelling, or have it made (docs/newsroom.md)."),
    ("3F000", "The collection is empty", "nothing was built in it", "Build it first."),
    (_FORGOTTEN, "The server has forgotten the session", "a pooler shares it with others, or all is gone",
     "Let the pooler pool sessions, or give the server's own address."),
    ("53100", "The server's disk is full", "nothing of the last step was written",
     "Free some space there, and try again."),
    ("53", "The server is at its limits", "it takes no more connections of yours, or has no memory left",
     "Close other sessions, or try again later."),
    ("54", "Too much for the server", "a name or an address is longer than it can look up",
     "Shorten it, or keep the collection in a file."),
    ("57014", "The server broke off", "somebody there ended what was asked", "Try again."),
    ("55P03", "The collection is in use", "another program is writing to it",
     "Try again when it has finished."),
    ("40", "The collection is in use", "another program changed the same at the same moment", "Try again."),
    ("25006", "The collection cannot be written", "it is set to be only read, or copies another server",
     "Ask who runs it, or give the address of the server that is written."),
)  # fmt: skip
_KINDS: dict[str, type[CollectionError]] = {_NO_RIGHT: RightsError, _FORGOTTEN: LostError}
_SAID = (
    (r"FATAL.*(too many|remaining connection slots|not currently accepting)", "53"),
    (r"FATAL.*permission denied for database", _NO_ENTRY),
    (r"FATAL.*(starting up|shutting down|not yet accepting|recovery)", ""),
    (r"no password supplied|FATAL.*(password|no pg_hba.conf entry|role)", "28"),
    (r"FATAL.*database", "3D000"),
)
"""What the server says where it does not let a session in, and the beginning of the code that it has."""
_LOST = ("08", "57P")
_CONNECTING = ("connection failed", "connection is bad", "connection timeout", "failed to resolve", "[Errno")


@contextmanager
def telling(address: Address) -> Iterator[None]:
    """Turn the server's errors into a title, a reason and a hint; none has a password in it."""
    import psycopg

    try:
        yield
    except psycopg.Error as error:
        raise _told(error, address) from None  # the error may hold all that was sent


def _told(error: psycopg.Error, address: Address) -> CollectionError:
    import psycopg

    code = error.sqlstate or ""
    for beginning, title, meaning, hint in _REFUSALS:
        if code.startswith(beginning):
            kind = _KINDS.get(code, CollectionError)
            return kind(title, f"{address.shown}: {meaning}", hint)
    lines = str(error.diag.message_primary or error).splitlines()
    said = " ".join(line.strip() for line in lines if not line.startswith("\t"))  # such a line is a guess
    for secret in filter(None, (address.password, address.key_password)):
        said = said.replace(secret, "...")
    if is_lost(error):
        return LostError(
            "The connection to the server was lost", f"{address.shown}: nothing of the last step was written",
            "Try again; all that was there is kept.",
        )  # fmt: skip
    if isinstance(error, psycopg.OperationalError) and not code:
        return _unreached(said, address)
    return CollectionError(
        "The server refused", f"{address.shown}: {said}", "Build it again; if that does not help, report it."
    )


def _unreached(said: str, address: Address) -> CollectionError:
    """Why there is no connection, from what the library says of it: it gives no code."""
    code = _code_in(said)
    for beginning, title, meaning, hint in _REFUSALS:
        if beginning == code:
            return CollectionError(title, f"{address.shown}: {meaning}", hint)
    return CollectionError(
        "The server cannot be reached",
        f"{address.shown}: {said.rstrip('.')}",
        "Check its name and port, and that it runs.",
    )


def _code_in(said: str) -> str:
    """The beginning of the code of a refusal to connect, by its words; empty for other errors."""
    return next((code for pattern, code in _SAID if re.search(pattern, said)), "")


def is_refused(error: psycopg.Error) -> bool:
    """Whether a server that runs does not let this session in: to wait for it is of no use."""
    return bool(_code_in(str(error)))


def has_forgotten(error: psycopg.Error) -> bool:
    """Whether the session is not set up any more, as it looks: what is between has changed it."""
    return error.sqlstate == _FORGOTTEN


def is_lost(error: psycopg.Error) -> bool:
    """Whether an error means that there is no connection any more."""
    import psycopg

    if error.sqlstate is not None:
        return error.sqlstate.startswith(_LOST)
    # What fails without the server's word failed on the way to it; connecting has a wording of its own.
    return isinstance(error, psycopg.OperationalError) and not str(error).startswith(_CONNECTING)
