"""Furniture inside an article: what stands among its paragraphs and is no part of them."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from data.reading.articles.beside import is_post
from data.reading.articles.bodies import heads_a_link
from data.reading.articles.lines import content_words, lines_of
from data.reading.articles.set_aside import menus, plain_menus

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from data.reading.articles.lines import Line

_CUES = frozenset({"section", "comments", "page", "line", "results", "error", "end"})
_CUE, _LOOK = attrgetter("cue"), attrgetter("look")
# A headline this long among paragraphs is a link to another story, unless the next paragraph takes it up.
_WORDS_OF_A_LINK = 8
_QUOTES = "\"'“”‘’„«»‹› "
_WORDS_OF_A_QUOTE = 3
_LONGEST_QUOTE = 300
_NEAR_A_QUOTE = 12  # lines
_PARAGRAPHS_ABOVE_A_BOX = 2
# So many labels in a row below the first paragraph are buttons or a menu: a subheading has its paragraph.
_FEWEST_BUTTONS = 3


def furniture_inside(lines: Sequence[Line], *, captured: bool) -> Iterator[tuple[int, int]]:
    """The ranges, in offsets of the file, of an article's lines that are furniture."""
    if not captured and _CUES.isdisjoint(map(_CUE, lines)) and "item" not in map(_LOOK, lines):
        return
    marked = _furniture_lines(lines, captured=captured)
    start = None
    for at, line in enumerate(lines):
        if marked[at] and start is None:
            start = line.start
        if start is not None and (at + 1 == len(lines) or not marked[at + 1]):
            yield start, line.end
            start = None


def furniture_of_page(text: str) -> Iterator[tuple[int, int]]:
    """The ranges of an article's text, found in a web page, that lead to other stories or are buttons.

    The elements around an article are left out of it before; what stands in it as a paragraph is not.
    """
    for line in lines_of(text)[1:]:
        if line.cue == "line":
            yield line.start, line.end


def _furniture_lines(lines: Sequence[Line], *, captured: bool) -> list[bool]:
    """Which lines are furniture; the first, the article's headline, is not."""
    marked = [line.cue in _CUES or (captured and line.look == "picture") for line in lines]
    ranges = [*menus(lines, captured=captured), *_lists_of_others(lines)]
    if captured:
        ranges += _buttons(lines)
        alone = (*_other_headlines(lines), *_pull_quotes(lines), *_boxes(lines), *_foretold_posts(lines))
        ranges += [(at, at + 1) for at in alone]
    for first, after in ranges:
        marked[first:after] = [True] * (after - first)
    marked[0] = False
    return marked


def _buttons(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Labels in a row below the first paragraph."""
    body = next((at for at, line in enumerate(lines) if line.look == "prose"), 0)
    for first, after in plain_menus(lines, _FEWEST_BUTTONS):
        if first > body:
            yield first, after


def _lists_of_others(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Lists of other stories, and all from the count of comments on: nothing of the article comes after."""
    for at, line in enumerate(lines):
        if line.cue == "section":
            yield at + 1, _end_of_section(lines, at + 1)
        if line.cue == "comments" and any(map(str.isdigit, line.text)):
            yield at, len(lines)


def _other_headlines(lines: Sequence[Line]) -> Iterator[int]:
    """The article's own headline said again, and those of other stories among its paragraphs."""
    for at, line in enumerate(lines):
        if at and line.look in ("headline", "label") and line.text == lines[0].text:
            yield at
        is_long = line.look == "headline" and line.cue is None and line.words >= _WORDS_OF_A_LINK
        if is_long and _is_link(lines, at) and not (at and is_post(lines, at - 1)):
            yield at


def _boxes(lines: Sequence[Line]) -> Iterator[int]:
    """A label and the one link below it, between paragraphs with which the link has nothing to do."""
    paragraphs = 0
    for at, line in enumerate(lines):
        paragraphs += line.look == "prose"
        if paragraphs < _PARAGRAPHS_ABOVE_A_BOX or not heads_a_link(lines, at):
            continue
        if not (lines[at + 1].text.endswith("?") or _taken_up(lines, at + 1)):
            yield from (at, at + 1)


def _foretold_posts(lines: Sequence[Line]) -> Iterator[int]:
    """The list of posts above them, on a page that is written while things happen: hour and headline."""
    posts = [at for at in range(len(lines)) if is_post(lines, at)]
    last = {lines[at + 1].text: at for at in posts}
    for at in posts:
        if last[lines[at + 1].text] > at:
            yield from (at, at + 1)


def _pull_quotes(lines: Sequence[Line]) -> Iterator[int]:
    """Sentences that stand alone and in a paragraph near by, too: set large beside the text."""
    for at, line in enumerate(lines):
        if line.cue is not None or line.look not in ("remark", "prose") or len(line.text) > _LONGEST_QUOTE:
            continue
        quote = line.text.strip(_QUOTES)
        if quote == line.text or quote.count(" ") < _WORDS_OF_A_QUOTE - 1:
            continue
        quote = quote.lower()
        around = lines[max(at - _NEAR_A_QUOTE, 0) : at + _NEAR_A_QUOTE]
        longer = (other.text for other in around if other.look == "prose" and other.words > line.words)
        if any(quote in other.lower() for other in longer):
            yield at


def _end_of_section(lines: Sequence[Line], at: int) -> int:
    """Where the list of other stories that begins at ``at`` ends; a subheading under it is not in it."""
    while at < len(lines) and lines[at].look not in ("prose", "remark"):
        if lines[at].look in ("headline", "label") and at + 1 < len(lines) and _taken_up(lines, at):
            break
        at += 1
    return at


def _is_link(lines: Sequence[Line], at: int) -> bool:
    """Whether a headline stands between paragraphs and has nothing to do with the next one.

    A question is none: in an interview the answer stands below it.
    """
    if lines[at].text.endswith("?"):
        return False
    before = any(line.look == "prose" for line in lines[1:at])
    after = at + 1 < len(lines) and lines[at + 1].look in ("prose", "remark")
    return before and after and not _taken_up(lines, at)


def _taken_up(lines: Sequence[Line], at: int) -> bool:
    below = lines[at + 1]
    own = content_words((lines[at],))
    return (
        below.look in ("prose", "remark") and bool(own) and len(own & content_words((below,))) * 3 >= len(own)
    )
