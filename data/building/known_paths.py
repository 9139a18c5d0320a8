"""Which files a collection can be brought up to date with where nobody names any: those it was read from."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from typing import NamedTuple

from data.reading.files import STANDARD_INPUT
from data.store.protocol import ReadingStore

# The end of what ``Settings.fingerprint`` writes.
_GIVEN = re.compile(r"published=(?P<published>\S*) language=(?P<language>\S*)\Z")


class Given(NamedTuple):
    """What the user gave for the reading of files: a publication date (EDTF) and a language's code."""

    published: str | None
    language: str | None


def known_paths(store: ReadingStore) -> dict[Given, list[str]]:
    """The files of a collection that are on this machine, in order, by what was given for their reading.

    Files that have come into their folders since are not among them: which folders were named is not kept.
    """
    found: dict[Given, list[str]] = defaultdict(list)
    for record in sorted(store.files().values()):
        if record.state == "folder" or record.location == STANDARD_INPUT:
            continue
        if os.path.lexists(record.location):
            said = _GIVEN.search(record.settings)
            given = Given(said["published"] or None, said["language"] or None) if said else Given(None, None)
            found[given].append(record.location)
    return dict(found)
