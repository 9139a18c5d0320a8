"""Who uses the program."""

from __future__ import annotations

import getpass
import os

VARIABLE = "DATELINE_USER"


def user_name() -> str:
    """Who makes the marks: DATELINE_USER, else the name the user logged in with."""
    given = os.environ.get(VARIABLE, "").strip()
    if given:
        return given
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # an account without a name, as in containers
        return "somebody"
