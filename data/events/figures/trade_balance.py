"""The balance and the sum of a trade, worked out from the imports and exports that a document gives."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import inf, nextafter

from data.events.figures.figure import Figure

# What amounts of a country's trade are for: of one period and the same countries they tell of one thing.
_TRADE, _IMPORTS, _EXPORTS, _DEFICIT = "trade", "imports", "exports", "deficit"
PARTS_OF_TRADE = frozenset({_TRADE, _IMPORTS, _EXPORTS, _DEFICIT})
_FOR = " for "

Given = tuple[int, Figure]


def part_of_trade(figure: Figure) -> tuple[str, str]:
    """The currency and the part of a trade that an amount is of; empty words for any other figure."""
    currency, _, purpose = figure.what.partition(_FOR)
    return (currency, purpose) if figure.kind == "money" and purpose in PARTS_OF_TRADE else ("", "")


def worked_out(given: Sequence[Given], documents: Mapping[int, str]) -> list[Given]:
    """The deficit and the trade that a document leaves to reckon, at the passage that gives the last part.

    Args:
        given: amounts of one event, with the index of the passage that gives each.
        documents: the document of each passage, by its index.
    """
    told: dict[tuple[str, str], dict[str, list[Given]]] = defaultdict(lambda: defaultdict(list))
    for index, figure in given:
        currency, part = part_of_trade(figure)
        if part:
            told[documents[index], currency][part].append((index, figure))
    found: list[Given] = []
    for (_, currency), parts in told.items():
        if len(parts[_IMPORTS]) != 1 or len(parts[_EXPORTS]) != 1:
            # None, or of several countries or years.
            continue
        (one, imports), (other, exports) = parts[_IMPORTS][0], parts[_EXPORTS][0]
        if not parts[_DEFICIT]:
            low, high = imports.low - exports.high, imports.high - exports.low
            what = f"{imports.text} imported less {exports.text} exported"
            value = imports.value - exports.value
            found.append((max(one, other), _amount(currency, _DEFICIT, value, low, high, what)))
        if not parts[_TRADE]:
            low, high = imports.low + exports.low, imports.high + exports.high
            what = f"{imports.text} imported and {exports.text} exported"
            value = imports.value + exports.value
            found.append((max(one, other), _amount(currency, _TRADE, value, low, high, what)))
    return found


def _amount(currency: str, part: str, value: float, low: float, high: float, text: str) -> Figure:
    """An amount within what rounding leaves open: both parts are never at the very ends of theirs."""
    return Figure(
        f"{currency}{_FOR}{part}", "", value, nextafter(low, inf), nextafter(high, -inf), text, "money"
    )
