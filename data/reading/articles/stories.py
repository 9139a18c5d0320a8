"""Where articles begin and end among the lines of a text.

In a capture each body is given its headline; an article goes on until a headline begins another one. A
headline alone is no proof, as it may be a subheading: furniture before it, a byline, date or place after it,
or the hand of another house must show it.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from data.reading.articles.beside import is_post
from data.reading.articles.bodies import Body, find_bodies
from data.reading.articles.cues import cue_pattern
from data.reading.articles.headlines import (
    begins_at_a_place,
    begins_story,
    find_headline,
    may_be_headline,
)
from data.reading.articles.heads import title_of
from data.reading.articles.lines import LINES_OF_A_HEAD, content_words
from data.reading.articles.rows import stories_in_a_row
from data.reading.articles.set_aside import Range, menus

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from data.reading.articles.lines import Line
    from data.reading.articles.tallies import Tallies

# Between the halves of one article stands at most this much furniture.
_LINES_INSIDE_AN_ARTICLE = 12
_FURNITURE_BEFORE_HEADLINE = 2
_PARAGRAPHS_OF_A_STORY = 2
_LINES_OF_A_GREETING = 4
# What an agency calls a story among its own: "BC-HARBOUR-STRIKE".
_SLUG = re.compile(r"[A-Z]{2,}(?:-[A-Z0-9]\w*)+/?")
_NUMBERED = re.compile(r"\d+(?:(?:[./-]\d+)+[.)]?|[.)])\s")
_LOOKS_OF_A_HEADLINE = ("headline", "label", "item")


def captured_stories(lines: Sequence[Line], blocked: Sequence[bool], tallies: Tallies) -> list[Range]:
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
        first = _greeting(lines, body.first, floor) if headline is None else headline
        whole = Body(_with_date_above(lines, first, floor), _with_foot(lines, first, body.after))
        found.extend(stories_among(lines, whole, tallies, captured=True))
    return found


def _greeting(lines: Sequence[Line], body: int, floor: int) -> int:
    """Where a letter begins that greets its readers below its date; else where its body does."""
    for at in range(body - 1, max(floor, body - _LINES_OF_A_GREETING) - 1, -1):
        if lines[at].cue == "date_line":
            return at
        if lines[at].cue is not None or lines[at].look == "item":
            break
    return body


def _with_date_above(lines: Sequence[Line], headline: int, floor: int) -> int:
    """Where an article begins whose date stands above its headline, and none below it."""
    above = headline - 1
    if above > floor and lines[above].look in ("label", "picture") and lines[above].cue is None:
        above -= 1  # of which section
    if above < floor or lines[above].cue != "date_line" or lines[headline].look != "headline":
        return headline
    if any(line.cue == "date_line" for line in lines[headline : headline + _LINES_OF_A_GREETING]):
        return headline
    before = lines[above - 1] if above > floor else None
    listed = before is not None and before.cue is None and before.look in ("headline", "prose", "remark")
    return headline if listed else above


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
    if headline is not None and _is_post_of(lines, body.first, headline):
        return True
    return headline is None or not _begins_article(
        lines, tallies, Body(body.first, following.after), headline, captured=True
    )


def stories_among(
    lines: Sequence[Line], body: Body, tallies: Tallies, *, captured: bool = False
) -> Iterator[Range]:
    """The articles that follow one another in a body without much between them."""
    row = stories_in_a_row(lines, body)
    first = min(row, default=body.first)
    if not any(line.look in ("prose", "remark") for line in lines[body.first : first]):
        first = body.first  # no newsletter's greeting, which is no story, but a slug or the like
    for at in range(first + 1, body.after):
        if lines[at].look not in _LOOKS_OF_A_HEADLINE or _is_post_of(lines, first, at):
            continue
        if lines[at].text.isupper() and _NUMBERED.match(lines[at].text):
            continue  # a part of minutes
        below_end = lines[at - 1].cue == "end" and lines[at].look in ("label", "headline")
        if not (at in row or below_end or may_be_headline(lines, at, captured=captured)):
            continue
        if at not in row and _is_above_headline(lines, at):
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
            begin = at - (at - 1 > first and _SLUG.fullmatch(lines[at - 1].text) is not None)
            yield first, begin
            first = begin
    yield first, body.after


def _is_post_of(lines: Sequence[Line], first: int, headline: int) -> bool:
    """Whether a headline heads a post of the page that begins at ``first``, which is no post itself."""
    return is_post(lines, headline - 1) and not (first and is_post(lines, first - 1))


def _in_capitals(lines: Sequence[Line], first: int, headline: int) -> bool:
    """Whether a headline is set in capitals as the title of the story that begins at ``first`` is."""
    title = title_of(lines[first : first + LINES_OF_A_HEAD]) if lines[headline].text.isupper() else None
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
        return not _is_link(lines, headline)
    return tallies.change_of_house(around.first, headline, around.after)


def _is_above_headline(lines: Sequence[Line], at: int) -> bool:
    """Whether a line below the heading of a list has a headline below it that has its own date or byline."""
    if lines[at - 1].cue != "section":
        return False
    below = lines[at + 1 : at + 1 + _LINES_OF_A_GREETING]
    return any(
        line.cue is None and line.look == "headline" and after.cue in ("byline", "date_line")
        for line, after in pairwise(below)
    )


def _is_link(lines: Sequence[Line], headline: int) -> bool:
    """Whether a headline is the one link of a box: the paragraph below it has no word of it."""
    below = lines[headline + 1 : headline + 2]
    return lines[headline - 1].cue == "section" and content_words(below).isdisjoint(
        content_words(lines[headline : headline + 1])
    )


def _with_foot(lines: Sequence[Line], first: int, after: int) -> int:
    """Where an article ends with its credits, and the line that dates it if none above does."""
    after = _with_credits(lines, after)
    if any(line.cue == "date_line" for line in lines[max(first - 1, 0) : after]):
        return after
    foot = lines[after : after + 2]
    dated = bool(foot) and foot[0].cue == "date_line" and cue_pattern("foot").match(foot[0].text) is not None
    return after + (dated and not (len(foot) > 1 and foot[1].look == "prose" and foot[1].cue is None))


def _with_credits(lines: Sequence[Line], after: int) -> int:
    rule = after < len(lines) and not any(map(str.isalnum, lines[after].text))
    if rule and [line.cue for line in lines[after + 1 : after + 2]] == ["end"]:
        after += 1
    while after < len(lines) and lines[after].cue == "end":
        after += 1
    return after
