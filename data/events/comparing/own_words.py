"""What a passage tells by its own words, whomever its report names and on whatever days it puts it.

Many reports are told in the words of others, and each is compared more than once: so it is remembered.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from data.events.acts import ENCOUNTER, NOTHING, Act, act_at
from data.events.clauses.stays import Stay, stay
from data.events.figures.figure import Figure
from data.events.figures.passage import figures
from data.events.figures.trade_balance import part_of_trade
from data.events.foreground import foreground
from data.events.gazetteer import Gazetteer, gazetteer
from data.events.gazetteer.named_places import capitals_in, countries_in, is_city
from data.events.names.holders import holders
from data.events.told_again.quotations import Run, quoted_runs

_VISIT = frozenset({"visit"})
_CAPITAL = re.compile(r"[^\W\d_a-zß-ÿ](?<!\w.)[^\W\d_]{3,}")
_VERY_MANY = 10_000
# What any amount of a country's trade is a measure of.
_TRADE = "trade"
# So many passages are remembered: more than a desk has reports in memory.
_REMEMBERED = 1 << 15


class OwnWords(NamedTuple):
    """What a passage tells by its own words.

    Attributes:
        front: its foreground, or all of it where it tells the days of a whole stay.
        written: the cities that its foreground writes, each with the word; without one where nobody's name
            can be meant.
        act, acts, stay, tolls, measures, countries, offices, quoted, of_occasion: as among the signs of its
            report.
    """

    front: str
    written: tuple[tuple[str, str], ...]
    act: Act
    acts: frozenset[str]
    stay: Stay | None
    tolls: frozenset[tuple[str, str]]
    measures: frozenset[tuple[str, frozenset[str]]]
    countries: frozenset[str]
    offices: frozenset[str]
    quoted: frozenset[Run]
    of_occasion: frozenset[object]


@lru_cache(maxsize=_REMEMBERED)
def own_words(text: str, at: int | None, *, of_days: bool, known_visit: bool) -> OwnWords:
    """What a passage tells by its own words.

    Args:
        text: the passage.
        at: where in it the expression stands that dates it; None if none does.
        of_days: whether it tells of several days.
        known_visit: whether it is told to be of a visit that is dated elsewhere.
    """
    atlas = gazetteer()
    told = stay(text)
    # The days of a whole stay are told by whatever gives its length, be it in the background.
    is_whole = told is not None and of_days
    front = text if is_whole else foreground(text, at)
    act = act_at(text, at)
    if is_whole or known_visit:
        act = act._replace(main=_VISIT)
    acts = act.main | act.kinds or NOTHING
    if not acts.isdisjoint(ENCOUNTER):
        acts |= ENCOUNTER
    counted = figures(text)
    measures = frozenset([(one.what, one.scope) for one in counted if _is_measure(one)]) or NOTHING
    if any(part_of_trade(one)[1] for one in counted):
        # Imports, exports and deficit are parts of one trade.
        measures |= {(_TRADE, NOTHING)}
    tolls = frozenset([(one.what, one.whose) for one in counted if one.whose.isupper()]) or NOTHING
    quoted = quoted_runs(text)
    of_occasion: frozenset[object] = measures | quoted
    if not act.comments:
        of_occasion = of_occasion.union(acts, tolls, () if told is None else (Stay,))
    return OwnWords(
        front=front, written=_written(front, atlas), act=act, acts=acts, stay=told, tolls=tolls,
        measures=measures, countries=countries_in(text, atlas) if measures else NOTHING,
        offices=frozenset([f"{one.office} {one.country}" for one in holders(text) if one.country]) or NOTHING,
        quoted=quoted, of_occasion=of_occasion or NOTHING,
    )  # fmt: skip


def _written(front: str, atlas: Gazetteer) -> tuple[tuple[str, str], ...]:
    found = [("", capital) for capital in capitals_in(front, atlas)]
    for word in _CAPITAL.findall(front):
        # The place line of a news story is in capitals.
        shouted = word.isupper()
        name = word.capitalize() if shouted else word
        if is_city(name, atlas):
            found.append(("" if shouted else word, atlas.places[name].name))
    return tuple(found)


def _is_measure(figure: Figure) -> bool:
    """Whether a figure is a fact by itself: a sum, a share, very many of something."""
    return figure.kind in ("money", "share") or (figure.kind == "thing" and figure.value >= _VERY_MANY)
