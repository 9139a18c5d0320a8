"""Whom a line begins with by name, where its passage does not name him.

"It withdrew the objection" is told of the board that its line names, and "I am stepping down" in a mail of
the one who wrote that: they take part as if the passage named them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from data.events.names.name import Name

_ARTICLE = "The "


class NamedFirst:
    """The bodies that a document names, and who says "I" in it.

    Args:
        names: the names in the document.
        writer: who wrote it, empty if that is nobody's own words.
        short: surnames of persons by their full names.
    """

    def __init__(self, names: Sequence[Name], writer: str, short: Mapping[str, str]) -> None:
        self._bodies: dict[str, list[str]] = {}
        for body in dict.fromkeys(name.name for name in names if name.kind == "organisation"):
            self._bodies.setdefault(body.removeprefix(_ARTICLE).partition(" ")[0], []).append(body)
        self._writer = writer
        self._heads = (f"{writer}: ", f"{short.get(writer, writer)}: ")

    def with_it(self, who: tuple[str, ...], line: str) -> tuple[str, ...]:
        """Who takes part, with whom the line begins with: the writer, or a body where nobody is named."""
        if self._writer and line.startswith(self._heads):
            return tuple(dict.fromkeys([self._writer, *who]))
        if who:
            return who
        told = line.removeprefix(_ARTICLE)
        for body in self._bodies.get(told.partition(" ")[0], ()):
            if told.startswith(f"{body.removeprefix(_ARTICLE)} "):
                return (body,)
        return who
