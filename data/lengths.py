"""How long what comes from outside may be: what every engine of a collection can look up, a line can show.

A server's index takes 2,704 bytes of a value, and a letter has up to four. What is longer is refused or cut
where it comes in, and told there, so that a file and a server hold the same.
"""

from __future__ import annotations

import os

NAME = 500
"""Letters of a name, a tag, an id, a publisher."""

TITLE = 2_000
"""Letters of a title."""

TEXT = 100_000
"""Letters of a note or a citation."""

ADDRESS = 2_000
"""Letters of an address in the web: browsers and servers take hardly longer ones."""

LINE = 3_000
"""Letters of a line of talk: more is no line any more. Paths and reasons are far shorter."""

FILE_BYTES = 2_000
"""Bytes of a file's path from the root."""

PATH_BYTES = 2_600
"""Bytes of such a path with the places inside archives behind it; longer places are cut in the middle."""


def excess(what: str, text: str, most: int) -> str:
    """What is wrong with a text of more than ``most`` letters, to be told; empty if nothing is."""
    return f"{what} has {len(text):,} letters, more than {most:,}" if len(text) > most else ""


def cut(place: str, before: str) -> str:
    """A place inside what is at the path ``before``, cut in the middle where both are too long together.

    Half of the room is left to places further inside.
    """
    room = (PATH_BYTES - len(os.fsencode(before))) // 2
    written = os.fsencode(place)
    if len(written) <= room:
        return place
    half = max(room // 2 - 3, 8)
    return " ... ".join(part.decode(errors="ignore") for part in (written[:half], written[-half:]))
