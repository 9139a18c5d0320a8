"""What stands at the edges of pages and is no part of their text: running heads, numbers, browser prints."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.reading.pages.page import Page, PageLine

_DIGITS = re.compile(r"\d+")
_MARGIN = 0.12  # of the page's height, above and below
_SHARE_OF_PAGES = 0.4
LONGEST_RUNNING_LINE = 120
"""Letters of a line that may be a running head."""
# What a browser prints at the edges: "https://... 1/2" or "1 of 2", and the moment of the print.
_ADDRESS = re.compile(r"\b(?:https?|file)://\S")
_COUNT = re.compile(r"(?<![\d/])\d{1,4}(?:/| (?:of|von|sur|de|di|van|из|з) )\d{1,4}(?![\d/])")
_MOMENT = re.compile(r"\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}[:.]\d\d\b")


def without_numbers(line: str) -> str:
    """What is the same in a running head on all pages, whatever the numbers in it."""
    return _DIGITS.sub("#", " ".join(line.lower().split()))


def many_of(pages: Sequence[object]) -> int:
    """On how many of the pages a running head stands at least."""
    return max(2, round(len(pages) * _SHARE_OF_PAGES))


def running_lines(pages: Sequence[Page]) -> list[frozenset[PageLine]]:
    """For each page its running heads: lines in its margins that come on many, whatever their numbers."""
    margins: list[dict[PageLine, str]] = []
    printed: set[PageLine] = set()
    for page in pages:
        near = page.height * _MARGIN
        margins.append({
            line: without_numbers(line.text)
            for line in page.lines
            if (line.bottom < near or line.bottom + line.height > page.height - near)
            and len(line.text) <= LONGEST_RUNNING_LINE
        })  # fmt: skip
        printed.update(_stamps(list(margins[-1])))
    often = Counter(key for margin in margins for key in set(margin.values()))
    enough = many_of(pages)
    return [
        frozenset(
            line
            for line, key in margin.items()
            if line in printed or often[key] >= enough or ("#" in key and not any(map(str.isalpha, key)))
        )
        for margin in margins
    ]


def _stamps(margin: Sequence[PageLine]) -> list[PageLine]:
    """The lines in a page's margins that a browser printed there: one counts its pages."""
    telling = [line for line in margin if _ADDRESS.search(line.text) or _MOMENT.search(line.text)]
    return telling if any(_COUNT.search(line.text) for line in telling) else []
