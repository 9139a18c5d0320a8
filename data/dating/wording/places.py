"""What the places that a text names tell of its seasons and holidays."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from data.dating.calendar.fiscal import FiscalYear
from data.dating.wording.tables import table_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# A country is looked for so many characters before and after a holiday once its sentence tells none.
_AROUND = 600


@dataclass(frozen=True, slots=True)
class Places:
    """The words of one language that tell a country.

    ``southern`` finds a place south of the equator; ``holidays`` has, for the name of a holiday that several
    countries keep on different days, each country's own holiday with the words that tell the country;
    ``fiscal_years`` has such words for each way of counting fiscal years.
    """

    southern: re.Pattern[str] | None = None
    holidays: Mapping[str, Mapping[str, re.Pattern[str]]] = field(default_factory=dict)
    fiscal_years: Mapping[FiscalYear, re.Pattern[str]] = field(default_factory=dict)

    def southern_place(self, text: str, start: int, end: int) -> str | None:
        """A place south of the equator in a range of a text; None if there is none."""
        match = self.southern.search(text, start, end) if self.southern is not None else None
        return None if match is None else match[0]

    def holiday(self, name: str, text: str, sentence: tuple[int, int], place: int) -> tuple[str, str] | None:
        """A country's holiday of that name and the word that tells the country.

        The word nearest to the holiday in its sentence decides, else the nearest in the text around it.
        """
        return _nearest(self.holidays.get(name, {}), text, sentence, place)

    def fiscal_year(self, text: str, sentence: tuple[int, int], place: int) -> tuple[FiscalYear, str] | None:
        """How the country counts that the nearest word tells, found as for :meth:`holiday`, and that word."""
        return _nearest(self.fiscal_years, text, sentence, place)


_Told = TypeVar("_Told")


def _nearest(
    told: Mapping[_Told, re.Pattern[str]], text: str, sentence: tuple[int, int], place: int
) -> tuple[_Told, str] | None:
    around = max(0, place - _AROUND), min(len(text), place + _AROUND)
    for start, end in (sentence, around):
        found = [
            (abs(match.start() - place), order, one, match[0])
            for order, (one, words) in enumerate(told.items())
            for match in words.finditer(text, start, end)
        ]
        if found:
            _, _, one, word = min(found)
            return one, word
    return None


def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


@cache
def places_of(language: str) -> Places:
    """The place words of a language; none for a language without a table."""
    table = table_of(language, "places")
    if not table:
        return Places()
    holidays = {
        name: {holiday: _pattern(words) for holiday, words in countries.items()}
        for name, countries in table.get("holidays", {}).items()
    }
    fiscal_years = {
        FiscalYear(one["first-month"], one["named-by-end"]): _pattern(one["words"])
        for one in table.get("fiscal-years", {}).values()
    }
    return Places(_pattern(table["southern"]) if "southern" in table else None, holidays, fiscal_years)
