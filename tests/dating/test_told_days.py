"""To which day a time of day belongs, and what names in a list go on from."""

from __future__ import annotations

import pytest

from data.dating import resolve
from data.days import from_iso
from data.model import Published
from data.reading.texts.sentences import sentences
from data.tagging import tag

DAY = "2024-07-10"

# text | an expression | its value, published on Wednesday, 10 July 2024
TIMES = """
The fire broke out on Monday. Crews arrived at 8 p.m. and left soon. | 8 p.m. | 2024-07-08T20:00
The fire broke out on Monday night. Crews arrived at 2 a.m. and left. | 2 a.m. | 2024-07-09T02:00
The fire broke out on Monday night. Crews arrived at 11 p.m. and left. | 11 p.m. | 2024-07-08T23:00
The show opens on Friday. Doors will open at 7 p.m. at the hall. | 7 p.m. | 2024-07-12T19:00
The show opens on Friday. Crews arrived at 7 p.m. to build it. | 7 p.m. | 2024-07-10T19:00
It began on Monday. Police said on Tuesday it was over. It ended at 8 p.m. then. | 8 p.m. | 2024-07-10T20:00
It burned on Monday. It was worse than Tuesday's fire. Crews left at 8 p.m. then. | 8 p.m. | 2024-07-08T20:00
The bus left at 9 p.m. Monday and was due five hours later. It fell. | five hours later | 2024-07-09
The bus left at 9 p.m. Monday. Half an hour later it fell. | Half an hour later | 2024-07-08
The council met on Monday evening and sat until 2 a.m. in the hall. | 2 a.m. | 2024-07-09T02:00
He fled on 12 March 2009. Police caught him at 9 p.m. in town. | 9 p.m. | 2009-03-12T21:00
Gunmen came on Tuesday. Two guards died. By nightfall most were caught. | nightfall | 2024-07-09TNI
It rose yesterday ahead of today's report. By 11 a.m. it had fallen back. | 11 a.m. | 2024-07-09T11:00
It shuts every night from 1 a.m. to 5 a.m. for repairs. | 1 a.m. | XXXX-XX-XXT01:00
It is open from 9 a.m. to 5 p.m. daily. | 5 p.m. | XXXX-XX-XXT17:00
The mill closed on June 1. Crews arrived at 8 p.m. to film. | 8 p.m. | 2024-07-10T20:00
Talks have been on since Monday. Crews arrived at 8 p.m. to film. | 8 p.m. | 2024-07-10T20:00
The toll rose overnight. Crews arrived at 9 a.m. and left. | 9 a.m. | 2024-07-10T09:00
The toll rose overnight. Crews arrived at 11 p.m. and left. | 11 p.m. | 2024-07-09T23:00
Leaders met early today. Crews arrived at midnight. | midnight | 2024-07-09T24:00
On Monday night they found him where he had sat since dawn. | dawn | 2024-07-08TMO
On Monday night it caught fire, and it has burned since 3 a.m. today. | 3 a.m. today | 2024-07-10T03:00
Oil was at $54 by 9 a.m., down from $55 late on Monday. | 9 a.m. | 2024-07-10T09:00
He was shot at 10 p.m. on March 14. Crews arrived at 11 p.m. and left. | 11 p.m. | 2024-03-14T23:00
It burned on the night of March 14, a court heard. It began at 22:40 there. | 22:40 | 2024-03-14T22:40
The power failed in May. One night in June 2023 it failed at 3 a.m. | 3 a.m. | 2023-06-XXT03:00
A curfew from 10 p.m. to 5 a.m. was imposed on Monday. | 5 a.m. | 2024-07-09T05:00
It has rained since midnight. | midnight | 2024-07-10T00:00
Talks were held on Monday. 12:15 The minister spoke. | 12:15 | 2024-07-10T12:15
"""
LISTS = """
It was to decide in November and December. | December | 2024-12
It met in March and April. | April | 2024-04
It meets on Friday and Monday. | Monday | 2024-07-15
It met in December and January. | January | 2024-01
"""

# The number of a day is of the month named before it in its sentence.
NUMBERS = """
He had warned of it in May, when the mill sold the quay on the 15th. | the 15th | 2024-05-15
It was sold in May. The bridge will open on the 15th. | the 15th | 2024-07-15
"""
# A date that opens a joined clause has the tense of that clause.
JOINED = """
It was read in the spring of 1965. By the following Monday it sold out. | the following Monday | XXXX-WXX-1
It said in May that it would close by 2030, and on Monday its rival followed. | Monday | 2024-07-08
It opened in May, and on Monday it will close again. | Monday | 2024-07-15
"""


def rows(table: str) -> list[list[str]]:
    return [[part.strip() for part in line.split("|")] for line in table.strip().splitlines()]


@pytest.mark.parametrize(
    ("text", "extent", "value"), [row for table in (TIMES, LISTS, NUMBERS, JOINED) for row in rows(table)]
)
def test_value(text: str, extent: str, value: str) -> None:
    published = Published(DAY, from_iso(DAY), from_iso(DAY), "given")
    found = {each.text: each.value for each in resolve(text, tag(text), sentences(text, "en"), published)}
    assert found[extent] == value
