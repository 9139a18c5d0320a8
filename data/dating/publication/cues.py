"""The words that tell when a document was published, by language: tables read from ``languages/``.

A language without a table has no cues; its documents are still dated by metadata, ISO dates and file names.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, Literal
from unicodedata import is_normalized, normalize

from data.dating.wording.tables import table_of
from data.days import month_length, ordinal, weekday

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_NEVER = re.compile(r"(?!)")
LineKind = Literal["published", "updated", "corrected", "captured", "other", "plain"]
_KINDS: tuple[LineKind, ...] = ("captured", "corrected", "published", "updated", "other")
_MONTHS = 12
# Two sentences are compared by the beginnings of their words: "visited" and "visits" are one.
_STEM = 5
_WORD = re.compile(r"[^\W\d_]{3,}|\d{2,}")
# The same, for text in which only these are letters: twice as fast.
_ASCII_WORD = re.compile(r"[A-Za-z]{3,}|[0-9]{2,}")
_DIGIT, _ASCII_DIGIT = re.compile(r"\d"), re.compile("[0-9]")
_LETTER = re.compile(r"[^\W\d_]")
# What stands before a capital is looked at behind it: so the search runs from capital to capital.
_CAPITAL = re.compile(r"[A-ZÀ-ÞА-ЯЄІЇҐ](?<!\w.)[^\W\d_]{2,}")
# A capital behind a small letter, a digit or a comma: no sentence begins there.
_NAME = re.compile(r"[A-ZÀ-ÞА-ЯЄІЇҐ](?<=[^\W_A-ZА-Я] .|[,;] .)[^\W\d_]{2,}")
_ACCENT = re.compile("[\u0300-\u036f]")
# So many different words are remembered with their stems.
_REMEMBERED = 200_000


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A day as written in a line; ``year`` and ``weekday`` are None where the line leaves them out."""

    start_char: int
    end_char: int
    year: int | None
    month: int
    day: int
    weekday: int | None = None

    def number(self, year: int | None = None) -> int:
        """The day's number, in the year written or else the one given."""
        return ordinal(self.year or year or 0, self.month, self.day)

    def fits(self, year: int) -> bool:
        """Whether the day exists in that year and falls on the weekday written beside it."""
        if self.day > month_length(year, self.month):
            return False
        return self.weekday is None or weekday(ordinal(year, self.month, self.day)) == self.weekday


class Stems(dict[str, str]):
    """The beginning of each word as it is compared; empty for a common one. Words are learnt as they come."""

    def __init__(self, common: Iterable[str]) -> None:
        super().__init__()
        self._common = frozenset(map(_folded, common))

    def __missing__(self, word: str) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        folded = _folded(word)
        stem = self[word] = "" if folded in self._common else folded[:_STEM]
        return stem


