"""Write a timeline, or the part of it that a query finds, in a format of others.

Without a query everything is exported, inferred events too ("not is:inferred" leaves them out), but not what
is hidden. "--format marks" writes what users said of the events, for "import" into a colleague's copy.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from data import export
from data.commands import DONE, NOTHING_FOUND
from data.commands._arguments import add_collection, add_today
from data.commands._collection import opened, say, searched, selected, timeline
from data.commands._output import output
from data.export import to_timeml

HELP = "write a timeline as JSON, CSV, Markdown, HTML, a calendar ..."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("query", metavar="QUERY", nargs="?", default="", help="only what it finds")
    parser.add_argument(
        "--format",
        choices=export.formats(),
        required=True,
        help="md and html to print, csv and ics for tables and calendars, timelinejs for TimelineJS, "
        "jsonl and json whole, timeml the documents with their TIMEX3, marks what users said",
    )
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="a file instead of standard output; for timeml a folder"
    )
    add_collection(parser)
    add_today(parser)


def run(options: argparse.Namespace) -> int:
    """Write the timeline; exit code 1 if the query finds nothing."""
    selection = selected(options.query, options.today)
    with opened(options.collection) as store:
        found = store.count(selection, 0)
        written = timeline(store, selection)
        if options.format == "timeml" and options.output is not None:
            to_timeml.write_folder(written.dated(), Path(options.output))
        else:
            with output(options.output) as out:
                export.write(options.format, written, out)
        if not found:
            where = searched(options.collection, store)
            say(f"dateline: nothing found in {where}; what was written holds no events.")
            return NOTHING_FOUND
    return DONE
