"""Which lines of a document report something: no bylines, labels or crumbs of layout."""

from __future__ import annotations

import re
from collections.abc import Sequence

from data.events.cues import Cues
from data.events.table_rows import TableRows
from data.events.titles.fitting.faults import tells
from data.events.words import has_any
from data.model import Expression, Published

_ENDED = re.compile(r"[.!?…।۔؟。！？][”’\"')*_»]*$")
# A line that is no sentence tells nothing with fewer words: bylines, labels, crumbs of layout.
_FEWEST_WORDS, _FEWEST_DATED, _ENOUGH_WORDS = 4, 3, 6
_FEWEST_OF_ENTRY = 2
# What may stand around a line that is set in italics or bold.
_MARKUP = "*_ "
# Between the day of a chronology's entry and what was on it.
_PARTS_DAY = re.compile(r"\*{0,2}(?::|\s[–—-])\*{0,2}\s")
# A word in small letters, or in a script that has no capitals.
_SMALL_WORD = re.compile(r"\b[a-zß-ÿа-я]{2,}|[\u0590-\u0eff\u10d0-\u10ff\u3040-\ud7af]")
# Scripts without spaces between words, of which one has two letters or more.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u4e00-\u9fff]{2}")


class ReportingLines:
    """Tells the lines of one document that report something from those that do not."""

    def __init__(self, text: str, cues: Cues) -> None:
        self.cues = cues
        self.asides = [word for word in cues.words["furniture_words"] if word in text]
        self.rows = TableRows(text)

    def tell(self, piece: str, inside: Sequence[Expression]) -> bool:
        """Whether a line tells something: a sentence with a verb, or a line with enough words for one."""
        if self.cues.furniture.match(piece) is not None:
            return False
        if self.asides and has_any(piece, self.asides):
            return False
        if piece[-1:] == "?" and self.cues.asks_whether.match(piece) is not None:
            return False
        if self.rows.cells(piece, inside):
            return True
        if not inside and self.cues.finite_word.search(piece) is None and self.cues.party.search(piece):
            # "ADA OKOYE (Claimant)"
            return False
        words = _count(piece) - sum(_count(expression.text) for expression in inside)
        if words < _ENOUGH_WORDS and _ENDED.search(piece) and self._may_have_a_verb(piece, words):
            return True
        if words >= _FEWEST_OF_ENTRY and (_is_of_chronology(piece, inside) or _is_entry(piece, inside)):
            return True
        if words >= _FEWEST_DATED and inside and self.cues.recital.match(piece) is not None:
            return True
        if words < (_FEWEST_DATED if inside else _FEWEST_WORDS) or _SMALL_WORD.search(piece) is None:
            return False
        return words >= _ENOUGH_WORDS or tells(piece, self.cues)

    def only_dates(self, piece: str, inside: Sequence[Expression], published: Published) -> bool:
        """Whether a line at the head only says who published it when ("The ministry, notice, 4 May 2024")."""
        last = inside[-1] if inside else None
        if last is None or last.start is None or (last.start, last.end) != (published.start, published.end):
            return False
        who, _, behind = piece.rpartition(last.text)
        if behind.strip(_MARKUP) or not who.rstrip().endswith(","):
            return False
        return self.cues.knows_verbs and not tells(who, self.cues)

    def _may_have_a_verb(self, piece: str, words: int) -> bool:
        """Whether a short sentence has a verb; in a language without tables it has one if it has the room."""
        if not self.cues.knows_verbs:
            return words >= _FEWEST_DATED
        return self.cues.finite_word.search(piece) is not None


def _is_entry(piece: str, inside: Sequence[Expression]) -> bool:
    """Whether a sentence begins with a clock, as an entry of a log does ("16:15 Sample 121 positive.")."""
    clock = bool(inside) and inside[0].type == "TIME" and piece.startswith(inside[0].text)
    return clock and piece[:1].isdigit() and _ENDED.search(piece) is not None


def _is_of_chronology(piece: str, inside: Sequence[Expression]) -> bool:
    """Whether a sentence is a chronology's entry ("19 July 2019: Fine of $18 million.")."""
    if not inside or inside[0].type != "DATE" or not piece.startswith(inside[0].text):
        return False
    parted = _PARTS_DAY.match(piece, len(inside[0].text))
    return parted is not None and _ENDED.search(piece) is not None


def _count(piece: str) -> int:
    """How many words a piece of text has, more or less."""
    words = piece.count(" ") + 1
    return words if piece.isascii() else words + len(_UNSPACED.findall(piece))
