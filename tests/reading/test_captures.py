"""Articles inside captures: layouts of our own, then any mixture of articles and furniture."""

from __future__ import annotations

import textwrap
import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.reading.articles.parts import Part, split


class Story(NamedTuple):
    """An article: what must come out whole."""

    headline: str
    paragraphs: tuple[str, ...]

    def text(self, gap: str = "\n\n") -> str:
        return gap.join((self.headline, *self.paragraphs))


TABLE = tomllib.loads(Path(__file__).with_name("captures.toml").read_text(encoding="utf-8"))
STORIES = {
    name: Story(story["headline"], tuple(story["paragraphs"])) for name, story in TABLE["stories"].items()
}
FERRY, BRIDGE, WELL, CHESS = STORIES.values()
MENU, RELATED, TEASERS, FOOTER, PICTURES, COMMENTS, ROBOTS, SHARE, RESULTS, STARS = TABLE[
    "furniture"
].values()
FURNITURE = (MENU, RELATED, TEASERS, FOOTER, PICTURES, COMMENTS, STARS)
PLAIN = TABLE["plain"]


def articles(text: str) -> list[tuple[Part, str]]:
    """The articles of a text and what is read of them: their text without furniture."""
    found = []
    for part in split(text):
        if part.kind == "article":
            own, at, kept = text[part.start : part.end], 0, ""
            for start, end in part.furniture:
                kept, at = kept + own[at:start], end
            found.append((part, kept + own[at:]))
    return found


def assert_found(text: str, *stories: Story) -> None:
    found = articles(text)
    assert [part.title for part, _ in found] == [story.headline for story in stories]
    for (_, read), story in zip(found, stories, strict=True):
        for paragraph in story.paragraphs:
            assert paragraph in read
        assert "Painter gives" not in read
        assert "Privacy" not in read
        assert "Puzzles" not in read
        assert "parcel" not in read


def test_an_article_between_menus_and_footers() -> None:
    text = f"{MENU}\n\n{FERRY.text()}\n\n{RELATED}\n\n{FOOTER}\n"
    assert_found(text, FERRY)
    assert [part.kind for part in split(text)] == ["furniture", "article", "furniture"]


def test_two_articles_with_related_headlines_between() -> None:
    assert_found(f"{FERRY.text()}\n\n{RELATED}\n\n{MENU}\n\n{BRIDGE.text()}\n\n{FOOTER}", FERRY, BRIDGE)


def test_teasers_are_no_articles() -> None:
    assert_found(f"{FERRY.text()}\n\n{TEASERS}\n\n{MENU}\n\n{CHESS.text()}", FERRY, CHESS)


def test_a_short_headline_after_furniture_begins_an_article() -> None:
    short = CHESS._replace(headline="Northern chess open")
    foot = "Tags: ferry, island\n\nShare this:\n\nRelated\n\nLeave a Reply\n\nAdvertisement"
    assert_found(f"{FERRY.text()}\n\n{foot}\n\n{short.text()}", FERRY, short)


def test_comments_are_no_part_of_an_article() -> None:
    text = f"{MENU}\n\n{FERRY.text()}\n\n{COMMENTS}\n\n{FOOTER}"
    assert_found(text, FERRY)
    assert "olaf1971" not in articles(text)[0][1]


def test_furniture_inside_an_article_is_marked() -> None:
    first, *rest = FERRY.paragraphs
    middle = "Read More: The winter the island ran out of flour\n\nbridge photo"
    text = (
        f"{MENU}\n\n{FERRY.headline}\n\nShare full article\n\nbridge photo\n\n{first}\n\n{middle}\n\n"
        + "\n\n".join(rest)
        + f"\n\nbridge photo\n\n{FOOTER}"
    )
    assert_found(text, FERRY)
    assert "ran out of flour" not in articles(text)[0][1]
    assert "bridge photo" not in articles(text)[0][1]


def test_related_articles_in_the_middle_do_not_end_an_article() -> None:
    first, second, *rest = WELL.paragraphs
    middle = "Related Articles\n\n  • Why the rains failed three years in a row\n  • The last herd leaves Sur"
    text = (
        f"{MENU}\n\n{WELL.headline}\n\n{first}\n\n{second}\n\n{middle}\n\n"
        + "\n\n".join(rest)
        + f"\n\n{FOOTER}"
    )
    assert_found(text, WELL)
    assert "rains failed" not in articles(text)[0][1]


def test_a_caption_and_its_copy_are_read_once() -> None:
    caption = (
        "Passengers wave from the deck of the ferry as it leaves Norholm harbour for the mainland on Monday."
    )
    text = (
        f"  • Skip to main content\n  • Keyboard shortcuts\n\n{FERRY.headline}\n\nIda Holm\n\n{caption}\n\n"
        f"{caption} Ida Holm/Coast Pictures hide caption\n\n" + "\n\n".join(FERRY.paragraphs) + f"\n\n{MENU}"
    )
    assert_found(text, FERRY)
    part, read = articles(text)[0]
    assert read.count(caption) == 1
    assert part.byline == "Ida Holm"


def test_an_error_page_between_articles() -> None:
    text = f"{FERRY.text()}\n\n{ROBOTS}\n\n{MENU}\n\n{BRIDGE.text()}"
    assert_found(text, FERRY, BRIDGE)
    error = next(part for part in split(text) if part.kind == "error")
    assert error.title == "We have detected unusual activity from your network"


