"""Heads of a page's articles: what stands between a date or byline and the first paragraph."""

from __future__ import annotations

import pytest

from data.reading.articles.beside import told_by_neighbours
from data.reading.articles.lines import lines_of
from data.reading.articles.page_heads import is_credited
from data.reading.articles.parts import Part, split

MENU = "Home\nCounty\nHarbour\nWeather\nFerries\nSign in\n"
HEADLINE = "Lighthouse keeper retires after forty years at Sunde"
TOP = f"{MENU}\n{HEADLINE}\n4 June 2021"
FIRST = "The last keeper of the Sunde lighthouse climbed down its 211 steps on Friday, and locked the door."
SECOND = "The lighthouse will be run from an office in Norvik from Monday on, the coast guard said."
LAST = "A ferry blew its horn as the keeper went."
FOOT = "Privacy policy\n© 2021 Sunde Media"


def cues(text: str) -> dict[str, str | None]:
    return {line.text: line.cue for line in told_by_neighbours(lines_of(text))}


def only_article(text: str) -> Part:
    (part,) = (part for part in split(text) if part.kind == "article")
    return part


def read(text: str, part: Part) -> str:
    own = text[part.start : part.end]
    for first, after in reversed(part.furniture):
        own = own[:first] + own[after:]
    return own


@pytest.mark.parametrize(
    ("head", "line", "cue"),
    [
        (f"{HEADLINE}\n4 June 2021\nComments\nKeep it short", "Comments", "line"),
        (f"{HEADLINE}\n4 June 2021\nMore newsletters\nYour address", "Your address", "line"),
        (f"{HEADLINE}\nBy Ida Holm\n4 June 2021\nShare\nThe keeper on his last day", "By Ida Holm", "byline"),
        (f"{HEADLINE}\n4 June 2021\nShare\nThe keeper on his last day", "The keeper on his last day", "line"),
        (f"{HEADLINE}\n4 June 2021\nHeard on the air\nIda Holm\nShare", "Ida Holm", "byline"),
        (f"{HEADLINE}\n4 June 2021\nHeard on the air\nIda Holm\nShare", "Heard on the air", "line"),
        (f"{HEADLINE}\n4 June 2021\nIda Holm\nReporting from Sunde\nShare", "Reporting from Sunde", None),
        (f"4 June 2021\n{HEADLINE}\nHe goes without a word\n© Ivo Lamm/COAST", "© Ivo Lamm/COAST", "line"),
        (f"4 June 2021\n{HEADLINE}\nHe goes without any word", "He goes without any word", None),
        (f"{HEADLINE}\n4 June 2021\n1542\nBy Ida Holm", "1542", "line"),
        (f"{HEADLINE}\nIda Holm, Sunde\n4 June 2021", "Ida Holm, Sunde", "byline"),
        (f"{HEADLINE}\nReporter:\nIda Holm\n4 June 2021", "Ida Holm", "byline"),
        (f"News / Coast / {HEADLINE}\n{HEADLINE}\n4 June 2021", f"News / Coast / {HEADLINE}", "line"),
        (f"{HEADLINE}\nShare\nBy\nIda Holm\n4 June 2021\nSave", "By", None),
    ],
)
def test_what_stands_below_the_date_is_told_by_where_it_stands(head: str, line: str, cue: str | None) -> None:
    assert cues(f"{head}\n\n{FIRST}\n\n{SECOND}\n")[line] == cue


def test_dated_headlines_in_a_row_are_no_head() -> None:
    links = f"More on this story\n{HEADLINE}\n4 June 2021\nHarbour loses its last pilot boat\n2 June 2021"
    assert cues(f"{FIRST}\n\n{links}\nTrending\n\n{FIRST}\n\n{SECOND}\n")["Trending"] == "section"


@pytest.mark.parametrize(
    "text",
    [
        "The keeper at his desk in January. Photo: Ivo Lamm",
        "Der Turm im Winter: »Kalt war es immer.« Foto: Ole Wendt / dpa",
        "Le phare de Sunde, haut de 42 mètres. | COAST PICTURES",
        "The lamp was lit in 1911 by hand. (Ivo Lamm / Coast Pictures)",
    ],
)
def test_a_caption_ends_with_whose_picture_it_is(text: str) -> None:
    (line,) = lines_of(text)
    assert is_credited(line)


@pytest.mark.parametrize(
    "text", [FIRST, HEADLINE, "He left. Nobody saw him go to the boat", "He spoke with Mr. Lamm of Sunde"]
)
def test_what_is_no_caption(text: str) -> None:
    (line,) = lines_of(text)
    assert not is_credited(line)


@pytest.mark.parametrize(
    "box",
    [
        "Related articles\nWhy so many pilots quit",
        "You will like\nSeven soups for a cold evening in May",
        "Read more\nRelated\nSeven soups for a cold evening in May",
    ],
)
def test_a_box_with_one_link_ends_no_article(box: str) -> None:
    text = f"{TOP}\nShare\n{FIRST}\n\n{SECOND}\n\n{box}\n{LAST} The ferry was late.\n\n{FOOT}"
    part = only_article(text)
    assert part.title == HEADLINE
    own = read(text, part)
    assert LAST in own
    assert "soups" not in own
    assert "pilots" not in own


