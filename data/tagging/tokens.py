"""A text cut once into words, digit runs, white space and single marks, with no character left out."""

from __future__ import annotations

import re
from itertools import accumulate

from data.letters import LETTERS

_TOKEN = re.compile(rf"{LETTERS}|\s+|\d+|.", re.DOTALL)


def tokenise(text: str) -> tuple[list[str], list[int]]:
    """The tokens of a text and their offsets in it.

    Because the tokens cover the text without a gap, the offsets are the running sum of their lengths;
    the list of offsets has one more element, the length of the text.
    """
    tokens = _TOKEN.findall(text)
    return tokens, list(accumulate(map(len, tokens), initial=0))