@dataclass(frozen=True, slots=True)
class Cues:
    """One language's cues, compiled; all patterns match text with its capitals.

    ``day_first``: whether dates in figures begin with the day; None where that is open.
    """

    date: re.Pattern[str]
    day_first: bool | None
    months: dict[str, int]
    weekdays: dict[str, int]
    kinds: dict[LineKind, re.Pattern[str]]
    fillers: frozenset[str]
    articles_of_places: frozenset[str]
    writer: re.Pattern[str]
    minutes: re.Pattern[str]
    records: re.Pattern[str]
    held: re.Pattern[str]
    goes_on: re.Pattern[str]
    dated_from: re.Pattern[str]
    leads_on: re.Pattern[str]
    issue: re.Pattern[str]
    future: re.Pattern[str]
    future_beside: re.Pattern[str]
    will: re.Pattern[str]
    when: re.Pattern[str]
    doubt: re.Pattern[str]
    not_over: re.Pattern[str]
    past: re.Pattern[str]
    said: re.Pattern[str]
    before: re.Pattern[str]
    aftermath: re.Pattern[str]
    stem_of: Stems

    def dates(self, line: str) -> list[WrittenDate]:
        """Every day written in a line, in order; numeric dates of doubtful order are left out."""
        return [date for match in self.date.finditer(line) if (date := self._date(match)) is not None]

    def ordered(self, *, day_first: bool) -> Cues:
        """The same cues for a text in whose dates in figures the day stands first, or the month."""
        return replace(self, day_first=day_first)

    def doubtful(self, line: str) -> list[tuple[WrittenDate, WrittenDate]]:
        """The numeric dates of a line whose order is in doubt, each with the month first and last."""
        found = []
        for match in self.date.finditer(line) if "/" in line else ():
            if match["a"] is None or self._date(match) is not None:
                continue
            one, other, year = int(match["a"]), int(match["b"]), int(match["c"])
            if 0 < one <= _MONTHS and 0 < other <= _MONTHS:
                place = match.start(), match.end(), year
                name = match["weekday"]
                number = self.weekdays[name.casefold()] if name else None
                found.append((
                    WrittenDate(*place, one, other, number), WrittenDate(*place, other, one, number),
                ))  # fmt: skip
        return found

    def kind(self, line: str) -> LineKind:
        """What a line says about the dates in it; a correction says so first."""
        for kind in _KINDS:
            found = self.kinds[kind].search(line)
            if found is not None and (kind != "corrected" or not _LETTER.search(line[: found.start()])):
                return kind
        return "plain"

    def stems(self, text: str) -> frozenset[str]:
        """The telling words of a text, cut to their beginnings."""
        if text.isascii():
            words = _ASCII_WORD.findall(text)
        else:
            words = _WORD.findall(text if is_normalized("NFC", text) else normalize("NFC", text))
        return self._stems_of(words)

    def names(self, text: str) -> frozenset[str]:
        """The stems of the names in a document.

        Names are what it writes with a capital inside a sentence, or more than once and never without.
        """
        inside = set(_NAME.findall(text))
        counts = Counter(_CAPITAL.findall(text))
        often = [word for word, count in counts.items() if count > 1 and word not in inside]
        return self._stems_of([*inside, *(word for word in often if f" {word.lower()}" not in text)])

    def _stems_of(self, words: Iterable[str]) -> frozenset[str]:
        return frozenset(filter(None, map(self.stem_of.__getitem__, words)))

    def _date(self, match: re.Match[str]) -> WrittenDate | None:
        numeric = match["a"] is not None
        if match["iso"] is not None:
            year, month, day = int(match["iso"]), int(match["iso_month"]), int(match["iso_day"])
        elif numeric:
            first, second, year = int(match["a"]), int(match["b"]), int(match["c"])
            if self.day_first or match["dot"] == "." or first > _MONTHS:
                day, month = first, second
            elif second > _MONTHS or first == second or self.day_first is False:
                month, day = first, second
            else:
                return None
        else:
            month = self.months[(match["month"] or match["month2"]).casefold()]
            day = int(match["day"] or match["day2"])
            year = int(match["year"] or match["year2"] or 0)
        if not 1 <= month <= 12 or not 1 <= day <= month_length(year or 2000, month):
            return None
        name = match["weekday"]
        number = self.weekdays[name.casefold()] if name else None
        return WrittenDate(match.start(), match.end(), year or None, month, day, number)


def has_digit(line: str) -> bool:
    """Whether a digit stands in a line."""
    return (_ASCII_DIGIT if line.isascii() else _DIGIT).search(line) is not None


def _folded(text: str) -> str:
    """Small letters without accents, which one paper writes and another leaves out."""
    folded = text.casefold()
    if folded.isascii():
        return folded
    return _ACCENT.sub("", normalize("NFD", folded))


@cache
def publication_cues(language: str | None) -> Cues:
    """The cues of a language (a code such as "en" or "en-GB"); English where none is told."""
    return _compile(table_of(language or "en", "publication"))


