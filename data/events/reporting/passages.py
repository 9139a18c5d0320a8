"""Where a clause stands in its document: offsets, line and page."""

from __future__ import annotations

from bisect import bisect_right

from data.events.clauses.clause import Clause
from data.events.clauses.clocks import clock_between
from data.model import Document, Passage


class Passages:
    """Walks the clauses of a document, counting the lines of its file as it goes."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._line_at = 0
        self._line = document.line or 1

    def of(self, clause: Clause) -> Passage:
        """The passage of a clause; quickest for clauses in the order of the text."""
        document, (start, end, dating) = self._document, clause
        line = document.line
        if line is not None and document.span is not None:
            if start < self._line_at:
                self._line_at, self._line = 0, line
            self._line += document.text.count("\n", self._line_at, start)
            self._line_at = start
            line = self._line
        return Passage(
            document=document.id, start_char=start, end_char=end, text=document.text[start:end], line=line,
            page=bisect_right(document.pages, start) or None,
            expression=dating.expressions[0] if dating is not None else None,
            clock=clock_between(dating, start, end),
        )  # fmt: skip
