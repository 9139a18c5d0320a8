"""What of a capture is no article from the start: lists of search results and error pages.

Also says whether a text shows any sign of having been captured from web pages at all.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import product
from typing import TYPE_CHECKING

from data.reading.articles.beside import is_person
from data.reading.articles.bodies import is_menu_item
from data.reading.articles.cues import cue_pattern, cue_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from data.reading.articles.lines import Line

Range = tuple[int, int]

_FEWEST_ERROR_LINES = 2
_LINES_BETWEEN_ERRORS = 2
_FEWEST_RESULTS = 3
_ELLIPSES = ("...", "…")
_LINES_OF_A_RESULT = 4
_FEWEST_MENU_ITEMS = 4
# Of entries without a mark; one or two are subheadings, or name a picture.
_FEWEST_LABELS = 4
# A page's own menu, at its very top.
LABELS_OF_A_PAGE = 5
_LINES_ABOVE_A_MENU = 2
_WORDS_OF_A_LABEL = 3
_LETTERS = re.compile(r"(?:[^\W\d_]|[\u0900-\u0903\u093a-\u094f\u0962\u0963 \-'’&.…])+")
_CUES_OF_ENTRIES = (None, "line", "page", "section")
_SIGNS_OF_A_CAPTURE = 2
_FEWEST_SIGNS = 4
_SHORTEST_SIGN = 3  # letters: "Leo"
_LONGEST_SIGN = 16
_LINES_OF_A_SIGN = 3


def error_pages(lines: Sequence[Line]) -> list[Range]:
    """Runs of lines, first and after the last, that are an error page: two of its phrases together.

    One line that is all of a text is one, too, unless it may be a message that tells of such a page.
    """
    hits = [at for at, line in enumerate(lines) if line.cue == "error"]
    return [
        (run[0], run[-1] + 1)
        for run in _runs(hits, _LINES_BETWEEN_ERRORS + 1)
        if len(run) >= _FEWEST_ERROR_LINES or (len(lines) == 1 and not _may_report(lines[0]))
    ]


def _may_report(line: Line) -> bool:
    """Whether a paragraph speaks neither to its reader nor of its own page, or tells what was said."""
    if line.look != "prose":
        return False
    speaks = cue_pattern("to_reader", "here").search(line.text) is not None
    return not speaks or cue_pattern("reporting").search(line.text) is not None


def search_results(lines: Sequence[Line]) -> list[Range]:
    """The results of every list of them, each a title with a snippet, often cut off.

    They are numbered from 1, or the address of each stands below its title. Numbered paragraphs of an
    article are none: nothing in them is cut off with an ellipsis.
    """
    found: list[Range] = []
    for starts in (*_numbered(lines), *_addressed(lines), *_cut_off(lines)):
        ends = [*starts[1:], _end_of_last(lines, starts[-1])]
        snippets = [
            line
            for start, end in zip(starts, ends, strict=True)
            for line in lines[start + 1 : end]
            if line.look == "prose"
        ]
        cut = sum(1 for line in snippets if "..." in line.text or "…" in line.text)
        if len(snippets) * 2 >= len(starts) and cut * 3 >= len(snippets):
            found.extend(zip(starts, ends, strict=True))
    return found


def of_result(lines: Sequence[Line]) -> tuple[str | None, str]:
    """Whose page a result leads to, if that stands above its title, and the title."""
    first, below = lines[0], lines[1] if len(lines) > 1 else None
    above_title = first.look == "label" and below is not None and below.look in ("headline", "label")
    if above_title and below is not None and below.cue is None and "›" not in below.text:
        return first.text, below.text
    return None, first.text


def horoscopes(lines: Sequence[Line]) -> list[Range]:
    """The horoscopes, first line and after the last: signs of the zodiac with their texts, and a heading."""
    heading = cue_pattern("horoscope")
    found: list[Range] = []
    for run in _runs(_star_signs(lines), _LINES_OF_A_SIGN + 1):
        if len(run) < _FEWEST_SIGNS:
            continue
        first, after = run[0], run[-1] + 1
        if first and heading.fullmatch(lines[first - 1].text):
            first -= 1
        while (
            after < min(run[-1] + _LINES_OF_A_SIGN + 1, len(lines))
            and lines[after].look in ("prose", "remark")
            and lines[after].cue is None
        ):
            after += 1
        found.append((first, after))
    return found


def _star_signs(lines: Sequence[Line]) -> list[int]:
    """The lines that begin with a sign of the zodiac."""
    beginnings = _beginnings_of_star_signs()
    likely = [at for at, line in enumerate(lines) if line.text[:_SHORTEST_SIGN] in beginnings]
    if len(likely) < _FEWEST_SIGNS:
        return []
    signs = cue_words("star_sign")
    return [
        at for at in likely if lines[at].text[:_LONGEST_SIGN].split(None, 1)[0].rstrip(":.,").lower() in signs
    ]


@cache
def _beginnings_of_star_signs() -> frozenset[str]:
    """Their first letters, small and large."""
    return frozenset(
        "".join(letters)
        for sign in cue_words("star_sign")
        for letters in product(*((one, one.upper()) for one in sign[:_SHORTEST_SIGN]))
    )


def _runs(hits: Sequence[int], farthest: int) -> list[list[int]]:
    """Line numbers, in order, put together where the next one is no farther than this."""
    runs: list[list[int]] = []
    for at in hits:
        if runs and at - runs[-1][-1] <= farthest:
            runs[-1].append(at)
        else:
            runs.append([at])
    return runs


def _numbered(lines: Sequence[Line]) -> Iterator[list[int]]:
    """Runs of items numbered 1, 2, 3 ... that stand close together."""
    run: list[int] = []
    for at, number in [(at, line.number) for at, line in enumerate(lines) if line.look == "item"]:
        if number is None:
            continue
        if run and number == len(run) + 1 and at - run[-1] <= _LINES_OF_A_RESULT:
            run.append(at)
            continue
        if len(run) >= _FEWEST_RESULTS:
            yield run
        run = [at] if number == 1 else []
    if len(run) >= _FEWEST_RESULTS:
        yield run


def _addressed(lines: Sequence[Line]) -> Iterator[list[int]]:
    """Runs of titles with an address below each."""
    titles = [
        at
        for at, line in enumerate(lines[1:])
        if line.look != "prose" and "›" in line.text and cue_pattern("address").fullmatch(line.text)
    ]
    return (run for run in _runs(titles, _LINES_OF_A_RESULT) if len(run) >= _FEWEST_RESULTS)


def _cut_off(lines: Sequence[Line]) -> Iterator[list[int]]:
    """Runs of results without number and address: whose page, title, and a text cut off, close together."""
    cut = [
        at
        for at, line in enumerate(lines)
        if at and line.text.endswith(_ELLIPSES) and lines[at - 1].look in ("headline", "label")
    ]
    for run in _runs(cut, _LINES_OF_A_RESULT + 1):
        if len(run) < _FEWEST_RESULTS:
            continue
        starts = []
        for at in run:
            house = lines[at - 2] if at > 1 and lines[at - 2].look == "label" else None
            starts.append(at - 2 if house is not None and house.cue is None else at - 1)
        yield starts


def _end_of_last(lines: Sequence[Line], start: int) -> int:
    end = start + 1
    while end < len(lines) and end - start < _LINES_OF_A_RESULT:
        line = lines[end]
        if line.look == "item" or line.cue is not None:
            break
        end += 1
        if line.look == "prose":
            break
    return end + (end < len(lines) and lines[end].cue == "date_line")


def menus(lines: Sequence[Line], *, captured: bool = True) -> list[Range]:
    """Runs of menu entries; a list that a line with a colon announces is no menu.

    Outside a capture a list below a heading is none either.
    """
    found: list[Range] = []
    # Most texts have no list at all.
    start = 0 if sum(line.look == "item" for line in lines) >= _FEWEST_MENU_ITEMS else len(lines)
    while start < len(lines):
        end = start
        while end < len(lines) and is_menu_item(lines[end]):
            end += 1
        announced = start > 0 and (
            lines[start - 1].text.endswith(":")
            or (not captured and lines[start - 1].look in ("label", "headline"))
        )
        if end - start >= _FEWEST_MENU_ITEMS and not announced:
            found.append((start, end))
        start = max(end, start + 1)
    return found


def plain_menus(lines: Sequence[Line], fewest: int = _FEWEST_LABELS) -> list[Range]:
    """Runs of so many entries of a menu that have no mark: a few words each, with nothing between."""
    entries = [at for at, line in enumerate(lines) if _is_plain_entry(line)]
    return [(run[0], run[-1] + 1) for run in _runs(entries, 1) if len(run) >= fewest]


def _is_plain_entry(line: Line) -> bool:
    return (
        line.look in ("label", "picture")
        and line.cue in _CUES_OF_ENTRIES
        and line.words <= _WORDS_OF_A_LABEL
        and line.level == 0
        and _LETTERS.fullmatch(line.text) is not None
    )


def is_capture(lines: Sequence[Line], blocked: Sequence[bool]) -> bool:
    """Whether a text was captured from web pages: two signs at least, or an error page or search results."""
    if any(blocked):
        return True
    # Lists of names without marks look like menus: however many there are, they are one sign.
    plain = plain_menus(lines)
    signs: float = len(menus(lines)) + bool(plain)
    if plain and plain[0][0] <= _LINES_ABOVE_A_MENU:
        entries = [line for line in lines[slice(*plain[0])] if not is_person(line.text)]
        signs += len(entries) >= LABELS_OF_A_PAGE  # a page begins with its menu
    pictures: set[str] = set()
    for line in lines:
        if line.cue in ("section", "comments", "page"):
            signs += 1
        elif line.cue == "line":
            signs += 0.25
        if line.look == "picture":
            pictures.add(line.text)
    return signs + len(pictures) / 2 >= _SIGNS_OF_A_CAPTURE