def _compile(table: dict[str, Any]) -> Cues:
    months = {name: at for at, names in enumerate(table.get("months", ()), start=1) for name in names}
    weekdays = {name: at for at, names in enumerate(table.get("weekdays", ()), start=1) for name in names}
    ending = table.get("past_ending")
    unless = _alternatives(table.get("no_past", ())) or "(?!)"
    ended = rf"(?=\w+{re.escape(ending)}(?!\w))(?!(?:{unless})\b)\w+{re.escape(ending)}" if ending else None
    past = _words(table.get("past", ()), ended)
    return Cues(
        date=_date_pattern(months, weekdays, table),
        day_first=table.get("day_first"),
        months=months,
        weekdays=weekdays,
        kinds={kind: _words(table.get(kind, ())) for kind in _KINDS},
        fillers=frozenset(table.get("fillers", ())),
        articles_of_places=frozenset(table.get("articles_of_places", ())),
        writer=_writer(table),
        minutes=_words(table.get("minutes", ())),
        records=_words(table.get("records", ())),
        held=_words(table.get("held", ())),
        leads_on=re.compile(rf"{_words(table.get('leads_on', ())).pattern}\s*\Z"),
        goes_on=re.compile(rf"\s*{_words(table.get('goes_on', ())).pattern}\s*\Z"),
        dated_from=re.compile(rf",\s{_words(table.get('dated_from', ())).pattern}\s\Z"),
        issue=_words(table.get("issue", ())),
        future=_words(table.get("future", ())),
        future_beside=re.compile(rf"{_words(table.get('future_beside', ())).pattern}\s*\Z"),
        will=_words(table.get("will", ())),
        when=re.compile(rf"{_words(table.get('when', ())).pattern}\s*\Z"),
        doubt=_words(table.get("doubt", ())),
        not_over=_words(table.get("not_over", ())),
        past=past,
        said=_words(table.get("said", ())),
        before=_words(table.get("before", ())),
        aftermath=_words(table.get("aftermath", ())),
        stem_of=Stems((*table.get("common", ()), *months, *weekdays)),
    )


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _writer(table: Mapping[str, Any]) -> re.Pattern[str]:
    """Who wrote a text: one name, or an office at most so many words behind "by"."""
    by, offices = (_words(table.get(kind, ())).pattern for kind in ("by", "offices"))
    return re.compile(rf"{by}\s+(?:(?:[^\W\d][\w’'-]*\s+){{0,3}}{offices}|[^\W\d][\w.-]*)")


def _words(words: Iterable[str], extra: str | None = None) -> re.Pattern[str]:
    """Whole words in any case, or what ``extra`` matches.

    The pattern tells the letters that any of them begins with: so a text is searched fastest.
    """
    rests: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words, key=lambda word: (-len(word), word)):
        rests[re.escape(word[0]) + re.escape(word[0].upper())].append(re.escape(word[1:]))
    if extra is not None:
        choices = [f"[{first}](?i:{'|'.join(rest)})" for first, rest in rests.items()]
        return re.compile(rf"\b(?:{'|'.join(choices)}|(?i:{extra}))(?!\w)")
    if not rests:
        return _NEVER
    choices = [f"(?<=[{first}])(?i:{'|'.join(rest)})" for first, rest in rests.items()]
    return re.compile(rf"[{''.join(rests)}](?<!\w.)(?:{'|'.join(choices)})(?!\w)")


def _date_pattern(
    months: Iterable[str], weekdays: Iterable[str], table: Mapping[str, Any]
) -> re.Pattern[str]:
    month, weekday_names = _alternatives(months) or "(?!)", _alternatives(weekdays) or "(?!)"
    ordinal_ending = rf"(?:{_alternatives(table.get('ordinals', ())) or '(?!)'})?(?!\d)"
    joiner = rf"(?:(?:{_alternatives(table.get('joiners', ())) or '(?!)'})\s{{1,2}})?"
    behind = rf"(?:\s(?:{_alternatives(table.get('year_words', ())) or '(?!)'})(?!\w))?"
    year = r"(?:1[5-9]|20)\d\d"
    month_first = rf"(?P<month>{month})\.?\s{{1,2}}(?P<day>\d{{1,2}}){ordinal_ending}"
    day_first = rf"(?P<day2>\d{{1,2}}){ordinal_ending}\s{{1,2}}{joiner}(?P<month2>{month})(?!\w)\.?"
    shapes = (
        rf"{month_first}(?:,?\s{{1,2}}(?P<year>{year})(?:(?!\d)|(?=\d{{1,2}}:\d\d)))?",
        rf"{day_first}(?:,?\s{{1,2}}{joiner}(?P<year2>{year})(?!\d){behind})?",
        rf"(?P<iso>{year})[-/](?P<iso_month>\d\d)[-/](?P<iso_day>\d\d)(?!\d)",
        rf"(?P<a>\d{{1,2}})(?P<dot>[./])(?P<b>\d{{1,2}})(?P=dot)(?P<c>{year})(?!\d)",
    )
    before = rf"(?:(?P<weekday>{weekday_names})\.?,?\s{{1,2}})?"
    return re.compile(rf"(?<![\w/.]){before}(?:{'|'.join(shapes)})", re.IGNORECASE)
