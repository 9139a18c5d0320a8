"""The documents inside a plain text: one article, or a capture's articles, results, errors and furniture.

Lines are told apart by their look (``lines``), search results and error pages are set aside (``set_aside``),
bodies are found among the rest (``bodies``) and given their headlines (``stories``). Prints of databases,
wires, chats and posts have their own signs (``clippings``, ``messages``). A text without any sign of a
capture is never cut for its looks. The parts cover the text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from data.model import DocumentKind
from data.reading.articles.beside import address_of, told_by_neighbours
from data.reading.articles.bodies import Body
from data.reading.articles.clippings import clippings, tagged_fields, with_fields
from data.reading.articles.cues import cue_pattern
from data.reading.articles.furniture import furniture_inside
from data.reading.articles.heads import (
    byline_of,
    head_of,
    title_of,
)
from data.reading.articles.lines import Line, lines_of
from data.reading.articles.messages import Post, messages, posts, with_posts
from data.reading.articles.notices import is_notice, with_notices
from data.reading.articles.publisher import publisher_of
from data.reading.articles.set_aside import (
    LABELS_OF_A_PAGE,
    Range,
    error_pages,
    horoscopes,
    is_capture,
    of_result,
    search_results,
)
from data.reading.articles.stories import captured_stories, stories_among
from data.reading.articles.tallies import Tallies

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from data.reading.articles.messages import Message

_LINES_AROUND = 10
_LOOKS_OF_A_BODY = ("prose", "remark", "label", "headline")
_CUES_OF_A_HEAD = (None, "byline", "date_line")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A range of a file that is one document; ``furniture`` counts from the part's own start.

    ``url`` is the address that stands above it, ``sent`` the day (ISO) that a messenger stamped on it.
    """

    start: int
    end: int
    kind: DocumentKind = "article"
    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    url: str | None = None
    sent: str | None = None
    furniture: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Lines that are one document, as indexes of its first line and of the line after its last."""

    first: int
    after: int
    kind: DocumentKind


class _Layout(NamedTuple):
    """Where the documents of a text lie.

    Attributes:
        lines: with what their surroundings tell of them.
        stretches: the documents, in order; furniture lies between them.
        posts: those of them that are posts, by their first line.
        captured: whether the text is a capture: pages with what stands beside their articles.
        printed: whether each document has a head of its own, as databases and wires print it.
    """

    lines: Sequence[Line]
    stretches: Sequence[_Stretch]
    posts: Mapping[int, Post] = MappingProxyType({})
    captured: bool = False
    printed: bool = False


def split(text: str) -> list[Part]:
    """The parts of a text, in order; together they cover it."""
    chat = messages(text)
    if chat:
        return list(_said(text, chat))
    lines = told_by_neighbours(lines_of(text))
    if not lines:
        return [Part(start=0, end=len(text), kind="furniture")]
    shown = posts(lines)
    lines = tagged_fields(lines) or lines
    layout = _layout(lines, shown)
    if layout is None:
        return [_article(lines, (), (), 0, len(text), captured=False)]
    covered = list(_with_furniture(layout.stretches, len(lines)))
    starts = [0, *(_line_start(text, layout.lines, stretch.first) for stretch in covered[1:]), len(text)]
    return [_part(layout, covered, at, start, end) for at, (start, end) in enumerate(pairwise(starts))]


def _layout(lines: list[Line], shown: Sequence[Post]) -> _Layout | None:
    """Where documents lie among lines that show these posts; None if all of them are one article."""
    printed = clippings(lines)
    if shown:
        stretches = [_Stretch(post.first, post.after, "article") for post in shown]
        firsts = {post.first: post for post in shown}
        return _Layout(with_posts(lines, shown), stretches, firsts, printed=bool(printed))
    if printed:
        stretches = [_Stretch(*story, "article") for story in printed]
        return _Layout(with_fields(lines, printed), stretches, printed=True)
    headlines = _headlines_below(lines)
    if headlines is None:
        return _among(lines)
    if headlines:
        stories = stories_among(lines, Body(0, len(lines)), Tallies(lines))
        return _Layout(lines, _stretches_of(lines, stories))
    return _Layout(lines, [_Stretch(0, len(lines), "error")]) if is_notice(lines) else None


def _part(layout: _Layout, covered: Sequence[_Stretch], at: int, start: int, end: int) -> Part:
    """The part of a text that the at-th of the stretches that cover it is."""
    lines, stretch = layout.lines, covered[at]
    own = lines[stretch.first : stretch.after]
    if stretch.kind == "snippets":
        house, title = of_result(own)
        return Part(start=start, end=end, kind="snippets", title=title, publisher=house)
    if stretch.kind == "furniture":
        return Part(start=start, end=end, kind="furniture")
    if stretch.kind != "article":
        return Part(start=start, end=end, kind=stretch.kind, title=own[0].text)
    above, below = _furniture_beside(covered, lines, at)
    if at and not (layout.captured or layout.printed or above):
        # A newspaper page's own.
        above = [line for line in head_of(lines) if line.look == "label" or line.cue == "date_line"]
    part = _article(own, above, below, start, end, captured=layout.captured)
    part = replace(part, url=_address(lines, stretch.first))
    post = layout.posts.get(stretch.first)
    if post is None:
        return part
    return replace(part, title=title_of(lines[post.text : post.text + 1]), byline=post.sender, publisher=None)


def _said(text: str, chat: Sequence[Message]) -> Iterator[Part]:
    """The messages of a chat; what stands before the first is part of it."""
    for at, one in enumerate(chat):
        start = one.start if at else 0
        if one.text == one.end:
            yield Part(start=start, end=one.end, kind="furniture")
            continue
        yield Part(
            start=start,
            end=one.end,
            title=title_of(lines_of(text[one.text : one.end].strip().partition("\n")[0])),
            byline=one.sender,
            furniture=((0, one.text - start),),
            sent=one.day,
        )


def _among(lines: list[Line]) -> _Layout:
    """The articles, errors and search results among lines; the notices of a capture are furniture."""
    errors, results, stars = error_pages(lines), search_results(lines), horoscopes(lines)
    blocked = [False] * len(lines)
    for first, after in (*errors, *results, *stars):
        blocked[first:after] = [True] * (after - first)
    captured = is_capture(lines, blocked)
    tallies = Tallies(lines)
    if captured:
        lines = with_notices(lines)
        stories = captured_stories(lines, blocked, tallies)
    else:
        stories = list(stories_among(lines, Body(0, len(lines)), tallies))
    found = [
        *_stretches_of(lines, stories),
        *(_Stretch(*error, "error") for error in errors),
        *(_Stretch(*result, "snippets") for result in results),
    ]
    return _Layout(lines, sorted(found, key=lambda stretch: stretch.first), captured=captured)


def _stretches_of(lines: Sequence[Line], stories: Iterable[Range]) -> list[_Stretch]:
    return [_Stretch(*story, "error" if is_notice(lines[slice(*story)]) else "article") for story in stories]


def _headlines_below(lines: Sequence[Line]) -> list[int] | None:
    """The headlines below the head of a text that has only prose and labels besides, else None.

    Such a text is one article, or several in a row. A label without a cue begins no story; with a sign of a
    path in it, it may be the address of a search result.
    """
    if len(lines) > LABELS_OF_A_PAGE and all(line.look == "label" for line in lines[:LABELS_OF_A_PAGE]):
        return None  # it may be a menu
    found: list[int] = []
    in_head = True
    for at, line in enumerate(lines):
        look = line.look
        in_head = in_head and look != "prose" and look != "remark"
        if in_head:
            if line.cue not in _CUES_OF_A_HEAD or look not in ("headline", "label"):
                return None
        elif line.cue is not None or look not in _LOOKS_OF_A_BODY:
            return None
        elif look in ("headline", "label"):
            if "›" in line.text:
                return None
            if look == "headline":
                found.append(at)
    return None if horoscopes(lines) else found


def _with_furniture(stretches: Sequence[_Stretch], count: int) -> Iterator[_Stretch]:
    at = 0
    for stretch in stretches:
        if at < stretch.first:
            yield _Stretch(at, stretch.first, "furniture")
        yield stretch
        at = stretch.after
    if at < count:
        yield _Stretch(at, count, "furniture")


def _line_start(text: str, lines: Sequence[Line], at: int) -> int:
    start = lines[at].start
    return max(text.rfind("\n", 0, start) + 1, text.rfind("\r", 0, start) + 1, lines[at - 1].end)


def _address(lines: Sequence[Line], first: int) -> str | None:
    """The address that stands right above an article, or is its first line."""
    found = (address_of(line) for line in reversed(lines[max(first - 1, 0) : first + 1]))
    return next((address for address in found if address is not None), None)


def _furniture_beside(
    stretches: Sequence[_Stretch], lines: Sequence[Line], at: int
) -> tuple[Sequence[Line], Sequence[Line]]:
    """The lines of furniture right above and right below an article."""
    above: Sequence[Line] = []
    below: Sequence[Line] = []
    if at and stretches[at - 1].kind == "furniture":
        above = lines[stretches[at - 1].first : stretches[at].first][-_LINES_AROUND:]
    if at + 1 < len(stretches) and stretches[at + 1].kind == "furniture":
        below = lines[stretches[at].after : stretches[at + 1].after][:_LINES_AROUND]
    return above, below


def _article(
    own: Sequence[Line],
    above: Sequence[Line],
    below: Sequence[Line],
    start: int,
    end: int,
    *,
    captured: bool,
) -> Part:
    furniture = furniture_inside(own, captured=captured)
    title = title_of(own)
    foretold = title is not None and cue_pattern("horoscope").fullmatch(title) is not None
    return Part(
        start=start,
        end=end,
        kind="furniture" if foretold else "article",
        title=title,
        publisher=publisher_of(own, head_of(own), above, below),
        byline=byline_of(own),
        furniture=tuple((first - start, after - start) for first, after in furniture),
    )
