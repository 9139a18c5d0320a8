"""The cue words: what they take, and headlines and prose they must leave alone."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.reading.articles.cues import cue_pattern, cue_table
from data.reading.articles.lines import lines_of

TAKEN = {
    "section": ["Related Stories", "More from Norholm", "TOP STORIES", "Latest News", "Most Read",
                "Editor's pick.", "Best of Norholm", "Trending", "Lesen Sie auch:",
                "Recent Posts", "More stories from the coast"],
    "comments": ["Comments", "12 Comments", "Comments (3)"],
    "page": ["Skip to main content", "Scroll to Top", "Privacy Policy", "© 2024 Norholm Media", "You Are At:",
             "Home > World > Europe", "View this email in your browser", "Unsubscribe"],
    "line": ["Read More: The winter without flour", "ALSO READ | Ten ways to bake", "Advertisement",
             "Share full article", "Listen to Story", "Follow us on WhatsApp", "Download app", "Share",
             "The quay at noon. Ida Holm/Coast Pictures hide caption", "Facebook  X  WhatsApp  Email",
             "Page 3 of 12", "Posted in Garden | Tagged sheds | 3 Comments", "FOR IMMEDIATE RELEASE", "Embed",
             "Media contact: Ida Holm, 555 0134", "COAST POST - 14 June 2022 - page 3",
             "*We may earn a small commission when you buy", "*Sponsored by the Norholm Ferry",
             "Updated at 18.50 BST", "[Photo]", "[Voice message, 0:12]"],
    "end": ["With inputs from agencies", "(with Coast Press input)", "Ida Holm contributed to this report",
            "(Reporting by Ida Holm; Editing by Jonas Lind)",
            "###", "-30-", "ENDS", "Read more »", "==========",
            "Read the original article on Coast Post", "Editing by Jonas Lind"],
    "error": ["Access denied", "Please verify you are a human", "404 Not Found",
              "You don't have access to this page."],
    "results": ["IMAGES", "About 1,230 results (0.4 seconds)", "Results for: ferry"],
    "byline": ["By Ida Holm", "Von Jonas Lind", "From our correspondent Ida Holm",
               "BYLINE: Ida Holm, Staff Writer", "Автор: Анна Берг"],
    "date_line": ["July 8, 2024", "Updated Sep 08, 2024, 10:13 AM IST", "Monday, 4 March 2024", "2024-03-04",
                  "Vienna, 10 July 2024 – 19:40 CEST",
                  "Veröffentlicht am 8. Juli 2024 um 10:13 Uhr", "Stand: 08.07.2024, 10:13 Uhr",
                  "Zuletzt aktualisiert: 8. Juli 2024", "Publié le 8 juillet 2024 à 10h13",
                  "Mis à jour le 08/07/2024 à 10h13", "Publié lundi 1er juillet 2024",
                  "Publicado el 8 de julio de 2024 a las 10:13", "Actualizado: 8 de julio de 2024",
                  "Publicado em 08/07/2024 às 10h13", "Atualizado em 8 de julho de 2024",
                  "Pubblicato il 8 luglio 2024", "Ultimo aggiornamento: 08/07/2024 alle 10:13",
                  "Gepubliceerd op 8 juli 2024 om 10:13", "Laatst bijgewerkt: 08-07-2024",
                  "Опубликовано 8 июля 2024 г. в 10:13", "Обновлено: 08.07.2024, 10:13",
                  "Опубліковано 8 липня 2024 року", "Оновлено: 08.07.2024 о 10:13",
                  "प्रकाशित: 8 जुलाई 2024", "अपडेटेड: 08/07/2024, 10:13"],
}  # fmt: skip
LEFT = [
    "Bridge opens at last",
    "Why the herring came back this year",
    "Explained: why the bridge fell",
    "Share of the market falls to a third",
    "More countries sign the treaty on the sea",
    "Best friends meet after forty years",
    "Top ministers meet on Monday to talk about grain",
    "The latest talks ended without a result.",
    "By Friday the water had gone",
    "Home rule comes to the island",
    "The council turned to page 3",
    "[We] will not go",
    "A video of the landing went round the world.",
    "Correction, July 9",
    "Key Points",
    "*Report of the Norholm Harbour Commission*",
    "* The European Commission fined the shipyard on 4 May 2021.",
    "Contact with the island was lost",
    "Ends and means",
    "1917",
    "1066",
    "Background and Context",
    "Publicado en 2019, el libro fue un éxito.",
    "Stand der Dinge im Hafen von Norholm",
    "Publié en 1998 à Paris, le roman raconte la mer.",
    "Aktualisiert wurde am 8. Juli 2024 auch die Liste der Häfen, wie das Amt mitteilte.",
    "Обновлено здание старого порта на набережной.",
]


@pytest.mark.parametrize(("name", "line"), [(name, line) for name, lines in TAKEN.items() for line in lines])
def test_a_cue_is_taken(name: str, line: str) -> None:
    assert lines_of(line)[0].cue == name


@pytest.mark.parametrize("line", LEFT)
def test_other_lines_are_left_alone(line: str) -> None:
    assert lines_of(line)[0].cue is None


@pytest.mark.parametrize(
    "line",
    [
        "KESTA — Engineers have",
        "NEW ARDMORE, Norholm (CP) — The council",
        "NORHOLM, May 3 (Coast Press) - The ferry",
        "Ardmore (CP) — The council",
        "NORHOLM, May 3 — The ferry",
    ],
)
def test_a_dateline(line: str) -> None:
    assert cue_pattern("dateline").match(line)


@pytest.mark.parametrize(
    "line", ["The council met on Monday", "NATO met on Monday", "Modi, too, has embraced it"]
)
def test_no_dateline(line: str) -> None:
    assert not cue_pattern("dateline").match(line)


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("opening", "2 of 31 DOCUMENTS"),
        ("opening", "Document 2 of 31"),
        ("closing", "Document NORCOU0020190621ef6l00004"),
        ("closing", "End of Document"),
        ("field", "LOAD-DATE: March 5, 2021"),
        ("field", "Length: 512 words"),
        ("field", "1,312 words"),
        ("stamp", "Harbour Watch, [08.11.2022 07:14]"),
        ("stamp", "Ida Holm, [11/8/2022, 7:14:09 PM]"),
        ("address", "https://www.coast-post.example › news › 2022 › 11"),
        ("star_sign", "Aries"),
        ("star_sign", "Wassermann"),
        ("horoscope", "Your daily horoscope for 12 May"),
        ("horoscope", "Today’s stars"),
        ("horoscope", "Horoskop: Das bringt der Montag"),
    ],
)
def test_what_databases_and_star_gazers_print(name: str, line: str) -> None:
    assert cue_pattern(name).fullmatch(line)


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("opening", "3 of 4 homes are empty"),
        ("closing", "Document of the year"),
        ("field", "The country is at peace."),
        ("stamp", "The lock, [1871] they say, is old"),
        ("address", "Coast Post › News"),
        ("star_sign", "Cancerous"),
        ("horoscope", "Court bans horoscopes from the radio"),
        ("horoscope", "Stars of the screen leave for the coast"),
    ],
)
def test_what_looks_alike(name: str, line: str) -> None:
    assert not cue_pattern(name).fullmatch(line)


def test_no_cue_is_slow_on_long_lines() -> None:
    line = "a " * 149
    assert lines_of("\n".join([line, "by " * 99, "share " * 49, "1, " * 99]))
    assert all(
        isinstance(cue_pattern(name), re.Pattern) for name in ("publisher", "publisher_told", "masthead")
    )


@pytest.mark.parametrize(
    ("text", "looks"),
    [
        ("A headline of five words", ["headline"]),
        ("Two words", ["label"]),
        ("It rained all day.", ["remark"]),
        ("- an entry\n• another\n12. a third", ["item", "item", "item"]),
        ("photo\n\nphoto\n\nOther words here\n\nphoto", ["picture", "picture", "label", "picture"]),
        ("# A title of a page", ["headline"]),
        ("Is this the end of the old bridge over the river?", ["headline"]),
        ("“We will not go,” said the old man who kept the lighthouse.", ["prose"]),
    ],
)
def test_the_look_of_lines(text: str, looks: list[str]) -> None:
    assert [line.look for line in lines_of(text)] == looks


def test_a_paragraph_is_told_as_a_shorter_line_is() -> None:
    told = {
        "end": "Additional reporting by Ida Holm in Norholm and by Jonas Lind on the island of Kesta.",
        "page": "© 2024 Norholm Media, which prints this paper every day. All rights reserved.",
        "line": "The ferry, which has been out of service for a month, lies at the quay of Norholm, where it "
        "will be repaired in the winter hide caption",
    }
    lines = lines_of("\n\n".join(told.values()))
    assert [(line.cue, line.look) for line in lines] == [(cue, "prose") for cue in told]


def test_an_article_may_tell_of_what_an_error_page_says() -> None:
    text = "The page could not be found, the ferry office wrote to all of its passengers on Monday."
    assert [line.cue for line in lines_of(f"Ferry office without a page\n\n{text}")] == [None, None]
    assert [line.cue for line in lines_of(f"404 Not Found\n\n{text}")] == ["error", "error"]
    assert [line.cue for line in lines_of(text)] == ["error"]


@settings(max_examples=60)
@given(st.data())
def test_floating_expressions_of_captions_and_pages_take_no_full_stop(data: st.DataObject) -> None:
    floating = [one for one in cue_table()["line"] if one.startswith((".{", "[^"))]
    line = data.draw(st.from_regex(data.draw(st.sampled_from(floating)), fullmatch=True))
    assert not line.endswith(".")
