"""The one table of actions: keys, footer, help and palette are all made from it (:mod:`tui.keys.keymap`).

An action is a method ``action_<id>`` of a screen of the place where it applies, or of one who does it for the
screen (:mod:`tui.doing`). A key has one meaning in a place, and no action depends on Ctrl, Alt or a function
key alone.
"""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

Place = Literal[
    "timeline", "tracks", "document", "compare", "why", "facets", "views", "gaps", "documents",
    "links", "quotation", "help", "troubles",
]  # fmt: skip
Group = Literal["Move", "Sources", "Find", "Judge", "View", "Collection", "Leave"]

EVERYWHERE: tuple[Place, ...] = get_args(Place)


class Action(NamedTuple):
    """Something the user can do.

    Attributes:
        id: stable name; the method is ``action_<id>``.
        keys: Textual's names of keys, or the characters themselves; the first is the one shown.
        label: one or two words for the footer.
        help: one sentence for the help screen and the palette.
        group: the heading it stands under in the help.
        places: the screens where it applies.
        footer: how early it is given a place in the footer, 1 first; 0 never.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    group: Group
    places: tuple[Place, ...]
    footer: int = 0


_SOURCES: tuple[Place, ...] = ("timeline", "tracks", "document", "compare")
_LISTS: tuple[Place, ...] = ("timeline", "tracks")
_EVENTS: tuple[Place, ...] = ("timeline", "tracks", "document")

ACTIONS: tuple[Action, ...] = (
    Action("down", ("j", "down"), "down", "Next event, or next line.", "Move", EVERYWHERE),
    Action("up", ("k", "up"), "up", "Previous event, or previous line.", "Move", EVERYWHERE),
    Action("page_down", ("space", "pagedown"), "page down", "One page on.", "Move", EVERYWHERE),
    Action("page_up", ("b", "pageup"), "page up", "One page back.", "Move", EVERYWHERE),
    Action("half_down", ("ctrl+d",), "half page down", "Half a page on.", "Move", EVERYWHERE),
    Action("half_up", ("ctrl+u",), "half page up", "Half a page back.", "Move", EVERYWHERE),
    Action("first", ("g", "home"), "first", "To the beginning.", "Move", EVERYWHERE),
    Action("last", ("G", "end"), "last", "To the end.", "Move", EVERYWHERE),
    Action("next_period", (">",), "next period",
           "To the first event of the next period, or group.", "Move", _LISTS),
    Action("previous_period", ("<",), "previous period",
           "To the first event of this period or group, or of the one before.", "Move", _LISTS),
    Action("mark", ("m",), "mark", "Mark this event, or take its mark away.", "Move", ("timeline",)),
    Action("next_mark", ("}",), "next mark", "Next marked event.", "Move", ("timeline",)),
    Action("previous_mark", ("{",), "previous mark", "Previous marked event.", "Move", ("timeline",)),
    Action("go_to_date", ("d",), "date",
           "Go to a date in words: 2022-09, last summer, 16 September 2022.", "Move", _LISTS, 6),
    Action("open", ("enter",), "open",
           "Open the source document at the passage.", "Sources", _LISTS, 3),
    Action("next_source", ("J",), "next source", "Next source of this event.", "Sources", _SOURCES, 10),
    Action("previous_source", ("K",), "previous source",
           "Previous source of this event.", "Sources", _SOURCES),
    Action("next_expression", ("]",), "next date", "Next time expression, with what it means and why.",
           "Sources", ("document",), 3),
    Action("previous_expression", ("[",), "previous date", "Previous time expression.",
           "Sources", ("document",)),
    Action("next_passage", ("n",), "next passage",
           "Next passage of this document that tells of an event.", "Sources", ("document",), 3),
    Action("previous_passage", ("N",), "previous passage",
           "Previous passage of this document that tells of an event.", "Sources", ("document",)),
    Action("why", ("p",), "why", "Why this date: phrase, anchor, rule and interval.",
           "Sources", _EVENTS, 6),
    Action("redate", ("e",), "other date",
           "Give the document another publication date; what moves is shown before.",
           "Judge", ("why", "documents"), 2),
    Action("compare", ("C",), "compare", "Two to four sources of this event side by side.",
           "Sources", _EVENTS, 13),
    Action("cite", ("y",), "cite", "Copy the citation of this source.", "Sources", _EVENTS, 14),
    Action("quote", ("Y",), "quote", "Copy the passage with its citation, and show what was copied.",
           "Sources", _EVENTS),
    Action("original", ("o",), "original",
           "Open the original at its page or line: in the pager, the viewer or the browser.",
           "Sources", _EVENTS, 15),
    Action("links", ("l",), "links",
           "Where the passage and the rest of its document link to: open an address, or copy it.",
           "Sources", ("document",), 12),
    Action("copy_address", ("y",), "copy", "Copy the address.", "Sources", ("links",), 2),
    Action("verify", ("v",), "status",
           "How far it is checked: claimed, single-source, corroborated, verified, disputed, withdrawn.",
           "Judge", ("timeline",), 10),
    Action("tag", ("t",), "tags", "Tags of this event, commas between them.", "Judge", ("timeline",)),
    Action("note", ("c",), "note", "A note on this event.", "Judge", ("timeline",)),
    Action("edit", ("e",), "edit", "Give this event another date (a time may stand behind it) or title.",
           "Judge", ("timeline",)),
    Action("hide", ("x",), "hide", "Hide this event; among hidden ones: show it again.",
           "Judge", ("timeline",)),
    Action("show_hidden", ("X",), "hidden", "Only the hidden events, and back.", "Judge", ("timeline",)),
    Action("merge", ("M",), "merge", "Make the marked events and this one a single event.",
           "Judge", ("timeline",)),
    Action("split", ("S",), "split", "Make the source that is meant an event of its own.",
           "Judge", ("timeline",)),
    Action("join_names", ("=",), "names", "Say that two names are of one, or of two.",
           "Judge", ("timeline",)),
    Action("add", ("a",), "add", "Add an event by hand: title, date (a time may stand behind it) and source.",
           "Judge", ("timeline",)),
    Action("undo", ("u",), "undo", "Take back what you said last.", "Judge", ("timeline",)),
    Action("redo", ("U",), "redo", "Say again what was taken back.", "Judge", ("timeline",)),
    Action("filter", ("f", "&"), "filter",
           "Show only the events that match a query.", "Find", _LISTS, 1),
    Action("search", ("/",), "search",
           "Jump to the next event that has these words, in a document to the words themselves; in the help, "
           "show only the lines that have them.", "Find", (*_LISTS, "document", "help"), 2),
    Action("next_match", ("n",), "next match",
           "Next event that matches the search.", "Find", _LISTS),
    Action("previous_match", ("N",), "previous match",
           "Previous event that matches the search.", "Find", _LISTS),
    Action("next_conflict", ("w",), "next conflict",
           "Next event about which the sources disagree.", "Find", _LISTS),
    Action("previous_conflict", ("W",), "previous conflict",
           "Previous event about which the sources disagree.", "Find", _LISTS),
    Action("similar", ("~",), "similar", "Events with the same people and place.", "Find", ("timeline",)),
    Action("facets", ("F",), "facets", "Who, where, which source, how sure: counts that follow the filter.",
           "Find", ("timeline",), 9),
    Action("views", ("V",), "views", "Queues of a fact-check, and filters that you have named.",
           "Find", ("timeline",), 10),
    Action("gaps", ("L",), "gaps", "Long silences among the events of the filter.", "Find", ("timeline",)),
    Action("choose", ("enter",), "choose", "Narrow the filter to it, go there, or open it.",
           "Find", ("facets", "views", "gaps", "documents", "links"), 1),
    Action("leave_out", ("x",), "leave out", "Leave out of the filter what has it.", "Find", ("facets",), 2),
    Action("save_view", ("a",), "save", "Name the filter, to have it in this list.", "Find", ("views",), 2),
    Action("forget_view", ("x",), "forget", "Forget a saved view.", "Find", ("views",), 3),
    Action("undated", ("D",), "undated",
           "Only the events without a date, and back.", "Find", ("timeline",)),
    Action("inferred", ("i",), "inferred",
           "Bring in the events that only their document's date dates, or leave them out.",
           "View", ("timeline",), 8),
    Action("others", ("I",), "states",
           "Bring in states and undated events, or leave them out.", "View", ("timeline",)),
    Action("zoom_in", ("z", "+"), "zoom",
           "Closer: main events by century, decade, year, month; then every event.",
           "View", _LISTS, 5),
    Action("zoom_out", ("Z", "-"), "zoom out",
           "Further off: the main events of each month, year, decade, century.", "View", _LISTS),
    Action("narrow", ("[",), "narrow",
           "Only the century, then decade, year, month around this event.", "View", ("timeline",)),
    Action("widen", ("]",), "widen", "A longer stretch of time again.", "View", ("timeline",)),
    Action("arrange", ("s",), "sort, group",
           "Sort by date, importance or newest document; group by person, place, source or document.",
           "View", ("timeline",), 7),
    Action("beside", ("B",), "beside",
           "Two or three filters side by side on one axis of time: people, places or sources.",
           "View", _LISTS),
    Action("next_track", ("tab", "right"), "next track",
           "The next filter, at the same time.", "View", ("tracks",), 5),
    Action("previous_track", ("left",), "previous track",
           "The filter before, at the same time.", "View", ("tracks",)),
    Action("elapsed", ("l",), "elapsed",
           "Instead of the date how much later than the last mark, or than the event before.",
           "View", ("timeline",)),
    Action("pane", ("tab",), "panes",
           "List and detail, the list alone, the detail alone.", "View", ("timeline",), 11),
    Action("theme", ("T",), "colours",
           "Next set of colours: the terminal's own, dark, light.", "View", EVERYWHERE),
    Action("troubles", ("!",), "files", "What was read of each file, and what could not be read, and why.",
           "Collection", ("timeline",)),
    Action("documents", ("O",), "documents",
           "The documents with their publication dates, those without one first.",
           "Collection", ("timeline",)),
    Action("export", ("E",), "export",
           "Write the events of the filter, or the marked ones, into a file: .md, .csv, .html, .json ...",
           "Collection", ("timeline",), 16),
    Action("read_again", ("R",), "read again",
           "Read what changed in the files.", "Collection", ("timeline",)),
    Action("help", ("?",), "help",
           "Keys, marks and the words of a query.", "Leave",
           tuple(place for place in EVERYWHERE if place != "help"), 4),
    Action("palette", (":",), "commands", "Every action by its name.", "Leave", EVERYWHERE, 7),
    Action("escape", ("escape",), "back out",
           "Stop reading, end the search, clear the filter, show all of time; elsewhere go back.",
           "Leave", EVERYWHERE),
    Action("back", ("q",), "back",
           "Go back to where you were; quit from the timeline.", "Leave", EVERYWHERE, 8),
    Action("suspend", ("ctrl+z",), "suspend",
           "Back to the shell for a while; fg there comes back to the same place.", "Leave", EVERYWHERE),
    Action("quit", ("Q", "ctrl+c", "ctrl+q"), "quit", "Quit from anywhere.", "Leave", EVERYWHERE, 12),
)  # fmt: skip

_NAMES = {
    "space": "Space", "pagedown": "PgDn", "pageup": "PgUp", "home": "Home", "end": "End",
    "down": "Down", "up": "Up", "enter": "Enter", "escape": "Esc", "tab": "Tab",
}  # fmt: skip


def key_name(key: str) -> str:
    """A key as it is shown: "Enter", "^D", "j"."""
    if key.startswith("ctrl+"):
        return "^" + key.removeprefix("ctrl+").upper()
    return _NAMES.get(key, key)
