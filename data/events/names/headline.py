"""Names in a headline, where capitals tell nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set

from data.events.cues import Cues
from data.events.gazetteer import Gazetteer
from data.events.names.name import Name, NameKind
from data.events.names.placed import BEFORE, WELL_KNOWN
from data.model import Sentence


def names_in_headline(
    text: str,
    headline: Sentence,
    known: Mapping[str, NameKind],
    surnames: Mapping[str, Set[str]],
    cues: Cues,
    atlas: Gazetteer,
) -> Iterator[Name]:
    """Only names known otherwise, where every word has a capital.

    Args:
        text: the document's.
        headline: where it stands.
        known: the names that the document gives elsewhere, but for places.
        surnames: the full names of each surname.
        cues: the language's.
        atlas: the places.
    """
    words = list(
        re.finditer(r"[^\W_][\w.&-]*(?:['’](?!s\b)\w+)*", text[headline.start_char : headline.end_char])
    )
    base = headline.start_char
    at = 0
    while at < len(words):
        for length in (4, 3, 2, 1):
            if at + length > len(words):
                continue
            first, last = words[at], words[at + length - 1]
            name = text[base + first.start() : base + last.end()].rstrip(".")
            if not name[:1].isupper() and not name[:1].isdigit():
                continue
            start, end = base + first.start(), base + first.start() + len(name)
            if name in known:
                yield Name(start, end, start, name, known[name])
            elif length == 1 and len(surnames.get(name, ())) == 1:
                yield Name(start, end, start, next(iter(surnames[name])), "person")
            elif (place := atlas.places.get(name)) is not None and (
                place.kind != "city" or place.inhabitants >= WELL_KNOWN
            ):
                located = cues.place_before.search(text[max(0, start - BEFORE) : start].lower()) is not None
                yield Name(start, end, start, place.name, "place", located)
            else:
                continue
            at += length - 1
            break
        at += 1
