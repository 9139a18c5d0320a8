"""What the timeline says of itself: where the user is, what goes on, what to do where nothing is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from data.words import counted
from tui.state import query_words
from tui.text.shown import shown
from tui.timeline.arrangement import NAMES

if TYPE_CHECKING:
    from data.building.progress import Progress
    from tui.state.session import Session

Key: TypeAlias = Callable[[str], str]
"""Gives the name of the key that does something, by the id of the action."""

NOT_SHOWN = "it is not among what is shown"
"""Of an event that the user has just made, where the filter or the view leaves it out."""

_STAGES = {"dating": "working out the dates", "events": "gathering the events"}


def place_words(session: Session, hint: str = "", *, elapsed: bool = False) -> str:
    """Where the cursor is, the zoom or the order unless it is the usual one; the search, or else a hint."""
    if not session.count:
        return ""
    parts = [f"event {session.row + 1:,} of {session.count:,}"]
    if session.by != "time":
        parts += [NAMES[session.by]] + (["main events"] if session.zoom.main else [])
    elif session.zoom.main:
        parts.append(session.zoom.name)
    if elapsed:
        parts.append(f"time since {'the last mark' if session.marks else 'the event before'}")
    if session.words is not None:
        parts.append(f"search: {shown(session.words)}")
    elif hint:
        parts.append(hint)
    return " · ".join(parts)


def counting_words(session: Session, key: Key, *, waiting: bool) -> str:
    """What is awaited; ``waiting`` says that keys wait for it too."""
    said = "counting ..." if session.by == "time" else f"arranging {NAMES[session.by]} ..."
    return f"{said}  {'the keys typed since follow; ' if waiting else ''}{key('escape')} drops it"


def progress_words(progress: Progress, key: Key, *, stopping: bool) -> str:
    """How far a reading is."""
    if stopping:
        return "Stopping; what was read is kept."
    if progress.stage == "reading":
        parts = (
            f"reading {progress.done:,} of {progress.total:,}",
            shown(progress.path),
            f"({key('escape')} stops)",
        )
        return "  ".join(part for part in parts if part)
    return _STAGES.get(progress.stage, "")


def brief_progress(progress: Progress) -> str:
    """The same in few words, for where something else is told."""
    if progress.stage == "reading":
        return f"reading {progress.done:,} of {progress.total:,}"
    return _STAGES.get(progress.stage, "")


def why_empty(session: Session, key: Key, *, reading: bool, samples: bool = False) -> list[str]:
    """Why no event is shown, and what to do next, in lines; ``samples`` says that they are being read."""
    if session.is_counting:
        return ["Counting ..."]
    if session.text or session.span is not None:
        asked = f"matches  {shown(session.text)}" if session.text else "is there"
        span = f" of {session.span.label}" if session.span is not None else ""
        advised = [hint] if (hint := query_words.advice(session.text)) else []
        left_out = [*_left_out(session, key), *advised]
        clears = f"{key('escape')} clears the filter, {key('filter')} changes it."
        return [f"No event{span} {asked}", *left_out, "", clears]
    if session.totals.events:
        return ["No source dates an event here.", *_left_out(session, key)]
    if reading and samples:
        move, source = f"{key('down')} {key('up')} move", f"{key('open')} opens a source"
        keys = (move, source, f"{key('filter')} filters", f"{key('help')} tells all")
        return [
            "These are sample documents that come with dateline;",
            "their timeline appears when all are read, in a moment.",
            "",
            f"To read your own:   {key('back')}, then   dateline PATH ...",
            f"Keys:   {'   '.join(keys)}",
        ]
    if reading:
        return [
            "Reading. The timeline appears when all files are read;",
            f"{key('escape')} stops, and keeps what was read so far.",
        ]
    if session.totals.documents:
        return [
            f"No event was found in {counted(session.totals.documents, 'document')}.",
            "",
            "What was read, and with which dates:   dateline documents",
            "Other files or folders:                dateline PATH ...",
        ]
    if session.troubles:
        told = [f"{one.path}: {one.reason}. {one.hint}" for one in session.troubles]
        return ["Nothing could be read.", "", *map(shown, told), "", f"All of it:   {key('troubles')}"]
    return ["Nothing has been read yet.", "", "Files or folders to read:   dateline PATH ..."]


def _left_out(session: Session, key: Key) -> list[str]:
    """What the view leaves out and how to bring it in."""
    left = session.left_out
    if left is None:
        return []
    said = [f"{left.inferred:,} inferred: {key('inferred')} brings them in."] if left.inferred else []
    return said + (
        [f"{left.others:,} undated or lasting: {key('others')} brings them in."] if left.others else []
    )
