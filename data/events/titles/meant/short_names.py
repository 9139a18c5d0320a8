"""The surnames by which a line may call persons whom its document names in full."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from data.events.cues import Cues
from data.events.names.name import Name

_SHORT_ENOUGH = 4
_INITIAL = re.compile(r"[^\W\d_]\.")


def short_names(names: Sequence[Name], genders: Collection[str], cues: Cues) -> dict[str, str]:
    """Surnames by the full names of persons, with what belongs to them ("bin Laden").

    Only for whom a title, a given name or the text's own use of the surname tells to be a person: "Dow Jones"
    is not "Jones". Whose first name is that of a body is a body too: "Corps" is none of Apple Corps, where
    Apple is told of. ``genders`` has those who are known to be men or women.
    """
    bodies = {name.name for name in names if name.kind == "organisation"}
    begun = {" ".join(body.split(" ")[:2]) for body in bodies if body.count(" ") > 1}
    known = {
        name.name
        for name in names
        if name.name in genders
        or name.chain < name.start
        or name.end - name.start < len(name.name)
        or _INITIAL.match(name.name)
    }
    particles = cues.words["particles"]
    short: dict[str, str] = {}
    for name in names:
        first, *between = name.name.split(" ")
        if name.kind != "person" or name.name not in known or not between or first in bodies:
            continue
        if name.name in begun:
            # "Mia Lund Stores" is called after her, and means no Lund.
            continue
        if first in cues.words["surnames_first"]:
            # "Li Qiang" is no Qiang.
            continue
        surname = between.pop()
        while between and between[-1].lower() in particles:
            surname = f"{between.pop()} {surname}"
        if len(surname) >= _SHORT_ENOUGH:
            short[name.name] = surname
    return short
