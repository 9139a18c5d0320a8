"""The card of a document: what the making of events has to know of every document at any time.

A card is small, for all of them are held at once. Reports are told apart by *holders*: numbers that name a
report by the number of its document and its place there.
"""

from __future__ import annotations

import marshal
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, fields
from functools import cache, partial
from hashlib import blake2b
from itertools import chain
from operator import attrgetter
from typing import Any, NamedTuple, Self

from data.events.comparing.contested_names import called_otherwise, offices
from data.events.comparing.leading import main_passage
from data.events.comparing.rows import EntryRows, Rows
from data.events.comparing.subjects import subjects
from data.events.comparing.tables import entries
from data.events.cues import cues
from data.events.forms import Form, form
from data.events.intervals import FARTHEST, reached
from data.events.publishers import prints, publisher_of
from data.events.report import Report
from data.events.told_again.dated_by_others import recalling
from data.events.words import content
from data.model import Anchor, DatedDocument, Expression

_BITS = 20  # of a holder: the most reports of a document that are told apart
_PLACE = (1 << _BITS) - 1

Office = tuple[int, str, str, str]
"""The place of a report that names the holder of an office; the office, its country, the person."""


class Note(NamedTuple):
    """What of a document its events rest on, worked out of it alone, in plain values.

    Attributes:
        article: whether it is an article.
        written: the last day on which it may have been published; None if that is unknown.
        publisher: by what its publisher is known.
        prints: numbers that stand for the ends of its long sentences; none but of an article.
        cited: its title, its publisher and its path, by which its events are found.
        names, about, offices, called, lead: as on its card.
        recalled: the places of the reports that may be dated by others, or date others, and whom the
            sentence of each names.
        digests, starts, days, entries: as on its card, as bytes.
    """

    article: bool
    written: int | None
    publisher: str
    prints: tuple[int, ...]
    cited: tuple[str | None, ...]
    names: tuple[str, ...]
    about: frozenset[str]
    offices: tuple[Office, ...]
    called: tuple[tuple[int, int], ...]
    lead: int | None
    recalled: tuple[tuple[int, tuple[str, ...]], ...]
    digests: bytes
    starts: bytes
    days: bytes
    entries: tuple[bytes, bytes]


def note(dated: DatedDocument, reports: Sequence[Report]) -> Note:
    """The note of a document, of which these are the reports."""
    document = dated.document
    article = document.kind == "article"
    written = document.published.end if document.published.is_known else None
    headline = content(cues(document.language).pieces.of(document.title or ""))
    recalled = recalling(reports, range(len(reports)), {document.id: written})
    return Note(
        article=article, written=written, publisher=publisher_of(document),
        prints=prints(dated) if article else (),
        cited=(document.title, document.publisher, document.path),
        names=tuple(dict.fromkeys(name for report in reports for name in report.who)),
        about=subjects(reports).get(document.id, frozenset()),
        offices=tuple((place, *one) for place, one in offices(reports)),
        called=tuple(called_otherwise(reports)),
        lead=main_passage(reports, headline) if article and reports else None,
        recalled=tuple((one.holder, one.named) for one in recalled),
        digests=array("q", map(_digest, reports)).tobytes(),
        starts=array("q", [report.passage.start_char for report in reports]).tobytes(),
        days=array("q", chain.from_iterable(map(_ends, reports))).tobytes(),
        entries=EntryRows(map(entries, reports)).plain(),
    )  # fmt: skip


def holder(number: int, place: int) -> int:
    """The holder of the report at a place of a document."""
    return number << _BITS | place


def number_of(held: int) -> int:
    """The number of the document whose report a holder names."""
    return held >> _BITS


def place_of(held: int) -> int:
    """The place, from 0, of the report that a holder names among those of its document."""
    return held & _PLACE


def _numbers() -> array[int]:
    return array("q")


