"""Whom somebody else quotes says it: "The Post quoted Berg as saying that" is told as "Berg said that"."""

from __future__ import annotations

from data.events.cues import Cues


def with_who_says_it(line: str, cues: Cues) -> str:
    """The line as told by who is quoted in it; as it is where nobody is quoted by name or office.

    >>> from data.events.cues import cues
    >>> with_who_says_it("The Post quoted a clerk as saying that it rained.", cues("en"))
    'a clerk said that it rained.'
    >>> with_who_says_it("Berg was quoted by the Post as saying it rained.", cues("en"))
    'Berg said that it rained.'
    """
    if not any(words in line for words in cues.words["as_saying"]):
        return line
    quoted = cues.quoted_as_saying.match(line)
    if quoted is None:
        return line
    who = quoted["who"] or quoted["whom"]
    if who.lower() in cues.words["him"] | cues.words["them"]:
        # Whom a pronoun means is found by its place.
        return line
    told = line[quoted.end() :]
    if quoted["marked"] is not None:
        # What stands in quotation marks stays in them.
        return f"{who}: {told}"
    return f"{who} {next(iter(cues.words['said_that']))} {told}"


def is_as_said(text: str, start: int, end: int, cues: Cues) -> bool:
    """Whether a clause tells one half of who is quoted as saying what ("quoted Berg | as saying that")."""
    words = tuple(cues.words["as_saying"])
    return text.startswith(words, start) or text.startswith(words, end + 1)
