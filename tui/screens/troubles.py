"""The files: what could not be read, why, and what to do; then what became of each."""

from __future__ import annotations

from data.words import counted
from tui.screens.page import Page
from tui.state.session import Session
from tui.text.shown import Paragraph, shown


class TroublesScreen(Page):
    """The report of files, as they are when it is opened."""

    PLACE = "troubles"

    def __init__(self, session: Session) -> None:
        text = troubles_text(session)
        super().__init__(lambda: text)


def troubles_text(session: Session) -> list[Paragraph]:
    """One paragraph a trouble, then one a file."""
    if session.troubles:
        text: list[Paragraph] = [("", (("What could not be read", "heading"),)), ("", ())]
    else:
        text = [("", (("Everything was read without trouble.", "text"),))]
    for trouble in session.troubles:
        text.append(_paragraph(trouble.path, trouble.line, f"{trouble.reason}. {trouble.hint}"))
    text += [("", ()), ("", (("What was read", "heading"),)), ("", ())]
    for report in session.files():
        record = report.record
        said = report.words
        if record.state == "folder":
            said = "; ".join(f"{trouble.reason}. {trouble.hint}" for trouble in record.troubles)
        elif record.troubles:
            said += f", {counted(len(record.troubles), 'trouble')}"
        said = "; ".join((said, *report.guesses))
        text.append(_paragraph(record.path, None, said))
    return text


def _paragraph(path: str, line: int | None, said: str) -> Paragraph:
    place = path if line is None else f"{path}, line {line}"
    return ("   ", ((shown(place) + "  ", "strong"), (shown(said), "text")))