@dataclass(slots=True, kw_only=True)
class Card:
    """What is known of a document without its reports; arrays go by the places of the reports.

    Attributes:
        id, number: its id, and the number by which its reports are held.
        stamp: changes whenever anything of the document does.
        article, written, publisher, prints, cited: as in its note.
        names: of people and bodies, as the document uses them.
        about: the names that it is about.
        offices: who holds which office in it, by which of its reports.
        called: pairs of its reports of which the first calls the holder of an office otherwise.
        lead: where the passage of its main event begins; None if it has none.
        recalls: whether some of its reports recall, are recalled or are dated by others.
        digests: of each report a number that stands for all it tells.
        starts, days: where the passage of each report begins; its first and its last day, side by side.
        entries: what each report counts for in the tables.
        blocks, telling: in which blocks each report is compared, and by which rare words.
        components: to which component each report belongs; 0 for one that agrees with none.
        story: the first of the documents of whose story it is a copy.
    """

    id: str
    number: int
    stamp: str
    article: bool
    written: int | None
    publisher: str
    prints: array[int]
    names: tuple[str, ...]
    about: frozenset[str]
    offices: tuple[Office, ...]
    called: tuple[tuple[int, int], ...]
    lead: int | None
    recalls: bool
    digests: array[int]
    starts: array[int]
    days: array[int]
    entries: EntryRows
    blocks: Rows = field(default_factory=Rows)
    telling: EntryRows = field(default_factory=EntryRows)
    components: array[int] = field(default_factory=_numbers)
    story: str = ""
    cited: tuple[str | None, ...] = ()

    def plain(self) -> tuple[object, ...]:
        """The card in plain words, to be kept."""
        return tuple(
            value.tobytes()
            if isinstance(value, array)
            else value.plain()
            if isinstance(value, Rows)
            else value
            for value in _form().values(self)
        )

    @classmethod
    def restored(cls, plain: Sequence[Any]) -> Self:
        """The card of :meth:`plain`."""
        given = [*plain]
        for at, restored in _restorers():
            given[at] = restored(given[at])
        found: Self = _form().of(given)
        return found

    def carry(self, former: Card) -> None:
        """Take over from the former card of a document how its reports were compared with others."""
        count = len(self.digests)
        self.blocks = Rows([*former.blocks][:count])
        self.telling = EntryRows([*former.telling][:count])
        self.components[: len(former.components)] = former.components[:count]
        self.story = former.story

    def tells_same(self, other: Card) -> bool:
        """Whether events take the same from the document itself as from another card of it."""
        mine, others = (
            (one.article, one.written, one.publisher, one.lead, one.story, one.cited) for one in (self, other)
        )
        return mine == others

    @property
    def holders(self) -> range:
        """The holders of its reports."""
        return range(holder(self.number, 0), holder(self.number, len(self.digests)))


@cache
def _form() -> Form:
    return form(Card)


@cache
def _restorers() -> tuple[tuple[int, Callable[[Any], object]], ...]:
    """What makes again of its plain form what a field holds, by the field's place, where that is another."""
    of_numbers = dict.fromkeys(("prints", "digests", "starts", "days", "components"), partial(array, "q"))
    of_rows = {"entries": EntryRows.restored, "blocks": Rows.restored, "telling": EntryRows.restored}
    restored: dict[str, Callable[[Any], object]] = {**of_numbers, **of_rows}
    return tuple((at, restored[one.name]) for at, one in enumerate(fields(Card)) if one.name in restored)


def card(document: str, number: int, stamp: str, told: Note) -> Card:
    """The card of a document, not yet compared with others.

    Args:
        document: its id.
        number: the number by which its reports are to be held.
        stamp: changes whenever anything of the document does.
        told: its note.
    """
    return Card(
        id=document, number=number, stamp=stamp, article=told.article, written=told.written,
        publisher=told.publisher, prints=array("q", told.prints), names=told.names, about=told.about,
        offices=told.offices, called=told.called, lead=told.lead, recalls=bool(told.recalled),
        digests=array("q", told.digests), starts=array("q", told.starts), days=array("q", told.days),
        entries=EntryRows.restored(told.entries), components=array("q", bytes(len(told.digests))),
        cited=told.cited,
    )  # fmt: skip


def _ends(report: Report) -> tuple[int, int]:
    """The first and the last day of a report; of one that is open or undated those of more than a year."""
    start, end = report.start, report.end
    if start is None or end is None:
        return reached(start or end or 0), FARTHEST
    return reached(start), reached(end)


_OF_REPORT = attrgetter(
    *(one.name for one in fields(Report) if one.name not in ("passage", "words", "things"))
)
_OF_EXPRESSION = attrgetter(*(one.name for one in fields(Expression) if one.name != "anchor"))
_OF_ANCHOR = attrgetter(*(one.name for one in fields(Anchor)))


def _digest(report: Report) -> int:
    """A number of 64 bits that stands for everything in a report, in every process."""
    passage, expression = report.passage, report.passage.expression
    told = (
        _OF_REPORT(report), sorted(report.words), sorted(report.things),
        passage.start_char, passage.end_char, passage.text, passage.page, passage.line,
        None if expression is None else (*_OF_EXPRESSION(expression), _OF_ANCHOR(expression.anchor)),
    )  # fmt: skip
    # The second version of the format writes equal values alike, wherever they come from.
    digest = blake2b(marshal.dumps(told, 2), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True)
