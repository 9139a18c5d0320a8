"""Where lines end, who speaks in them, and what "the company" and "its" are at their head."""

# ruff: noqa: E501 - a case is a line
from __future__ import annotations

import pytest

from data.events import reports
from tests.helpers.dated_documents import Writer

# The last report of each text, and its title.
ENDS = [
    # a purpose may go
    ("The harbour office of Moss filed a lawsuit in the district court of Bergen {on Monday=2024-07-08} to stop the sale of the old quay.", "The harbour office of Moss filed a lawsuit in the district court of Bergen"),
    # but not where a word asks for it
    ("The council of the islands asked the owners of the three northern yards {on Monday=2024-07-08} to mend the quay before winter comes.", "The council of the islands asked the owners of the three northern yards to mend the quay"),
    # an amount is told once
    ("Nordfisk had a loss of 9.5 million crowns, or 14 crowns a share, on revenue of 110 million crowns {in 2023=2023}, its sixth.", "Nordfisk had a loss of 9.5 million crowns on revenue of 110 million crowns, its sixth"),
    # the verb of a subject is not cut off
    ("The guard wanted in three northern towns for the theft of a painting from the museum may have fled to Oslo {on Monday=2024-07-08}.", "The guard wanted in three northern towns for the theft of a painting from the museum may…"),
    ("The feast of the islands began {on Monday=2024-07-08}, as tens of thousands of guests marched through the streets of Moss.", "The feast of the islands began, as tens of thousands of guests marched…"),
    # what only the date stood behind goes with it
    ("Mia Lund was the first of the family to come to the islands, arriving {in 1966=1966}.", "Mia Lund was the first of the family to come to the islands"),
    # a line is one sentence
    ("The mayor ``welcomed the plan {on Monday=2024-07-08} gladly.'' ``The roof leaks in many places,'' she said.", "The mayor welcomed the plan gladly"),
    # what goes with a date goes with it
    ("About nine million crowns were lost {last week=2024-07-01/2024-07-07} alone, a record.", "About nine million crowns were lost, a record"),
    ("Nordfisk fell {on Monday=2024-07-08} after {third-quarter=2024-07/2024-09} sales rose less than it had hoped.", "Nordfisk fell after sales rose less than it had hoped"),
]  # fmt: skip

SPEAKERS = [
    # who says it himself is no source of it
    ("The mayor denounced the ``ruinous plans,'' of the port {on Monday=2024-07-08}, and said the quay was safe.", "The mayor denounced the ruinous plans, of the port, and said the quay was safe"),
    # a thing is announced, no words
    ("Nordfisk announced terms of a previously proposed sale of its northern yards {on Monday=2024-07-08} that is to bring in nine million.", "Nordfisk announced terms of a previously proposed sale of its northern yards…"),
    # an office is not told with a name
    ("Cabinet minister Jonas Berg said {on Monday=2024-07-08} that the offer of the islands marked a change in the council's stand.", "Jonas Berg: The offer of the islands marked a change in the council's stand"),
]  # fmt: skip

POINTING = [
    ("Nordfisk Ltd mended a ship. The town of Moss thanked Nordfisk Ltd. The company sold two yards {on Monday=2024-07-08}.", "Nordfisk Ltd sold two yards"),
    # another firm was told of last
    ("Nordfisk Ltd mended a ship. The town thanked Nordfisk Ltd and Nordfisk Ltd. It went to Sydhavn Ltd. The company sold two yards {on Monday=2024-07-08}.", "The company sold two yards"),
    ("The bridge was built of oak. Its third arch fell in {1803=1803}.", "The bridge’s third arch fell"),
    ("The rebels came by river. They took the town {on Monday=2024-07-08}.", "The rebels took the town"),
    # nobody does what takes long
    ("The council met. It took the mayor a year to agree to it {in 1990=1990}.", "It took the mayor a year to agree to it"),
    ("They freed one of two men who were sought {on Monday=2024-07-08}.", "Two men were sought"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "title"), [*ENDS, *SPEAKERS, *POINTING])
def test_the_title_of_the_last_report(write: Writer, marked: str, title: str) -> None:
    assert reports(write(marked))[-1].title == title
