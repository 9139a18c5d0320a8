"""The documents inside a plain text: one article, or a capture's articles, results, errors and furniture.

Lines are told apart by their look (``lines``), search results and error pages are set aside (``set_aside``),
bodies are found among the rest (``bodies``), and each body is given its headline. An article goes on until a
headline begins another one; a headline alone is no proof, as it may be a subheading: furniture before it, a
byline, date or place after it, or the hand of another house must show it. A text without any sign of a
capture is never cut for its looks. The parts cover the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.model import DocumentKind
from data.reading.articles.bodies import Body, find_bodies
from data.reading.articles.clippings import clippings, with_fields
from data.reading.articles.cues import cue_pattern
from data.reading.articles.furniture import furniture_inside
from data.reading.articles.heads import (
    begins_at_a_place,
    begins_story,
    byline_of,
    find_headline,
    head_of,
    may_be_headline,
    publisher_of,
    title_of,
)
from data.reading.articles.lines import Line, lines_of
from data.reading.articles.notices import is_notice, with_notices
from data.reading.articles.rows import stories_in_a_row
from data.reading.articles.set_aside import Range, error_pages, horoscopes, is_capture, menus, search_results
from data.reading.articles.tallies import Tallies

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# Between the halves of one article stands at most this much furniture.
_LINES_INSIDE_AN_ARTICLE = 12
_FURNITURE_BEFORE_HEADLINE = 2
_PARAGRAPHS_OF_A_STORY = 2
_LINES_AROUND = 10
_LOOKS_OF_A_HEADLINE = ("headline", "label", "item")
_LOOKS_OF_A_BODY = ("prose", "remark", "label", "headline")
_CUES_OF_A_HEAD = (None, "byline", "date_line")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A range of a file that is one document; ``furniture`` counts from the part's own start."""

    start: int
    end: int
    kind: DocumentKind = "article"
    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    furniture: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Lines that are one document, as indexes of its first line and of the line after its last."""

    first: int
    after: int
    kind: DocumentKind


def split(text: str) -> list[Part]:
    """The parts of a text, in order; together they cover it."""
    lines = lines_of(text)
    if not lines:
        return [Part(start=0, end=len(text), kind="furniture")]
    printed = clippings(lines)
    captured = False
    if printed:
        lines = with_fields(lines)
        stretches = [_Stretch(*story, "article") for story in printed]
    elif (headlines := _headlines_below(lines)) is None:
        lines, stretches, captured = _stretches(lines)
    elif headlines:
        stretches = _stretches_of(lines, _stories(lines, Body(0, len(lines)), Tallies(lines)))
    elif is_notice(lines):
        stretches = [_Stretch(0, len(lines), "error")]
    else:
        return [_article(lines, (), (), 0, len(text), captured=False)]
    covered = list(_with_furniture(stretches, len(lines)))
    starts = [0, *(_line_start(text, lines, stretch.first) for stretch in covered[1:]), len(text)]
    parts: list[Part] = []
    for at, stretch in enumerate(covered):
        start, end = starts[at], starts[at + 1]
        own = lines[stretch.first : stretch.after]
        if stretch.kind == "article":
            above, below = _furniture_beside(covered, lines, at)
            if at and not (captured or printed or above):
                above = [line for line in head_of(lines) if line.look == "label"]  # a newspaper page's own
            parts.append(_article(own, above, below, start, end, captured=captured))
        else:
            title = None if stretch.kind == "furniture" else own[0].text
            parts.append(Part(start=start, end=end, kind=stretch.kind, title=title))
    return parts


def _stretches(lines: list[Line]) -> tuple[list[Line], list[_Stretch], bool]:
    """The articles, errors and search results among lines, in order, and whether they are a capture.

    With them the lines: those of a capture have the notices among them told as furniture.
    """
    errors, results, stars = error_pages(lines), search_results(lines), horoscopes(lines)
    blocked = [False] * len(lines)
    for first, after in (*errors, *results, *stars):
        blocked[first:after] = [True] * (after - first)
    captured = is_capture(lines, blocked)
    tallies = Tallies(lines)
    if captured:
        lines = with_notices(lines)
        stories = _captured_stories(lines, blocked, tallies)
    else:
        stories = list(_stories(lines, Body(0, len(lines)), tallies))
    found = [
        *_stretches_of(lines, stories),
        *(_Stretch(*error, "error") for error in errors),
        *(_Stretch(*result, "snippets") for result in results),
    ]
    return lines, sorted(found, key=lambda stretch: stretch.first), captured


def _stretches_of(lines: Sequence[Line], stories: Iterable[Range]) -> list[_Stretch]:
    return [_Stretch(*story, "error" if is_notice(lines[slice(*story)]) else "article") for story in stories]


def _headlines_below(lines: Sequence[Line]) -> list[int] | None:
    """The headlines below the head of a text that has only prose and labels besides, else None.

    Such a text is one article, or several in a row. A label without a cue begins no story; with a sign of a
    path in it, it may be the address of a search result.
    """
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


def _captured_stories(lines: Sequence[Line], blocked: Sequence[bool], tallies: Tallies) -> list[Range]:
    """The articles of a capture: bodies with their headlines, joined where furniture stands inside one."""
    bodies: list[Body] = []
    for body in find_bodies(lines, blocked):
        if bodies and _goes_on(lines, blocked, tallies, bodies[-1], body):
            bodies[-1] = Body(bodies[-1].first, body.after)
        else:
            bodies.append(body)
    found: list[Range] = []
    for at, body in enumerate(bodies):
        floor = bodies[at - 1].after if at else 0
        floor = max((end for end in range(floor, body.first + 1) if end and blocked[end - 1]), default=floor)
        headline = find_headline(lines, body.first, floor)
        whole = Body(body.first if headline is None else headline, _with_credits(lines, body.after))
        found.extend(_stories(lines, whole, tallies, captured=True))
    return found


def _goes_on(
    lines: Sequence[Line], blocked: Sequence[bool], tallies: Tallies, body: Body, following: Body
) -> bool:
    """Whether two bodies are one article with furniture between."""
    gap = range(body.after, following.first)
    if len(gap) > _LINES_INSIDE_AN_ARTICLE or any(blocked[at] for at in gap):
        return False
    if any(lines[at].cue in ("end", "page", "comments") for at in gap) or menus(
        lines[body.after : following.first]
    ):
        return False
    headline = find_headline(lines, following.first, body.after)
    return headline is None or not _begins_article(
        lines, tallies, Body(body.first, following.after), headline, captured=True
    )


def _stories(
    lines: Sequence[Line], body: Body, tallies: Tallies, *, captured: bool = False
) -> Iterator[Range]:
    """The articles that follow one another in a body without much between them."""
    row = stories_in_a_row(lines, body)
    first = min(row, default=body.first)
    if not any(line.look in ("prose", "remark") for line in lines[body.first : first]):
        first = body.first  # no newsletter's greeting, which is no story, but a slug or the like
    for at in range(first + 1, body.after):
        if lines[at].look not in _LOOKS_OF_A_HEADLINE:
            continue
        below_end = lines[at - 1].cue == "end" and lines[at].look in ("label", "headline")
        if not (at in row or below_end or may_be_headline(lines, at, captured=captured)):
            continue
        before, behind = tallies.paragraphs(first, at), tallies.paragraphs(at + 1, body.after)
        if at in row or below_end or begins_at_a_place(lines, at) or _in_capitals(lines, first, at):
            begins = min(before, behind) > 0
        elif begins_story(lines, at):
            begins = before >= _PARAGRAPHS_OF_A_STORY and behind > 0
        else:
            begins = min(before, behind) >= _PARAGRAPHS_OF_A_STORY and _begins_article(
                lines, tallies, Body(first, body.after), at, captured=captured
            )
        if begins:
            yield first, at
            first = at
    yield first, body.after


def _in_capitals(lines: Sequence[Line], first: int, headline: int) -> bool:
    """Whether a headline is set in capitals as the title of the story that begins at ``first`` is."""
    title = title_of(lines[first : first + _LINES_AROUND]) if lines[headline].text.isupper() else None
    return title is not None and title.isupper()


def _begins_article(
    lines: Sequence[Line], tallies: Tallies, around: Body, headline: int, *, captured: bool
) -> bool:
    """Whether another article begins at a headline: by what stands before it, after it, or on either side."""
    if begins_story(lines, headline):
        return True
    furniture = 0
    for at in range(headline - 1, around.first, -1):
        line = lines[at]
        if line.cue == "end":
            return True
        if line.look in ("prose", "remark", "headline") and line.cue is None:
            break
        furniture += 1
    if captured and furniture >= _FURNITURE_BEFORE_HEADLINE:
        return True
    return tallies.change_of_house(around.first, headline, around.after)


def _with_credits(lines: Sequence[Line], after: int) -> int:
    while after < len(lines) and lines[after].cue == "end":
        after += 1
    return after


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
        publisher=publisher_of(own, above, below),
        byline=byline_of(own),
        furniture=tuple((first - start, after - start) for first, after in furniture),
    )
