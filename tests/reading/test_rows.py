"""What looks like a row of stories and is one: an explainer, a report with numbered parts, a long report."""

from __future__ import annotations

import pytest

from data.reading import read_bytes

ONE_ARTICLE = {
    "an explainer with numbered questions": """Five things to know about the Velden lock

By Ida Holm

1. Why is it being moved?

The county wants barges of twice the length to pass. The old basin is too short, and rock lies on
either side.

Moving it is cheaper than blasting, according to engineers.

2. Who pays?

The ministry gives forty million crowns. Shipping companies give the rest, which they will get back
in tolls.

3. What happens to the keeper?

Otto Lind keeps his house and his hens. He has asked for a bell.

4. When will it open?

In September, if the wind allows it. The cranes are booked for a fortnight in August.
""",
    "a report with numbered parts": """Report of the harbour board on the winter of 2021

The board met four times. It puts down here what should change before the next winter.

1. Lights on the northern mole

The lights on the mole failed in three storms. New cables should be laid in pipes before October,
and the keeper
of the mole should have a spare lamp.

2. Salt for the quays

Salt ran out on 14 January. The store should hold ninety tons, and the quays be swept at night.

3. Tugs at anchor

Two tugs broke loose in the storm of 3 February. Anchors should be looked at every autumn by a diver.
""",
    "subheadings that speak of other people": """How the ferry line was lost

The ferry line between Ness and Holm carried its last passengers on Sunday after ninety years of service.

Money that never came

The county promised two million crowns in 2016 and again in 2018. It never paid, as letters show
that we have seen.

A captain without a ship

Jan Ort has sailed the line since 1988. He now paints fences in Orme and says that he does not look
at the water.

The hotels count their beds

Half of the beds on the islands were empty in August. One owner has sold his house to a bird society.
""",
}


@pytest.mark.parametrize("name", ONE_ARTICLE)
def test_it_stays_whole(name: str) -> None:
    (only,) = read_bytes("a.txt", ONE_ARTICLE[name].encode()).documents
    assert only.kind == "article"
    assert only.title == ONE_ARTICLE[name].partition("\n")[0]
