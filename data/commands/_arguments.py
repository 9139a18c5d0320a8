"""Arguments that several commands share, and the checks of their values."""

from __future__ import annotations

import argparse

from data import days

LAST_OPENED = "the last one opened, before any the bundled samples"
OF_PATHS = "each set of paths has its own"


def add_collection(parser: argparse.ArgumentParser, default: str = LAST_OPENED) -> None:
    """``-c``: which collection, and in words which one without it."""
    parser.add_argument(
        "-c",
        "--collection",
        metavar="COLLECTION",
        help=f"a file, or postgresql://user@host/database (default: {default})",
    )


def add_jobs(parser: argparse.ArgumentParser, what: str) -> None:
    """``--jobs``: how many processes do what."""
    parser.add_argument("--jobs", metavar="N", type=positive, help=what)


def add_today(parser: argparse.ArgumentParser) -> None:
    """``--today``: the day from which a query's "last summer" is counted."""
    parser.add_argument(
        "--today", metavar="DATE", type=iso_day, help='the day that "last summer" is counted from (ISO)'
    )


def add_reading(parser: argparse.ArgumentParser) -> None:
    """``--published`` and ``--language``: what the user knows of the documents."""
    parser.add_argument(
        "--published",
        metavar="DATE",
        type=edtf_date,
        help="publication date of all documents (EDTF or ISO); of a year or month, the day that each names",
    )
    parser.add_argument(
        "--language", metavar="CODE", type=language_code, help="language of all documents, such as en or de"
    )


def iso_day(text: str) -> int:
    """A day given as an ISO date, as its number; ArgumentTypeError if it is none."""
    try:
        day = days.from_iso(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{error}") from error
    if day is None:
        raise argparse.ArgumentTypeError("a day is needed, such as 2024-09-30")
    return day


def edtf_date(text: str) -> str:
    """A publication date given in EDTF, checked and kept as written; ArgumentTypeError if it is none."""
    from data import edtf

    try:
        edtf.parse(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{error}") from error
    return text


def language_code(text: str) -> str:
    """A language code of two or three letters, in lower case; ArgumentTypeError if it has no dates."""
    code = text.lower()
    if not (code.isascii() and code.isalpha() and 2 <= len(code) <= 3):
        raise argparse.ArgumentTypeError(f"{text!r} is no language code such as en, de or hi")
    from data.tagging import has_dates

    if not has_dates(code):
        raise argparse.ArgumentTypeError(f"no dates are known in {text!r}; codes are such as en, de or hi")
    return code


def positive(text: str) -> int:
    """A number of at least 1 given in figures; ArgumentTypeError if it is none."""
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of at least 1")
    return int(text)
