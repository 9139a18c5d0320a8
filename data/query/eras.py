"""Years of an era as a user types them: "480 BC", "55 BCE", "AD 79", "51–41 BC"."""

from __future__ import annotations

import re

from data import days

WORDS = frozenset(("bc", "bce", "b", "c", "ad", "a", "d", "ce"))
"""The words that name an era."""

_YEAR = r"(\d{1,4})"
# Two years go before one: an era behind a range is that of both.
_YEARS = (rf"{_YEAR} ?[-–] ?{_YEAR}", _YEAR)


def astronomical(words: str) -> str:
    """A date in small letters with its years as ISO 8601 writes them, of four figures and with a sign.

    >>> astronomical("15 march 44 bc"), astronomical("51–41 bc"), astronomical("ad 79")
    ('15 march -0043', '-0050 – -0040', '0079')
    """
    for form, written in _FORMS:
        words = form.sub(written, words)
    return words


def _before_christ(found: re.Match[str]) -> str:
    return " – ".join([days.iso_year(1 - int(year)) for year in found.groups()])


def _after_christ(found: re.Match[str]) -> str:
    return " – ".join([days.iso_year(int(year)) for year in found.groups()])


_FORMS = tuple(
    (re.compile(rf"\b{form}(?![\w–-])"), written)
    for years in _YEARS
    for form, written in (
        (rf"{years} ?(?:bce?|b\. ?c\.)", _before_christ),
        (rf"{years} ?(?:ad|ce|a\. ?d\.)", _after_christ),
        (rf"(?:ad|a\. ?d\.) ?{years}", _after_christ),
    )
)