def test_a_list_of_links_ends_an_article() -> None:
    links = "Related articles\nWhy so many pilots quit\nSeven soups for a cold evening in May"
    text = f"{TOP}\n{FIRST}\n\n{SECOND}\n\n{links}\nA soup warms who is cold.\n\n{FOOT}"
    own = read(text, only_article(text))
    assert "soup" not in own
    assert SECOND in own


def test_what_is_told_of_the_author_below_an_article_is_no_part_of_it() -> None:
    about = "Ida Holm | Reporter\nIda Holm writes about the sea and those who live by it for this paper."
    text = f"{MENU}\n{HEADLINE}\nBy Ida Holm\n4 June 2021\n{FIRST}\n\n{SECOND}\n\n{about}\n\n{FOOT}"
    part = only_article(text)
    assert part.byline == "Ida Holm"
    assert "writes about the sea" not in text[part.start : part.end]


def test_a_sentence_set_large_beside_the_text_is_read_once() -> None:
    said = "“I never liked the stairs,” the keeper said at the door, and laughed."
    text = f"{TOP}\n{FIRST}\n\n{said}\n\n“I never liked the stairs,”\n\n{SECOND}\n\n{FOOT}"
    assert read(text, only_article(text)).count("never liked the stairs") == 1


def test_entries_of_a_menu_name_no_publisher() -> None:
    text = (
        f"Home\nCoast News\nLive TV\nWeather\nFerries\n{HEADLINE}\n4 June 2021\n{FIRST}\n\n{SECOND}\n\n{FOOT}"
    )
    assert only_article(text).publisher == "Sunde Media"


def test_a_page_that_begins_with_its_menu_is_a_capture() -> None:
    part = only_article(f"{TOP}\n{FIRST}\n\n{SECOND}\n")
    assert part.start > 0
    assert part.title == HEADLINE


def test_a_byline_in_small_letters_is_no_end_of_the_headline() -> None:
    head = "Frana a Valbruna, evacuate quaranta famiglie\ndi Paolo Serra\n4 giugno 2021"
    text = f"{MENU}\n{head}\n{FIRST}\n\n{SECOND}\n"
    part = only_article(text)
    assert part.title == "Frana a Valbruna, evacuate quaranta famiglie"
    assert part.byline == "Paolo Serra"


def test_what_an_agency_calls_a_story_begins_it() -> None:
    place = "NORVIK (Nordline) -"
    text = (
        f"BC-LIGHTHOUSE\n{HEADLINE}\n{place} {FIRST}\n\n{SECOND}\n"
        f"BC-PILOTS-STRIKE\nPilots in Norvik vote for a strike\n{place} Pilots voted on Sunday. {SECOND}\n"
    )
    second = [part for part in split(text) if part.kind == "article"][1]
    assert text[second.start :].startswith("BC-PILOTS-STRIKE")
    assert second.title == "Pilots in Norvik vote for a strike"


def test_the_last_field_of_each_story_ends_it_where_nothing_else_does() -> None:
    text = "".join(
        f"{headline}\nThe Sunde Post\n{day} June 2021\nLength: 40 words\n\n{FIRST}\n\n{SECOND}\n\n"
        f"Load-Date: June {day}, 2021\n\n"
        for headline, day in ((HEADLINE, 4), ("Pilots in Norvik vote for a strike", 6))
    )
    assert [part.title for part in split(text) if part.kind == "article"] == [
        HEADLINE,
        "Pilots in Norvik vote for a strike",
    ]


@pytest.mark.parametrize(
    ("head", "lines"),
    [
        ("4 June 2021\nThe tower was white once.\nThe guard", ["The tower was white once.", "The guard"]),
        ("4 June 2021\nLesedauer: 2 Minuten", ["Lesedauer: 2 Minuten"]),
    ],
)  # fmt: skip
def test_captions_and_times_of_reading_are_furniture_of_the_head(head: str, lines: list[str]) -> None:
    told = cues(f"{HEADLINE}\n{head}\n{FIRST}\n\n{SECOND}\n")
    assert [told[line] for line in lines] == ["line"] * len(lines)


def test_who_wrote_may_stand_before_the_date() -> None:
    text = f"{MENU}\n{HEADLINE}\nIda Holm / Jun 4, 2021, 08:15 CET\n{FIRST}\n\n{SECOND}\n"
    assert only_article(text).byline == "Ida Holm"


def test_a_menu_may_have_apostrophes() -> None:
    text = f"County\nWhat's on\nJobs\nNews & Views\nFerries\n{HEADLINE}\n4 June 2021\n{FIRST}\n\n{SECOND}\n"
    assert only_article(text).title == HEADLINE
    assert only_article(text).start > 0


def test_a_link_above_the_next_article_is_not_its_title() -> None:
    links = "Related\nWho pays for the lamp?\nShare this article"
    first = f"{HEADLINE}\nIda Holm\n4 June 2021\n\n{FIRST}\n\n{SECOND}\n{links}\n"
    text = f"{first}Pilots in Norvik vote for a strike\nIda Holm\n6 June 2021\n\n{SECOND}\n\n{FIRST}\n"
    titles = [part.title for part in split(text) if part.kind == "article"]
    assert titles == [HEADLINE, "Pilots in Norvik vote for a strike"]
