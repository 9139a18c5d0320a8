"""The table of kinds of marks: what the value of each means, and how it is told in words."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from data import days, edtf, lengths
from data.errors import InputError
from data.printable import shortened
from data.words import interval_words

if TYPE_CHECKING:
    from data.model import Mark, MarkKind

_LAST_OFFSET = 1 << 40  # beyond the end of any text


class KindRule(NamedTuple):
    """One kind of mark.

    Attributes:
        meaning: what the value is, and what the mark does.
        said: told in words where there is a value, with {value} in it.
        taken: told in words where the value is empty and takes an earlier one back; None if it must not be.
        example: a value.
        remakes: whether the events are made anew for it; else it changes the event that it is on.
        check: raises ValueError, with the reason, for a value that is none; gives the words for {value}.
    """

    meaning: str
    said: str
    check: Callable[[str], str]
    example: str
    taken: str | None = None
    remakes: bool = False


def _verification(value: str) -> str:
    from data.model import Verification

    if value not in get_args(Verification):
        raise ValueError(f"there is no verification {value!r}, but {', '.join(get_args(Verification))}")
    return value


def _words(value: str) -> str:
    if not value.strip():
        raise ValueError("it is empty")
    return value


def _date(value: str) -> str:
    date, clock = edtf.parted(value)
    return interval_words(*edtf.parse(date), clock, about=edtf.is_about(date))


def _nothing(value: str) -> str:
    if value:
        raise ValueError(f"it takes no value, {value!r} was given")
    return ""


def _sizes(value: str) -> str:
    sizes = json.loads(value)
    if not _is_list(sizes, int) or len(sizes) < 2 or min(sizes) < 1:
        raise ValueError("merging needs two events or more")
    return str(len(sizes))


def _names(value: str) -> str:
    names = json.loads(value)
    if not _is_list(names, str) or len(set(names)) < 2 or not all(name.strip() for name in names):
        raise ValueError("it needs two names or more")
    return ", ".join(names)


def _event(value: str) -> str:
    """An event's facts as :func:`data.marks.effects.added_event` reads them."""
    facts = json.loads(value)
    if not isinstance(facts, dict) or not isinstance(facts.get("title"), str) or not facts["title"].strip():
        raise ValueError("an event needs a title")
    _check_facts(facts)
    return str(facts["title"])


def _check_facts(facts: dict[str, Any]) -> None:
    from data.model import Modality, Verification

    if facts.get("date"):
        edtf.parse(facts["date"])
    for field in ("who", "where", "tags"):
        if not _is_list(facts.get(field, []), str):
            raise ValueError(f"{field} is no list of names")
    if facts.get("modality", "happened") not in get_args(Modality):
        raise ValueError(f"there is no modality {facts['modality']!r}")
    if facts.get("verification") not in (None, *get_args(Verification)):
        raise ValueError(f"there is no verification {facts['verification']!r}")
    for field in ("note", "citation"):
        if not isinstance(facts.get(field), str | None):
            raise ValueError(f"{field} is no text")
    if facts.get("kind", "event") not in ("event", "state"):
        raise ValueError(f"there is no kind {facts['kind']!r}")


def _is_list(value: object, kind: type) -> bool:
    return isinstance(value, list) and all(isinstance(item, kind) for item in value)


KINDS: dict[MarkKind, KindRule] = {
    "verification": KindRule(
        "one of the verifications; the event's status", "status: {value}", _verification, "verified",
        taken="status taken back",
    ),
    "tag": KindRule("a tag, which the event gets", "tagged “{value}”", _words, "follow-up"),
    "untag": KindRule("a tag, which is taken off the event", "tag “{value}” taken off", _words, "follow-up"),
    "note": KindRule(
        "a text; the event's note", "note: {value}", _words, "call the port", taken="note taken away"
    ),
    "title": KindRule(
        "a text; the event's title", "title: “{value}”", _words, "The ferry sinks",
        taken="title as documents give it",
    ),
    "date": KindRule(
        "an EDTF date, or a day with its time; when the event was", "date: {value}", _date,
        "2022-09-16T10:15", taken="date as documents give it",
    ),
    "hide": KindRule("none; the event is shown no more", "", _nothing, "", taken="hidden"),
    "show": KindRule("none; the event is shown again", "", _nothing, "", taken="shown again"),
    "source": KindRule(
        "a citation; the event has it as a source beside its passages", "also told by {value}", _words,
        "Port annals, 1998",
    ),
    "merge": KindRule(
        "how many of the passages are of each event, a JSON list; all are one event",
        "{value} events merged", _sizes, "[2, 1]", remakes=True,
    ),
    "split": KindRule(
        "none; the passages are an event of their own, apart from the others", "split off", _nothing, "",
        taken="split off", remakes=True,
    ),
    "join-names": KindRule(
        "names, a JSON list; all are of one, who is called by the first", "one and the same: {value}", _names,
        '["Kersti Ilves", "K. Ilves"]', remakes=True,
    ),
    "part-names": KindRule(
        "names, a JSON list; each is of another", "not the same: {value}", _names,
        '["Kersti Ilves", "Karl Ilves"]', remakes=True,
    ),
    "event": KindRule(
        "an event's facts, a JSON object with title, date (EDTF), who, where, citation ...; it is added",
        "added by hand: {value}", _event,
        '{"title": "The port opens", "date": "1998-05", "citation": "Port annals"}',
    ),
    "published": KindRule(
        "an EDTF date; the document's publication date", "publication date: {value}", _date, "2024-07-08",
        taken="publication date as the document gives it", remakes=True,
    ),
    "remove": KindRule("none; the document is left out, also by later builds", "", _nothing, "",
        taken="document left out"),
}  # fmt: skip
"""What a mark of each kind means."""


