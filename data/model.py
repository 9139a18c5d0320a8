"""The words of dateline as types: what every stage takes and gives.

Everything here is frozen and knows nothing of files, databases or screens. Days are numbers
(:mod:`data.days`), intervals include both ends, an end that is open or unknown is None.
Offsets count code points of a document's text, the end excluded.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

DocumentKind = Literal["article", "snippets", "furniture", "error"]
TELLING: tuple[DocumentKind, ...] = ("article", "snippets")
"""The kinds of documents that tell of events, and have publication dates."""
PublishedBasis = Literal["given", "stated", "inferred", "unknown"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
AnchorKind = Literal["explicit", "published", "expression", "event", "quotation"]
Precision = Literal[
    "day", "week", "month", "quarter", "season", "half", "year", "fiscal-year", "decade", "century"
]
EventBasis = Literal["stated", "inferred"]
EventKind = Literal["event", "state"]
Modality = Literal["happened", "planned", "denied", "conditional", "uncertain"]
Verification = Literal["claimed", "single-source", "corroborated", "verified", "disputed", "withdrawn"]
MarkKind = Literal[
    "verification", "tag", "untag", "note", "title", "date", "hide", "show",
    "source", "merge", "split", "join-names", "part-names", "event", "published", "remove",
]  # fmt: skip
About = Literal["date", "place", "figure", "name", "occurrence", "wording"]
Severity = Literal["hard", "apparent"]
Unit = Literal[
    "second", "minute", "hour", "day", "weekday", "weekend", "week", "fortnight",
    "month", "quarter", "season", "half", "year", "decade", "century", "millennium",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Published:
    """A document's publication date (DCT) and what it rests on.

    ``value`` is an EDTF date or an ISO date with a time, ``evidence`` a sentence for the reader. An unknown
    date may still be bounded: then ``value``, ``start`` and ``end`` say what is left ("2020-03-12/..", with
    an end of None).
    """

    value: str | None = None
    start: int | None = None
    end: int | None = None
    basis: PublishedBasis = "unknown"
    evidence: str | None = None

    @property
    def is_known(self) -> bool:
        """Whether a day or stretch of days is known, which a mere bound is not."""
        return self.start is not None and self.end is not None and self.basis != "unknown"


@dataclass(frozen=True, slots=True)
class Link:
    """A range of a document's text that leads somewhere else: to a web page, or to who reads a mail box."""

    start_char: int
    end_char: int
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article, mail, page or report; one file can hold many.

    Attributes:
        id: stable: the same document gets the same id in every build.
        path: the file as the user named it, ``-`` for standard input.
        text: what is read, tagged and shown. For plain text with a span exactly ``file[span[0]:span[1]]``.
        span: the document's range in the decoded file; None where the format has no such range.
        line: the number, from 1, of the document's first line in its file; None where lines mean nothing.
        sha256: the hexadecimal digest of the text in UTF-8.
        furniture: ranges of ``text`` that are menus, related headlines and the like: shown, never tagged.
        pages: where in ``text`` each page of the file begins, the first page first; empty without pages.
        links: the ranges of ``text`` that are links, in order, with their addresses.
    """

    id: str
    path: str
    text: str
    sha256: str
    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    url: str | None = None
    language: str | None = None
    kind: DocumentKind = "article"
    published: Published = Published()
    span: tuple[int, int] | None = None
    line: int | None = None
    furniture: tuple[tuple[int, int], ...] = ()
    pages: tuple[int, ...] = ()
    links: tuple[Link, ...] = ()

    def addresses_in(self, start: int, end: int) -> list[str]:
        """Where the links lead that stand, if only in part, in a range of the text, its end excluded."""
        found = (one.address for one in self.links if one.start_char < end and start < one.end_char)
        return list(dict.fromkeys(found))


class Sentence(NamedTuple):
    """A range of a document's text, without the white space around it."""

    start_char: int
    end_char: int


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """The sentence or clause that reports an event: a range of one document's text.

    ``clock`` is the time of day that dates it (:mod:`data.clock`).
    """

    document: str
    start_char: int
    end_char: int
    text: str
    page: int | None = None
    line: int | None = None
    expression: Expression | None = None
    clock: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A value that passages give for an attribute of an event; ``passages`` index the event's passages."""

    value: str
    passages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Claims about one attribute of one event that disagree."""

    about: About
    severity: Severity
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened, is planned, or is said to have happened, with all its passages.

    ``start`` and ``end`` are the first and last day; one of them is None for an open end
    ("before 2019"), both for an undated event. ``clock`` is the time of its day (:mod:`data.clock`), None
    where nobody tells it or the event has not one day. ``publishers`` counts independent publishers.
    ``main`` says that it is the main event of a document. ``hidden``, ``verification``, ``tags`` and
    ``note`` are the user's, and so is a ``citation``: where it is told beside its passages. An event added
    by hand says ``by`` whom; its passages may be none.
    """

    id: str
    title: str
    start: int | None
    end: int | None
    edtf: str | None
    precision: Precision | None
    basis: EventBasis
    passages: tuple[Passage, ...]
    kind: EventKind = "event"
    modality: Modality = "happened"
    who: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    importance: float = 0.0
    publishers: int = 1
    part_of: str | None = None
    reasons: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    verification: Verification | None = None
    tags: tuple[str, ...] = ()
    note: str | None = None
    main: bool = False
    hidden: bool = False
    by: str | None = None
    citation: str | None = None
    clock: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedPassage:
    """A passage that a mark is attached to, as it was when the user made the mark.

    By its text it is found again in a document that has changed; ``path`` is that of its file as it was
    named, since the new text of a file is a document of another id. A mark on a whole document, or on an
    event added by hand, has one without a text, whose ``document`` is the id of that.
    """

    document: str
    start_char: int
    end_char: int
    text: str
    path: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One thing that the user said of events, names or the timeline; what each kind means: ``data.marks``.

    Attributes:
        id: 32 hexadecimal digits, like no other in any copy of any collection.
        at: when it was made, ISO 8601 in UTC with microseconds ("2024-09-30T08:15:00.000000Z").
        by: who made it.
        value: a text, empty where the kind has none; for some kinds JSON.
        undone: whether it was taken back.
        turned_at, turned_by: when and by whom it was last taken back or put in force again.
    """

    id: str
    at: str
    by: str
    kind: MarkKind
    passages: tuple[MarkedPassage, ...] = ()
    value: str = ""
    undone: bool = False
    turned_at: str | None = None
    turned_by: str | None = None


@dataclass(frozen=True, slots=True)
class Trouble:
    """What was wrong with one input, for the reader: what, where, and what to do; the work went on.

    ``lost`` is False where nothing was left out: something was guessed, or stood there twice. ``document`` is
    the id of a document that is not taken from here because another file has brought it. ``again`` is True
    where another try may end otherwise: the next build reads the file again, though it is as it was.
    """

    path: str
    line: int | None
    reason: str
    hint: str
    lost: bool = True
    document: str | None = None
    again: bool = False