def test_search_results_are_snippets_each_with_its_title() -> None:
    text = f"{FERRY.text()}\n\n{FOOTER}\n\n{RESULTS}\n"
    assert_found(text, FERRY)
    assert [part.title for part in split(text) if part.kind == "snippets"] == [
        "Norholm ferry back in service after long repair",
        "Ferry timetable for the winter season",
        "Norholm: an island waits",
    ]


@pytest.mark.parametrize(
    "text", [STARS, f"{STARS}\n", f"{FERRY.text()}\n\n{STARS}\n", f"{STARS}\n\n{FERRY.text()}"]
)
def test_a_horoscope_is_no_article(text: str) -> None:
    assert_found(text, *([FERRY] if "Norholm" in text else []))


def test_the_stars_of_one_sign_are_no_article() -> None:
    text = "Horoscope for Leo: what Monday brings\n\nYou will be asked to sing on Monday. Say no.\n"
    assert [part.kind for part in split(text)] == ["furniture"]


def test_a_story_by_another_house_begins_at_its_headline() -> None:
    straight = BRIDGE._replace(
        paragraphs=(
            *BRIDGE.paragraphs,
            '"It\'s a sad day," said the stationmaster. "Nobody here will sleep tonight."',
        )
    )
    curly = FERRY._replace(paragraphs=(*FERRY.paragraphs, "“It’s home,” he said. “That’s all one can say.”"))
    assert_found(curly.text("\n") + "\n" + straight.text("\n"), curly, straight)


def test_a_story_with_a_place_or_a_byline_begins_at_its_headline() -> None:
    assert_found(f"{FERRY.text()}\n\n{WELL.text()}", FERRY, WELL)
    signed = f"{CHESS.headline}\n\nBy Jonas Lind\n\n" + "\n\n".join(CHESS.paragraphs)
    assert_found(f"{FERRY.text()}\n\n{signed}", FERRY, CHESS)
    assert articles(f"{FERRY.text()}\n\n{signed}")[1][0].byline == "Jonas Lind"


@pytest.mark.parametrize("name", PLAIN)
def test_a_plain_article_stays_one_and_whole(name: str) -> None:
    (part,) = split(PLAIN[name])
    assert (part.start, part.end, part.kind, part.furniture) == (0, len(PLAIN[name]), "article", ())


def test_a_capture_wrapped_by_hand() -> None:
    wrapped = "\n\n".join(textwrap.fill(paragraph, 72) for paragraph in (FERRY.headline, *FERRY.paragraphs))
    (part,) = split(wrapped)
    assert (part.title, part.furniture) == (FERRY.headline, ())
    parts = split(f"{MENU}\n\n{wrapped}\n\n{FOOTER}\n\n{RELATED}")
    assert [(part.kind, part.title) for part in parts] == [
        ("furniture", None),
        ("article", FERRY.headline),
        ("furniture", None),
    ]


def test_a_blank_text_is_furniture() -> None:
    assert [part.kind for part in split(" \n\n")] == ["furniture"]


@settings(max_examples=60, deadline=None)
@given(
    st.permutations(list(STORIES.values())),
    st.lists(st.sampled_from(FURNITURE), min_size=4, max_size=4),
    st.data(),
)
def test_articles_come_out_of_any_mixture(
    stories: list[Story], between: list[str], data: st.DataObject
) -> None:
    text = MENU
    for story, furniture in zip(stories, between, strict=True):
        share = data.draw(st.sampled_from(["", SHARE + "\n\n"]))
        masthead = data.draw(st.sampled_from(["", "Skip to main content\n\n"]))
        body = "\n\n".join(story.paragraphs)
        text += f"\n\n{masthead}{story.headline}\n\n{share}{body}\n\n{furniture}\n\n{MENU}"
    assert_found(text, *stories)


LINES = st.sampled_from((
    *(*FERRY.paragraphs, BRIDGE.headline, "Related Stories", "By Ida Holm", "9 May 2021", "Access denied"),
    *("", " ", "- World", "1. One", "2. Two ...", "3. Three ...", "Ray ID 7", "# Head", "\ufeffx", "…"),
    *("Comments", "\r", "IMAGES", "Share", "Ida Holm", "photo"),
))  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(LINES, max_size=30).map("\n".join) | st.text(max_size=80))
def test_the_parts_cover_the_file_and_furniture_lies_inside(text: str) -> None:
    at = 0
    for part in split(text):
        assert part.start == at
        at, inside = part.end, 0
        for start, end in part.furniture:
            assert inside <= start < end <= part.end - part.start
            inside = end
    assert at == len(text)


_MINUTES = """Minutes of the harbour council

Meeting of 4 March 2024

Present

Anna Berg
Jonas Lind
Ida Holm
Per Dahl
Clara Voss

Apologies

Otto Brand
Liv Aune
Emil Roth
Nina Aas

The council approved the budget of 40 million on Monday.

Vote

Berg yes
Lind yes
Holm no
Dahl yes

The bridge was closed on 1 March 2024 because of ice.

Next meeting

8 April 2024
"""


def test_lists_of_names_make_no_capture_of_minutes() -> None:
    (part,) = split(_MINUTES)
    assert (part.kind, part.start, part.end, part.furniture) == ("article", 0, len(_MINUTES), ())
