"""What stands in quotation marks, and the day on which it was said."""

from __future__ import annotations

import pytest

from data.dating import resolve
from data.dating.wording.quotations import is_quoted
from data.days import from_iso
from data.model import Published
from data.reading.texts.sentences import sentences
from data.tagging import tag

DAY = from_iso("2024-07-10")
PUBLISHED = Published("2024-07-10", DAY, DAY, "given")


@pytest.mark.parametrize(
    ("text", "word", "quoted"),
    [
        ('"We start tomorrow," he said.', "tomorrow", True),
        ("“We start tomorrow,” he said.", "tomorrow", True),
        ("«We start tomorrow», he said.", "tomorrow", True),
        ("``We start tomorrow,'' he said.", "tomorrow", True),
        ('"We start," he said tomorrow.', "tomorrow", False),
        ('He said: "We start.\n\nTomorrow is free.', "Tomorrow", False),
        (f'"We start {"now, " * 130}and go," he said. She said: "Tomorrow."', "Tomorrow", True),
    ],
)
def test_is_quoted(text: str, word: str, quoted: bool) -> None:
    assert is_quoted(text, text.index(word)) is quoted


@pytest.mark.parametrize(
    ("text", "extent", "value", "anchor"),
    [
        ('"We start tomorrow," he said on Friday.', "tomorrow", "2024-07-06", "quotation"),
        ('He said on June 3: "We saw him yesterday."', "yesterday", "2024-06-02", "quotation"),
        ('"I came," she told them on Monday. "Tomorrow I go."', "Tomorrow", "2024-07-09", "quotation"),
        ('He said late on Friday night they would start "tomorrow".', "tomorrow", "2024-07-06", "quotation"),
        ('"Next year we sign," he said in March 2022.', "Next year", "2023", "quotation"),
        ('"We sign next week," he said in 2022.', "next week", "XXXX-WXX", "quotation"),
        ('"We start tomorrow," he said.', "tomorrow", "2024-07-11", "published"),
        ('He warned of it as early as 2000. "Two years ago it came."', "Two years ago", "2022", "published"),
        ("He said on Friday that they start tomorrow.", "tomorrow", "2024-07-11", "published"),
    ],
)  # fmt: skip
def test_a_quotation_counts_from_its_saying(text: str, extent: str, value: str, anchor: str) -> None:
    found = {each.text: each for each in resolve(text, tag(text), sentences(text, "en"), PUBLISHED)}
    assert (found[extent].value, found[extent].anchor.kind) == (value, anchor)
