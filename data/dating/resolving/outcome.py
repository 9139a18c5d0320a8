"""What resolving an expression comes to: its days, its value, and what these rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.dating.calendar.naming import open_value
from data.model import Anchor

if TYPE_CHECKING:
    from data.dating.calendar.spans import Span
    from data.model import Meaning

#: The days, if they can be known, the value, and the anchor.
Resolved = tuple["Span | None", str, Anchor]
#: What an expression is counted from: its days, and why it is that.
Found = tuple["Span", Anchor]

NOTHING = Anchor("explicit", None, "nothing in the text to count it from")
SAID = Anchor("explicit", None, "says its date itself")


def known_or_open(span: Span | None, meaning: Meaning, anchor: Anchor) -> Resolved:
    """What a span of days comes to, or where none is known a value that leaves it open."""
    return (None, open_value(meaning), anchor) if span is None else (span, span.value, anchor)


def to_publication(published: Span) -> Found:
    """The day of publication as what an expression is counted from."""
    return published, Anchor("published", published.value, f"published {published.value}")


def to_expression(span: Span, why: str) -> Found:
    """The days of another expression as what one is counted from, and why they are."""
    return span, Anchor("expression", span.value, why)
