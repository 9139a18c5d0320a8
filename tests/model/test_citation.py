"""How words and documents are cited."""

from __future__ import annotations

from dataclasses import replace

import pytest

from data import days
from data.citation import described, in_quotes, name_of
from data.model import Document, Published

DAY = days.ordinal(2024, 7, 9)
DOCUMENT = Document(
    id="a",
    path="letters/port.txt",
    sha256="0" * 64,
    text="The port is open.",
    title="The “new” port",
    publisher="Harbour Times",
    published=Published(value="2024-07-09", start=DAY, end=DAY, basis="inferred"),
    url="https://times.example/port",
)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("The port is open.", "“The port is open.”"),
        ("“It is open,” she said.", "“‘It is open,’ she said.”"),
        ("He said: “Open it.”", "“He said: ‘Open it.’”"),
        ("„Offen“, «ouvert»", "“‚Offen‘, ‹ouvert›”"),
        ('the "Aurora" sank', '“the "Aurora" sank”'),
    ],
)
def test_a_quotation_within_a_quotation_has_single_marks(words, said):
    assert in_quotes(words) == said


def test_a_document_is_described_so_that_it_can_be_found():
    assert described(DOCUMENT) == (
        "Harbour Times, “The ‘new’ port”, 9 July 2024 (inferred); file letters/port.txt;"
        " https://times.example/port"
    )
    plain = replace(DOCUMENT, publisher=None, title=None, url=None, path="-")
    assert described(plain) == "standard input, 9 July 2024 (inferred)"


@pytest.mark.parametrize(
    ("publisher", "title", "byline", "name"),
    [
        ("Harbour Times", "The port", "Ada Okoye", "Harbour Times"),
        ("nordfisk.example", "Re: the port", "Ada Okoye", "Ada Okoye (nordfisk.example)"),
        ("ada@post.example", "Re: the port", "Ada Okoye", "Ada Okoye (ada@post.example)"),
        ("nordfisk.example", "Re: the port", None, "nordfisk.example"),
        (None, "The port", "Ada Okoye", "The port"),
        (None, None, "@ada", "@ada"),
        (None, None, None, "port.txt"),
    ],
)
def test_a_mail_or_post_is_called_by_who_wrote_it(publisher, title, byline, name):
    assert name_of(replace(DOCUMENT, publisher=publisher, title=title, byline=byline)) == name
