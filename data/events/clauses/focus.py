"""The focus date: the day a document is about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from data import days
from data.events.clauses.place_line import LEAD_SENTENCES, place_line
from data.events.cues import Cues, cues
from data.events.hints import SESSION
from data.events.words import hints_of
from data.model import DatedDocument, Expression, Precision, Published

# News tells what happened in the two weeks before it was printed; an older day in the lead is background.
LONGEST_DELAY = 14
# A lead may leave its day to one of so many sentences behind it: news is of that day or the day before.
FRESH = 1
_BEHIND_LEAD = 3
# A shorter opening is a date line, a byline or a headline, not the lead.
SHORTEST_LEAD = 60
_PUBLISHED = "publication date"
_HEAD = 300
# Marks that end a sentence, and those that may stand behind them.
_ENDS, _CLOSINGS = (".", "!", "?", ":", "…"), "”’\"')*_"
# Markets rest over a long weekend, and in each week after the fifth day.
_SESSIONS_APART, _LAST_SESSION = 4, 5


class Focus(NamedTuple):
    """The days a sentence without an expression is dated with; None where nothing is known.

    ``written`` is the last day its document can be of: only what lies behind it was to come.
    """

    start: int | None
    end: int | None
    precision: Precision | None
    reason: str
    written: int | None = None

    def is_ahead(self, day: int | None) -> bool:
        """Whether a day was to come when the document was written."""
        last = self.end if self.written is None else self.written
        return day is not None and last is not None and day > last


UNKNOWN = Focus(None, None, None, "the publication date is unknown")
"""The focus of a document of which no day is known."""


def focus(dated: DatedDocument) -> Focus:
    """The day named in the lead if it lies 0 to 14 days before publication, else the publication date.

    A lead without a day leaves it to the sentences behind it, if that is fresh.
    """
    published = dated.document.published
    if published.start is None or published.end is None or not published.is_known:
        return UNKNOWN
    text, (lead, end) = dated.document.text, _lead(dated)
    if published.start == published.end and _are_minutes(text, cues(dated.document.language)):
        return Focus(published.start, published.end, "day", "minutes tell of the meeting", published.end)
    if (head := place_line(text, lead, end)) is not None:
        # "AUBURN, Feb. 15 -- The mill said on Wednesday": its line dates the document, not its news.
        lead = head.end
    named = [one for one in dated.expressions if _is_recent(one, published) and not _is_a_line(one, text)]
    # A headline tells in brief what the lead tells whole.
    headline = [one for one in named if one.start_char < lead]
    fresh = [one for one in named if one.start is not None and published.end - one.start <= FRESH]
    ranges = _behind(dated, lead, end)
    behind = [one for one in fresh if any(first <= one.start_char < last for first, last in ranges)]
    for those in ([one for one in named if lead <= one.start_char < end], headline, behind):
        if (found := _of_the_news(those, text, cues(dated.document.language))) is not None:
            reason = f"the lead names the day: {found.text!r}"
            return Focus(found.start, found.end, "day", reason, published.end)
    precision = _precision(published.start, published.end)
    return Focus(published.start, published.end, precision, _PUBLISHED, published.end)


def _are_minutes(text: str, table: Cues) -> bool:
    """Whether a document begins as the record of a meeting, of whose day it is."""
    head = text[:_HEAD].lower().splitlines()
    begins = tuple(table.words["minutes_of"])
    return bool(begins) and any(line.lstrip("#*_ ").startswith(begins) for line in head)


def session(dated: DatedDocument, about: Focus) -> Focus:
    """The day of the market session a document tells of: the last one it names up to its publication.

    News of a weekend meets the market on the day of writing. ``about`` is the focus date; else it is kept
    where it is no publication date or no day is named.
    """
    written = about.written
    rests = about.start is not None and about.precision == "day" and days.weekday(about.start) > _LAST_SESSION
    if rests and written is not None and days.weekday(written) <= _LAST_SESSION:
        # What was done on a Sunday meets the market on Monday.
        return Focus(written, written, "day", "the market rested on the day of the news", written)
    published = about.end
    if about.reason != _PUBLISHED or published is None:
        return about
    named = [
        one.start
        for one in dated.expressions
        if one.type in ("DATE", "TIME") and one.precision == "day"
        if one.start is not None and one.start == one.end and 0 <= published - one.start <= _SESSIONS_APART
    ]
    if not named:
        return about
    day = max(named)
    return Focus(day, day, "day", "the last session of the market that it names", published)


def lead_end(dated: DatedDocument) -> int:
    """Where the lead ends: after its first whole sentence, headline and date line included."""
    return _lead(dated)[1]


def _lead(dated: DatedDocument) -> tuple[int, int]:
    """Where the first whole sentence begins and ends, behind the headline and the date line."""
    long = [one for one in dated.sentences[:LEAD_SENTENCES] if one.end_char - one.start_char >= SHORTEST_LEAD]
    # A headline may be as long; no full stop ends it.
    whole = [one for one in long if _is_ended(dated.document.text[one.start_char : one.end_char])]
    first = (whole or long or dated.sentences)[:1]
    return (first[0].start_char, first[0].end_char) if first else (0, 0)


def _of_the_news(those: Sequence[Expression], text: str, table: Cues) -> Expression | None:
    """Of some days the latest, for news goes back to others; but not one told in a clause by the way."""
    by_the_way = table.words["relatives"] | table.words["confined"]
    found: Expression | None = None
    for one in those:
        if found is None:
            found = one
        elif one.start is not None and found.start is not None and one.start > found.start:
            between = text[found.end_char : one.start_char].lower().split()
            found = found if by_the_way.intersection(between) else one
    return found


def _is_recent(expression: Expression, published: Published) -> bool:
    """Whether an expression names one day of the two weeks before publication."""
    day = expression.start
    if day is None or published.end is None or expression.type not in ("DATE", "TIME"):
        return False
    return (
        expression.precision == "day" and expression.end == day and 0 <= published.end - day <= LONGEST_DELAY
    )


def _behind(dated: DatedDocument, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences behind a lead that may name its day; none behind one that tells how things are."""
    text, table = dated.document.text, cues(dated.document.language)
    lower = text[start:end].lower()
    verb = table.finite.search(lower)
    if verb is not None and verb.lastgroup == "present" and table.perfect.match(lower, verb.start()) is None:
        return []
    behind = [(one.start_char, one.end_char) for one in dated.sentences if one.start_char >= end]
    # A market's day is the last one that it was open.
    return [one for one in behind[:_BEHIND_LEAD] if not _is_of_session(text[slice(*one)], table)]


def _is_of_session(sentence: str, table: Cues) -> bool:
    if not hints_of(table.pieces.of(sentence)) & SESSION:
        return False
    return table.session.search(sentence.lower()) is not None


def _is_a_line(expression: Expression, text: str) -> bool:
    """Whether an expression stands alone on its line: that dates the document, not its news."""
    start = text.rfind("\n", 0, expression.start_char) + 1
    end = text.find("\n", expression.end_char)
    beside = text[start : expression.start_char] + text[expression.end_char : end if end >= 0 else None]
    return not any(character.isalnum() for character in beside)


def _precision(start: int, end: int) -> Precision:
    length = end - start + 1
    if length <= 6:
        return "day"
    if length == 7:
        return "week"
    return "month" if length <= 31 else "year"


def _is_ended(sentence: str) -> bool:
    return sentence.rstrip(_CLOSINGS).endswith(_ENDS)
