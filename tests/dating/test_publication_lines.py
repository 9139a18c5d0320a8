"""Publication dates that a text or a file's name states, told apart from dates that only stand there."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest

from data.dating.publication.dates import publication_dates
from data.dating.publication.stated.lines import date_lines
from data.dating.publication.stated.names import name_date
from data.dating.publication.stated.place_lines import place_line_day
from data.days import from_iso, iso
from data.model import Document, Meaning, Mention, Published, Reading

BODY = (
    "\n\nThe harbour board met in the old customs house and heard from three engineers who had walked the "
    "whole length of the pier during the storm and come back with photographs.\n"
)


def document(
    text: str, *, title: str | None = None, path: str = "story.txt", url: str | None = None
) -> Document:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(id="a", path=path, text=text, sha256=digest, title=title, url=url)


def stated(text: str, title: str | None = None, path: str = "story.txt") -> str | None:
    published = publication_dates([Reading(document(text, title=title, path=path), (), ())], {})["a"]
    assert published.basis in ("stated", "unknown")
    return published.value if published.basis == "stated" else None


STATED = [
    ("Ada Pier" + BODY + "\nPublished by Coast Record from Mar. 6 to Mar. 7, 2021.\n", "2021-03-06"),
    ("Pier saved\nAugust 22, 20231:05 PM GMT+2Updated a year ago" + BODY, "2023-08-22"),
    ("Pier saved\nPublished\non 3 May 2022" + BODY, "2022-05-03"),
    ("Pier saved\nPublished: Oct. 11, 2023 at 6:14 AM CDT|Updated: 3 hours ago" + BODY, "2023-10-11"),
    ("Pier saved\n7 July 2016 · 3,400 words" + BODY, "2016-07-07"),
    ("Pier saved\nVolume 64: debated on Wednesday 14 November 2018" + BODY, "2018-11-14"),
    (
        "Pier saved\n\n3 February 2018\n"
        + BODY
        + "\n"
        + "\n| 28.09.2015 | 120 | Nordfisk |\n| 17.12.2015 | 60 | cash |\n| 14.03.2016 | 90 | Nordfisk |\n",
        "2018-02-03",
    ),
    ("Pier saved\n\n6 Dec 2021 - The board met." + BODY, "2021-12-06"),
    ("Pier saved\n\nJuly 8, 2024, 1:27 AM PDT" + BODY, "2024-07-08"),
    ("Pier saved\n\n  • Updated Sep 08, 2024, 10:13 AM IST" + BODY, "2024-09-08"),
    ("Pier saved\n\nUpdated 5:51 PM PDT, July 4, 2024" + BODY, "2024-07-04"),
    ("Pier saved\n\nNEW DELHI, Dec 6, 2021 (Meridian) — The board met." + BODY, "2021-12-06"),
    ("Pier saved\n\nQUITO, Ecuador — Nov. 9, 2023. The board met." + BODY, "2023-11-09"),
    ("Pier saved\n\nBergen, 9 November 2023. The board met." + BODY, "2023-11-09"),
    ("Notes on the pier, 9 November 2023" + BODY, "2023-11-09"),
    ("# Notes on the pier (9 November 2023)" + BODY, "2023-11-09"),
    ("Pier saved\n\nStatement of the board of Bergen – 9 November 2023" + BODY, "2023-11-09"),
    ("Pier saved\nReport of 9 November 2023" + BODY, "2023-11-09"),
    ("Report of 9 November 2023" + BODY, "2023-11-09"),
    ("Pier saved\n\nBERGEN – 9 November 2023: The board met." + BODY, "2023-11-09"),
    ("Pier saved\nSunday feature, 5 May 2019" + BODY, "2019-05-05"),
    ("Pier saved\nBy our science correspondent, 9 May 2023" + BODY, "2023-05-09"),
    ("Pier saved\n\nKOTARA (Meridian Alliance), Feb 19 2012: The board met." + BODY, "2012-02-19"),
    ("The Gazette\nSaturday, October 6, 2018\n\nPier saved" + BODY, "2018-10-06"),
    ("Pier saved\n\n*Planalto Observer* | Brasília, 15 November 2019" + BODY, "2019-11-15"),
    ("Pier saved\nPublished: Sunday, 7 July 2024, 18:30 MSK" + BODY, "2024-07-07"),
    ("Pier saved\nIssue of 22 June 2024" + BODY, "2024-06-22"),
    ("Pier saved\n2024-03-02" + BODY, "2024-03-02"),
    ("Pier saved\n25.12.2023" + BODY, "2023-12-25"),
    ("Pier saved\nPublished 3 May 2022\nUpdated 9 May 2022" + BODY, "2022-05-03"),
    (
        "Today's Paper | Friday, September 13, 2024\nPier saved\nSeptember 3, 2024, 9:52 PM" + BODY,
        "2024-09-03",
    ),
    ("Friday, September 13, 2024\nPier saved\nSeptember 3, 2024, 9:52 PM" + BODY, "2024-09-03"),
]

NOT_STATED = [
    "Pier saved\n\nIn Bergen, 9 November 2023. The board met." + BODY,
    "Report on what happened at the pier on 9 November 2023" + BODY,
    "Collapse of the pier, 9 November 2023" + BODY,
    "Notes on the pier, 9 November 2023 to 3 March 2024" + BODY,
    "Pier saved\n\nby twelve engineers\n\non 8 July 2024" + BODY,
    "Pier saved\nWhat the harbour board did not tell the town of\n8 July 2024" + BODY,
    "Pier saved\n\nThe wall of the pier was built of beech and clay, for which\n"
    "nobody on the island had paid more than a day of work since\n8 July 2024." + BODY,
    "Pier saved\n3 February 2018\n4 February 2018\n5 February 2018" + BODY,
    "Pier saved\nAs of 8 July 2024" + BODY,
    "Pier saved\nWayback Machine 13 Sep 2024" + BODY,
    "Pier saved\nDeadline 8 July 2024" + BODY,
    "Pier saved\n\nThe mayor said — 9 November 2023. The board met." + BODY,
    "Ada Pier\nBorn 8 July 1960" + BODY,
    "Pier saved\nSnapshot taken 13 September 2024" + BODY,
    "Pier saved\nFile photo, 8 July 2024" + BODY,
    "Pier saved" + BODY + "Related: The wall cracked, 3 May 2023\nThe sea rose, 4 May 2023\n",
    "Pier saved\n© 2019 Gazette" + BODY,
    "Pier saved" + BODY + "Copyright © 2024. Page saved 13 September 2024.\n",
    "Pier saved\nHoroscope Today, 06 Sep 2024" + BODY,
    "Pier saved\nThe wall was published about on 3 May 2019 by nobody" + BODY,
    "Pier saved on 3 May 2019 after a long night" + BODY,
    "Pier saved" + BODY + "Correction, July 9, 2024\n",
    "Pier saved\nOn 5 May 2019 - the day of the storm - the board met." + BODY,
    "A chronology\n1 May 2019 — The storm.\n2 May 2019 — The board met.\n5 May 2019 — The pier was shut."
    + BODY,
    "Pier saved\n\nNEW DELHI, Dec 6 (Meridian) — The board met." + BODY,
]


@pytest.mark.parametrize(("text", "expected"), STATED)
def test_a_date_line_dates_the_document(text: str, expected: str) -> None:
    assert stated(text, title="Pier saved") == expected


@pytest.mark.parametrize("title", ["Report of 9 November 2023", "Notes on the pier, 9 November 2023"])
def test_a_title_that_names_a_record_and_its_day_dates_it(title: str) -> None:
    assert stated(f"Harbour Board\n\n{title}{BODY}", title=title) == "2023-11-09"


@pytest.mark.parametrize(
    "title", ["Pier Falls Into The Sea, 9 November 2023", "9 November 2023, a Black Day"]
)
def test_a_headline_with_a_day_dates_nothing(title: str) -> None:
    assert stated(f"{title}{BODY}", title=title) is None


@pytest.mark.parametrize("text", NOT_STATED)
def test_other_dates_do_not(text: str) -> None:
    assert stated(text, title="Pier saved") is None


def test_furniture_states_nothing_but_an_update_of_the_story_beside_it() -> None:
    text = "Pier saved\nMay 3, 2022\nUpdated May 4, 2022" + BODY
    held = Document(
        id="a",
        path="a.txt",
        text=text,
        sha256="",
        title="Pier saved",
        furniture=((11, len(text) - len(BODY)),),
    )
    assert publication_dates([Reading(held, (), ())], {})["a"].value == "2022-05-04"


@pytest.mark.parametrize(
    ("head", "printed", "day"),
    [
        ("OSLO, August 12 (Agency) --\n\nThe king today opened the bridge.", "1998-08-13", "1998-08-12"),
        ("Bridge opens\n\nOSLO, Aug. 12 (Agency) -- The king today opened it.", "1998-08-14", "1998-08-12"),
        ("OSLO, Dec. 31 (Agency) -- The king today opened the bridge.", "1999-01-01", "1998-12-31"),
        ("OSLO, August 13 (Agency) --\n\nThe king today opened the bridge.", "1998-08-13", None),
        ("OSLO, August 3 (Agency) -- The king today opened the bridge.", "1998-08-13", None),
        ("The king opened the bridge on August 12 (a Wednesday) -- at last.", "1998-08-13", None),
    ],
)
def test_a_story_is_written_on_the_day_of_its_place_line(head: str, printed: str, day: str | None) -> None:
    day_printed = from_iso(printed)
    published = Published(printed, day_printed, day_printed, "stated")
    found = place_line_day(document(head + BODY), published)
    assert (None if found is None else iso(found)) == day


def test_a_place_line_takes_its_year_from_the_name_of_the_file() -> None:
    text = "Pier saved\n\nNEW DELHI, Dec 6 (Meridian) — The board met." + BODY
    assert stated(text, "Pier saved", "2021-12-07-herald.txt") == "2021-12-06"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("2019-09-05-harbour-gazette.txt", "2019-09-05"),
        ("archive/20240708_story.txt", "2024-07-08"),
        ("notes_2021_12_06.md", "2021-12-06"),
        ("2024-13-40.txt", None),
        ("AK-203 2021.txt", None),
        ("2024-07-08_pier.txt", "2024-07-08"),
        ("saved-2024-09-13.txt", None),
        ("wayback_20240913_pier.txt", None),
        ("Screenshot 2024-09-13.txt", None),
        ("b19980712f6d8.txt", None),
    ],
)
def test_the_name_of_the_file_dates_the_only_article_in_it(path: str, expected: str | None) -> None:
    assert stated("Pier saved" + BODY, "Pier saved", path) == expected


def test_the_address_dates_a_document() -> None:
    found = name_date(document("Pier", url="https://gazette.example/2024/07/08/pier"))
    assert found is not None
    assert found[1] == "the address says 2024-07-08"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://gazette.example/2024/7/8/pier", "2024-07-08"),
        ("https://web.archive.org/web/20240913101500/https://gazette.example/pier", None),
        ("https://web.archive.org/web/20240913101500/https://gazette.example/2024/07/08/pier", "2024-07-08"),
        ("https://gazette.example/pier?saved=2024-09-13", None),
    ],
)
def test_the_address_of_a_copy_dates_nothing(url: str, expected: str | None) -> None:
    found = name_date(document("Pier", url=url))
    assert (None if found is None else iso(found[0])) == expected


PRINTED = "Pier saved\n\n{}" + BODY


@pytest.mark.parametrize(
    ("path", "line", "expected"),
    [
        ("pier.pdf", "Published 8 July 2024", "2024-07-08"),
        ("pier.docx", "PORT NESS, 8 July 2024 (Meridian) - The board met.", "2024-07-08"),
        ("pier.pdf", "Printed on 8 July 2024", "2024-03-04"),
        ("pier.pdf", "The board met.", "2024-03-04"),
        ("pier.html", "Published 8 July 2024", "2024-03-04"),  # metadata of a page are of the page
    ],
)
def test_what_a_document_prints_wins_over_when_its_file_was_made(path: str, line: str, expected: str) -> None:
    made = from_iso("2024-03-04")
    held = replace(
        document(PRINTED.format(line), title="Pier saved", path=path),
        published=Published("2024-03-04", made, made, "stated", "the file was made on 2024-03-04"),
    )
    assert publication_dates([Reading(held, (), ())], {})["a"].value == expected


def test_the_name_of_a_file_with_several_articles_dates_none_of_them() -> None:
    readings = [
        Reading(
            Document(id=name, path="2024-09-13-saved.txt", text=name + BODY, sha256="", title=name), (), ()
        )
        for name in ("Pier saved", "Wall cracked")
    ]
    assert {item.value for item in publication_dates(readings, {}).values()} == {None}


def test_a_correction_and_a_capture_are_known_as_such() -> None:
    text = "Pier saved" + BODY + "Correction, July 9\n\nPage saved 13 September 2024.\n"
    assert {line.kind for line in date_lines(document("x\n" * 30 + text))} == {"corrected", "captured"}


ON_PAGES = [
    ("Coast Bulletin - Issue 10/2024, 8 March 2024", "2024-03-08"),
    ("Published 8 March 2024 - page 1", "2024-03-08"),
    ("22/11/2026, 09:14 Pier saved", None),  # the stamp of a browser's print
]


@pytest.mark.parametrize(("head", "day"), ON_PAGES)
def test_the_running_head_of_printed_pages(head: str, day: str | None) -> None:
    text = f"{head}\n\nPier saved{BODY}"
    printed = replace(document(text, title="Pier saved"), furniture=((0, len(head)),), pages=(0,))
    published = publication_dates([Reading(printed, (), ())], {})["a"]
    assert (published.value if published.basis == "stated" else None) == day


def test_the_edge_of_the_pages_dates_all_articles_of_a_paper() -> None:
    made = Published(
        "2026-11-22", from_iso("2026-11-22"), from_iso("2026-11-22"), "stated", "the PDF says so"
    )
    head = "Coast Bulletin - Issue 10/2024, 8 March 2024"
    first = replace(
        document(f"{head}\n\nPier saved{BODY}", title="Pier saved", path="a.pdf"),
        furniture=((0, len(head)),), pages=(0,), published=made,
    )  # fmt: skip
    ferry = document(f"Ferry sold{BODY}", title="Ferry sold", path="a.pdf")
    second = replace(ferry, id="b", pages=(0,), published=made)
    other = replace(second, id="c", path="b.pdf")
    found = publication_dates([Reading(one, (), ()) for one in (first, second, other)], {})
    assert [found[one].value for one in "abc"] == ["2024-03-08", "2024-03-08", "2026-11-22"]


def test_a_date_in_the_menu_of_a_web_page_is_not_its_own() -> None:
    head = "Coast Bulletin - 8 March 2024"
    page = replace(document(f"{head}\n\nPier saved{BODY}", title="Pier saved"), furniture=((0, len(head)),))
    assert publication_dates([Reading(page, (), ())], {})["a"].basis == "unknown"


def test_a_line_that_is_a_date_in_a_language_without_cues() -> None:
    text = "عاد المركب\n\n13 سبتمبر 2024\n\nعاد المركب إلى الميناء بعد شتاء طويل.\n"
    at = text.index("13")
    meaning = Meaning(year=2024, month=9, day=13, relation="complete")
    mention = Mention(at, text.index("2024") + 4, meaning, "date by dateparser")
    arabic = replace(document(text, title="عاد المركب"), language="ar")
    assert publication_dates([Reading(arabic, (), (mention,))], {})["a"].value == "2024-09-13"
    twice = text + "14 سبتمبر 2024\n"
    other = replace(mention, start_char=twice.index("14"), end_char=len(twice) - 1)
    listed = replace(document(twice), language="ar")
    assert publication_dates([Reading(listed, (), (mention, other))], {})["a"].basis == "unknown"
