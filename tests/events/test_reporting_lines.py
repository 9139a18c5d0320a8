"""Lines of a page that report something, and those that are only its furniture."""

from __future__ import annotations

import pytest

from data.events import reports
from tests.helpers.dated_documents import Writer


@pytest.mark.parametrize(
    "line",
    [
        "Updated {Sep 08, 2024=2024-09-08}",
        "Updated 5:51 PM PDT, {July 4, 2024=2024-07-04}",
        "Published {4 July 2024=2024-07-04}",
        "By Kersti Ilves and Ada Okoye",
        "By Ada Okoye, {4 July 2024=2024-07-04}",
        "Lars Berg contributed to this report.",
        "Sign up for our newsletter {today=2024-07-08}.",
        "Read more about the bridge",
        "Photograph: Ada Okoye, {4 July 2024=2024-07-04}",
        "Photo: Lars Berg/Harbour Pictures",
        "Oslo edition · {Friday 6 September 2019=2019-09-06}",
        "Kersti Ilves is a reporter covering trade, and joined {in 2019=2019}.",
        "Tags: bridge, harbour, Oslo",
        "The original version of this story gave {2019=2019}.",
        "All rights reserved {2024=2024}",
        "4 min read",
        "Harbour Desk",
        "Share this story on the net",
        "Share: Mail Print",
    ],
)
def test_lines_of_a_page_report_nothing(write: Writer, line: str) -> None:
    assert reports(write(line)) == []


@pytest.mark.parametrize(
    "line",
    [
        "It rained on {3 May 2020=2020-05-03}.",
        "The budget passed {yesterday=2024-07-07}.",
        "He died {in 1912=1912}.",
        "They met {again=}.",
        "Kersti Ilves visits Oslo",
        "Okoye wins {Sunday=2024-07-07} vote by a mile",
        "By noon the bridge had fallen.",
        "The photo that Ada Okoye took won a prize.",
        "The mill burnt on {3 May 2020=2020-05-03}.",
        "The river froze on {3 May 2020=2020-05-03}.",
        "The firm shed 90 jobs {in 2019=2019}.",
        "Share prices in Oslo fell.",
        # entries of a chronology and of a log
        "{19 July 2019=2019-07-19}: Fine of 18 million crowns.",
        "{13 May 2019=2019-05-13}: The dam bursts.",
        "**{May 2019=2019-05}** – Second leak.",
    ],
)
def test_short_sentences_report(write: Writer, line: str) -> None:
    assert len(reports(write(line))) == 1


def test_who_published_it_when_is_no_event(write: Writer) -> None:
    line = "*Norwegian Ministry of Health, press notice, {8 July 2024=2024-07-08}*"
    told = "Some 61,000 people were vaccinated {on Monday=2024-07-08}."
    (report,) = reports(write(f"{line}\n\n{told}"))
    assert report.passage.text == "Some 61,000 people were vaccinated on Monday."
    # of another day, it tells something
    line = line.replace("8 July 2024=2024-07-08", "4 May 2024=2024-05-04")
    assert len(reports(write(f"{line}\n\n{told}"))) == 2
