"""What reading costs beside tagging: news documents of 3 KB as plain text, web pages, PDF, Word and mail."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from html import escape

from data.dating import publication_dates
from data.garbage import seldom_collected
from data.model import Document, Reading
from data.reading import read_bytes, read_file, sentences
from data.tagging import tag
from tests.benchmarks.tables import ROOT, write_table
from tests.benchmarks.timing import seconds

RUNS = 5
CORPORA = ROOT.parent / "shared" / "corpora"
NAMES = ("timebank", "aquaint", "wikiwars-train")
SIZE = 3_000
COUNTS = {"txt": 2_000, "txt, undated": 2_000, "html": 400, "eml": 400, "docx": 200, "pdf": 200}
TIME = "(?i:mon|tues|wednes|thurs|fri|satur|sun|yester)day|(?i:today|tomorrow|earlier|month|year|week)"
MONTH = "(?i:january|february|march|april|may|june|july|august|september|october|november|december|decade)"
WORD = re.compile(rf"\b(?!(?:{TIME}|{MONTH})s?\b)[A-Za-z][a-z]{{4,}}\b")
MENU = "".join(f'<li><a href="/{number}">Section {number}</a></li>' for number in range(40))
RELATED = "".join(
    f'<li><a href="/s/{number}">Another story of the day, number {number}</a></li>' for number in range(20)
)


def main() -> None:
    """Measure, and write ``results/reading.md``."""
    texts = list(_texts())
    if not texts:
        print(f"no corpora in {CORPORA}: nothing measured")
        return
    rows = []
    for suffix, count in COUNTS.items():
        files = [MAKERS[suffix](_varied(texts, number), number) for number in range(count)]
        with seldom_collected():
            rows.append((suffix, count, *_measure(suffix, files)))
    write_table(
        "reading",
        "Reading beside tagging",
        ("format", "documents", "articles", "sentences", "publication dates", "together", "tagging", "ratio"),
        rows,
        f"News documents of {SIZE // 1000} KB of text; milliseconds of processor time a document, one "
        f"process, the least of {RUNS} runs; garbage is collected as seldom as in building. Plain text "
        "states its date in a line below its title; *undated* it states none, and is compared with all "
        "others. A web page has a menu, related stories and a footer beside its article.",
    )


def _texts() -> Iterator[str]:
    """Plain news documents of about SIZE bytes: whole texts of the corpora, put together and cut."""
    for name in NAMES:
        path = CORPORA / f"{name}.jsonl"
        if not path.exists():
            continue
        held = ""
        for document in read_file(str(path)).documents:
            held = f"{held}\n\n{document.text.strip()}".strip()
            while len(held) >= SIZE:
                end = held.find("\n", SIZE)
                end = len(held) if end < 0 else end
                yield held[:end]
                held = held[end:].strip()


def _varied(texts: list[str], number: int) -> str:
    """A text of its own for every number: from the second round on all names and things are others."""
    turns, at = divmod(number, len(texts))

    def other(word: re.Match[str]) -> str:
        rest = (chr((ord(letter) - 97 + turns * 5) % 26 + 97) for letter in word[0][1:])
        return word[0][0] + "".join(rest)

    return WORD.sub(other, texts[at]) if turns else texts[at]


def _text(text: str, number: int) -> bytes:
    day = f"{number % 28 + 1} March 2024"
    return f"Story number {number} of the day\n\nPublished {day}\n\n{text}\n".encode()


def _undated(text: str, number: int) -> bytes:
    return f"Story number {number} of the day\n\n{text}\n".encode()


def _page(text: str, number: int) -> bytes:
    paragraphs = "".join(f"<p>{escape(part)}</p>" for part in text.split("\n") if part.strip())
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>Story number {number}</title><meta charset='utf-8'>"
        "<meta property='article:published_time' content='2024-03-04T10:00:00Z'></head>"
        f"<body><nav><ul>{MENU}</ul></nav><main><article><h1>Story number {number} of the day</h1>"
        f"{paragraphs}</article></main><aside><h2>Related stories</h2><ul>{RELATED}</ul></aside>"
        "<footer>Copyright 2024</footer></body></html>"
    ).encode()


def _mail(text: str, number: int) -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "ann@example.org", f"Story number {number}"
    message["Date"] = "Mon, 04 Mar 2024 10:00:00 +0000"
    message.set_content(text)
    return message.as_bytes()


def _word(text: str, number: int) -> bytes:
    import docx

    word = docx.Document()
    word.add_heading(f"Story number {number} of the day")
    for part in filter(str.strip, text.split("\n")):
        word.add_paragraph(part)
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def _pdf(text: str, number: int) -> bytes:
    from fpdf import FPDF

    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", size=11)
    plain = f"Story number {number} of the day\n\n{text}".encode("latin-1", "replace").decode("latin-1")
    pdf.multi_cell(0, 5, plain)
    return bytes(pdf.output())


MAKERS: dict[str, Callable[[str, int], bytes]] = {
    "txt": _text, "txt, undated": _undated, "html": _page, "eml": _mail, "docx": _word, "pdf": _pdf,
}  # fmt: skip


def _measure(kind: str, files: list[bytes]) -> tuple[str, ...]:
    suffix = kind.partition(",")[0]

    def read() -> list[Document]:
        return [
            document
            for number, data in enumerate(files)
            for document in read_bytes(f"{number}.{suffix}", data).documents
        ]

    documents = read()
    readings = [Reading(one, tuple(sentences(one.text, one.language)), tag(one.text)) for one in documents]
    stages: tuple[Callable[[], object], ...] = (
        read,
        lambda: [sentences(one.text, one.language) for one in documents],
        lambda: publication_dates(readings, {}),
        lambda: [tag(one.text) for one in documents],
    )
    # In turn, and the least: what else the machine does only adds, now to one stage, now to another.
    runs = [[seconds(stage, 1) for stage in stages] for _ in range(RUNS)]
    taken = [min(run) * 1000 / len(files) for run in zip(*runs, strict=True)]
    together = sum(taken[:3])
    return (*(f"{one:.2f}" for one in (*taken[:3], together, taken[3])), f"{together / taken[3]:.2f}")
