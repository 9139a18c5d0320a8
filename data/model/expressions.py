"""What a text says of time, apart from any anchor, and the days that it stands for with one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from data.model.documents import Document, Sentence

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
AnchorKind = Literal["explicit", "published", "expression", "event", "quotation"]
Precision = Literal[
    "day", "week", "month", "quarter", "season", "half", "year", "fiscal-year", "decade", "century"
]
Unit = Literal[
    "second", "minute", "hour", "day", "weekday", "weekend", "week", "fortnight",
    "month", "quarter", "season", "half", "year", "decade", "century", "millennium",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a time expression says, apart from any anchor.

    Of the calendar fields those are set that the words name; ``relation`` says how the rest is found.

    Attributes:
        type: the TIMEX3 type.
        era: "BC", or None for the common era. Rules say "AD" where the words do, and "unsaid" where the years
            before tell of which era "in 427" is: nothing that tagging hands on has either.
        century: leading digits of the years ("19th century": 18).
        decade: leading digits of the years ("1980s": 198); with ``short_year`` the one digit ("'50s": 5).
        year: four digits, or two with ``short_year``.
        short_year: whether the century is unsaid.
        fiscal: whether year and quarter are of a fiscal year.
        half, quarter, month, week, day: numbers from 1; week is ISO 8601's; day -1 is the last of its month.
        season: "SP", "SU", "FA" or "WI".
        weekday: 1 Monday to 7 Sunday.
        weekend: "the weekend".
        holiday: the name of a named day ("christmas"), dated by the calendar of holidays.
        time: the TIMEX3 tail of a time of day ("T17:00", "TMO"), zone included if said.
        zone: the zone as written ("IST", "+05:30").
        relation: "bare" the words name a day or period and leave the rest open ("Monday", "in June"),
            "complete" nothing is open, "previous" / "current" / "next" of the named kind or ``unit``
            ("last June", "this week"), "offset" ``count`` times ``unit`` away from the anchor
            ("two years ago", "yesterday", "the following day").
        base: the anchor that the words ask for: "published" ("yesterday", "ago"), "expression"
            ("later that year", "the following day"), or "any".
        unit, count: of an offset, or the unit of "this week"; count is negative before the anchor.
        exact: what an offset is exact to if not its own unit ("day" in "ten years ago today").
        shift: how many of these, or of its weekdays, the anchor of an offset is moved first: 1 in "five years
            ago next month", -1 in "a year ago last Sunday".
        reference: PAST_REF, PRESENT_REF or FUTURE_REF for "recently", "now", "soon".
        amount: of a duration or set: (count, unit) pairs; a count of None is TIMEX3's X ("several years").
        bound: a duration's tie to its anchor: it "ends" there ("the past two years"), it "begins" there
            ("the next three days"), or None.
        mod, quant, freq: as in TIMEX3.
        end: the other end, for a range written as one expression ("July 8-9", "2021-31").
        role: "from" or "to" where two expressions bound one interval ("from 2001 to 2009");
            "since" and "until" where the other end is open or now, "before" and "after" where the date itself
            is left out.
        doubt: other readings ("03/04/2021"), most likely first; this meaning is the first choice.
    """

    type: TimexType = "DATE"
    era: Literal["BC", "AD", "unsaid"] | None = None
    century: int | None = None
    decade: int | None = None
    year: int | None = None
    short_year: bool = False
    fiscal: bool = False
    half: int | None = None
    quarter: int | None = None
    season: Literal["SP", "SU", "FA", "WI"] | None = None
    month: int | None = None
    week: int | None = None
    day: int | None = None
    weekday: int | None = None
    weekend: bool = False
    holiday: str | None = None
    time: str | None = None
    zone: str | None = None
    relation: Literal["bare", "complete", "previous", "current", "next", "offset"] = "bare"
    base: Literal["published", "expression", "any"] = "any"
    unit: Unit | None = None
    count: float | None = None
    exact: Unit | None = None
    shift: int = 0
    reference: Literal["PAST_REF", "PRESENT_REF", "FUTURE_REF"] | None = None
    amount: tuple[tuple[float | None, Unit], ...] = ()
    bound: Literal["begins", "ends"] | None = None
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    end: Meaning | None = None
    role: Literal["from", "to", "since", "until", "before", "after"] | None = None
    doubt: tuple[Meaning, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A time expression as found in a text: where it stands, what it says, and the rule that read it.

    This is what is kept when a document has been read once; :class:`Expression` is what it means
    once publication date and anchors are known.
    """

    start_char: int
    end_char: int
    meaning: Meaning
    rule: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """What an expression was resolved against, the anchor's own TIMEX3 value, and why this anchor."""

    kind: AnchorKind = "explicit"
    value: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """A time expression with its days, in TIMEX3 terms.

    ``start`` and ``end`` are None where the text anchors nothing ("XXXX-WXX-1", "P2D"). ``readings`` are
    the other intervals an expression in doubt could stand for (03/04/2021). ``zone`` is that of a time of
    day, as written.
    """

    start_char: int
    end_char: int
    text: str
    type: TimexType
    value: str
    rule: str
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    start: int | None = None
    end: int | None = None
    precision: Precision | None = None
    anchor: Anchor = field(default_factory=Anchor)
    role: Literal["from", "to", "since", "until", "before", "after"] | None = None
    readings: tuple[tuple[int, int], ...] = ()
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as read once: its sentences and the time expressions found, not yet dated."""

    document: Document
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class DatedDocument:
    """A document whose publication date is settled, with its sentences and dated expressions."""

    document: Document
    sentences: tuple[Sentence, ...]
    expressions: tuple[Expression, ...]
