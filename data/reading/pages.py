"""What of a capture is no article from the start: lists of search results and error pages.

Also says whether a text shows any sign of having been captured from web pages at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.reading.bodies import is_menu_item
from data.reading.cues import cue_pattern, cue_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from data.reading.lines import Line

Range = tuple[int, int]

_FEWEST_ERROR_LINES = 2
_LINES_BETWEEN_ERRORS = 2
_FEWEST_RESULTS = 3
_LINES_OF_A_RESULT = 4
_FEWEST_MENU_ITEMS = 4
_SIGNS_OF_A_CAPTURE = 2
_FEWEST_SIGNS = 4
_LONGEST_SIGN = 16
_LINES_OF_A_SIGN = 3


def error_pages(lines: Sequence[Line]) -> list[Range]:
    """Runs of lines, first and after the last, that are an error page: two of its phrases together."""
    found: list[Range] = []
    hits = [at for at, line in enumerate(lines) if line.cue == "error"]
    while hits:
        last = 0
        while last + 1 < len(hits) and hits[last + 1] - hits[last] <= _LINES_BETWEEN_ERRORS + 1:
            last += 1
        if last + 1 >= _FEWEST_ERROR_LINES or len(lines) == 1:
            found.append((hits[0], hits[last] + 1))
        del hits[: last + 1]
    return found


def search_results(lines: Sequence[Line]) -> list[Range]:
    """The results of every list of them, each a title with a snippet, often cut off.

    They are numbered from 1, or the address of each stands below its title. Numbered paragraphs of an
    article are none: nothing in them is cut off with an ellipsis.
    """
    found: list[Range] = []
    for starts in (*_numbered(lines), *_addressed(lines)):
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


def horoscopes(lines: Sequence[Line]) -> list[Range]:
    """The horoscopes, first line and after the last: signs of the zodiac with their texts, and a heading."""
    signs, heading = cue_words("star_sign"), cue_pattern("horoscope")
    found: list[Range] = []
    run: list[int] = []
    for at, line in enumerate((*lines, None)):
        word = "" if line is None else line.text[:_LONGEST_SIGN].split(None, 1)[0].rstrip(":.,")
        if word.lower() in signs:
            run.append(at)
        elif run and (line is None or at - run[-1] > _LINES_OF_A_SIGN):
            if len(run) >= _FEWEST_SIGNS:
                first, after = run[0], run[-1] + 1
                if first and heading.fullmatch(lines[first - 1].text):
                    first -= 1
                while after < at and lines[after].look in ("prose", "remark") and lines[after].cue is None:
                    after += 1
                found.append((first, after))
            run = []
    return found


def _numbered(lines: Sequence[Line]) -> Iterator[list[int]]:
    """Runs of items numbered 1, 2, 3 ... that stand close together."""
    run: list[int] = []
    for at, line in enumerate(lines):
        if line.number is None:
            continue
        if run and line.number == len(run) + 1 and at - run[-1] <= _LINES_OF_A_RESULT:
            run.append(at)
            continue
        if len(run) >= _FEWEST_RESULTS:
            yield run
        run = [at] if line.number == 1 else []
    if len(run) >= _FEWEST_RESULTS:
        yield run


def _addressed(lines: Sequence[Line]) -> Iterator[list[int]]:
    """Runs of titles with an address below each."""
    run: list[int] = []
    for at, line in enumerate(lines):
        if not at or "›" not in line.text or not cue_pattern("address").fullmatch(line.text):
            continue
        if run and at - 1 - run[-1] > _LINES_OF_A_RESULT:
            if len(run) >= _FEWEST_RESULTS:
                yield run
            run = []
        run.append(at - 1)
    if len(run) >= _FEWEST_RESULTS:
        yield run


def _end_of_last(lines: Sequence[Line], start: int) -> int:
    end = start + 1
    while end < len(lines) and end - start < _LINES_OF_A_RESULT:
        line = lines[end]
        if line.look == "item" or line.cue is not None:
            break
        end += 1
        if line.look == "prose":
            break
    return end


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


def is_capture(lines: Sequence[Line], blocked: Sequence[bool]) -> bool:
    """Whether a text was captured from web pages: two signs at least, or an error page or search results."""
    if any(blocked):
        return True
    signs: float = len(menus(lines))
    pictures: set[str] = set()
    for line in lines:
        if line.cue in ("section", "comments", "page"):
            signs += 1
        elif line.cue == "line":
            signs += 0.25
        if line.look == "picture":
            pictures.add(line.text)
    return signs + len(pictures) / 2 >= _SIGNS_OF_A_CAPTURE