def check(mark: Mark) -> str:
    """The words for a mark's value, empty if it has none; raises InputError with the reason in one line."""
    if mark.kind not in KINDS:
        kind = shortened(str(mark.kind), 40)
        raise InputError("Not a mark", f"there is no kind {kind!r}", f"There are {', '.join(KINDS)}.")
    with _refusing(mark):
        _check_letters(mark)
    words = _words_of(mark)
    _check_lengths(mark)
    _check_places(mark)
    return words


def _words_of(mark: Mark) -> str:
    rule = KINDS[mark.kind]
    if not mark.value and rule.taken is not None:
        return ""
    with _refusing(mark):
        return rule.check(mark.value)


@contextmanager
def _refusing(mark: Mark) -> Iterator[None]:
    try:
        yield
    except (ValueError, TypeError, RecursionError) as error:
        reason = f"{mark.kind}: {shortened(str(error), 200)}"
        raise InputError("Not a mark", reason, f"Its value is {KINDS[mark.kind].meaning}.") from error


def _check_places(mark: Mark) -> None:
    for passage in mark.passages:
        if not 0 <= passage.start_char <= passage.end_char <= _LAST_OFFSET:
            reason = "its passage begins or ends where no text does"
            raise InputError("Not a mark", f"{mark.kind}: {reason}", "Export the marks again.")


def _check_lengths(mark: Mark) -> None:
    names = [("the mark's id", mark.id), ("the name of who made it", mark.by)]
    names += [("the name of who took it back", mark.turned_by or "")]
    names += [("the id of its document", passage.document) for passage in mark.passages]
    lengthy = [*((what, name, lengths.NAME) for what, name in names), *_lengths(mark.kind, mark.value)]
    for what, text, most in lengthy:
        if excess := lengths.excess(what, text, most):
            raise InputError("Too long", excess, "Shorten it.")


def _lengths(kind: MarkKind, value: str) -> Iterator[tuple[str, str, int]]:
    """What of a mark's value has a length of its own: what it is called, it, and the most letters."""
    match kind:
        case "tag" | "untag":
            yield "the tag", value, lengths.NAME
        case "title":
            yield "the title", value, lengths.TITLE
        case "join-names" | "part-names":
            yield from (("a name", name, lengths.NAME) for name in json.loads(value))
        case "event":
            facts = json.loads(value)
            yield "the title", facts["title"], lengths.TITLE
            for field, called in (("who", "a name"), ("where", "a place"), ("tags", "a tag")):
                yield from ((called, name, lengths.NAME) for name in facts.get(field, ()))
            for field in ("note", "citation"):
                yield f"the {field}", facts.get(field) or "", lengths.TEXT
        case "merge":
            pass  # numbers of passages, as many as events
        case _:
            yield f"the {kind}", value, lengths.TEXT


def _check_letters(mark: Mark) -> None:
    """What a terminal or a damaged file gave as half a letter no collection can hold."""
    try:
        for text in (mark.value, mark.by, *(passage.text for passage in mark.passages)):
            text.encode()
    except UnicodeEncodeError as error:
        raise ValueError("it has half a letter (a surrogate)") from error


def needs_remaking(marks: Iterable[Mark]) -> bool:
    """Whether the events are made anew for any of these marks."""
    return any(KINDS[mark.kind].remakes for mark in marks)


def told(mark: Mark) -> str:
    """A mark in words: what, by whom, when ("tagged “follow-up”, by Ada on 30 September 2024")."""
    rule = KINDS[mark.kind]
    words = _words_of(mark)
    said = rule.taken if not mark.value and rule.taken is not None else rule.said.format(value=words)
    line = f"{said}, {signed(mark.by, mark.at)}"
    if mark.undone and mark.turned_by is not None and mark.turned_at is not None:
        line += f", taken back {signed(mark.turned_by, mark.turned_at)}"
    return line


def signed(by: str, at: str) -> str:
    """Who and when: "by Ada on 30 September 2024"."""
    day = days.from_iso(at[:10])
    return f"by {by} on {interval_words(day, day)}"
