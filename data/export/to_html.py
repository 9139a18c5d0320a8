"""A page to read, print or send: one file without scripts, pictures or anything to load."""

from __future__ import annotations

from html import escape
from typing import TextIO

from data.citation import cite_document, described, name_of
from data.days import civil
from data.edtf import with_time
from data.export import Timeline
from data.model import Conflict, Document, Event, Passage
from data.printable import printable
from data.words import counted, event_words, year_words

SUFFIX = ".html"
_HEAD = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
body { font: 16px/1.45 Georgia, serif; max-width: 46em; margin: 2em auto; padding: 0 1em; color: #222; }
h1, h2 { font-weight: normal; } h2 { border-bottom: 1px solid #999; margin-top: 2em; }
article { margin: 1em 0; break-inside: avoid; } h3 { font-size: 1em; margin: 0; }
time { color: #555; font-weight: normal; } p { margin: .2em 0; } .about { color: #555; font-size: .9em; }
blockquote { margin: .3em 0 .3em 1em; font-size: .9em; } cite { font-style: normal; color: #555; }
.conflict { border-left: 3px solid #b00; padding-left: .6em; }
@media print {
  body { font-size: 11pt; margin: 0; max-width: none; }
  a { color: inherit; text-decoration: none; }
}
</style>
</head>
<body>
<h1>{title}</h1>
"""


def write(timeline: Timeline, out: TextIO) -> None:
    """Write the page: a heading a year, an article an event, every passage quoted; the documents."""
    documents = {document.id: document for document in timeline.documents()}
    out.write(_HEAD.replace("{title}", text(timeline.title)))
    heading = None
    cited: dict[str, None] = {}
    for event in timeline.events():
        if _heading(event) != heading:
            heading = _heading(event)
            out.write(f"<h2>{heading}</h2>\n")
        out.write(_article(event, documents))
        cited |= dict.fromkeys(passage.document for passage in event.passages)
    if cited:
        out.write('<h2>Sources</h2>\n<ul class="about">\n')
        out.writelines(f"<li>{text(described(documents[one]))}</li>\n" for one in cited)
        out.write("</ul>\n")
    out.write("</body>\n</html>\n")


def text(words: str) -> str:
    """Words as text of the page: one line, nothing in it is markup."""
    return escape(" ".join(printable(words).split()))


def _heading(event: Event) -> str:
    if event.start is not None:
        return year_words(civil(event.start).year)
    return "Undated" if event.end is None else f"Before {year_words(civil(event.end).year + 1)}"


def _article(event: Event, documents: dict[str, Document]) -> str:
    when = event_words(event)
    written = with_time(event.edtf.replace("~", ""), event.clock) if event.edtf else None
    dated = f'<time datetime="{text(written)}">{text(when)}</time>' if written else f"<time>{when}</time>"
    lines = [
        f'<article id="{text(event.id)}">',
        f'<h3 dir="auto">{dated} {text(event.title)}</h3>',
        f'<p class="about">{"; ".join(_about(event))}</p>',
    ]
    lines += [f'<p class="conflict">{_conflict(conflict)}</p>' for conflict in event.conflicts]
    lines += [_quote(passage, documents[passage.document]) for passage in event.passages]
    if event.citation:
        lines.append(f"<p><cite>{text(event.citation)}</cite></p>")
    if event.note:
        lines.append(f"<p>Note: {text(event.note)}</p>")
    return "\n".join([*lines, "</article>\n"])


def _about(event: Event) -> list[str]:
    about = [] if event.modality == "happened" else [str(event.modality)]
    if event.basis == "inferred" and event.edtf is not None:
        about.append("date inferred")
    about.append(counted(event.publishers, "publisher"))
    about += [text(", ".join(names)) for names in (event.who, event.where, event.tags) if names]
    return [*about, *([] if event.verification is None else [str(event.verification)])]


def _conflict(conflict: Conflict) -> str:
    return f"Conflict about {conflict.about}: {' / '.join(text(claim.value) for claim in conflict.claims)}"


def _quote(passage: Passage, document: Document) -> str:
    # The name is kept apart: in a script that runs from the right it would draw the figures behind it along.
    name = text(name_of(document))
    source = text(cite_document(document, passage)).replace(name, f"<bdi>{name}</bdi>", 1)
    if document.url is not None and document.url.startswith(("http://", "https://")):
        source = f'<a href="{text(document.url)}">{source}</a>'
    return f'<blockquote dir="auto">{text(passage.text)} <cite dir="ltr">{source}</cite></blockquote>'
