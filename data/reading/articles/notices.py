"""Notices of the site that was captured: consent, paywall, login, maintenance, a page that is not found.

Unlike the error pages among cue lines they are written in whole sentences, so all that a text says is judged.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.reading.articles.cues import cue_pattern, holds_needle
from data.reading.texts.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.reading.articles.lines import Line

_LONGEST = 1200  # letters
_SHORTEST_SENTENCE = 4  # words
_FEWEST = 3  # words of sites, those that other texts seldom have counted twice
# The share of sentences that speak to the reader, or of the page itself, with twice the share of words of
# sites: at least so much in a notice, and in one that stands alone among the paragraphs of an article.
# Reports on passwords and paywalls have 0.2 to 0.8.
_ENOUGH = 0.95
_ENOUGH_AMONG_OTHERS = 1.6
_QUOTED = re.compile(r"[\"“„«][^\"“”„«»]*[\"”“»]")
_OF_AN_AUTHOR = ("byline", "date_line")


def with_notices(lines: Sequence[Line]) -> list[Line]:
    """The lines of a text, paragraphs that are a notice each by itself told as furniture."""
    return [
        line._replace(cue="line")
        if line.look == "prose" and line.cue is None and is_notice((line,), _ENOUGH_AMONG_OTHERS)
        else line
        for line in lines
    ]


def is_notice(lines: Sequence[Line], enough: float = _ENOUGH) -> bool:
    """Whether all that these lines say is a notice of a site.

    It is short, speaks to the reader, of pages, browsers, accounts and the like, and reports nothing. What
    stands in quotation marks is not its own: an article may tell of notices. Nobody says "I" in one.
    """
    if lines[-1].end - lines[0].start > _LONGEST:
        return False
    texts = [_QUOTED.sub(" ", line.text) for line in lines]
    text = "\n".join(texts)
    if not holds_needle("to_reader", text.lower()):
        return False
    own, likely, to_reader = (
        len(cue_pattern(name).findall(text)) for name in ("notice", "notice_likely", "to_reader")
    )
    of_sites = 2 * own + likely
    if not own or of_sites < _FEWEST or not to_reader:
        return False
    told = [
        said
        for line, written in zip(lines, texts, strict=True)
        if line.look in ("prose", "remark")
        for start, end in sentences(written)
        if (said := written[start:end]).count(" ") >= _SHORTEST_SENTENCE - 1
    ]
    spoken = sum(cue_pattern("to_reader", "here").search(said) is not None for said in told)
    words = (of_sites + to_reader) / len(text.split())
    if not told or spoken / len(told) + 2 * words < enough:
        return False
    if any(cue_pattern("reporting").search(said) for said in told):
        return False
    letter, place = cue_pattern("salutation"), cue_pattern("dateline")
    return not any(
        line.cue in _OF_AN_AUTHOR or letter.fullmatch(f"{line.text},") or place.match(line.text)
        for line in lines
    )
