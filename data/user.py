"""Who uses the program."""

from __future__ import annotations

import getpass
import os

from data import lengths

VARIABLE = "DATELINE_USER"


def user_name() -> str:
    """Who makes the marks: DATELINE_USER, else the name the user logged in with."""
    # Bytes that are no text come from a terminal of another encoding; no collection could hold them.
    given = os.fsencode(os.environ.get(VARIABLE, "")).decode("utf-8", "replace").strip()
    if given:
        return given[: lengths.NAME]
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # an account without a name, as in containers
        return "somebody"
