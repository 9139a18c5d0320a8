"""The cue words of page furniture, compiled from ``cues.toml``."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

Cue = Literal["section", "comments", "page", "line", "end", "error", "results", "byline", "date_line"]

# A page's cues are short lines; longer ones are prose that happens to hold such words.
LONGEST_CUE = 300


@cache
def cue_pattern(name: str) -> re.Pattern[str]:
    """The expressions of one list of ``cues.toml`` as one pattern without regard to case."""
    return re.compile("|".join(f"(?:{expression})" for expression in _table()[name]), re.IGNORECASE)


@cache
def _table() -> dict[str, list[str]]:
    content = files("data.reading").joinpath("cues.toml").read_text(encoding="utf-8")
    return tomllib.loads(content)


def cue_of(line: str) -> Cue | None:
    """What a line without its list mark gives away, or None; the first list that has it wins."""
    if len(line) > LONGEST_CUE:
        return None
    for name in get_args(Cue):
        if cue_pattern(name).fullmatch(line):
            found: Cue = name
            return found
    return None
