"""The table of fields of the query language: parser, messages, completion and help are made from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FieldKind = Literal["words", "tag", "date", "choice"]


@dataclass(frozen=True, slots=True)
class FieldRule:
    """One field.

    Attributes:
        name: as typed before the colon.
        meaning: what it selects, to follow "events" ("that overlap a date").
        example: a query with it.
        kind: what its value is: words of a name, a whole tag, a date, or one of ``choices``.
        choices: the values there are, with their meanings.
    """

    name: str
    meaning: str
    example: str
    kind: FieldKind
    choices: tuple[tuple[str, str], ...] = ()


FIELDS = (
    FieldRule("who", "with a person or organisation", "who:modi", "words"),
    FieldRule("where", "at a place", 'where:"New Delhi"', "words"),
    FieldRule("source", "told by a publisher, a document's title or its path", "source:npr", "words"),
    FieldRule("on", "that overlap a date", "on:2022-09", "date"),
    FieldRule("after", "that begin after a date's last day", "after:2019", "date"),
    FieldRule("before", "that end before a date's first day", 'before:"last summer"', "date"),
    FieldRule(
        "is",
        "of a sort",
        "is:conflict",
        "choice",
        (
            ("shown", "what the timeline shows by default: stated or main, dated, no state"),
            ("conflict", "passages disagree about it"),
            ("planned", "announced for later when it was written"),
            ("denied", "did not happen, the sources say"),
            ("conditional", "depends on something"),
            ("uncertain", "the sources are not sure"),
            ("stated", "dated by words of its own"),
            ("inferred", "dated by its document, not by its own words"),
            ("main", "the main event of a document"),
            ("doubtful", "a date of theirs can be read in several ways, like 03/04/2021"),
            ("state", "holds during its days instead of happening on them"),
            ("undated", "without a date"),
            ("single-source", "one independent publisher carries it"),
            ("marked", "you verified, tagged or noted it"),
            ("hidden", "you have hidden it; it is in no other list"),
            ("new", "came with the last build that brought any; all of the first build is old"),
        ),
    ),
    FieldRule(
        "status",
        "by your verification",
        "status:verified",
        "choice",
        (
            ("claimed", "somebody says so"),
            ("single-source", "one source, nothing against it"),
            ("corroborated", "several independent sources"),
            ("verified", "checked"),
            ("disputed", "contradicted"),
            ("withdrawn", "taken back by its source"),
        ),
    ),
    FieldRule("tag", "with your tag", "tag:follow-up", "tag"),
    FieldRule("has", "with something of yours", "has:note", "choice", (("note", "your note"),)),
)

OPERATORS = (
    ("modi putin", "both words, in titles and passages; the beginning of a word is enough"),
    ('"regional summit"', "exactly this phrase"),
    ("not delhi", "without the word; also -delhi, -who:modi, -(...)"),
    ("modi OR putin", "one or both; binds loosest, (...) holds together"),
)
"""What stands between fields: an example and its meaning."""
