"""A name where it stands in a text."""

from __future__ import annotations

from typing import Literal, NamedTuple

NameKind = Literal["person", "organisation", "place"]


class Name(NamedTuple):
    """A name where it stands.

    ``chain`` is where the titles and demonyms before it begin ("Indian Prime Minister Narendra Modi").
    ``located`` says whether the text puts something there ("in Moscow"), for places only.
    """

    start: int
    end: int
    chain: int
    name: str
    kind: NameKind
    located: bool = False
