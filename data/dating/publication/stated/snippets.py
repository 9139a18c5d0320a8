"""Search results: each a document of its own, with a title, perhaps a date, and how the page begins."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from data.dating.publication.cues import publication_cues

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.dating.publication.cues import WrittenDate
    from data.model import Document, Reading

_NUMBER = re.compile(r"\s*\d{1,3}[.)]\s+")
# The date of a result stands by itself: at the head of a line or behind a full stop, a word such as "Updated"
# and a time of day before it at most, and something ends it.
_BEFORE = re.compile(
    r"(?:^|\n|[.!?…|·›])\s*(?:[A-Z][a-z]+ed:?\s+)?(?:\d\d?:\d\d(?:\s?[AP]M)?(?:\s[A-Z]{2,4})?,?\s*)?\Z"
)
_BEHIND = re.compile(r"\s*(?:[.,;|/·…]|[-—–]|\n|\Z|\d\d?:)")
_WORD = re.compile(r"\w+")
# A title that was cut short still names its page from so many words on.
_TITLE_WORDS = 5
# So do as many words of how the page begins.
_OPENING_WORDS = 12
# Search results quote how a page begins: one of its first sentences.
_OPENINGS = 3


def listed_day(snippet: Document) -> tuple[int, str] | None:
    """The date that a search result gives its page, as a day and as written; None if it gives none."""
    text = snippet.text
    for date in publication_cues(snippet.language).dates(text):
        if date.year is not None and _stands_alone(text, date):
            return date.number(), text[date.start_char : date.end_char]
    return None


def listings(snippets: Sequence[Document], readings: Sequence[Reading]) -> dict[str, list[str]]:
    """For each document the search results that lead to it, by its title or by how its text begins."""
    titles: dict[tuple[str, ...], list[str]] = defaultdict(list)
    openings: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for reading in readings if snippets else ():
        document = reading.document
        title = _words(document.title or "")
        for length in range(_TITLE_WORDS, len(title) + 1):
            titles[title[:length]].append(document.id)
        for sentence in reading.sentences[:_OPENINGS]:
            openings[_opening(document, sentence.start_char)].append(document.id)
    found: dict[str, list[str]] = defaultdict(list)
    for snippet in snippets:
        words = _words(snippet.text)
        runs = {words[at : at + _OPENING_WORDS] for at in range(len(words) - _OPENING_WORDS + 1)}
        led = {
            *titles.get(_words(snippet.title or ""), ()),
            *(one for run in runs for one in openings.get(run, ())),
        }
        for document_id in led:
            found[document_id].append(snippet.id)
    return found


def _opening(document: Document, start: int) -> tuple[str, ...]:
    """The words with which a document's sentence at ``start`` begins, as many as tell it from others."""
    return _words(document.text[start : start + 40 * _OPENING_WORDS])[:_OPENING_WORDS]


def _stands_alone(text: str, date: WrittenDate) -> bool:
    start = _NUMBER.match(text)
    first = start.end() if start else 0
    before = text[max(first, date.start_char - 60) : date.start_char]
    return bool(_BEFORE.search(before)) and bool(_BEHIND.match(text, date.end_char))


def _words(text: str) -> tuple[str, ...]:
    text = _NUMBER.sub("", text, count=1) if _NUMBER.match(text) else text
    return tuple(_WORD.findall(text.casefold().replace("’", "'")))
